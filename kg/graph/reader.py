"""Reading a store: a consistent view of the graph, also while somebody else writes it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import pyoxigraph
from pyoxigraph import NamedNode, Quad, QuerySolutions

from kg.errors import StopRun, Unknown, UsageError
from kg.graph import snapshots
from kg.graph.contents import digests
from kg.graph.folder import FAULTS, Layout, WriterLock, read_settings, stop
from kg.graph.graph import Graph
from kg.graph.publish import open_index, publish
from kg.graph.search import SearchIndex
from kg.graph.terms import text
from kg.ids import Iris
from kg.vocabulary import RAP, RDF

if TYPE_CHECKING:
    import rdflib


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the store holds."""

    articles: int
    quads: int
    graphs: int


class Reader:
    """A view of the graph that does not change while it is open.

    Attributes:
        iris: makes IRIs below the store's base.
        folder: the store's folder, None in memory.
        path: what a query process opens read-only: the snapshot's folder, None in memory.
        note: one line for the user where the view is older than the store, else None.
    """

    def __init__(
        self,
        graph: Graph,
        base: str,
        *,
        folder: Path | None = None,
        path: Path | None = None,
        note: str | None = None,
        release: Callable[[], None] | None = None,
    ) -> None:
        self.graph = graph
        self.iris = Iris(base)
        self.folder = folder
        self.path = path
        self.note = note
        self._release = release
        self._index: SearchIndex | None = None

    @property
    def index(self) -> SearchIndex:
        """The search index; it may lag behind the graph, or be ahead of it, by the last minute of a running build."""
        if self._index is None:
            self._index = self._open_index()
        return self._index

    def _open_index(self) -> SearchIndex:
        path = Layout(self.folder).search if self.folder else None
        if path and path.exists():
            with suppress(sqlite3.Error):  # damaged, or of another version: made in memory until a writer comes by
                return SearchIndex(path, readonly=True)
        index = SearchIndex(None)
        index.update(self.graph, self.iris)
        return index

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the snapshot."""
        if self._index:
            self._index.close()
            self._index = None
        if self._release:
            self._release()
            self._release = None

    def select(self, query: str) -> list[dict[str, str]]:
        """Rows of a SELECT query over the union of all graphs: variable → text; unbound variables are left out.

        For the queries of this program: a user's own go through ``kg.query.sparql``, which can be stopped.
        """
        found = self.graph.query(query, use_default_graph_as_union=True)
        if not isinstance(found, QuerySolutions):
            raise TypeError("not a SELECT query")
        names = [variable.value for variable in found.variables]
        return [{name: text(term) for name in names if (term := row[name]) is not None} for row in found]

    def articles(self) -> Iterator[str]:
        """Ids of the stored articles, in no order."""
        for quad in self.graph.quads_for_pattern(None, NamedNode(RDF.type), NamedNode(RAP.Article), None):
            yield self.iris.article_of(text(quad.graph_name))

    def digest_of(self, article: str) -> str | None:
        """Digest of the stored article, None where it is not stored."""
        node = NamedNode(self.iris.article(article))
        for quad in self.graph.quads_for_pattern(node, NamedNode(RAP.digest), None, node):
            return text(quad.object)
        return None

    def digests(self) -> dict[str, str]:
        """Digest of each stored article by its id."""
        return digests(self.graph, self.iris)

    def article_quads(self, article: str) -> list[Quad]:
        """All quads of the article's graph.

        Raises:
            Unknown: no such article.
        """
        quads = list(self.graph.quads_for_pattern(None, None, None, NamedNode(self.iris.article(article))))
        if not quads:
            raise unknown_article(article)
        return quads

    def counts(self) -> Counts:
        """Counts that need no knowledge of the ontology beyond articles."""
        return Counts(sum(1 for _ in self.articles()), len(self.graph), sum(1 for _ in self.graph.named_graphs()))

    def dataset(self) -> rdflib.Dataset:
        """The same graph as an ``rdflib.Dataset``: one named graph per article, no union.

        Queries run in Oxigraph's engine as long as they are plain strings: rdflib's own, 2.6 to 100 times slower, takes
        over for prepared queries, for ``base=`` and for ``Graph.update``.

        Raises:
            UsageError: the store is on a SPARQL server.
        """
        import oxrdflib
        import rdflib

        if not isinstance(self.graph, pyoxigraph.Store):
            raise UsageError("a store on a SPARQL server is no rdflib.Dataset here: ask it with rdflib's SPARQLStore")
        return rdflib.Dataset(store=oxrdflib.OxigraphStore(store=self.graph), default_union=False)


def unknown_article(article: str) -> Unknown:
    """The error for an article that is not stored."""
    return Unknown(f"no article {article} in the store: `kg query` or `kg export` list the ids of articles")


def open_reader(folder: Path) -> Reader:
    """Opens the store in `folder` for questions, beside a running build too.

    Raises:
        UsageError: there is no store.
        StopRun: it can't be read.
    """
    layout = Layout(folder)
    settings = read_settings(layout)
    if settings is None:
        raise UsageError(f"there is no store in {folder}: `kg build PATH --store {folder}` makes one")
    note = _publish_what_is_left(layout, Iris(settings.base))
    held = snapshots.hold_newest(layout)
    if held is None:
        raise StopRun(f"{folder} can't be read yet: {note or 'it has no snapshot; run `kg build` again'}")
    try:
        graph = pyoxigraph.Store.read_only(str(held.path))
    except FAULTS as error:
        held.release()
        raise stop(layout, error) from error
    return Reader(graph, settings.base, folder=folder, path=held.path, note=note, release=held.release)


def _publish_what_is_left(layout: Layout, iris: Iris) -> str | None:
    """Publishes what a killed writer stored; returns a note where what readers see is older than the store."""
    if not layout.changed.exists() and snapshots.numbers(layout):
        return None
    if not os.access(layout.root, os.W_OK):
        return "the store changed after what is shown, and may not be written by you"
    lock = WriterLock(layout)
    if not lock.acquire():
        return f"process {lock.holder() or '?'} is writing the store: this is its last published state"
    try:
        with closing(open_index(layout)) as index:
            publish(pyoxigraph.Store(str(layout.graph)), layout, iris, index)
    except FAULTS as error:
        raise stop(layout, error) from error
    finally:
        lock.release()
    return None
