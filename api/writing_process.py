"""The process that has the store open to write it, and our end of its socket; ``kg.writing`` is what runs in it."""

from __future__ import annotations

import asyncio
import pickle
import signal
import subprocess
from typing import Any

from kg.errors import RapporteurError, StopRun, TimedOut, UsageError
from kg.query.process import started
from kg.query.worker import ERROR, HEADER, packed
from kg.writing import Opening

# Seconds after which a process is killed from here that its own alarm has not ended.
_GRACE = 5.0
# Opening a store takes as long as its recovery.
_OPEN_TIME = 600.0


class Ended(Exception):
    """The process has ended without an answer, with this status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class WritingProcess:
    """The process that has the store open, and our end of its socket."""

    def __init__(self, child: subprocess.Popen[bytes], reader: asyncio.StreamReader, writer: asyncio.StreamWriter):
        self._child = child
        self._reader = reader
        self._writer = writer

    @classmethod
    async def start(cls, opening: Opening) -> WritingProcess:
        """Starts one and waits until the store is open.

        Raises:
            StopRun: it can't be started, another process writes the store, it is damaged or gone.
            Ended: it died or was killed before it was open.
        """
        try:
            ours, child = started("kg.writing", pickle.dumps(opening))
        except OSError as error:
            raise StopRun(f"the writer can't be started: {error.strerror}; try again later") from error
        process = cls(child, *await asyncio.open_connection(sock=ours))
        try:
            await process.answer(_OPEN_TIME)
        except Ended:
            raise
        except BaseException:
            await process.close(kill=True)
            raise
        return process

    async def ask(self, data: bytes, seconds: float) -> Any:
        """What the process answers.

        Raises:
            RapporteurError: what the command raised.
            TimedOut: it took too long, and is ended.
            Ended: the process died or was killed.
        """
        if self._writer.is_closing():  # uvloop would not take another byte
            raise Ended(await self.close(kill=False))
        self._writer.write(packed(b"q", data))
        return await self.answer(seconds)

    async def answer(self, seconds: float) -> Any:
        """What the process answers to what it was sent; for errors see ``ask``."""
        try:
            async with asyncio.timeout(seconds + _GRACE):
                await self._writer.drain()
                letter, length = HEADER.unpack(await self._reader.readexactly(HEADER.size))
                found = pickle.loads(await self._reader.readexactly(length))
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise Ended(await self.close(kill=False)) from error
        except TimeoutError as error:
            await self.close(kill=True)
            raise Ended(-signal.SIGALRM) from error
        if letter == ERROR:
            raise found
        return found

    async def close(self, *, kill: bool) -> int:
        """Ends the process when it has done what it does, or at once; returns its status."""
        self._writer.close()
        if kill:
            self._child.kill()
        return await asyncio.to_thread(self._child.wait)


def told(status: int, seconds: float) -> RapporteurError:
    """Why a process ended in the midst of a command."""
    if status == -signal.SIGALRM:
        return TimedOut(f"it took longer than {seconds:g} seconds, and nothing of it is written: write less at a time")
    if status in {-signal.SIGSEGV, -signal.SIGABRT, -signal.SIGBUS}:
        return UsageError("it is nested too deeply, or needs too much memory, and nothing of it is written")
    return StopRun("the writer was killed: see whether it is written, and send it again if not")
