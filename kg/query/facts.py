"""Properties of a set of nodes and of what they lead to: what rows are assembled from.

Of a store on this machine they are read off node by node, of one on a SPARQL server in one query: as a query, Oxigraph
takes three times as long.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import pyoxigraph
from pyoxigraph import NamedNode

from kg.graph.reader import Reader
from kg.graph.terms import text
from kg.query.edges import sources_of
from kg.query.rows import Excerpt, Named, Source, When
from kg.vocabulary import OA, RAP, RDF, RDFS

# Nobody asks for these, and they are a third of all.
_LEFT_OUT = (RDF.type, OA.hasSource, OA.hasBody, RAP.inArticle)
# A query for 500 nodes is some 100 kB long, far from any limit, and the answer some 20,000 rows.
_CHUNK = 500


#: A property path: sequences of properties, any of which may be followed.
Path = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A node and the article whose graph it was found in (both IRIs)."""

    article: str
    node: str


class Facts:
    """What the articles' graphs say of some nodes.

    Args:
        reader: the store.
        found: the nodes asked for.
        paths: from them to further nodes; all of their properties are fetched too.
        entities: paths to entities; their labels are fetched.
    """

    def __init__(
        self, reader: Reader, found: Sequence[Found], *, paths: Sequence[Path], entities: Sequence[Path]
    ) -> None:
        self._iris = reader.iris
        self._objects: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        self._nodes: set[tuple[str, str]] = set()
        articles = sorted({one.article for one in found})
        # From the index, which had to know them for the nodes to be found: in the graph each is five searches more.
        sources = sources_of(reader, [reader.iris.article_of(article) for article in articles])
        self._sources = dict(zip(articles, sources, strict=True))
        for article, node, predicate, value in _facts(reader, found, paths, entities):
            self._objects[article, node, predicate].append(value)
            self._nodes.add((article, node))

    def known(self, found: Found) -> bool:
        """Something is said of the node: the index may be ahead of the graph that is open."""
        return (found.article, found.node) in self._nodes

    def all(self, found: Found, predicate: str) -> list[str]:
        """All values, sorted."""
        return sorted(self._objects.get((found.article, found.node, predicate), ()))

    def get(self, found: Found, predicate: str) -> str | None:
        """The value; the first where there are several."""
        values = self.all(found, predicate)
        return values[0] if values else None

    def to(self, found: Found, predicate: str) -> Iterator[Found]:
        """The nodes that the property leads to; "…-participant-10" after "…-participant-2"."""
        for node in sorted(self.all(found, predicate), key=lambda node: (len(node), node)):
            yield Found(found.article, node)

    def named(self, found: Found, predicate: str) -> tuple[Named, ...]:
        """The entities that the property leads to, by the names that this article has for them."""
        return tuple(
            Named(id_ := self._iris.entity_of(to.node), self.get(to, RDFS.label) or id_)
            for to in self.to(found, predicate)
        )

    def excerpts(self, found: Found, predicate: str) -> tuple[Excerpt, ...]:
        """The excerpts that the property leads to, in text order."""
        made = (
            Excerpt(int(self.get(to, OA.start) or 0), int(self.get(to, OA.end) or 0), self.get(to, OA.exact) or "")
            for to in self.to(found, predicate)
        )
        return tuple(sorted(made, key=lambda excerpt: (excerpt.start, excerpt.end)))

    def excerpt(self, found: Found, predicate: str) -> Excerpt | None:
        """The first excerpt that the property leads to."""
        return next(iter(self.excerpts(found, predicate)), None)

    def when(self, found: Found) -> When | None:
        """The event's own time."""
        begin = self.get(found, RAP.begin)
        if begin is None:
            return None
        rest = (self.get(found, term) or "" for term in (RAP.timeValue, RAP.granularity, RAP.timeText))
        return When(begin, self.get(found, RAP.end) or begin, *rest)

    def source(self, found: Found) -> Source:
        """The article."""
        return self._sources[found.article]

    def local_id(self, found: Found) -> str:
        """Id of the node within its article."""
        return found.node.removeprefix(f"{found.article}#")


def _facts(
    reader: Reader, found: Iterable[Found], paths: Sequence[Path], entities: Sequence[Path]
) -> Iterator[tuple[str, str, str, str]]:
    """What the articles say: article, node, property and value, each once."""
    if isinstance(reader.graph, pyoxigraph.Store):
        yield from _Walk(reader.graph).facts(found, paths, entities)
        return
    rest = iter(found)
    while chunk := list(islice(rest, _CHUNK)):
        for row in reader.select(_query(chunk, paths, entities)):
            yield row["g"], row["s"], row["p"], row["o"]


class _Walk:
    """Reads a store node by node, each once."""

    def __init__(self, graph: pyoxigraph.Store) -> None:
        self._graph = graph
        self._known: dict[tuple[str, str], dict[str, list[str]]] = {}

    def facts(
        self, found: Iterable[Found], paths: Sequence[Path], entities: Sequence[Path]
    ) -> Iterator[tuple[str, str, str, str]]:
        whole: dict[tuple[str, str], None] = {}
        labels: dict[tuple[str, str], None] = {}
        for one in found:
            whole[one.article, one.node] = None
            whole |= dict.fromkeys((one.article, to) for path in paths for to in self._ends(one, path))
            labels |= dict.fromkeys((one.article, to) for path in entities for to in self._ends(one, path))
        for article, node in whole:
            for predicate, values in self._all(article, node).items():
                if predicate not in _LEFT_OUT:
                    yield from ((article, node, predicate, value) for value in values)
        for article, node in labels:
            if (article, node) not in whole:
                for value in self._values(article, node, RDFS.label):
                    yield article, node, RDFS.label, value

    def _ends(self, start: Found, path: Path) -> list[str]:
        return [end for steps in path for end in self._end(start, steps)]

    def _end(self, start: Found, steps: Sequence[str]) -> list[str]:
        here = [start.node]
        for step in steps:
            here = [to for node in here for to in self._all(start.article, node).get(step, ())]
        return here

    def _all(self, article: str, node: str) -> dict[str, list[str]]:
        known = self._known.get((article, node))
        if known is None:
            known = self._known[article, node] = {}
            for quad in self._quads(article, node, None):
                known.setdefault(quad.predicate.value, []).append(text(quad.object))
        return known

    def _values(self, article: str, node: str, predicate: str) -> list[str]:
        return [text(quad.object) for quad in self._quads(article, node, NamedNode(predicate))]

    def _quads(self, article: str, node: str, predicate: NamedNode | None) -> Iterable[pyoxigraph.Quad]:
        if node.startswith("_:"):
            return ()
        try:
            subject = NamedNode(node)
        except ValueError:  # a literal, where a graph that is not ours has one
            return ()
        return self._graph.quads_for_pattern(subject, predicate, None, NamedNode(article))


def _query(chunk: Sequence[Found], paths: Sequence[Path], entities: Sequence[Path]) -> str:
    roots = " ".join(f"({NamedNode(found.article)} {NamedNode(found.node)})" for found in chunk)
    # The roots stand in every branch: joined to the union from outside, each branch would be evaluated in full.
    where = f"VALUES (?g ?root) {{ {roots} }} GRAPH ?g"
    label = f"?s <{RDFS.label}> ?o BIND(<{RDFS.label}> AS ?p)"
    asked = f"FILTER(?p NOT IN ({', '.join(f'<{term}>' for term in _LEFT_OUT)}))"
    branches = [
        f"{{ {where} {{ ?root ?p ?o {asked} BIND(?root AS ?s) }} }}",
        *(f"{{ {where} {{ ?root {_written(path)} ?s . ?s ?p ?o {asked} }} }}" for path in paths),
        *(f"{{ {where} {{ ?root {_written(path)} ?s . {label} }} }}" for path in entities),
    ]
    return f"SELECT DISTINCT ?g ?s ?p ?o WHERE {{ {' UNION '.join(branches)} }}"


def _written(path: Path) -> str:
    """The path as SPARQL."""
    return "|".join("/".join(f"<{step}>" for step in steps) for steps in path)
