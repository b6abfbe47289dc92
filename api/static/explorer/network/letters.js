// The names of actors and the numbers of lines, on a canvas over the picture: such that none covers another, and of one
// size at any zoom. Cytoscape's own labels are styled, measured and kept as pictures one by one, which took half of the
// time in which somebody's neighbours are drawn.

import { dot, free, lying } from "../boxes.js";
import { el } from "../dom.js";

/** Pixels of letters on the screen. */
const LETTERS = 12;
/** Lines with a number on them: more are not read. */
const TOLD = 60;
/** Half the width of a letter at least, on average. */
const NARROW = 0.2;
/** Pixels of the letters' halo. */
const HALO = 2;
const FONT = "system-ui, sans-serif";
/** How much is seen of a name that is not near the chosen one. */
const FAINT = 0.25;

/**
 * @param cy the picture; whenever it has been painted, the letters are
 * @param container its element, after which the canvas is put
 * @param buttons an element that lies over it, under which no name stands
 * @param seen {chosen, near, way}: id of whoever or what is chosen, Sets of ids of what is near it and of the path
 * @param colours function that gives {ink, paper, against, accord, denial, faint, soft} as they are now
 */
export function letters(cy, container, buttons, seen, colours) {
  const canvas = el("canvas.letters", { "aria-hidden": "true" });
  container.after(canvas);
  let now = colours();
  let over = [0, 0, 0, 0];
  const widths = new Map();
  // Measured once each: fonts differ in width by a fifth, and a guess lets names run into one another.
  const wide = (label, strong) => {
    const key = `${strong} ${label}`;
    if (!widths.has(key)) {
      const pen = canvas.getContext("2d");
      pen.font = font(strong);
      widths.set(key, pen.measureText(label).width);
    }
    return widths.get(key);
  };
  const paint = () => {
    const ratio = devicePixelRatio || 1;
    const [width, height] = [cy.width(), cy.height()];
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      Object.assign(canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
      over = lying(buttons, canvas);
    }
    const pen = canvas.getContext("2d");
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    Object.assign(pen, { textAlign: "center", textBaseline: "alphabetic", lineJoin: "round", lineWidth: 2 * HALO, strokeStyle: now.paper });
    const taken = [over, ...chosen(cy, seen)];
    const names = named(cy, taken, seen, wide);
    for (const { edge, at } of told(cy, taken, seen)) write(pen, edge.data("text"), at, now[COLOURS[edge.data("stance")]]);
    for (const { label, strong, faint, at } of names) {
      pen.globalAlpha = faint ? FAINT : 1;
      write(pen, label, at, now.ink, strong);
    }
    pen.globalAlpha = 1;
  };
  cy.on("render", paint);
  return {
    recolour() {
      now = colours();
      paint();
    },
    destroy: () => canvas.remove(),
  };
}

const COLOURS = { negative: "against", positive: "accord", mixed: "denial", neutral: "faint", met: "soft", holds: "faint" };

const font = (strong) => `${strong ? "bold " : ""}${LETTERS}px ${FONT}`;

function write(pen, words, { x, y }, colour, strong = false) {
  pen.font = font(strong);
  pen.fillStyle = colour;
  pen.strokeText(words, x, y + LETTERS * 0.35);
  pen.fillText(words, x, y + LETTERS * 0.35);
}

/** The nodes whose name has room, and where it stands; a name that would cover a more important one waits until there is room. */
function named(cy, taken, seen, wide) {
  const zoom = cy.zoom();
  const pan = cy.pan();
  const most = cy.width();
  const shown = [];
  const nodes = ranked(cy, seen).map((one) => {
    const place = one.node.position();
    const [x, y, half] = [place.x * zoom + pan.x, place.y * zoom + pan.y, (one.size * zoom) / 2];
    return { ...one, x, y, half, box: dot(x, y, half) };
  });
  const every = nodes.map(({ box }) => box);
  const before = [];
  for (const { node, important, x, y, half, box: own } of nodes) {
    const { label } = node.data();
    const strong = node.hasClass("asked");
    const inside = x > 0 && x < most;
    const found = (width) => {
      // Of a node at the edge the name is moved into the picture.
      const middle = inside ? Math.max(width + 2, Math.min(x, most - width - 2)) : x;
      const beside = [1, -1].map((side) => x + side * (half + width + 3)).filter((centre) => !inside || (centre > width && centre + width < most));
      const boxes = (rooms) => rooms.map(([centre, top]) => [centre - width, top, centre + width, top + LETTERS + 5]).filter((one) => free(one, taken));
      // Below the node or above it, or beside it; where none of these leaves all nodes in sight, lesser ones may be covered.
      const near = boxes([[middle, y + half + 1], [middle, y - half - LETTERS - 6]]);
      const room = (one) => free(one, every);
      return near.find(room) ?? boxes(beside.map((centre) => [centre, y - (LETTERS + 5) / 2])).find(room) ?? near.find((one) => free(one, before));
    };
    // Where even a narrow word has no room none is measured, which takes its time.
    const box = found(label.length * LETTERS * NARROW) && found(wide(label, strong) / 2 + HALO);
    if (box) taken.push(box);
    if (box) shown.push({ label, strong, faint: seen.near && important < 1, at: { x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2 } });
    before.push(own);
  }
  taken.push(...every);
  return shown;
}

function ranked(cy, { chosen, near, way }) {
  const important = (id, asked) => (id === chosen ? 4 : 0) + (way.has(id) ? 2 : 0) + (near?.has(id) ? 1 : 0) + (asked ? 0.5 : 0);
  const all = cy.nodes().map((node) => {
    const { id, size } = node.data();
    return { node, important: important(id, node.hasClass("asked")), size, rank: node.scratch("rank") };
  });
  return all.sort((one, other) => other.important - one.important || other.size - one.size || one.rank - other.rank);
}

/**
 * The lines whose number is shown, and where: of few ties each has its own, of many the strongest; a phone has room for a
 * third of them. Beside a hub, where all lines meet, not each finds room: the panel and the table have them all.
 */
function told(cy, taken, { chosen, near, way }) {
  const edges = cy.edges().toArray();
  const close = near ? edges.filter((edge) => near.has(edge.id())) : [];
  const room = close.length <= Math.min(TOLD, cy.width() / 16);
  const crowded = edges.length > 150 ? 3 : edges.length > 40 ? 2 : 1;
  const isWanted = (edge) => {
    const { id, stance, weight } = edge.data();
    if (stance === "holds") return false;
    if (id === chosen || way.has(id)) return true;
    const isNear = near?.has(id);
    return (room && isNear) || (edge.scratch("rank") < TOLD && weight >= crowded && (!near || isNear));
  };
  const first = (edge) => (edge.id() === chosen ? 2 : near?.has(edge.id()) ? 1 : 0);
  const wanted = edges.filter(isWanted).map((edge) => ({ edge, first: first(edge), rank: edge.scratch("rank") }));
  wanted.sort((one, other) => other.first - one.first || one.rank - other.rank);
  return wanted.flatMap(({ edge, first: importance }) => {
    const at = edge.renderedMidpoint();
    const box = boxOf(edge, at);
    if (importance < 2 && !free(box, taken)) return [];
    taken.push(box);
    return [{ edge, at }];
  });
}

/** The room that the number of the chosen line needs: no name stands there. */
function chosen(cy, { chosen: id }) {
  const one = id ? cy.getElementById(id) : cy.collection();
  return one.nonempty() && one.isEdge() ? [boxOf(one, one.renderedMidpoint())] : [];
}

function boxOf(edge, { x, y }) {
  const half = edge.data("text").length * LETTERS * 0.3;
  return [x - half, y - LETTERS / 2, x + half, y + LETTERS / 2];
}
