"""The pool: processes that answer, each of which can be killed and is then replaced.

    value = await pool.call(function, *arguments)     function(reader, *arguments) in a process
    answer = pool.stream(function, *arguments)        function(reader, send, *arguments), in chunks

Functions are those of ``kg.query``: they are named, not sent, and what they give is pickled.
"""

from __future__ import annotations

import asyncio
import logging
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Any, Concatenate, ParamSpec, TypeVar

from api.member import Member
from kg.errors import Busy, RapporteurError, StopRun
from kg.graph.reader import Reader
from kg.query.process import ended
from kg.query.worker import CHUNK, Question, Send, View

log = logging.getLogger("rapporteur")

P = ParamSpec("P")
T = TypeVar("T")

# Seconds that pass before another process is started where one can't.
_PAUSE = 1.0

# Seconds that count as no wait; and the part of its time that a question gets at least, however long it waited.
_NOTHING, _LEAST = 0.05, 0.1

# Bytes of an answer that are kept in memory for a client that is slower than the process; the rest goes to a file.
_IN_MEMORY = 1 << 20


class Pool:
    """So many processes that show `view`.

    Args:
        view: what they show.
        size: how many there are.
        seconds: that an answer may take, with the wait for a process.
        largest: bytes that it may have.
        patience: seconds of these that a request waits for a process; None for all of them.

    Attributes:
        waiting: requests that wait for a process.
        replaced: processes that were killed or died, and were replaced.
    """

    def __init__(self, view: View, size: int, *, seconds: float, largest: int, patience: float | None = None) -> None:
        self._view = view
        self._seconds = seconds
        self._largest = largest
        self._patience = seconds if patience is None else patience
        self.size = size
        self.waiting = 0
        self.replaced = 0
        self._members: set[Member] = set()
        self._idle: asyncio.LifoQueue[Member] = asyncio.LifoQueue()
        self._starting: set[asyncio.Task[None]] = set()
        self._ending: set[asyncio.Task[None]] = set()
        self._closed = False

    async def start(self) -> None:
        """Starts the processes, and waits until the first can be asked."""
        for _ in range(self.size):
            self._add()
        await asyncio.wait(self._starting, return_when=asyncio.FIRST_COMPLETED)

    def close(self) -> None:
        """Ends them."""
        self._closed = True
        for starting in self._starting:
            starting.cancel()
        for member in self._members:
            member.kill()
            member.close()
        self._members.clear()

    @property
    def busy(self) -> int:
        """How many processes answer at this moment."""
        return self.size - self._idle.qsize()

    @property
    def pids(self) -> list[int]:
        """Ids of the processes."""
        return sorted(member.process.pid for member in self._members)

    async def call(self, function: Callable[Concatenate[Reader, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What the function gives for a reader of the newest snapshot.

        Raises:
            Busy: no process became free in time.
            TimedOut: it took too long.
            RapporteurError: what the function raised.
        """
        question = Question(function, args, kwargs, self._seconds, self._largest)
        member = await self._ask(question)
        try:
            return ended(*await member.frame())  # type: ignore[no-any-return]  # pickled by the function that is named
        finally:
            self._give_back(member)

    def stream(
        self, function: Callable[Concatenate[Reader, Send, P], Any], *args: P.args, **kwargs: P.kwargs
    ) -> Answer:
        """The answer of a function that sends chunks, the first of which is its heading."""
        return Answer(self, Question(function, args, kwargs, self._seconds, self._largest, streams=True))

    async def chunks(self, question: Question) -> AsyncIterator[bytes]:
        """The chunks of the answer to a question, as fast as the process sends them."""
        member = await self._ask(question)
        try:
            letter = CHUNK
            while letter == CHUNK:
                letter, data = await member.frame()
                if letter == CHUNK:
                    yield data
            ended(letter, data)
        finally:
            self._give_back(member)

    async def _ask(self, question: Question) -> Member:
        """A process for oneself, which is asked the question with the time that is left."""
        start = time.monotonic()
        while not (member := await self._next()).process.alive:
            self._replace(member)
        waited = time.monotonic() - start
        if waited > _NOTHING:
            left = max(question.seconds - waited, question.seconds * _LEAST)
            question = replace(question, seconds=round(left, 1) or left)
        try:
            member.ask(question)
        except BaseException:
            self._give_back(member)
            raise
        return member

    def _give_back(self, member: Member) -> None:
        """Takes the process back; one that has not answered is replaced."""
        member.rest()
        if member.free:
            self._idle.put_nowait(member)
        else:
            self._replace(member)

    async def _next(self) -> Member:
        """The next process that is idle, or becomes so."""
        if not self._idle.empty() and not self.waiting:
            return self._idle.get_nowait()
        self.waiting += 1
        try:
            async with asyncio.timeout(self._patience):
                return await self._idle.get()
        except TimeoutError as error:
            raise Busy("all processes are busy with other requests: try again in a moment") from error
        finally:
            self.waiting -= 1

    def _replace(self, member: Member) -> None:
        self._dismiss(member)
        if not self._closed:
            self.replaced += 1
            self._add()

    def _dismiss(self, member: Member) -> None:
        self._members.discard(member)
        member.kill()
        ending = asyncio.create_task(asyncio.to_thread(member.close))
        self._ending.add(ending)
        ending.add_done_callback(self._ending.discard)

    def _add(self) -> None:
        starting = asyncio.create_task(self._start_one())
        self._starting.add(starting)
        starting.add_done_callback(self._starting.discard)

    async def _start_one(self) -> None:
        """Starts a process, however often it takes: the store may be gone for a while, or the memory."""
        while True:
            # In a thread, as its end is: where processors are short both take a tenth of a second, in which nobody
            # else would be answered.
            try:
                member = await asyncio.to_thread(Member, self._view)
            except OSError as error:
                log.warning("a process does not start: %s", error)
                await asyncio.sleep(_PAUSE)
                continue
            self._members.add(member)
            try:
                await member.ready()
            except RapporteurError as error:
                log.warning("a process does not start: %s", error)
                self._dismiss(member)
                await asyncio.sleep(_PAUSE)
            else:
                self._idle.put_nowait(member)
                return


class Answer:
    """An answer in chunks. The process is free as soon as it has answered, however slowly the client reads.

    Attributes:
        heading: the first chunk: what the function says of the rest.
    """

    def __init__(self, pool: Pool, question: Question) -> None:
        self.heading = b""
        self._kept = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  # until `close`
        self._written = self._read = 0
        self._changed = asyncio.Event()
        self._error: RapporteurError | None = None
        self._task = asyncio.create_task(self._keep(pool, question))

    async def read(self) -> bytes:
        """More of the answer; nothing at its end.

        Raises:
            RapporteurError: it failed.
        """
        while self._read == self._written:
            if self._error:
                raise self._error
            if self._task.done():
                return b""
            self._changed.clear()
            await self._changed.wait()
        self._kept.seek(self._read)
        data = self._kept.read(1 << 18)
        self._read += len(data)
        return data

    async def complete(self, seconds: float) -> bool:
        """Waits until all of it is there, for so many seconds; whether it is."""
        return bool((await asyncio.wait({self._task}, timeout=seconds))[0])

    @property
    def read_whole(self) -> bool:
        """All of it was read, and it has not failed."""
        return self._task.done() and self._read == self._written and not self._error

    def close(self) -> None:
        """Ends it, with its process where that is not done."""
        self._task.cancel()
        self._kept.close()

    async def _keep(self, pool: Pool, question: Question) -> None:
        try:
            async for chunk in pool.chunks(question):
                if not self.heading:
                    self.heading = chunk
                    continue
                self._kept.seek(self._written)
                self._written += self._kept.write(chunk)
                self._changed.set()
        except RapporteurError as error:
            self._error = error
        except OSError as error:
            self._error = StopRun(f"the answer can't be kept: {error.strerror}")
        finally:
            # The reader of this may look before the task counts as done.
            asyncio.get_running_loop().call_soon(self._changed.set)
