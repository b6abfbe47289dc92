// What is looked at, as one object, which is the query of the address: every view can be sent as a link.
//
//   read()              the state that the address tells
//   href({...})         the address of that state with these changes, for links
//   change({...})       goes there; with {replace: true} without a step for "back"
//   subscribe(listener) listener(state, before) is called after each change, "back" and "forward" too

/** Keys that have one value, "" where they are not set. */
const ONE = [
  "view", "q", "speaker", "about", "act", "form", "stance", "since", "until", "publisher", "weight",
  "article", "evidence", "compare", "sort", "type",
  "limit", "bucket", "by",
];
/** Keys that may be given many times: lists. The first of `actor` is the chosen one. */
const MANY = ["actor", "kind", "hide", "pin"];

/** What all views have in common: a change of view keeps these. */
export const FILTERS = ["since", "until", "publisher", "act", "stance", "kind"];

const listeners = new Set();
let current = read();

export function read(search = location.search) {
  const given = new URLSearchParams(search);
  const state = {};
  for (const key of ONE) state[key] = given.get(key)?.trim() ?? "";
  for (const key of MANY) state[key] = [...new Set(given.getAll(key).filter(Boolean))];
  state.view ||= "search";
  return Object.freeze(state);
}

/** The address of a state: keys in one order, nothing that is empty. */
export function write(state) {
  const written = new URLSearchParams();
  for (const key of [...ONE, ...MANY]) {
    if (key === "view" && state.view === "search") continue;
    for (const value of [state[key] ?? ""].flat()) if (value !== "") written.append(key, value);
  }
  return `?${written}`;
}

export const href = (changes, from = current) => write({ ...from, ...changes });

/** The address of a view with the filters that are set, and nothing else but `changes`. */
export function fresh(changes, from = current) {
  const kept = Object.fromEntries(FILTERS.map((key) => [key, from[key]]));
  return write({ ...kept, ...changes });
}

export function change(changes, { replace = false } = {}) {
  const address = href(changes);
  if (address === write(current)) return;
  history[replace ? "replaceState" : "pushState"](null, "", address);
  tell();
}

/** Goes to an address that `href` or `fresh` has made. */
export function go(address) {
  if (address !== location.search) history.pushState(null, "", address);
  tell();
}

export function subscribe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Which keys differ. */
export function changed(state, before) {
  return [...ONE, ...MANY].filter((key) => String(state[key]) !== String(before[key]));
}

function tell() {
  const before = current;
  current = read();
  if (changed(current, before).length) for (const listener of listeners) listener(current, before);
}

addEventListener("popstate", tell);
