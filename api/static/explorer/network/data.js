// What is drawn: the actors of the network, and the ties of each pair as few lines.

import { get } from "../api.js";

/** Kinds of ties, as the state and the server call them, and as a reader does. */
export const KINDS = { said_about: "spoke about", addressed: "spoke to", met: "met", post: "posts", relation: "relations" };
/** Where nobody is chosen, what actors do; around somebody, also the posts that they hold. */
const USUAL = { all: ["said_about", "addressed", "met"], around: ["said_about", "addressed", "met", "post"] };

/** More nodes than that can't be told apart on a screen, and are slow to draw on a small machine. */
export const MOST = 300;
/** So many are drawn where nothing else is asked for: their names can still be read. A phone has room for half of them. */
const FIRST = matchMedia("(max-width: 40rem)").matches ? 30 : 60;
/** Lines beyond the strongest so many only darken the picture, and each takes its time to draw; the table has all. */
const MOST_LINES = 500;
/** As many as the server gives. */
const ALL_LINES = 100_000;
/** How many rows the server gives at once. */
const LISTED = 1000;

export const limitOf = (state) => Math.min(MOST, Math.max(1, Number.parseInt(state.limit, 10) || FIRST));

export function kindsOf(state) {
  const chosen = state.kind.filter((kind) => kind in KINDS);
  return chosen.length ? chosen : USUAL[state.actor.length ? "around" : "all"];
}

/** The question to the server; its answer is what the view draws and what its exports hold. */
export function question(state, limit = limitOf(state)) {
  const { actor, since, until, publisher, act, stance, weight } = state;
  return { entity: actor, around: actor.length ? "true" : "", kinds: kindsOf(state), since, until, publisher, act, stance, min_weight: /^[1-9]\d*$/.test(weight) ? weight : "", limit };
}

export const load = (state, signal) => asked(question(state), MOST_LINES, signal);

/** Of all actors that the server lists at once, or of so many, all ties: for the table. */
export const whole = (state, signal, limit = LISTED) => asked(question(state, limit), ALL_LINES, signal);

async function asked(parameters, most, signal) {
  const found = await get("api/network/lines", { ...parameters, most }, { signal });
  found.lines.forEach(finish);
  return found;
}

/** Its id, what it is made of as a reader calls it, and how it is drawn. */
function finish(line) {
  line.id = `${line.family} ${line.source} ${line.target}`;
  line.labels = new Map();
  // "Ecology Minister" and "ecology minister" are one post.
  const spelt = new Map();
  for (const { kind, label, count } of line.parts) {
    const name = kind === "addressed" ? `${label} to` : kind === "relation" ? inWords(label) : label;
    if (!spelt.has(name.toLowerCase())) spelt.set(name.toLowerCase(), name);
    const one = spelt.get(name.toLowerCase());
    line.labels.set(one, (line.labels.get(one) ?? 0) + count);
  }
  line.stance = line.family === "said" ? stanceOf(line) : line.family;
}

/** "allied with" of the name that the ontology has for a relation. */
export const inWords = (predicate) => predicate.replace(/([a-z])([A-Z])/g, (_, one, other) => `${one} ${other.toLowerCase()}`);

function stanceOf({ negative, positive }) {
  if (negative > positive) return "negative";
  if (positive > negative) return "positive";
  return negative ? "mixed" : "neutral";
}

/** What a line is called: how it is drawn, its sign, and its words. */
export const STANCE_SIGNS = { negative: "−", positive: "+", mixed: "±", neutral: "", met: "", holds: "" };
export const STANCE_WORDS = { negative: "mostly against", positive: "mostly for", mixed: "for and against", neutral: "neutral", met: "met", holds: "post or relation" };

export const mark = (line) => `${STANCE_SIGNS[line.stance]}${line.count}`;

/** "accuse 3, demand 2": what it is made of, the most usual first. */
export function made(line, most = 4) {
  const labels = [...line.labels].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  const said = labels.slice(0, most).map(([label, number]) => (number > 1 ? `${label} ${number}` : label));
  return [...said, labels.length > most ? "…" : null].filter(Boolean).join(", ");
}
