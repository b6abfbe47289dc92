"""Which stored articles depend on what people have decided on who is who, and so change with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import NamedNode

from kg.graph.reader import Reader
from kg.graph.terms import text
from kg.vocabulary import RAP, RDF


def applied(reader: Reader) -> dict[str, tuple[str, ...]]:
    """The decisions that went into each article, sorted; articles without any are left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for quad in reader.graph.quads_for_pattern(None, NamedNode(RAP.decision), None):
        found[reader.iris.article_of(text(quad.graph_name))].append(text(quad.object))
    return {article: tuple(sorted(decisions)) for article, decisions in found.items()}


def speaking_of(reader: Reader, entities: Iterable[str]) -> set[str]:
    """Ids of the articles that speak of one of the entities."""
    graphs = {
        text(quad.graph_name)
        for entity in entities
        for quad in reader.graph.quads_for_pattern(NamedNode(reader.iris.entity(entity)), NamedNode(RDF.type), None)
    }
    prefix = reader.iris.article("")
    return {reader.iris.article_of(graph) for graph in graphs if graph.startswith(prefix)}
