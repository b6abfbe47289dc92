"""HTML that can't be broken out of: text is escaped where an element is made, and only elements are not."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import urlsplit

_VOID = frozenset({"link", "meta", "br", "hr", "input"})


class Html(str):
    """Markup. It is made by the functions here alone; any other text is escaped."""

    __slots__ = ()


Child = str | Html | None | Iterable["Child"]


def el(name: str, /, *children: Child, **attributes: str | None) -> Html:
    """An element.

    Args:
        name: of the tag.
        children: text and elements; nothing for None.
        attributes: text, left out where it is None; "class_" stands for "class", "data_x" for "data-x".
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_clean(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{name}{written}>" if name in _VOID else f"<{name}{written}>{join(*children)}</{name}>")


def join(*children: Child, by: str = "") -> Html:
    """One after the other."""
    return Html(by.join(_each(children)))


def web_link(url: str | None, *children: Child) -> Html:
    """A link to another site; its text alone where the url is not one of the web (``javascript:``, ``data:``)."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        parts = urlsplit("")
    if parts.scheme.lower() in {"http", "https"} and parts.netloc:
        return el("a", *children, href=(url or "").strip(), rel="nofollow noopener noreferrer")
    return join(*children)


def _each(children: Iterable[Child]) -> Iterable[str]:
    for child in children:
        if child is None:
            continue
        if isinstance(child, Html):
            yield child
        elif isinstance(child, str):
            yield escape(_clean(child))
        else:
            yield from _each(child)


def _clean(text: str) -> str:
    """The text without what HTML can't hold: control characters and halves of surrogate pairs."""
    kept = "".join(c for c in text if c >= " " or c in "\t\n")
    return kept.encode("utf-8", "replace").decode()
