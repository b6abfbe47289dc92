// What entities are called: ids are in the address, names are for people.

import { get, inPath } from "./api.js";

const known = new Map();
let whole = null;

export const remember = (named) => known.set(named.id, named.label);

/** The label of an entity; what was given, where that is a name (no id is without "/") or nobody has the id. */
export async function labelOf(id) {
  if (!id.includes("/")) return id;
  if (!known.has(id)) {
    try {
      remember({ id, label: (await get(`api/entities/${inPath(id)}`)).label });
    } catch {
      return id;
    }
  }
  return known.get(id);
}

/** The same at once: of an id that is not known yet, its words. */
export const nameOf = (id) => known.get(id) ?? id.split("/").at(-1).replaceAll("-", " ");

/** The best known of those who are called so, {id, label}; null where nobody is, or where it is an id that was given. */
export async function called(words) {
  if (!words || words.includes("/")) return null;
  const [hit] = (await get("api/entities", { q: words, limit: 1 })).items;
  if (hit) remember(hit);
  return hit ?? null;
}

/** What the store holds; asked for once, and again after `forget`. */
export function overview() {
  whole ??= get("api/overview").catch((error) => {
    whole = null;
    throw error;
  });
  return whole;
}

export const forget = () => (whole = null);
