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
/** Pixels beside and above the picture for the names of those at its edge. */
const MARGIN = { x: 96, y: 34 };
/** A picture of three nodes need not fill the screen. */
const NEAREST = 1.25;
const STILL = matchMedia("(prefers-reduced-motion: reduce)");

// Cytoscape writes a style element into the page where none has this id, which the page's policy forbids; what is in it
// stands in views.css.
const STYLE_ID = "__________cytoscape_stylesheet";

/**
 * @param container an element with a size
 * @param on {select(id, isLine), open(id), moved(id)}: something was chosen; somebody is to be expanded; was dragged
 */
export function draw(container, on) {
  if (!document.getElementById(STYLE_ID)) document.head.append(el("meta", { id: STYLE_ID }));
  const cy = cytoscape({ container, style: style(), minZoom: 0.08, maxZoom: 4, boxSelectionEnabled: false, selectionType: "single", textureOnViewport: false, hideEdgesOnViewport: false, pixelRatio: "auto" });
  paintOnce(cy);
  let turn = null;
  const written = letters(cy, container, colours);
  cy.on("dragfree", "node", (event) => on.moved(event.target.id()));
  cy.on("tap", "node", (event) => {
    const chosen = event.target.hasClass("chosen");
    on.select(event.target.id(), false);
    if (chosen) on.open(event.target.id());
  });
  cy.on("tap", "edge", (event) => on.select(event.target.id(), true));
  cy.on("tap", (event) => event.target === cy && on.select(null, false));
  const repaint = () => {
    cy.style(style());
    written.recolour();
  };
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", repaint);
  const theme = new MutationObserver(repaint);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return {
    cy,
    /** `halves`: the lines of whoever is expanded are painted first, where there are many. */
    show(graph, known, around, halves) {
      const mine = (turn = {});
      const { places, rest } = show(cy, graph, known, around, halves && around && graph.lines.length > AT_ONCE);
      if (rest.length) busy(() => addLater(cy, rest, () => turn === mine));
      return places;
    },
    choose: (id) => choose(cy, id),
    path: (pairs) => path(cy, pairs),
    /** What is done to the picture in between is styled and drawn once. */
    together: (does) => cy.batch(does),
    fit: () => fit(cy),
    zoom: (by) => cy.zoom({ level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }),
    neighbour: (id, key) => neighbour(cy, id, key),
    destroy() {
      scheme.removeEventListener("change", repaint);
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
  const places = layOut(nodes.map((node) => node.id), lines.map((line) => [line.source, line.target, line.count]), known, around);
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
  const pair = ({ source, target }) => (source < target ? `${source} ${target}` : `${target} ${source}`);
  for (const line of lines) together.set(pair(line), (together.get(pair(line)) ?? 0) + 1);
  lines.forEach((line, rank) => {
    wanted.set(line.id, { group: "edges", data: { id: line.id, source: line.source, target: line.target, text: mark(line), weight: line.count, stance: line.stance, bent: together.get(pair(line)) > 1 ? "yes" : "no" }, scratch: { rank } });
  });
  const first = cy.elements().empty();
  const rest = [];
  cy.batch(() => {
    cy.elements().filter((one) => !wanted.has(one.id())).remove();
    const added = [];
    for (const [id, element] of wanted) {
      const there = cy.getElementById(id);
      if (there.empty()) {
        const waits = halves && element.group === "edges" && ![element.data.source, element.data.target].includes(around);
        (waits ? rest : added).push(element);
        continue;
      }
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
  else reach(cy, around);
  return { places, rest };
}

/** Adds lines when what is there has been painted, if nothing else has been drawn by then. */
async function addLater(cy, lines, wanted) {
  await new Promise((resolve) => cy.one("render destroy", () => requestAnimationFrame(() => setTimeout(resolve))));
  if (cy.destroyed() || !wanted()) return;
  cy.batch(() => {
    cy.add(lines.map((line) => ({ ...line, classes: "far" })));
    choose(cy, cy.elements(".chosen").id());
  });
}

/** A name that would reach over half the picture is cut; the panel has it whole. */
const short = (label) => (label.length > 30 ? `${label.slice(0, 28).trimEnd()}…` : label);

/** All nodes in sight. Cytoscape's own `fit` measures each curve and each name for it: half a second of 200 nodes. */
function fit(cy) {
  if (cy.nodes().empty()) return;
  const { x1, x2, y1, y2 } = boxOf(cy.nodes());
  const [width, height] = [cy.width(), cy.height()];
  const room = [width - 2 * Math.min(MARGIN.x, width * 0.14), height - 2 * MARGIN.y];
  const zoom = Math.max(cy.minZoom(), Math.min(NEAREST, room[0] / (x2 - x1), room[1] / (y2 - y1)));
  cy.viewport({ zoom, pan: { x: width / 2 - (zoom * (x1 + x2)) / 2, y: height / 2 - (zoom * (y1 + y2)) / 2 } });
}

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
function reach(cy, around) {
  const node = around && cy.getElementById(around);
  if (!node || node.empty()) return;
  const box = boxOf(node.closedNeighborhood().nodes());
  const seen = cy.extent();
  if (box.x1 < seen.x1 || box.x2 > seen.x2 || box.y1 < seen.y1 || box.y2 > seen.y2) fit(cy);
}

function choose(cy, id) {
  cy.batch(() => {
    const one = id ? cy.getElementById(id) : cy.collection();
    if (one.empty()) return void cy.elements().removeClass("chosen near far");
    const near = one.isNode() ? one.closedNeighborhood() : one.union(one.connectedNodes());
    // Only what changes its classes is styled anew.
    cy.elements().not(near).removeClass("chosen near").addClass("far");
    near.not(one).removeClass("chosen");
    near.removeClass("far").addClass("near");
    one.addClass("chosen");
  });
}

function path(cy, pairs) {
  cy.batch(() => {
    cy.elements().removeClass("way");
    for (const [one, other] of pairs) {
      const ends = cy.getElementById(one).union(cy.getElementById(other));
      ends.addClass("way");
      ends.edgesWith(ends).addClass("way");
    }
  });
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
    { selector: "edge", style: { "curve-style": "straight", width: "mapData(weight, 1, 40, 1.4, 8)", "arrow-scale": 0.85, opacity: 0.75, "target-arrow-shape": "triangle" } },
    // Only where there are several, for where a curve lies takes its time to find out.
    { selector: 'edge[bent = "yes"]', style: { "curve-style": "bezier", "control-point-step-size": 26 } },
    edge("negative", against, { "line-style": "dashed", "line-dash-pattern": [7, 4], "target-arrow-shape": "tee" }),
    edge("positive", accord, { "target-arrow-shape": "triangle" }),
    edge("mixed", denial, { "line-style": "dashed", "line-dash-pattern": [12, 3, 3, 3], "target-arrow-shape": "vee" }),
    edge("neutral", faint, { "target-arrow-shape": "vee" }),
    edge("met", soft, { "line-style": "dotted", "target-arrow-shape": "circle", "source-arrow-shape": "circle", "source-arrow-color": soft }),
    edge("holds", faint, { "line-style": "solid", "target-arrow-shape": "none", width: 1 }),
    { selector: ".far", style: { opacity: 0.14 } },
    { selector: "edge.near, edge.way", style: { opacity: 1 } },
    { selector: "node.chosen", style: { "border-color": ink, "border-width": 3 } },
    { selector: ".way", style: { opacity: 1 } },
    { selector: "node.way", style: { "border-color": accent, "border-width": 4 } },
    { selector: "edge.way", style: { "underlay-color": accent, "underlay-opacity": 0.3, "underlay-padding": 4 } },
    { selector: "edge.chosen", style: { "underlay-color": ink, "underlay-opacity": 0.2, "underlay-padding": 4 } },
  ];
}
