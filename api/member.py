"""A process of the pool, and our end of its socket."""

from __future__ import annotations

import asyncio
import pickle
from collections import deque
from collections.abc import Callable
from functools import partial

from kg.errors import TimedOut
from kg.query.process import Process
from kg.query.worker import CHUNK, HEADER, LAST_VALUE, Question, View, packed

# Seconds after which a process is killed from here that its own alarm has not ended.
_GRACE = 2.0

# Seconds that a process may take to start.
_START = 60.0


class _Frames(asyncio.Protocol):
    """The frames that a process sends, in the order in which they come.

    Streams of asyncio do the same; with a limit of time for each half of a frame, they took as much of a processor as
    all the rest of a small request.

    Attributes:
        on_change: is called when there is more to take.
    """

    def __init__(self) -> None:
        self.on_change: Callable[[], None] | None = None
        self._bytes = bytearray()
        self._frames: deque[tuple[bytes, bytes]] = deque()
        self._failure: Exception | None = None

    def data_received(self, data: bytes) -> None:
        """Some bytes have come."""
        self._bytes += data
        start = 0
        while len(self._bytes) - start >= HEADER.size:
            letter, length = HEADER.unpack_from(self._bytes, start)
            end = start + HEADER.size + length
            if len(self._bytes) < end:
                break
            self._frames.append((letter, bytes(self._bytes[start + HEADER.size : end])))
            start = end
        del self._bytes[:start]
        if start and self.on_change:
            self.on_change()

    def connection_lost(self, exc: Exception | None) -> None:
        """The process has gone."""
        self.fail(exc or EOFError())

    def fail(self, failure: Exception) -> None:
        """Nothing more is waited for."""
        self._failure = self._failure or failure
        if self.on_change:
            self.on_change()

    def take(self) -> tuple[bytes, bytes] | None:
        """The next frame; None where it has not come yet.

        Raises:
            Exception: what it failed by, when all that came before is given.
        """
        if self._frames:
            return self._frames.popleft()
        if self._failure:
            raise self._failure
        return None


class Member:
    """A process of the pool.

    Attributes:
        free: it can be asked again.
    """

    def __init__(self, view: View) -> None:
        self.process = Process(view)
        self.free = True
        self._seconds = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self._frames = _Frames()
        self._transport: asyncio.Transport | None = None

    async def ready(self) -> None:
        """Waits until the process can be asked, so that no request pays for its start.

        Raises:
            RapporteurError: it ended before.
        """
        loop = asyncio.get_running_loop()
        self._transport, _ = await loop.create_connection(lambda: self._frames, sock=self.process.socket)
        self._seconds = _START
        late = loop.call_later(_START, self._late, _START)
        try:
            await self.frame()
        finally:
            late.cancel()

    @property
    def alive(self) -> bool:
        """It can be asked: its socket is closed a moment before it counts as ended."""
        return self.process.alive and not (self._transport and self._transport.is_closing())

    def ask(self, question: Question, on_change: Callable[[], None] | None = None) -> None:
        """Asks it, whose answer the next frames are.

        Args:
            question: the question.
            on_change: is called when `heard` has more to give; None for who waits for `frame`.
        """
        assert self._transport
        self.free = False
        self._frames.on_change = on_change
        self._seconds = question.seconds
        self._timer = asyncio.get_running_loop().call_later(question.seconds + _GRACE, self._late, question.seconds)
        self._transport.write(packed(b"q", pickle.dumps(question)))

    def heard(self) -> tuple[bytes, bytes] | None:
        """The next frame of the answer, None where it has not come; `free` tells that it was the last.

        Raises:
            RapporteurError: the process ended before it had answered.
        """
        try:
            found = self._frames.take()
        except (EOFError, OSError) as error:
            raise self.process.reason(self._seconds) from error
        if found and found[0] != CHUNK:
            self.free = found[0] != LAST_VALUE
            self.rest()
        return found

    async def frame(self) -> tuple[bytes, bytes]:
        """The next frame, when it has come; see ``heard``."""
        while (found := self.heard()) is None:
            change = asyncio.get_running_loop().create_future()
            self._frames.on_change = partial(_wake, change)
            await change
        return found

    def rest(self) -> None:
        """Nothing more is waited for."""
        self._frames.on_change = None
        if self._timer:
            self._timer.cancel()
            self._timer = None

    def _late(self, seconds: float) -> None:
        self._frames.fail(TimedOut(f"the answer took longer than {seconds:g} seconds: ask for less"))

    def kill(self) -> None:
        """Ends the process, whatever it does, without waiting for its end."""
        if self._transport:
            self._transport.abort()
        self.process.kill()

    def close(self) -> None:
        """Waits for the end of the process; in any thread."""
        self.process.close()


def _wake(waiter: asyncio.Future[None]) -> None:
    if not waiter.done():
        waiter.set_result(None)
