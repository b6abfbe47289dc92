// What is drawn: the actors and ties of /api/network, with the ties of each pair drawn as few lines.

import { get } from "../api.js";

/** Kinds of ties, as the state and the server call them, and as a reader does. */
export const KINDS = { said_about: "spoke about", addressed: "spoke to", met: "met", post: "posts", relation: "relations" };
/** Where nobody is chosen, what actors do; around somebody, also the posts that they hold. */
const USUAL = { all: ["said_about", "addressed", "met"], around: ["said_about", "addressed", "met", "post"] };

/** More nodes than that can't be told apart on a screen, and are slow to draw on a small machine. */
export const MOST = 300;
/** So many are drawn where nothing else is asked for: their names can still be read. */
export const FIRST = 60;
/** Lines beyond the strongest so many only darken the picture, and each takes its time to draw; the table has all. */
const MOST_LINES = 500;
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

export async function load(state, signal) {
  const found = await get("api/network", { ...question(state), measures: "false" }, { signal });
  const all = lines(found.links);
  return { ...found, lines: strongest(all, new Set(state.actor)), lines_in_all: all.length };
}

/** Those of the actors that one asked for, then the strongest of the others; in their order. */
function strongest(all, asked) {
  if (all.length <= MOST_LINES) return all;
  const own = (line) => asked.has(line.source) || asked.has(line.target);
  const kept = new Set([...all.filter(own), ...all.filter((line) => !own(line))].slice(0, MOST_LINES));
  return all.filter((line) => kept.has(line));
}

/** All actors that the server lists at once, for the table. */
export const rest = (state, signal) => get("api/network", { ...question(state, LISTED), measures: "false" }, { signal });

const FAMILY = { said_about: "said", addressed: "said", met: "met", post: "holds", relation: "holds" };

/** One line for what one said of and to another, one for their meetings, one for posts and relations; strongest first. */
export function lines(links) {
  const made = new Map();
  for (const link of links) {
    const family = FAMILY[link.kind];
    const id = `${family} ${link.source} ${link.target}`;
    if (!made.has(id)) made.set(id, { id, family, source: link.source, target: link.target, count: 0, negative: 0, positive: 0, labels: new Map(), first: null, last: null });
    const line = made.get(id);
    line.count += link.count;
    if (link.stance in line) line[link.stance] += link.count;
    const label = link.kind === "addressed" ? `${link.label} to` : link.kind === "relation" ? inWords(link.label) : link.label;
    line.labels.set(label, (line.labels.get(label) ?? 0) + link.count);
    if (link.first && (!line.first || link.first < line.first)) line.first = link.first;
    if (link.last && (!line.last || link.last > line.last)) line.last = link.last;
  }
  for (const line of made.values()) line.stance = line.family === "said" ? stanceOf(line) : line.family;
  return [...made.values()].sort((one, other) => other.count - one.count || (one.id < other.id ? -1 : 1));
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
