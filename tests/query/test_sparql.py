"""Any SPARQL query, in a process that can be stopped."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pyoxigraph
import pytest

import kg
from kg.errors import StopRun, UsageError
from kg.graph.reader import Reader, open_reader
from kg.graph.store import Store
from kg.query.sparql import FORMATS, run_query, table, write_answer

MEETINGS = "SELECT ?m ?topic { ?m a rap:Meeting OPTIONAL { ?m rap:topic ?topic } } ORDER BY ?m"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made: Path = tmp_path_factory.mktemp("sparql") / "store"
    return made


@pytest.fixture
def reader(folder: Path, store: Store) -> Iterator[Reader]:
    """The same small graph on disk, where queries get a process."""
    if not folder.exists():
        with Store.create_or_open(folder) as made:
            made.add(store.graph.dump(format=pyoxigraph.RdfFormat.N_QUADS) or b"")
    with open_reader(folder) as opened:
        yield opened


def test_rows_come_as_a_table(reader: Reader) -> None:
    found = table(reader, MEETINGS)
    assert found.columns == ("m", "topic")
    assert found.rows == (
        ("http://localhost:8000/article/first#meeting-1", "the delay"),
        ("http://localhost:8000/article/second#meeting-2", None),
    )
    assert table(reader, "ASK { ?m a rap:Meeting }").rows == (("true",),)


def test_memory_and_disk_answer_alike(reader: Reader, store: Store) -> None:
    for query in (MEETINGS, "ASK {}", "CONSTRUCT { ?m a rap:Event } WHERE { ?m a rap:Meeting }"):
        assert table(store, query) == table(reader, query)


def test_a_graph_comes_once_though_several_articles_say_it(reader: Reader) -> None:
    found = table(reader, "CONSTRUCT WHERE { <http://localhost:8000/entity/person/ivo-parn> rdfs:label ?label }")
    assert found.columns == ("subject", "predicate", "object")
    assert [row[2] for row in found.rows] == ["Ivo Pärn"]


@pytest.mark.parametrize("format_", ["json", "csv", "tsv", "xml"])
def test_rows_in_every_format(reader: Reader, format_: str) -> None:
    data = run_query(reader, MEETINGS, format=format_)
    assert b"the delay" in data
    if format_ == "json":
        assert json.loads(data)["results"]["bindings"][0]["topic"] == {"type": "literal", "value": "the delay"}


@pytest.mark.parametrize("format_", ["turtle", "ntriples"])
def test_graphs_in_every_format(reader: Reader, format_: str) -> None:
    rdf = {"turtle": pyoxigraph.RdfFormat.TURTLE, "ntriples": pyoxigraph.RdfFormat.N_TRIPLES}[format_]
    data = run_query(reader, "DESCRIBE <http://localhost:8000/entity/place/588409>", format=format_)
    assert {str(t.object.value) for t in pyoxigraph.parse(data, rdf)} >= {"Tallinn", "59.44"}


def test_the_default_graph_may_be_strict(reader: Reader) -> None:
    assert table(reader, "ASK { ?s ?p ?o }", union=False).rows == (("false",),)
    assert table(reader, "ASK { GRAPH ?g { ?s ?p ?o } }", union=False).rows == (("true",),)


def test_a_query_may_declare_prefixes_of_its_own(reader: Reader) -> None:
    query = "PREFIX rap: <http://other/> PREFIX r: <https://w3id.org/rapporteur#> SELECT ?m { ?m a r:Meeting, rap:X }"
    assert table(reader, query).rows == ()


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT ?s {\n ?s rap:act }", "malformed at line 2, column 13, at “}”"),
        ("SELECT * { ?s foo:x ?o }", "a prefix is not declared"),
        ("SELECT * {", "malformed at line 1, column 11, at the end"),
        ("", "malformed at line 1, column 1"),
        ("SELECT ((" + "(" * 5000 + "1" + ")" * 5000 + ") AS ?x) {}", "nested too deeply"),
        ("SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("select * { service silent ?x { ?s ?p ?o } }", "SERVICE is refused"),
        ("LOAD <http://localhost:1/>", "LOAD changes data"),
        ("PREFIX a: <http://a#> INSERT DATA { a:a a:b a:c }", "INSERT changes data"),
    ],
)
def test_what_is_refused_is_explained_in_a_line(reader: Reader, query: str, said: str) -> None:
    with pytest.raises(UsageError) as raised:
        run_query(reader, query)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service rap:act 'SERVICE' } # SERVICE",
        'SELECT * { ?s rap:service "insert \\" service " ; <http://x/#service> """ service " """ }',
        "SELECT * { ?insert ?p ?o FILTER(?insert = rap:DELETE) }",
    ],
)
def test_words_in_names_strings_and_comments_are_no_keywords(reader: Reader, query: str) -> None:
    assert table(reader, query).rows == ()


def test_a_format_that_does_not_fit_is_refused(reader: Reader) -> None:
    with pytest.raises(UsageError, match="rows can be had as json, csv, tsv, xml, not as turtle"):
        run_query(reader, MEETINGS, format="turtle")
    with pytest.raises(UsageError, match=r"a graph can be had as turtle, ntriples, .*, not as csv"):
        run_query(reader, "CONSTRUCT WHERE { ?s ?p ?o }", format="csv")
    with pytest.raises(UsageError, match=f"one of {', '.join(FORMATS)}"):
        run_query(reader, MEETINGS, format="pdf")


def test_a_query_that_takes_too_long_is_stopped_and_writes_nothing(reader: Reader) -> None:
    output, start = BytesIO(), time.monotonic()
    with pytest.raises(StopRun, match=r"longer than 0\.5 seconds"):
        write_answer(reader, SLOW, output, timeout=0.5)
    assert time.monotonic() - start < 5
    assert output.getvalue() == b""


def test_python_users_open_a_store_and_ask(reader: Reader, folder: Path) -> None:
    with kg.open(folder) as graph:
        assert [row.act for row in graph.statements(about="Turkey")] == ["accuse"]
        assert [row.id for row in graph.meetings(participant="Vance")] == ["meeting-1"]
        assert graph.neighbours("Kask").centre.label == "Mari Kask"
        assert len(graph.paths("Kask", "Turkey")) == 1
        assert graph.entity("Türkiye") == "country/TUR"
        assert [hit.label for hit in graph.search("parn").entities] == ["Ivo Pärn"]
        assert graph.query("ASK {}").rows == (("true",),)
        assert graph.info().articles == 2
        assert len(list(graph.dataset().quads())) == len(reader.graph)
