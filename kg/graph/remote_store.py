"""A store whose graphs are kept by a SPARQL server: the same questions and the same builds, without snapshots.

Beside the server there is a folder of this machine with the index, which is made from the graphs, and the ledger, which
says what file holds which article: whoever builds from the same files does so on one machine. Readers see the server as
it is; nothing is rolled back there but what its own transactions roll back.
"""

from __future__ import annotations

import time
from typing import Self

from pyoxigraph import NamedNode, QuerySolutions

from kg.errors import StopRun
from kg.graph.folder import Layout, WriterLock, explained, locked
from kg.graph.publish import open_index
from kg.graph.reader import Reader
from kg.graph.remote import RemoteGraph
from kg.graph.search import SearchIndex
from kg.graph.store import PUBLISH_EVERY, Store
from kg.ids import DEFAULT_BASE, Iris
from kg.place import Remote
from kg.vocabulary import RAP, RDF


class RemoteReader(Reader):
    """A view of the store on a server, as it is at each moment.

    Args:
        remote: the server.
        base: IRI below which the data lie, where another process has found it and keeps the index up to date;
            None finds it, and compares the index with the server where that was not done for a while.

    Raises:
        StopRun: the server is away, or has no articles.
    """

    def __init__(self, remote: Remote, base: str | None = None) -> None:
        found = base or _base(remote)
        if found is None:
            raise StopRun(f"{remote} has no articles: `kg build PATH` with the same KG_STORE stores some")
        graph = RemoteGraph(remote, found)
        self._layout = Layout(remote.kept)
        self._compares = base is None
        super().__init__(graph, found, release=graph.close)

    def _open_index(self) -> SearchIndex:
        layout = self._layout
        if not self._compares:
            return SearchIndex(layout.search, readonly=True)
        with explained(layout):
            layout.root.mkdir(parents=True, exist_ok=True)
            index = open_index(layout)
            compared = layout.compared
            if not compared.exists() or time.time() - compared.stat().st_mtime > PUBLISH_EVERY:
                index.update(self.graph, self.iris)
                compared.touch()
        return index


def compare(remote: Remote) -> str:
    """Brings the index of this machine up to date with the server, where that was not done for a while.

    Returns:
        The IRI below which the data lie.

    Raises:
        StopRun: the server is away, or has no articles.
    """
    with RemoteReader(remote) as reader:
        _ = reader.index  # which is compared when it is opened
        return reader.iris.base


class RemoteStore(Store):
    """The store on a server as its writer has it."""

    graph: RemoteGraph  # type: ignore[assignment]  # what Store does to its graph alone is done otherwise below

    @classmethod
    def connect(cls, remote: Remote, *, base: str | None = None) -> Self:
        """Opens the store on a server for writing.

        Args:
            remote: the server.
            base: IRI below which the data lie; None keeps what is there, or the default where there is nothing.

        Raises:
            StopRun: another process of this machine writes it, its base differs, the server is away.
        """
        found = _base(remote)
        if found and base and found != base:
            raise StopRun(f"the data in {remote} lie under {found}, not {base}: leave --base-iri out")
        layout = Layout(remote.kept)
        with explained(layout):
            remote.kept.mkdir(parents=True, exist_ok=True)
            lock = WriterLock(layout)
            if not lock.acquire():
                raise locked(layout, lock)
            try:
                name = found or base or DEFAULT_BASE
                store = cls(RemoteGraph(remote, name), name, layout=layout, lock=lock)  # type: ignore[arg-type]  # as above
            except BaseException:
                lock.release()
                raise
        store._unindexed = None  # others may have written since
        return store

    def close(self, *, publish: bool = True) -> None:
        """Brings the index up to date and gives the lock back."""
        graph = self.graph
        super().close(publish=publish)
        graph.close()

    def replace_graph(self, name: str, quads: bytes) -> None:
        """Makes `quads` (N-Quads) the whole of the graph `iris.graph(name)`."""
        with self._writing():
            self.graph.put(NamedNode(self.iris.graph(name)), quads)

    def _replace(self, article: str, quads: bytes) -> None:
        self.graph.put(NamedNode(self.iris.article(article)), quads)

    def _shown(self, layout: Layout) -> bool:
        return SearchIndex.is_usable(layout.search)

    def _show(self, layout: Layout, index: SearchIndex) -> None:
        """Brings the index up to date: nothing on the server is hidden from readers."""
        index.update(self.graph, self.iris, self._unindexed)
        layout.compared.touch()
        layout.changed.unlink(missing_ok=True)


def _base(remote: Remote) -> str | None:
    """The IRI below which the server's articles lie, None where it has none.

    Raises:
        StopRun: the server does not show all graphs as one.
    """
    graph = RemoteGraph(remote, "")
    try:
        rows = graph.query(f"SELECT ?g WHERE {{ GRAPH ?g {{ ?g <{RDF.type}> <{RAP.Article}> }} }} LIMIT 1")
        assert isinstance(rows, QuerySolutions)  # of a SELECT
        names = [name.value for row in rows if isinstance(name := row["g"], NamedNode)]
        if not names:
            return None
        if not graph.query(f"ASK {{ <{names[0]}> <{RDF.type}> <{RAP.Article}> }}"):
            raise StopRun(
                f"{remote} shows no graph to a query that names none: make its default graph the union of all graphs "
                "(Oxigraph: add ?union-default-graph to the address; Fuseki: tdb2:unionDefaultGraph)"
            )
    finally:
        graph.close()
    return Iris.base_of(names[0])
