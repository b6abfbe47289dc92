// The picture of the network: cytoscape on a canvas, its colours those of the page, its labels such that none covers
// another.

import cytoscape from "../../vendor/cytoscape/cytoscape.esm.min.mjs";
import { el } from "../dom.js";
import { layOut } from "./layout.js";
import { mark } from "./data.js";

const SHAPES = { person: "ellipse", organization: "round-rectangle", country: "hexagon", group: "diamond", place: "triangle" };
/** Pixels of letters on the screen, at any zoom. */
const LETTERS = 12;
/** Lines with a number on them: more are not read, and each takes its time to draw. */
const TOLD = 60;
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
  let waiting = 0;
  const later = () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => labels(cy));
  };
  cy.on("zoom resize dragfree", later);
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
    later();
  };
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", repaint);
  const theme = new MutationObserver(repaint);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return {
    cy,
    show(graph, known, around) {
      const places = show(cy, graph, known, around);
      later();
      return places;
    },
    choose(id) {
      choose(cy, id);
      later();
    },
    path(pairs) {
      path(cy, pairs);
      later();
    },
    /** What is done to the picture in between is styled and drawn once. */
    together(does) {
      cy.batch(does);
      cancelAnimationFrame(waiting);
      labels(cy);
    },
    fit: () => fit(cy),
    zoom: (by) => cy.zoom({ level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }),
    neighbour: (id, key) => neighbour(cy, id, key),
    destroy() {
      scheme.removeEventListener("change", repaint);
      theme.disconnect();
      cancelAnimationFrame(waiting);
      cy.destroy();
    },
  };
}

/** Draws {nodes, lines}; those that are drawn already stay where they are. Returns where all are. */
function show(cy, { nodes, lines }, known, around) {
  const places = layOut(nodes.map((node) => node.id), lines.map((line) => [line.source, line.target, line.count]), known, around);
  const wanted = new Map();
  const most = Math.max(1, ...nodes.map((node) => node.weight));
  nodes.forEach((node, rank) => wanted.set(node.id, {
    group: "nodes",
    data: { id: node.id, label: short(node.label), kind: node.kind, rank, size: 16 + 30 * Math.sqrt(node.weight / most) },
    position: places.get(node.id),
    classes: [node.asked ? "asked" : "", node.pinned ? "pinned" : ""].join(" "),
  }));
  const crowded = lines.length > 150 ? 3 : lines.length > 40 ? 2 : 1;
  lines.forEach((line, rank) => {
    wanted.set(line.id, { group: "edges", data: { id: line.id, source: line.source, target: line.target, text: mark(line), weight: line.count, stance: line.stance, named: line.count < crowded || rank >= TOLD ? "no" : "yes" } });
  });
  const first = cy.elements().empty();
  cy.batch(() => {
    cy.elements().filter((one) => !wanted.has(one.id())).remove();
    const added = [];
    for (const [id, element] of wanted) {
      const there = cy.getElementById(id);
      if (there.empty()) {
        added.push(element);
        continue;
      }
      // Whatever is set is styled anew.
      if (Object.entries(element.data).some(([key, value]) => there.data(key) !== value)) there.data(element.data);
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
  return places;
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

/** The letters keep their size on the screen, and a name that would cover a more important one waits until there is room. */
function labels(cy) {
  const zoom = cy.zoom();
  const letters = (margin) => ({ "font-size": LETTERS / zoom, "text-outline-width": 2 / zoom, "text-margin-y": margin / zoom });
  const seen = (node, share) => {
    const { x, y } = node.renderedPosition();
    const half = (node.data("size") * zoom * share) / 2;
    return [x - half, y - half, x + half, y + half];
  };
  const taken = [];
  const order = cy.nodes().toArray().sort((one, other) => important(other) - important(one) || other.data("size") - one.data("size") || one.data("rank") - other.data("rank"));
  cy.batch(() => {
    for (const node of order) {
      const { x, y } = node.renderedPosition();
      const half = (node.data("label").length * LETTERS * 0.52) / 2 + 1;
      const reach = (node.data("size") * zoom) / 2 + 1;
      const boxes = [y + reach, y - reach - LETTERS - 5].map((top) => [x - half, top, x + half, top + LETTERS + 5]);
      // Below the node, or above it where that is taken.
      const free = boxes.findIndex((box) => !taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]));
      if (free >= 0) taken.push(boxes[free]);
      taken.push(seen(node, 0.75));
      node.toggleClass("named", free >= 0).toggleClass("above", free === 1);
      if (free >= 0) node.style(letters(free ? -3 : 3));
    }
    const near = cy.edges(".near");
    // Of few ties each has its number, of many the strongest; a phone has room for a third of them.
    const told = cy.edges('[named = "yes"]').not(".far").union(near.length <= Math.min(TOLD, cy.width() / 16) ? near : cy.collection()).union(cy.edges(".way"));
    cy.edges(".told").not(told).removeClass("told");
    told.addClass("told").style({ "font-size": (LETTERS - 1) / zoom, "text-outline-width": 2 / zoom });
  });
}

const important = (node) => (node.hasClass("chosen") ? 4 : 0) + (node.hasClass("way") ? 2 : 0) + (node.hasClass("near") ? 1 : 0) + (node.hasClass("asked") ? 0.5 : 0);

/** The node that lies in the direction of an arrow key from this one; the first one from none. */
function neighbour(cy, id, key) {
  const from = id ? cy.getElementById(id) : cy.collection();
  if (from.empty() || !from.isNode()) return cy.nodes().min((node) => node.data("rank")).ele?.id() ?? null;
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

function style() {
  const computed = getComputedStyle(document.documentElement);
  const colour = (name) => computed.getPropertyValue(`--${name}`).trim();
  const [ink, soft, faint, paper, accent] = ["ink", "soft", "faint", "paper", "accent"].map(colour);
  const edge = (stance, line, arrow) => ({ selector: `edge[stance = "${stance}"]`, style: { "line-color": line, "target-arrow-color": line, color: line, ...arrow } });
  return [
    { selector: "node", style: { width: "data(size)", height: "data(size)", shape: "ellipse", "background-color": colour("node"), "border-width": 1.5, "border-color": paper, color: ink, "font-family": "system-ui, sans-serif", "text-valign": "bottom", "text-halign": "center", "text-outline-color": paper, "text-outline-opacity": 0.9 } },
    ...Object.entries(SHAPES).map(([kind, shape]) => ({ selector: `node[kind = "${kind}"]`, style: { shape } })),
    { selector: "node.asked", style: { "background-color": accent, "font-weight": "bold" } },
    { selector: "node.pinned", style: { "border-color": ink, "border-width": 3, "border-style": "double" } },
    { selector: "node.above", style: { "text-valign": "top" } },
    { selector: "node.named", style: { label: "data(label)" } },
    { selector: "edge", style: { "curve-style": "bezier", "control-point-step-size": 26, width: "mapData(weight, 1, 40, 1.4, 8)", "arrow-scale": 0.85, opacity: 0.75, "target-arrow-shape": "triangle", "text-outline-color": paper, "text-outline-opacity": 0.95 } },
    { selector: "edge.told", style: { label: "data(text)" } },
    edge("negative", colour("against"), { "line-style": "dashed", "line-dash-pattern": [7, 4], "target-arrow-shape": "tee" }),
    edge("positive", colour("accord"), { "target-arrow-shape": "triangle" }),
    edge("mixed", colour("denial"), { "line-style": "dashed", "line-dash-pattern": [12, 3, 3, 3], "target-arrow-shape": "vee" }),
    edge("neutral", faint, { "target-arrow-shape": "vee" }),
    edge("met", soft, { "line-style": "dotted", "target-arrow-shape": "circle", "source-arrow-shape": "circle", "source-arrow-color": soft }),
    edge("holds", faint, { "line-style": "solid", "target-arrow-shape": "none", width: 1, label: "" }),
    { selector: ".far", style: { opacity: 0.14, "text-opacity": 0.25 } },
    { selector: "edge.far", style: { label: "" } },
    { selector: "edge.near, edge.way", style: { opacity: 1 } },
    { selector: "node.chosen", style: { "border-color": ink, "border-width": 3 } },
    { selector: ".way", style: { opacity: 1, "text-opacity": 1 } },
    { selector: "node.way", style: { "border-color": accent, "border-width": 4 } },
    { selector: "edge.way", style: { "underlay-color": accent, "underlay-opacity": 0.3, "underlay-padding": 4 } },
    { selector: "edge.chosen", style: { "underlay-color": ink, "underlay-opacity": 0.2, "underlay-padding": 4 } },
  ];
}
