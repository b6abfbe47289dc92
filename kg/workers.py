"""Processes that extract articles, and that may die without taking the run with them.

Each worker loads the line once and answers one article at a time. It always holds one more article than it works on,
so that it never waits for the caller, and never more, so that memory doesn't grow with the number of articles.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import queue
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from kg.errors import RapporteurError, StopRun

Task = TypeVar("Task")
Result = TypeVar("Result")

#: Loads what the work needs and returns the work; both run in the worker, so it must be importable there.
Prepare = Callable[[], Callable[[Task], Result]]

# One that is worked on and one that waits. With none waiting a worker stood idle while the caller wrote a batch;
# with more, a large article behind a slow one would wait although another worker is free.
_HELD = 2

# What workers import anyway, once for all of them: a second of processor time each.
_PRELOADED = ("kg.line", "kg.tasks")

# A worker that dies before its first answer was not killed by an article: the installation or the memory is at fault.
_FAILED_STARTS = 3


@dataclass(frozen=True, slots=True)
class Failure:
    """The work on a task raised, or its worker died.

    Attributes:
        reason: one line.
        trace: where it was raised, if that is a fault of the program.
    """

    reason: str
    trace: str = ""


@dataclass(slots=True)
class _Worker(Generic[Task]):
    process: BaseProcess
    connection: Connection
    held: deque[Task] = field(default_factory=deque)
    ready: bool = False


def each(
    tasks: Iterable[Task], prepare: Prepare[Task, Result], *, workers: int
) -> Iterator[tuple[Task, Result | Failure]]:
    """The result of every task, or why there is none, in the order in which they are done.

    With one worker the work is done in the caller's own process.

    Args:
        tasks: taken one by one, as workers become free.
        prepare: called once in each worker; what it returns is called with each task.
        workers: how many processes.

    Raises:
        StopRun: workers can't be started.
    """
    if workers == 1:
        work = _prepared(prepare)
        for task in tasks:
            yield task, _attempt(work, task)
        return
    yield from _Pool(prepare, workers).each(iter(tasks))


def each_in_order(
    tasks: Iterable[Task], prepare: Prepare[Task, Result], *, workers: int
) -> Iterator[tuple[Task, Result | Failure]]:
    """Like `each`, but in the order of the tasks, each of which is an object of its own."""
    order: deque[Task] = deque()
    done: dict[int, Result | Failure] = {}

    def noted() -> Iterator[Task]:
        for task in tasks:
            order.append(task)
            yield task

    for task, result in each(noted(), prepare, workers=workers):
        done[id(task)] = result
        while order and id(order[0]) in done:
            first = order.popleft()
            yield first, done.pop(id(first))


def _attempt(work: Callable[[Task], Result], task: Task) -> Result | Failure:
    try:
        return work(task)
    except RapporteurError as error:
        return Failure(getattr(error, "reason", str(error)))
    except Exception as error:  # noqa: BLE001  # a fault in one article must not end the run; it is reported
        reason = f"the extraction failed on this article ({type(error).__name__}: {error}); please report it"
        return Failure(reason, traceback.format_exc())


class _Pool(Generic[Task, Result]):
    def __init__(self, prepare: Prepare[Task, Result], workers: int) -> None:
        # A child forked from here would inherit the pipes of its siblings and the locks of the store's threads; one
        # forked from the server has neither, and shares the libraries that the server has imported.
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(list(_PRELOADED))
        self._prepare = prepare
        self._workers: list[_Worker[Task]] = []
        self._size = workers
        self._failed_starts = 0

    def each(self, tasks: Iterator[Task]) -> Iterator[tuple[Task, Result | Failure]]:
        try:
            self._workers = [self._start() for _ in range(self._size)]
            self._feed(tasks)
            while any(worker.held for worker in self._workers):
                readable = set(wait([worker.connection for worker in self._workers if worker.held]))
                for worker in [w for w in self._workers if w.connection in readable]:
                    yield from self._answer(worker)
                self._feed(tasks)
        finally:
            for worker in self._workers:
                worker.process.kill()
                worker.process.join()
                worker.connection.close()

    def _start(self) -> _Worker[Task]:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, self._prepare), daemon=True)
        # Ctrl-C goes to the whole group, but only the caller is to act on it, and ends the workers. A child inherits
        # the mask, so that there is no moment in which it could be interrupted.
        resource_tracker.ensure_running()  # or the start of the server would start it, which lifts the mask
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            process.start()
        except (EOFError, OSError) as error:  # no process, no memory, or what starts them was killed
            raise StopRun(f"workers can't start: {error}; try again, or with --workers 1") from error
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        theirs.close()
        return _Worker(process, ours)

    def _feed(self, tasks: Iterator[Task]) -> None:
        """Gives each worker one task in turn until all hold as many as they may."""
        for count in range(_HELD):
            for worker in self._workers:
                if len(worker.held) > count:
                    continue
                try:
                    task = next(tasks)
                except StopIteration:
                    return
                self._give(worker, task)

    def _give(self, worker: _Worker[Task], task: Task) -> None:
        worker.held.append(task)
        try:
            worker.connection.send(task)
        except (BrokenPipeError, ConnectionResetError):
            # It has died since; its end of the pipe is readable now (end of file), and _answer sees to the rest.
            return

    def _answer(self, worker: _Worker[Task]) -> Iterator[tuple[Task, Result | Failure]]:
        try:
            result = worker.connection.recv()
        except (EOFError, OSError):  # one that dies in the midst of an answer leaves half of it
            yield from self._replace(worker)
            return
        if result is None:
            worker.ready = True
            self._failed_starts = 0
        else:
            yield worker.held.popleft(), result

    def _replace(self, worker: _Worker[Task]) -> Iterator[tuple[Task, Result | Failure]]:
        """The task that a dead worker was at fails; the one that waited goes to a new worker."""
        worker.process.join()
        worker.connection.close()
        if worker.ready:
            yield worker.held.popleft(), Failure(_how_it_died(worker.process.exitcode))
        else:
            self._failed_starts += 1
            if self._failed_starts == _FAILED_STARTS:
                raise StopRun(f"workers can't start: {_how_it_died(worker.process.exitcode)}; try --workers 1")
        fresh = self._start()
        self._workers[self._workers.index(worker)] = fresh
        for task in worker.held:
            self._give(fresh, task)


def _how_it_died(code: int | None) -> str:
    if code == -signal.SIGKILL:
        return "its worker was killed, most likely for want of memory; try fewer --workers, or split the article"
    if code is not None and code < 0:
        return f"its worker died of {signal.Signals(-code).name}; please report it with the article"
    return f"its worker ended with status {code}; please report it with the article"


def _prepared(prepare: Prepare[Task, Result]) -> Callable[[Task], Result]:
    """The work, loaded. What is loaded stays, and is not looked through again: that took 5 % of extraction."""
    work = prepare()
    gc.collect()
    gc.freeze()
    return work


def _serve(connection: Connection, prepare: Prepare[Task, Result]) -> None:
    """The life of a worker: says None when it is ready, then answers each task."""
    tasks: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    # A thread of its own takes tasks in. Were the worker to do it between two tasks, a large task and a large result
    # could each wait for the other side to read.
    threading.Thread(target=_receive, args=(connection, tasks), daemon=True).start()
    work = _prepared(prepare)
    connection.send(None)
    while True:
        result = _attempt(lambda data: work(pickle.loads(data)), tasks.get())
        try:
            connection.send(result)
        except (BrokenPipeError, ConnectionResetError):
            return  # the caller is gone


def _receive(connection: Connection, tasks: queue.SimpleQueue[bytes]) -> None:
    """Takes tasks in as they were sent: one that can't be read must not end the thread, for which nobody waits."""
    while True:
        try:
            task = connection.recv_bytes()
        except (EOFError, OSError):
            os._exit(0)  # the caller is gone, however it went: nobody waits for the answer
        tasks.put(task)
