// The table of who said what about whom.

import { pages } from "../api.js";
import { el } from "../dom.js";
import { empty, show } from "../states.js";
import { actBadge, actorLink, evidenceLink, source, speakerOf, stanceBadge, time } from "../words.js";

const HEADS = ["Date", "Who", "Act", "What was said", "About", "Source"];

export async function render(root, state, { signal }) {
  const { q, speaker, about, act, form, since, until, publisher } = state;
  const list = pages("api/statements", { q, speaker, about, act, form, since, until, publisher }, { signal });
  await show(root, async () => {
    const page = await list.more();
    if (!page.items.length) return [el("h1", {}, "Statements"), empty("No statement meets these filters", "Clear one of them, or search for other words.")];
    const body = el("tbody", {}, page.items.map(row));
    return [el("h1", {}, "Statements"), el("div.scroll", { tabindex: "0" }, el("table.statements", {}, el("thead", {}, el("tr", {}, HEADS.map((head) => el("th", { scope: "col" }, head)))), body))];
  }, { signal, what: "Reading statements" });
}

function row(one) {
  return el("tr", {},
    el("td.date", {}, time(one.date)),
    el("td", {}, speakerOf(one)),
    el("td", {}, actBadge(one.act, one)),
    el("td.said", {}, evidenceLink(one.article.id, one.id, one.text)),
    el("td", {}, one.about.map((each) => el("div", {}, actorLink(each.entity), stanceBadge(each.stance)))),
    el("td.source", {}, source(one.article)));
}
