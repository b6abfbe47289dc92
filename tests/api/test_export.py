"""/api/export: the same files as `kg export`, of the same selection."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import httpx
import pytest

from kg.export import FORMATS, format_named
from kg.export.format import Format
from kg.graph.reader import Reader, open_reader
from kg.query.selection import EVERYTHING, Selection
from tests.api.conftest import serving

TYPES = {
    "nquads": "application/n-quads",
    "trig": "application/trig",
    "turtle": "text/turtle; charset=utf-8",
    "jsonld": "application/ld+json",
    "graphml": "application/graphml+xml",
    "gexf": "application/gexf+xml",
    "cytoscape": "application/vnd.cytoscape+json",
    "csv": "application/zip",
    "parquet": "application/zip",
    "ftm": "application/json+ftm",
    "dna": "text/csv; charset=utf-8",
}


@pytest.fixture(scope="module")
def server(two_articles: Path) -> Iterator[httpx.Client]:
    with serving(two_articles, readers=1) as client:
        yield client


@pytest.fixture(scope="module")
def reader(two_articles: Path) -> Iterator[Reader]:
    with open_reader(two_articles) as opened:
        yield opened


def written(reader: Reader, name: str, selection: Selection = EVERYTHING) -> bytes:
    output = BytesIO()
    format_named(name).write(reader, output, selection)
    return output.getvalue()


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
def test_each_format_is_what_the_command_writes(server: httpx.Client, reader: Reader, format: Format) -> None:
    answer = server.get("/api/export", params={"format": format.name}, timeout=120)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == TYPES[format.name]
    assert answer.headers["content-disposition"] == f'attachment; filename="rapporteur{format.suffix}"'
    assert answer.content == written(reader, format.name)


@pytest.mark.parametrize(
    ("asked", "selection"),
    [
        ("since=2017-03", Selection(since="2017-03")),
        ("until=2017-02", Selection(until="2017-02")),
        ("entity=Kask", Selection(actors=("Kask",))),
        ("publisher=Nobody", Selection(publishers=("Nobody",))),
        ("kinds=post", Selection(kinds=("post",))),
        ("local=true", Selection(local=True)),
        ("act=praise&act=deny", Selection(acts=("praise", "deny"))),
        ("stance=negative", Selection(stances=("negative",))),
        ("entity=Kask&around=true", Selection(actors=("Kask",), around=True)),
    ],
)
def test_a_selection_is_that_of_the_command(
    server: httpx.Client, reader: Reader, asked: str, selection: Selection
) -> None:
    answer = server.get(f"/api/export?format=graphml&{asked}")
    assert answer.content == written(reader, "graphml", selection)


def test_a_selection_is_less_than_everything(server: httpx.Client) -> None:
    texts = [server.get(f"/api/export?format=dna{more}").text for more in ("", "&since=2017-03", "&act=deny")]
    everything, recent, denied = ([line.split(";")[6] for line in text.splitlines()[1:]] for text in texts)
    assert everything == ['"accuse"', '"say"', '"deny"', '"praise"']
    assert (recent, denied) == (['"praise"'], ['"deny"'])


@pytest.mark.parametrize(
    "asked", ["", "format=pdf", "format=csv&since=x", "format=csv&entity=Nobody%20At", "format=turtle&since=2017"]
)
def test_what_is_asked_wrongly_is_explained(server: httpx.Client, asked: str) -> None:
    answer = server.get(f"/api/export?{asked}")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert "content-disposition" not in answer.headers
    assert answer.json()["detail"]


def test_an_export_is_no_larger_and_takes_no_longer_than_it_may(two_articles: Path) -> None:
    with serving(two_articles, readers=1, max_answer=2_000, export_time=0.001) as client:
        assert client.get("/api/export?format=csv").status_code == 504
    with serving(two_articles, readers=1, max_answer=2_000) as client:
        answer = client.get("/api/export?format=gexf", timeout=60)
        assert answer.status_code == 413
        assert "2,000 bytes" in answer.json()["detail"]
        assert client.get("/api/export?format=dna").status_code == 200
