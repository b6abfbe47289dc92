"""The pool: processes that answer, each of which can be killed and is then replaced.

    value = await pool.call(function, *arguments)     function(reader, *arguments) in a process
    answer = pool.stream(function, *arguments)        function(reader, send, *arguments), in chunks

Functions are those of ``kg.query``: they are named, not sent, and what they give is pickled.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Concatenate, ParamSpec, TypeVar

from api.kept import Answer
from api.member import Member
from kg.errors import Busy
from kg.graph.reader import Reader
from kg.query.process import ended
from kg.query.worker import Question, Send, View

log = logging.getLogger("rapporteur")

P = ParamSpec("P")
T = TypeVar("T")

# Seconds that pass before another process is started where one can't.
_PAUSE = 1.0

# Seconds that count as no wait; and the part of its time that a question gets at least, however long it waited.
_NOTHING, _LEAST = 0.05, 0.1


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
        self._ending: dict[asyncio.Task[None], Member] = {}
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
        for member in (*self._members, *self._ending.values()):
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
        member = self.ask_idle(question) or await self.ask(question)
        try:
            return ended(*await member.frame())  # type: ignore[no-any-return]  # pickled by the function that is named
        finally:
            self.give_back(member)

    def stream(
        self, function: Callable[Concatenate[Reader, Send, P], Any], *args: P.args, **kwargs: P.kwargs
    ) -> Answer:
        """The answer of a function that sends chunks, the first of which is its heading."""
        return Answer(self, Question(function, args, kwargs, self._seconds, self._largest, streams=True))

    def ask_idle(self, question: Question, on_change: Callable[[], None] | None = None) -> Member | None:
        """A process for oneself, which is asked the question; None where whoever asks has to wait for one."""
        while not self.waiting and not self._idle.empty():
            if (member := self._idle.get_nowait()).alive:
                return self._asked(member, question, on_change)
            self._replace(member)
        return None

    async def ask(self, question: Question, on_change: Callable[[], None] | None = None) -> Member:
        """A process for oneself, as soon as there is one, which is asked the question with the time that is left.

        Raises:
            Busy: none became free in time.
        """
        start = time.monotonic()
        while not (member := await self._next()).alive:
            self._replace(member)
        waited = time.monotonic() - start
        if waited > _NOTHING:
            left = max(question.seconds - waited, question.seconds * _LEAST)
            question = replace(question, seconds=round(left, 1) or left)
        return self._asked(member, question, on_change)

    def _asked(self, member: Member, question: Question, on_change: Callable[[], None] | None) -> Member:
        try:
            member.ask(question, on_change)
        except BaseException:
            self.give_back(member)
            raise
        return member

    def give_back(self, member: Member) -> None:
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
        ending = asyncio.create_task(_end(member))
        self._ending[ending] = member
        ending.add_done_callback(self._ending.pop)

    def _add(self) -> None:
        starting = asyncio.create_task(self._start_one())
        self._starting.add(starting)
        starting.add_done_callback(self._starting.discard)

    def _made(self) -> Member:
        """A new process, which nobody would end who no longer waits for it."""
        member = Member(self._view)
        self._members.add(member)
        if self._closed:
            member.close()
        return member

    async def _start_one(self) -> None:
        """Starts a process, however often it takes: the store may be gone for a while, or the memory."""
        while True:
            member = None
            try:
                # In a thread, as its end is: where processors are short both take a tenth of a second, in which nobody
                # else would be answered.
                member = await asyncio.to_thread(self._made)
                await member.ready()
            except Exception as error:  # noqa: BLE001  # no process, no thread, no memory: all of it may be over soon
                log.warning("a process does not start: %s", error)
                if member:
                    self._dismiss(member)
                await asyncio.sleep(_PAUSE)
            else:
                self._idle.put_nowait(member)
                return


async def _end(member: Member) -> None:
    """Waits for the end of a killed process, in a thread where there is one to have."""
    try:
        await asyncio.to_thread(member.close)
    except RuntimeError:
        member.close()
