"""/api/export: the store, or a selection of it, as a file for other programs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.answer import AnswerResponse
from api.rest import Kinds, Since, Until, problems
from kg.export import FORMATS, format_named
from kg.export.sent import send_export
from kg.model import Act, Stance
from kg.query.selection import Selection

router = APIRouter(prefix="/api", tags=["export"])

FormatName = StrEnum("FormatName", [format.name for format in FORMATS])  # type: ignore[misc]  # names of the one table

_FILES = {format.media_type: {"schema": {"type": "string", "format": "binary"}} for format in FORMATS}


@router.get(
    "/export",
    response_class=Response,
    responses={200: {"content": _FILES, "description": "The file, as an attachment."}, **problems()},
)
async def export(
    request: Request,
    format: Annotated[FormatName, Query(description="One of those of `kg export`.", examples=["csv"])],
    since: Since = None,
    until: Until = None,
    publisher: Annotated[
        list[str] | None, Query(max_length=50, description="Names of publishers; may be given many times.")
    ] = None,
    entity: Annotated[
        list[str] | None,
        Query(max_length=50, description="Entities, one of which takes part; may be given many times."),
    ] = None,
    around: Annotated[
        bool, Query(description="With `entity`: also the ties among those whom they are tied to (networks only).")
    ] = False,
    kinds: Kinds = None,
    act: Annotated[list[Act] | None, Query(description="Speech acts; may be given many times.")] = None,
    stance: Annotated[
        list[Stance] | None, Query(description="Stances of what is said about others; may be given many times.")
    ] = None,
    local: Annotated[
        bool, Query(description="Also actors whom a single article knows, mostly by a description.")
    ] = False,
) -> Response:
    """The store, or a selection of it, for other programs; the same store gives the same bytes.

    RDF (nquads, trig, turtle, jsonld) is always the whole store. An export may take `KG_EXPORT_TIME`, and has
    `KG_MAX_ANSWER` bytes at most; one that gets too long on its way is broken off, so that its end is missing.
    """
    selection = Selection(
        since=since,
        until=until,
        publishers=tuple(publisher or ()),
        actors=tuple(entity or ()),
        kinds=tuple(kinds) if kinds else None,
        local=local,
        acts=tuple(act or ()),
        stances=tuple(stance or ()),
        around=around,
    )
    sent = request.app.state.exports.stream(send_export, format.value, selection)
    name = f'attachment; filename="rapporteur{format_named(format.value).suffix}"'
    return AnswerResponse(sent, _type, refusal=422, headers={"Content-Disposition": name})


def _type(format: str) -> str:
    found = format_named(format).media_type
    return f"{found}; charset=utf-8" if found.startswith("text/") else found
