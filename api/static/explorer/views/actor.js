// One actor: who it is, what it said, what was said about it, whom it met, with whom it is named; of a place, who met
// there. Without one: the list.

import { get, inPath, pages } from "../api.js";
import { bucketFor, chart } from "../chart.js";
import { el, webLink } from "../dom.js";
import { remember } from "../names.js";
import { meetingItem, statementItem } from "../rows.js";
import { fresh, href } from "../state.js";
import { empty, show } from "../states.js";
import { MANY_OF_A_KIND, actorLink, count, day, kindBadge } from "../words.js";

const SHOWN = 6;
const COMPANIONS = 15;
const POSTS = 5;
const PAGE = 50;
// Milliseconds before the first article and after the last that the chart begins and ends at most.
const BESIDE = 60 * 86_400_000;

export async function render(root, state, { signal }) {
  const [id] = state.actor;
  if (id) await show(root, () => portrait(id, state, signal), { signal, what: "Reading about the actor", key: "actor" });
  else await show(root, () => directory(state, signal), { signal, what: "Reading names" });
}

async function portrait(id, state, signal) {
  const { since, until } = state;
  const dates = { since, until };
  const row = await get(`api/entities/${inPath(id)}`, {}, { signal });
  remember(row);
  const ask = (path, parameters) => get(path, { ...parameters, ...dates }, { signal });
  // What is known of the actor counts all times.
  const amount = async (known, path, parameters) => (known === null || since || until ? (await ask(`${path}/counts`, parameters)).total : known);
  const isPlace = row.kind === "place";
  const meetings = isPlace ? { place: row.id } : { participant: row.id };
  const [said, about, met, together, time, saidInAll, aboutInAll, metInAll] = await Promise.all([
    isPlace ? null : ask("api/statements", { speaker: row.id, limit: SHOWN, sort: "newest" }),
    ask("api/statements", { about: row.id, limit: SHOWN, sort: "newest" }),
    ask("api/meetings", { ...meetings, limit: SHOWN, sort: "newest" }),
    ask(`api/entities/${inPath(row.id)}/companions`, { limit: COMPANIONS }),
    timeline(row, dates, signal),
    isPlace ? 0 : amount(row.statements, "api/statements", { speaker: row.id }),
    amount(row.statements_about, "api/statements", { about: row.id }),
    amount(isPlace ? null : row.meetings, "api/meetings", meetings),
  ]);
  const dated = since || until ? el("p.soft", {}, `Within ${[since && `from ${day(since)}`, until && `until ${day(until)}`].filter(Boolean).join(" ")}; the counts at the top are of all.`) : null;
  return [
    head(row),
    facts(row),
    dated,
    time.length ? overTime(time, row, dates) : null,
    el("div.columns.actor-columns", {},
      said && part("What they said", said, (one) => statementItem(one, { speaker: false }), { link: fresh({ view: "statements", speaker: row.id }), total: count(saidInAll, "statement"), nothing: "No statement of theirs was read." }),
      part(`What was said about ${isPlace ? "it" : "them"}`, about, (one) => statementItem(one, { about: row.id }), { link: fresh({ view: "statements", about: row.id }), total: count(aboutInAll, "statement"), nothing: isPlace && row.country ? ["Nothing was said about it. Where articles name it for a government, see ", el("a", { href: fresh({ view: "statements", about: row.country.id }) }, `what was said about ${row.country.label}`), "."] : `Nothing was said about ${isPlace ? "it" : "them"}.` }),
      part(isPlace ? "Who met here" : "Whom they met", met, (one) => meetingItem(one, row.id), { asked: { ...meetings, ...dates }, inAll: metInAll, total: count(metInAll, "meeting"), nothing: "No meeting was read." }),
      companions(together.items, row)),
  ];
}

async function timeline(row, dates, signal) {
  const first = dates.since || row.first;
  const last = dates.until || row.last;
  if (!first) return [];
  const whole = (date, pattern) => date.slice(0, 10) + pattern.slice(date.length);
  const bucket = bucketFor(whole(first, "0000-01-01"), whole(last, "0000-12-31"));
  const found = await get("api/timeline", { entity: row.id, bucket, ...dates }, { signal });
  return found.items;
}

/** The chart of the time that articles are from; what they recall of years before, or see coming, would make it one thin line. */
function overTime(time, row, dates) {
  const begin = dates.since ? -Infinity : Date.parse(row.first) - BESIDE;
  const end = dates.until ? Infinity : Date.parse(row.last) + BESIDE;
  const isNear = (one) => Date.parse(one.end) >= begin && Date.parse(one.start) <= end;
  const others = time.filter((one) => !isNear(one));
  const events = others.reduce((sum, one) => sum + one.statements + one.about + one.meetings, 0);
  return el("section", {}, el("h2", {}, "Over time"), chart(time.filter(isNear)), others.length ? el("p.soft.note", {}, `${count(events, "event")} of other times, between ${day(others[0].start)} and ${day(others.at(-1).end)}, not in the chart.`) : null);
}

function head(row) {
  return el("div.view-head.actor-head", {},
    el("div", {}, el("p.eyebrow", {}, kindBadge(row.kind), row.country && row.country.id !== row.id ? [" · ", actorLink(row.country)] : null), el("h1", {}, row.label), row.aliases.length ? el("p.soft", {}, "Also: ", row.aliases.slice(0, 6).join(", "), row.aliases.length > 6 ? ` and ${row.aliases.length - 6} more` : "") : null),
    el("ul.jumps", {}, el("li", {}, el("a", { href: fresh({ view: "network", actor: [row.id] }) }, "Network")), el("li", {}, el("a", { href: fresh({ view: "articles", actor: [row.id] }) }, `In ${count(row.articles, "article")}`)), el("li", {}, el("a", { href: `entity/${inPath(row.id)}` }, "Page and data"))));
}

function facts(row) {
  const about = fresh({ view: "statements", about: row.id });
  // A place says nothing and is told nothing.
  const numbers = row.kind === "place"
    ? [["said about it", row.statements_about, about]]
    : [
        ["said", row.statements, fresh({ view: "statements", speaker: row.id })],
        ["said about them", row.statements_about, about],
        ["said to them", row.statements_to, null],
        ["meetings", row.meetings, null],
      ];
  numbers.push(["mentions", row.mentions, null]);
  const seen = row.first ? el("div", {}, el("dt", {}, "seen"), el("dd.dates", {}, day(row.first), row.last !== row.first ? ` – ${day(row.last)}` : "")) : null;
  return [
    el("dl.numbers", {}, numbers.map(([name, number, link]) => el("div", {}, el("dt", {}, name), el("dd", {}, link && number ? el("a", { href: link }, count(number)) : count(number)))), seen),
    row.roles.length ? posts(fullest(row.roles)) : null,
    row.same_as.length ? el("p.soft.elsewhere", {}, "Elsewhere: ", row.same_as.flatMap((iri, position) => [position ? ", " : null, webLink(iri, iri.replace(/^https?:\/\/(www\.)?/, ""))])) : null,
  ];
}

/** Without those that only repeat the title of one with its organization: "President" beside "President, United States". */
function fullest(roles) {
  const title = (one) => one.post.toLowerCase();
  const whole = new Set(roles.filter((one) => one.organization).map(title));
  return roles.filter((one) => one.organization || one.since || one.until || !whole.has(title(one)));
}

/** Posts: those with dates first, then those that most articles tell of; the rest folded away. */
function posts(roles) {
  const weight = (one) => (one.since || one.until ? 1_000_000 : 0) + one.articles;
  const sorted = [...roles].sort((a, b) => weight(b) - weight(a) || (a.since ?? "").localeCompare(b.since ?? ""));
  const rest = sorted.slice(POSTS);
  return el("section.roles", {}, el("h2", {}, "Posts"), el("ul.plain", {}, sorted.slice(0, POSTS).map(role)),
    rest.length ? el("details", {}, el("summary", {}, `${count(rest.length, "more post")} that articles give`), el("ul.plain", {}, rest.map(role))) : null);
}

function role(one) {
  const time = one.since && one.until ? `${day(one.since)} – ${day(one.until)}` : one.since ? `since ${day(one.since)}` : one.until ? `until ${day(one.until)}` : null;
  return el("li", {}, el("span.post", {}, one.post), one.organization ? [", ", actorLink(one.organization)] : null, time ? [" ", el("span.soft.post-time", {}, time)] : null, " ", el("span.soft.told-by", {}, `(${one.articles ? count(one.articles, "article") : "gazetteer"})`));
}

/** A list of the newest; all of it has a view of its own, `link`, or comes a page at a time, as `asked`. */
function part(title, found, item, { link, asked, inAll, total, nothing }) {
  const more = () => (link ? el("p.more", {}, el("a", { href: link }, `All ${total}`)) : rest(found, item, asked, inAll));
  return el("section", {}, el("h2", {}, title, " ", found.items.length ? el("span.soft.amount", {}, total) : null), found.items.length ? el("ul.plain.items", {}, found.items.map(item)) : el("p.soft", {}, nothing), found.next ? more() : null);
}

/** The rest of the meetings, which have no view of their own, a page at a time. */
function rest(found, item, asked, inAll) {
  let [cursor, shown] = [found.next, found.items.length];
  const label = () => `More: ${count(inAll - shown)} to come`;
  const button = el("button", { type: "button" }, label());
  button.addEventListener("click", async () => {
    button.disabled = true;
    const page = await get("api/meetings", { ...asked, limit: PAGE, sort: "newest", cursor });
    button.closest("section").querySelector("ul.items").append(...page.items.map(item));
    [cursor, shown] = [page.next, shown + page.items.length];
    button.disabled = false;
    button.textContent = label();
    if (!cursor) button.remove();
  });
  return el("p.more", {}, button);
}

function companions(found, row) {
  const most = Math.max(1, ...found.map((one) => one.articles));
  const speaks = row.kind !== "place";
  return el("section", {}, el("h2", {}, "Named together with"),
    found.length
      ? el("table.ranking", {}, el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Name"), el("th", { scope: "col" }, "Articles"), speaks ? el("th", { scope: "col" }, "Between them") : null)),
          el("tbody", {}, found.map((one) => el("tr", {},
            el("td", {}, actorLink(one.entity), " ", kindBadge(one.kind)),
            el("td.bar-cell", {}, el("span.meter", { "aria-hidden": "true" }, el("span", { style: { width: `${(100 * one.articles) / most}%` } })), count(one.articles)),
            speaks ? el("td", {}, el("a", { href: fresh({ view: "statements", speaker: row.id, about: one.entity.id }) }, "said"), " · ", el("a", { href: fresh({ view: "statements", speaker: one.entity.id, about: row.id }) }, "heard")) : null))))
      : el("p.soft", {}, "Nobody else is named in the same articles."));
}

/** Everybody, the best known first. */
async function directory(state, signal) {
  const list = pages("api/entities", { q: state.q, type: state.type, sort: "mentions" }, { signal, limit: PAGE });
  const page = await list.more();
  const kinds = el("p.tabs", {}, [["", "All"], ...Object.entries(MANY_OF_A_KIND)].map(([kind, name]) => el("a", { href: href({ type: kind }), "aria-current": state.type === kind ? "true" : null }, name)));
  const title = el("div.view-head.directory-head", {}, el("h1", {}, "Actors and places"), kinds);
  if (!page.items.length) return [title, empty("Nobody of this kind is in the graph", el("a", { href: href({ type: "", q: "" }) }, "Show all"))];
  const row = (hit) => el("tr", {}, el("td", {}, actorLink(hit)), el("td", {}, kindBadge(hit.kind)), [hit.mentions, hit.articles, hit.statements].map((number) => el("td.number", {}, count(number))));
  const body = el("tbody", {}, page.items.map(row));
  const button = el("button", { type: "button" }, "More");
  const foot = el("p.foot", {}, button);
  button.addEventListener("click", async () => {
    button.disabled = true;
    body.append(...(await list.more()).items.map(row));
    button.disabled = false;
    if (list.ended) foot.remove();
  });
  return [
    title,
    el("div.scroll", {}, el("table.directory", {}, el("thead", {}, el("tr", {}, ["Name", "Kind", "Mentions", "Articles", "Said"].map((head, position) => el("th", { scope: "col", class: position > 1 ? "number" : "" }, head)))), body)),
    list.ended ? null : foot,
  ];
}
