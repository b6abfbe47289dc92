"""Who may write: whoever sends the token of the settings."""

from __future__ import annotations

import secrets
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from api.errors import Problem
from kg.place import Remote

_bearer = HTTPBearer(auto_error=False, description="The token that the server was started with (KG_TOKEN).")


def check_token(request: Request) -> None:
    """Lets a request pass that may write.

    Raises:
        Problem: 401 without a token, 403 with a wrong one, or where the server has none, or only reads.
    """
    if isinstance(request.app.state.settings.place, Remote):
        raise Problem(403, "another server keeps the graphs, this one only reads them: write there, or by `kg build`")
    token = request.app.state.settings.token
    if token is None:
        raise Problem(403, "this server has no token, so nothing can be written over HTTP: start it with KG_TOKEN")
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        raise Problem(401, "writing needs the header Authorization: Bearer TOKEN", {"WWW-Authenticate": "Bearer"})
    if not secrets.compare_digest(given.strip().encode(), token.get_secret_value().encode()):
        raise Problem(403, "the token is not the one that this server was started with")


def require_token(
    request: Request, given: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)] = None
) -> None:
    """``check_token`` as a dependency, which OpenAPI shows."""
    check_token(request)


#: For a route's `dependencies`: it writes.
TOKEN = Depends(require_token)
