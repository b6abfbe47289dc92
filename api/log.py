"""The log: a JSON object a line, with the id of the request; no token is ever in it, and no query."""

from __future__ import annotations

import json
import logging
import re
import secrets
import sys
import time
from contextvars import ContextVar
from functools import lru_cache

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import problem
from api.metrics import Requests

HEADER = "X-Request-ID"
_NAME = HEADER.lower().encode()

log = logging.getLogger("rapporteur")

_encode = json.JSONEncoder(ensure_ascii=False).encode

_request: ContextVar[str | None] = ContextVar("request", default=None)

# An id that a proxy gave is kept; anything else might be made to look like another line of the log.
_ID = re.compile(r"[\w.-]{1,64}", re.ASCII)
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class JsonLines(logging.Formatter):
    """Formats a record as a JSON object in one line."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line: dict[str, object] = {
            "time": f"{_second(int(record.created))}.{int(record.msecs):03}Z",
            "level": record.levelname.lower(),
            "message": record.getMessage(),
        }
        if request := _request.get():
            line["request"] = request
        line |= getattr(record, "more", {})
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return _encode(line)


@lru_cache(maxsize=1)
def _second(seconds: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds))


def configure() -> None:
    """Sends what this program and uvicorn log to standard error."""
    # Found out for each record, and in no line.
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    for name, level in (("rapporteur", logging.INFO), ("uvicorn", logging.WARNING)):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.setLevel(level)
        logger.propagate = False


class Log:
    """Middleware: gives a request its id, logs and counts its answer, and answers what nobody foresaw."""

    def __init__(self, app: ASGIApp, requests: Requests) -> None:
        self._app = app
        self._requests = requests

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get(HEADER, "")
        id_ = given if _ID.fullmatch(given) else secrets.token_hex(16)
        _request.set(id_)
        start = time.perf_counter()
        status = 0

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), (_NAME, id_.encode())]
            await send(message)

        try:
            await self._app(scope, receive, send_with_id)
        except Exception:
            log.exception("this should not have happened")
            if not status:
                reason = f"this should not have happened: the log tells more of request {id_}"
                await problem(500, reason)(scope, receive, send_with_id)
        finally:
            self._tell(scope, status, time.perf_counter() - start)

    def _tell(self, scope: Scope, status: int, seconds: float) -> None:
        """Logs and counts; the status 499 stands for a client that went away before there was an answer."""
        method = scope["method"] if scope["method"] in _METHODS else "other"
        route = getattr(scope.get("route"), "path", "other")
        self._requests.add(method, route, status or 499, seconds)
        more = {
            "route": route,
            "status": status or 499,
            "seconds": round(seconds, 4),
            "client": scope["client"][0] if scope.get("client") else None,
        }
        if log.isEnabledFor(logging.INFO):
            # Not by `info`, which looks for the line of the program that called it: a tenth of what the log takes.
            words = (method, scope["path"])
            log.handle(log.makeRecord(log.name, logging.INFO, "", 0, "%s %s", words, None, extra={"more": more}))
