"""Jobs: articles that were sent are extracted one job after the other, and every article of them is accounted for.

A job is a folder of files and a row in ``api.records``; both are there before its acknowledgement. Whatever ends the
server, the next one goes on: articles that are stored are not extracted again.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import pickle
import secrets
import shutil
import signal
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from api.errors import without_place
from api.records import Records, Result, State
from api.uploads import explained, folder_of
from api.writer import Writer
from kg.config import Settings
from kg.errors import Busy, RapporteurError, StopRun
from kg.graph.edit import Editor
from kg.ingest import END, FAIL, Ingest
from kg.query.process import started
from kg.query.worker import ERROR, HEADER, VALUE, packed

log = logging.getLogger("rapporteur")

# Jobs that may wait: each may have as many bytes as an upload.
_WAITING = 100
# Seconds before what the store refused is tried again: a full disk is emptied by a person.
_AGAIN = 15.0
# Seconds before the next job where the server is at fault: should it be so for all, the log is not flooded.
_PAUSE = 1.0
# Deaths of the process without an article between them.
_DEATHS = 3
# Seconds in which it has to be done with one article: 5 MB of text, the most that one has, take some ten minutes.
_STALLED = 1800.0

# What the process may call of the store, by name.
_RELAYED = {name: getattr(Editor, name) for name in ("is_current", "replace_articles", "replace_graph", "add")}


class _DiedError(Exception):
    """The process of a job has ended with this reason."""


class Jobs:
    """The jobs of a server; one at a time is done, by as many processes as extract elsewhere."""

    def __init__(self, settings: Settings, writer: Writer) -> None:
        self._settings = settings
        self._writer = writer
        self.records = Records(settings.store)
        self._new = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Goes on with the jobs that are not finished; what is left of requests that were broken off is removed."""
        known = {self._folder(job) for job in self.records.unfinished()}
        for path in folder_of(self._settings.store).absolute().iterdir():
            if path not in known:
                shutil.rmtree(path, ignore_errors=True)
        self._task = asyncio.create_task(self._work())

    async def close(self) -> None:
        """Breaks off the job that is being done; the next server goes on with it."""
        if self._task:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
        self.records.close()

    def accept(self, folder: Path, name: str, expected: int | None) -> str:
        """Makes the files in `folder` a job, and takes them; returns its id.

        Raises:
            Busy: too many jobs wait.
            StopRun: the disk is full.
        """
        if len(self.records.unfinished()) >= _WAITING:
            raise Busy(f"{_WAITING} jobs wait: try again when some are done")
        job = secrets.token_hex(8)
        with explained(self._settings.store):
            folder.rename(self._folder(job))
        self.records.add(job, name, expected)
        self._new.set()
        return job

    def _folder(self, job: str) -> Path:
        return (self._settings.store / "uploads" / f"job-{job}").absolute()

    async def _work(self) -> None:
        while True:
            self._new.clear()
            job = None
            try:
                job = next(iter(self.records.unfinished()), None)
                if job:
                    await self._do(job)
                else:
                    await self._new.wait()
            except RapporteurError as error:
                log.warning("job %s waits: %s", job, error)
                self._note(job, "waiting", without_place(str(error), self._settings))
                await asyncio.sleep(_AGAIN)
            except Exception:  # the edge of the task: later jobs must still be done
                log.exception("job %s failed", job)
                self._note(job, "failed", "the server is at fault: see its log")
                await asyncio.sleep(_PAUSE)

    def _note(self, job: str | None, state: State, reason: str) -> None:
        """Notes why a job is not done, where the disk has room for it."""
        if job:
            with contextlib.suppress(RapporteurError):
                self.records.set_state(job, state, reason)

    async def _do(self, job: str) -> None:
        """Does a job to its end.

        Raises:
            RapporteurError: the store refuses; it is to be tried again.
        """
        self.records.set_state(job, "running")
        deaths = 0
        while deaths < _DEATHS:
            before = self._articles(job)
            try:
                await self._attempt(job)
            except _DiedError as error:
                log.warning("job %s: %s", job, error)
                deaths = deaths + 1 if self._articles(job) == before else 1
                reason = str(error)
            else:
                await self._writer.do(Editor.publish)
                self.records.set_state(job, "done")
                break
        else:
            self.records.set_state(job, "failed", reason)
        shutil.rmtree(self._folder(job), ignore_errors=True)

    def _articles(self, job: str) -> int:
        record = self.records.get(job)
        return record.articles if record else 0

    async def _attempt(self, job: str) -> None:
        """Lets a process extract, and stores what it finds.

        Raises:
            _DiedError: the process died, or is stuck.
            RapporteurError: the store refuses.
        """
        await self._writer.do_soon(Editor.begin_run)
        files = tuple(sorted(self._folder(job).iterdir()))
        try:
            ours, child = started("kg.ingest")
        except OSError as error:
            raise StopRun(f"the extraction can't be started: {error.strerror}") from error
        reader, writer = await asyncio.open_connection(sock=ours)
        try:
            writer.write(packed(b"q", pickle.dumps(Ingest(self._settings.store, files, self._settings.workers))))
            await self._serve(job, reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            status = await asyncio.to_thread(child.wait)
            raise _DiedError(f"the extraction ended with {_named(status)}") from error
        except TimeoutError as error:
            raise _DiedError(f"one article took longer than {_STALLED:g} seconds") from error
        finally:
            writer.close()
            child.kill()
            await asyncio.shield(asyncio.to_thread(child.wait))

    async def _serve(self, job: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answers what the process asks, until it is done."""
        while True:
            async with asyncio.timeout(_STALLED):
                _, length = HEADER.unpack(await reader.readexactly(HEADER.size))
                name, arguments, options = pickle.loads(await reader.readexactly(length))
            if name == END:
                if arguments[0] is not None:
                    raise StopRun(arguments[0])
                return
            try:
                letter, found = VALUE, await self._called(job, name, arguments, options)
            except RapporteurError as error:
                letter, found = ERROR, error
            writer.write(packed(letter, pickle.dumps(found)))
            await writer.drain()

    async def _called(self, job: str, name: str, arguments: tuple[Any, ...], options: dict[str, Any]) -> Any:
        """What the store gives; what became of articles is noted."""
        results: Iterable[Result] = ()
        if name == FAIL:
            source, reason = arguments
            self.records.add_results(job, [Result(self._within(job, source), "failed", error=reason)])
            return None
        found = await self._writer.do_soon(_RELAYED[name], *arguments, **options)
        if name == "replace_articles":
            results = [Result(self._within(job, each.source), "stored", each.id) for each in arguments[0]]
        elif name == "is_current" and found:
            results = [Result(self._within(job, options["source"]), "unchanged", arguments[0])]
        self.records.add_results(job, results)
        return found

    def _within(self, job: str, source: str) -> str:
        """The file as its sender knows it."""
        return source.removeprefix(f"{self._folder(job)}/")


def _named(status: int) -> str:
    return signal.Signals(-status).name if status < 0 else f"status {status}"
