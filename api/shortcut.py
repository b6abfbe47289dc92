"""Routes that are taken without what FastAPI does for each request, of which small answers have the most."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from fastapi.routing import APIRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from api.errors import refused
from kg.errors import RapporteurError


class Shortcut:
    """Middleware: calls the functions of `router` for `path` with the request alone, in the stead of FastAPI.

    It took a third of the server's time for a small query to match the request, to read parameters off it that the
    functions read themselves, and to pass through what awaits errors. What the functions document stays with the
    router, which also answers other methods.
    """

    def __init__(self, app: ASGIApp, router: APIRouter, path: str) -> None:
        self._app = app
        self._path = path
        routes = [route for route in router.routes if isinstance(route, APIRoute) and route.path == path]
        self._routes = {method: route for route in routes for method in route.methods or ()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        route = self._routes.get(scope["method"]) if scope["type"] == "http" and scope["path"] == self._path else None
        if route is None:
            await self._app(scope, receive, send)
            return
        scope["route"] = route
        request = Request(scope, receive, send)
        try:
            response = await route.endpoint(request)
            await response(scope, receive, send)
        except (RapporteurError, HTTPException) as error:
            await refused(request, error)(scope, receive, send)
