// Places on a world map: how often articles mention them, how many meetings were held there.

import { get, inPath } from "../api.js";
import { dot, free, lying } from "../boxes.js";
import { copyButton } from "../copy.js";
import { el, fill } from "../dom.js";
import { labelOf, nameOf } from "../names.js";
import { change, fresh, go, href, read } from "../state.js";
import { empty, failed, loading, show, tooMuch } from "../states.js";
import { actBadge, actorLink, count, day, evidenceLink, kindBadge, speakerOf, statusOf, whenAndWhere, wordsOf } from "../words.js";
import { HEIGHT, WIDTH, countries, project } from "../world.js";

/** Circles beyond that lie on each other; the table has the others. */
const MOST = 400;
const ROWS = 15;
const KINDS = { country: "countries", place: "cities and other places" };
/** Pixels: radius of the most mentioned, and of the least. */
const RADII = [3.5, 22];
const LETTERS = 12;
/** So many of the largest have a name if there is any room for it. */
const ALWAYS = 12;

let view = null;

export async function render(root, state, context) {
  const head = el("div.tool-row");
  const svg = el("svg.world", { role: "group", "aria-label": "World map. Plus and minus zoom, arrow keys move it; Tab goes from place to place.", tabindex: "0", viewBox: `0 0 ${WIDTH} ${HEIGHT}` });
  const over = el("div.over");
  const note = el("div.network-note", { role: "status" });
  const beneath = el("p.beneath", { hidden: true });
  const panel = el("aside.panel", { "aria-label": "The chosen place" });
  const table = el("div.twin");
  const button = (label, name, does) => el("button", { type: "button", "aria-label": name, title: name, onclick: does }, label);
  const handles = el("div.buttons.handles", { role: "group", "aria-label": "Map" }, button("+", "Nearer", () => zoom(1.5)), button("−", "Further", () => zoom(1 / 1.5)), button("World", "All of the world", () => look(whole())), button("Fit", "All places shown", () => look(around(view.shown))));
  fill(root, el("h1.unseen", {}, "Map"), head, el("div.map-frame", {}, el("div.map-picture", {}, el("div.stage", {}, svg, over), handles, beneath, note), panel), el("details.twin-frame", {}, el("summary", {}, "The same as a table"), table));
  view = { head, svg, over, handles, beneath, note, panel, table, box: whole(), shown: [], chosen: null, sizes: new ResizeObserver(() => view && place()), controller: new AbortController() };
  view.sizes.observe(svg);
  listen(svg);
  await update(root, state, context);
}

export function leave() {
  view?.sizes.disconnect();
  view?.controller.abort();
  view = null;
}

export async function update(root, state, { signal }) {
  view.state = state;
  drawHead(state);
  const late = setTimeout(() => fill(view.over, loading("Drawing the map")), 200);
  try {
    const { actor, publisher, since, until, act, stance } = state;
    const [outlines, found] = await Promise.all([countries(), get("api/places", { entity: actor[0], publisher, since, until, act, stance, limit: 1000 }, { signal })]);
    if (signal.aborted) return;
    if (actor.length) await labelOf(actor[0]);
    drawHead(state);
    const kinds = Object.keys(KINDS).filter((kind) => state.kind.includes(kind));
    const rows = found.items.filter((row) => (!kinds.length || kinds.includes(row.kind)) && size(row, state));
    rows.sort((one, other) => size(other, state) - size(one, state) || (one.id < other.id ? -1 : 1));
    Object.assign(view, { rows, shown: rows.slice(0, MOST), found });
    fill(view.over, rows.length ? null : nothing(state));
    drawMap(outlines);
    drawNote();
    drawTable();
    look(around(view.shown));
    const again = view.shown.find((row) => row.id === view.chosen);
    if (again) choose(again);
    else fill(view.panel, el("h2", {}, "Choose a place"), el("p.soft", {}, "Filled circles are cities and other places, rings are countries. The larger, the more often articles mention it, or the more meetings were held there."), el("p.soft", {}, "Articles name a country also where they mean its government."));
  } catch (error) {
    if (error.name === "AbortError" || signal.aborted) return;
    fill(view.over, failed(error, () => update(root, read(), { signal: new AbortController().signal }), "actor"));
  } finally {
    clearTimeout(late);
  }
}

function nothing(state) {
  const none = { actor: [], publisher: "", since: "", until: "", act: "", stance: "", kind: [], by: "" };
  if (href(none) === href({}, state)) return empty("No places here", "The coordinates of no place that articles mention are known.", el("a", { href: fresh({ view: "actor", type: "place" }) }, "Places as a list"));
  return empty("No places here", "No article that meets these filters mentions a place whose coordinates are known.", el("a", { href: href(none) }, "Clear the filters"));
}

/** Statements of an act or a stance are asked for, of which a place has only how many are about it. */
const narrowed = (state) => Boolean(state.act || state.stance);
const size = (row, state) => (narrowed(state) ? row.statements : state.by === "meetings" ? row.meetings : row.mentions || row.meetings);

function drawHead(state) {
  const select = el("select", { name: "by" }, [["", "mentions"], ["meetings", "meetings"]].map(([value, words]) => el("option", { value, selected: (state.by || "") === value }, words)));
  select.addEventListener("change", () => change({ by: select.value }));
  const on = Object.keys(KINDS).filter((kind) => state.kind.includes(kind));
  const toggle = (kind) => {
    const now = on.length ? on : Object.keys(KINDS);
    const next = now.includes(kind) ? now.filter((one) => one !== kind) : [...now, kind];
    change({ kind: [...state.kind.filter((one) => !(one in KINDS)), ...(next.length === 2 ? [] : next)] });
  };
  const box = (kind) => el("label.check", {}, el("input", { type: "checkbox", checked: !on.length || on.includes(kind), disabled: on.length === 1 && on[0] === kind, onchange: () => toggle(kind) }), KINDS[kind]);
  fill(view.head, narrowed(state) ? el("p.soft", {}, "Sized by how many statements ", state.act ? ["of the act ", el("b", {}, state.act), " "] : null, state.stance ? ["with a ", el("b", {}, state.stance), " stance "] : null, "are about it.") : el("label.field", {}, el("span", {}, "Sized by"), select), el("fieldset.checks", {}, el("legend", {}, "Shown"), Object.keys(KINDS).map(box)), state.actor.length ? el("p.soft", {}, narrowed(state) ? "Only of " : "Only where ", el("b", {}, nameOf(state.actor[0])), narrowed(state) ? ". " : " is spoken of. ", el("a", { href: href({ actor: [] }) }, "Everywhere")) : null);
}

function drawMap(outlines) {
  // On a phone circles of that size would cover continents.
  const small = Math.min(1, 0.45 + (0.55 * view.svg.clientWidth) / 900);
  const most = Math.max(1, ...view.shown.map((row) => size(row, view.state)));
  const circles = [...view.shown].map((row) => {
    const [x, y] = project(row.longitude, row.latitude);
    const radius = small * (RADII[0] + (RADII[1] - RADII[0]) * Math.sqrt(size(row, view.state) / most));
    const circle = el("circle.place", { class: `place-${row.kind}${view.state.by === "meetings" ? " by-meetings" : ""}`, cx: x.toFixed(2), cy: y.toFixed(2), tabindex: "0", role: "button", "aria-label": `${row.label}: ${told(row)}`, onclick: () => choose(row), onkeydown: (event) => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), choose(row)) });
    Object.assign(row, { x, y, radius, circle, name: el("text.place-name", { "aria-hidden": "true" }, row.label) });
    return row;
  });
  fill(view.svg, el("g.lands", { "aria-hidden": "true" }, outlines.map((path) => el("path", { d: path }))), el("g", {}, circles.map((row) => row.circle)), el("g", {}, circles.map((row) => row.name)));
}

const told = (row) => [row.statements === null ? null : `${count(row.statements, "statement")} about it`, count(row.mentions, "mention"), count(row.meetings, "meeting")].filter(Boolean).join(", ");

function drawNote() {
  const { rows, shown, found } = view;
  fill(view.note,
    shown.length < rows.length ? tooMuch(shown.length, rows.length, "place", "The table has the others. ") : null,
    found.places_in_all > found.items.length ? el("p", {}, `${count(found.places_in_all - found.items.length)} more, which are mentioned less, are reached by narrower filters. `) : null,
    el("p", {}, count(rows.length, "place"), found.without_coordinates ? `; ${count(found.without_coordinates)} more without known coordinates` : null, ". Borders are drawn as they are in fact controlled (Natural Earth, 1:110 million); that takes no side in any dispute."));
}

function drawTable() {
  const table = el("table", {}, el("caption", {}, "Places, those mentioned most first"), el("thead", {}, el("tr", {}, ["Place", "Kind", "Mentions", "Articles", "Meetings", "Latitude", "Longitude"].map((head, number) => el("th", { scope: "col", class: number > 1 ? "number" : null }, head)))),
    el("tbody", {}, view.rows.map((row) => el("tr", {}, el("th", { scope: "row" }, el("button.row", { type: "button", onclick: () => choose(row) }, row.label)), el("td", {}, kindBadge(row.kind)), [row.mentions, row.articles, row.meetings].map((number) => el("td.number", {}, count(number))), el("td.number", {}, row.latitude.toFixed(2)), el("td.number", {}, row.longitude.toFixed(2))))));
  fill(view.table, el("div.table-head", {}, copyButton(table)), el("div.scroll", { tabindex: "0", role: "region", "aria-label": "Table of places" }, table));
}

/** The place, the meetings held there and the articles that mention it. */
async function choose(row) {
  view.chosen = row.id;
  for (const one of view.shown) one.circle.classList.toggle("chosen", one.id === row.id);
  place();
  view.controller.abort();
  view.controller = new AbortController();
  const { signal } = view.controller;
  const { since, until, publisher, actor, act, stance } = view.state;
  const statements = el("div");
  const meetings = el("div");
  const articles = el("div");
  fill(view.panel, el("h2", {}, actorLink(row), " ", kindBadge(row.kind)), el("p.soft", {}, `${count(row.mentions, "mention")} in ${count(row.articles, "article")}, ${count(row.meetings, "meeting")} held there`), row.statements ? el("h3", {}, "Statements about it") : null, statements, row.meetings ? el("h3", {}, "Meetings") : null, meetings, row.mentions ? el("h3", {}, "Mentioned in") : null, articles);
  if (innerWidth < 960) view.panel.scrollIntoView({ block: "nearest" });
  await Promise.all([
    row.statements && show(statements, async () => {
      const asked = { speaker: actor[0], about: row.id, act, stance, since, until, publisher, sort: "newest" };
      const found = (await get("api/statements", { ...asked, limit: ROWS }, { signal })).items;
      return [el("ol.plain.sentences", {}, found.map(statement)), row.statements > found.length ? el("p", {}, el("a", { href: fresh({ view: "statements", speaker: actor[0] ?? "", about: row.id }) }, `All ${count(row.statements)}`)) : null];
    }, { signal }),
    row.meetings && show(meetings, async () => {
      const found = (await get("api/meetings", { place: row.id, participant: actor.slice(0, 1), since, until, sort: "newest", limit: ROWS }, { signal })).items;
      return [el("ol.plain.sentences", {}, found.map(meeting)), row.meetings > found.length ? el("p.soft", {}, `${count(row.meetings - found.length)} more`) : null];
    }, { signal }),
    row.mentions && show(articles, async () => {
      const found = (await get("api/articles", { entity: row.id, since, until, publisher, sort: "newest", limit: ROWS }, { signal })).items;
      return [el("ol.plain.sentences", {}, found.map((article) => mentioning(article, row))), el("p", {}, el("a", { href: fresh({ view: "actor", actor: [row.id] }) }, `All about ${row.label}`))];
    }, { signal }),
  ].filter(Boolean));
}

const statement = (row) => el("li", {}, el("p", {}, speakerOf(row), " ", actBadge(row.act, row), " ", evidenceLink(row.article.id, row.id, row.text)), el("p.soft", {}, whenAndWhere(row)));

function meeting(row) {
  const who = row.participants.map((one) => one.entity.label).join(", ");
  return el("li", {}, who ? el("p", {}, el("b", {}, who)) : null, el("p", {}, evidenceLink(row.article.id, row.id, wordsOf(row))), el("p.soft", {}, `${row.format || "meeting"}, ${statusOf(row)} · `, whenAndWhere(row)));
}

/** Opens the article where the place is mentioned first; the list of articles does not say where that is. */
function mentioning(article, row) {
  const open = async (event) => {
    event.preventDefault();
    const known = await get(`api/articles/${inPath(article.id)}`);
    const mention = known.mentions.find((one) => one.entity?.id === row.id || one.refers_to?.id === row.id);
    go(href({ article: article.id, evidence: mention ? `char=${mention.start},${mention.end}` : "" }));
  };
  return el("li", {}, el("p", {}, el("a.to-evidence", { href: href({ article: article.id, evidence: "" }), onclick: open }, article.title ?? article.id)), el("p.soft", {}, article.publisher ?? "", article.published ? ` · ${day(article.published)}` : ""));
}

/** What part of the map is looked at: {x, y, width, height}. */
const whole = () => ({ x: 0, y: 20, width: WIDTH, height: HEIGHT - 60 });

function around(rows) {
  if (!rows.length) return whole();
  const [xs, ys] = [rows.map((row) => row.x), rows.map((row) => row.y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [width, height] = [Math.max(140, (right - left) * 1.15), Math.max(80, (bottom - top) * 1.25)];
  return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height };
}

function look(box) {
  view.box = box;
  view.svg.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
  place();
}

function zoom(by) {
  const { x, y, width, height } = view.box;
  const next = Math.min(WIDTH * 1.2, Math.max(20, width / by));
  const factor = next / width;
  look({ x: x + (width * (1 - factor)) / 2, y: y + (height * (1 - factor)) / 2, width: next, height: height * factor });
}

/**
 * Circles and names keep their size on the screen. A circle that would lie on one of its kind that matters more waits until
 * the map is nearer, and so does a name that would cover a circle, or one that matters more.
 */
function place() {
  const { width, height } = view.svg.getBoundingClientRect();
  view.beneath.hidden = true;
  if (!width || !view.shown.length) return;
  const scale = Math.max(view.box.width / width, view.box.height / height);
  const [left, top] = [(view.box.x + view.box.width / 2) / scale - width / 2, (view.box.y + view.box.height / 2) / scale - height / 2];
  const at = (row) => [row.x / scale - left, row.y / scale - top];
  const order = [...view.shown].sort((one, other) => (other.id === view.chosen) - (one.id === view.chosen) || other.radius - one.radius);
  const drawn = apart(order, at);
  for (const row of order) row.circle.style.setProperty("display", drawn.has(row) ? "inline" : "none");
  const waiting = order.length - drawn.size;
  view.beneath.hidden = !waiting;
  fill(view.beneath, `${count(waiting)} of the places lie under others here: come nearer to see them.`);
  const circles = [...drawn.keys()].map((row) => ({ radius: row.radius, box: dot(...at(row), row.radius) }));
  const taken = [lying(view.handles, view.svg)];
  order.forEach((row, rank) => {
    if (!drawn.has(row)) return void row.name.style.setProperty("display", "none");
    row.circle.setAttribute("r", (row.radius * scale).toFixed(3));
    row.circle.setAttribute("stroke-width", ((row.kind === "country" ? 2 : 1) * scale).toFixed(3));
    const [x, y] = at(row);
    const rooms = named(row, x, y);
    const inside = x > 0 && x < width ? rooms.filter(({ box }) => box[0] > 0 && box[2] < width) : rooms;
    // The best known are named even where that covers circles of hardly known ones.
    const clear = (least) => {
      const covered = circles.filter(({ radius }) => radius > least).map(({ box }) => box);
      return inside.find(({ box }) => free(box, taken) && free(box, covered));
    };
    const found = clear(0) ?? (rank < ALWAYS ? clear(row.radius / 2) : null) ?? (row.id === view.chosen ? rooms[0] : null);
    row.name.style.setProperty("display", found ? "inline" : "none");
    if (!found) return;
    taken.push(found.box);
    row.name.setAttribute("x", ((found.x + left) * scale).toFixed(3));
    row.name.setAttribute("y", ((found.y + top) * scale).toFixed(3));
    row.name.setAttribute("text-anchor", found.anchor);
    row.name.style.setProperty("font-size", `${LETTERS * scale}px`);
    row.name.style.setProperty("stroke-width", `${3 * scale}px`);
  });
}

/** Those whose circle lies on none of the same kind that comes before. */
function apart(rows, at) {
  const drawn = new Map();
  for (const row of rows) {
    const [x, y] = at(row);
    const meets = (other) => other.kind === row.kind && Math.hypot(other.x - x, other.y - y) < other.radius + row.radius;
    if (![...drawn.values()].some(meets)) drawn.set(row, { x, y, radius: row.radius, kind: row.kind });
  }
  return drawn;
}

/** Where a name may stand: below the circle, above it, or beside it. */
function named({ label, radius }, x, y) {
  const wide = label.length * LETTERS * 0.57 + 4;
  const room = (middle, base, anchor, at) => ({ x: at, y: base, anchor, box: [middle - wide / 2, base - LETTERS * 0.9, middle + wide / 2, base + LETTERS * 0.25] });
  const side = radius + 3;
  return [
    room(x, y + radius + LETTERS + 1, "middle", x),
    room(x, y - radius - LETTERS * 0.4, "middle", x),
    room(x + side + wide / 2, y + LETTERS * 0.35, "start", x + side),
    room(x - side - wide / 2, y + LETTERS * 0.35, "end", x - side),
  ];
}

function listen(svg) {
  let from = null;
  svg.addEventListener("pointerdown", (event) => event.button === 0 && !event.target.closest(".place") && (from = { x: event.clientX, y: event.clientY, box: view.box }));
  svg.addEventListener("pointermove", (event) => {
    if (!from || !event.buttons) return void (from = null);
    const { width, height } = svg.getBoundingClientRect();
    const scale = Math.max(from.box.width / width, from.box.height / height);
    look({ ...from.box, x: from.box.x - (event.clientX - from.x) * scale, y: from.box.y - (event.clientY - from.y) * scale });
  });
  svg.addEventListener("pointerup", () => (from = null));
  svg.addEventListener("dblclick", (event) => !event.target.closest(".place") && zoom(1.7));
  svg.addEventListener("wheel", (event) => {
    // The wheel alone scrolls the page.
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2);
  }, { passive: false });
  svg.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [-0.15, 0], ArrowRight: [0.15, 0], ArrowUp: [0, -0.15], ArrowDown: [0, 0.15] }[event.key];
    if (step) look({ ...view.box, x: view.box.x + step[0] * view.box.width, y: view.box.y + step[1] * view.box.height });
    else if (event.key === "+" || event.key === "=") zoom(1.5);
    else if (event.key === "-") zoom(1 / 1.5);
    else if (event.key === "0") look(around(view.shown));
    else return;
    event.preventDefault();
  });
}
