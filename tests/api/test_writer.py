"""What is written over HTTP: seen when it is answered, whole or not at all, whatever is killed."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from api.pool import Pool
from kg.graph.folder import Layout
from kg.graph.snapshots import numbers
from kg.graph.store import Store
from kg.query.info import info
from kg.query.worker import View
from tests.api.conftest import TOKEN, serving
from tests.api.killing import KILLS, children, eventually, started

UPDATE = {"Content-Type": "application/sparql-update"}
FOUND = {"Accept": "application/sparql-results+json"}
# Nobody waits for the end of either.
CROSS = (
    "INSERT { <a:a> <a:cross> ?x } WHERE { "
    + " ".join(f"?s{n} ?p{n} ?o{n} ." for n in range(9))
    + " BIND(CONCAT(STR(?o1), STR(?o2), STR(?o3), STR(?o4), STR(?o5), STR(?o6)) AS ?x) }"
)
NESTED = f"INSERT {{ <a:a> <a:nested> ?x }} WHERE {{ BIND({'(' * 20_000}1{')' * 20_000} AS ?x) }}"


@pytest.fixture
def store(tmp_path: Path, two_articles: Path) -> Path:
    """A store with two articles, for this test alone."""
    return Path(shutil.copytree(two_articles, tmp_path / "store"))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, two_articles: Path) -> Iterator[httpx.Client]:
    """A server over another, where a write may take five seconds and nest as it likes; who asks may write."""
    store = shutil.copytree(two_articles, tmp_path_factory.mktemp("written") / "store")
    with serving(store, write_time=5, max_depth=100_000, request_time=60) as client:
        client.headers["Authorization"] = f"Bearer {TOKEN}"
        client.timeout = httpx.Timeout(60)
        yield client


def update(server: httpx.Client, text: str) -> httpx.Response:
    """Makes an update."""
    return server.post("/sparql", content=text, headers=UPDATE)


def values(server: httpx.Client, query: str) -> list[str]:
    """What a query finds for ?x."""
    answer = server.get("/sparql", params={"query": query}, headers=FOUND)
    assert answer.status_code == 200, answer.text
    return sorted(row["x"]["value"] for row in answer.json()["results"]["bindings"])


def labels(server: httpx.Client, words: str) -> list[str]:
    """Labels of the entities that the search finds."""
    answer = server.get("/api/entities", params={"q": words})
    return [hit["label"] for hit in answer.json()["items"]]


def test_an_update_is_seen_when_it_is_answered(server: httpx.Client) -> None:
    for number in range(3):
        assert update(server, f"INSERT DATA {{ GRAPH <a:seen> {{ <a:a> <a:b> {number} }} }}").status_code == 204
        found = values(server, "SELECT ?x { GRAPH <a:seen> { <a:a> <a:b> ?x } }")
        assert found == [str(each) for each in range(number + 1)]


def test_what_is_wrong_with_an_update_is_told_and_nothing_of_it_is_made(server: httpx.Client) -> None:
    before = "INSERT DATA { <a:a> <a:wrong> 1 } ; "
    for wrong, reason in (
        ("INSRT", "the update is malformed"),
        ("DROP GRAPH <a:none>", "The graph <a:none> does not exist"),
        ("LOAD <http://127.0.0.1:1/>", "LOAD is refused"),
        ("INSERT { <a:a> <a:b> 1 } WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE is refused"),
    ):
        answer = update(server, before + wrong)
        assert answer.status_code == 400
        assert reason in answer.json()["detail"]
    assert values(server, "SELECT ?x { GRAPH ?g { <a:a> <a:wrong> ?x } }") == []
    assert not server.get("/sparql", params={"query": "ASK { <a:a> <a:wrong> 1 }"}, headers=FOUND).json()["boolean"]


def test_an_update_without_end_is_stopped_and_nothing_of_it_is_made(server: httpx.Client) -> None:
    fill = " ".join(f"<a:{number}> <a:filled> {number} ." for number in range(100))
    assert update(server, f"INSERT DATA {{ {fill} }}").status_code == 204
    answer = update(server, f"INSERT DATA {{ <a:a> <a:cross> 1 }} ; {CROSS}")
    assert answer.status_code == 504, answer.text
    assert "longer than 5 seconds, and nothing of it is written" in answer.json()["detail"]
    assert update(server, "INSERT DATA { <a:a> <a:after> 2 }").status_code == 204
    assert values(server, "SELECT ?x { <a:a> <a:cross>|<a:after> ?x }") == ["2"]


def test_a_nested_update_ends_the_writer_alone(server: httpx.Client) -> None:
    answer = update(server, NESTED)
    assert answer.status_code == 400
    assert "nested too deeply" in answer.json()["detail"]
    assert server.get("/health").status_code == 200
    metrics = dict(line.split(" ") for line in server.get("/metrics").text.splitlines() if line.count(" ") == 1)
    assert int(metrics["rapporteur_writers_killed_total"]) >= 1
    assert int(metrics["rapporteur_writes_waiting"]) == 0
    assert update(server, "INSERT DATA { <a:a> <a:b> 1 }").status_code == 204


def test_a_store_that_others_write_or_move_away_is_told_and_written_when_it_is_back(store: Path) -> None:
    with Store.create_or_open(store), started(store) as (client, _):
        assert client.get("/health").status_code == 200
        answer = update(client, "INSERT DATA { <a:a> <a:b> 1 }")
        assert answer.status_code == 503
        assert f"being written by process {os.getpid()}" in answer.json()["detail"]
    with started(store) as (client, _):
        assert update(client, "INSERT DATA { <a:a> <a:b> 1 }").status_code == 204
        store.rename(store.with_name("away"))
        for answer in (
            update(client, "INSERT DATA { <a:a> <a:b> 2 }"),
            client.put("/graphs?default", content="<a:a> <a:b> 3 .", headers={"Content-Type": "text/turtle"}),
            client.post("/api/articles", json={"text": "Some words."}),
        ):
            assert answer.status_code == 503, answer.text
            assert "is gone: put it back" in answer.json()["detail"]
            assert str(store) not in answer.text
        for path in ("/health", "/api/entities", "/api/entities/country/TUR", "/api/export?format=dna"):
            answer = client.get(path)
            assert answer.status_code == 503, answer.text
            assert "is gone: put it back" in answer.json()["detail"]
            assert str(store) not in answer.text
        assert client.get("/sparql", params={"query": "ASK {}"}).status_code == 503
        assert not store.exists()
        store.with_name("away").rename(store)
        assert update(client, "INSERT DATA { <a:a> <a:b> 4 }").status_code == 204
        assert values(client, "SELECT ?x { <a:a> <a:b> ?x }") == ["1", "4"]


def test_a_snapshot_that_can_not_be_opened_is_told_and_the_next_one_is_served(store: Path) -> None:
    with started(store) as (client, _):
        assert update(client, "INSERT DATA { <a:a> <a:b> 1 }").status_code == 204
        newest = numbers(Layout(store))[-1]
        (store / "snapshots" / f"{newest + 1}.lock").touch()
        broken = shutil.copytree(store / "snapshots" / str(newest), store / "snapshots" / str(newest + 1))
        for file in broken.glob("MANIFEST-*"):
            file.unlink()  # a copy: the other snapshots keep theirs
            file.write_bytes(b"no manifest")
        for answer in (
            client.get("/health"),
            client.get("/api/entities"),
            client.get("/sparql", params={"query": "ASK {}"}),
        ):
            assert answer.status_code == 503, answer.text
            assert "restore it from a backup" in answer.json()["detail"]
            assert str(store) not in answer.text
        assert update(client, "INSERT DATA { <a:a> <a:b> 2 }").status_code == 204
        assert client.get("/health").status_code == 200
        assert values(client, "SELECT ?x { <a:a> <a:b> ?x }") == ["1", "2"]


def test_what_is_searched_follows_updates(server: httpx.Client) -> None:
    rename = "DELETE { GRAPH ?g { ?s ?p 'Orla Vance' } } INSERT { GRAPH ?g { ?s ?p 'Orla Brook' } }"
    assert labels(server, "vance") == ["Orla Vance"]
    assert update(server, f"{rename} WHERE {{ GRAPH ?g {{ ?s ?p 'Orla Vance' }} }}").status_code == 204
    # Which graphs it meets the text does not tell: all are looked through, after the answer.
    assert eventually(lambda: labels(server, "brook") == ["Orla Brook"])
    assert "Orla Vance" not in labels(server, "vance")


def test_what_is_searched_follows_a_graph_that_is_named(server: httpx.Client) -> None:
    (article,) = values(server, "SELECT DISTINCT ?x { GRAPH ?x { ?s ?p 'Orla Brook' } }")
    graph = server.get("/graphs", params={"graph": article}, headers={"Accept": "text/turtle"}).text
    put = server.put(
        "/graphs",
        params={"graph": article},
        content=graph.replace("Orla Brook", "Orla Quill"),
        headers={"Content-Type": "text/turtle"},
    )
    assert put.status_code == 204
    assert labels(server, "quill") == ["Orla Quill"]
    assert update(server, f"DROP GRAPH <{article}>").status_code == 204
    assert "Orla Quill" not in labels(server, "quill")
    assert len(server.get("/api/articles").json()["items"]) == 1


def test_writes_that_come_together_are_all_made(server: httpx.Client) -> None:
    statuses: list[int] = []

    def write(number: int) -> None:
        statuses.append(update(server, f"INSERT DATA {{ <a:a> <a:together> {number} }}").status_code)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [204] * 10
    assert len(values(server, "SELECT ?x { <a:a> <a:together> ?x }")) == 10


class Stream:
    """Updates of two triples each, one after the other, and which of them were acknowledged."""

    def __init__(self) -> None:
        self.sent = 0
        self.acknowledged: set[int] = set()

    def write(self, client: httpx.Client, seconds: float) -> None:
        """Writes for so long, or until nobody answers."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.sent += 1
            triples = f"<a:{self.sent}> <a:one> 1 ; <a:two> 2"
            try:
                answer = update(client, f"INSERT DATA {{ GRAPH <a:g> {{ {triples} }} }}")
            except httpx.TransportError:
                return
            if answer.status_code == 204:
                self.acknowledged.add(self.sent)

    def check(self, client: httpx.Client) -> None:
        """All that was acknowledged is there, and nothing is half there."""
        ones = values(client, "SELECT ?x { GRAPH <a:g> { ?x <a:one> 1 } }")
        assert ones == values(client, "SELECT ?x { GRAPH <a:g> { ?x <a:two> 2 } }")
        assert {f"a:{number}" for number in self.acknowledged} <= set(ones)


def _kill_soon(process: subprocess.Popen[bytes], module: str, chance: random.Random) -> threading.Timer:
    def kill() -> None:
        for pid in children(process.pid, module) if module else [process.pid]:
            os.kill(pid, signal.SIGKILL)

    timer = threading.Timer(chance.uniform(0.2, 2.0), kill)
    timer.start()
    return timer


def test_a_writer_that_is_killed_loses_nothing(store: Path) -> None:
    chance, stream = random.Random(5), Stream()
    with started(store) as (client, process):
        for _ in range(KILLS):
            timer = _kill_soon(process, "kg.writing", chance)
            stream.write(client, 2.5)
            timer.join()
            stream.check(client)
        assert stream.acknowledged
        assert update(client, "INSERT DATA { <a:a> <a:b> 1 }").status_code == 204


def test_processes_that_answer_are_replaced_when_they_are_killed(store: Path) -> None:
    chance = random.Random(7)
    with started(store) as (client, process):
        for _ in range(KILLS):
            for pid in children(process.pid, "kg.query.worker"):
                os.kill(pid, signal.SIGKILL)
            time.sleep(chance.uniform(0, 0.5))
            # Who asked one of those that were killed is told so.
            assert eventually(lambda: client.get("/health").status_code == 200, 60)
            assert values(client, "SELECT ?x { GRAPH ?g { ?x a rap:Article } }")
            assert eventually(lambda: len(children(process.pid, "kg.query.worker")) >= 2, 60)


@pytest.mark.parametrize("program", ["/bin/false", "/nonexistent"])
def test_processes_that_do_not_start_are_started_later(
    store: Path, program: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def ask() -> None:
        pool = Pool(View(store), 2, seconds=60, largest=1 << 20)
        with monkeypatch.context() as without:
            without.setattr(sys, "executable", program)
            starting = asyncio.create_task(pool.start())
            while caplog.text.count("does not start") < 4:
                await asyncio.sleep(0.05)
        await starting
        try:
            while pool.busy:
                await asyncio.sleep(0.05)
            assert (await pool.call(info)).articles == 2
        finally:
            pool.close()

    asyncio.run(asyncio.wait_for(ask(), 60))


def test_a_server_that_is_killed_loses_nothing(store: Path) -> None:
    chance, stream = random.Random(6), Stream()
    for _ in range(KILLS):
        with started(store) as (client, process):
            stream.check(client)
            assert update(client, "INSERT DATA { <a:a> <a:b> 1 }").status_code == 204  # the writer runs
            timer = _kill_soon(process, "", chance)
            stream.write(client, 30)
            timer.join()
    assert stream.acknowledged
    with started(store) as (client, _):
        stream.check(client)


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(b"x" * 4096)


def test_on_a_full_disk_writes_are_refused_and_go_on_when_there_is_room(tmp_path: Path, two_articles: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mounting, capture_output=True, check=False).returncode != 0:
        pytest.skip("only root may mount a small disk")
    try:
        with started(shutil.copytree(two_articles, disk / "store")) as (client, _):
            stream = Stream()
            stream.write(client, 0.5)
            filling = disk / "filling"
            _fill(filling)
            large = "".join(f"<a:{number}> <a:b> '{'x' * 200}' .\n" for number in range(20_000))
            answer = client.put("/graphs?graph=a:large", content=large, headers={"Content-Type": "text/turtle"})
            assert answer.status_code == 503, answer.text
            assert "no space left on the disk" in answer.json()["detail"]
            stream.check(client)
            filling.unlink()
            assert update(client, "INSERT DATA { <a:a> <a:b> 1 }").status_code == 204
            stream.check(client)
            assert client.head("/graphs?graph=a:large").status_code == 404
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)
