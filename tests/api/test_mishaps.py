"""Processes that die, or can't be started, at the worst moment: what is injected here came by chance in other tests."""

from __future__ import annotations

import asyncio
import shutil
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import api
from api.jobs import Jobs
from api.member import Member
from api.pool import Pool
from api.writer import Writer
from kg.config import Settings
from kg.errors import StopRun
from kg.graph.edit import Editor
from kg.graph.reader import open_reader
from kg.place import Remote
from kg.query.info import info
from kg.query.worker import View

# Half of the life of a process that a killed one has when its socket is closed.
HANG_UP = """
import socket, sys, threading, time
def hang_up(reader):
    def close():
        time.sleep(0.2)
        socket.socket(fileno=int(sys.argv[1])).shutdown(socket.SHUT_RDWR)
        time.sleep(3)
    threading.Thread(target=close).start()
"""
UPDATE = "INSERT DATA { <a:a> <a:b> 1 }"


@pytest.fixture
def store(tmp_path: Path, two_articles: Path) -> Path:
    """A store with two articles, for this test alone."""
    return Path(shutil.copytree(two_articles, tmp_path / "store"))


class NoThreads(ThreadPoolExecutor):
    """Can't start a thread, so many times."""

    times = 3

    def submit(self, *args: Any, **kwargs: Any) -> Future[Any]:
        """What ThreadPoolExecutor does where the system refuses."""
        self.times -= 1
        if self.times >= 0:
            raise RuntimeError("can't start new thread")
        return super().submit(*args, **kwargs)


async def until(found: Callable[[], bool]) -> None:
    """Waits until it is true."""
    while not found():
        await asyncio.sleep(0.05)


def test_a_process_that_has_hung_up_but_not_ended_is_not_asked(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mishap.py").write_text(HANG_UP)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.syspath_prepend(str(tmp_path))
    import mishap  # type: ignore[import-not-found]  # made above

    async def ask() -> None:
        pool = Pool(View(store), 1, seconds=60, largest=1 << 20)
        await pool.start()
        try:
            await pool.call(mishap.hang_up)
            (member,) = pool._members
            await until(lambda: not member.alive)
            assert (await pool.call(info)).articles == 2
            assert pool.replaced == 1
        finally:
            pool.close()

    asyncio.run(asyncio.wait_for(ask(), 60))


def test_a_process_of_a_large_parent_goes_on_after_its_answer(store: Path) -> None:
    large = bytearray(b"x") * (600 << 20)  # more than a process may need that goes on

    async def ask() -> None:
        pool = Pool(View(store), 1, seconds=60, largest=1 << 20)
        await pool.start()
        try:
            for _ in range(2):
                assert (await pool.call(info)).articles == 2
            assert not pool.replaced
        finally:
            pool.close()

    asyncio.run(asyncio.wait_for(ask(), 60))
    assert large


def test_what_a_process_has_loaded_is_not_looked_through_again(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "loaded.py").write_text("import gc\ndef unfrozen(reader):\n    return len(gc.get_objects())\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.syspath_prepend(str(tmp_path))
    import loaded  # type: ignore[import-not-found]  # made above

    async def ask() -> None:
        pool = Pool(View(store), 1, seconds=60, largest=1 << 20)
        await pool.start()
        try:
            assert await pool.call(loaded.unfrozen) < 5000  # of some 20,000
        finally:
            pool.close()

    asyncio.run(asyncio.wait_for(ask(), 60))


def test_a_process_whose_pool_is_closed_while_it_starts_is_ended(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[View] = []
    made: list[Member] = []

    def slow(view: View) -> Member:
        begun.append(view)
        time.sleep(0.5)
        made.append(Member(view))
        return made[-1]

    async def close_at_once() -> None:
        pool = Pool(View(store), 1, seconds=60, largest=1 << 20)
        starting = asyncio.create_task(pool.start())
        await until(lambda: bool(begun))
        pool.close()
        starting.cancel()

    monkeypatch.setattr("api.pool.Member", slow)
    asyncio.run(asyncio.wait_for(close_at_once(), 60))
    assert made
    assert not made[0].process.alive


def test_a_pool_waits_for_threads(store: Path) -> None:
    async def ask() -> None:
        asyncio.get_running_loop().set_default_executor(NoThreads())
        pool = Pool(View(store), 2, seconds=60, largest=1 << 20)
        await pool.start()
        try:
            await until(lambda: not pool.busy)
            assert (await pool.call(info)).articles == 2
        finally:
            pool.close()

    asyncio.run(asyncio.wait_for(ask(), 60))


def test_the_index_of_a_server_is_compared_again_whatever_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(api, "PUBLISH_EVERY", 0.05)

    async def compare() -> None:
        asyncio.get_running_loop().set_default_executor(NoThreads())
        async with api._comparing(Remote("http://127.0.0.1:9/", tmp_path / "kept")):
            await until(lambda: "http://127.0.0.1:9/" in caplog.text)

    asyncio.run(asyncio.wait_for(compare(), 60))
    assert caplog.text.count("can't start new thread") == 3


def _written(store: Path) -> bool:
    with open_reader(store) as reader:
        return bool(reader.select("SELECT ?x { ?x <a:b> 1 }"))


def test_a_write_whose_process_is_killed_at_its_start_is_made_by_the_next(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "python"
    program.write_text(
        f'#!/bin/sh\n[ -e {tmp_path}/was ] || {{ touch {tmp_path}/was; kill -9 $$; }}\nexec {sys.executable} "$@"'
    )
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))

    async def write() -> None:
        writer = Writer(Settings(store=store))
        writer.start()
        await writer.update(UPDATE)
        await writer.close()
        assert writer.killed == 1

    asyncio.run(asyncio.wait_for(write(), 60))
    assert _written(store)


def test_a_write_that_no_process_can_make_is_refused_and_the_next_is_made(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def write() -> None:
        writer = Writer(Settings(store=store))
        writer.start()
        with monkeypatch.context() as without:
            without.setattr(sys, "executable", "/nonexistent")
            with pytest.raises(StopRun, match="can't be started: No such file"):
                await writer.update(UPDATE)
        await writer.update(UPDATE)
        await writer.close()

    asyncio.run(asyncio.wait_for(write(), 60))
    assert _written(store)


def test_a_job_whose_process_does_not_start_waits(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def do() -> None:
        settings = Settings(store=store)
        writer = Writer(settings)
        (store / "uploads").mkdir(exist_ok=True)
        jobs = Jobs(settings, writer)
        writer.start()
        await writer.do(Editor.begin_run)  # its process runs
        monkeypatch.setattr(sys, "executable", "/nonexistent")
        jobs.start()
        try:
            sent = tmp_path / "sent"
            sent.mkdir()
            job = jobs.accept(sent, "articles", 1)
            await until(lambda: (jobs.records.get(job) or pytest.fail("lost")).state not in {"queued", "running"})
            found = jobs.records.get(job)
            assert found
            assert found.state == "waiting"
            assert "can't be started" in (found.error or "")
        finally:
            await jobs.close()
            await writer.close()

    asyncio.run(asyncio.wait_for(do(), 60))
