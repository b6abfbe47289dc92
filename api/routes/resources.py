"""/entity/…, /article/…, /ontology: what the data's own IRIs lead to, as a page or as RDF; /browse, to begin there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response

from api.errors import Problem
from api.links import Links
from api.negotiation import GRAPH_TYPES, choose, type_of
from api.pages import article_page, entity_page, missing_page, ontology_page, start_page
from api.rest import Words, cacheable, problems
from kg.errors import AmbiguousName, Unknown
from kg.graph.reader import Reader
from kg.query import articles, describe, entities
from kg.query.portrait import portrait
from kg.query.sparql import GRAPHS

router = APIRouter(tags=["linked data"])

# As many as one reads on a page; the links lead to the rest.
_TIES, _STATEMENTS, _FOUND = 15, 20, 30
# A page first: browsers say so, and who accepts anything gets what anybody can read.
_TYPES = {"text/html": "html", "application/xhtml+xml": "html"} | GRAPH_TYPES
_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A page, or RDF.",
        # Any schema: JSON-LD is an array, all else text.
        "content": {type_: {"schema": {}} for type_ in ("text/html", *dict.fromkeys(GRAPH_TYPES))},
    }
}
_PAGE: dict[int | str, dict[str, Any]] = {
    200: {"description": "A page.", "content": {"text/html": {"schema": {"type": "string"}}}}
}
_MISSING = problems(404)[404]
_MISSING["content"]["text/html"] = {"schema": {"type": "string"}}
_WRONG = problems(406) | {404: _MISSING}
Format = Annotated[
    str | None,
    Query(pattern=f"^({'|'.join(GRAPHS)}|html)$", description="Instead of an Accept header.", examples=["turtle"]),
]
Id = Annotated[str, Path(max_length=500, description="Its id.", examples=["country/TUR"])]


@router.get("/browse", response_class=Response, responses=_PAGE | problems())
async def start(request: Request, q: Words = None) -> Response:
    """A page to begin with: who is mentioned most, or is called `q`."""
    found = await request.app.state.pool.call(entities.entities, words=q, sort="mentions", limit=_FOUND)
    return _answer(request, start_page(q or "", list(found), _links(request)).encode(), "text/html; charset=utf-8")


@router.get("/entity/{entity:path}", response_class=Response, responses=_ANSWERS | _WRONG)
async def entity(request: Request, entity: Id, format: Format = None) -> Response:
    """An entity, by its id, in the format of the Accept header: a page, or all that is said of it as RDF."""
    return await _resource(request, format, describe.entity_graph, _entity_page, entity)


@router.get("/article/{article:path}", response_class=Response, responses=_ANSWERS | _WRONG)
async def article(request: Request, article: Id, format: Format = None) -> Response:
    """An article, by its id: a page with its text and what was read in it, or its graph."""
    return await _resource(request, format, describe.article_graph, _article_page, article)


@router.get("/ontology", response_class=Response, responses=_ANSWERS | problems(406))
async def ontology(request: Request, format: Format = None) -> Response:
    """The ontology: its terms with definitions and examples, or as RDF."""
    chosen = _chosen(request, format)
    if chosen == "html":
        page = ontology_page(describe.terms(), _links(request))
        return _answer(request, page.encode(), "text/html; charset=utf-8")
    return _answer(request, describe.ontology_graph(chosen), type_of(chosen, GRAPH_TYPES))


async def _resource(
    request: Request,
    format: str | None,
    graph: Callable[[Reader, str, str], bytes],
    page: Callable[[Request, str], Any],
    id_: str,
) -> Response:
    chosen = _chosen(request, format)
    if chosen != "html":
        body = await request.app.state.pool.call(graph, id_, chosen)
        return _answer(request, body, type_of(chosen, GRAPH_TYPES))
    try:
        body = (await page(request, id_)).encode()
    except (Unknown, AmbiguousName) as error:
        missing = missing_page(str(error), error.candidates, _links(request)).encode()
        return Response(missing, 404, {"Vary": "Accept"}, "text/html; charset=utf-8")
    return _answer(request, body, "text/html; charset=utf-8")


async def _entity_page(request: Request, id_: str) -> str:
    known = await request.app.state.pool.call(portrait, id_, ties=_TIES, statements=_STATEMENTS)
    return entity_page(known, _links(request))


async def _article_page(request: Request, id_: str) -> str:
    return article_page(await request.app.state.pool.call(articles.article, id_), _links(request))


def _chosen(request: Request, format: str | None) -> str:
    chosen = format or choose(request.headers.get("accept"), _TYPES)
    if chosen is None:
        raise Problem(406, f"it can be had as {', '.join(dict.fromkeys(_TYPES))}")
    return chosen


def _links(request: Request) -> Links:
    return Links(request.scope.get("root_path", ""))


def _answer(request: Request, body: bytes, media_type: str) -> Response:
    return cacheable(request, body, media_type, {"Vary": "Accept"})
