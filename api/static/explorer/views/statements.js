// Who said what about whom: one table; two actors, or several publishers, side by side.

import { get, inPath, pages } from "../api.js";
import { el, fill } from "../dom.js";
import { called, labelOf, nameOf, remember } from "../names.js";
import { sortOf, statementItem, statementTable } from "../rows.js";
import { combobox } from "../searchbox.js";
import { change, fresh, href } from "../state.js";
import { empty, failed, show } from "../states.js";
import { actBadge, actorLink, count, family, kindBadge } from "../words.js";

const PAGE = 50;
const COLUMN_PAGE = 20;
// Publishers side by side: more are too narrow to read.
const COLUMNS = 4;
const ACTS_SHOWN = 8;
/** Filters beside the names. */
const NARROWING = ["q", "act", "form", "stance", "since", "until", "publisher"];

const asked = (state) => {
  const { q, speaker, about, act, form, stance, since, until, publisher } = state;
  return { q, speaker, about, act, form, stance, since, until, publisher };
};

export async function render(root, state, { signal }) {
  const names = { speaker: await labelOf(state.speaker), about: await labelOf(state.about), compare: state.compare === "publishers" ? "" : await labelOf(state.compare) };
  if (signal.aborted) return;
  const title = el("h1", {}, heading(state, names));
  const body = el("div");
  fill(root, el("div.view-head", {}, title, comparing(state, names)), body);
  if (state.compare === "publishers") await show(body, () => byPublisher(state, signal), { signal, what: "Reading statements" });
  else if (state.compare) await show(body, () => twoActors(state, names, signal), { signal, what: "Reading statements" });
  else await show(body, () => table(state, signal), { signal, what: "Reading statements", key: failedKey(state) });
}

/** Which of the names an error is about, so that a candidate can take its place. */
const failedKey = (state) => (state.speaker ? "speaker" : state.about ? "about" : null);

function heading(state, names) {
  if (state.compare && state.compare !== "publishers") return `${names.speaker || "Anybody"} and ${names.compare}${names.about ? ` on ${names.about}` : ""}`;
  if (names.speaker && names.about) return `What ${names.speaker} said about ${names.about}`;
  if (names.speaker) return `What ${names.speaker} said`;
  if (names.about) return `What was said about ${names.about}`;
  return "Statements";
}

function comparing(state, names) {
  if (state.compare) return el("p.compare", {}, el("a", { href: href({ compare: "" }) }, "Back to one table"));
  const choose = (id) => change({ compare: id });
  const box = combobox({ id: "compare", label: "Compare with another actor", placeholder: "another actor", choose: (hit) => { remember(hit); choose(hit.id); }, submit: choose });
  return el("div.compare", {}, el("span.soft", {}, "Side by side: "), names.speaker ? [box, " or "] : null, el("a", { href: href({ compare: "publishers" }) }, "publishers"));
}

async function table(state, signal) {
  const list = pages("api/statements", { ...asked(state), sort: sortOf(state) }, { signal, limit: PAGE });
  const [page, counts, bearers] = await Promise.all([list.more(), get("api/statements/counts", asked(state), { signal }), calledSo(state, signal)]);
  if (!page.items.length) return [bearers, nothing(state, (await countriesMeant(state, signal)) ?? (await actorsMeant(state)))];
  const { table: rows, add } = statementTable(state);
  add(page.items);
  let shown = page.items.length;
  const told = el("p.told", { role: "status" });
  const tell = () => fill(told, shown < counts.total ? `${count(shown)} of ${count(counts.total, "statement")}` : count(counts.total, "statement"));
  tell();
  return [
    bearers,
    acts(counts, state),
    told,
    el("div.scroll", {}, rows),
    moreButton(list, (items) => {
      add(items);
      shown += items.length;
      tell();
    }, () => `More: ${count(counts.total - shown)} to come`),
  ];
}

/** Who bears the words as a name: whoever types one and presses Enter may mean the actor. */
async function calledSo(state, signal) {
  if (!state.q || state.speaker || state.about) return null;
  const { items } = await get("api/entities", { q: state.q, limit: 3 }, { signal });
  if (!items.length) return null;
  return el("p.called", {}, el("span.soft", {}, "Called so: "), items.flatMap((hit, position) => [position ? ", " : null, actorLink(hit), " ", kindBadge(hit.kind)]));
}

/** A link to what is said by and about the countries of the places that were asked for: articles name a capital for its government. */
async function countriesMeant(state, signal) {
  const places = await Promise.all(["speaker", "about"].filter((key) => state[key].startsWith("place/")).map(async (key) => [key, await get(`api/entities/${inPath(state[key])}`, {}, { signal })]));
  const meant = places.filter(([, place]) => place.country);
  if (!meant.length) return null;
  const countries = Object.fromEntries(meant.map(([key, place]) => [key, place.country.id]));
  const { total } = await get("api/statements/counts", { ...asked(state), ...countries }, { signal });
  meant.forEach(([, place]) => remember(place.country));
  return total ? el("a", { href: href(countries) }, count(total, "statement"), meant.map(([key, place], number) => `${number ? "," : ""} ${key === "about" ? "about" : "of"} ${place.country.label}, where ${place.label} is`)) : null;
}

/** A link to what the one said about the other, where two words that no statement has are two names. */
async function actorsMeant({ q, speaker, about }) {
  const words = q.split(/\s+/);
  if (words.length !== 2 || speaker || about) return null;
  const [one, other] = await Promise.all(words.map(called));
  return one && other && one.id !== other.id ? el("a", { href: fresh({ view: "statements", speaker: one.id, about: other.id }) }, `What ${one.label} said about ${other.label}`) : null;
}

/** What else might be meant; only what would change the answer is offered. */
function nothing(state, meant = null) {
  const { speaker, about } = state;
  const ask = (changes, ...words) => el("a", { href: href(changes) }, words);
  const filters = Object.fromEntries(NARROWING.filter((key) => state[key]).map((key) => [key, ""]));
  const narrowed = Object.keys(filters).length > 0;
  const both = speaker && about;
  return empty(both && !narrowed ? `No article here tells of ${nameOf(speaker)} speaking about ${nameOf(about)}` : state.q && Object.keys(filters).length === 1 && !speaker && !about ? `No statement has the words “${state.q}”` : "No statement meets these filters",
    meant,
    narrowed && (speaker || about) ? ask(filters, "Drop all filters but the names") : null,
    both ? ask({ speaker: about, about: speaker }, `What ${nameOf(about)} said about ${nameOf(speaker)}`) : null,
    both ? ask({ about: "" }, `All that ${nameOf(speaker)} said`) : null,
    both ? ask({ speaker: "" }, `All that was said about ${nameOf(about)}`) : null,
    state.q && !speaker && !about ? el("a", { href: "?" }, "Ask in a sentence: what did somebody say about somebody") : null,
    el("a", { href: "?view=statements" }, "Show all statements"));
}

/** How many there are of each act: a click keeps those alone. */
function acts(counts, state) {
  const sorted = Object.entries(counts.acts).sort((a, b) => b[1] - a[1]);
  if (sorted.length < 2 && !state.act) return null;
  return el("p.acts", {}, sorted.slice(0, ACTS_SHOWN).map(([act, number]) =>
    el("a.act-count", { href: href({ act: state.act === act ? "" : act }), "aria-current": state.act === act ? "true" : null }, actBadge(act), " ", count(number))),
    sorted.length > ACTS_SHOWN ? el("span.soft", {}, `and ${sorted.length - ACTS_SHOWN} more acts`) : null);
}

function moreButton(list, take, label) {
  if (list.ended) return null;
  const button = el("button.more-button", { type: "button" }, label());
  const foot = el("p.foot", {}, button);
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const page = await list.more();
      take(page.items);
      button.textContent = label();
      if (list.ended) foot.remove();
    } catch (error) {
      if (error.name !== "AbortError") foot.append(failed(error));
    } finally {
      button.disabled = false;
    }
  });
  return foot;
}

/** The claims of two actors beside each other, with how often each is against and for what it speaks of. */
async function twoActors(state, names, signal) {
  const speakers = [[state.speaker, names.speaker || "Anybody"], [state.compare, names.compare]];
  return el("div.side-by-side", {}, await Promise.all(speakers.map(([id, label]) => column(label, { ...asked(state), speaker: id }, state, signal, { speaker: !id, about: state.about }))));
}

/** The same statements as each publisher tells them; of many, those that tell most. */
async function byPublisher(state, signal) {
  const counts = await get("api/statements/counts", { ...asked(state), publisher: "" }, { signal });
  if (!counts.publishers.length) return nothing(state);
  const shown = counts.publishers.slice(0, COLUMNS);
  const rest = counts.publishers.length - shown.length;
  return [
    rest > 0 ? el("p.told", {}, `The ${shown.length} publishers that tell most, of ${counts.publishers.length}. A filter for dates or words brings others forward.`) : null,
    el("div.side-by-side", {}, await Promise.all(shown.map(({ name }) => column(name, { ...asked(state), publisher: name }, state, signal, { publisher: false, speaker: !state.speaker, about: state.about })))),
  ];
}

async function column(label, parameters, state, signal, options) {
  const list = pages("api/statements", { ...parameters, sort: sortOf(state) }, { signal, limit: COLUMN_PAGE });
  const [page, counts] = await Promise.all([list.more(), get("api/statements/counts", parameters, { signal })]);
  const items = el("ul.plain.items", {}, page.items.map((one) => statementItem(one, options)));
  let shown = page.items.length;
  const more = moreButton(list, (rows) => {
    items.append(...rows.map((one) => statementItem(one, options)));
    shown += rows.length;
  }, () => `More: ${count(counts.total - shown)} to come`);
  return el("section.column", { "aria-label": label }, el("h2", {}, label, " ", el("span.soft", {}, count(counts.total, "statement"))), balance(counts), page.items.length ? items : empty("Nothing"), more);
}

/** How much of it is against, denied, in accord, or merely told: one line of bars with their numbers. */
function balance(counts) {
  const sums = {};
  for (const [act, number] of Object.entries(counts.acts)) sums[family(act)] = (sums[family(act)] ?? 0) + number;
  const parts = [["against", "against"], ["denial", "denied, refused"], ["accord", "in accord"], ["telling", "told"]].filter(([name]) => sums[name]);
  return el("p.balance", {}, parts.map(([name, label]) => el("span", { class: `act act-${name}` }, `${sums[name]} ${label}`)));
}
