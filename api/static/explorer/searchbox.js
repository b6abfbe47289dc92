// The one box: names of actors and places as they are typed, words of statements; the combobox pattern of ARIA.

import { get } from "./api.js";
import { el, fill } from "./dom.js";
import { called } from "./names.js";
import { fresh, go } from "./state.js";
import { count, kindBadge } from "./words.js";

// Milliseconds without a key before the server is asked.
const PAUSE = 120;
const OFFERED = 8;
/** The question that the page is for, as people ask it: whole, or a half of it. */
const QUESTIONS = [
  /^what\s+(?:did|has|does)\s+(?<speaker>.+?)\s+(?:say|said)\s+(?:about|of|on)\s+(?<about>.+?)\s*\??$/i,
  /^what\s+(?:did|has|does)\s+(?<speaker>.+?)\s+(?:say|said)\s*\??$/i,
  /^what\s+(?:was|is|has\s+been)\s+said\s+(?:about|of|on)\s+(?<about>.+?)\s*\??$/i,
];
/** "X on Y", as the examples of the first page have it: a question where both are known, else words. */
const PAIR = /^(?<speaker>.+?)\s+(?:about|on)\s+(?<about>.+?)$/i;

export function drawSearch(root) {
  fill(root, combobox({
    id: "search-box",
    label: "Search people, organizations, places, words",
    placeholder: "Who, what or where",
    words: true,
    choose: (hit) => go(fresh({ view: "actor", actor: [hit.id] })),
    submit: find,
  }));
}

/** Words are looked for in statements; a question is asked as one. */
async function find(words) {
  const asked = QUESTIONS.map((one) => one.exec(words)).find(Boolean);
  const parts = Object.entries((asked ?? PAIR.exec(words))?.groups ?? {});
  const known = await Promise.all(parts.map(async ([key, one]) => [key, one, (await called(one))?.id]));
  const isQuestion = asked || (parts.length && known.every(([, , id]) => id));
  return go(fresh({ view: "statements", ...(isQuestion ? Object.fromEntries(known.map(([key, one, id]) => [key, id ?? one])) : { q: words }) }));
}

/**
 * A box that offers entities while one types.
 *
 * @param choose called with the entity that was chosen, {id, label, kind}
 * @param submit called with the words where nothing was chosen and Enter was pressed; without `words`, where nobody is called so
 * @param words whether the words themselves are offered too, to be found in statements
 */
export function combobox({ id, label, placeholder = "", value = "", words = false, choose, submit }) {
  const list = el("ul.options", { id: `${id}-options`, role: "listbox", "aria-label": "Offered names", hidden: true });
  const input = el("input", {
    id, type: "text", role: "combobox", value, placeholder, autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search",
    "aria-label": label, "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  });
  const root = el("div.combobox", {}, input, list);
  let options = [];
  let active = -1;
  let timer = 0;
  let asked = null;

  const close = () => {
    clearTimeout(timer);
    asked?.abort();
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const pick = (option) => {
    close();
    if (option.hit) {
      input.value = words ? "" : option.hit.label;
      choose(option.hit);
    } else {
      submit(option.words);
    }
  };
  // Whoever types a name and presses Enter means the best known who is called so, who is offered first.
  const settle = async (typed) => {
    close();
    const hit = words ? null : await called(typed).catch(() => null);
    if (hit) pick({ hit });
    else submit(typed);
  };
  const mark = (next) => {
    if (!options.length) return;
    active = (next + options.length) % options.length;
    [...list.querySelectorAll("[role=option]")].forEach((one, position) => one.setAttribute("aria-selected", String(position === active)));
    const chosen = list.querySelector("[aria-selected=true]");
    chosen?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", chosen?.id ?? "");
  };
  const offer = (hits, typed) => {
    options = hits.map((hit) => ({ hit }));
    if (words) options.push({ words: typed });
    fill(list, options.map((option, position) => {
      const inside = option.hit
        ? [el("span.option-label", {}, option.hit.label), kindBadge(option.hit.kind), el("span.option-count", {}, count(option.hit.mentions, "mention")), words || position ? null : el("kbd", { "aria-hidden": "true" }, "↵")]
        : [el("span.option-label", {}, "Statements with “", el("b", {}, option.words), "”")];
      return el("li", { id: `${id}-option-${position}`, role: "option", "aria-selected": "false", onpointerdown: (event) => event.preventDefault(), onclick: () => pick(option) }, inside);
    }));
    if (!options.length) fill(list, el("li.none", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, "Nobody and nothing here is called so"));
    active = -1;
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  };
  const ask = async () => {
    const typed = input.value.trim();
    asked?.abort();
    if (!typed) return close();
    asked = new AbortController();
    try {
      const found = await get("api/entities", { q: typed, limit: OFFERED }, { signal: asked.signal });
      if (document.activeElement === input) offer(found.items, typed);
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
    return undefined;
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) ask();
      else mark(active < 0 && event.key === "ArrowUp" ? options.length - 1 : active + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      const typed = input.value.trim();
      if (active >= 0) pick(options[active]);
      else if (typed) settle(typed);
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (list.hidden) input.blur();
      else close();
    }
  });
  return root;
}
