"""An answer in chunks while it comes: what a client has not read yet is kept, so that no process need wait for it."""

from __future__ import annotations

import asyncio
import tempfile
from typing import IO, TYPE_CHECKING

from kg.errors import StopRun
from kg.query.process import ended
from kg.query.worker import CHUNK, Question

if TYPE_CHECKING:
    from api.pool import Pool

# Bytes of an answer that are kept in memory; the rest goes to a file, which is read in such parts.
_IN_MEMORY, _PART = 1 << 20, 1 << 18


class Answer:
    """An answer in chunks. The process is free as soon as it has answered, however slowly the client reads.

    What comes is taken at once, not by a task: that took as much of a processor as all else between the process and the
    connection.

    Attributes:
        heading: the first chunk: what the function says of the rest.
    """

    def __init__(self, pool: Pool, question: Question) -> None:
        self.heading = b""
        self._pool = pool
        self._parts: list[bytes] = []
        self._in_memory = 0
        self._file: IO[bytes] | None = None
        self._written = self._read = 0
        self._ended = False
        self._error: Exception | None = None
        self._waiter: asyncio.Future[None] | None = None
        self._waiting: asyncio.Task[None] | None = None
        self._member = pool.ask_idle(question, self._take)
        if self._member:
            self._take()  # it may have ended before it was asked
        else:
            self._waiting = asyncio.create_task(self._wait(question))

    async def read(self) -> bytes:
        """More of the answer; nothing at its end.

        Raises:
            RapporteurError: it failed.
        """
        while not self._parts and self._read == self._written:
            if self._error:
                raise self._error
            if self._ended:
                return b""
            await self._change()
        if self._parts:
            data = b"".join(self._parts)
            self._parts.clear()
            self._in_memory = 0
        else:
            assert self._file
            self._file.seek(self._read)
            data = self._file.read(_PART)
            self._read += len(data)
        return data

    async def complete(self, seconds: float) -> bool:
        """Waits until all of it is there, for so many seconds; whether it is."""
        late = False

        def give_up() -> None:
            nonlocal late
            late = True
            self._wake()

        if not self._ended:
            timer = asyncio.get_running_loop().call_later(seconds, give_up)
            try:
                while not self._ended and not late:
                    await self._change()
            finally:
                timer.cancel()
        return self._ended

    @property
    def read_whole(self) -> bool:
        """All of it was read, and it has not failed."""
        return self._ended and not self._parts and self._read == self._written and not self._error

    def close(self) -> None:
        """Ends it, with its process where that is not done."""
        self._end()
        if self._waiting:
            self._waiting.cancel()
        if self._file:
            self._file.close()

    async def _wait(self, question: Question) -> None:
        """Waits for a process."""
        try:
            self._member = await self._pool.ask(question, self._take)
            self._take()
        except Exception as error:  # noqa: BLE001  # whoever reads the answer meets it
            self._end(error)

    def _take(self) -> None:
        """Takes what has come."""
        try:
            while self._member and (frame := self._member.heard()):
                if frame[0] == CHUNK:
                    self._keep(frame[1])
                    continue
                self._end()
                ended(*frame)
        except OSError as error:
            self._end(StopRun(f"the answer can't be kept: {error.strerror}"))
        except Exception as error:  # noqa: BLE001  # likewise
            self._end(error)
        self._wake()

    def _keep(self, chunk: bytes) -> None:
        if not self.heading:
            self.heading = chunk
        elif self._file is None and self._in_memory + len(chunk) <= _IN_MEMORY:
            self._parts.append(chunk)
            self._in_memory += len(chunk)
        else:
            if self._file is None:
                self._file = tempfile.TemporaryFile()  # noqa: SIM115  # until `close`
            self._file.seek(self._written)
            self._written += self._file.write(chunk)

    def _end(self, error: Exception | None = None) -> None:
        self._ended = True
        self._error = self._error or error
        if member := self._member:
            self._member = None
            self._pool.give_back(member)
        self._wake()

    async def _change(self) -> None:
        """Waits until more has come, or somebody wakes it."""
        self._waiter = asyncio.get_running_loop().create_future()
        await self._waiter

    def _wake(self) -> None:
        if self._waiter and not self._waiter.done():
            self._waiter.set_result(None)
