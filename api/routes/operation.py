"""Whether the server is well: /health."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from kg import __version__
from kg.graph.reader import Reader

router = APIRouter(tags=["operation"])


class Health(BaseModel):
    """The server is up and serves this snapshot."""

    status: Annotated[str, Field(examples=["ok"])]
    version: Annotated[str, Field(examples=[__version__])]
    snapshot: Annotated[str | None, Field(examples=["3"], description="Number of the snapshot that is served.")]
    quads: Annotated[int, Field(examples=[58624])]


def served(reader: Reader) -> tuple[str | None, int]:
    """The snapshot that a reader shows, and how many quads it has."""
    return reader.path.name if reader.path else None, len(reader.graph)


@router.get("/health")
async def health(request: Request) -> Health:
    """Answers when a process can read the store."""
    snapshot, quads = await request.app.state.pool.call(served)
    return Health(status="ok", version=__version__, snapshot=snapshot, quads=quads)
