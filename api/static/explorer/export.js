// "Export this view": the statements as they are filtered, or the selection in a format of other programs.

import { address, get } from "./api.js";
import { dialogHead, el, fill } from "./dom.js";
import { nameOf } from "./names.js";
import { read } from "./state.js";
import { failed } from "./states.js";
import { count, day } from "./words.js";

const PAGE = 500;
// What a spreadsheet opens with ease; all of it is to be had from the server.
const MOST = 20_000;
const FORMATS = [
  ["csv", "tables of nodes, edges, statements and meetings, for spreadsheets and Gephi"],
  ["gexf", "with time, for Gephi"],
  ["graphml", "for yEd, igraph and NetworkX"],
  ["cytoscape", "for Cytoscape"],
  ["ftm", "entities of FollowTheMoney"],
  ["dna", "for the Discourse Network Analyzer"],
  ["turtle", "RDF, always the whole graph"],
  ["jsonld", "RDF as JSON-LD, always the whole graph"],
];
const COLUMNS = {
  date: (one) => one.date,
  speaker: (one) => one.speaker?.label ?? one.speaker_words?.text,
  speaker_id: (one) => one.speaker?.id,
  act: (one) => one.act,
  negated: (one) => one.negated,
  form: (one) => one.form,
  text: (one) => one.text,
  about: (one) => one.about.map((each) => each.entity.label).join("; "),
  about_ids: (one) => one.about.map((each) => each.entity.id).join("; "),
  stances: (one) => one.about.map((each) => each.stance).join("; "),
  polarity: (one) => one.polarity,
  certainty: (one) => one.certainty,
  deed: (one) => one.deed,
  confidence: (one) => one.confidence,
  publisher: (one) => one.article.publisher,
  published: (one) => one.article.published,
  title: (one) => one.article.title,
  url: (one) => one.article.url,
  article: (one) => one.article.id,
  statement: (one) => one.id,
  sentence: (one) => one.evidence.map((each) => each.text).join(" … "),
};

let dialog = null;

export function openExport() {
  dialog ??= document.body.appendChild(el("dialog.help.export", { "aria-labelledby": "export-title" }));
  draw(read());
  if (!dialog.open) dialog.showModal();
}

function draw(state) {
  const filters = asked(state);
  const told = el("p.soft", { role: "status" });
  const button = (format, name) => el("button", { type: "button", onclick: () => download(filters, format, told) }, name);
  const selection = { since: state.since, until: state.until, publisher: state.publisher, entity: [...new Set([...state.actor, state.speaker, state.about, state.compare === "publishers" ? "" : state.compare])], kinds: state.kind };
  fill(
    dialog,
    dialogHead("export-title", "Export this view", () => dialog.close()),
    el("h3", {}, "Statements"),
    el("p.soft", {}, described(filters)),
    el("div.buttons", {}, button("csv", "CSV"), button("json", "JSON"), button("jsonl", "JSON Lines")),
    told,
    el("h3", {}, "The graph, for other programs"),
    el("p.soft", {}, "Within the dates, the publisher and the actors of this view; acts, stances and words do not narrow it."),
    el("dl.formats", {}, FORMATS.map(([format, what]) => [el("dt", {}, el("a", { href: String(address("api/export", { format, ...selection })), download: "" }, format)), el("dd.soft", {}, what)])),
  );
}

/** The conditions of /api/statements that the view has: those of an actor are what it said. */
function asked(state) {
  const { q, speaker, about, act, form, stance, since, until, publisher } = state;
  const own = state.view === "actor" && !speaker && !about ? { speaker: state.actor[0] } : {};
  return { q, speaker, about, act, form, stance, since, until, publisher, ...own };
}

const SAID = { speaker: (id) => `said by ${nameOf(id)}`, about: (id) => `about ${nameOf(id)}`, q: (words) => `with the words “${words}”`, since: (date) => `from ${day(date)}`, until: (date) => `until ${day(date)}` };

function described(filters) {
  const set = Object.entries(filters).filter(([, value]) => value);
  return set.length ? `Those that the filters leave: ${set.map(([name, value]) => SAID[name]?.(value) ?? `${name} ${value}`).join(", ")}.` : "All of them: no filter is set.";
}

async function download(filters, format, told) {
  const rows = [];
  let cursor;
  try {
    do {
      const page = await get("api/statements", { ...filters, limit: PAGE, cursor });
      rows.push(...page.items);
      cursor = page.next;
      told.textContent = `${count(rows.length, "statement")} …`;
    } while (cursor && rows.length < MOST);
  } catch (error) {
    fill(told, failed(error));
    return;
  }
  told.textContent = cursor ? `The first ${count(rows.length)} only: \`kg export\` writes all.` : `${count(rows.length, "statement")} written.`;
  const [text, type] = { csv: () => [csv(rows), "text/csv"], json: () => [JSON.stringify(rows, null, 1), "application/json"], jsonl: () => [rows.map((row) => `${JSON.stringify(row)}\n`).join(""), "application/x-ndjson"] }[format]();
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `statements.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function csv(rows) {
  const lines = [Object.keys(COLUMNS), ...rows.map((row) => Object.values(COLUMNS).map((value) => value(row) ?? ""))];
  return `${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** A cell that no spreadsheet takes for a formula: an apostrophe before what begins like one. */
function cell(value) {
  const text = String(value);
  const harmless = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
