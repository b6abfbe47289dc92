"""A store on a SPARQL server: the same answers, credentials that stay where they belong, what is said of trouble."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest
from pyoxigraph import NamedNode

from kg.errors import StopRun, TimedOut, UsageError
from kg.export import format_named
from kg.graph import http
from kg.graph.access import folder_of, reading, writing
from kg.graph.rdf import article_quads
from kg.graph.remote import RemoteGraph
from kg.graph.store import Store, StoredArticle
from kg.ids import DEFAULT_BASE, Iris
from kg.model import Extraction
from kg.place import Place, Remote
from kg.query.info import info
from kg.query.meetings import meetings
from kg.query.neighbours import neighbours
from kg.query.paths import paths
from kg.query.search import search
from kg.query.sparql import run_query, table
from kg.query.statements import statements

_GRAPH = NamedNode(f"{DEFAULT_BASE}article/0123456789abcdef")


def stored(extraction: Extraction) -> StoredArticle:
    quads = article_quads(extraction, run="r", digest="d", iris=Iris())
    return StoredArticle(extraction.article.id, "d", quads)


@pytest.fixture
def remote(start: Callable[[str], Any], tmp_path: Path) -> Remote:
    """Oxigraph's server, empty."""
    made = start("oxigraph").clean(tmp_path)
    assert isinstance(made, Remote)
    return made


# --- the same answers ---


def test_questions_have_the_same_answers_wherever_the_store_is(rich: Extraction, place: Place | None) -> None:
    with Store.memory() as memory:
        memory.replace_articles([stored(rich)])
        expected = _answers(memory)
    if place is None:
        return
    with writing(place) as store:
        store.replace_articles([stored(rich)])
    with reading(place) as reader:
        assert _answers(reader) == expected


def _answers(reader: Any) -> dict[str, object]:
    found = info(reader)
    graph = run_query(reader, f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {_GRAPH} {{ ?s ?p ?o }} }}")
    return {
        "info": (found.articles, found.quads, found.findings, found.entities, found.first, found.publishers),
        "statements": [asdict(row) for row in statements(reader)],
        "about": [row.id for row in statements(reader, about="Tomas Brenk", act="accuse", since="2031")],
        "meetings": [asdict(row) for row in meetings(reader, participant="Mara Ellingsen")],
        "neighbours": asdict(neighbours(reader, "person/mara-ellingsen", depth=2)),
        "paths": [asdict(row) for row in paths(reader, "Mara Ellingsen", "Denmark")],
        "search": asdict(search(reader, "geneva")),
        "rows": table(reader, "SELECT ?act (COUNT(*) AS ?n) { ?s rap:act ?act } GROUP BY ?act ORDER BY ?act").rows,
        "asked": table(reader, "ASK { ?s a rap:Meeting }").rows + table(reader, "ASK { ?s a rap:Nothing }").rows,
        "graph": sorted(graph.splitlines()),
    }


def test_an_export_loaded_by_the_servers_own_loader_is_a_store(
    rich: Extraction, start: Callable[[str], Any], tmp_path: Path
) -> None:
    server = start("virtuoso")
    remote = server.clean(tmp_path / "kept")
    with Store.memory() as memory, (server.folder / "all.nq").open("wb") as file:
        memory.replace_articles([stored(rich)])
        format_named("nquads").write(memory, file)
        expected = [asdict(row) for row in statements(memory)]
    server.load("all.nq")
    with reading(remote) as reader:
        assert [asdict(row) for row in statements(reader)] == expected


# --- who may what ---


def test_a_wrong_password_is_told_and_changes_nothing(
    rich: Extraction, start: Callable[[str], Any], tmp_path: Path
) -> None:
    remote = start("virtuoso").clean(tmp_path)
    with (
        pytest.raises(StopRun, match="refuses the credentials: set KG_STORE_USER and KG_STORE_PASSWORD") as caught,
        writing(replace(remote, password="a guess")) as store,
    ):
        store.replace_articles([stored(rich)])
    assert "a guess" not in str(caught.value)
    assert "a guess" not in repr(replace(remote, password="a guess"))
    with pytest.raises(StopRun, match="has no articles"):
        reading(remote)


def test_without_an_address_for_writing_nothing_is_written(rich: Extraction, remote: Remote) -> None:
    with pytest.raises(UsageError, match="set KG_STORE_GRAPHS"), writing(replace(remote, graphs=None)) as store:
        store.replace_articles([stored(rich)])
    with pytest.raises(UsageError, match="set KG_STORE_UPDATE"):
        RemoteGraph(replace(remote, update=None), DEFAULT_BASE).update("CLEAR ALL")


def test_a_server_that_hides_graphs_from_queries_is_refused(rich: Extraction, remote: Remote) -> None:
    with writing(remote) as store:
        store.replace_articles([stored(rich)])
    with pytest.raises(StopRun, match="make its default graph the union of all graphs"):
        reading(replace(remote, query=remote.query.partition("?")[0]))


def test_another_base_is_refused(rich: Extraction, remote: Remote) -> None:
    with writing(remote) as store:
        store.replace_articles([stored(rich)])
    with pytest.raises(StopRun, match=r"lie under http://localhost:8000/, not https://example.org/"):
        writing(remote, base="https://example.org/")


def test_two_builds_of_one_machine_do_not_meet(remote: Remote) -> None:
    with writing(remote), pytest.raises(StopRun, match="being written by process"):
        writing(remote)


def test_what_needs_a_folder_says_so(remote: Remote) -> None:
    with pytest.raises(UsageError, match="A backup needs a store in a folder, and http"):
        folder_of(remote, "A backup")


def test_updates_are_the_servers(rich: Extraction, remote: Remote) -> None:
    with writing(remote) as store:
        store.replace_articles([stored(rich)])
        store.graph.update(f"CLEAR GRAPH {_GRAPH}")
        assert store.counts().quads == 0
        with pytest.raises(StopRun, match="answers 400"):
            store.graph.update("CLEAR EVERYTHING")


# --- in trouble ---


class _Handler(BaseHTTPRequestHandler):
    """Answers as the server's `script` says: a status, headers, seconds to wait."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.seen.append((dict(self.headers), body))  # type: ignore[attr-defined]
        script = self.server.script  # type: ignore[attr-defined]
        status, headers, wait = script.pop(0) if len(script) > 1 else script[0]
        time.sleep(wait)
        answer = b'<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head/><boolean>true</boolean></sparql>'
        self.send_response(status)
        for name, value in {"Content-Length": str(len(answer)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer)

    do_PUT = do_POST  # noqa: N815  # as http.server calls it

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@contextmanager
def acting(*script: tuple[int, dict[str, str], float]) -> Iterator[tuple[Remote, list[tuple[dict[str, str], bytes]]]]:
    """A server that answers so, one after the other, and what it has seen."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        server.script, server.seen = list(script), []  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}).start()
        address = f"http://127.0.0.1:{server.server_port}/sparql"
        try:
            yield Remote(address, Path(), graphs=address, update=address, user="me", password="secret"), server.seen  # type: ignore[attr-defined]
        finally:
            server.shutdown()


@pytest.fixture
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "_PAUSES", (0.0, 0.0))


@pytest.mark.usefixtures("no_pauses")
def test_questions_and_whole_graphs_are_sent_again_where_the_server_was_away() -> None:
    with acting((503, {}, 0), (502, {}, 0), (200, {}, 0)) as (remote, seen):
        assert RemoteGraph(remote, "").query("ASK {}")
    assert len(seen) == 3
    with acting((503, {}, 0), (204, {}, 0)) as (remote, seen):
        RemoteGraph(remote, "").put(_GRAPH, b"<http://a.example/> <http://a.example/> <http://a.example/> .\n")
    assert len(seen) == 2


@pytest.mark.usefixtures("no_pauses")
def test_an_update_is_sent_once() -> None:
    with acting((503, {}, 0), (200, {}, 0)) as (remote, seen), pytest.raises(StopRun, match="answers 503"):
        RemoteGraph(remote, "").update("INSERT DATA { [] a [] }")
    assert len(seen) == 1


@pytest.mark.usefixtures("no_pauses")
def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(StopRun, match=r"http://127.0.0.1:9/sparql can't be reached: .*; is the server running\?"):
        RemoteGraph(Remote("http://127.0.0.1:9/sparql", Path()), "").query("ASK {}")


def test_a_question_ends_with_its_time() -> None:
    with acting((200, {}, 1.0)) as (remote, seen), pytest.raises(TimedOut, match=r"took longer than 0.2 seconds"):
        RemoteGraph(replace(remote, time_limit=0.2), "").query("ASK {}")
    assert len(seen) == 1


def test_credentials_are_sent_where_they_are_asked_for_alone() -> None:
    with acting((200, {}, 0)) as (remote, seen):
        RemoteGraph(remote, "").query("ASK {}")
    assert "Authorization" not in seen[0][0]
    with acting((401, {"WWW-Authenticate": 'Basic realm="x"'}, 0), (200, {}, 0)) as (remote, seen):
        graph = RemoteGraph(remote, "")
        graph.query("ASK {}")
        graph.query("ASK {}")
    assert [headers.get("Authorization", "").partition(" ")[0] for headers, _ in seen] == ["", "Basic", "Basic"]
    with (
        acting((307, {"Location": "http://elsewhere/"}, 0)) as (remote, seen),
        pytest.raises(StopRun, match="has moved to http://elsewhere/"),
    ):
        RemoteGraph(remote, "").query("ASK {}")
    assert len(seen) == 1


@pytest.mark.parametrize(
    ("address", "private"),
    [
        ("https://sparql.example/", True),
        ("http://127.0.0.1:8890/sparql", True),
        ("http://localhost/", True),
        ("http://[::1]/", True),
        ("http://sparql.example/", False),
        ("http://10.0.0.1/", False),
    ],
)
def test_a_password_does_not_cross_a_network_in_the_clear(address: str, private: bool) -> None:
    credentials = http._Credentials("me", "secret")
    flow = credentials.auth_flow(httpx.Request("GET", address))
    assert "Authorization" not in next(flow).headers
    refusal = httpx.Response(401, headers={"WWW-Authenticate": "Basic"})
    if private:
        assert flow.send(refusal).headers["Authorization"].startswith("Basic ")
    else:
        with pytest.raises(StopRun, match="would cross the network in the clear: use an https address"):
            flow.send(refusal)


def test_half_an_answer_is_none() -> None:
    with (
        acting((200, {"X-SPARQL-MaxRows": "10000"}, 0)) as (remote, _),
        pytest.raises(StopRun, match="gives the first 10000 rows of an answer only: raise ResultSetMaxRows"),
    ):
        RemoteGraph(remote, "").query("SELECT * { ?s ?p ?o }")


def test_malformed_queries_are_shown_where_they_are_wrong(rich: Extraction, remote: Remote) -> None:
    with writing(remote) as store:
        store.replace_articles([stored(rich)])
    with reading(remote) as reader, pytest.raises(UsageError, match="malformed at line 2, column 4"):
        table(reader, "SELECT * {\n} }")
