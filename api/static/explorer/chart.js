// Counts over time as bars: what somebody said, what was said about them; meetings as dots above.

import { el } from "./dom.js";
import { count, day } from "./words.js";

const WIDTH = 720;
const HEIGHT = 120;
const SERIES = [
  ["statements", "said"],
  ["about", "said about them"],
  ["meetings", "meetings"],
];

/** As few bars as tell something: days for a month, weeks for half a year, else months. */
export function bucketFor(first, last) {
  const days = (new Date(last) - new Date(first)) / 86_400_000;
  return days <= 45 ? "day" : days <= 200 ? "week" : "month";
}

export function chart(buckets) {
  if (!buckets.length) return null;
  const begin = Date.parse(buckets[0].start);
  const end = Date.parse(buckets.at(-1).end) + 86_400_000;
  const x = (date) => ((Date.parse(date) - begin) / (end - begin)) * WIDTH;
  const most = Math.max(1, ...buckets.map((one) => Math.max(one.statements, one.about ?? 0, one.meetings)));
  const bars = buckets.flatMap((one) => {
    const left = x(one.start);
    const width = Math.max(2, Math.min((Date.parse(one.end) + 86_400_000 - Date.parse(one.start)) / (end - begin) * WIDTH - 2, 44));
    const title = `${day(one.start)}${one.end === one.start ? "" : ` – ${day(one.end)}`}: ${SERIES.map(([key, name]) => `${one[key] ?? 0} ${name}`).join(", ")}`;
    return SERIES.map(([key], position) => {
      const height = ((one[key] ?? 0) / most) * (HEIGHT - 10);
      if (!height) return null;
      const bar = el("rect", { class: `bar bar-${key}`, x: (left + (position * width) / 3).toFixed(1), y: (HEIGHT - height).toFixed(1), width: Math.max(1.5, width / 3 - 0.6).toFixed(1), height: height.toFixed(1) });
      const told = document.createElementNS("http://www.w3.org/2000/svg", "title");
      told.textContent = title;
      bar.append(told);
      return bar;
    });
  });
  const totals = SERIES.map(([key, name]) => `${count(buckets.reduce((sum, one) => sum + (one[key] ?? 0), 0))} ${name}`).join(", ");
  return el("figure.chart", {},
    el("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": `From ${day(buckets[0].start)} to ${day(buckets.at(-1).end)}: ${totals}. At most ${most} in one bar.` },
      el("line", { class: "axis", x1: 0, x2: WIDTH, y1: HEIGHT, y2: HEIGHT }), bars),
    el("div.chart-ends", { "aria-hidden": "true" }, el("span", {}, day(buckets[0].start)), el("span", {}, day(buckets.at(-1).end))),
    el("figcaption", {}, SERIES.map(([key, name]) => el("span.key", {}, el("span.swatch", { class: `swatch-${key}` }), name)), el("span.soft", {}, `highest bar: ${most}`)));
}
