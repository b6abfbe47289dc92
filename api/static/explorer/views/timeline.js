// Counts over time; a brush over them sets the days that all views look at.

import { get } from "../api.js";
import { bars } from "../chart-brush.js";
import { copyButton } from "../copy.js";
import { el, fill } from "../dom.js";
import { labelOf, nameOf, overview } from "../names.js";
import { change, href, read } from "../state.js";
import { empty, failed, loading } from "../states.js";
import { count, day } from "../words.js";

/** Bars at most; more are thinner than a finger, or a pixel. */
const MOST_BARS = 160;
const DAYS = { day: 1, week: 7, month: 30 };
const STANCES = [{ key: "negative", name: "against", colour: "against" }, { key: "neutral", name: "neutral", colour: "bar-plain" }, { key: "positive", name: "for", colour: "accord" }];
/** How many times longer than the months that have nearly all the strip may be. */
const WIDEST = 24;
/** Acts that are seldom are one layer of the stack. */
const MOST_ACTS = 5;
/** Milliseconds before the first article and after the last that the chart begins and ends at most. */
const BESIDE = 60 * 86_400_000;
const ACT_COLOURS = ["accent", "against", "accord", "denial", "met"];

let charts = [];

export async function render(root, state, context) {
  const head = el("div.tool-row");
  const body = el("div.timeline");
  fill(root, el("h1.unseen", {}, "Timeline"), head, body);
  await update(root, state, context);
}

export async function update(root, state, { signal }) {
  const [, head, body] = root.children;
  drawHead(head, state);
  const late = setTimeout(() => fill(body, loading("Counting")), 200);
  try {
    const asked = { entity: state.actor[0], publisher: state.publisher, act: state.act, stance: state.stance };
    const [{ items: whole }, articles] = await Promise.all([get("api/timeline", { ...asked, bucket: "month" }, { signal }), overview()]);
    if (signal.aborted) return;
    if (state.actor.length) await labelOf(state.actor[0]);
    drawHead(head, state);
    clearTimeout(late);
    leave();
    if (!whole.length) return void fill(body, empty("Nothing to count", "No statement or meeting with a date meets these filters.", el("a", { href: href({ actor: [], publisher: "", act: "", stance: "" }) }, "Clear them")));
    const usual = busy(near(whole, articles));
    const asking = rangeOf(state, whole, usual);
    const bucket = bucketOf(state, asking);
    const rows = (await get("api/timeline", { ...asked, by: by(state), bucket, since: asking[0], until: asking[1] }, { signal })).items;
    if (signal.aborted) return;
    await drawBody(body, { state, whole, usual, rows, range: filled(state, asking, rows), bucket });
  } catch (error) {
    if (error.name === "AbortError" || signal.aborted) return;
    fill(body, failed(error, () => update(root, read(), { signal }), "actor"));
  } finally {
    clearTimeout(late);
  }
}

export function leave() {
  for (const chart of charts) chart.destroy();
  charts = [];
}

const by = (state) => (state.by === "act" ? "act" : "stance");

/** The days that are chosen; else the `usual` months. */
function rangeOf({ since, until }, whole, usual) {
  const months = since || until ? whole : usual;
  const first = since ? firstDay(since) : months[0].start;
  const last = until ? lastDay(until) : months.at(-1).end;
  return first <= last ? [first, last] : [last, first];
}

/** Where no day is chosen, the first and the last that have something: a month goes on when its articles have ended. */
function filled({ since, until }, [first, last], rows) {
  if (!rows.length) return [first, last];
  return [since || rows[0].start < first ? first : rows[0].start, until || rows.at(-1).end > last ? last : rows.at(-1).end];
}

/** The months of the strip: all, but where few of long ago would press the others together, those and what is chosen. */
function strip(whole, usual, [first, last]) {
  const days = (rows) => Date.parse(rows.at(-1).end) - Date.parse(rows[0].start);
  if (days(whole) <= WIDEST * days(usual)) return whole;
  return whole.filter((row) => row.end >= (first < usual[0].start ? first : usual[0].start) && row.start <= (last > usual.at(-1).end ? last : usual.at(-1).end));
}

const of = (row) => row.statements + row.meetings;

/** The months that articles are from, with those shortly before and after; all, if there is nothing in these. What an article
 *  recalls of two hundred years ago would press the others together. */
function near(whole, { first, last }) {
  const [begin, end] = first ? [Date.parse(first) - BESIDE, Date.parse(last) + BESIDE] : [-Infinity, Infinity];
  const found = whole.filter((row) => Date.parse(row.end) >= begin && Date.parse(row.start) <= end);
  return found.length ? found : whole;
}

/** Without the first and the last months that have one in thirty together. */
function busy(whole) {
  const spare = whole.reduce((sum, row) => sum + of(row), 0) / 30;
  let [first, last] = [0, whole.length - 1];
  for (let passed = of(whole[first]); passed <= spare && first < last; passed += of(whole[first])) first += 1;
  for (let passed = of(whole[last]); passed <= spare && last > first; passed += of(whole[last])) last -= 1;
  return whole.slice(first, last + 1);
}

const firstDay = (given) => `${given}-01-01`.slice(0, 10);
function lastDay(given) {
  const [year, month, number] = given.split("-").map(Number);
  if (number) return given;
  return new Date(Date.UTC(year, month || 12, 0)).toISOString().slice(0, 10);
}

function bucketOf({ bucket }, [first, last]) {
  if (bucket in DAYS) return bucket;
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  return Object.keys(DAYS).find((one) => days / DAYS[one] <= MOST_BARS) ?? "month";
}

function drawHead(head, state) {
  const choice = (key, label, options) => {
    const select = el("select", { name: key }, Object.entries(options).map(([value, words]) => el("option", { value, selected: (state[key] || "") === value }, words)));
    select.addEventListener("change", () => change({ [key]: select.value }));
    return el("label.field", {}, el("span", {}, label), select);
  };
  fill(head, choice("by", "Told apart by", { "": "stance", act: "act" }), choice("bucket", "A bar is", { "": "what fits", day: "a day", week: "a week", month: "a month" }), state.actor.length ? el("p.soft", {}, "What ", el("b", {}, nameOf(state.actor[0])), " said, and whom they met. ", el("a", { href: href({ actor: [] }) }, "What all said")) : null);
}

async function drawBody(body, { state, whole, usual, rows, range, bucket }) {
  const series = seriesOf(state, rows);
  const set = (since, until) => change({ since, until });
  const detail = el("div.time-chart", { role: "img", "aria-label": `${count(rows.length, bucket)} from ${day(range[0])} to ${day(range[1])}; the table below has the numbers.` });
  const months = strip(whole, usual, range);
  // Of two months it would be two blocks.
  const tells = months.length > 2;
  const overall = el("div.time-chart.strip", { role: "img", "aria-label": "All months; the fields From and To choose among them." });
  const isSet = state.since || state.until;
  const meetings = rows.reduce((sum, row) => sum + row.meetings, 0);
  const statements = rows.reduce((sum, row) => sum + row.statements, 0);
  const outside = whole.reduce((sum, row) => sum + of(row), 0) - statements - meetings;
  const table = twin(rows, series, state);
  fill(
    body,
    el("p.soft", {}, `${day(range[0])} – ${day(range[1])}: ${count(statements, "statement")}, ${count(meetings, "meeting")}. `, isSet ? el("a", { href: href({ since: "", until: "" }) }, "No choice of days") : [outside > 0 ? [el("a", { href: href({ since: whole[0].start, until: whole.at(-1).end }) }, `${count(outside)} more`), " before or after. "] : null, "Draw over the bars to look at some days only; all views follow."]),
    el("ul.plain.chart-legend", {}, series.map((one) => el("li", {}, el("span.layer", { style: { background: `var(--${one.colour})` }, "aria-hidden": "true" }), one.name))),
    rows.length ? detail : empty("Nothing in these days", el("a", { href: href({ since: "", until: "" }) }, "All days")),
    tells && el("p.strip-label.soft", {}, months.length < whole.length ? `All months but ${count(whole.length - months.length)} with next to nothing, from ${day(whole[0].start.slice(0, 7))} to ${day(whole.at(-1).end.slice(0, 7))}` : "All months"),
    tells && overall,
    el("details.twin-frame", {}, el("summary", {}, "The same as a table"), el("div.twin", {}, el("div.table-head", {}, copyButton(table)), el("div.scroll", { tabindex: "0", role: "region", "aria-label": "Counts over time" }, table))),
  );
  const values = rows.map((row) => ({ start: row.start, end: row.end, values: series.map((one) => one.value(row)) }));
  if (rows.length) charts.push(await bars(detail, { rows: values, series, range, height: 300, brushed: set }));
  if (!tells) return;
  const all = months.map((row) => ({ start: row.start, end: row.end, values: [of(row)] }));
  charts.push(await bars(overall, { rows: all, series: [{ name: "all", colour: "bar-plain" }], range: [months[0].start, months.at(-1).end], marked: isSet || outside > 0 ? range : null, height: 84, axes: false, brushed: set }));
}

/** The layers of the stack: what is told apart, what is about nobody, and meetings on top. */
function seriesOf(state, rows) {
  const part = (key) => (row) => row.parts?.[key] ?? 0;
  const meetings = { name: "meetings", colour: "met", value: (row) => row.meetings };
  if (by(state) === "stance") {
    const rest = { name: "about nobody known", colour: "bar-faint", value: (row) => Math.max(0, row.statements - STANCES.reduce((sum, one) => sum + part(one.key)(row), 0)) };
    return [...STANCES.map(({ key, name, colour }) => ({ name, colour, value: part(key) })), rest, state.act || state.stance ? null : { ...meetings, colour: "accent" }].filter(Boolean);
  }
  const totals = new Map();
  for (const row of rows) for (const [act, number] of Object.entries(row.parts ?? {})) totals.set(act, (totals.get(act) ?? 0) + number);
  const acts = [...totals].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1)).map(([act]) => act);
  const shown = acts.slice(0, MOST_ACTS);
  const others = acts.length > shown.length ? { name: "other acts", colour: "bar-plain", value: (row) => row.statements - shown.reduce((sum, act) => sum + part(act)(row), 0) } : null;
  return [...shown.map((act, number) => ({ name: act, colour: ACT_COLOURS[number], value: part(act) })), others].filter(Boolean);
}

function twin(rows, series, state) {
  const heads = ["From", "To", ...series.map((one) => one.name), "Statements", "Meetings"];
  return el("table", {}, el("caption", {}, "Statements and meetings over time; a date leads to these days alone"), el("thead", {}, el("tr", {}, heads.map((one, number) => el("th", { scope: "col", class: number > 1 ? "number" : null }, one)))),
    el("tbody", {}, rows.map((row) => el("tr", {}, el("th.date", { scope: "row" }, el("a", { href: href({ since: row.start, until: row.end }) }, day(row.start))), el("td.date", {}, day(row.end)), [...series.map((one) => one.value(row)), row.statements, row.meetings].map((number) => el("td.number", {}, count(number)))))));
}
