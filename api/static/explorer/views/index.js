// The views, in the order of the navigation. A module is loaded when its view is first shown, and exports
//
//   render(root, state, context)   fills `root`, an empty <section>; may be async
//   update(root, state, context)   optional: the state changed while the view is shown; without it, `render` is called
//                                  again with an empty root
//   leave(root)                    optional: the view is left
//
// `context` has: signal (aborted when what was asked for is no longer wanted), announce(text) for screen readers,
// before (the state before, for `update`). Addresses come from state.js; `a[href^="?"]` needs no listener.
//
// `filters`: which of the common filters the bar above the view offers. `hidden`: not in the navigation.

export const VIEWS = [
  { name: "search", title: "Search", filters: [], load: () => import("./search.js") },
  { name: "actor", title: "Actors", filters: ["since", "until"], load: () => import("./actor.js") },
  {
    name: "statements",
    title: "Statements",
    filters: ["speaker", "about", "q", "act", "form", "stance", "since", "until", "publisher"],
    load: () => import("./statements.js"),
  },
  {
    name: "network",
    title: "Network",
    filters: ["since", "until", "publisher", "act", "stance"],
    load: () => import("./network.js"),
  },
  { name: "timeline", title: "Timeline", filters: ["since", "until", "publisher", "act", "stance"], load: () => import("./timeline.js") },
  { name: "map", title: "Map", filters: ["since", "until", "publisher", "act", "stance"], load: () => import("./map.js") },
  { name: "articles", title: "Articles", filters: ["q", "since", "until", "publisher"], load: () => import("./articles.js") },
  { name: "query", title: "Query", filters: [], load: () => import("./query.js") },
  { name: "upload", title: "Upload", filters: [], load: () => import("./upload.js") },
];
