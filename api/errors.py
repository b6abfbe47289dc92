"""What a client is told when something goes wrong: ``application/problem+json``, with a reason it can act on.

No answer has a stack trace in it: what was not foreseen goes to the log, under the id of the request.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.routing import Match, Route

from kg import errors
from kg.config import Settings
from kg.query import sparql

MEDIA_TYPE = "application/problem+json"

#: The first that an error is one of decides.
STATUSES: tuple[tuple[type[errors.RapporteurError], HTTPStatus], ...] = (
    (errors.Unknown, HTTPStatus.NOT_FOUND),
    (errors.TooLarge, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    (sparql.WrongFormat, HTTPStatus.NOT_ACCEPTABLE),
    (errors.TimedOut, HTTPStatus.GATEWAY_TIMEOUT),
    (errors.Busy, HTTPStatus.SERVICE_UNAVAILABLE),
    (errors.UsageError, HTTPStatus.BAD_REQUEST),
    (errors.SkipArticle, HTTPStatus.UNPROCESSABLE_ENTITY),
    # A store that can't be read, a full disk: it may be right again soon.
    (errors.StopRun, HTTPStatus.SERVICE_UNAVAILABLE),
)

_DAY = "“{}” is no day, month or year, such as 2024-05-08, 2024-05 or 2024"
#: What is said of a parameter that has not the form it should have, instead of that form as a pattern.
_FORMS = {"since": _DAY, "until": _DAY}

log = logging.getLogger("rapporteur")


class Problem(HTTPException):
    """The request is answered with this status and reason."""

    def __init__(self, status: int, reason: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(status, reason, headers)


def problem(status: int, reason: str, *, headers: dict[str, str] | None = None, **more: Any) -> JSONResponse:
    """A problem as RFC 9457 has it: its `title` is the status, its `detail` the reason."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": int(status), "detail": reason, **more}
    return JSONResponse(body, status, headers, MEDIA_TYPE)


def status_of(error: errors.RapporteurError) -> HTTPStatus:
    """The status that tells this error."""
    return next(status for kind, status in STATUSES if isinstance(error, kind))


def told(error: errors.RapporteurError, status: int | None = None) -> JSONResponse:
    """The answer to a request that met this error; `status` where the request makes it another than usual."""
    status = status or status_of(error)
    headers = {"Retry-After": "5"} if status == HTTPStatus.SERVICE_UNAVAILABLE else None
    if isinstance(error, errors.AmbiguousName | errors.Unknown) and error.candidates:
        candidates = [{"id": id_, "label": label} for id_, label in error.candidates]
        return problem(status, str(error), candidates=candidates)
    return problem(status, str(error), headers=headers)


def without_place(reason: str, settings: Settings) -> str:
    """The reason without the place of the store, which is for the log: where it lies is no business of a client."""
    if settings.store_query:
        for address in (settings.store_query, settings.store_query.partition("?")[0]):
            reason = reason.replace(address, "the server of the store")
    folder = settings.store
    for path in sorted({str(folder), str(folder.absolute()), str(folder.resolve())}, key=len, reverse=True):
        reason = reason.replace(f"the store in {path}", "the store").replace(
            f"there is no store in {path}", "it is gone"
        )
        reason = re.sub(rf"(?<![\w/.-]){re.escape(path)}(?![\w.-])", "the store", reason)
    return reason


def refused(request: Request, error: errors.RapporteurError | StarletteHTTPException) -> JSONResponse:
    """The answer to a request that met this error."""
    if isinstance(error, StarletteHTTPException):
        return problem(error.status_code, str(error.detail), headers=dict(error.headers) if error.headers else None)
    if isinstance(error, errors.StopRun):
        log.warning("%s", error)
        return told(type(error)(without_place(str(error), request.app.state.settings)))
    return told(error)


def _reason(invalid: Mapping[str, Any]) -> str:
    form = _FORMS.get(str(invalid["loc"][-1])) if invalid["type"] == "string_pattern_mismatch" else None
    return form.format(invalid["input"]) if form else str(invalid["msg"])


def handle_errors(app: FastAPI, routers: Iterable[APIRouter]) -> None:
    """Lets the application answer every error with a problem; `routers` are all of its own."""
    routes = [route for router in routers for route in router.routes if isinstance(route, Route)]

    @app.exception_handler(errors.RapporteurError)
    def _ours(request: Request, error: errors.RapporteurError) -> JSONResponse:
        return refused(request, error)

    @app.exception_handler(StarletteHTTPException)
    def _http(request: Request, error: StarletteHTTPException) -> JSONResponse:
        if error.status_code != HTTPStatus.METHOD_NOT_ALLOWED:
            return refused(request, error)
        # Starlette names the methods of the first route alone.
        fitting = [route.methods or set() for route in routes if route.matches(request.scope)[0] is not Match.NONE]
        headers = {"Allow": ", ".join(sorted(set().union(*fitting)))}
        return problem(error.status_code, str(error.detail), headers=headers)

    @app.exception_handler(RequestValidationError)
    def _invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        found = [{"where": ".".join(map(str, each["loc"])), "reason": _reason(each)} for each in error.errors()]
        reason = "; ".join(f"{each['where']}: {each['reason']}" for each in found)
        return problem(HTTPStatus.UNPROCESSABLE_ENTITY, reason, errors=found)
