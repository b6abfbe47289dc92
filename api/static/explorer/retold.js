// The same matter elsewhere: how other articles tell it, and what those it is about answered.

import { get } from "./api.js";
import { el } from "./dom.js";
import { statementItem } from "./rows.js";
import { family } from "./words.js";

const DAY = 86_400_000;
// Other papers tell of it within days; an answer may take longer.
const TOLD_WITHIN = 3 * DAY;
const ANSWERED_WITHIN = 14 * DAY;
const READ = 100;
const SHOWN = 5;
// Words that say nothing about the matter, beside all shorter than four letters.
const COMMON = new Set("that this with from have been were will would could should their there they them what which when about into over also than more said says after before because while other some such only very just".split(" "));

/** Sections for the article's drawer: [] where there is nothing to tell. */
export async function elsewhere(finding, article, signal) {
  if (!finding.speaker || !finding.date) return [];
  const [told, answers] = await Promise.all([retold(finding, article, signal), answered(finding, signal)]);
  return [
    told.length ? section("Told elsewhere", `The same speaker, within three days, in other articles${told.some((one) => one.article.publisher !== article.publisher) ? "" : " of the same publisher"}.`, told) : null,
    answers.length ? section("Answers", "What those it is about said of the speaker in the next two weeks: denials and agreement first.", answers) : null,
  ];
}

/** Statements of the same speaker in other articles that are about the same entity or share words. */
async function retold(finding, article, signal) {
  const found = await near({ speaker: finding.speaker.id }, finding.date, -TOLD_WITHIN, TOLD_WITHIN, signal);
  const subjects = new Set(finding.about.map((one) => one.entity.id));
  const words = wordsOf(finding.text);
  const likeness = (one) => {
    const shared = [...wordsOf(one.text)].filter((word) => words.has(word)).length;
    const same = one.about.some((each) => subjects.has(each.entity.id));
    return shared + (same ? 1 : 0);
  };
  return best(found.filter((one) => one.article.id !== article.id), likeness, 2);
}

/** What its targets said about the speaker soon after. */
async function answered(finding, signal) {
  const targets = [...new Set(finding.about.filter((one) => one.role === "target").map((one) => one.entity.id))].filter((id) => id !== finding.speaker.id);
  const found = await Promise.all(targets.slice(0, 3).map((id) => near({ speaker: id, about: finding.speaker.id }, finding.date, 0, ANSWERED_WITHIN, signal)));
  const weight = { denial: 3, accord: 3, against: 2, telling: 1 };
  return best(found.flat().filter((one) => one.id !== finding.id), (one) => weight[family(one.act)], 1);
}

async function near(parameters, date, before, after, signal) {
  const at = Date.parse(date);
  if (Number.isNaN(at)) return [];
  const iso = (time) => new Date(time).toISOString().slice(0, 10);
  return (await get("api/statements", { ...parameters, since: iso(at + before), until: iso(at + after), limit: READ }, { signal })).items;
}

function best(rows, weight, least) {
  const weighed = rows.map((row) => [weight(row), row]).filter(([one]) => one >= least);
  return weighed.sort((a, b) => b[0] - a[0]).slice(0, SHOWN).map(([, row]) => row);
}

/** Words of four letters and more, cut to six, so that "accuses" is "accused". */
function wordsOf(text) {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return new Set(words.filter((word) => !COMMON.has(word)).map((word) => word.slice(0, 6)));
}

function section(title, hint, rows) {
  return el("section.elsewhere-section", {}, el("h3", {}, title), el("p.soft", {}, hint), el("ul.plain.items", {}, rows.map((one) => statementItem(one))));
}
