"""A server whose processes are killed."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.api.conftest import TOKEN, address

#: How often a test kills at a random moment.
KILLS = int(os.environ.get("RAPPORTEUR_KILLS", "2"))


@contextmanager
def started(folder: Path, **settings: object) -> Iterator[tuple[httpx.Client, subprocess.Popen[bytes]]]:
    """`kg serve` in a process of its own, and a client that may write; killed at the end, if it was not before.

    Where a test fails, what the server said is shown with it.
    """
    chosen = {"token": TOKEN, "readers": 1, "request_rate": 10_000, "workers": 2, "request_time": 60, **settings}
    given = {f"KG_{name.upper()}": str(value) for name, value in chosen.items()}
    command = [sys.executable, "-c", "from kg.cli import main; main()", "serve", "--store", str(folder), "--port", "0"]
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(command, env={**os.environ, **given}, stderr=said) as process,
    ):
        try:
            headers = {"Authorization": f"Bearer {TOKEN}"}
            with httpx.Client(base_url=address(process, said), timeout=60, headers=headers) as client:
                yield client, process
        except BaseException:
            told = os.pread(said.fileno(), 10_000_000, 0).decode().splitlines()
            print(*(line for line in told if '"route"' not in line), sep="\n")
            raise
        finally:
            process.kill()


def eventually(found: Callable[[], bool], seconds: float = 30) -> bool:
    """Whether it becomes true in time."""
    deadline = time.monotonic() + seconds
    while not found():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True


def children(pid: int, module: str = "") -> list[int]:
    """Processes below this one, at any depth, that run this module."""
    found = []
    try:
        # A thread has the children that it has started.
        lists = [(thread / "children").read_text() for thread in Path(f"/proc/{pid}/task").iterdir()]
    except OSError:  # it has ended
        return []
    for child in map(int, " ".join(lists).split()):
        try:
            words = Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if not module or module.encode() in words:
            found.append(child)
        found += children(child, module)
    return found
