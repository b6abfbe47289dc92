// What the explorer shows and which keys it knows.

import { dialogHead, el } from "./dom.js";
import { actBadge, stanceBadge } from "./words.js";

const KEYS = [
  ["/", "to the search box"],
  ["↓ ↑", "through what the box offers"],
  ["Enter", "opens what is chosen; else finds the words in all statements, or answers “what did X say about Y?”"],
  ["Esc", "closes what the box offers, the article, this help"],
  ["?", "this help"],
];

const SIGNS = [
  [() => actBadge("accuse"), "against somebody: accuse, criticise, demand, threaten, warn"],
  [() => actBadge("deny"), "denied or refused: deny, refuse, reject"],
  [() => actBadge("agree"), "in accord: admit, agree, praise, promise, propose, support"],
  [() => actBadge("say"), "merely told: announce, ask, believe, claim, intend, report, say"],
  [() => [stanceBadge("negative"), stanceBadge("positive")], "the stance of what is said towards whom it is about; without a sign it is neutral"],
  [() => el("span.nuance", {}, "¬ negated"), "what is said is that something is not so"],
];

let dialog = null;

export function openHelp() {
  dialog ??= document.body.appendChild(made());
  if (!dialog.open) dialog.showModal();
}

function made() {
  return el(
    "dialog.help",
    { "aria-labelledby": "help-title" },
    dialogHead("help-title", "How to read this", () => dialog.close()),
    el("p", {}, "Every row was read in an article: somebody said something, about somebody. Click the words, and the article opens at the sentence."),
    el("p", {}, "A claim is what somebody is reported to have said. That it stands here does not make it true."),
    el("h3", {}, "Signs"),
    el("dl.keys", {}, SIGNS.flatMap(([signs, means]) => [el("dt", {}, signs()), el("dd", {}, means)])),
    el("h3", {}, "Keys"),
    el("dl.keys", {}, KEYS.map(([key, does]) => [el("dt", {}, key.split(" ").map((one) => el("kbd", {}, one))), el("dd", {}, does)])),
  );
}
