"""The pool: processes that answer, each of which can be killed and is then replaced.

    value = await pool.call(function, *arguments)     function(reader, *arguments) in a process
    answer = pool.stream(function, *arguments)        function(reader, send, *arguments), in chunks

Functions are those of ``kg.query``: they are named, not sent, and what they give is pickled.
"""

from __future__ import annotations

import asyncio
import logging
import pickle
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Concatenate, ParamSpec, TypeVar

from kg.errors import Busy, RapporteurError, StopRun, TimedOut
from kg.graph.reader import Reader
from kg.query.process import Process, ended
from kg.query.worker import CHUNK, HEADER, LAST_VALUE, Question, Send, View, packed

log = logging.getLogger("rapporteur")

P = ParamSpec("P")
T = TypeVar("T")

# Seconds after which a process is killed from here that its own alarm has not ended.
_GRACE = 2.0

# Seconds that a process may take to start, and that pass before another one is tried where it can't.
_START, _PAUSE = 60.0, 1.0

# Bytes of an answer that are kept in memory for a client that is slower than the process; the rest goes to a file.
_IN_MEMORY = 1 << 20


class _Member:
    """A process of the pool and our end of its socket."""

    def __init__(self, view: View) -> None:
        self.process = Process(view)
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        #: It can be asked again.
        self.free = True

    async def ready(self) -> None:
        """Waits until the process can be asked, so that no request pays for its start.

        Raises:
            RapporteurError: it ended before.
        """
        self._streams = await asyncio.open_connection(sock=self.process.socket)
        await self._frame(_START)

    async def ask(self, question: Question) -> AsyncIterator[tuple[bytes, bytes]]:
        """The frames of an answer.

        Raises:
            RapporteurError: the process ended before it had answered.
        """
        assert self._streams
        self.free = False
        self._streams[1].write(packed(b"q", pickle.dumps(question)))
        letter, end = CHUNK, time.monotonic() + question.seconds + _GRACE
        while letter == CHUNK:
            letter, data = await self._frame(question.seconds, end)
            yield letter, data
        self.free = letter != LAST_VALUE

    async def _frame(self, seconds: float, end: float | None = None) -> tuple[bytes, bytes]:
        """The next frame, of an answer that is to be there in so many seconds."""
        assert self._streams
        reader, _ = self._streams
        left = seconds if end is None else max(end - time.monotonic(), 0.0)
        try:
            async with asyncio.timeout(left):
                letter, length = HEADER.unpack(await reader.readexactly(HEADER.size))
                return letter, await reader.readexactly(length)
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise self.process.reason(seconds) from error
        except TimeoutError as error:
            raise TimedOut(f"the answer took longer than {seconds:g} seconds: ask for less") from error

    def close(self) -> None:
        if self._streams:
            self._streams[1].close()
        self.process.close()


class Pool:
    """So many processes that show `view`.

    Args:
        view: what they show.
        size: how many there are.
        seconds: that an answer may take.
        largest: bytes that it may have.
        patience: seconds that a request waits for a process; None for `seconds`.

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
        self._members: set[_Member] = set()
        self._idle: asyncio.LifoQueue[_Member] = asyncio.LifoQueue()
        self._starting: set[asyncio.Task[None]] = set()
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
        async with self._member() as member:
            async for letter, data in member.ask(question):
                found = ended(letter, data)
        return found  # type: ignore[no-any-return]  # pickled by the function that is named

    def stream(
        self, function: Callable[Concatenate[Reader, Send, P], Any], *args: P.args, **kwargs: P.kwargs
    ) -> Answer:
        """The answer of a function that sends chunks, the first of which is its heading."""
        return Answer(self, Question(function, args, kwargs, self._seconds, self._largest, streams=True))

    async def chunks(self, question: Question) -> AsyncIterator[bytes]:
        """The chunks of the answer to a question, as fast as the process sends them."""
        async with self._member() as member:
            async for letter, data in member.ask(question):
                if letter == CHUNK:
                    yield data
                else:
                    ended(letter, data)

    @asynccontextmanager
    async def _member(self) -> AsyncIterator[_Member]:
        """A process for oneself; one that did not end its answer is replaced."""
        self.waiting += 1
        try:
            async with asyncio.timeout(self._patience):
                member = await self._idle.get()
                while not member.process.alive:
                    self._replace(member)
                    member = await self._idle.get()
        except TimeoutError as error:
            raise Busy("all processes are busy with other requests: try again in a moment") from error
        finally:
            self.waiting -= 1
        try:
            yield member
        finally:
            if member.free:
                self._idle.put_nowait(member)
            else:
                self._replace(member)

    def _replace(self, member: _Member) -> None:
        member.close()
        self._members.discard(member)
        if not self._closed:
            self.replaced += 1
            self._add()

    def _add(self) -> None:
        starting = asyncio.create_task(self._start_one())
        self._starting.add(starting)
        starting.add_done_callback(self._starting.discard)

    async def _start_one(self) -> None:
        """Starts a process, however often it takes: the store may be gone for a while, or the memory."""
        while True:
            member = _Member(self._view)
            self._members.add(member)
            try:
                await member.ready()
            except RapporteurError as error:
                log.warning("a process does not start: %s", error)
                member.close()
                self._members.discard(member)
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
