// The page of queries: its plain form becomes the YASGUI editor, which asks this server and nobody else.

const form = document.getElementById("query-form");
const textarea = document.getElementById("query");
const root = document.getElementById("yasgui");
const { vendor } = root.dataset;
const endpoint = new URL(root.dataset.endpoint, location.href).href;

document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${vendor}/yasgui.min.css` }));
const script = Object.assign(document.createElement("script"), { src: `${vendor}/yasgui.min.js` });
// Without it the form goes on working.
script.addEventListener("load", start);
document.head.append(script);

function start() {
  const Yasgui = window.Yasgui.default ?? window.Yasgui;
  // Its lists of prefixes and of terms would be asked of other servers, as would the endpoints that it offers.
  Yasgui.Yasqe.defaults.autocompleters = [];
  Yasgui.Yasqe.defaults.prefixCcApi = "";
  Yasgui.Yasqe.defaults.createShareableLink = null;
  const value = textarea.value;
  form.hidden = true;
  root.hidden = false;
  const yasgui = new Yasgui(root, {
    requestConfig: { endpoint, method: "POST" },
    endpointCatalogueOptions: { getData: () => [], keys: [] },
    copyEndpointOnNewTab: false,
    populateFromUrl: false,
    // What was asked is in the address; nothing is kept in the browser.
    persistenceId: null,
    autofocus: false,
    yasqe: { value, autocompleters: [], persistenceId: null, editorHeight: "18rem" },
    yasr: { persistenceId: null, prefixes: {} },
  });
  const tab = yasgui.getTab();
  tab.setQuery(value);
  tab.getYasqe().on("query", (yasqe) => tell(yasqe.getValue()));
  for (const link of document.querySelectorAll("a[data-query]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      tab.setQuery(link.dataset.query);
      tab.getYasqe().refresh();
      tell(link.dataset.query);
    });
  }
  addEventListener("message", ({ source, origin, data }) => {
    if (source === parent && origin === location.origin && typeof data?.query === "string" && data.query && data.query !== tab.getYasqe().getValue()) tab.setQuery(data.query);
  });
  name(root);
  new MutationObserver(() => name(root)).observe(root, { childList: true, subtree: true });
  document.documentElement.dataset.ready = "yes";
}

/** The explorer around this page keeps the query in its address. */
function tell(query) {
  if (parent !== window) parent.postMessage({ query }, location.origin);
}

/** Names for what the editor leaves without: readers of the screen hear them. */
function name(within) {
  const labels = { ".CodeMirror textarea": "The query", ".yasqe_queryButton": "Ask", ".tableSizer": "Rows on a page", ".tableFilter": "Only rows with these words" };
  for (const [selector, label] of Object.entries(labels)) {
    for (const one of within.querySelectorAll(`${selector}:not([aria-label])`)) one.setAttribute("aria-label", label);
  }
  for (const one of within.querySelectorAll(".CodeMirror-scroll[tabindex='-1']")) one.tabIndex = 0;
}
