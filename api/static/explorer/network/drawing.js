// The picture of the network: cytoscape on a canvas, its colours those of the page; names are written over it.

import cytoscape from "../../vendor/cytoscape/cytoscape.esm.min.mjs";
import { busy } from "../busy.js";
import { el } from "../dom.js";
import { layOut } from "./layout.js";
import { letters } from "./letters.js";
import { mark } from "./data.js";
import { paintOnce } from "./painting.js";

const SHAPES = { person: "ellipse", organization: "round-rectangle", country: "hexagon", group: "diamond", place: "triangle" };
/** Beyond so many lines those of whoever is expanded are painted first, the others with the next frame. */
const AT_ONCE = 120;
/** A line of so many events is as broad as any, where none has more. */
const BROADEST = 40;
/** Pixels beside the picture for the names of those at its edge, above it for its buttons, and below it. */
const MARGIN = { x: 96, top: 50, bottom: 34 };
/** How much is seen of a line where nobody is chosen, and of all that is not near whoever is. */
const USUAL = 0.75;
const FADED = 0.14;
/** A picture of three nodes need not fill the screen. */
const NEAREST = 1.25;
const STILL = matchMedia("(prefers-reduced-motion: reduce)");

// Cytoscape writes a style element into the page where none has this id, which the page's policy forbids; what is in it
// stands in views.css.
const STYLE_ID = "__________cytoscape_stylesheet";

/**
 * @param container an element with a size
 * @param buttons an element that lies over it
 * @param on {select(id, isLine), open(id), moved(id)}: something was chosen; somebody is to be expanded; was dragged
 */
export function draw(container, buttons, on) {
  if (!document.getElementById(STYLE_ID)) document.head.append(el("meta", { id: STYLE_ID }));
  const cy = cytoscape({ container, style: style(), minZoom: 0.08, maxZoom: 4, boxSelectionEnabled: false, selectionType: "single", textureOnViewport: false, hideEdgesOnViewport: false, pixelRatio: "auto" });
  /** Who or what is chosen, and with it whom it is tied to: ids; the others fade. */
  const seen = { chosen: null, near: null, way: new Set() };
  const repaint = paintOnce(cy, (one) => strength(seen, one));
  let lines = [];
  let turn = null;
  const written = letters(cy, container, buttons, seen, colours);
  cy.on("dragfree", "node", (event) => on.moved(event.target.id()));
  cy.on("tap", "node", (event) => {
    const chosen = event.target.hasClass("chosen");
    on.select(event.target.id(), false);
    if (chosen) on.open(event.target.id());
  });
  cy.on("tap", "edge", (event) => on.select(event.target.id(), true));
  cy.on("tap", (event) => event.target === cy && on.select(null, false));
  const recolour = () => {
    cy.style(style());
    written.recolour();
  };
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", recolour);
  const theme = new MutationObserver(recolour);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return {
    cy,
    /** `halves`: the lines of whoever is expanded are painted first, where there are many. */
    show(graph, known, around, halves) {
      const mine = (turn = {});
      lines = graph.lines;
      const { places, rest } = show(cy, graph, known, around, halves && around && graph.lines.length > AT_ONCE);
      if (rest.length) busy(() => addLater(cy, rest, () => turn === mine));
      return places;
    },
    choose(id) {
      choose(cy, id, lines, seen);
      repaint();
    },
    path(pairs) {
      path(cy, pairs, seen);
      repaint();
    },
    /** What is done to the picture in between is styled and drawn once. */
    together: (does) => cy.batch(does),
    fit: () => fit(cy),
    zoom: (by) => cy.zoom({ level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }),
    neighbour: (id, key) => neighbour(cy, id, key),
    destroy() {
      scheme.removeEventListener("change", recolour);
      theme.disconnect();
      written.destroy();
      cy.destroy();
    },
  };
}

/**
 * Draws {nodes, lines}; those that are drawn already stay where they are.
 *
 * @returns {places, rest}: where all are; with `halves`, the lines among the neighbours of `around`, which are not drawn yet
 */
function show(cy, { nodes, lines }, known, around, halves) {
  const places = layOut(nodes.map((node) => node.id), lines.map((line) => [line.source, line.target, line.count]), known, around, room(cy).reduce((width, height) => width / height));
  const wanted = new Map();
  const most = Math.max(1, ...nodes.map((node) => node.weight));
  nodes.forEach((node, rank) => wanted.set(node.id, {
    group: "nodes",
    data: { id: node.id, label: short(node.label), kind: node.kind, size: 16 + 30 * Math.sqrt(node.weight / most) },
    scratch: { rank },
    position: places.get(node.id),
    classes: [node.asked ? "asked" : "", node.pinned ? "pinned" : ""].join(" "),
  }));
  const together = new Map();
  const strongest = Math.max(BROADEST, ...lines.map((line) => line.count));
  const pair = ({ source, target }) => (source < target ? `${source} ${target}` : `${target} ${source}`);
  for (const line of lines) together.set(pair(line), (together.get(pair(line)) ?? 0) + 1);
  lines.forEach((line, rank) => {
    wanted.set(line.id, { group: "edges", data: { id: line.id, source: line.source, target: line.target, text: mark(line), weight: line.count, breadth: 1.4 + (6.6 * (line.count - 1)) / (strongest - 1), stance: line.stance, bent: together.get(pair(line)) > 1 ? "yes" : "no" }, scratch: { rank } });
  });
  const first = cy.elements().empty();
  const drawn = new Set(cy.elements().map((one) => one.id()));
  const rest = [];
  cy.batch(() => {
    cy.elements().filter((one) => !wanted.has(one.id())).remove();
    const added = [];
    for (const [id, element] of wanted) {
      if (!drawn.has(id)) {
        const waits = halves && element.group === "edges" && ![element.data.source, element.data.target].includes(around);
        (waits ? rest : added).push(element);
        continue;
      }
      const there = cy.getElementById(id);
      // Whatever is set is styled anew.
      if (Object.entries(element.data).some(([key, value]) => there.data(key) !== value)) there.data(element.data);
      there.scratch(element.scratch);
      if (element.group === "nodes") {
        there.position(element.position);
        there.toggleClass("asked", element.classes.includes("asked")).toggleClass("pinned", element.classes.includes("pinned"));
      }
    }
    const made = cy.add(added);
    if (!first && !STILL.matches && made.length < 80) {
      const nodes = made.nodes();
      nodes.style("opacity", 0).animate({ style: { opacity: 1 } }, { duration: 200, complete: () => nodes.removeStyle("opacity") });
    }
  });
  if (first) fit(cy);
  else if (places.has(around)) reach(cy, around, lines);
  return { places, rest };
}

/** Adds lines when what is there has been painted, if nothing else has been drawn by then. */
async function addLater(cy, lines, wanted) {
  await new Promise((resolve) => cy.one("render destroy", () => requestAnimationFrame(() => setTimeout(resolve))));
  if (cy.destroyed() || !wanted()) return;
  cy.add(lines);
}

/** A name that would reach over half the picture is cut; the panel has it whole. */
const short = (label) => (label.length > 30 ? `${label.slice(0, 28).trimEnd()}…` : label);

/** All nodes in sight. Cytoscape's own `fit` measures each curve and each name for it: half a second of 200 nodes. */
function fit(cy) {
  if (cy.nodes().empty()) return;
  const { x1, x2, y1, y2 } = boxOf(cy.nodes());
  const [width, height] = room(cy);
  const zoom = Math.max(cy.minZoom(), Math.min(NEAREST, width / (x2 - x1), height / (y2 - y1)));
  const middle = { x: cy.width() / 2, y: MARGIN.top + height / 2 };
  cy.viewport({ zoom, pan: { x: middle.x - (zoom * (x1 + x2)) / 2, y: middle.y - (zoom * (y1 + y2)) / 2 } });
}

/** Width and height of the canvas within its margins. */
const room = (cy) => [cy.width() - 2 * Math.min(MARGIN.x, cy.width() * 0.14), cy.height() - MARGIN.top - MARGIN.bottom];

function boxOf(nodes) {
  const box = { x1: Infinity, x2: -Infinity, y1: Infinity, y2: -Infinity };
  nodes.forEach((node) => {
    const { x, y } = node.position();
    const half = node.data("size") / 2;
    Object.assign(box, { x1: Math.min(box.x1, x - half), x2: Math.max(box.x2, x + half), y1: Math.min(box.y1, y - half), y2: Math.max(box.y2, y + half) });
  });
  return box;
}

/** Whoever was expanded stays in sight with the new neighbours; else nothing moves. */
function reach(cy, around, lines) {
  const near = tiedTo(around, lines);
  const box = boxOf(cy.nodes().filter((node) => near.has(node.id())));
  const seen = cy.extent();
  if (box.x1 < seen.x1 || box.x2 > seen.x2 || box.y1 < seen.y1 || box.y2 > seen.y2) fit(cy);
}

/** Ids of a node, of its lines and of whom they lead to; or of a line and of its ends. */
function tiedTo(id, lines) {
  const near = new Set([id]);
  for (const line of lines) if (line.source === id || line.target === id || line.id === id) near.add(line.id).add(line.source).add(line.target);
  return near;
}

function choose(cy, id, lines, seen) {
  const one = id ? cy.getElementById(id) : cy.collection();
  cy.batch(() => {
    if (seen.chosen && seen.chosen !== id) cy.getElementById(seen.chosen).removeClass("chosen");
    one.addClass("chosen");
  });
  Object.assign(seen, one.empty() ? { chosen: null, near: null } : { chosen: id, near: tiedTo(id, lines) });
}

function path(cy, pairs, seen) {
  cy.batch(() => {
    for (const id of seen.way) cy.getElementById(id).removeClass("way");
    seen.way = new Set();
    for (const [one, other] of pairs) {
      const ends = cy.getElementById(one).union(cy.getElementById(other));
      for (const part of [...ends, ...ends.edgesWith(ends)]) seen.way.add(part.addClass("way").id());
    }
  });
}

/** How much is seen of a node or a line. */
function strength({ near, way }, one) {
  const id = one.id();
  if (way.has(id) || near?.has(id)) return 1;
  return near ? FADED : one.isNode() ? 1 : USUAL;
}

/** The node that lies in the direction of an arrow key from this one; the first one from none. */
function neighbour(cy, id, key) {
  const from = id ? cy.getElementById(id) : cy.collection();
  if (from.empty() || !from.isNode()) return cy.nodes().min((node) => node.scratch("rank")).ele?.id() ?? null;
  const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  const here = from.position();
  let best = null;
  let least = Infinity;
  cy.nodes().forEach((node) => {
    const place = node.position();
    const along = (place.x - here.x) * x + (place.y - here.y) * y;
    const across = Math.abs((place.x - here.x) * y) + Math.abs((place.y - here.y) * x);
    if (along <= 1 || across > along * 1.5) return;
    if (along + across * 2 < least) [best, least] = [node.id(), along + across * 2];
  });
  return best;
}

function colours() {
  const computed = getComputedStyle(document.documentElement);
  const names = ["ink", "soft", "faint", "paper", "accent", "node", "against", "accord", "denial"];
  return Object.fromEntries(names.map((name) => [name, computed.getPropertyValue(`--${name}`).trim()]));
}

function style() {
  const { ink, soft, faint, paper, accent, node, against, accord, denial } = colours();
  const edge = (stance, line, arrow) => ({ selector: `edge[stance = "${stance}"]`, style: { "line-color": line, "target-arrow-color": line, ...arrow } });
  return [
    { selector: "node", style: { width: "data(size)", height: "data(size)", shape: "ellipse", "background-color": node, "border-width": 1.5, "border-color": paper } },
    ...Object.entries(SHAPES).map(([kind, shape]) => ({ selector: `node[kind = "${kind}"]`, style: { shape } })),
    { selector: "node.asked", style: { "background-color": accent } },
    { selector: "node.pinned", style: { "border-color": ink, "border-width": 3, "border-style": "double" } },
    { selector: "edge", style: { "curve-style": "straight", width: "data(breadth)", "arrow-scale": 0.85, "target-arrow-shape": "triangle" } },
    // Only where there are several, for where a curve lies takes its time to find out.
    { selector: 'edge[bent = "yes"]', style: { "curve-style": "bezier", "control-point-step-size": 26 } },
    edge("negative", against, { "line-style": "dashed", "line-dash-pattern": [7, 4], "target-arrow-shape": "tee" }),
    edge("positive", accord, { "target-arrow-shape": "triangle" }),
    edge("mixed", denial, { "line-style": "dashed", "line-dash-pattern": [12, 3, 3, 3], "target-arrow-shape": "vee" }),
    edge("neutral", faint, { "target-arrow-shape": "vee" }),
    edge("met", soft, { "line-style": "dotted", "target-arrow-shape": "circle", "source-arrow-shape": "circle", "source-arrow-color": soft }),
    edge("holds", faint, { "line-style": "solid", "target-arrow-shape": "none", width: 1 }),
    { selector: "node.chosen", style: { "border-color": ink, "border-width": 3 } },
    { selector: "node.way", style: { "border-color": accent, "border-width": 4 } },
    { selector: "edge.way", style: { "underlay-color": accent, "underlay-opacity": 0.3, "underlay-padding": 4 } },
    { selector: "edge.chosen", style: { "underlay-color": ink, "underlay-opacity": 0.2, "underlay-padding": 4 } },
  ];
}
