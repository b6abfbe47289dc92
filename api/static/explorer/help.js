// What the explorer shows and which keys it knows.

import { el } from "./dom.js";

const KEYS = [
  ["/", "to the search box"],
  ["↓ ↑", "through what the box offers"],
  ["Enter", "opens what is chosen; in the box alone, finds the words in all statements"],
  ["Esc", "closes what the box offers, the article, this help"],
  ["?", "this help"],
];

let dialog = null;

export function openHelp() {
  dialog ??= document.body.appendChild(made());
  if (!dialog.open) dialog.showModal();
}

function made() {
  const close = el("button", { type: "button", onclick: () => dialog.close() }, "Close");
  return el(
    "dialog.help",
    { "aria-labelledby": "help-title" },
    el("h2", { id: "help-title" }, "How to read this"),
    el("p", {}, "Every row was read in an article: somebody said something, about somebody. Click the words, and the article opens at the sentence."),
    el("p", {}, "A claim is what somebody is reported to have said. That it stands here does not make it true."),
    el("h3", {}, "Keys"),
    el("dl.keys", {}, KEYS.map(([key, does]) => [el("dt", {}, key.split(" ").map((one) => el("kbd", {}, one))), el("dd", {}, does)])),
    el("p", {}, close),
  );
}
