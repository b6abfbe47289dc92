"""/api/network over HTTP, on the two articles made by hand."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import httpx
import networkx as nx
import pytest

from tests.api.conftest import serving


@pytest.fixture(scope="module")
def server(two_articles: Path) -> Iterator[httpx.Client]:
    """A process loads the libraries for networks when it is first asked for one."""
    with serving(two_articles, readers=1, request_time=60) as client:
        yield client


def test_the_network_has_its_actors_and_ties(server: httpx.Client) -> None:
    found = server.get("/api/network").json()
    actors = {actor["id"]: actor for actor in found["actors"]}
    assert actors["person/ivo-parn"]["met"] == 1
    assert actors["person/ivo-parn"]["stance"] == 1  # Kask praised him
    assert {(link["source"], link["target"], link["kind"]) for link in found["links"]} >= {
        ("person/mari-kask", "person/ivo-parn", "said_about"),
        ("person/orla-vance", "country/TUR", "said_about"),
        ("person/orla-vance", "person/ivo-parn", "addressed"),
    }
    assert sum(community["size"] for community in found["communities"]) == len(actors)


def test_a_picture_needs_no_measures(server: httpx.Client) -> None:
    whole = server.get("/api/network").json()
    found = server.get("/api/network", params={"measures": False}).json()
    assert found["links"] == whole["links"]
    assert "communities" not in found
    left_out = {"betweenness", "participation", "community"}
    expected = [{name: actor[name] for name in actor if name not in left_out} for actor in whole["actors"]]
    assert found["actors"] == expected


def test_the_lines_of_a_picture_are_the_same_network(server: httpx.Client) -> None:
    whole = server.get("/api/network", params={"measures": False}).json()
    found = server.get("/api/network/lines").json()
    assert found["actors"] == whole["actors"]
    assert {(line["source"], line["target"]) for line in found["lines"]} == {
        (link["source"], link["target"]) for link in whole["links"]
    }
    [accused] = server.get("/api/network/lines", params={"act": "accuse"}).json()["lines"]
    assert (accused["family"], accused["negative"]) == ("said", 1)
    assert accused["parts"] == [{"kind": "said_about", "label": "accuse", "count": 1}]
    few = server.get("/api/network/lines", params={"entity": "Turkey", "around": True, "most": 1}).json()
    assert len(few["lines"]) == 1
    assert server.get("/api/network/lines?most=0").status_code == 422


def test_the_network_is_narrowed(server: httpx.Client) -> None:
    def ties(**asked: object) -> set[tuple[str, str]]:
        found = server.get("/api/network", params=asked).json()  # type: ignore[arg-type]
        return {(link["source"], link["target"]) for link in found["links"]}

    assert ties(since="2017-03") == {("person/mari-kask", "person/ivo-parn")}
    assert ties(entity="Kask") == {("person/mari-kask", "person/ivo-parn")}
    assert ties(kinds="post") == {("person/ivo-parn", "country/EST")}
    assert ties(publisher="Nobody") == set()
    assert ties(act="accuse") == ties(stance="negative") == {("person/orla-vance", "country/TUR")}
    assert ("person/ivo-parn", "country/RUS") not in ties(entity="Vance")
    assert ("person/ivo-parn", "country/RUS") in ties(entity="Vance", around=True)
    assert ties(min_weight=2) == {("person/ivo-parn", "person/orla-vance"), ("person/orla-vance", "person/ivo-parn")}


def test_programs_for_networks_read_the_files(server: httpx.Client) -> None:
    expected = {link["source"] for link in server.get("/api/network").json()["links"]}
    gexf = server.get("/api/network", params={"format": "gexf"})
    assert {
        edge.attrib["source"] for edge in ElementTree.fromstring(gexf.text).iter() if edge.tag.endswith("edge")
    } == (expected)
    graphml = server.get("/api/network", params={"format": "graphml"})
    assert {source for source, _ in nx.parse_graphml(graphml.text).edges()} == expected
    table = server.get("/api/network", params={"format": "csv"})
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert {row["source"] for row in csv.DictReader(io.StringIO(table.text))} == expected


@pytest.mark.parametrize(
    "asked", ["limit=0", "limit=5000", "min_weight=0", "format=pdf", "since=x", "entity=Nobody%20At"]
)
def test_what_is_asked_wrongly_is_explained(server: httpx.Client, asked: str) -> None:
    answer = server.get(f"/api/network?{asked}")
    assert answer.status_code == 422
    assert answer.json()["detail"]
