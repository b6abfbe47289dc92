// The outlines of the world, projected, as SVG.

import { get } from "./api.js";
import { el } from "./dom.js";

const SCRIPT = "static/vendor/topojson-client/topojson-client.min.js";
const OUTLINES = "static/vendor/world-atlas/countries-110m.json";
/** Nobody makes statements there, and it takes a quarter of the picture. */
const ANTARCTICA = "010";

export const WIDTH = 1000;
export const HEIGHT = 500;

/**
 * Natural Earth's projection by its polynomials: no area is blown up as Mercator's are, and all of it is drawn by two
 * lines. Source: Šavrič, Jenny, Patterson et al. (2011), A polynomial equation for the Natural Earth projection.
 */
export function project(longitude, latitude) {
  const [lambda, phi] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180];
  const square = phi * phi;
  const fourth = square * square;
  const x = lambda * (0.8707 - 0.131979 * square + fourth * (-0.013791 + fourth * (0.003971 * square - 0.001529 * fourth)));
  const y = phi * (1.007226 + square * (0.015085 + fourth * (-0.044475 + 0.028874 * square - 0.005916 * fourth)));
  const scale = WIDTH / (2 * Math.PI * 0.8707);
  return [WIDTH / 2 + x * scale, HEIGHT * 0.53 - y * scale];
}

let outlines = null;

/** The countries, as one path each. */
export function countries() {
  outlines ??= Promise.all([library(), get(OUTLINES)]).then(([topojson, world]) =>
    topojson.feature(world, world.objects.countries).features.filter((feature) => feature.id !== ANTARCTICA).map((feature) => pathOf(feature.geometry)));
  outlines.catch(() => (outlines = null));
  return outlines;
}

function library() {
  return new Promise((resolve, reject) => {
    if (window.topojson) return void resolve(window.topojson);
    document.head.append(el("script", { src: SCRIPT, onload: () => resolve(window.topojson), onerror: () => reject(new Error("the outlines can't be fetched")) }));
  });
}

/** A ring over the date line goes on beyond the edge of the map, and not back over all of it. */
function unbroken(ring) {
  let [shift, before] = [0, ring[0][0]];
  return ring.map(([longitude, latitude]) => {
    if (Math.abs(longitude - before) > 180) shift += longitude < before ? 360 : -360;
    before = longitude;
    return [longitude + shift, latitude];
  });
}

function pathOf({ type, coordinates }) {
  const polygons = type === "Polygon" ? [coordinates] : coordinates;
  return polygons.flat().map(unbroken).map((ring) => `M${ring.map(([longitude, latitude]) => project(longitude, latitude).map((one) => one.toFixed(1)).join(",")).join("L")}Z`).join("");
}
