// Where to begin: a sentence to ask by, and what the graph has.

import { get, inPath } from "../api.js";
import { el } from "../dom.js";
import { called, overview, remember } from "../names.js";
import { statementItem } from "../rows.js";
import { combobox } from "../searchbox.js";
import { fresh, go } from "../state.js";
import { empty, show } from "../states.js";
import { actorLink, count, day, kindBadge } from "../words.js";

const ACTORS = 12;
const LATEST = 6;
const EXAMPLES = 4;

export async function render(root, state, { signal }) {
  await show(root, async () => {
    const latestOf = async (whole) => [whole, await get("api/statements", { sort: "newest", until: whole.last, limit: LATEST }, { signal })];
    const [[whole, latest], known] = await Promise.all([
      overview().then(latestOf),
      get("api/entities", { sort: "mentions", limit: ACTORS }, { signal }),
    ]);
    known.items.forEach(remember);
    if (!whole.articles) {
      return [el("h1", {}, "Who said what about whom"), empty("There is no article in this graph yet", el("span", {}, "Send one under ", el("a", { href: "?view=upload" }, "Upload"), ", or run ", el("code", {}, "kg build ARTICLES"), "."))];
    }
    const examples = el("p.examples");
    suggest(examples, known.items, signal);
    return [
      el("div.hero", {}, el("h1", {}, "Who said what about whom"), el("p.lead", {}, holds(whole)), question(), examples),
      el("div.columns", {},
        el("section", {}, el("h2", {}, "Most talked about"), actors(known.items), el("p.more", {}, el("a", { href: fresh({ view: "actor" }) }, "All actors and places"))),
        el("section", {}, el("h2", {}, "Latest statements"), el("ul.plain.items", {}, latest.items.map((one) => statementItem(one))), el("p.more", {}, el("a", { href: fresh({ view: "statements" }) }, `All ${count(whole.statements, "statement")}`)))),
    ];
  }, { signal, what: "Looking into the graph" });
}

function holds(whole) {
  const actors = Object.entries(whole.entities).filter(([kind]) => kind !== "place").reduce((sum, [, number]) => sum + number, 0);
  const dates = whole.first ? `, ${day(whole.first)} to ${day(whole.last)}` : "";
  const from = whole.publishers.length ? ` from ${count(whole.publishers.length, "publisher")}` : "";
  return [
    el("a", { href: fresh({ view: "articles" }) }, count(whole.articles, "article")), `${from}${dates}: `,
    el("a", { href: fresh({ view: "statements" }) }, count(whole.statements, "statement")), " and ",
    `${count(whole.meetings, "meeting")} of `, el("a", { href: fresh({ view: "actor" }) }, count(actors, "actor")), ".",
  ];
}

/** "What did X say about Y?" */
function question() {
  const chosen = { speaker: "", about: "" };
  const box = (key, label, placeholder) => {
    const made = combobox({
      id: `ask-${key}`, label, placeholder,
      choose: (hit) => {
        remember(hit);
        chosen[key] = hit.id;
        if (key === "speaker") form.querySelector("#ask-about").focus();
        else ask();
      },
      submit: () => ask(),
    });
    made.querySelector("input").addEventListener("input", () => (chosen[key] = ""));
    return made;
  };
  const ask = async () => {
    const meant = async (key) => {
      const typed = form.querySelector(`#ask-${key}`).value.trim();
      return chosen[key] || ((await called(typed).catch(() => null))?.id ?? typed);
    };
    const [speaker, about] = await Promise.all(["speaker", "about"].map(meant));
    go(fresh({ view: "statements", speaker, about }));
  };
  const form = el("form.question", {
    "aria-label": "What did somebody say about somebody",
    onsubmit: (event) => {
      event.preventDefault();
      ask();
    },
  });
  form.append(el("label", { for: "ask-speaker" }, "What did"), box("speaker", "Who said it", "anybody"), el("label", { for: "ask-about" }, "say about"), box("about", "About whom or what", "anything"), el("button.primary", { type: "submit" }, "Show"));
  return form;
}

/** Questions that this graph can answer: who speaks about the best known ones. */
async function suggest(root, known, signal) {
  const found = [];
  for (const one of known.slice(0, 3)) {
    let around;
    try {
      around = await get(`api/entities/${inPath(one.id)}/neighbourhood`, { kinds: "said_about", limit: 6 }, { signal });
    } catch {
      return; // the page is as good without examples
    }
    const labels = Object.fromEntries([around.centre, ...around.nodes].map((node) => [node.id, node.label]));
    found.push(...around.edges.map((edge) => ({ ...edge, labels })));
  }
  const pairs = new Map(found.filter((edge) => edge.kind === "said_about").map((edge) => [`${edge.source} ${edge.target}`, edge]));
  const best = [...pairs.values()].sort((a, b) => b.count - a.count).slice(0, EXAMPLES);
  if (!best.length || signal.aborted) return;
  root.append(el("span.soft", {}, "For example: "), ...best.flatMap(({ source, target, count: number, labels }) => [
    el("a.example", { href: fresh({ view: "statements", speaker: source, about: target }) }, `${labels[source]} on ${labels[target]}`, el("span.soft", {}, ` ${number}`)), " ",
  ]));
}

function actors(hits) {
  const most = Math.max(...hits.map((hit) => hit.mentions), 1);
  return el("table.ranking", {},
    el("thead", {}, el("tr", {}, ["Name", "Kind", "Mentions", "Said"].map((head, position) => el("th", { scope: "col", class: position > 2 ? "number" : "" }, head)))),
    el("tbody", {}, hits.map((hit) => el("tr", {},
      el("td", {}, actorLink(hit)),
      el("td", {}, kindBadge(hit.kind)),
      el("td.bar-cell", {}, el("span.meter", { "aria-hidden": "true" }, el("span", { style: { width: `${(100 * hit.mentions) / most}%` } })), count(hit.mentions)),
      el("td.number", {}, hit.statements ? el("a", { href: fresh({ view: "statements", speaker: hit.id }) }, count(hit.statements)) : el("span.soft", {}, "0"))))));
}
