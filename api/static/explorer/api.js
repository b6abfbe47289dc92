// Questions to the server. Every request can be broken off; what goes wrong becomes a Problem that a person can read.

import { busy } from "./busy.js";

/** What the server says is wrong (RFC 9457), or that it can't be reached (status 0); `malformed`: of the form of a filter. */
export class Problem extends Error {
  constructor(status, detail, candidates = [], malformed = false) {
    super(detail);
    this.name = "Problem";
    this.status = status;
    this.candidates = candidates;
    this.malformed = malformed;
  }
}

/** The address of a route, below wherever the page lies; lists are given many times, nothing empty is sent. */
export function address(path, parameters = {}) {
  const url = new URL(path, location.href.replace(/[?#].*/, ""));
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of [value].flat()) if (one !== undefined && one !== null && one !== "") url.searchParams.append(name, one);
  }
  return url;
}

/** Ids have slashes that belong to the path. */
export const inPath = (id) => id.split("/").map(encodeURIComponent).join("/");

export function get(path, parameters, { signal } = {}) {
  return busy(async () => (await send(address(path, parameters), { signal })).json());
}

export const send = (url, options = {}) => busy(() => sent(url, options));

async function sent(url, options) {
  let response;
  try {
    response = await fetch(url, { headers: { Accept: "application/json" }, ...options });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem(0, "The server can't be reached. It may have been stopped; start it again, then try once more.");
  }
  if (response.ok) return response;
  const told = await response.json().catch(() => ({}));
  throw new Problem(response.status, sentence(told.errors?.map((one) => one.reason).join("; ") ?? told.detail ?? response.statusText), told.candidates ?? [], Boolean(told.errors));
}

/** A list, a page at a time: `more()` gives the next rows, `ended` tells whether there are any. */
export function pages(path, parameters, { signal, limit = 50 } = {}) {
  const list = {
    ended: false,
    cursor: undefined,
    async more() {
      const page = await get(path, { ...parameters, limit, cursor: list.cursor }, { signal });
      list.cursor = page.next ?? undefined;
      list.ended = !page.next;
      return page;
    },
  };
  return list;
}

function sentence(detail) {
  const text = Array.isArray(detail) ? detail.map((one) => one.msg).join("; ") : String(detail || "Something went wrong");
  const begun = text[0].toUpperCase() + text.slice(1);
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}
