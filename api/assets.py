"""Scripts, styles and pages under /static, compressed for who takes them so."""

from __future__ import annotations

from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from api.routes.documentation import STATIC

# Smaller ones fit into a packet as they are.
_SMALLEST = 1000


class Assets:
    """The files under /static; browsers ask each time whether theirs are new, so that no page mixes two versions."""

    def __init__(self) -> None:
        self._app = GZipMiddleware(_Files(directory=STATIC), minimum_size=_SMALLEST)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app(scope, receive, send)


class _Files(StaticFiles):
    def file_response(self, *args: object, **kwargs: object) -> Response:
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]
        response.headers["Cache-Control"] = "no-cache"
        return response
