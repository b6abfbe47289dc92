"""What all routes under /api share: parameters, pages, and answers that a client need not fetch twice."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Annotated, Any, Concatenate, Generic, Literal, ParamSpec, TypeVar

from fastapi import Path, Query, Request, Response
from pydantic import BaseModel, Field

from api.errors import MEDIA_TYPE, Problem, told
from kg.config import Settings
from kg.errors import TooLarge, Unknown, UsageError
from kg.graph.reader import Reader
from kg.query.encoded import as_json

P = ParamSpec("P")
T = TypeVar("T")

_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
_NAME = "An entity: its id, label or alias. Of a name that several bear, the problem lists the `candidates`."

#: The parameter is left out, or names an entity.
Name = Annotated[str | None, Query(max_length=500, description=_NAME, examples=["country/TUR"])]
From = Annotated[str, Query(alias="from", max_length=500, description=_NAME, examples=["country/TUR"])]
To = Annotated[str, Query(alias="to", max_length=500, description=_NAME, examples=["country/RUS"])]
EntityId = Annotated[str, Path(max_length=500, description=_NAME, examples=["country/TUR"])]
Participants = Annotated[
    list[str] | None,
    Query(
        max_length=10,
        description="Who took part: id, label or alias; given twice, both did.",
        examples=[["country/TUR"]],
    ),
]
Since = Annotated[
    str | None, Query(pattern=_DATE, description="First day, month or year, included.", examples=["2024-02-19"])
]
Until = Annotated[
    str | None, Query(pattern=_DATE, description="Last day, month or year, included.", examples=["2024-03", "2024"])
]
Sort = Annotated[
    Literal["oldest", "newest"] | None,
    Query(description="Oldest first, as is usual, or newest; those without a date come last."),
]
Words = Annotated[
    str | None, Query(max_length=500, description="Words, all of which occur.", examples=["accuses delay"])
]
Publisher = Annotated[
    str | None, Query(max_length=500, description="Name of the publisher, whole.", examples=["The Daily Example"])
]
Limit = Annotated[int, Query(ge=1, description="At most so many; no more than the server's KG_MAX_ROWS.")]
Cursor = Annotated[
    str | None,
    Query(max_length=2000, description="`next` of the page before. It stays good while articles are added."),
]
Kinds = Annotated[
    list[Literal["said_about", "addressed", "met", "post", "relation"]] | None,
    Query(description="Kinds of edges; may be given many times. All where it is left out."),
]


class Trouble(BaseModel):
    """What is wrong, as RFC 9457 has it."""

    type: str = "about:blank"
    title: Annotated[str, Field(examples=["Unprocessable Content"])]
    status: Annotated[int, Field(examples=[422])]
    detail: Annotated[str, Field(examples=["“Vance” may be several entities; use one of these ids: …"])]
    candidates: Annotated[
        list[dict[str, str]] | None,
        Field(examples=[[{"id": "person/orla-vance", "label": "Orla Vance"}]], description="Who may be meant."),
    ] = None


class PageOf(BaseModel, Generic[T]):
    """A page of a list.

    Attributes:
        items: the rows.
        next: cursor of the page after this one, null at the end.
    """

    items: list[T]
    next: Annotated[str | None, Field(description="Cursor of the page after this one; null at the end.")]


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """How these statuses are documented, and those that any request may have."""
    said = {
        400: "Malformed.",
        401: "The token is missing.",
        403: "The token is wrong, or the server has none.",
        404: "There is no such thing.",
        406: "It can't be had in such a format.",
        408: "The body came too slowly.",
        415: "The body is of a type that is not taken.",
        413: "The answer is too large.",
        422: "A parameter is wrong, or a name is unknown or means several.",
        429: "Too many requests.",
        503: "Busy, or the store can't be read: try again later.",
        504: "It took too long.",
    }
    content = {MEDIA_TYPE: {"schema": Trouble.model_json_schema()}}
    return {
        status: {"description": said[status], "content": content} for status in (*statuses, 413, 422, 429, 503, 504)
    }


async def answer(
    request: Request, function: Callable[Concatenate[Reader, P], Any], *args: P.args, **kwargs: P.kwargs
) -> Response:
    """What a function of ``kg.query`` answers, as JSON; 304 where the client has it already.

    Args:
        request: the request.
        function: is called in a process of the pool, with a reader and the rest.
        args: where the path names something: an unknown one is 404, a parameter that is wrong 422.
        kwargs: the parameters.
    """
    return await _answered(request, "application/json", bool(args), as_json, function, *args, **kwargs)


async def answer_file(
    request: Request,
    media_type: str,
    function: Callable[Concatenate[Reader, P], bytes],
    *args: P.args,
    **kwargs: P.kwargs,
) -> Response:
    """The bytes that a function gives, as a file of this type; see ``answer``."""
    return await _answered(request, media_type, bool(args), function, *args, **kwargs)


async def _answered(
    request: Request,
    media_type: str,
    named: bool,
    function: Callable[Concatenate[Reader, P], bytes],
    *args: P.args,
    **kwargs: P.kwargs,
) -> Response:
    if (limit := kwargs.get("limit")) is not None:
        within(request, limit)
    try:
        found = await request.app.state.pool.call(function, *args, **kwargs)
    except TooLarge:
        raise
    except Unknown as error:
        return told(error, 404 if named else 422)
    except UsageError as error:
        return told(error, 422)
    return cacheable(request, found, media_type)


def within(request: Request, limit: object) -> None:
    """Checks a limit against the server's.

    Raises:
        Problem: it is larger.
    """
    settings: Settings = request.app.state.settings
    if isinstance(limit, int) and limit > settings.max_rows:
        raise Problem(422, f"limit: at most {settings.max_rows}")


def cacheable(request: Request, body: bytes, media_type: str, headers: dict[str, str] | None = None) -> Response:
    """The body with its ETag; 304 where that is what the client has.

    The tag is of the body, not of the snapshot: an answer that a new snapshot doesn't change need not be sent again.
    """
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache", **(headers or {})}
    known = {each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")}
    if known & {tag, "*"}:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)
