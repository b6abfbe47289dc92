"""Workers answer every task, and one that dies takes its task with it and nothing else.

The work is `eval`: it can be imported in a fresh process, and a task can ask for any mishap.
"""

from __future__ import annotations

import inspect
import os
import signal
import struct
import time
from collections.abc import Iterator
from functools import partial
from multiprocessing.process import BaseProcess

import pytest

from kg.errors import StopRun
from kg.workers import Failure, each, each_in_order

EVALUATE = partial(partial, eval)
DIE = "__import__('os').kill(__import__('os').getpid(), 9)"


@pytest.mark.parametrize("workers", [1, 3])
def test_every_task_is_answered_once(workers: int) -> None:
    tasks = [f"{n} * 2" for n in range(20)]
    answers = dict(each(tasks, EVALUATE, workers=workers))
    assert answers == {task: 2 * n for n, task in enumerate(tasks)}


@pytest.mark.parametrize("workers", [1, 2])
def test_a_task_that_raises_fails_alone(workers: int) -> None:
    answers = dict(each(["1", "1 / 0", "3"], EVALUATE, workers=workers))
    failure = answers.pop("1 / 0")
    assert answers == {"1": 1, "3": 3}
    assert isinstance(failure, Failure)
    assert "ZeroDivisionError" in failure.reason
    assert failure.trace.startswith("Traceback")


def test_answers_may_come_in_the_order_of_the_tasks() -> None:
    tasks = [f"__import__('time').sleep({0.02 * (n % 3 == 0)}) or {n}" for n in range(12)]
    assert [answer for _, answer in each_in_order(tasks, EVALUATE, workers=3)] == list(range(12))


def test_a_worker_that_is_killed_fails_its_task_and_is_replaced() -> None:
    tasks = ["1", "2", DIE, "4", f"{DIE} or 5", "6", "7", "8"]
    answers = dict(each(tasks, EVALUATE, workers=2))
    failed = {task for task, answer in answers.items() if isinstance(answer, Failure)}
    assert failed == {DIE, f"{DIE} or 5"}
    assert {answers[task] for task in tasks if task not in failed} == {1, 2, 4, 6, 7, 8}
    assert "memory" in str(answers[DIE])


class Unreadable:
    """A task that is sent, and can't be read."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return eval, ("1 / 0",)


def die_in_the_midst_of_an_answer(task: int) -> int:
    """The work on the task 0 sends half of an answer, in the way in which a connection does, and is killed."""
    if task == 0:
        connection = next(info.frame.f_locals["connection"] for info in inspect.stack(0) if info.function == "_serve")
        os.write(connection.fileno(), struct.pack("!i", 1000) + b"half")
        os.kill(os.getpid(), signal.SIGKILL)
    return task


def test_a_worker_that_is_killed_while_it_answers_fails_its_task_alone() -> None:
    answers = dict(each(range(6), partial(partial, die_in_the_midst_of_an_answer), workers=2))
    assert isinstance(answers.pop(0), Failure)
    assert answers == {n: n for n in range(1, 6)}


def test_a_task_that_a_worker_can_not_read_fails_alone() -> None:
    unreadable = Unreadable()
    answers = dict(each(["1", unreadable, "2", "3"], EVALUATE, workers=2))
    failure = answers.pop(unreadable)
    assert isinstance(failure, Failure)
    assert "ZeroDivisionError" in failure.reason
    assert answers == {"1": 1, "2": 2, "3": 3}


def test_where_no_process_can_be_started_the_run_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    def start(self: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(BaseProcess, "start", start)
    with pytest.raises(StopRun, match="Resource temporarily unavailable"):
        list(each(["1"], EVALUATE, workers=2))


def test_workers_that_cannot_start_stop_the_run() -> None:
    with pytest.raises(StopRun, match="--workers 1"):
        list(each(["1", "2"], partial(os._exit, 9), workers=2))


def test_tasks_are_taken_as_workers_become_free() -> None:
    """Memory doesn't grow with the number of articles: no more than two tasks a worker are ever waiting."""
    taken = 0

    def tasks() -> Iterator[str]:
        nonlocal taken
        for number in range(50):
            taken += 1
            yield str(number)

    for answered, _ in enumerate(each(tasks(), EVALUATE, workers=2), start=1):
        assert taken - answered <= 4


def test_large_tasks_and_large_results_do_not_block_each_other() -> None:
    task = f"'{'x' * 1_000_000}' * 3"
    assert [len(result) for _, result in each([task] * 6, EVALUATE, workers=2)] == [3_000_000] * 6


def test_an_abandoned_run_ends_its_workers() -> None:
    results = each([f"__import__('os').getpid() or {n}" for n in range(9)], EVALUATE, workers=2)
    worker = next(results)[1]
    assert isinstance(worker, int)
    results.close()  # type: ignore[attr-defined]
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        try:
            os.kill(worker, 0)
        except ProcessLookupError:
            return
        time.sleep(0.01)
    pytest.fail("the worker lives on")
