// Copies a table, as spreadsheets paste it.

import { el } from "./dom.js";

export function copyButton(table) {
  const button = el("button", { type: "button" }, "Copy");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(cells(table));
      button.textContent = "Copied";
    } catch {
      // No clipboard without https: the table is marked, and the keys of the browser copy it.
      getSelection().selectAllChildren(table);
      button.textContent = "Marked: press Ctrl+C";
    }
    setTimeout(() => (button.textContent = "Copy"), 2500);
  });
  return button;
}

/** One line a row, tabs between cells; what a spreadsheet would take for a formula begins with an apostrophe. */
export function cells(table) {
  const rows = [...table.querySelectorAll("thead tr, tbody tr")];
  return rows.map((row) => [...row.cells].map((cell) => safe(words(cell))).join("\t")).join("\n");
}

function words(cell) {
  const copy = cell.cloneNode(true);
  for (const unseen of copy.querySelectorAll(".unseen")) unseen.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}

const safe = (text) => (/^[=@]|^[+\-](?![\d.,]+$)/.test(text) ? `'${text}` : text);
