"""/sparql: the SPARQL 1.1 Protocol."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import URL

from api.access import check_token
from api.answer import AnswerResponse
from api.errors import Problem
from api.form import pairs
from api.limits import read_body
from api.negotiation import GRAPH_TYPES, RESULT_TYPES, choose, media_type, type_of
from api.rest import problems
from kg.config import Settings
from kg.query import sparql
from kg.query.service import description

router = APIRouter(tags=["SPARQL"])

_FORM = "application/x-www-form-urlencoded"
_QUERY, _UPDATE = "application/sparql-query", "application/sparql-update"

# Bytes of a form that are taken apart at once, in less time than a thread takes to begin.
_SMALL = 1 << 16

# Names that a request may have many times.
_DATASET = ("default-graph-uri", "named-graph-uri")
_USING = ("using-graph-uri", "using-named-graph-uri")


@dataclass(frozen=True, slots=True)
class Operation:
    """A query, or an update, that names its graphs in the request."""

    text: str
    is_update: bool
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]


def _operation(parameters: list[tuple[str, str]], kinds: tuple[str, ...]) -> Operation:
    """The operation that these parameters ask for, which may be one of `kinds`: "query", "update"."""
    found = [(name, value) for name, value in parameters if name in {"query", "update"}]
    if len(found) != 1 or found[0][0] not in kinds:
        raise Problem(400, f"the request must have exactly one parameter {' or '.join(kinds)}")
    ((kind, text),) = found
    names, others = (_USING, _DATASET) if kind == "update" else (_DATASET, _USING)
    if wrong := [name for name, _ in parameters if name in others]:
        raise Problem(400, f"{wrong[0]} does not belong to a request with {kind}: use {names[0]} and {names[1]}")
    default, named = (tuple(value for name, value in parameters if name == each) for each in names)
    return Operation(text, kind == "update", default, named)


_EXAMPLE = "SELECT ?label { ?actor a rap:Person ; rdfs:label ?label } LIMIT 10"
_GRAPHS = "IRI of a graph; may be given many times."
_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The answer. SELECT and ASK give rows, CONSTRUCT and DESCRIBE a graph.",
        # Any schema: as JSON it is an object or an array, else text.
        "content": {type_: {"schema": {}} for type_ in (*RESULT_TYPES, *GRAPH_TYPES)},
    },
    **problems(400, 406),
}
_MADE = {**_ANSWERS, 204: {"description": "The update was made."}, **problems(401, 403, 408, 415)}
_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            _FORM: {
                "schema": {
                    "type": "object",
                    "properties": {"query": {"type": "string"}, "update": {"type": "string"}},
                },
                "example": {"query": _EXAMPLE},
            },
            _QUERY: {"schema": {"type": "string"}, "example": _EXAMPLE},
            _UPDATE: {"schema": {"type": "string"}, "example": "CLEAR GRAPH <http://localhost:8000/graphs/notes>"},
        },
    }
}


@router.get("/sparql", response_class=Response, responses=_ANSWERS)
async def ask(
    request: Request,
    query: Annotated[str | None, Query(description="A SPARQL 1.1 query.", examples=[_EXAMPLE])] = None,
    default_graphs: Annotated[list[str] | None, Query(alias="default-graph-uri", description=_GRAPHS)] = None,
    named_graphs: Annotated[list[str] | None, Query(alias="named-graph-uri", description=_GRAPHS)] = None,
) -> Response:
    """Answers a query; without one, describes the service."""
    parameters = pairs(request.scope["query_string"])
    if not any(name in {"query", "update"} for name, _ in parameters):
        return await _describe(request)
    return _query(request, _operation(parameters, ("query",)))


@router.post("/sparql", response_class=Response, responses=_MADE, openapi_extra=_BODY)
async def ask_or_update(request: Request) -> Response:
    """Answers a query; makes an update, which needs the token."""
    settings: Settings = request.app.state.settings
    type_ = media_type(request.headers.get("content-type"))
    parameters = pairs(request.scope["query_string"])
    if type_ == _UPDATE:
        check_token(request)  # before a long body is read
    if type_ in {_QUERY, _UPDATE}:
        kind = "query" if type_ == _QUERY else "update"
        limit = settings.max_query if type_ == _QUERY else settings.max_upload
        text = _text(await read_body(request, limit))
        operation = _operation([*parameters, (kind, text)], (kind,))
    elif type_ == _FORM:
        # What is encoded may take three times as much.
        limit = settings.max_upload if "authorization" in request.headers else 3 * settings.max_query
        body = await read_body(request, limit)
        form = pairs(body) if len(body) < _SMALL else await run_in_threadpool(pairs, body)
        operation = _operation([*parameters, *form], ("query", "update"))
    else:
        raise Problem(415, f"the body must be {_QUERY}, {_UPDATE} or {_FORM}")
    if not operation.is_update:
        return _query(request, operation)
    check_token(request)
    await request.app.state.writer.update(
        operation.text,
        default_graphs=operation.default_graphs,
        named_graphs=operation.named_graphs,
        base=str(request.url.replace(query="")),
    )
    return Response(status_code=204)


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise Problem(400, "the body is not UTF-8") from error


def _query(request: Request, operation: Operation) -> Response:
    settings: Settings = request.app.state.settings
    if len(operation.text) > settings.max_query:
        raise Problem(413, f"the query has more than {settings.max_query:,} bytes")
    rows, graph = _formats(request.headers.get("accept", ""))
    if rows is None and graph is None:
        raise Problem(406, f"an answer can be had as {', '.join({**RESULT_TYPES, **GRAPH_TYPES})}")
    query = sparql.Query(
        operation.text,
        rows=rows,
        graph=graph,
        union=settings.default_graph == "union",
        default_graphs=operation.default_graphs,
        named_graphs=operation.named_graphs,
        base=_base(request),
        depth=settings.max_depth,
        hosts=settings.allow_hosts,
        most=settings.max_sparql_rows,
    )
    state = request.app.state
    if found := state.lookups.answer(query):
        format_, data = found
        return Response(data, headers={"Content-Type": _type(format_), "Vary": "Accept"})
    return AnswerResponse(state.sparql.stream(sparql.answer, query), _type, headers={"Vary": "Accept"})


def _base(request: Request) -> str:
    """What relative IRIs are relative to: the address that was asked."""
    scope = request.scope
    root = scope.get("app_root_path", scope.get("root_path", ""))
    return _address(scope["scheme"], request.headers.get("host", ""), scope.get("server"), root + scope["path"])


@lru_cache(maxsize=100)
def _address(scheme: str, host: str, server: tuple[str, int | None] | None, path: str) -> str:
    """Starlette's URL, which takes a tenth of the server's time for a small query."""
    headers = [(b"host", host.encode("latin-1"))] if host else []
    scope = {"type": "http", "scheme": scheme, "server": server, "path": path, "query_string": b"", "headers": headers}
    return str(URL(scope=scope))


@lru_cache(maxsize=100)
def _formats(accept: str) -> tuple[str | None, str | None]:
    """The formats of rows and of graphs that the client likes best; most clients ask for the same ones all the time."""
    return choose(accept, RESULT_TYPES), choose(accept, GRAPH_TYPES)


@cache
def _type(format: str) -> str:
    return type_of(format, RESULT_TYPES if format in sparql.RESULTS else GRAPH_TYPES)


async def _describe(request: Request) -> Response:
    settings: Settings = request.app.state.settings
    # A browser and a client of queries ask for no format of a graph, and still get the description.
    format_ = choose(request.headers.get("accept"), GRAPH_TYPES) or "turtle"
    text = description(
        str(request.url.replace(query="")),
        union=settings.default_graph == "union",
        fetches=bool(settings.allow_hosts),
        format=format_,
    )
    return Response(text, media_type=type_of(format_, GRAPH_TYPES), headers={"Vary": "Accept"})
