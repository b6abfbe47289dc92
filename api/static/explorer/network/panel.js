// Beside the picture: who or what is chosen in it, and the sentences behind it.

import { get, inPath } from "../api.js";
import { el, fill } from "../dom.js";
import { fresh } from "../state.js";
import { empty, show } from "../states.js";
import { actBadge, actorLink, count, evidenceLink, kindBadge, source, stanceBadge, statusOf, time, whenAndWhere, wordsOf } from "../words.js";
import { STANCE_WORDS, inWords, made, mark } from "./data.js";

const TIES = 12;
const SENTENCES = 15;

/** Where nothing is chosen: how to go on. */
export function hint() {
  return [
    el("h2", {}, "Choose somebody"),
    el("p.soft", {}, "Click a name for its ties, a line for the sentences behind it. Click a chosen name once more, or press Enter, and its neighbours are drawn too."),
    el("dl.keys", {}, [["arrows", "go from name to name"], ["Enter", "draw its neighbours"], ["H", "hide it"], ["P", "pin it to its place"], ["+ −", "nearer, further"], ["0", "see all"], ["Esc", "choose nothing"]].map(([key, does]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, does)])),
  ];
}

/** An actor. `act` has what the buttons do: expand, hide, pin, from; `ways` whether they are on. */
export function actorPanel(node, lines, names, { act, ways, choose }) {
  const mine = lines.filter((line) => line.source === node.id || line.target === node.id);
  const button = (label, does, pressed) => el("button", { type: "button", "aria-pressed": pressed === undefined ? null : String(pressed), onclick: does }, label);
  return [
    el("h2", {}, actorLink(node), " ", kindBadge(node.kind)),
    el("p.soft", {}, told(node)),
    el("div.buttons", {}, ways.expanded ? button("Fold in", () => act.fold(node.id)) : el("button.primary", { type: "button", onclick: () => act.expand(node.id) }, "Draw neighbours"), button("Pin", () => act.pin(node.id), ways.pinned), button("Hide", () => act.hide(node.id)), button("Path from here", () => act.from(node))),
    el("h3", {}, mine.length > TIES ? `The strongest ${TIES} of ${count(mine.length, "tie")} drawn` : `${count(mine.length, "tie")} drawn`),
    el("ul.plain.ties", {}, mine.slice(0, TIES).map((line) => el("li", {}, el("button.row", { type: "button", onclick: () => choose(line.id) }, tie(line, node.id, names))))),
    el("p", {}, el("a", { href: fresh({ view: "statements", speaker: node.id }) }, "All it said"), " · ", el("a", { href: fresh({ view: "statements", about: node.id }) }, "all about it")),
  ];
}

/** What is known of an actor that /api/network tells. */
function told(node) {
  if (node.said === undefined) return "Between the two ends of the path.";
  return [`spoke ${times(node.said)} of or to others`, `was spoken of ${times(node.named)}`, node.met ? `met others ${times(node.met)}` : null, `tied to ${count(node.degree, "actor")}`].filter(Boolean).join(", ");
}

const times = (number) => (number === 0 ? "never" : number === 1 ? "once" : count(number, "time"));

function tie(line, from, names) {
  const out = line.source === from;
  const arrow = { met: "↔", holds: "—" }[line.family] ?? (out ? "→" : "←");
  return [el("span.arrow", { "aria-hidden": "true" }, arrow), el("span.tie-name", {}, line.family === "said" && !out ? el("span.unseen", {}, "from ") : null, names(out ? line.target : line.source)), el("span.tie-made.soft", {}, made(line, 2)), el("span.tie-count", { class: `line-${line.stance}` }, mark(line), el("span.unseen", {}, ` ${STANCE_WORDS[line.stance]}`))];
}

/** A tie, with the statements or meetings that it is made of. */
export async function linePanel(root, line, names, state, signal) {
  const { source: one, target: other } = line;
  const head = el("h2", {}, actorLink({ id: one, label: names(one) }), line.family === "met" ? " met " : line.family === "holds" ? " – " : " about ", actorLink({ id: other, label: names(other) }));
  const all = { said: () => el("a", { href: fresh({ view: "statements", speaker: one, about: other }) }, "All of them as a table"), met: () => null, holds: () => null }[line.family]();
  const list = el("div");
  fill(root, head, el("p.soft", {}, el("b", { class: `line-${line.stance}` }, mark(line)), ` ${STANCE_WORDS[line.stance]}: ${made(line, 8)}`), all && el("p", {}, all), list);
  await show(list, async () => {
    const rows = await EVIDENCE[line.family](line, state, signal);
    return rows.length ? el("ol.plain.sentences", {}, rows) : empty("No sentence meets these filters", "Clear one of them.");
  }, { signal, what: "Reading the sentences" });
}

const EVIDENCE = {
  async said({ source: speaker, target }, { since, until, publisher, act }, signal) {
    const asked = { speaker, since, until, publisher, act, sort: "newest", limit: SENTENCES };
    const [about, addressed] = await Promise.all([get("api/statements", { ...asked, about: target }, { signal }), get("api/statements", { ...asked, addressee: target }, { signal })]);
    const known = new Set(about.items.map((row) => row.iri));
    const rows = [...about.items, ...addressed.items.filter((row) => !known.has(row.iri))];
    return rows.map((row) => statement(row, target));
  },
  async met({ source: one, target: other }, { since, until }, signal) {
    const asked = { participant: [one, other], since, until };
    const [found, { total }] = await Promise.all([get("api/meetings", { ...asked, sort: "newest", limit: SENTENCES }, { signal }), get("api/meetings/counts", asked, { signal })]);
    const rows = found.items.map((row) => el("li", {}, el("p", {}, evidenceLink(row.article.id, row.id, words(row))), el("p.soft", {}, `${row.format || "meeting"}, ${statusOf(row)}`, row.place ? [" in ", row.place.label] : null, " · ", whenAndWhere(row))));
    return total > rows.length ? [...rows, el("li.soft", {}, `${count(total - rows.length, "more meeting")}`)] : rows;
  },
  async holds({ source: one, target: other }, { since, until }, signal) {
    const found = await get(`api/entities/${inPath(one)}/neighbourhood`, { kinds: ["post", "relation"], since, until, limit: 1000 }, { signal });
    return found.edges.filter((edge) => edge.source === one && edge.target === other).map(edgeItem);
  },
};

function statement(row, target) {
  const stance = row.about.find((each) => each.entity.id === target)?.stance;
  return el("li", {}, el("p", {}, actBadge(row.act, row), stance ? [" ", stanceBadge(stance)] : null, " ", evidenceLink(row.article.id, row.id, row.text)), el("p.soft", {}, whenAndWhere(row)));
}

/** An edge of a neighbourhood or of a path: how often, and the sentence of one of its events. */
export function edgeItem(edge) {
  const label = edge.kind === "relation" ? inWords(edge.label) : edge.label;
  const told = edge.count > 1 ? `${label} and the like, ${edge.count} times; this time:` : label;
  return el("li", {}, el("p.soft", {}, told), el("p", {}, evidenceLink(edge.article.id, edge.evidence[0], words(edge))), el("p.soft", {}, edge.date === edge.article.published ? null : [time(edge.date), " · "], source(edge.article)));
}

const words = (row) => wordsOf(row) || "the article";

/** The shortest paths of two; every hop has its sentence. */
export function pathPanel(found, names, { choose, close }) {
  const [first] = found;
  const last = first?.nodes.at(-1);
  const head = el("div.panel-head", {}, el("h2", {}, "Shortest path"), el("button.close", { type: "button", "aria-label": "Close the path", onclick: close }, "✕"));
  if (!first) return [head, empty("No path of at most four steps", "Both are in the graph, but nobody whom the articles tie to both lies between. Clear a filter of kinds, or choose others.")];
  return [
    head,
    el("p.soft", {}, `${count(first.hops.length, "step")} from ${first.nodes[0].label} to ${last.label}`, found.length > 1 ? `; ${found.length} ways, the strongest first` : null),
    found.map((way, number) => el("details.way", { open: number === 0 }, el("summary", {}, way.nodes.map((node) => node.label).join(" → ")), el("ol.plain", {}, way.hops.map((hop, step) => el("li.hop", {}, el("h3", {}, `${way.nodes[step].label} – ${way.nodes[step + 1].label}`), el("ul.plain.sentences", {}, hop.slice(0, 3).map((edge) => hopItem(edge, names)))))), number === 0 ? null : el("button", { type: "button", onclick: () => choose(number) }, "Show in the picture"))),
  ];
}

function hopItem(edge, names) {
  const item = edgeItem(edge);
  item.prepend(el("p", {}, el("b", {}, names(edge.source)), { met: " met ", post: " holds a post of ", relation: " and ", addressed: " spoke to ", said_about: " spoke about " }[edge.kind], el("b", {}, names(edge.target))));
  return item;
}

