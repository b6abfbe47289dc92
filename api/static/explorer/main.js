// Starts the explorer: the shell around the views, and which of them is shown.

import { busy } from "./busy.js";
import { el, fill } from "./dom.js";
import { closeEvidence, pointAtOpen, showEvidence } from "./evidence.js";
import { drawFilters } from "./filters.js";
import { drawTools, listenToKeys } from "./shell.js";
import { drawSearch } from "./searchbox.js";
import { changed, fresh, go, read, subscribe } from "./state.js";
import { failed } from "./states.js";
import { VIEWS } from "./views/index.js";

const main = document.getElementById("main");
const announcer = document.getElementById("announcer");

/** The view that is shown: {view, module, root, controller}. */
let shown = null;

start();

function start() {
  drawSearch(document.getElementById("search"));
  drawTools(document.getElementById("tools"));
  document.addEventListener("click", followLink);
  listenToKeys();
  subscribe((state, before) => busy(() => draw(state, before)));
  busy(() => draw(read(), null));
}

async function draw(state, before) {
  const differs = before ? changed(state, before) : ["view", "article"];
  if (differs.some((key) => key === "article" || key === "evidence")) {
    if (state.article) showEvidence(state);
    else closeEvidence();
  }
  if (!differs.some((key) => key !== "article" && key !== "evidence")) return;
  const view = VIEWS.find((one) => one.name === state.view) ?? VIEWS[0];
  // The view asks the server; what is above it is drawn while that answers.
  const drawn = drawView(view, state, before);
  drawNavigation(view, state);
  drawFilters(document.getElementById("filters"), view, state);
  await drawn;
}

async function drawView(view, state, before) {
  const stays = shown?.view === view;
  shown?.controller.abort();
  const controller = new AbortController();
  const context = { signal: controller.signal, announce, before };
  if (!stays) {
    shown?.module?.leave?.(shown.root);
    shown = { view, root: el("section.view", { class: `view-${view.name}`, "aria-label": view.title }) };
    fill(main, shown.root);
    if (before) {
      scrollTo(0, 0);
      main.focus({ preventScroll: true });
      announce(view.title);
    }
  }
  const mine = Object.assign(shown, { controller });
  document.title = view.name === "search" ? "Rapporteur" : `${view.title} – Rapporteur`;
  mine.root.setAttribute("aria-busy", "true");
  try {
    mine.module ??= await view.load();
    if (controller.signal.aborted) return;
    if (stays && mine.drawn && mine.module.update) {
      await mine.module.update(mine.root, state, context);
    } else {
      fill(mine.root);
      await mine.module.render(mine.root, state, context);
    }
    mine.drawn = true;
    pointAtOpen();
  } catch (error) {
    if (error.name === "AbortError" || controller.signal.aborted) return;
    console.error(error);
    fill(mine.root, failed(error, () => busy(() => draw(read(), before))));
  } finally {
    if (mine.controller === controller) mine.root.removeAttribute("aria-busy");
  }
}

function drawNavigation(view, state) {
  const links = VIEWS.filter((one) => !one.hidden).map((one) =>
    // The actor that is looked at stays chosen from view to view.
    el("a", { href: fresh({ view: one.name, actor: state.actor }), "aria-current": one === view ? "page" : null }, one.title),
  );
  const bar = document.getElementById("views");
  fill(bar, links);
  // On a phone the bar is wider than the screen: the view that is shown stands in sight. (scrollIntoView would move the page, too.)
  const shown = bar.querySelector("[aria-current]");
  if (shown) bar.scrollLeft += shown.getBoundingClientRect().left + shown.offsetWidth / 2 - bar.getBoundingClientRect().left - bar.clientWidth / 2;
}

/** Links within the explorer change the state and don't load the page anew. */
function followLink(event) {
  const link = event.target.closest?.("a[href]");
  const address = link?.getAttribute("href");
  if (!address?.startsWith("?") || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(address);
}

function announce(text) {
  announcer.textContent = text;
}
