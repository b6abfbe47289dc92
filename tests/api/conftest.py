"""A real server on a free port of the loopback, over the sample articles."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import httpx
import pytest

from kg.graph.store import Store
from tests.query.conftest import first, second, stored

TOKEN = "a-token-for-tests"


@contextmanager
def serving(folder: Path | str, **settings: object) -> Iterator[httpx.Client]:
    """`kg serve` in a process of its own; the client asks it. It ends by SIGTERM, and must end well."""
    with tempfile.TemporaryFile() as said, logging_to(said, folder, **settings) as client:
        yield client


@contextmanager
def logging_to(said: IO[bytes], folder: Path | str, **settings: object) -> Iterator[httpx.Client]:
    """The same, where what the server says goes to a file: one that nobody reads from a pipe would stop some time."""
    chosen = {"token": TOKEN, "readers": 2, "request_rate": 10_000, **settings}
    given = {f"KG_{name.upper()}": str(value) for name, value in chosen.items() if value is not None}
    command = [sys.executable, "-c", "from kg.cli import main; main()", "serve", "--store", str(folder), "--port", "0"]
    with subprocess.Popen(command, env={**os.environ, **given}, stderr=said) as process:
        try:
            with httpx.Client(base_url=address(process, said), timeout=30) as client:
                yield client
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=30)
    assert process.returncode == 0


def address(process: subprocess.Popen[bytes], said: IO[bytes]) -> str:
    """The address that a server tells when it has started."""
    while process.poll() is None:
        # pread: the file's offset is the server's too.
        if found := re.search(rb" at (http://[\w.:\[\]]+)", os.pread(said.fileno(), 10_000, 0)):
            return found[1].decode()
        time.sleep(0.05)
    raise AssertionError(f"the server did not start: {os.pread(said.fileno(), 10_000, 0).decode()}")


@pytest.fixture(scope="session")
def client(demo: Path) -> Iterator[httpx.Client]:
    """Asks a server over the sample articles, for tests that only read it."""
    with serving(demo) as asking:
        yield asking


@pytest.fixture(scope="session")
def two_articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the two articles, made by hand, of the tests of `kg.query`: made in no time."""
    folder = tmp_path_factory.mktemp("two") / "store"
    with Store.create_or_open(folder) as store:
        store.replace_articles([stored(store, first()), stored(store, second())])
    return folder


@pytest.fixture(scope="session")
def small(two_articles: Path) -> Iterator[httpx.Client]:
    """Asks a server over those, where a query may take two seconds."""
    with serving(two_articles, request_time=2, body_time=2) as asking:
        yield asking


@pytest.fixture(scope="session")
def writer_headers() -> dict[str, str]:
    """What a request that writes sends."""
    return {"Authorization": f"Bearer {TOKEN}"}
