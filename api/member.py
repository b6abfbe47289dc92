"""A process of the pool, and our end of its socket."""

from __future__ import annotations

import asyncio
import pickle
from collections import deque

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
    """

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._frames: deque[tuple[bytes, bytes]] = deque()
        self._waiter: asyncio.Future[None] | None = None
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
        if start:
            self._wake()

    def connection_lost(self, exc: Exception | None) -> None:
        """The process has gone."""
        self.fail(exc or EOFError())

    def fail(self, failure: Exception) -> None:
        """Nothing more is waited for."""
        self._failure = self._failure or failure
        self._wake()

    async def next(self) -> tuple[bytes, bytes]:
        """The next frame.

        Raises:
            Exception: what it failed by, when all that came before is given.
        """
        while not self._frames:
            if self._failure:
                raise self._failure
            self._waiter = asyncio.get_running_loop().create_future()
            await self._waiter
        return self._frames.popleft()

    def _wake(self) -> None:
        if self._waiter and not self._waiter.done():
            self._waiter.set_result(None)


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
        late = loop.call_later(_START, self._late, _START)
        try:
            await self._frame(_START)
        finally:
            late.cancel()

    def ask(self, question: Question) -> None:
        """Asks it, whose answer the next frames are."""
        assert self._transport
        self.free = False
        self._seconds = question.seconds
        self._timer = asyncio.get_running_loop().call_later(question.seconds + _GRACE, self._late, question.seconds)
        self._transport.write(packed(b"q", pickle.dumps(question)))

    async def frame(self) -> tuple[bytes, bytes]:
        """The next frame of the answer; `free` tells, before it is given, that it is the last.

        Raises:
            RapporteurError: the process ended before it had answered.
        """
        letter, data = await self._frame(self._seconds)
        if letter != CHUNK:
            self.free = letter != LAST_VALUE
            self.rest()
        return letter, data

    def rest(self) -> None:
        """Nothing more is waited for."""
        if self._timer:
            self._timer.cancel()
            self._timer = None

    def _late(self, seconds: float) -> None:
        self._frames.fail(TimedOut(f"the answer took longer than {seconds:g} seconds: ask for less"))

    async def _frame(self, seconds: float) -> tuple[bytes, bytes]:
        """The next frame, of an answer that is to be there in so many seconds."""
        try:
            return await self._frames.next()
        except (EOFError, OSError) as error:
            raise self.process.reason(seconds) from error

    def kill(self) -> None:
        """Ends the process, whatever it does, without waiting for its end."""
        if self._transport:
            self._transport.abort()
        self.process.kill()

    def close(self) -> None:
        """Waits for the end of the process; in any thread."""
        self.process.close()
