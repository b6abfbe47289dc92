"""/docs: the interface for people, without any request to elsewhere."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse

#: Pages, scripts and styles, which lie under /static.
STATIC = Path(__file__).parent.parent / "static"

router = APIRouter()


@router.get("/docs", include_in_schema=False)
def docs() -> FileResponse:
    """The page that shows /openapi.json."""
    return FileResponse(STATIC / "docs.html", media_type="text/html")
