"""Reads the W3C's tests of SPARQL 1.1: manifests, data, requests, and results that may be compared."""

from __future__ import annotations

from collections.abc import Iterator
from csv import DictReader
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyoxigraph
from pyoxigraph import QueryResultsFormat, RdfFormat
from rdflib import RDF, RDFS, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.compare import isomorphic
from rdflib.namespace import Namespace

SUITE = Path(__file__).parents[3] / "shared" / "w3c-sparql11"

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")

# Outside: another server is needed, another logic is, or a later version of the tests took their place.
_LEFT_OUT = {"service", "entailment", "http-rdf-update"}

QUERIES = {MF.QueryEvaluationTest, MF.CSVResultFormatTest}

# graph name ("" for the default graph) → file
Dataset = dict[str, Path]


@dataclass(frozen=True)
class Case:
    """The entry `name` of a manifest."""

    name: str
    kind: Any
    manifest: Graph
    node: Any

    def one(self, subject: Any, predicate: Any) -> Any:
        """The one object."""
        return self.manifest.value(subject, predicate)

    @property
    def action(self) -> Any:
        """What is done."""
        return self.one(self.node, MF.action)

    def dataset(self, node: Any, space: Namespace) -> Dataset:
        """The data that a node of a manifest names."""
        data = self.one(node, space.data)
        found = {"": path_of(data)} if data else {}
        for each in self.manifest.objects(node, space.graphData):
            file = self.one(each, space.graph) or each
            found[str(self.one(each, RDFS.label) or file)] = path_of(file)
        return found


def cases(folder: str = "*", manifest: str = "manifest.ttl") -> Iterator[Case]:
    """The entries of the manifests, in their order."""
    for path in sorted(SUITE.glob(f"{folder}/{manifest}")):
        if path.parent.name in _LEFT_OUT:
            continue
        graph = Graph().parse(path, publicID=path.as_uri())
        for entries in graph.objects(None, MF.entries):
            for node in Collection(graph, entries):
                name = f"{path.parent.name}/{str(node).rpartition('#')[2]}"
                yield Case(name, graph.value(node, RDF.type), graph, node)


def path_of(iri: Any) -> Path:
    """The file that a manifest names."""
    return Path(str(iri).removeprefix("file://"))


def quads(dataset: Dataset) -> dict[str, str]:
    """Graph name → N-Triples; labels of blank nodes differ between files."""
    found = {}
    for number, (name, path) in enumerate(dataset.items()):
        base = path.as_uri()
        triples = [quad.triple for quad in pyoxigraph.parse(path=path, base_iri=base, without_named_graphs=True)]
        text = (pyoxigraph.serialize(triples, format=RdfFormat.N_TRIPLES) or b"").decode()
        found[name] = text.replace("_:", f"_:f{number}")
    return found


@dataclass(frozen=True)
class Exchange:
    """A request, and what is expected of its answer."""

    method: str
    path: str
    headers: list[tuple[str, str]]
    body: bytes
    statuses: set[str]
    format: str | None
    boolean: bool | None
    expected_body: str | None


def exchanges(case: Case) -> Iterator[Exchange]:
    """The requests of a test of a protocol, in their order."""
    graph = case.manifest
    for node in Collection(graph, case.one(case.action, HT.requests)):
        answer = case.one(node, HT.resp)
        boolean = case.one(answer, MF.expectedBoolean)
        expected = case.one(answer, HT.body)
        yield Exchange(
            method=str(case.one(node, HT.methodName)),
            path=str(case.one(node, HT.absolutePath)),
            headers=list(_headers(case, node)),
            body=_body(case, case.one(node, HT.body)),
            statuses={str(each).rpartition("#")[2] for each in graph.objects(answer, MF.expectedStatus)},
            format=str(case.one(answer, MF.expectedFormat) or "") or None,
            boolean=None if boolean is None else bool(boolean),
            expected_body=str(case.one(expected, CNT.chars)) if expected else None,
        )


def _headers(case: Case, node: Any) -> Iterator[tuple[str, str]]:
    for listed in case.manifest.objects(node, HT.headers):
        for header in Collection(case.manifest, listed):
            yield str(case.one(header, HT.fieldName)), str(case.one(header, HT.fieldValue))


def _body(case: Case, node: Any) -> bytes:
    if node is None:
        return b""
    return str(case.one(node, CNT.chars)).encode(str(case.one(node, CNT.characterEncoding) or "UTF-8"))


def as_graph(answer: bytes, media: str) -> Graph:
    """An answer as a graph, so that answers are compared up to the names of blank nodes; rows count."""
    if media in {"text/turtle", "application/rdf+xml", "application/n-triples"}:
        return Graph().parse(answer, format=media)
    formats = {
        "application/sparql-results+json": QueryResultsFormat.JSON,
        "application/sparql-results+xml": QueryResultsFormat.XML,
        "text/tab-separated-values": QueryResultsFormat.TSV,
    }
    found = pyoxigraph.parse_query_results(answer, formats[media])
    graph = Graph()
    if isinstance(found, pyoxigraph.QueryBoolean):
        graph.add((BNode(), RS.boolean, Literal(bool(found))))
        return graph
    names = [variable.value for variable in found.variables]
    for row in found:
        graph.add((node := BNode(), RDF.type, RS.ResultSolution))
        for name in names:
            if row[name] is not None:
                graph.add((node, RS[name], _term(row[name])))
    return graph


def _term(term: Any) -> Any:
    if isinstance(term, pyoxigraph.NamedNode):
        return URIRef(term.value)
    if isinstance(term, pyoxigraph.BlankNode):
        return BNode(term.value)
    return Literal(term.value, lang=term.language, datatype=None if term.language else URIRef(term.datatype.value))


def rows(csv: str) -> list[dict[str, str]]:
    """The rows of a CSV result, in no order; numbers by their value, a blank node as one."""
    found = [
        {name: "_:" if cell.startswith("_:") else _value(cell) for name, cell in row.items()}
        for row in DictReader(csv.splitlines())
    ]
    return sorted(found, key=lambda row: sorted(row.items()))


def _value(cell: str) -> str:
    try:
        return repr(float(cell))
    except ValueError:
        return cell


def expected_graph(path: Path) -> Graph:
    """The result in a file of the suite, in the form that ``as_graph`` gives."""
    media = {
        ".srx": "application/sparql-results+xml",
        ".srj": "application/sparql-results+json",
        ".tsv": "text/tab-separated-values",
        ".ttl": "text/turtle",
        ".rdf": "application/rdf+xml",
    }[path.suffix]
    graph = Graph().parse(path, publicID=path.as_uri()) if path.suffix in {".ttl", ".rdf"} else None
    if graph is None:
        return as_graph(path.read_bytes(), media)
    sets = list(graph.subjects(RDF.type, RS.ResultSet))
    return _solutions(graph, sets[0]) if sets else graph


def _solutions(graph: Graph, node: Any) -> Graph:
    made = Graph()
    for solution in graph.objects(node, RS.solution):
        made.add((row := BNode(), RDF.type, RS.ResultSolution))
        for binding in graph.objects(solution, RS.binding):
            made.add((row, RS[str(graph.value(binding, RS.variable))], graph.value(binding, RS.value)))
    return made


def same(one: Graph, other: Graph) -> bool:
    """Whether they are alike but for the names of blank nodes and for how numbers are written: 2.0 is 2.00."""
    return len(one) == len(other) and isomorphic(_plain(one), _plain(other))


def _plain(graph: Graph) -> Graph:
    made = Graph()
    for subject, predicate, value in graph:
        made.add((subject, predicate, _number(value) if isinstance(value, Literal) else value))
    return made


def _number(literal: Literal) -> Literal:
    if literal.datatype in {XSD.double, XSD.float}:
        return Literal(repr(float(literal)), datatype=XSD.string)
    if literal.datatype in {XSD.decimal, XSD.integer, XSD.negativeInteger}:
        kind = XSD.decimal if literal.datatype == XSD.decimal else XSD.integer
        return Literal(f"{Decimal(str(literal)).normalize():f}", datatype=kind, normalize=False)
    return literal
