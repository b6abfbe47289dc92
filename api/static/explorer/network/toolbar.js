// Above the picture: whose network it is, how one gets from one to another, which ties count, and the files.

import { address } from "../api.js";
import { el, fill } from "../dom.js";
import { nameOf, remember } from "../names.js";
import { combobox } from "../searchbox.js";
import { change, href } from "../state.js";
import { KINDS, kindsOf, question } from "./data.js";

const FORMATS = { gexf: "GEXF (Gephi)", graphml: "GraphML", csv: "CSV (ties)" };

export function toolbar(root, state) {
  // A box that somebody types in stays; what it is asked for is the state of then.
  if (root.contains(document.activeElement) && document.activeElement.value) document.activeElement.blur();
  const before = root.querySelector(".tool-more");
  const open = before ? before.open : !matchMedia("(max-width: 40rem)").matches;
  fill(root, el("div.tool-row", {}, chosen(state), el("details.tool-more", { open }, el("summary", {}, "Paths and ties"), el("div", {}, path(state), kinds(state), weight(state))), el("span.gap"), files(state)));
}

function chosen(state) {
  const chip = (id) => el("li.chip", {}, el("span", { "data-name": id }, nameOf(id)), el("a", { href: href({ actor: state.actor.filter((one) => one !== id) }), "aria-label": `Take ${nameOf(id)} away` }, "✕"));
  const box = combobox({ id: "network-add", label: "Draw somebody's neighbourhood", placeholder: state.actor.length ? "Add somebody" : "the most central", choose: (hit) => add(state, hit), submit: (words) => change({ actor: [...state.actor, words] }) });
  return el("div.field.chosen-actors", {}, el("span", {}, "Neighbourhood of"), el("div.chips", {}, state.actor.length ? el("ul.plain.chips", {}, state.actor.map(chip)) : null, box));
}

function path(state) {
  if (!state.actor.length) return null;
  const box = combobox({ id: "path-to", label: `Shortest path from ${nameOf(state.actor[0])} to`, placeholder: "Whom?", value: state.compare ? nameOf(state.compare) : "", choose: (hit) => { remember(hit); change({ compare: hit.id }); }, submit: (words) => change({ compare: words }) });
  return el("div.field", {}, el("span", {}, `Shortest path from ${nameOf(state.actor[0])} to`), el("div.chips", {}, box, state.compare ? el("a", { href: href({ compare: "" }), "aria-label": "No path" }, "✕") : null));
}

function add(state, hit) {
  remember(hit);
  change({ actor: [...state.actor.filter((id) => id !== hit.id), hit.id] });
}

function kinds(state) {
  const on = kindsOf(state);
  const toggle = (kind) => {
    const next = on.includes(kind) ? on.filter((one) => one !== kind) : [...on, kind];
    const others = state.kind.filter((one) => !(one in KINDS));
    change({ kind: [...others, ...Object.keys(KINDS).filter((one) => next.includes(one))] });
  };
  const box = (kind) => el("label.check", {}, el("input", { type: "checkbox", name: kind, checked: on.includes(kind), disabled: on.length === 1 && on.includes(kind), onchange: () => toggle(kind) }), KINDS[kind]);
  return el("fieldset.checks", {}, el("legend", {}, "Ties"), Object.keys(KINDS).map(box));
}

function weight(state) {
  const input = el("input", { type: "number", name: "weight", min: "1", max: "999", value: state.weight || "1", inputmode: "numeric" });
  input.addEventListener("change", () => change({ weight: Number(input.value) > 1 ? String(Math.floor(Number(input.value))) : "" }));
  return el("label.field", {}, el("span", {}, "Events, at least"), input);
}

/** On the picture: nearer, further, all of it, laid out anew. */
export function handles({ rearrange, fit, zoom }) {
  const button = (label, name, does) => el("button", { type: "button", title: name, "aria-label": name, onclick: does }, label);
  return el("div.buttons.handles", { role: "group", "aria-label": "Picture" }, button("+", "Nearer", () => zoom(1.25)), button("−", "Further", () => zoom(0.8)), button("All", "See all", fit), el("button", { type: "button", title: "Lays out all but what is pinned", onclick: rearrange }, "Rearrange"));
}

function files(state) {
  const link = (format) => el("li", {}, el("a", { href: address("api/network", { ...question(state), format }).href, download: `network.${format}` }, FORMATS[format]));
  return el("details.menu", {}, el("summary", {}, "Save this view"), el("ul.plain", {}, Object.keys(FORMATS).map(link)));
}
