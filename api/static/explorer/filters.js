// The filters that views share, in a bar above the view.

import { el, fill } from "./dom.js";
import { labelOf, overview, remember } from "./names.js";
import { combobox } from "./searchbox.js";
import { change, href } from "./state.js";
import { ACTS, STANCES } from "./words.js";

const DATE = "\\d{4}(-\\d{2}(-\\d{2})?)?";
const NONE = { actor: [], kind: [] };

/** Draws the filters that the view offers; in a new view anew, else with the values that they have now. */
export function drawFilters(root, view, state) {
  const offered = view.filters ?? [];
  root.hidden = !offered.length;
  if (root.hidden) return fill(root);
  const focused = root.contains(document.activeElement) ? document.activeElement.name : null;
  const isSet = offered.filter((key) => String(state[key]));
  const cleared = Object.fromEntries(offered.map((key) => [key, NONE[key] ?? ""]));
  const clear = isSet.length ? el("a.clear", { href: href(cleared) }, isSet.length === 1 ? "Clear the filter" : `Clear ${isSet.length} filters`) : null;
  fill(root, el("details", { open: focused !== null || !matchMedia("(max-width: 40rem)").matches },
    el("summary", {}, isSet.length ? `Filters (${isSet.length})` : "Filters"),
    el("form.filter-bar", { "aria-label": "Filters", onsubmit: (event) => event.preventDefault() }, offered.map((key) => MAKERS[key]?.(state)), clear)));
  if (focused) root.querySelector(`[name="${focused}"]`)?.focus();
  return root;
}

const MAKERS = {
  speaker: (state) => nameField("speaker", "Who said it", state),
  about: (state) => nameField("about", "About", state),
  q: (state) => textField("q", "Words", state),
  // Every view that offers one has the other, too; they stay on one line.
  since: (state) => el("div.between", {}, dateField("since", "From", state), dateField("until", "To", state)),
  publisher: publisherField,
  act: (state) => choice("act", "Act", ACTS, state),
  form: (state) => choice("form", "Form", ["direct", "indirect", "mixed"], state),
  stance: (state) => choice("stance", "Stance", Object.keys(STANCES), state),
};

function field(key, label, input) {
  return el("label.field", { class: String(input.value) ? "is-set" : "" }, el("span", {}, label), input);
}

function nameField(key, label, state) {
  const take = (value) => change({ [key]: value });
  const box = combobox({
    id: `filter-${key}`, label, value: state[key], placeholder: "anybody",
    choose: (hit) => {
      remember(hit);
      take(hit.id);
    },
    submit: take,
  });
  const input = box.querySelector("input");
  input.name = key;
  input.addEventListener("change", () => input.value.trim() || take(""));
  if (state[key]) labelOf(state[key]).then((name) => document.activeElement === input || (input.value = name));
  return el("div.field", { class: state[key] ? "is-set" : "" }, el("label", { for: input.id }, label), box);
}

function dateField(key, label, state) {
  const input = el("input.date-input", { name: key, value: state[key], size: 12, placeholder: "YYYY-MM-DD", pattern: DATE, inputmode: "numeric", title: "A day, a month or a year: 2024-05-08, 2024-05, 2024" });
  input.addEventListener("change", () => input.reportValidity() && change({ [key]: input.value.trim() }));
  return field(key, label, input);
}

function textField(key, label, state) {
  const input = el("input", { name: key, value: state[key], size: 14, placeholder: "any" });
  input.addEventListener("change", () => change({ [key]: input.value.trim() }));
  return field(key, label, input);
}

function publisherField(state) {
  const made = textField("publisher", "Publisher", state);
  const list = el("datalist", { id: "publishers" });
  overview().then((whole) => fill(list, whole.publishers.map((one) => el("option", { value: one.name }))), () => null);
  made.querySelector("input").setAttribute("list", list.id);
  made.append(list);
  return made;
}

function choice(key, label, values, state) {
  const select = el("select", { name: key }, el("option", { value: "" }, "any"), values.map((one) => el("option", { value: one, selected: state[key] === one }, one)));
  select.addEventListener("change", () => change({ [key]: select.value }));
  return field(key, label, select);
}
