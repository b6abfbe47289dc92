// Queries in SPARQL: the page of the editor in a frame, for the editor needs a policy of its own.

import { el, fill } from "../dom.js";
import { change } from "../state.js";

let hear = null;

export function render(root, state) {
  const page = new URL("query", location.href.replace(/[?#].*/, ""));
  page.searchParams.set("embedded", "true");
  if (state.q) page.searchParams.set("query", state.q);
  const frame = el("iframe.query-frame", { src: page.href, title: "Editor for queries in SPARQL" });
  const alone = el("a", { href: page.href.replace(/embedded=true&?/, ""), target: "_blank" }, "alone on a page");
  fill(root, el("h1.unseen", {}, "Query"), frame, el("p.soft", {}, "The editor also stands ", alone, "; programs ask ", el("code", {}, new URL("sparql", page).href), "."));
  hear = (event) => {
    if (event.source !== frame.contentWindow || event.origin !== location.origin || typeof event.data?.query !== "string") return;
    change({ q: event.data.query });
  };
  addEventListener("message", hear);
}

/** The frame stays as it is: it has told what is asked itself, or shows it when somebody goes back. */
export function update(root, state) {
  const frame = root.querySelector("iframe");
  frame.contentWindow?.postMessage({ query: state.q }, location.origin);
}

export function leave() {
  removeEventListener("message", hear);
}
