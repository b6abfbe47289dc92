// Sends an article, watches what becomes of it, and shows what was read in it.

import { address, get, inPath, send } from "../api.js";
import { el, fill } from "../dom.js";
import { forget } from "../names.js";
import { meetingItem, statementItem } from "../rows.js";
import { fresh } from "../state.js";
import { failed } from "../states.js";
import { actorLink, count } from "../words.js";

const TOKEN = "token";
const POLL = 700;
// Articles of one job that are shown with all that was read in them; the rest is a list.
const SHOWN = 3;
const ENDINGS = ".txt,.md,.html,.htm,.json,.jsonl,.csv";
const FIELDS = [
  ["title", "Title", "Talks resume in Geneva"],
  ["publisher", "Publisher", "The Daily Example"],
  ["published", "Published", "2024-05-08"],
  ["url", "Address", "https://example.org/talks"],
];

export async function render(root, state, { signal, announce }) {
  const token = el("input", { id: "token", type: "password", autocomplete: "off", value: stored() });
  const text = el("textarea", { id: "text", rows: 9, placeholder: "GENEVA, May 8 — ...", "aria-label": "The article's text" });
  const file = el("input", { id: "file", type: "file", accept: ENDINGS, multiple: true });
  const fields = Object.fromEntries(FIELDS.map(([name, , example]) => [name, el("input", { name, placeholder: example, id: `field-${name}` })]));
  const outcome = el("div.outcome", { "aria-live": "polite" });
  const button = el("button.primary", { type: "submit" }, "Read it");
  const form = el("form.upload", {
    async onsubmit(event) {
      event.preventDefault();
      keep(token.value.trim());
      if (!text.value.trim() && !file.files.length) return fill(outcome, failed(new Error("Paste a text or choose a file first.")));
      button.disabled = true;
      try {
        await take(outcome, request(text, file, fields, token.value.trim()), { signal, announce });
      } catch (error) {
        if (error.name !== "AbortError") fill(outcome, refused(error));
      } finally {
        button.disabled = false;
      }
      return undefined;
    },
  },
    el("fieldset", {}, el("legend", {}, "Paste an article"), text, el("div.upload-fields", {}, FIELDS.map(([name, label]) => el("label.field", {}, el("span", {}, label, el("span.soft", {}, " (optional)")), fields[name])))),
    el("fieldset", {}, el("legend", {}, "or choose files"), file, el("p.soft", {}, "Text, Markdown, HTML, JSON, JSON Lines or CSV; a file may hold many articles.")),
    el("fieldset", {}, el("legend", {}, "Token"), token, el("p.soft", {}, "The server was started with it (", el("code", {}, "KG_TOKEN"), "). It is kept in this tab alone and forgotten with it.")),
    el("p", {}, button));
  form.querySelector("#token").setAttribute("aria-label", "Token");
  file.setAttribute("aria-label", "Files");
  fill(root, el("div.view-head", {}, el("h1", {}, "Upload an article")), el("p.lead", {}, "The article is read here, on this server; nothing is sent anywhere else. It becomes part of the graph that everybody sees who uses this server."), el("div.upload-frame", {}, form, outcome));
}

/** A form with files, or one article as JSON. */
function request(text, file, fields, token) {
  const headers = { Accept: "application/json", Authorization: `Bearer ${token}` };
  if (file.files.length && !text.value.trim()) {
    const body = new FormData();
    for (const one of file.files) body.append("file", one, one.name);
    return { method: "POST", headers, body };
  }
  const article = { text: text.value };
  for (const [name, input] of Object.entries(fields)) if (input.value.trim()) article[name] = input.value.trim();
  return { method: "POST", headers: { ...headers, "Content-Type": "application/json" }, body: JSON.stringify(article) };
}

function refused(error) {
  if (error.status === 403 && /no token/.test(error.message)) {
    return el("div.state.failed", { role: "alert" }, el("p.state-title", {}, "This server takes no articles over the web"), el("p", {}, "It was started without a token. Start it with one, ", el("code", {}, "KG_TOKEN=… kg serve"), ", or add articles with ", el("code", {}, "kg build"), "."));
  }
  if (error.status === 401 || error.status === 403) {
    return el("div.state.failed", { role: "alert" }, el("p.state-title", {}, "The token is missing or is not the one"), el("p", {}, error.message));
  }
  return failed(error);
}

/** Sends, and tells how the job stands until it is done. */
async function take(outcome, options, { signal, announce }) {
  const { id } = await (await send(address("api/articles"), { ...options, signal })).json();
  let job = await get(`api/jobs/${id}`, {}, { signal });
  // On a phone it stands below the button.
  const bring = () => outcome.firstElementChild.scrollIntoView({ block: "nearest" });
  while (!["done", "failed"].includes(job.state)) {
    fill(outcome, progress(job));
    bring();
    await new Promise((resolve) => setTimeout(resolve, POLL));
    if (signal.aborted) return;
    job = await get(`api/jobs/${id}`, {}, { signal });
  }
  forget();
  announce(`${count(job.stored, "article")} stored`);
  fill(outcome, await finished(job, signal));
  bring();
}

function progress(job) {
  const words = { queued: "waits for its turn", running: "is being read", waiting: `waits for the store: ${job.error ?? ""}` }[job.state] ?? job.state;
  return el("div.state", {}, el("p.loading", {}, el("span.pulse", { "aria-hidden": "true" }), `${job.name} ${words}`), el("progress", { max: job.expected ?? null, value: job.expected ? job.articles : null, "aria-label": "Progress" }), el("p", {}, `${count(job.articles)} of ${job.expected ? count(job.expected, "article") : "the articles"} done`));
}

async function finished(job, signal) {
  const failures = job.failures?.length ? el("ul", {}, job.failures.map((one) => el("li", {}, el("b", {}, one.source), ": ", one.reason))) : null;
  const told = [job.stored && `${count(job.stored, "article")} stored`, job.unchanged && `${count(job.unchanged)} in the graph already`, job.failed && `${count(job.failed)} could not be read`].filter(Boolean).join(", ");
  const head = [el("h2", {}, job.state === "failed" ? "It could not be taken in" : "Done"), el("p", {}, told || job.error), failures];
  const ids = job.ids.slice(0, SHOWN);
  if (!ids.length) return [head, job.stored ? el("p", {}, el("a", { href: fresh({ view: "articles" }) }, "Show the articles")) : null];
  const rest = job.ids.length > ids.length ? el("p", {}, el("a", { href: fresh({ view: "articles" }) }, `and ${count(job.ids.length - ids.length, "more article")}`)) : null;
  return [head, await Promise.all(ids.map((id) => graphOf(id, signal))), rest];
}

/** What was read in the article: a stored one is seen a moment later. */
async function graphOf(id, signal) {
  let article = null;
  for (let attempt = 0; !article && attempt < 40; attempt += 1) {
    try {
      article = await get(`api/articles/${inPath(id)}`, {}, { signal });
    } catch (error) {
      if (error.status !== 404) throw error;
      await new Promise((resolve) => setTimeout(resolve, POLL));
    }
  }
  if (!article) return el("p", {}, "It is stored, and will be seen in a moment.");
  const actors = new Map(article.mentions.map((one) => one.refers_to ?? one.entity).filter(Boolean).map((one) => [one.id, one]));
  return el("section.read", {},
    el("h3", {}, el("a", { href: fresh({ view: "upload", article: id }) }, article.title ?? id)),
    el("p.soft", {}, `${count(actors.size, "name")}, ${count(article.statements.length, "statement")}, ${count(article.meetings.length, "meeting")}`),
    el("p.names", {}, [...actors.values()].flatMap((one, number) => [number ? ", " : null, actorLink(one)])),
    el("ul.plain.items", {}, article.statements.map((one) => statementItem(one)), article.meetings.map((one) => meetingItem(one))));
}

function stored() {
  try {
    return sessionStorage.getItem(TOKEN) ?? "";
  } catch {
    return "";
  }
}

function keep(token) {
  try {
    sessionStorage.setItem(TOKEN, token);
  } catch {
    // Storage is off: the field keeps it while the view is open.
  }
}
