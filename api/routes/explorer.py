"""/: the explorer, a page whose scripts ask /api."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import FileResponse

from api.routes.documentation import STATIC

router = APIRouter()

# Stricter than what other pages have: no script and no style but from files of this server, and nothing evaluated.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)


@router.get("/", include_in_schema=False)
def explorer() -> FileResponse:
    """The page; what it shows is in its address, which its scripts read."""
    headers = {"Content-Security-Policy": _POLICY, "Cache-Control": "no-cache"}
    return FileResponse(STATIC / "explorer" / "index.html", media_type="text/html", headers=headers)
