// The network as two tables: for screen readers, for copying, and for those whom the picture has no room for.

import { el, fill } from "../dom.js";
import { fresh, href } from "../state.js";
import { actorLink, count, KINDS as TYPES, time } from "../words.js";
import { copyButton } from "../copy.js";
import { STANCE_WORDS, made } from "./data.js";

/** Rows beyond that are asked for by a button. */
const FIRST = 100;

/**
 * @param graph {actors, lines, actors_in_all, lines_in_all} as the server told it
 * @param state of the view
 * @param more called for all that the server lists; null where all is here
 */
export function tables(graph, state, { more, choose }) {
  const names = new Map(graph.actors.map((actor) => [actor.id, actor.label]));
  const actors = el("table", {}, caption(graph.actors.length, graph.actors_in_all, "actor"), head(["Name", "Kind"], ["Spoke", "Spoken of", "Met", "Tied to", "Stance towards", "Central"], [""]));
  const ties = el("table", {}, caption(graph.lines.length, graph.lines_in_all, "tie"), head(["From", "To", "How"], ["Events"], ["Stance", "First", "Last"]));
  listed(actors, graph.actors, (actor) => el("tr", {},
    el("th", { scope: "row" }, actorLink(actor)), el("td", {}, TYPES[actor.kind] ?? actor.kind), numbers(actor.said, actor.named, actor.met, actor.degree),
    el("td.number", {}, signed(actor.stance)), el("td.number", { title: "PageRank" }, actor.pagerank.toFixed(3)),
    el("td", {}, state.actor.includes(actor.id) ? "drawn with neighbours" : el("a", { href: href({ actor: [...state.actor, actor.id], compare: "" }) }, "Draw neighbours", el("span.unseen", {}, ` of ${actor.label}`)))));
  listed(ties, graph.lines, (line) => el("tr", {},
    el("td", {}, names.get(line.source)), el("td", {}, names.get(line.target)), el("td", {}, made(line, 6)),
    el("td.number", {}, choose && line.family !== "holds" ? el("button.row", { type: "button", onclick: () => choose(line) }, count(line.count), el("span.unseen", {}, ` sentences of ${names.get(line.source)} and ${names.get(line.target)}`)) : count(line.count)),
    el("td", {}, STANCE_WORDS[line.stance]), el("td.date", {}, time(line.first)), el("td.date", {}, time(line.last))));
  return [
    el("div.table-head", {}, el("h2", {}, "Actors"), copyButton(actors), more && el("button", { type: "button", onclick: more }, graph.actors_in_all > 1000 ? `List 1,000 of ${count(graph.actors_in_all, "actor")}` : `List all ${count(graph.actors_in_all, "actor")}`)),
    graph.actors_in_all > 1000 && graph.actors.length >= 1000 ? el("p.soft", {}, "The rest is in the file of the export, or in sight with a narrower filter; ", el("a", { href: fresh({ view: "search" }) }, "search"), " finds everybody by name.") : null,
    el("div.scroll", { tabindex: "0", role: "region", "aria-label": "Table of actors" }, actors),
    el("div.table-head", {}, el("h2", {}, "Ties"), copyButton(ties)),
    el("div.scroll", { tabindex: "0", role: "region", "aria-label": "Table of ties" }, ties),
  ];
}

const caption = (shown, all, noun) => el("caption", {}, shown < all ? `${count(shown)} of ${count(all, noun)}` : count(all, noun));
/** The heads of columns of words, of numbers, and of words again. */
const head = (...groups) => el("thead", {}, el("tr", {}, groups.map((names, group) => names.map((name) => (name ? el("th", { scope: "col", class: group === 1 ? "number" : null }, name) : el("td"))))));
const numbers = (...all) => all.map((one) => el("td.number", {}, count(one)));
const signed = (number) => (number > 0 ? `+${count(number)}` : number < 0 ? `−${count(-number)}` : "0");

function listed(table, rows, row) {
  const body = el("tbody", {}, rows.slice(0, FIRST).map(row));
  table.append(body);
  if (rows.length <= FIRST) return;
  const button = el("button", { type: "button" }, `${count(rows.length - FIRST)} more rows`);
  const foot = el("tfoot", {}, el("tr", {}, el("td", { colspan: "10" }, button)));
  button.addEventListener("click", () => {
    foot.remove();
    fill(body, rows.map(row));
  });
  table.append(foot);
}
