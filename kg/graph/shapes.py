"""Validation of graphs against ``ontology/shapes.ttl``, each graph by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import pyshacl
from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse
from pyoxigraph import Literal as OxLiteral
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import SH
from rdflib.term import Identifier, Node

from kg.resources import folder
from kg.vocabulary import PREFIXES, XSD


@dataclass(frozen=True, slots=True)
class Violation:
    """`node` breaks the rule of `shape` for `path` (None: the rule for the node itself), as `message` says."""

    node: str
    shape: str
    path: str | None
    message: str

    def __str__(self) -> str:
        return " ".join(part for part in (self.node, self.shape, self.path, self.message) if part)


@dataclass(frozen=True, slots=True)
class Report:
    """The graph `name` of so many quads conforms, or the violations say why it doesn't; these are sorted."""

    name: str
    quads: int
    violations: tuple[Violation, ...] = ()

    @property
    def conforms(self) -> bool:
        return not self.violations


def validate(quads: bytes | Iterable[Quad], *, name: str) -> Report:
    """Validates one graph: an article's, the reference graph or the graph of runs.

    A graph of 2,000 quads takes about a quarter of a second.

    Args:
        quads: of one graph, as N-Quads or as pyoxigraph gives them.
        name: of the graph, for the report.
    """
    graph = _graph(quads)
    _, results, _ = pyshacl.validate(graph, shacl_graph=_shapes())
    if not isinstance(results, Graph):
        raise TypeError(f"pyshacl gave no report on {name}: {results!r}")
    violations = sorted({_violation(results, result) for result in results.subjects(SH.resultMessage)}, key=str)
    return Report(name, len(graph), tuple(violations))


@cache
def _shapes() -> Graph:
    return Graph().parse(folder("ontology") / "shapes.ttl", format="turtle")


def _graph(quads: bytes | Iterable[Quad]) -> Graph:
    graph = Graph()
    for quad in parse(quads, format=RdfFormat.N_QUADS) if isinstance(quads, bytes) else quads:
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


def _term(term: object) -> Identifier:
    match term:
        case NamedNode():
            return URIRef(term.value)
        case OxLiteral():
            # A plain literal and one of xsd:string are the same in RDF 1.1, but not to rdflib: sh:in would miss it.
            plain = term.language or term.datatype.value == XSD.string
            return Literal(term.value, lang=term.language, datatype=None if plain else URIRef(term.datatype.value))
        case BlankNode():
            return BNode(term.value)
        case _:
            raise TypeError(f"{term!r} is no term of a graph that Rapporteur writes")


def _violation(results: Graph, result: Node) -> Violation:
    path = results.value(result, SH.resultPath)
    message = str(results.value(result, SH.resultMessage))
    value = results.value(result, SH.value)
    if value is not None and str(value) not in message:
        message += f" (found {_short(value)})"
    return Violation(
        node=str(results.value(result, SH.focusNode)),
        shape=_shape_name(results.value(result, SH.sourceShape)),
        path=_short(path) if isinstance(path, URIRef) else None,
        message=message,
    )


def _shape_name(shape: Node | None) -> str:
    """Name of the shape of a class that the rule stands in: "Statement"."""
    shapes = _shapes()
    seen = {shape}
    while isinstance(shape, BNode) and (owner := next(shapes.subjects(None, shape), None)) not in seen:
        shape = owner
        seen.add(shape)
    return str(shape).rpartition("#")[2]


def _short(term: Node) -> str:
    for prefix, namespace in PREFIXES.items():
        if str(term).startswith(namespace):
            return f"{prefix}:{str(term).removeprefix(namespace)}"
    return f"“{term}”" if isinstance(term, Literal) else str(term)
