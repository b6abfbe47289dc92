"""Exports: the same set of quads comes back, whoever reads them, and the same bytes every time."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from pyoxigraph import RdfFormat

from kg.errors import UsageError
from kg.export import FORMATS, format_named
from kg.export.format import Format
from kg.graph.reader import Reader, open_reader
from kg.graph.store import Store, StoredArticle
from kg.ids import Iris
from kg.query.selection import Selection
from kg.vocabulary import GEO, OA, RAP, RDF, RDFS, SCHEMA, XSD

OF_GRAPHS = {"nquads": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG, "jsonld": RdfFormat.JSON_LD}
RDFLIB = {"nquads": "nquads", "trig": "trig", "jsonld": "json-ld", "turtle": "turtle"}


def graph_of(iris: Iris, name: str) -> bytes:
    graph, excerpt = iris.article(name), iris.span(name, (0, 9))
    place = iris.entity("place/1526273")
    triples = [
        f"<{graph}> <{RDF.type}> <{RAP.Article}>",
        f'<{graph}> <{SCHEMA.headline}> "“Quoted” \\" and\\n@prefix x: <y> .\\nЖ \U0001f30d"',
        f'<{graph}> <{SCHEMA.datePublished}> "2017-02-19"^^<{XSD.date}>',
        f'<{graph}> <{SCHEMA.inLanguage}> "naïve"@en-gb',
        f'<{excerpt}> <{OA.start}> "0"^^<{XSD.integer}>',
        f"<{excerpt}> <{OA.hasSource}> <{graph}>",
        f'<{place}> <{RDFS.label}> "Astana"',
        f'<{place}> <{GEO.lat}> "51.18010"^^<{XSD.decimal}>',
        f"<{place}> <{RDF.type}> <{RAP.Place}>",
        f"_:b{len(name)}{name[0]} <{RDF.type}> <urn:x:{name[0]}>",
    ]
    return "".join(f"{triple} <{graph}> .\n" for triple in triples).encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles, one of them of an awkward name, and a graph that is no article's."""
    with Store.create_or_open(tmp_path / "store") as store:
        for name in ("b", "a", "c d/é"):
            store.replace_articles([StoredArticle(name, name, graph_of(store.iris, name))])
        store.add(b'<urn:x:run> <urn:x:p> "1" <urn:x:runs> .\n<urn:x:s> <urn:x:p> <urn:x:o> .\n')
    return tmp_path / "store"


@pytest.fixture
def reader(folder: Path) -> Iterator[Reader]:
    with open_reader(folder) as opened:
        yield opened


def written(row: Format, reader: Reader) -> bytes:
    output = BytesIO()
    row.write(reader, output)
    return output.getvalue()


def canonical(quads: object) -> pyoxigraph.Dataset:
    dataset = pyoxigraph.Dataset(quads)  # type: ignore[arg-type]
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.UNSTABLE)
    return dataset


@pytest.mark.parametrize("name", sorted(OF_GRAPHS))
def test_pyoxigraph_reads_the_same_quads_back(reader: Reader, name: str) -> None:
    data = written(format_named(name), reader)
    assert canonical(pyoxigraph.parse(data, OF_GRAPHS[name])) == canonical(iter(reader.graph))


def ours(term: object) -> object:
    """A term of rdflib as one of pyoxigraph."""
    if isinstance(term, rdflib.BNode):
        return pyoxigraph.BlankNode(term)
    if isinstance(term, rdflib.Literal):
        datatype = pyoxigraph.NamedNode(term.datatype) if term.datatype else None
        return pyoxigraph.Literal(str(term), language=term.language, datatype=datatype)
    if term is None or term == rdflib.graph.DATASET_DEFAULT_GRAPH_ID:
        return pyoxigraph.DefaultGraph()
    return pyoxigraph.NamedNode(str(term))


# rdflib 7.6 warns of what its own parsers do.
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("name", sorted(OF_GRAPHS))
def test_rdflib_reads_the_same_quads_back(reader: Reader, name: str) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=written(format_named(name), reader), format=RDFLIB[name])
    parsed = [pyoxigraph.Quad(*(ours(term) for term in quad)) for quad in dataset.quads()]  # type: ignore[arg-type]
    assert len(parsed) == len(reader.graph)
    assert canonical(parsed) == canonical(iter(reader.graph))


def test_turtle_holds_all_triples(reader: Reader) -> None:
    data = written(format_named("turtle"), reader)
    triples = {quad.triple for quad in reader.graph if not isinstance(quad.subject, pyoxigraph.BlankNode)}
    read = {
        t.triple for t in pyoxigraph.parse(data, RdfFormat.TURTLE) if not isinstance(t.subject, pyoxigraph.BlankNode)
    }
    assert read == triples
    assert len(rdflib.Graph().parse(data=data, format="turtle")) == len(triples) + 3


def test_the_same_store_gives_the_same_bytes_in_every_process(folder: Path, reader: Reader, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from kg.export import FORMATS\n"
        "from kg.graph.reader import open_reader\n"
        f"with open_reader(Path({str(folder)!r})) as reader:\n"
        "    for row in FORMATS:\n"
        f"        with (Path({str(tmp_path)!r}) / row.name).open('wb') as file: row.write(reader, file)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
    for row in FORMATS:
        assert (tmp_path / row.name).read_bytes() == written(row, reader), row.name


def test_nquads_go_by_graph_and_line(reader: Reader) -> None:
    lines = written(format_named("nquads"), reader).decode().splitlines()
    graphs = [line.split()[-2] for line in lines[1:]]
    assert lines[0] == "<urn:x:s> <urn:x:p> <urn:x:o> ."
    assert graphs == sorted(graphs)
    one = [line for line in lines if "article/a> ." in line]
    assert one == sorted(one)


def test_prefixes_are_used(reader: Reader) -> None:
    for name in ("trig", "turtle"):
        data = written(format_named(name), reader).decode()
        assert data.startswith("@prefix act: <https://w3id.org/rapporteur/act#> .\n")
        assert "rap:Article" in data
    document = json.loads(written(format_named("jsonld"), reader))
    assert document["@context"]["rap"] == "https://w3id.org/rapporteur#"
    nodes = [node for graph in document["@graph"] for node in graph.get("@graph", [])]
    assert ["rap:Article"] in [node.get("@type") for node in nodes]


def test_an_empty_store_gives_empty_files_that_can_be_read() -> None:
    with Store.memory() as store:
        for name, rdf in OF_GRAPHS.items():
            assert list(pyoxigraph.parse(written(format_named(name), store), rdf)) == []


def test_rdf_is_the_whole_store(reader: Reader) -> None:
    for name in RDFLIB:
        with pytest.raises(UsageError, match="is the whole store"):
            format_named(name).write(reader, BytesIO(), Selection(since="2017"))


def test_formats_are_listed_once_and_named() -> None:
    names = [row.name for row in FORMATS]
    assert names == [
        *("nquads", "trig", "turtle", "jsonld", "graphml", "gexf", "cytoscape", "csv", "parquet", "ftm", "dna"),
    ]
    assert len({row.suffix for row in FORMATS}) == len(FORMATS)
    with pytest.raises(UsageError, match="“pdf” is no export format: one of nquads, trig, turtle, jsonld, graphml"):
        format_named("pdf")
