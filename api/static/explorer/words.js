// How things are written: numbers, dates, acts, stances, kinds; the same in every view.

import { el } from "./dom.js";
import { fresh, href } from "./state.js";

const NUMBERS = new Intl.NumberFormat("en");
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "1,234", or with a noun "1 statement", "1,234 statements". */
export function count(number, noun = "") {
  if (!noun) return NUMBERS.format(number);
  return `${NUMBERS.format(number)} ${number === 1 ? noun : noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
}

/** "8 May 2024" of an ISO date or time; "undated" without one. */
export function day(date) {
  const [year, month, number] = String(date ?? "").slice(0, 10).split("-");
  if (!year) return "undated";
  return [number && Number(number), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}

export const time = (date) => (date ? el("time", { datetime: date.slice(0, 10) }, day(date)) : el("span.soft", {}, "undated"));

/** When something was said or done, no more exactly than the article has it: "2003", not its first day. */
export function when(row) {
  const { begin, granularity } = row.time ?? {};
  if (begin !== row.date || !(granularity in UNTIL)) return time(row.date);
  return el("time", { datetime: begin.slice(0, 10), title: row.time.text }, granularity === "week" ? "week of " : "", day(begin.slice(0, UNTIL[granularity])));
}
/** How many letters of an ISO date a granularity has. */
const UNTIL = { year: 4, month: 7, week: 10 };

/** What an act does, in four families: each has a sign of its own, so that colour is never alone. */
const FAMILIES = {
  against: { sign: "▼", acts: ["accuse", "criticise", "threaten", "warn", "demand"] },
  denial: { sign: "✕", acts: ["deny", "reject", "refuse"] },
  accord: { sign: "▲", acts: ["agree", "praise", "support", "promise", "propose", "admit"] },
  telling: { sign: "●", acts: ["say", "claim", "announce", "ask", "believe", "intend", "report"] },
};
export const ACTS = Object.values(FAMILIES).flatMap((family) => family.acts).sort();

export function family(act) {
  return Object.keys(FAMILIES).find((name) => FAMILIES[name].acts.includes(act)) ?? "telling";
}

export function actBadge(act, { negated = false } = {}) {
  const name = family(act);
  return el("span.act", { class: `act-${name}` }, el("span.sign", { "aria-hidden": "true" }, FAMILIES[name].sign), negated ? `not ${act}` : act);
}

export const STANCES = { negative: "−", neutral: "○", positive: "+" };

export function stanceBadge(stance) {
  // Most of what is said is neutral: a badge on everything would tell nothing.
  if (!(stance in STANCES) || stance === "neutral") return null;
  return el("span.stance", { class: `stance-${stance}`, title: `${stance} stance towards whom it is about` }, el("span", { "aria-hidden": "true" }, STANCES[stance]), el("span.unseen", {}, `(${stance})`));
}

export const KINDS = { person: "Person", organization: "Organization", country: "Country", group: "Group", place: "Place" };
export const MANY_OF_A_KIND = { person: "People", organization: "Organizations", country: "Countries", group: "Groups", place: "Places" };

export function kindBadge(kind) {
  return el("span.kind", { class: `kind-${kind}` }, KINDS[kind] ?? kind);
}

/** A link to the view of an actor. */
export function actorLink(named) {
  return el("a.actor", { href: fresh({ view: "actor", actor: [named.id] }) }, named.label);
}

/** A link that opens an article where something is said: a finding by its id, or an excerpt {start, end}. */
export function evidenceLink(article, at, ...children) {
  const evidence = typeof at === "string" ? at : at ? `char=${at.start},${at.end}` : "";
  return el("a.to-evidence", { href: href({ article, evidence }), "data-evidence": `${article}#${evidence}` }, children);
}

/** "The Daily Example, 8 May 2024" */
export function source(article, { dated = true } = {}) {
  return [article.publisher, dated && article.published ? day(article.published) : null].filter(Boolean).join(", ") || "publisher unknown";
}

/** When, and where it can be read; the day of an article that tells of that day is told once. */
export function whenAndWhere(row) {
  const { article, date } = row;
  const told = source(article);
  return date && date === article.published?.slice(0, 10) && !(row.time?.granularity in UNTIL) ? told : [when(row), " · ", told];
}

/** The words that a finding was read in; a cue within a sentence that is there already is not told twice. */
export function wordsOf({ evidence }) {
  const whole = evidence.filter((one) => !evidence.some((other) => other !== one && other.start <= one.start && one.end <= other.end && other.end - other.start > one.end - one.start));
  return whole.map((one) => one.text).join(" … ");
}

/** Somebody who speaks: the known one, or what the article calls them. */
export function speakerOf(row) {
  if (row.speaker) return actorLink(row.speaker);
  return el("span.unknown", {}, row.speaker_words?.text ?? (row.speaker_kind === "author" ? "the author" : "somebody unnamed"));
}

/** Whether a meeting was held, as the article has it. */
export const statusOf = (meeting) => (meeting.status === "unknown" ? "perhaps held" : meeting.status.replace("_", " "));
