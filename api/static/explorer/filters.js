// The filters that all views share, in a bar above the view.

import { el, fill } from "./dom.js";
import { FILTERS, change, href } from "./state.js";
import { ACTS, STANCES } from "./words.js";

const DATE = "\\d{4}(-\\d{2}(-\\d{2})?)?";

export function drawFilters(root, view, state) {
  const offered = view.filters ?? [];
  root.hidden = !offered.length;
  if (root.hidden) return fill(root);
  const focused = root.contains(document.activeElement) ? document.activeElement.name : null;
  const cleared = Object.fromEntries(FILTERS.map((key) => [key, ""]));
  const isSet = offered.some((key) => String(state[key]));
  fill(
    root,
    el("form.filter-bar", { "aria-label": "Filters", onsubmit: (event) => event.preventDefault() },
      offered.map((key) => MAKERS[key]?.(state)),
      isSet ? el("a.clear", { href: href({ ...cleared, kind: [] }) }, "Clear filters") : null),
  );
  if (focused) root.querySelector(`[name="${focused}"]`)?.focus();
  return root;
}

const MAKERS = {
  since: (state) => dateField("since", "From", state),
  until: (state) => dateField("until", "To", state),
  publisher: (state) => textField("publisher", "Publisher", state),
  act: (state) => choice("act", "Act", ACTS, state),
  stance: (state) => choice("stance", "Stance", Object.keys(STANCES), state),
};

function field(label, input) {
  return el("label.field", {}, el("span", {}, label), input);
}

function dateField(key, label, state) {
  const input = el("input", { name: key, value: state[key], size: 10, placeholder: "2024-05-08", pattern: DATE, inputmode: "numeric", title: "A day, a month or a year: 2024-05-08, 2024-05, 2024" });
  input.addEventListener("change", () => input.reportValidity() && change({ [key]: input.value }));
  return field(label, input);
}

function textField(key, label, state) {
  const input = el("input", { name: key, value: state[key], size: 16, placeholder: "any" });
  input.addEventListener("change", () => change({ [key]: input.value }));
  return field(label, input);
}

function choice(key, label, values, state) {
  const select = el("select", { name: key }, el("option", { value: "" }, "any"), values.map((one) => el("option", { value: one, selected: state[key] === one }, one)));
  select.addEventListener("change", () => change({ [key]: select.value }));
  return field(label, select);
}
