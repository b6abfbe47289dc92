// The names of actors and the numbers of lines, on a canvas over the picture: such that none covers another, and of one
// size at any zoom. Cytoscape's own labels are styled, measured and kept as pictures one by one, which took half of the
// time in which somebody's neighbours are drawn.

import { el } from "../dom.js";

/** Pixels of letters on the screen. */
const LETTERS = 12;
/** How wide a letter is of that, on average. */
const PLAIN = 0.52;
const BOLD = 0.62;
/** Lines with a number on them: more are not read. */
const TOLD = 60;
/** Pixels of the letters' halo. */
const HALO = 2;
const FONT = "system-ui, sans-serif";
/** How much is seen of a name that is not near the chosen one. */
const FAINT = 0.25;

/**
 * @param cy the picture; whenever it has been painted, the letters are
 * @param container its element, after which the canvas is put
 * @param colours function that gives {ink, paper, against, accord, denial, faint, soft} as they are now
 */
export function letters(cy, container, colours) {
  const canvas = el("canvas.letters", { "aria-hidden": "true" });
  container.after(canvas);
  let now = colours();
  const paint = () => {
    const ratio = devicePixelRatio || 1;
    const [width, height] = [cy.width(), cy.height()];
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) Object.assign(canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
    const pen = canvas.getContext("2d");
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    Object.assign(pen, { textAlign: "center", textBaseline: "alphabetic", lineJoin: "round", lineWidth: 2 * HALO, strokeStyle: now.paper });
    const taken = [];
    const names = named(cy, taken);
    for (const { edge, at } of told(cy, taken)) write(pen, edge.data("text"), at, now[COLOURS[edge.data("stance")]]);
    for (const { node, at } of names) {
      pen.globalAlpha = node.hasClass("far") && !node.hasClass("way") ? FAINT : 1;
      write(pen, node.data("label"), at, now.ink, node.hasClass("asked"));
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

function write(pen, words, { x, y }, colour, strong = false) {
  pen.font = `${strong ? "bold " : ""}${LETTERS}px ${FONT}`;
  pen.fillStyle = colour;
  pen.strokeText(words, x, y + LETTERS * 0.35);
  pen.fillText(words, x, y + LETTERS * 0.35);
}

/** The nodes whose name has room, and where it stands; a name that would cover a more important one waits until there is room. */
function named(cy, taken) {
  const zoom = cy.zoom();
  const shown = [];
  for (const { node } of ranked(cy)) {
    const { x, y } = node.renderedPosition();
    const width = (node.data("label").length * LETTERS * (node.hasClass("asked") ? BOLD : PLAIN)) / 2 + 1;
    const half = (node.data("size") * zoom) / 2;
    // Of a node at the edge the name is moved into the picture.
    const middle = x > 0 && x < cy.width() ? Math.max(width + 2, Math.min(x, cy.width() - width - 2)) : x;
    // Below the node, or above it where that is taken.
    const box = [y + half + 1, y - half - LETTERS - 6].map((top) => [middle - width, top, middle + width, top + LETTERS + 5]).find((one) => free(one, taken));
    if (box) taken.push(box);
    if (box) shown.push({ node, at: { x: middle, y: (box[1] + box[3]) / 2 } });
    const seen = half * 0.75;
    taken.push([x - seen, y - seen, x + seen, y + seen]);
  }
  return shown;
}

function ranked(cy) {
  const important = (node) => (node.hasClass("chosen") ? 4 : 0) + (node.hasClass("way") ? 2 : 0) + (node.hasClass("near") ? 1 : 0) + (node.hasClass("asked") ? 0.5 : 0);
  const all = cy.nodes().map((node) => ({ node, important: important(node), size: node.data("size"), rank: node.scratch("rank") }));
  return all.sort((one, other) => other.important - one.important || other.size - one.size || one.rank - other.rank);
}

/** No box of those that are taken reaches into this one: [left, top, right, bottom]. */
const free = (box, taken) => !taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]);

/**
 * The lines whose number is shown, and where: of few ties each has its own, of many the strongest; a phone has room for a
 * third of them. Beside a hub, where all lines meet, not each finds room: the panel and the table have them all.
 */
function told(cy, taken) {
  const edges = cy.edges().toArray();
  const near = edges.filter((edge) => edge.hasClass("near"));
  const room = near.length <= Math.min(TOLD, cy.width() / 16);
  const crowded = edges.length > 150 ? 3 : edges.length > 40 ? 2 : 1;
  const wanted = edges.filter((edge) => {
    if (edge.data("stance") === "holds") return false;
    if (edge.hasClass("way") || edge.hasClass("chosen")) return true;
    return (room && edge.hasClass("near")) || (edge.scratch("rank") < TOLD && edge.data("weight") >= crowded && !edge.hasClass("far"));
  });
  const first = (edge) => (edge.hasClass("chosen") ? 2 : edge.hasClass("near") ? 1 : 0);
  wanted.sort((one, other) => first(other) - first(one) || one.scratch("rank") - other.scratch("rank"));
  return wanted.flatMap((edge) => {
    const at = edge.renderedMidpoint();
    const half = edge.data("text").length * LETTERS * 0.3;
    const box = [at.x - half, at.y - LETTERS / 2, at.x + half, at.y + LETTERS / 2];
    if (!edge.hasClass("chosen") && !free(box, taken)) return [];
    taken.push(box);
    return [{ edge, at }];
  });
}
