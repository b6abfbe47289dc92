// The network: who spoke about whom, who met whom, posts; around the chosen actors, or of those who are central.

import { get } from "../api.js";
import { el, fill } from "../dom.js";
import { draw } from "../network/drawing.js";
import { KINDS, MOST, limitOf, load, whole } from "../network/data.js";
import { actorPanel, hint, linePanel, pathPanel } from "../network/panel.js";
import { tables } from "../network/tables.js";
import { handles, toolbar } from "../network/toolbar.js";
import { labelOf, nameOf, remember } from "../names.js";
import { change, changed, href, read } from "../state.js";
import { empty, failed, loading, show, tooMuch } from "../states.js";
import { count } from "../words.js";

/** What is drawn and chosen; one object while the view is shown. */
let view = null;

export async function render(root, state, context) {
  const stage = el("div.stage", { tabindex: "0", role: "application", "aria-roledescription": "network", "aria-label": "The network. Arrow keys go from name to name, Enter draws the neighbours, H hides, P pins; the tables below have the same." });
  const canvas = el("div.canvas");
  const over = el("div.over");
  const parts = { tools: el("div.network-tools"), stage, canvas, over, note: el("div.network-note", { role: "status" }), panel: el("aside.panel", { "aria-label": "What is chosen" }), table: el("div.twin") };
  const buttons = handles({ rearrange, fit: () => view.picture.fit(), zoom: (by) => view.picture.zoom(by) });
  stage.append(canvas, over);
  fill(root, el("h1.unseen", {}, "Network"), parts.tools, el("div.network-frame", {}, el("div.network-picture", {}, stage, buttons, legend(), parts.note), parts.panel), el("details.twin-frame", { ontoggle: (event) => event.target.open && !view.listed && drawTables() }, el("summary", {}, "The same as tables"), parts.table));
  view = { ...parts, state, context, graph: null, ways: null, all: null, listed: false, places: new Map(), pinned: new Map(), settled: false, chosen: null, controller: new AbortController() };
  view.picture = draw(canvas, buttons, { select: (id) => select(id), open: (id) => expand(id), moved: (id) => view.pinned.has(id) && pinAll(view.pinned) });
  stage.addEventListener("keydown", pressed);
  fill(parts.panel, hint());
  await update(root, state, context);
}

export async function update(root, state, context) {
  const around = view.graph && state.actor.find((id) => !view.state.actor.includes(id));
  const pinsAlone = view.settled && changed(state, view.state).every((key) => key === "pin");
  Object.assign(view, { state, context, pinned: pinsOf(state) });
  if (pinsAlone) return showPins();
  view.settled = false;
  const late = setTimeout(() => fill(view.over, loading("Drawing the network")), 200);
  try {
    const asked = Promise.all([load(state, context.signal), paths(state, context.signal)]);
    drawTools();
    const named = namesOf(state);
    const [graph, ways] = await asked;
    if (context.signal.aborted) return;
    Object.assign(view, { graph, ways, all: null, listed: false });
    graph.actors.forEach(remember);
    await Promise.all([...state.actor, state.compare].map(labelOf));
    if (namesOf(state) !== named) drawTools();
    fill(view.over, graph.actors.length || ways ? null : nothing(state));
    view.picture.together(() => {
      redraw(around);
      if (ways) showPath(0);
      else if (view.chosen && view.picture.cy.getElementById(view.chosen).nonempty()) select(view.chosen);
      else select(around ?? graph.actors.find((actor) => actor.id === state.actor[0])?.id ?? null);
    });
    view.settled = true;
  } catch (error) {
    if (error.name === "AbortError" || context.signal.aborted) return;
    fill(view.over, failed(error, () => update(root, read(), context), "actor"));
  } finally {
    clearTimeout(late);
  }
}

const namesOf = (state) => [...state.actor, state.compare].map(nameOf).join("\n");

function drawTools() {
  toolbar(view.tools, view.state);
}

export function leave() {
  view?.controller.abort();
  view?.picture.destroy();
  view = null;
}

function nothing(state) {
  const filters = el("a", { href: href({ since: "", until: "", publisher: "", act: "", stance: "", kind: [], weight: "" }) }, "Clear the filters");
  return state.actor.length ? empty("Nobody is tied to them here", "In these days and with these filters no article ties them to anybody.", filters) : empty("No ties to draw", "No statement or meeting ties two actors here.", filters);
}

/** Paths are asked for between the first chosen actor and `compare`. */
async function paths({ actor, compare, kind }, signal) {
  if (!actor.length || !compare) return null;
  const kinds = kind.filter((one) => one in KINDS);
  return (await get("api/paths", { from: actor[0], to: compare, kinds }, { signal })).items;
}

function redraw(around = null) {
  const { graph, state, ways } = view;
  const hidden = new Set(state.hide);
  const asked = new Set([...state.actor, state.compare]);
  const nodes = graph.actors.map((actor) => ({ ...actor, weight: actor.said + actor.named + actor.met }));
  const there = new Set(nodes.map((node) => node.id));
  const lines = [...graph.lines];
  for (const way of ways ?? []) addWay(way, there, nodes, lines);
  const shown = nodes.filter((node) => !hidden.has(node.id)).slice(0, MOST).map((node) => ({ ...node, asked: asked.has(node.id), pinned: view.pinned.has(node.id) }));
  const ids = new Set(shown.map((node) => node.id));
  view.nodes = new Map(shown.map((node) => [node.id, node]));
  view.lines = lines.filter((line) => ids.has(line.source) && ids.has(line.target));
  for (const [id, place] of [...current(), ...view.pinned]) view.places.set(id, place);
  const places = view.picture.show({ nodes: shown, lines: view.lines }, new Map([...view.places].filter(([id]) => ids.has(id))), around, !ways);
  for (const [id, place] of places) view.places.set(id, place);
  drawNote();
  if (view.table.parentElement.open) drawTables();
}

/** What a path leads over and the network has not drawn. */
function addWay(way, there, nodes, lines) {
  for (const node of way.nodes) {
    if (!there.has(node.id)) nodes.unshift({ ...node, kind: node.id.split("/")[0], weight: 1 });
    there.add(node.id);
  }
  for (const hop of way.hops.flat()) {
    const drawn = lines.some((line) => [line.source, line.target].every((end) => end === hop.source || end === hop.target));
    if (!drawn) lines.push({ id: `way ${hop.source} ${hop.target}`, family: hop.kind === "met" ? "met" : hop.kind === "post" || hop.kind === "relation" ? "holds" : "said", source: hop.source, target: hop.target, count: hop.count, stance: hop.kind === "met" ? "met" : "neutral", labels: new Map([[hop.label, hop.count]]), negative: 0, positive: 0, first: hop.first, last: hop.last });
  }
}

/** Where the nodes are now, which somebody may have dragged. */
function current() {
  return new Map(view.picture.cy.nodes().map((node) => [node.id(), { ...node.position() }]));
}

function drawNote() {
  const { graph, state } = view;
  const drawn = view.nodes.size;
  const limit = limitOf(state);
  const hidden = state.hide.length;
  const more = graph.actors_in_all - graph.actors.length;
  fill(view.note,
    more > 0
      ? tooMuch(drawn, graph.actors_in_all, "actor", limit < MOST ? el("a", { href: href({ limit: Math.min(MOST, limit * 2) }) }, `Draw ${count(Math.min(more, Math.min(MOST, limit * 2) - limit))} more`) : `No more than ${MOST} are drawn. `, el("button.link", { type: "button", onclick: listRest }, `List the other ${count(more)}`))
      : el("p", {}, count(drawn, "actor"), ", ", count(view.lines.length, "line"), "."),
    graph.lines.length < graph.lines_here ? el("p", {}, `Of ${count(graph.lines_here, "line")} the ${count(graph.lines.length)} strongest are drawn; the table of ties has all.`) : null,
    hidden ? el("p", {}, `${count(hidden)} hidden. `, el("a", { href: href({ hide: [] }) }, "Show them again")) : null);
}

async function listRest() {
  const frame = view.table.parentElement;
  frame.open = true;
  await drawTables(true);
  frame.scrollIntoView({ block: "start" });
  view.table.querySelector(".scroll")?.focus({ preventScroll: true });
}

/** `all`: of all actors that the server lists at once. Ties that were too many for the picture are asked for. */
async function drawTables(all = view.listed) {
  const { graph, state, context, table } = view;
  if (!graph) return;
  view.listed = all;
  await show(table, async () => {
    if (all) view.all = await whole(state, context.signal);
    else if (graph.lines.length < graph.lines_here) view.all = await whole(state, context.signal, limitOf(state));
    const listed = view.all ?? graph;
    const more = !all && listed.actors.length < listed.actors_in_all ? () => drawTables(true) : null;
    return tables(listed, state, { more, choose: chooseLine });
  }, { signal: context.signal, what: "Listing the ties" });
}

function chooseLine(line) {
  if (view.lines.some((one) => one.id === line.id)) select(line.id);
  else linePanel(view.panel, line, names, view.state, view.controller.signal);
  view.panel.scrollIntoView({ block: "nearest" });
}

const names = (id) => view.nodes.get(id)?.label ?? view.all?.actors.find((actor) => actor.id === id)?.label ?? view.ways?.flatMap((way) => way.nodes).find((node) => node.id === id)?.label ?? id;

function select(id) {
  view.chosen = id;
  view.picture.choose(id);
  view.controller.abort();
  view.controller = new AbortController();
  const node = view.nodes?.get(id);
  const line = view.lines?.find((one) => one.id === id);
  if (node) {
    const ways = { expanded: view.state.actor.includes(id), pinned: view.pinned.has(id) };
    fill(view.panel, actorPanel(node, view.lines, names, { act: { expand, fold, hide, pin, from }, ways, choose: select }));
    view.context.announce(`${node.label}, ${node.kind}`);
  } else if (line) {
    linePanel(view.panel, line, names, view.state, view.controller.signal);
  } else if (view.ways) {
    showPath(0);
  } else {
    fill(view.panel, hint());
  }
}

function showPath(number) {
  const way = view.ways[number];
  view.picture.path(way ? way.nodes.slice(1).map((node, step) => [way.nodes[step].id, node.id]) : []);
  fill(view.panel, pathPanel(view.ways, names, { choose: showPath, close: () => change({ compare: "" }) }));
  view.picture.choose(null);
}

function expand(id) {
  if (!view.state.actor.includes(id)) change({ actor: [...view.state.actor, id] });
}

const fold = (id) => change({ actor: view.state.actor.filter((one) => one !== id) });

function hide(id) {
  view.chosen = null;
  change({ hide: [...view.state.hide, id] });
}

function pin(id) {
  const pinned = new Map(view.pinned);
  if (!pinned.delete(id)) pinned.set(id, null);
  pinAll(pinned);
}

/** Pins are in the address with their places: whoever follows the link finds them there. */
function pinAll(pinned) {
  const here = current();
  const at = (id) => here.get(id) ?? pinned.get(id) ?? { x: 0, y: 0 };
  change({ pin: [...pinned.keys()].map((id) => `${id}@${Math.round(at(id).x)},${Math.round(at(id).y)}`) }, { replace: true });
}

/** Map of id → {x, y} of `pin`, each "person/x@120,-40". */
function pinsOf(state) {
  const read = state.pin.map((one) => /^(.+)@(-?\d{1,6}),(-?\d{1,6})$/.exec(one)).filter(Boolean);
  return new Map(read.map(([, id, x, y]) => [id, { x: Number(x), y: Number(y) }]));
}

function showPins() {
  for (const node of view.nodes.values()) {
    node.pinned = view.pinned.has(node.id);
    const drawn = view.picture.cy.getElementById(node.id).toggleClass("pinned", node.pinned);
    if (node.pinned) drawn.position(view.pinned.get(node.id));
  }
  select(view.chosen);
}

/** Begins a path: this one becomes the first, and the box asks for the other end. */
function from(node) {
  if (view.state.actor[0] !== node.id) change({ actor: [node.id, ...view.state.actor.filter((one) => one !== node.id)] });
  view.tools.querySelector("#path-to")?.focus();
}

/** Lays out all but what is pinned. */
function rearrange() {
  const here = current();
  view.places = new Map([...here].filter(([id]) => view.pinned.has(id)));
  view.picture.cy.elements().remove();
  view.picture.together(() => {
    redraw();
    select(view.chosen);
  });
}

const KEYS = {
  Enter: (id) => view.nodes.has(id) && expand(id),
  h: (id) => view.nodes.has(id) && hide(id),
  Delete: (id) => view.nodes.has(id) && hide(id),
  p: (id) => view.nodes.has(id) && pin(id),
  "+": () => view.picture.zoom(1.25),
  "=": () => view.picture.zoom(1.25),
  "-": () => view.picture.zoom(0.8),
  0: () => view.picture.fit(),
};

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || !view.nodes) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key.startsWith("Arrow")) select(view.picture.neighbour(view.nodes.has(view.chosen) ? view.chosen : null, key) ?? view.chosen);
  else if (key === "Escape" && view.chosen) select(null);
  else if (KEYS[key]) KEYS[key](view.chosen);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function legend() {
  const line = (name, words) => el("li", {}, el("svg", { viewBox: "0 0 34 10", class: `sample sample-${name}`, "aria-hidden": "true" }, el("line", { x1: 1, y1: 5, x2: 33, y2: 5 })), words);
  const shape = (name, words) => el("li", {}, el("span.shape", { class: `shape-${name}`, "aria-hidden": "true" }), words);
  return el("details.network-legend", { open: innerWidth > 640 }, el("summary", {}, "Legend"), el("ul.plain", { "aria-label": "Legend" }, line("negative", "− against"), line("positive", "+ for"), line("mixed", "± both"), line("neutral", "neutral"), line("met", "met"), line("holds", "post, relation"), shape("person", "person"), shape("organization", "organization"), shape("country", "country"), shape("group", "group"), el("li.soft", {}, "A number: events. Larger: more events.")));
}
