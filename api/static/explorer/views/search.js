// Where to begin: what the graph has, and a sentence to ask it by.

import { get } from "../api.js";
import { el } from "../dom.js";
import { empty, show } from "../states.js";
import { actorLink, count, kindBadge } from "../words.js";

export async function render(root, state, { signal }) {
  await show(root, async () => {
    const known = await get("api/entities", { sort: "mentions", limit: 12 }, { signal });
    if (!known.items.length) return empty("The graph is empty", "`kg build ARTICLES` fills it, or upload an article.");
    return [
      el("h1", {}, "Who said what about whom"),
      el("h2", {}, "Most talked about"),
      el("ul.plain", {}, known.items.map((hit) => el("li", {}, actorLink(hit), " ", kindBadge(hit.kind), " ", el("span.soft", {}, count(hit.mentions, "mention"))))),
    ];
  }, { signal, what: "Looking into the graph" });
}
