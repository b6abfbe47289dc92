"""A server over a store that another server keeps: the same answers as over a folder; nothing is written."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest

import api
from kg.config import settings
from kg.graph.access import writing
from kg.place import Remote
from tests.api.conftest import serving
from tests.conftest import Kg
from tests.graph.servers import NAMES, running
from tests.query.conftest import first, second, stored

_ACTS = "SELECT ?act (COUNT(*) AS ?n) { ?s rap:act ?act } GROUP BY ?act ORDER BY ?act"
_LABELS = "CONSTRUCT { ?s rdfs:label ?l } WHERE { GRAPH <http://localhost:8000/article/first> { ?s rdfs:label ?l } }"
_FETCHING = "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"

# One of each kind of answer: what the explorer asks, exports, pages, graphs, and queries, good and bad.
QUESTIONS: tuple[tuple[str, dict[str, str]], ...] = (
    ("/api/overview", {}),
    ("/api/entities", {"q": "parn"}),
    ("/api/entities/person/ivo-parn", {}),
    ("/api/entities/person/ivo-parn/companions", {}),
    ("/api/entities/person/ivo-parn/neighbourhood", {"depth": "2"}),
    ("/api/entities/person/nobody", {}),
    ("/api/paths", {"from": "Orla Vance", "to": "Estonia"}),
    ("/api/statements", {"speaker": "Orla Vance", "about": "Turkey"}),
    ("/api/statements/counts", {"about": "Russia"}),
    ("/api/meetings/counts", {"place": "Geneva"}),
    ("/api/meetings", {"participant": "Ivo Pärn"}),
    ("/api/timeline", {}),
    ("/api/articles", {"q": "geneva"}),
    ("/api/articles/first", {}),
    ("/api/network", {}),
    ("/api/network/lines", {"most": "3"}),
    ("/api/places", {}),
    ("/api/export", {"format": "dna"}),
    ("/api/export", {"format": "nquads"}),
    ("/api/jobs", {}),
    ("/graphs", {"graph": "http://localhost:8000/article/first"}),
    ("/graphs/nothing", {}),
    ("/sparql", {}),
    ("/sparql", {"query": _ACTS}),
    ("/sparql", {"query": "ASK { ?s a rap:Nothing }"}),
    ("/sparql", {"query": _LABELS}),
    ("/sparql", {"query": "SELECT { nothing"}),
    ("/sparql", {"query": "INSERT DATA { <a:a> <a:b> 1 }"}),
    ("/sparql", {"query": _FETCHING}),
    ("/entity/person/ivo-parn", {}),
    ("/article/first", {}),
    ("/", {}),
)


class Asked(NamedTuple):
    """Clients of a server over a folder, and of one over another server with the same articles."""

    folder: httpx.Client
    remote: httpx.Client
    place: Remote


@pytest.fixture(scope="module", params=NAMES)
def asked(
    request: pytest.FixtureRequest, two_articles: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Asked]:
    """Servers over the two articles of the tests of `kg.query`."""
    folder = tmp_path_factory.mktemp(request.param)
    with pytest.MonkeyPatch.context() as patch, running(request.param, folder) as server:
        place = server.remote
        patch.setenv("XDG_DATA_HOME", str(folder / "kept"))
        for name in ("graphs", "user", "password"):
            if value := getattr(place, name):
                patch.setenv(f"KG_STORE_{name.upper()}", value)
        chosen = settings(store=place.query).place
        assert isinstance(chosen, Remote)
        with writing(chosen) as store:
            store.replace_articles([stored(store, first()), stored(store, second())])
        with serving(two_articles, request_rate=10_000) as here, serving(place.query, request_rate=10_000) as there:
            yield Asked(here, there, chosen)


def answered(client: httpx.Client, path: str, given: dict[str, str]) -> tuple[int, str, list[str]]:
    """The status, the type and the lines of an answer; not where the server listens, nor labels of blank nodes."""
    answer = client.get(path, params=given, headers={"Accept": "application/n-triples;q=0.9, */*;q=0.8"})
    text = answer.text.replace(str(client.base_url).rstrip("/"), "")
    lines = re.sub(r"_:\w+", "_:", text).splitlines()
    return answer.status_code, answer.headers["content-type"], sorted(lines)


@pytest.mark.parametrize(("path", "given"), QUESTIONS)
def test_questions_have_the_same_answers_as_over_a_folder(asked: Asked, path: str, given: dict[str, str]) -> None:
    assert answered(asked.remote, path, given) == answered(asked.folder, path, given)


def test_nothing_is_written(asked: Asked, writer_headers: dict[str, str]) -> None:
    update = {"update": "INSERT DATA { GRAPH <http://localhost:8000/graphs/notes> { <a:a> <a:b> 1 } }"}
    article = {"text": "Oslo said nothing.", "published": "2031-03-14"}
    for answer in (
        asked.remote.post("/sparql", data=update, headers=writer_headers),
        asked.remote.put("/graphs/notes", content="<a:a> <a:b> 1 .", headers=writer_headers),
        asked.remote.delete("/graphs/notes", headers=writer_headers),
        asked.remote.post("/api/articles", json=article, headers=writer_headers),
    ):
        assert answer.status_code == 403
        assert "another server keeps the graphs" in answer.json()["detail"]
    assert asked.remote.get("/graphs/notes").status_code == 404


def test_it_tells_how_it_is(asked: Asked, kg: Kg) -> None:
    ran = kg("doctor", "--url", str(asked.remote.base_url), "--format", "json")
    found = {check["name"]: check["detail"] for check in json.loads(ran.out)}
    assert ran.status == 0
    assert "serves what another server keeps" in found["server"]
    assert "the graph has statements" in found["sparql"]
    assert "is refused without a token" in found["writing"]
    assert found["metrics"].startswith("index compared ")


def test_what_others_write_is_seen(asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def titles() -> list[str]:
        return [row["title"] for row in asked.remote.get("/api/articles", params={"q": "harbour"}).json()["items"]]

    def seen(expected: list[str]) -> bool:
        """It is seen as soon as the index is compared, which the server does each minute."""
        os.utime(asked.place.kept / "compared", (0, 0))

        async def wait() -> bool:
            async with api._comparing(asked.place):
                while titles() != expected:
                    await asyncio.sleep(0.05)
            return True

        return asyncio.run(asyncio.wait_for(wait(), 30))

    monkeypatch.setattr(api, "PUBLISH_EVERY", 0.05)
    elsewhere = replace(asked.place, kept=tmp_path)  # another machine's folder
    with writing(elsewhere) as store:
        told = replace(first(), article=replace(first().article, id="third", title="A harbour opens"))
        store.replace_articles([stored(store, told)])
        assert seen(["A harbour opens"])
        store.delete_article("third")
        assert seen([])


def test_a_server_that_is_away_is_told_of_without_its_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "kept"))
    with ExitStack() as stack:
        server = stack.enter_context(running("oxigraph", tmp_path))
        monkeypatch.setenv("KG_STORE_GRAPHS", server.remote.graphs or "")
        place = settings(store=server.remote.query).place
        with writing(place) as store:
            store.replace_articles([stored(store, first())])
        client = stack.enter_context(serving(server.remote.query, request_time=30))
        asked = {"query": "ASK { GRAPH ?g { ?s ?p ?o } }"}
        assert client.get("/sparql", params=asked).status_code == 200
        server.process.kill()
        assert client.get("/api/meetings").status_code == 200  # lists come from the index, which is kept here
        answer = client.get("/sparql", params=asked)
        assert answer.status_code == 503
        assert "the server of the store can't be reached" in answer.json()["detail"]
        assert "127.0.0.1" not in answer.text


def test_a_server_without_articles_is_not_served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "kept"))
    with running("oxigraph", tmp_path) as server:
        command = [sys.executable, "-c", "from kg.cli import main; main()", "serve", "--port", "0"]
        done = subprocess.run([*command, "--store", server.remote.query], capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "has no articles: `kg build PATH` with the same KG_STORE stores some" in done.stderr
