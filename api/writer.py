"""The one writer of the server: what is written goes through it, one after the other, and is seen when it is answered.

    await writer.update(text, default_graphs=(...), named_graphs=(...))     a SPARQL update
    await writer.put(graph, payloads)                                       a graph
    await writer.do(function, *arguments)                                   function(store, *arguments)

The store is open in a process of its own (``kg.writing``), and only while there is something to write: beside an idle
server `kg build` may write it. Several writes that wait are shown to readers together, for a snapshot costs more than
most of them.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import pickle
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Concatenate, ParamSpec, TypeVar

from api.writing_process import Ended, WritingProcess, told
from kg.config import Settings
from kg.errors import Busy, RapporteurError, StopRun
from kg.graph.edit import Editor, Payload
from kg.query.update import Update, carry_out
from kg.writing import Command, Opening

log = logging.getLogger("rapporteur")

P = ParamSpec("P")
T = TypeVar("T")

# Writes that may wait: beyond, whoever comes is told to come later.
_WAITING = 100
# Seconds for which writes are gathered before they are shown, 20 to 100 ms a snapshot.
_TOGETHER = 0.5
# Showing what was written takes as long as the index needs.
_SHOW_TIME = 600.0
# A process may end, idle, at the moment it is asked; a store may be held for a moment by a reader that shows what a
# killed writer left.
_TRIES, _PAUSE = 4, 0.5


@dataclass(slots=True)
class _Order:
    command: Command
    shown: bool
    again: bool
    done: asyncio.Future[Any]
    came: float = field(default_factory=time.monotonic)


class Writer:
    """Writes the store of these settings.

    Attributes:
        killed: processes that were killed or died in the midst of a command.
    """

    def __init__(self, settings: Settings) -> None:
        self._opening = Opening(settings.store, settings.writer_memory)
        self._settings = settings
        self._orders: asyncio.Queue[_Order] = asyncio.Queue(_WAITING)
        self._process: WritingProcess | None = None
        self._task: asyncio.Task[None] | None = None
        self.killed = 0

    @property
    def waiting(self) -> int:
        """Writes that wait for their turn."""
        return self._orders.qsize()

    def start(self) -> None:
        """Begins to take orders."""
        self._task = asyncio.create_task(self._obey())

    async def close(self) -> None:
        """Shows what was written and closes the store."""
        if self._task:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
        if self._process:
            await self._process.close(kill=False)
            self._process = None

    async def update(
        self,
        text: str,
        *,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
        base: str | None = None,
        only: str | None = None,
    ) -> None:
        """Makes a SPARQL update, whole or not at all; it is seen by whoever asks afterwards.

        Args:
            text: SPARQL 1.1 Update.
            default_graphs: what its WHERE clauses see as the default graph (using-graph-uri).
            named_graphs: what they see as named graphs (using-named-graph-uri).
            base: what relative IRIs are relative to.
            only: IRI of the one graph that it may change, which stands for its default graph.

        Raises:
            UsageError: it is malformed, nested too deeply, fetches, has USING beside `default_graphs`.
            TimedOut: it took too long; nothing of it is written.
            Busy: too many others wait.
            StopRun: the store can't be written.
        """
        chosen = self._settings
        bounds = {"base": base, "only": only, "depth": chosen.max_depth, "hosts": chosen.allow_hosts}
        await self.do(carry_out, Update(text, tuple(default_graphs), tuple(named_graphs), **bounds))  # type: ignore[arg-type]

    async def put(self, graph: str | None, payloads: Sequence[Payload]) -> bool:
        """Makes the payloads the whole of a graph, None the default one; true where it was not there before."""
        return await self.do(Editor.put_graph, graph, payloads)

    async def merge(self, graph: str | None, payloads: Sequence[Payload]) -> bool:
        """Adds the payloads to a graph; true where it was not there before."""
        return await self.do(Editor.merge_graph, graph, payloads)

    async def delete(self, graph: str | None) -> None:
        """Removes a graph.

        Raises:
            Unknown: there is none of this name.
        """
        await self.do(Editor.delete_graph, graph)

    async def do(self, function: Callable[Concatenate[Editor, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What the function gives, when readers see what it has written."""
        return await self._ordered(function, args, kwargs, shown=True, again=False)  # type: ignore[no-any-return]

    async def do_soon(self, function: Callable[Concatenate[Editor, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What the function gives, when it has written; readers see it some seconds later.

        The function is one that may be called twice: where the process is killed, the next one calls it again.
        """
        return await self._ordered(function, args, kwargs, shown=False, again=True)  # type: ignore[no-any-return]

    async def _ordered(
        self,
        function: Callable[..., Any],
        arguments: tuple[Any, ...],
        options: dict[str, Any],
        *,
        shown: bool,
        again: bool,
    ) -> Any:
        done = asyncio.get_running_loop().create_future()
        order = _Order(Command(function, arguments, options, self._settings.write_time), shown, again, done)
        try:
            self._orders.put_nowait(order)
        except asyncio.QueueFull as error:
            raise Busy("too many others are writing: try again in a moment") from error
        return await done

    async def _obey(self) -> None:
        """Takes order after order; those that come together are shown together."""
        while True:
            order = await self._orders.get()
            start = time.monotonic()
            written: list[tuple[_Order, Any]] = []
            await self._carry_out(order, written)
            while not self._orders.empty() and time.monotonic() - start < _TOGETHER:
                await self._carry_out(self._orders.get_nowait(), written)
            await self._show(written)

    async def _carry_out(self, order: _Order, written: list[tuple[_Order, Any]]) -> None:
        if order.done.done():  # whoever ordered it has gone
            return
        if time.monotonic() - order.came > self._settings.write_time:
            order.done.set_exception(Busy("others have been writing for too long: try again in a moment"))
            return
        try:
            value = await self._ask(order.command, again=order.again)
        except RapporteurError as error:
            _settle(order, error)
            return
        except Exception:  # the edge of the task: whoever comes next must still be served
            log.exception("a write failed")
            _settle(order, StopRun("the writer failed: see the server's log"))
            return
        if order.shown:
            written.append((order, value))
        else:
            _settle(order, value)

    async def _show(self, written: list[tuple[_Order, Any]]) -> None:
        if not written:
            return
        try:
            await self._ask(Command(Editor.publish, (), {}, _SHOW_TIME), again=True)
        except Exception as error:  # the edge of the task, as above
            if not isinstance(error, RapporteurError):
                log.exception("what was written can't be shown")
            for order, _ in written:
                _settle(order, StopRun(f"it is written, but can't be shown yet: {error}"))
            return
        for order, value in written:
            _settle(order, value)

    async def _ask(self, command: Command, *, again: bool) -> Any:
        """What a command gives, in a process that is started where there is none."""
        data = pickle.dumps(command)
        for left in reversed(range(_TRIES)):
            try:
                process = await self._opened()
            except Busy:
                if not left:
                    raise
                await asyncio.sleep(_PAUSE)
                continue
            except Ended as error:  # nothing was begun
                if not left or error.status != -signal.SIGKILL:
                    raise StopRun(f"the writer can't start: it ended with status {error.status}") from error
                self.killed += 1
                continue
            try:
                return await process.ask(data, command.seconds)
            except Ended as error:
                self._process = None
                if error.status < 0:
                    self.killed += 1
                # One that ended by itself had not begun.
                if error.status < 0 and not (again and left and error.status == -signal.SIGKILL):
                    raise told(error.status, command.seconds) from error
            except StopRun:
                # Whatever is wrong with the store, it is to be opened anew.
                self._process = None
                await process.close(kill=False)
                raise
        raise StopRun("the writer ends again and again: see whether the disk is full")

    async def _opened(self) -> WritingProcess:
        if self._process is None:
            self._process = await WritingProcess.start(self._opening)
        return self._process


def _settle(order: _Order, outcome: Any) -> None:
    if order.done.done():
        return
    if isinstance(outcome, RapporteurError):
        order.done.set_exception(outcome)
    else:
        order.done.set_result(outcome)
