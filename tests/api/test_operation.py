"""The server starts, says that it is well, and stops."""

from __future__ import annotations

import shutil
import signal
import threading
from pathlib import Path

import httpx

from kg.graph.folder import Layout
from kg.graph.reader import open_reader
from tests.api.conftest import serving
from tests.api.killing import children, eventually, started

# Eight million rows to count, which takes seconds.
_MANY = " ".join(f"VALUES ?{name} {{ {' '.join(map(str, range(200)))} }}" for name in "xyz")
_COUNT = f"SELECT (COUNT(*) AS ?n) {{ {_MANY} }}"


def test_a_server_says_what_it_serves(client: httpx.Client) -> None:
    answer = client.get("/health")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"
    assert int(answer.json()["snapshot"]) >= 1


def test_it_starts_with_an_empty_store_and_stops_cleanly(tmp_path: Path) -> None:
    with serving(tmp_path / "new") as client:
        assert client.get("/health").json()["status"] == "ok"
        assert client.get("/nothing").headers["content-type"] == "application/problem+json"


def test_what_was_asked_before_it_stops_is_answered_and_the_store_closed(tmp_path: Path, two_articles: Path) -> None:
    store = Path(shutil.copytree(two_articles, tmp_path / "store"))
    found: dict[str, httpx.Response] = {}
    with started(store) as (client, server):

        def ask(kind: str, text: str) -> threading.Thread:
            def answered() -> None:
                found[kind] = client.post("/sparql", data={kind: text})

            thread = threading.Thread(target=answered)
            thread.start()
            return thread

        asked = [
            ask("query", _COUNT),
            ask("update", f"INSERT {{ GRAPH <a:counted> {{ <a:a> <a:b> ?n }} }} WHERE {{ {_COUNT} }}"),
        ]
        busy = 'rapporteur_processes_busy{pool="sparql"} 1'
        assert eventually(lambda: busy in client.get("/metrics").text and bool(children(server.pid, "kg.writing")))
        assert not found
        server.send_signal(signal.SIGTERM)
        assert server.wait(timeout=60) == 0
        for thread in asked:
            thread.join()
    assert found["query"].status_code == 200
    assert found["query"].json()["results"]["bindings"][0]["n"]["value"] == "8000000"
    assert found["update"].status_code == 204
    assert not Layout(store).changed.exists()
    with open_reader(store) as reader:
        assert reader.select("SELECT ?n { GRAPH <a:counted> { ?s ?p ?n } }") == [{"n": "8000000"}]
