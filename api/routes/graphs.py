"""/graphs: the SPARQL 1.1 Graph Store Protocol."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote
from uuid import uuid4

from fastapi import APIRouter, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from api.access import TOKEN
from api.answer import AnswerResponse
from api.errors import Problem
from api.limits import read_body
from api.negotiation import GRAPH_TYPES, choose, media_type, type_of
from api.rest import problems
from api.uploads import MULTIPART, files_of, form_of, keep, room, write_body
from kg.config import Settings
from kg.graph.edit import Payload
from kg.graph.folder import Layout, gone, read_settings
from kg.query.graphs import require_graph, write_graph
from kg.query.worker import View

router = APIRouter(tags=["graphs"])

#: Media types in which one graph is sent → formats of ``kg.graph.edit``.
PAYLOAD_TYPES: dict[str, str] = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdfxml",
}
# Of a file in a form that has no media type of its own.
_ENDINGS = {".ttl": "turtle", ".nt": "ntriples", ".jsonld": "jsonld", ".rdf": "rdfxml", ".xml": "rdfxml"}
_UPDATE = "application/sparql-update"
_EXAMPLE = "<http://localhost:8000/graphs/notes#1> <http://localhost:8000/graphs/notes#says> 'Seen.' ."

Named = Annotated[
    str | None, Query(alias="graph", description="IRI of a graph.", examples=["http://localhost:8000/graphs/notes"])
]
Default = Annotated[str | None, Query(alias="default", description="Given, with any value or none: the default graph.")]

_GIVEN: dict[int | str, dict[str, Any]] = {
    # Any schema: as JSON-LD it is an array, else text.
    200: {"description": "The graph.", "content": {type_: {"schema": {}} for type_ in GRAPH_TYPES}},
    **problems(400, 404, 406),
}
_REFUSED = problems(400, 401, 403, 404, 408, 415)
_WRITTEN: dict[int | str, dict[str, Any]] = {
    201: {"description": "The graph was made."},
    204: {"description": "The graph was there, and is changed."},
    **_REFUSED,
}
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            **{type_: {"schema": {"type": "string"}} for type_ in PAYLOAD_TYPES},
            "text/turtle": {"schema": {"type": "string"}, "example": _EXAMPLE},
            MULTIPART: {"schema": {"type": "object", "additionalProperties": {"type": "string", "format": "binary"}}},
        },
    }
}
_PATCH: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {_UPDATE: {"schema": {"type": "string"}, "example": f"INSERT DATA {{ {_EXAMPLE} }}"}},
    }
}


@router.get("/graphs", response_class=Response, responses=_GIVEN)
async def get(request: Request, graph: Named = None, default: Default = None) -> Response:
    """Gives a graph, in the format that the client likes best."""
    return _answered(request, _chosen(graph, default))


@router.head("/graphs", response_class=Response, responses=problems(400, 404, 406))
async def head(request: Request, graph: Named = None, default: Default = None) -> Response:
    """Says whether there is a graph."""
    return await _headed(request, _chosen(graph, default))


@router.put("/graphs", response_class=Response, responses=_WRITTEN, openapi_extra=_BODY, dependencies=[TOKEN])
async def put(request: Request, graph: Named = None, default: Default = None) -> Response:
    """Makes the body the whole of a graph."""
    return await _put(request, _chosen(graph, default))


@router.post("/graphs", response_class=Response, responses=_WRITTEN, openapi_extra=_BODY, dependencies=[TOKEN])
async def post(request: Request, graph: Named = None, default: Default = None) -> Response:
    """Adds the body to a graph; to a new one, whose IRI is in Location, where none is named."""
    if graph is None and default is None:
        made = _direct(request, uuid4().hex)
        await _post(request, made)
        return Response(status_code=201, headers={"Location": made})
    return await _post(request, _chosen(graph, default))


@router.delete("/graphs", status_code=204, response_class=Response, responses=_REFUSED, dependencies=[TOKEN])
async def delete(request: Request, graph: Named = None, default: Default = None) -> Response:
    """Removes a graph; of the default graph, all that is in it."""
    return await _delete(request, _chosen(graph, default))


@router.patch(
    "/graphs", status_code=204, response_class=Response, responses=_REFUSED, openapi_extra=_PATCH, dependencies=[TOKEN]
)
async def patch(request: Request, graph: Named = None, default: Default = None) -> Response:
    """Changes a graph by a SPARQL update that names none."""
    return await _patch(request, _chosen(graph, default))


@router.get("/graphs/{name:path}", response_class=Response, responses=_GIVEN)
async def get_direct(request: Request, name: str) -> Response:
    """Gives the graph whose IRI is the address of the request below the store's base."""
    return _answered(request, _direct(request, name))


@router.head("/graphs/{name:path}", response_class=Response, responses=problems(400, 404, 406))
async def head_direct(request: Request, name: str) -> Response:
    """Says whether there is this graph."""
    return await _headed(request, _direct(request, name))


@router.put(
    "/graphs/{name:path}", response_class=Response, responses=_WRITTEN, openapi_extra=_BODY, dependencies=[TOKEN]
)
async def put_direct(request: Request, name: str) -> Response:
    """Makes the body the whole of this graph."""
    return await _put(request, _direct(request, name))


@router.post(
    "/graphs/{name:path}", response_class=Response, responses=_WRITTEN, openapi_extra=_BODY, dependencies=[TOKEN]
)
async def post_direct(request: Request, name: str) -> Response:
    """Adds the body to this graph."""
    return await _post(request, _direct(request, name))


@router.delete(
    "/graphs/{name:path}", status_code=204, response_class=Response, responses=_REFUSED, dependencies=[TOKEN]
)
async def delete_direct(request: Request, name: str) -> Response:
    """Removes this graph."""
    return await _delete(request, _direct(request, name))


@router.patch(
    "/graphs/{name:path}",
    status_code=204,
    response_class=Response,
    responses=_REFUSED,
    openapi_extra=_PATCH,
    dependencies=[TOKEN],
)
async def patch_direct(request: Request, name: str) -> Response:
    """Changes this graph by a SPARQL update that names none."""
    return await _patch(request, _direct(request, name))


def _chosen(graph: str | None, default: str | None) -> str | None:
    """The IRI that a request names; None for the default graph."""
    if (graph is None) == (default is None):
        raise Problem(400, "name one graph: ?graph=IRI, or ?default")
    return graph


def _direct(request: Request, name: str) -> str:
    """The IRI of a graph that the address of the request names: below the store's base, whatever host was asked."""
    return f"{_base(request)}graphs/{quote(name, safe='/-._~!$&()*+,;=:@')}"


def _base(request: Request) -> str:
    """The IRI below which the store's own data lie."""
    view: View = request.app.state.view
    if not isinstance(view.place, Path):
        return view.base
    known = read_settings(Layout(view.place))
    if known is None:
        raise gone(view.place)
    return known.base


def _format(request: Request) -> str:
    format_ = choose(request.headers.get("accept"), GRAPH_TYPES)
    if format_ is None:
        raise Problem(406, f"a graph can be had as {', '.join(GRAPH_TYPES)}")
    return format_


def _answered(request: Request, graph: str | None) -> Response:
    answer = request.app.state.sparql.stream(write_graph, graph, _format(request))
    return AnswerResponse(answer, lambda format_: type_of(format_, GRAPH_TYPES), headers={"Vary": "Accept"})


async def _headed(request: Request, graph: str | None) -> Response:
    format_ = _format(request)
    await request.app.state.pool.call(require_graph, graph)
    return Response(headers={"Content-Type": type_of(format_, GRAPH_TYPES), "Vary": "Accept"})


async def _put(request: Request, graph: str | None) -> Response:
    async with _payloads(request, graph) as payloads:
        created = await request.app.state.writer.put(graph, payloads)
    return Response(status_code=201 if created else 204)


async def _post(request: Request, graph: str | None) -> Response:
    async with _payloads(request, graph) as payloads:
        created = await request.app.state.writer.merge(graph, payloads)
    return Response(status_code=201 if created else 204)


async def _delete(request: Request, graph: str | None) -> Response:
    await request.app.state.writer.delete(graph)
    return Response(status_code=204)


async def _patch(request: Request, graph: str | None) -> Response:
    settings: Settings = request.app.state.settings
    if media_type(request.headers.get("content-type")) != _UPDATE:
        raise Problem(415, f"the body must be {_UPDATE}")
    try:
        text = (await read_body(request, settings.max_upload)).decode()
    except UnicodeDecodeError as error:
        raise Problem(400, "the body is not UTF-8") from error
    await request.app.state.writer.update(text, only=graph or "", base=graph or _here(request))
    return Response(status_code=204)


@asynccontextmanager
async def _payloads(request: Request, graph: str | None) -> AsyncIterator[list[Payload]]:
    """The body as files, which last while they are written to the store."""
    store = request.app.state.settings.store
    base = graph or _here(request)
    type_ = media_type(request.headers.get("content-type"))
    if type_ != MULTIPART and type_ not in PAYLOAD_TYPES:
        raise Problem(415, f"a graph can be sent as {', '.join(PAYLOAD_TYPES)}, or as {MULTIPART} with such files")
    with room(store) as folder:
        if type_ != MULTIPART:
            path = folder / "0"
            await write_body(request, path, store)
            yield [Payload(path, PAYLOAD_TYPES[type_], base)]
            return
        found = []
        async with form_of(request, store) as form:
            for number, file in enumerate(files_of(form)):
                path = folder / str(number)
                await run_in_threadpool(keep, file, path, store)
                found.append(Payload(path, _format_of(file.content_type, file.filename), base))
        yield found


def _format_of(content_type: str | None, name: str | None) -> str:
    """The format of a file in a form."""
    ending = Path(name or "").suffix.lower()
    found = PAYLOAD_TYPES.get(media_type(content_type)) or _ENDINGS.get(ending)
    if found is None:
        raise Problem(415, f"the file {name!r} has no media type of a graph: give it one of {', '.join(PAYLOAD_TYPES)}")
    return found


def _here(request: Request) -> str:
    return str(request.url.replace(query=""))
