// The article that something was read in, opened at the sentence, beside the view.

import { get, inPath } from "./api.js";
import { append, el, fill, webLink } from "./dom.js";
import { elsewhere } from "./retold.js";
import { change, read } from "./state.js";
import { empty, show } from "./states.js";
import { actBadge, actorLink, day, evidenceLink, speakerOf, stanceBadge, statusOf, when } from "./words.js";

const root = document.getElementById("evidence");

/** What is marked in the text, the outermost first. Each differs by more than its colour, and is named in the legend. */
const LAYERS = ["sentence", "content", "target", "cue", "speaker"];
const NAMES = { sentence: "sentence", content: "what is said", target: "about", cue: "cue", speaker: "who says it" };

let opener = null;
let controller = null;

export const evidenceIsOpen = () => !root.hidden;

/** Shows the article of the state, at the finding or the excerpt that `evidence` names. */
export async function showEvidence(state) {
  if (root.hidden) opener = document.activeElement;
  controller?.abort();
  controller = new AbortController();
  const { signal } = controller;
  const { article, evidence } = state;
  root.hidden = false;
  pointAt(`${article}#${evidence}`);
  document.body.classList.add("with-evidence");
  const body = el("div.evidence-body");
  fill(root, heading(), body);
  root.querySelector("h2").focus({ preventScroll: true });
  let found = null;
  body.setAttribute("aria-busy", "true");
  await show(body, async () => drawn((found = await get(`api/articles/${inPath(article)}`, {}, { signal })), evidence), { signal, what: "Opening the article" });
  if (!signal.aborted) scrollTo(body.querySelector(".first-mark"));
  const finding = found?.statements.find((one) => one.id === evidence);
  // Beside the point where it fails: the article is there.
  const more = finding && !signal.aborted ? await elsewhere(finding, found, signal).catch(() => []) : [];
  if (!signal.aborted) append(body, more);
  body.removeAttribute("aria-busy");
}

export function closeEvidence() {
  if (root.hidden) return;
  pointAt(null);
  controller?.abort();
  root.hidden = true;
  document.body.classList.remove("with-evidence");
  fill(root);
  if (opener?.isConnected) opener.focus({ preventScroll: true });
  opener = null;
}

/** Scrolls the article alone: the view beside it stays where the reader is. */
function scrollTo(mark) {
  if (!mark) return;
  const top = root.getBoundingClientRect().top;
  const covered = Math.max(...[...root.querySelectorAll(".evidence-head, .evidence-about")].map((one) => (getComputedStyle(one).position === "sticky" ? one.offsetHeight : 0)));
  root.scrollTop += mark.getBoundingClientRect().top - top - Math.max(root.clientHeight / 3, covered + 90);
}

/** Marks the row of the article that is open, in a view that has just been drawn. */
export function pointAtOpen() {
  const { article, evidence } = read();
  if (article) pointAt(`${article}#${evidence}`);
}

/** Tells which row of the view the article belongs to. */
function pointAt(evidence) {
  for (const one of document.querySelectorAll(".is-open")) one.classList.remove("is-open");
  for (const link of document.querySelectorAll("main [data-evidence]")) {
    if (link.dataset.evidence === evidence) link.closest("tr, li")?.classList.add("is-open");
  }
}

function heading() {
  const close = el("button.close", { type: "button", title: "Close (Esc)", "aria-label": "Close the article", onclick: () => change({ article: "", evidence: "" }) }, "✕");
  return el("div.evidence-head", {}, el("h2", { tabindex: "-1" }, "Evidence"), close);
}

function drawn(article, evidence) {
  const finding = [...article.statements, ...article.meetings].find((one) => one.id === evidence);
  const spans = spansOf(finding, evidence);
  return [
    // Whose words these are stays in sight while one reads.
    el("header.evidence-about", {}, el("h3.article-title", {}, article.title ?? article.id), el("p.byline", {}, byline(article)), finding ? about(finding) : null, spans.length ? legend(spans) : null),
    evidence && !spans.length ? empty("The article has changed", "What this link pointed to is not in it any more.") : null,
    el("div.article-text", { lang: article.language, tabindex: "0", "aria-label": "Text of the article" }, text(article.text, spans)),
    others(article, finding),
  ];
}

function byline(article) {
  const date = article.published ? el("time", { datetime: article.published }, day(article.published)) : null;
  const parts = [article.publisher, article.author, date, article.url ? webLink(article.url, "source") : null, el("a", { href: `article/${inPath(article.id)}` }, "whole page")];
  return parts.filter(Boolean).flatMap((part, position) => (position ? [" · ", part] : [part]));
}

/** What was read: who, the act, about whom, and how sure the reading is. */
function about(finding) {
  const sure = el("span.confidence", { title: "How sure the extraction is of this reading, not whether the claim is true" }, `confidence ${Math.round(finding.confidence * 100)} %`);
  if (finding.participants) {
    const who = finding.participants.flatMap((one, position) => [position ? ", " : null, actorLink(one.entity), one.role === "party" ? null : ` (${one.role})`]);
    return el("p.finding", {}, who, ": ", finding.format, " ", el("span.soft", {}, `(${statusOf(finding)})`), finding.place ? [" in ", actorLink(finding.place)] : null, " · ", when(finding), " · ", sure);
  }
  const targets = finding.about.flatMap((one, position) => [position ? ", " : " about ", actorLink(one.entity), stanceBadge(one.stance) && el("span.with-sign", {}, "\u00a0", stanceBadge(one.stance))]);
  return el("p.finding", {}, speakerOf(finding), " ", actBadge(finding.act, finding), targets, " · ", when(finding), " · ", sure);
}

/** {start, end, layer} of all that is marked. */
function spansOf(finding, evidence) {
  const excerpts = { sentence: finding?.evidence ?? [] };
  const asked = /^char=(\d+),(\d+)$/.exec(evidence);
  if (asked) excerpts.sentence = [{ start: Number(asked[1]), end: Number(asked[2]) }];
  if (finding?.cue !== undefined) {
    excerpts.speaker = [finding.speaker_words];
    excerpts.cue = [finding.cue];
    excerpts.content = finding.content;
    excerpts.target = finding.about.map((one) => one.words);
  }
  return LAYERS.flatMap((layer) => (excerpts[layer] ?? []).filter(Boolean).map(({ start, end }) => ({ start, end, layer })));
}

function legend(spans) {
  const used = LAYERS.filter((layer) => spans.some((span) => span.layer === layer));
  return el("ul.legend", { "aria-label": "What is marked" }, used.map((layer) => el("li", {}, el("span.mark", { class: `mark-${layer}` }, NAMES[layer]))));
}

/** The text as paragraphs, each piece between two borders in its marks. Offsets are of code points. */
function text(words, spans) {
  const points = Array.from(words);
  const borders = new Set([0, points.length]);
  for (const { start, end } of spans) borders.add(start).add(end);
  const cuts = [...borders].filter((at) => at <= points.length).sort((a, b) => a - b);
  const paragraphs = [el("p")];
  let first = true;
  cuts.slice(1).forEach((end, position) => {
    const start = cuts[position];
    const layers = spans.filter((span) => span.start <= start && end <= span.end);
    points.slice(start, end).join("").split(/\n{2,}/).forEach((piece, number) => {
      if (number) paragraphs.push(el("p"));
      if (!piece) return;
      paragraphs.at(-1).append(layers.length ? marked(piece, start, layers, first) : document.createTextNode(piece));
      if (layers.length) first = false;
    });
  });
  return paragraphs.filter((one) => one.hasChildNodes());
}

function marked(piece, start, layers, first) {
  const names = [...new Set(layers.map((span) => span.layer))];
  const begun = layers.filter((span) => span.start === start && span.layer !== "sentence").map((span) => NAMES[span.layer]);
  return el("mark", {
    class: [...names.map((name) => `mark-${name}`), first ? "first-mark" : ""].join(" "),
    "data-layers": names.join(" "),
    "data-start": start,
    "data-names": begun.join(", ") || null,
  }, piece);
}

/** What else was read in the article. */
function others(article, finding) {
  const rest = article.statements.filter((one) => one !== finding);
  if (!rest.length) return null;
  return el("details.others", {}, el("summary", {}, `Also read here: ${rest.length === 1 ? "one more statement" : `${rest.length} more statements`}`),
    el("ul.plain", {}, rest.map((one) => el("li", {}, speakerOf(one), " ", actBadge(one.act, one), " ", evidenceLink(article.id, one.id, one.text)))));
}
