// Elements whose text is text: nothing here reads markup, so what an article says can't become an element or a script.

const SVG = "http://www.w3.org/2000/svg";
const DRAWN = new Set(["svg", "path", "rect", "circle", "line", "g", "text"]);

/**
 * An element: el("a.name", {href: "?view=actor", onclick: f}, "text", child, null).
 *
 * Attributes that are null, undefined or false are left out, true is an empty one. Names that begin with "on" are
 * listeners, functions alone. `class` adds to what the name has. Addresses are checked (see `link`).
 */
export function el(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const made = DRAWN.has(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const one of classes) made.classList.add(one);
  for (const [key, value] of Object.entries(attributes)) set(made, key, value);
  append(made, children);
  return made;
}

export function append(parent, children) {
  for (const child of [children].flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    parent.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return parent;
}

/** The element with these children and no others. */
export function fill(parent, ...children) {
  parent.replaceChildren();
  return append(parent, children);
}

/** The head of a dialog: what it is about, and the cross that closes it. */
export function dialogHead(id, title, close) {
  return el("div.dialog-head", {}, el("h2", { id }, title), el("button.close", { type: "button", "aria-label": "Close", onclick: close }, "✕"));
}

/** A link to another site, which opens beside this one; its text alone where the address is not one of the web. */
export function webLink(url, ...children) {
  const found = webAddress(url);
  if (!found) return el("span", {}, children);
  return el("a.outside", { href: found, rel: "nofollow noopener noreferrer", target: "_blank" }, children);
}

/** The address, if it is one of the web (`javascript:` and `data:` are not); else null. */
export function webAddress(url) {
  try {
    const parsed = new URL(String(url ?? "").trim());
    return /^https?:$/.test(parsed.protocol) && parsed.host ? parsed.href : null;
  } catch {
    return null;
  }
}

function set(element, key, value) {
  if (value === null || value === undefined || value === false) return;
  if (key.startsWith("on")) {
    element.addEventListener(key.slice(2), value);
  } else if (key === "class") {
    element.classList.add(...String(value).split(" ").filter(Boolean));
  } else if (key === "style") {
    // Through the CSSOM, which the policy of the page allows: {width: "40%"}.
    for (const [property, one] of Object.entries(value)) element.style.setProperty(property, one);
  } else if (key === "href" && !/^[?#]/.test(value) && !webAddress(new URL(value, location.href).href)) {
    throw new Error(`not an address of the web: ${value}`);
  } else {
    element.setAttribute(key, value === true ? "" : String(value));
  }
}
