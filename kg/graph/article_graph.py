"""One article's graph, read by property: what the index takes from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from pyoxigraph import NamedNode

from kg.graph.graph import Graph
from kg.graph.terms import text
from kg.ids import Iris
from kg.vocabulary import OA, RAP, RDF, RDFS, SCHEMA

#: Stands for a day that is not known: sorts behind all days.
UNDATED = "~"
# A text of a million million characters is none.
_DIGITS = 12


class ArticleGraph:
    """The graph of one article; each property is read from the store once.

    Args:
        graph: the store.
        iris: its IRIs.
        article: id of the article.

    Attributes:
        name: of its graph, which is the article's own IRI.
    """

    def __init__(self, graph: Graph, iris: Iris, article: str) -> None:
        self._graph = graph
        self.entity_of = iris.entity_of
        self.name = NamedNode(iris.article(article))
        self._read: dict[str, Mapping[str, list[str]]] = {}

    def all(self, node: str, predicate: str) -> list[str]:
        """All values of a node's property, in no order."""
        return self.pairs(predicate).get(node, [])

    def get(self, node: str, predicate: str) -> str:
        """The first value in sorted order, "" where there is none."""
        return min(self.all(node, predicate), default="")

    def to(self, node: str, predicate: str) -> list[str]:
        """The nodes that the property leads to; "…-participant-10" after "…-participant-2"."""
        return sorted(self.all(node, predicate), key=lambda to: (len(to), to))

    def pairs(self, predicate: str) -> Mapping[str, list[str]]:
        """Values of the property by node."""
        if predicate not in self._read:
            found = defaultdict(list)
            for quad in self._graph.quads_for_pattern(None, NamedNode(predicate), None, self.name):
                found[text(quad.subject)].append(text(quad.object))
            self._read[predicate] = found
        return self._read[predicate]

    def typed(self, kind: str) -> set[str]:
        """The nodes of a class."""
        found = self._graph.quads_for_pattern(None, NamedNode(RDF.type), NamedNode(kind), self.name)
        return {text(quad.subject) for quad in found}

    def entities(self, nodes: Sequence[str], predicate: str) -> list[str]:
        """Ids of what the property leads to from these nodes, each once."""
        return sorted({self.entity_of(to) for node in nodes for to in self.all(node, predicate)})

    def named(self, node: str, predicate: str) -> list[tuple[str, str]]:
        """Ids of what the property leads to, each with the name that this article has for it."""
        found = ((self.entity_of(to), self.get(to, RDFS.label)) for to in self.to(node, predicate))
        return [(id_, label or id_) for id_, label in found]

    def when(self, node: str) -> tuple[str, str]:
        """First and last day of an event: of its own time, else the day of publication."""
        begin, end = day_of(self.get(node, RAP.begin)), day_of(self.get(node, RAP.end))
        if begin != UNDATED:
            return begin, begin if end == UNDATED else max(begin, end)
        published = day_of(self.get(node, RAP.published) or self.get(self.name.value, SCHEMA.datePublished))
        return published, published

    def start(self, node: str, predicate: str) -> int:
        """Where the first of the excerpts begins that the property leads to."""
        return min((_number(at) for to in self.all(node, predicate) for at in self.all(to, OA.start)), default=0)

    def excerpts(self, node: str, predicate: str) -> list[tuple[int, int, str]]:
        """Start, end and words of the excerpts that the property leads to, in text order."""
        return sorted(
            (_number(self.get(to, OA.start)), _number(self.get(to, OA.end)), self.get(to, OA.exact))
            for to in self.all(node, predicate)
        )


def day_of(value: str) -> str:
    """The day of an xsd:date or xsd:dateTime; ``UNDATED`` for anything else, for a graph may hold what it likes."""
    try:
        return date.fromisoformat(value[:10]).isoformat()
    except ValueError:
        return UNDATED


def _number(value: str) -> int:
    """An offset; 0 for what is none."""
    return int(value) if value.isascii() and value.isdecimal() and len(value) <= _DIGITS else 0
