"""How the server is: /health for what starts it, /metrics for Prometheus."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Annotated

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool

from api import metrics
from api.metrics import gauge
from api.pool import Pool
from api.rest import problems
from kg import __version__
from kg.graph.folder import Layout
from kg.graph.snapshots import numbers
from kg.query.info import snapshot

router = APIRouter(tags=["operation"])


class Health(BaseModel):
    """The server is up and serves this snapshot."""

    status: Annotated[str, Field(examples=["ok"])]
    version: Annotated[str, Field(examples=[__version__])]
    snapshot: Annotated[str | None, Field(examples=["3"], description="Number of the snapshot that is served.")]


@router.get("/health", responses=problems())
async def health(request: Request) -> Health:
    """Answers when a process can read the store."""
    return Health(status="ok", version=__version__, snapshot=await request.app.state.pool.call(snapshot))


@router.get("/metrics", response_class=Response, responses={200: {"content": {"text/plain": {}}}})
async def prometheus(request: Request) -> Response:
    """Counts of requests, processes and the store, for Prometheus."""
    state = request.app.state
    lines = [*state.requests.lines(), *_pools(answers=state.pool, sparql=state.sparql, exports=state.exports)]
    lines += gauge("rapporteur_lookups_total", ({}, state.lookups.answered), kind="counter")
    lines += gauge("rapporteur_writes_waiting", ({}, state.writer.waiting))
    lines += gauge("rapporteur_writers_killed_total", ({}, state.writer.killed), kind="counter")
    lines += gauge("rapporteur_jobs_unfinished", ({}, len(state.jobs.records.unfinished())))
    lines += await run_in_threadpool(lambda: list(_store(Layout(state.settings.store))))
    return Response("\n".join(lines) + "\n", media_type=metrics.MEDIA_TYPE)


def _pools(**pools: Pool) -> Iterator[str]:
    def each(value: Callable[[Pool], int]) -> list[tuple[dict[str, object], float]]:
        return [({"pool": name}, value(pool)) for name, pool in pools.items()]

    yield from gauge("rapporteur_processes", *each(lambda pool: pool.size))
    yield from gauge("rapporteur_processes_busy", *each(lambda pool: pool.busy))
    yield from gauge("rapporteur_requests_waiting", *each(lambda pool: pool.waiting))
    yield from gauge("rapporteur_processes_replaced_total", *each(lambda pool: pool.replaced), kind="counter")


def _store(layout: Layout) -> Iterator[str]:
    """What the store's folder tells; nothing of what is not there."""
    if published := numbers(layout):
        with suppress(FileNotFoundError):  # a newer one has just taken its place
            made = (layout.snapshots / str(published[-1])).stat().st_mtime
            yield from gauge("rapporteur_snapshot_age_seconds", ({}, round(time.time() - made, 1)))
    if layout.compared.exists():  # on a SPARQL server, where nothing is published
        yield from gauge(
            "rapporteur_compared_age_seconds", ({}, round(time.time() - layout.compared.stat().st_mtime, 1))
        )
        yield from gauge("rapporteur_store_bytes", ({}, layout.search.stat().st_size))
        return
    # Snapshots are hard links to the same files.
    size = sum(path.stat().st_size for path in layout.graph.glob("*") if path.exists())
    yield from gauge("rapporteur_store_bytes", ({}, size))
