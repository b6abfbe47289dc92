// How a view looks when it has nothing, waits, has failed, or has more than can be shown.

import { get } from "./api.js";
import { el, fill } from "./dom.js";
import { href } from "./state.js";
import { count } from "./words.js";

export function loading(what = "Loading") {
  return el("div.state.loading", { role: "status" }, el("span.pulse", { "aria-hidden": "true" }), `${what} …`);
}

/** Nothing to show: why, and what to do. */
export function empty(title, ...hints) {
  return el("div.state.empty", {}, el("p.state-title", {}, title), hints.filter(Boolean).map((hint) => el("p", {}, hint)));
}

/** What went wrong; who may have been meant, if a name meant several; and a button to try again. */
export function failed(error, retry, key = null) {
  const candidates = error.candidates ?? [];
  const offered = candidates.length > 0 && key !== null;
  // Asked again, the same would be answered.
  const settled = error.status === 422 || error.status === 404;
  return el(
    "div.state.failed",
    { role: "alert" },
    el("p.state-title", {}, offered ? "Whom do you mean?" : error.malformed ? "A filter is not understood" : settled ? "Nothing here by that name" : "That did not work"),
    // The server names the command; whoever looks at this page has the box above it.
    offered ? null : el("p", {}, error.message.replace("`kg search WORDS` finds names", "the box at the top finds names by their beginning")),
    offered
      ? el("ul.plain", {}, candidates.map((one) => el("li", {}, el("a", { href: href({ [key]: key === "actor" ? [one.id] : one.id }) }, one.label), " ", toldBy(one.id))))
      : null,
    settled && !offered ? el("p", {}, error.malformed ? el("a", { href: href({ since: "", until: "", act: "", form: "", stance: "" }) }, "Drop the filters") : el("a", { href: "?view=actor" }, "All actors and places")) : null,
    retry && !offered && !settled && el("button", { type: "button", onclick: retry }, "Try again"),
  );
}

/** What tells who is meant: the article that alone knows them, whose id is the middle of theirs; else the id. */
function toldBy(id) {
  const [, article, name] = id.split("/");
  const told = el(name ? "span.soft" : "code.soft", {}, name ? "" : id);
  if (name) get(`api/articles/${encodeURIComponent(article)}`).then(({ title }) => fill(told, "in ", el("cite", {}, title ?? article)), () => fill(told, id));
  return told;
}

/** More than is drawn: how much of how much, and what to do about it. */
export function tooMuch(shown, total, noun, ...actions) {
  return el("p.state.too-much", {}, `${count(shown)} of ${count(total, noun)} shown. `, actions);
}

/**
 * Fills `root` with what `make()` resolves to; shows that it waits, or what went wrong.
 *
 * What is asked for and no longer wanted (`signal`) is dropped in silence. `key` is the part of the state that an
 * ambiguous name was in.
 */
export async function show(root, make, { signal, what, key } = {}) {
  // Most answers come at once; only one that is late says that it is awaited.
  const late = setTimeout(() => signal?.aborted || fill(root, loading(what)), 150);
  try {
    const made = await make();
    if (!signal?.aborted) fill(root, made);
  } catch (error) {
    if (error.name === "AbortError" || signal?.aborted) return;
    if (!(error.status >= 0)) console.error(error);
    fill(root, failed(error, () => show(root, make, { signal, what, key }), key));
  } finally {
    clearTimeout(late);
  }
}
