// What surrounds the views: the link to share, dark and light, help; and the keys that work everywhere.

import { closeEvidence, evidenceIsOpen } from "./evidence.js";
import { el, fill } from "./dom.js";
import { openExport } from "./export.js";
import { openHelp } from "./help.js";
import { change } from "./state.js";

export function drawTools(root) {
  fill(root, el("button.wide", { type: "button", title: "Export what this view shows", onclick: openExport }, "Export"), copyButton(), themeButton(), el("button", { type: "button", title: "Help (?)", "aria-label": "Help", onclick: openHelp }, "?"));
}

function copyButton() {
  const button = el("button.wide", { type: "button", title: "Copies the address of this view" }, "Copy link");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      button.textContent = "Copied";
    } catch {
      prompt("The address of this view:", location.href); // no clipboard without https
    }
    setTimeout(() => (button.textContent = "Copy link"), 1500);
  });
  return button;
}

function themeButton() {
  const root = document.documentElement;
  const isDark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const button = el("button", { type: "button" });
  const draw = () => {
    button.textContent = isDark() ? "☀" : "☾";
    button.setAttribute("aria-label", isDark() ? "Light colours" : "Dark colours");
    button.title = button.getAttribute("aria-label");
  };
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("theme", root.dataset.theme);
    } catch {
      // Storage is off: it holds for this page alone.
    }
    dispatchEvent(new Event("themechange"));
    draw();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    dispatchEvent(new Event("themechange"));
    draw();
  });
  draw();
  return button;
}

export function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && evidenceIsOpen() && !document.querySelector("dialog[open]")) {
      closeEvidence();
      change({ article: "", evidence: "" });
      return;
    }
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key === "/") {
      event.preventDefault();
      document.querySelector("#search input").focus();
    } else if (event.key === "?") {
      event.preventDefault();
      openHelp();
    }
  });
}
