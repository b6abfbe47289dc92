"""Changes of a store that are no builds: SPARQL updates, and single graphs put, merged and deleted.

Each is one transaction. The index holds what articles say, so it has to know which articles a change meets; where the
text of an update does not tell, all are doubted, and looked through bit by bit while there is nothing else to do.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pyoxigraph
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, RdfFormat, Triple

from kg.errors import Unknown, UsageError
from kg.graph.folder import FAULTS, explained
from kg.graph.name_index import REFERENCE
from kg.graph.publish import open_index
from kg.graph.search import SearchIndex
from kg.graph.store import Store
from kg.graph.terms import named
from kg.vocabulary import PREFIXES

#: Formats that one graph may come in, by name.
PAYLOADS: dict[str, RdfFormat] = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}

# A bulk load, the fastest way into a new graph, takes batches of a million in one by one: what is larger comes in one
# transaction, which is slower.
_ONE_BATCH = 900_000
# Articles looked through at a time, 1 ms each: nobody who wants to write waits longer.
_AT_ONCE = 50
# Oxigraph gives these with no class of their own.
_OF_THE_UPDATE = ("does not exist", "already exists")


@dataclass(frozen=True, slots=True)
class Payload:
    """The file `path` holds triples in the format `format` of ``PAYLOADS``; its IRIs are relative to `base`."""

    path: Path
    format: str
    base: str


class Editor(Store):
    """The store as the server's writer has it."""

    # Articles that may have changed, by a change of unknown reach; None where they have not been looked up yet.
    _doubtful: list[str] | None = None

    @property
    def hides(self) -> bool:
        """It has changes that readers do not see yet."""
        return self._changed

    def run(self, update: str, *, reach: set[str] | None, base: str | None = None, fetches: bool = False) -> None:
        """Carries out a SPARQL update, whole or not at all; the prefixes of ``kg.vocabulary`` need not be declared.

        Args:
            update: SPARQL 1.1 Update.
            reach: IRIs of the graphs that it may change, the default graph aside; None where that is not known.
            base: what relative IRIs are relative to.
            fetches: it may load from elsewhere, which may fail.

        Raises:
            UsageError: it is malformed, or a graph that it needs is or is not there.
            StopRun: the disk is full, for one.
        """
        with self._changing(reach):
            try:
                self.graph.update(update, base_iri=base, prefixes=PREFIXES)
            except (SyntaxError, ValueError) as error:
                raise UsageError(f"the update is malformed: {_line(error)}") from error
            except FAULTS as error:
                if fetches or any(words in str(error) for words in _OF_THE_UPDATE):
                    raise UsageError(f"the update can't be done: {_line(error)}") from error
                raise

    def has_graph(self, name: str | None) -> bool:
        """Whether there is a graph of this name; None names the default graph, which is always there."""
        return name is None or self.graph.contains_named_graph(named(name))

    def put_graph(self, name: str | None, payloads: Sequence[Payload]) -> bool:
        """Makes the payloads the whole of a graph; true where it was not there before.

        Raises:
            UsageError: a payload is malformed.
            StopRun: the disk is full, for one.
        """
        existed = self.has_graph(name)
        with explained(self._layout), _triples(payloads) as (path, count), self._changing(_only(name)):
            if existed:
                self.graph.update(self._change_into(name, path))
            else:
                self._load(name, path, count, new=True)
        return not existed

    def merge_graph(self, name: str | None, payloads: Sequence[Payload]) -> bool:
        """Adds the payloads to a graph; true where it was not there before.

        Raises:
            UsageError: a payload is malformed.
            StopRun: the disk is full, for one.
        """
        existed = self.has_graph(name)
        with explained(self._layout), _triples(payloads) as (path, count), self._changing(_only(name)):
            self._load(name, path, count, new=not existed)
        return not existed

    def delete_graph(self, name: str | None) -> None:
        """Removes a graph; of the default graph, all that is in it.

        Raises:
            Unknown: there is none of this name.
        """
        if not self.has_graph(name):
            raise Unknown(f"there is no graph {name}")
        with self._changing(_only(name)):
            self.graph.remove_graph(NamedNode(name) if name else DefaultGraph())

    def look_through(self) -> bool:
        """Brings the index up to date with some of the articles that may have changed; whether there are more."""
        with explained(self._layout):
            if self._doubtful is None:
                self._doubtful = self._opened.outdated(self.graph, self.iris)
            some, self._doubtful = self._doubtful[:_AT_ONCE], self._doubtful[_AT_ONCE:]
            if some:
                self._opened.update(self.graph, self.iris, some)
        return bool(self._doubtful)

    @property
    def _opened(self) -> SearchIndex:
        """The index, be it up to date or not."""
        if self._index is None:
            self._index = open_index(self._layout) if self._layout else SearchIndex(None)
        return self._index

    def _change_into(self, name: str | None, path: Path) -> str:
        """A SPARQL update that makes a file of N-Triples the whole of a graph that is there: one transaction.

        What stays is left alone: in a transaction each change costs the more the more there are (5,000 triples that go
        and come 0.6 s, 20,000 4.8 s), and who sends a graph again has mostly changed little of it.
        """
        graph = NamedNode(name) if name else DefaultGraph()
        before = {quad.triple for quad in self.graph.quads_for_pattern(None, None, None, graph)}
        after = {quad.triple for quad in pyoxigraph.parse(path=path, format=RdfFormat.N_TRIPLES)}
        gone, new = before - after, after - before
        if any(isinstance(term, BlankNode) for triple in gone for term in (triple.subject, triple.object)):
            return _replacement(name, path.read_text(encoding="utf-8"))  # a text can't name blank nodes of the store
        return f"DELETE DATA {_data(name, gone)}; INSERT DATA {_data(name, new)}"

    def _load(self, name: str | None, path: Path, count: int, *, new: bool) -> None:
        graph = NamedNode(name) if name else DefaultGraph()
        if name:
            self.graph.add_graph(NamedNode(name))  # an empty payload makes an empty graph
        load = self.graph.bulk_load if new and count < _ONE_BATCH else self.graph.load
        load(path=path, format=RdfFormat.N_TRIPLES, to_graph=graph)

    @contextmanager
    def _changing(self, graphs: set[str] | None) -> Iterator[None]:
        """A change of these graphs beside the default one; None stands for any."""
        with explained(self._layout):
            if graphs is None:
                # Noted on the disk first: should the writer be killed, the next one goes on.
                self._opened.doubt()
                self._doubtful = None
        start, reference = self.iris.article(""), self.iris.graph("reference")
        met = [self.iris.article_of(graph) for graph in graphs or () if graph.startswith(start)]
        with self._writing(*met, *([REFERENCE] if reference in (graphs or ()) else [])):
            yield


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:300]


def _only(name: str | None) -> set[str]:
    return {name} if name else set()


def _replacement(name: str | None, triples: str) -> str:
    """A SPARQL update that makes N-Triples the whole of a graph: one transaction, unlike clearing and loading."""
    if name is None:
        return f"CLEAR DEFAULT; INSERT DATA {{\n{triples}}}"
    node = NamedNode(name)
    return f"DROP SILENT GRAPH {node}; CREATE GRAPH {node}; INSERT DATA {{ GRAPH {node} {{\n{triples}}} }}"


def _data(name: str | None, triples: Iterable[Triple]) -> str:
    """Triples of a graph as an update has them."""
    lines = "".join(f"{triple} .\n" for triple in triples)
    return f"{{ GRAPH {NamedNode(name)} {{\n{lines}}} }}" if name else f"{{\n{lines}}}"


@contextmanager
def _triples(payloads: Sequence[Payload]) -> Iterator[tuple[Path, int]]:
    """The payloads as one file of N-Triples, whose blank nodes are of no other payload, and how many triples it has.

    Raises:
        UsageError: a payload is malformed.
    """
    count = 0
    descriptor, name = tempfile.mkstemp(suffix=".nt", dir=payloads[0].path.parent)
    path = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            for payload in payloads:
                try:
                    count += _write(payload, file)
                except (SyntaxError, ValueError) as error:
                    raise UsageError(f"the graph is no {payload.format}: {_line(error)}") from error
        yield path, count
    finally:
        path.unlink(missing_ok=True)


def _write(payload: Payload, file: BinaryIO) -> int:
    """Writes a payload as N-Triples; returns how many."""
    found = pyoxigraph.parse(
        path=payload.path,
        format=PAYLOADS[payload.format],
        base_iri=payload.base,
        without_named_graphs=True,
        rename_blank_nodes=True,
    )
    count = 0

    def counted() -> Iterator[Triple]:
        nonlocal count
        for quad in found:
            count += 1
            yield quad.triple

    pyoxigraph.serialize(counted(), file, format=RdfFormat.N_TRIPLES)
    return count
