"""/query: a page to ask in SPARQL, in an editor where there is script, and in a plain form where there is none."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.html import Html, el
from api.links import Links
from kg.query.examples import Example, examples

router = APIRouter()

# The editor writes one style element, whose sum this is; the policy of the explorer forbids it. So it has a page of its
# own, which the explorer shows in a frame. Everything else is as strictly kept as there.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-zCK2EVMoPc04mRF/g5CotUvxbJPWS+8V0b+s9ptqQIk='; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'self'"
)
_HEADERS = {"Content-Security-Policy": _POLICY, "X-Frame-Options": "SAMEORIGIN", "Cache-Control": "no-cache"}


@router.get("/query", include_in_schema=False)
def query_page(
    request: Request,
    query: Annotated[str | None, Query(max_length=100_000)] = None,
    example: Annotated[str | None, Query(max_length=100)] = None,
    embedded: bool = False,
) -> HTMLResponse:
    """The page, with a query in it: the one given, the example named, or the first of the examples."""
    known = examples()
    chosen = next((one for one in known if one.name == example), known[0])
    links = Links(request.scope.get("root_path", ""))
    page = _page(query or chosen.text, known, links, embedded=embedded)
    return HTMLResponse(page.encode(), headers=_HEADERS)


def _page(text: str, known: tuple[Example, ...], links: Links, *, embedded: bool) -> Html:
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("title", "Query – Rapporteur"),
        el("link", rel="icon", href=links.static("explorer/icon.svg")),
        *(el("link", rel="stylesheet", href=links.static(f"explorer/{name}.css")) for name in ("explorer", "views")),
        el("script", src=links.static("explorer/theme.js")),
        el("script", src=links.static("explorer/query-page.js"), type="module"),
    )
    home = el("p", el("a", "Rapporteur", href=f"{links.root}/", class_="brand")) if not embedded else None
    body = el("body", el("main", home, *_parts(text, known, links), class_="query-page"))
    return Html("<!doctype html>\n" + el("html", head, body, lang="en"))


def _parts(text: str, known: tuple[Example, ...], links: Links) -> tuple[Html, ...]:
    listed = (
        el("li", el("a", one.title, href=f"{links.root}/query?example={one.name}", data_query=one.text))
        for one in known
    )
    form = el(
        "form",
        el("p", el("label", "A query in SPARQL 1.1", for_="query")),
        el("p", el("textarea", text, id="query", name="query", rows="18", spellcheck="false")),
        el("p", el("button", "Ask", type="submit", class_="primary")),
        el(
            "p", "The answer comes as a file: XML for a browser, JSON or CSV for a program that says so.", class_="soft"
        ),
        id="query-form",
        action=f"{links.root}/sparql",
    )
    return (
        el("h1", "Ask in SPARQL"),
        el(
            "p",
            "The whole graph can be asked; a query only reads. The terms are in the ",
            el("a", "ontology", href=f"{links.root}/ontology", target="_top"),
            ", whose prefixes need not be declared.",
            class_="soft",
        ),
        el("nav", el("h2", "Examples"), el("ul", *listed, class_="plain chips"), aria_label="Examples"),
        form,
        el(
            "div",
            id="yasgui",
            data_endpoint=f"{links.root}/sparql",
            data_vendor=links.static("vendor/yasgui"),
            hidden="",
        ),
    )
