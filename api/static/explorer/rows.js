// Statements and meetings as rows: the same in each view.

import { el } from "./dom.js";
import { href } from "./state.js";
import { actBadge, actorLink, evidenceLink, source, speakerOf, stanceBadge, statusOf, when, wordsOf } from "./words.js";

/** What the claim itself says of its truth: that it is not so, or only may be. */
function nuances(one) {
  return [
    one.polarity === "negative" ? [" ", el("span.nuance", { title: "What is said is that something is not so" }, "¬ negated")] : null,
    ["probable", "possible"].includes(one.certainty) ? [" ", el("span.nuance", { title: "As the speaker puts it" }, one.certainty)] : null,
  ];
}

// Lists of invited delegations have dozens: the article has them all.
const ABOUT = 4;

/** Whom it is about; in a list of what is about `self` that one is named only where there is a stance to tell. */
export function abouts(one, self = "") {
  const all = one.about.filter((each) => each.entity.id !== self || stanceBadge(each.stance));
  const shown = all.slice(0, ABOUT).map((each) => el("span.about", { class: each.role === "target" ? "is-target" : "" }, named(each)));
  return all.length > ABOUT ? [...shown, el("span.about.soft", {}, `${all.length - ABOUT} more`)] : shown;
}

/** A name and its sign, between which no line ends. */
function named({ entity, stance }) {
  const sign = stanceBadge(stance);
  return [actorLink(entity), sign && el("span.with-sign", {}, "\u00a0", sign)];
}

const COLUMNS = [
  ["Who", "who"],
  ["Act", "how"],
  ["What was said", "said"],
  ["About", "abouts"],
  ["Source", "source"],
];

/** In which order lists are asked for: the newest first, unless the address says otherwise. */
export const sortOf = (state) => state.sort || "newest";

/** The head of the column of dates, which turns the order round. */
export function dateHead(state) {
  const newest = sortOf(state) === "newest";
  const order = el("a", { href: href({ sort: newest ? "oldest" : "" }), title: newest ? "Newest first; show the oldest first" : "Oldest first; show the newest first" }, "Date ", el("span", { "aria-hidden": "true" }, newest ? "↓" : "↑"));
  return el("th", { scope: "col", "aria-sort": newest ? "descending" : "ascending" }, order);
}

/** A table of statements whose body takes more rows: {table, add(rows)}. */
export function statementTable(state) {
  const body = el("tbody");
  const heads = COLUMNS.map(([name, kind]) => el("th", { scope: "col", class: `head-${kind}` }, name));
  // Where all rows are of one speaker, whom the heading names, they need not name them each.
  const table = el("table.statements", { class: state.speaker ? "of-one" : "" }, el("thead", {}, el("tr", {}, dateHead(state), heads)), body);
  return { table, add: (rows) => body.append(...rows.map(statementRow)) };
}

function statementRow(one) {
  return el("tr", {},
    el("td.date", {}, when(one)),
    el("td.who", {}, speakerOf(one)),
    el("td.how", {}, actBadge(one.act, one)),
    el("td.said", {}, evidenceLink(one.article.id, one.id, words(one)), nuances(one)),
    el("td.abouts", {}, abouts(one)),
    el("td.source", {}, source(one.article, { dated: false })));
}

/** The same in a narrow column. */
export function statementItem(one, { speaker = true, publisher = true, about: self = "" } = {}) {
  const about = abouts(one, self);
  return el("li.item", {},
    el("p.item-head", {}, when(one), " ", speaker ? [speakerOf(one), " "] : null, actBadge(one.act, one), about.length ? [el("span.soft", {}, " on "), about] : null),
    el("p.item-said", {}, evidenceLink(one.article.id, one.id, words(one)), nuances(one)),
    publisher ? el("p.item-source", {}, source(one.article, { dated: false })) : null);
}

/** `self`: the actor whose meetings are listed, or the place; it is not named in each. */
export function meetingItem(one, self = "") {
  const others = one.participants.filter((each) => each.entity.id !== self);
  const who = others.flatMap((each, position) => [position ? ", " : null, actorLink(each.entity)]);
  const status = one.status === "held" ? null : [" ", el("span.nuance", {}, statusOf(one))];
  return el("li.item", {},
    el("p.item-head", {}, when(one), " ", evidenceLink(one.article.id, one.id, one.format), status, one.place && one.place.id !== self ? [el("span.soft", {}, " in "), actorLink(one.place)] : null),
    who.length ? el("p", {}, others.length < one.participants.length ? el("span.soft", {}, "with ") : null, who) : null,
    one.topic ? el("p.item-said", {}, one.topic) : null,
    el("p.item-source", {}, source(one.article, { dated: false })));
}

/** Quoted words in quotation marks, told ones without. */
function words(one) {
  const text = one.text || wordsOf(one) || "(the sentence)";
  return one.form === "direct" && !/^["“„«]/.test(text) ? `“${text}”` : text;
}
