"""The server: HTTP in, questions to ``kg.query``, answers out.

    routes/       one group of routes a file
    pool.py       processes that answer, and can be killed; member.py, one of them
    writer.py     what writes, one after the other; writing_process.py, the process that does, and can be killed
    jobs.py       articles that were sent, and what becomes of them
    shortcut.py   the way to /sparql; form.py, what stands in its requests
    lookups.py    the smallest questions, which the server answers itself
    kept.py       an answer while it comes; answer.py, the same while it is sent
    limits.py     what one request, and one client, may ask
    negotiation.py  the format that a client likes best
    access.py     who may write
    headers.py    what a browser may do with an answer
    assets.py     scripts and styles, compressed
    head.py       HEAD wherever there is GET
    rest.py       what the routes under /api share
    static/explorer/  the explorer: its page, scripts and style
    pages.py      entities, articles and the ontology as pages; parts.py, what these are made of, by the elements of
                  html.py; links.py, the addresses in them
    log.py        the log, with the id of each request; metrics.py counts them
    errors.py     what a client is told when something goes wrong
    server.py     the server's process: `kg serve`; connection.py, what is left of uvicorn's patience

The application's state has `settings`; `pool`, to ask for everything but SPARQL (``await pool.call(function,
*arguments)`` calls a function of ``kg.query`` with a reader of the newest snapshot); `sparql`, a pool for queries of
users, which may be as heavy as they like without keeping other requests from a process; and `exports`, a single process
for what takes long.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path

from fastapi import APIRouter, FastAPI
from starlette.middleware.cors import CORSMiddleware

from api.assets import Assets
from api.errors import handle_errors
from api.head import Head
from api.headers import Headers
from api.jobs import Jobs
from api.limits import Limits
from api.log import Log
from api.lookups import Lookups
from api.metrics import Requests
from api.pool import Pool
from api.routes import (
    articles,
    documentation,
    entities,
    events,
    explorer,
    export,
    graphs,
    jobs,
    network,
    operation,
    overview,
    places,
    query,
    resources,
    sparql,
)
from api.shortcut import Shortcut
from api.writer import Writer
from kg import __version__
from kg.config import Settings
from kg.errors import Busy, StopRun
from kg.graph.remote_store import compare
from kg.graph.store import PUBLISH_EVERY, Store
from kg.place import Remote
from kg.query.worker import View

log = logging.getLogger("rapporteur")

#: One line for each file in `routes`.
ROUTERS: tuple[APIRouter, ...] = (
    sparql.router,
    overview.router,  # before the routes of entities, whose ids have slashes in them
    entities.router,
    events.router,
    network.router,
    export.router,
    places.router,
    articles.router,
    resources.router,
    graphs.router,
    jobs.router,
    operation.router,
    documentation.router,
    explorer.router,
    query.router,
)

# Queries of users give way to everything else where processors are short.
_NICE = 10


def create_app(settings: Settings) -> FastAPI:
    """The application; it opens its store when it starts, and makes an empty one where there is none.

    A store on a SPARQL server is read, not written: what is promised of writes rests on a folder.
    """
    app = FastAPI(
        title="Rapporteur",
        summary="Who said what about whom, from news articles, each finding traced to its sentence.",
        version=__version__,
        lifespan=_lifespan,
        docs_url=None,
        redoc_url=None,
        # Nothing of a request is told to anybody but the log; to look whether it is took its time of each request.
        telemetry={"tracing": False, "metrics": False, "logs": False},
    )
    app.state.settings = settings
    app.state.failure = None
    app.state.requests = Requests()
    # The last one added is the first to see a request.
    app.add_middleware(Shortcut, router=sparql.router, path="/sparql")
    app.add_middleware(Head)
    app.add_middleware(Limits, settings=settings)
    app.add_middleware(Log, requests=app.state.requests)
    # Anybody's page may read and ask: no cookie gives it rights, and a token it has to know.
    app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["*"], allow_headers=["*"], max_age=86400)
    app.add_middleware(Headers)
    app.mount("/static", Assets())
    handle_errors(app, ROUTERS)
    for router in ROUTERS:
        app.include_router(router)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    settings: Settings = app.state.settings
    place = settings.place
    base = ""
    try:
        if isinstance(place, Path):
            _make(place, settings.base_iri)
        else:
            base = compare(place)
    except StopRun as error:
        app.state.failure = error  # what started the application raises it
        raise
    view = app.state.view = View(place, base, memory=settings.reader_memory)
    heavy = replace(view, niceness=_NICE)
    app.state.pool = Pool(view, settings.readers, seconds=settings.request_time, largest=settings.max_answer)
    app.state.sparql = Pool(heavy, settings.readers, seconds=settings.request_time, largest=settings.max_answer)
    app.state.exports = Pool(
        heavy, 1, seconds=settings.export_time, largest=settings.max_answer, patience=settings.request_time
    )
    app.state.lookups = Lookups(view, largest=settings.max_answer)
    app.state.writer = Writer(settings)
    app.state.jobs = Jobs(settings, app.state.writer)
    try:
        pools = (app.state.pool, app.state.sparql, app.state.exports)
        await asyncio.gather(*(pool.start() for pool in pools), app.state.lookups.start())
        if isinstance(place, Path):
            app.state.writer.start()
            app.state.jobs.start()
            yield
        else:
            async with _comparing(place):
                yield
    finally:
        await app.state.jobs.close()
        await app.state.writer.close()
        app.state.pool.close()
        app.state.sparql.close()
        app.state.exports.close()
        app.state.lookups.close()


def _make(folder: Path, base: str | None) -> None:
    """Makes a store where there is none, and publishes what a killed writer left."""
    # Where another process writes it, what that has published is served.
    with suppress(Busy), Store.create_or_open(folder, base=base):
        pass


@asynccontextmanager
async def _comparing(remote: Remote) -> AsyncIterator[None]:
    """Keeps the index up to date with what others write to the server."""

    async def go_on() -> None:
        while True:
            await asyncio.sleep(PUBLISH_EVERY)
            try:
                await asyncio.to_thread(compare, remote)
            except Exception as error:  # noqa: BLE001  # the server is away for a while, or the memory
                log.warning("the index is not compared: %s", error)

    task = asyncio.create_task(go_on())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
