// The articles that the graph was read from.

import { pages } from "../api.js";
import { el } from "../dom.js";
import { labelOf } from "../names.js";
import { dateHead, sortOf } from "../rows.js";
import { href } from "../state.js";
import { empty, show } from "../states.js";
import { evidenceLink, time } from "../words.js";

const PAGE = 50;

export async function render(root, state, { signal }) {
  await show(root, async () => {
    const { q, since, until, publisher, actor } = state;
    const list = pages("api/articles", { q, since, until, publisher, entity: actor[0], sort: sortOf(state) }, { signal, limit: PAGE });
    const [page, name] = await Promise.all([list.more(), labelOf(actor[0] ?? "")]);
    const title = el("div.view-head", {}, el("h1", {}, name ? `Articles that name ${name}` : "Articles"), name ? el("p", {}, el("a", { href: href({ actor: [] }) }, "All articles")) : null);
    if (!page.items.length) return [title, empty("No article meets these filters", el("a", { href: "?view=articles" }, "Show all articles"))];
    const row = (one) => el("tr", {}, el("td.date", {}, time(one.published)), el("td.title", {}, evidenceLink(one.id, "", one.title || one.id)), el("td.source", {}, one.publisher ?? ""));
    const body = el("tbody", {}, page.items.map(row));
    const button = el("button", { type: "button" }, "More");
    const foot = el("p.foot", {}, button);
    button.addEventListener("click", async () => {
      button.disabled = true;
      body.append(...(await list.more()).items.map(row));
      button.disabled = false;
      if (list.ended) foot.remove();
    });
    return [title, el("div.scroll", {}, el("table.articles", {}, el("thead", {}, el("tr", {}, dateHead(state), ["Title", "Publisher"].map((head) => el("th", { scope: "col" }, head)))), body)), list.ended ? null : foot];
  }, { signal, what: "Reading articles" });
}
