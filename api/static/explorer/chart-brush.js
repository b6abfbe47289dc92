// Bars over time with a brush: uPlot on a canvas, in the colours of the page.

import { el } from "./dom.js";

const SCRIPT = "static/vendor/uplot/uPlot.iife.min.js";
const STYLE = "static/vendor/uplot/uPlot.min.css";
const DAY = 86_400;

let library = null;

/** uPlot is a plain script that sets a global name; it is fetched when the first chart is drawn. */
function load() {
  library ??= new Promise((resolve, reject) => {
    document.head.append(el("link", { rel: "stylesheet", href: STYLE }));
    document.head.append(el("script", { src: SCRIPT, onload: () => resolve(window.uPlot), onerror: () => reject(new Error("the script for charts can't be fetched")) }));
  });
  return library;
}

export const seconds = (date) => Date.parse(`${date}T00:00:00Z`) / 1000;
export const date = (at) => new Date(at * 1000).toISOString().slice(0, 10);

/**
 * @param root an empty element
 * @param rows [{start, end, values}], by time
 * @param series [{name, colour}] of the values, the lowest of the stack first; `colour` a custom property
 * @param range [first, last] day that the axis shows
 * @param marked [first, last] day that is shaded, or null
 * @param brushed called with the first and the last day that was drawn over
 */
export async function bars(root, { rows, series, range, marked = null, height, brushed, axes = true }) {
  const UPlot = await load();
  let chart = null;
  const make = () => {
    chart?.destroy();
    root.replaceChildren();
    if (!root.clientWidth) return;
    chart = new UPlot(options(UPlot, { width: root.clientWidth, height, rows, series, range, marked, brushed, axes }), stacked(rows, series), root);
  };
  make();
  let width = root.clientWidth;
  const sizes = new ResizeObserver(() => {
    if (root.clientWidth !== width) {
      width = root.clientWidth;
      make();
    }
  });
  sizes.observe(root);
  const theme = new MutationObserver(make);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", make);
  return {
    /** The same as a drag over the chart does; for what has no pointer. */
    select: (first, last) => brushed(first, last),
    destroy() {
      sizes.disconnect();
      theme.disconnect();
      scheme.removeEventListener("change", make);
      chart?.destroy();
    },
  };
}

/** Each series with those below it; drawn from the top one down, so that the lower ones lie in front. */
function stacked(rows, series) {
  const columns = series.map((_, number) => rows.map((row) => row.values.slice(0, number + 1).reduce((sum, value) => sum + value, 0)));
  return [rows.map((row) => (seconds(row.start) + seconds(row.end) + DAY) / 2), ...columns.reverse()];
}

function options(UPlot, { width, height, rows, series, range, marked, brushed, axes }) {
  const computed = getComputedStyle(document.documentElement);
  const colour = (name) => computed.getPropertyValue(`--${name}`).trim();
  const axis = { stroke: colour("soft"), grid: { stroke: colour("line"), width: 1 }, ticks: { show: false }, font: "12px system-ui, sans-serif" };
  // The strip needs but years, or months where it is short.
  const years = seconds(range[1]) - seconds(range[0]) > 700 * DAY;
  const small = { ...axis, size: 24, splits: (chart, number, from, to) => starts(from, to, width / 80, years), values: (chart, marks) => marks.map((at) => (years ? "" : `${MONTHS[new Date(at * 1000).getUTCMonth()]} `) + new Date(at * 1000).getUTCFullYear()) };
  const [first, last] = [seconds(range[0]), seconds(range[1]) + DAY];
  const most = Math.max(1, ...rows.map((row) => row.values.reduce((sum, value) => sum + value, 0)));
  return {
    width,
    height,
    tzDate: (at) => UPlot.tzDate(new Date(at * 1000), "Etc/UTC"),
    padding: [8, axes ? 22 : 14, axes ? 0 : 2, axes ? 0 : 14],
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: true, y: false, setScale: false } },
    select: { show: true },
    scales: { x: { time: true, range: [first, last] }, y: { range: [0, most * 1.08] } },
    axes: [axes ? { ...axis, values: dates } : small, axes ? { ...axis, size: 44, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000] } : { show: false }],
    series: [{}, ...series.map((one) => ({ label: one.name, fill: colour(one.colour), stroke: colour(one.colour), width: 0, points: { show: false }, paths: boxes(rows) })).reverse()],
    hooks: {
      setSelect: [(chart) => {
        const { left, width: wide } = chart.select;
        if (wide < 3) return;
        brushed(date(Math.max(first, chart.posToVal(left, "x"))), date(Math.min(last - 1, chart.posToVal(left + wide, "x"))));
      }],
      drawClear: [(chart) => marked && shade(chart, seconds(marked[0]), seconds(marked[1]) + DAY, colour("accent"))],
    },
  };
}

/** The first days of years, or of months; so many at most, and none at the very edge, where its name would be cut. */
function starts(from, to, most, years) {
  const [first, last] = [new Date(from * 1000), new Date(to * 1000)];
  const found = [];
  for (let at = 0; ; at += 1) {
    const day = Date.UTC(first.getUTCFullYear() + (years ? at : 0), years ? 0 : first.getUTCMonth() + at);
    if (day > last) break;
    if (day / 1000 > from + (to - from) * 0.02 && day / 1000 < to - (to - from) * 0.02) found.push(day / 1000);
  }
  const step = Math.ceil(found.length / Math.max(1, most));
  return found.filter((_, number) => number % step === 0);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "8 May", or "May" where a mark is a month, with the year below the first one and wherever it is another. */
function dates(chart, marks, axis, space, step) {
  let before = null;
  return marks.map((at) => {
    const when = new Date(at * 1000);
    const year = when.getUTCFullYear();
    const words = step >= 365 * DAY ? "" : step >= 28 * DAY ? MONTHS[when.getUTCMonth()] : `${when.getUTCDate()} ${MONTHS[when.getUTCMonth()]}`;
    const told = words ? (year === before ? words : `${words}\n${year}`) : String(year);
    before = year;
    return told;
  });
}

/** Bars as wide as their days are; none so narrow that it can't be seen. */
function boxes(rows) {
  return (chart, number) => {
    const fill = new Path2D();
    const bottom = chart.valToPos(0, "y", true);
    rows.forEach((row, at) => {
      const value = chart.data[number][at];
      if (!value) return;
      const left = chart.valToPos(seconds(row.start), "x", true);
      const right = chart.valToPos(seconds(row.end) + DAY, "x", true);
      const gap = Math.min(2, (right - left) * 0.15);
      const top = chart.valToPos(value, "y", true);
      fill.rect(left + gap / 2, top, Math.max(2, right - left - gap), bottom - top);
    });
    return { fill, stroke: null, clip: null };
  };
}

function shade(chart, from, to, colour) {
  const { ctx, bbox } = chart;
  const left = Math.max(bbox.left, chart.valToPos(from, "x", true));
  const right = Math.min(bbox.left + bbox.width, chart.valToPos(to, "x", true));
  ctx.save();
  ctx.globalAlpha = 0.16;
  ctx.fillStyle = colour;
  ctx.fillRect(left, bbox.top, Math.max(2, right - left), bbox.height);
  ctx.restore();
}
