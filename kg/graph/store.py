"""The store: one named graph per article in Oxigraph, on disk or in memory, with one writer.

Killed at any moment, it opens again and holds no half article: new articles come in by ``bulk_load``, which writes its
files aside and takes them in by one entry of RocksDB's manifest; an article that is replaced goes and comes in one
SPARQL update, which is one write batch. Measured with 2,000-quad articles on disk, CPU of background threads counted:
bulk_load of 8 articles 89k quads/s, of 32 111k; load 39k; update 37k.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph
from pyoxigraph import NamedNode, RdfFormat

from kg.errors import StopRun
from kg.graph import snapshots
from kg.graph.folder import Layout, WriterLock, explained, locked, new_settings, read_settings
from kg.graph.ledger import Holding, Ledger
from kg.graph.name_index import REFERENCE
from kg.graph.publish import open_index, publish
from kg.graph.reader import Reader, unknown_article
from kg.graph.search import SearchIndex
from kg.ids import DEFAULT_BASE

#: Seconds between snapshots while a build runs: a reader sees articles that are at most this old. A snapshot of 130,000
#: quads takes 0.3 s.
PUBLISH_EVERY = 60.0


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """The article `id` with the content `digest` is stored as `quads`.

    Attributes:
        digest: of the article and the version of the extraction (``ids.digest``); the quads state it as rap:digest.
        quads: N-Quads, UTF-8; all of the article's own graph.
        source: where it was read (``Article.source``); empty where that does not matter.
        sole: the source holds this article alone: what it held before is deleted.
    """

    id: str
    digest: str
    quads: bytes
    source: str = ""
    sole: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """So many articles were written, with so many quads; so many gave way to another article of the same id."""

    articles: int = 0
    quads: int = 0
    duplicates: int = 0


class Store(Reader):
    """The store as its one writer has it. Use it as a context manager; `close` publishes what was written."""

    graph: pyoxigraph.Store

    def __init__(self, graph: pyoxigraph.Store, base: str, *, layout: Layout | None, lock: WriterLock | None) -> None:
        super().__init__(graph, base, folder=layout.root if layout else None)
        self._layout = layout
        self._lock = lock
        self._ledger = Ledger(layout.ledger if layout else None)
        self._changed = bool(layout and layout.changed.exists())
        # Ids of the articles that the index does not know as they are; None: any may be, for a writer was killed.
        self._unindexed: set[str] | None = None if self._changed else set()
        # Sources whose earlier articles are deleted but still in the snapshot: a backup of it needs the ledger's rows.
        self._unsettled: set[str] = set()
        self._published = time.monotonic()

    @classmethod
    def create_or_open(cls, folder: Path, *, base: str | None = None) -> Self:
        """Opens the store in `folder` for writing; makes one where there is none.

        Args:
            folder: of the store.
            base: IRI below which the data lie; None keeps what the store has, or the default for a new one.

        Raises:
            StopRun: another process writes it, it is newer, damaged or no store, its base differs, the disk is full.
        """
        layout = Layout(folder)
        settings = read_settings(layout)
        if settings and base and settings.base != base:
            raise StopRun(
                f"the data in {folder} lie under {settings.base}, not {base}: "
                "leave --base-iri out, or choose another --store"
            )
        with explained(layout):
            folder.mkdir(parents=True, exist_ok=True)
            lock = WriterLock(layout)
            if not lock.acquire():
                raise locked(layout, lock)
            try:
                store = cls._open(layout, lock)
                if settings is None:
                    settings = new_settings(base or DEFAULT_BASE)
                    settings.write(layout)
            except BaseException:
                lock.release()
                raise
        store.iris.base = settings.base
        return store

    @classmethod
    def _open(cls, layout: Layout, lock: WriterLock) -> Self:
        for stray in layout.graph.glob("bulk-*.sst"):  # a bulk load that was killed before it was taken in
            stray.unlink()
        return cls(pyoxigraph.Store(str(layout.graph)), DEFAULT_BASE, layout=layout, lock=lock)

    @classmethod
    def memory(cls, base: str = DEFAULT_BASE) -> Self:
        """A store in memory, for tests and notebooks."""
        return cls(pyoxigraph.Store(), base, layout=None, lock=None)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # After a failure of the disk another write would only hide the first error; the next reader publishes.
        self.close(publish=not isinstance(error, StopRun))

    def close(self, *, publish: bool = True) -> None:
        """Publishes what was written and gives the lock back; the store can't be used afterwards."""
        try:
            if publish:
                self.publish()
        finally:
            super().close()
            self._ledger.close()
            del self.graph
            if self._lock:
                self._lock.release()

    def begin_run(self) -> None:
        """Begins a run anew: from here on an article may be replaced by one of the same id and any digest.

        A store that was just opened needs it not; a server calls it before each job.
        """
        self._ledger.begin_run()

    def is_current(self, article: str, digest: str, *, source: str = "", sole: bool = False) -> bool:
        """Whether the article is stored with this content, so that it need not be extracted again.

        Also true where this run has already met another article of the same id that stands for both: the one of the
        smaller digest, so that the order of the input makes no difference.
        """
        preferred = self._ledger.preferred(article)
        stands = preferred is not None and preferred <= digest
        if not stands and self.digest_of(article) != digest:
            return False
        holding = Holding(source, article, digest, sole)
        with explained(self._layout):
            self._ledger.record([holding])
            self._delete_outdated([holding])
        return True

    def replace_articles(self, batch: Sequence[StoredArticle]) -> Written:
        """Stores articles; each replaces the stored article of its id and what its sole source held before.

        Raises:
            StopRun: the disk is full, for one. What was stored before stays; of the batch each article is whole
                or missing.
        """
        chosen = self._choose(batch)
        known = {article.id for article in chosen if self._has(article.id)}
        holdings = [Holding(article.source, article.id, article.digest, article.sole) for article in batch]
        with self._writing(*(article.id for article in chosen)):
            self._ledger.record(holdings)
            if new := b"".join(article.quads for article in chosen if article.id not in known):
                self.graph.bulk_load(new, RdfFormat.N_QUADS)
            for article in chosen:
                if article.id in known:
                    self._replace(article.id, article.quads)
            self._delete_outdated(holdings)
        quads = sum(article.quads.count(b"\n") for article in chosen)
        return Written(len(chosen), quads, len(batch) - len(chosen))

    def replace_graph(self, name: str, quads: bytes) -> None:
        """Makes `quads` (N-Quads) the whole of the graph `iris.graph(name)`: "reference", "runs"."""
        with self._writing(*([REFERENCE] if name == "reference" else [])):
            if self.graph.contains_named_graph(NamedNode(self.iris.graph(name))):
                self.graph.update(_replacement(self.iris.graph(name), quads))
            else:
                self.graph.bulk_load(quads, RdfFormat.N_QUADS)

    def add(self, quads: bytes) -> None:
        """Adds N-Quads in one transaction; what is there already stays once."""
        with self._writing():
            self.graph.load(quads, RdfFormat.N_QUADS)

    def delete_article(self, article: str) -> None:
        """Removes an article's graph.

        Raises:
            UsageError: no such article.
        """
        if not self._has(article):
            raise unknown_article(article)
        with self._writing(article):
            self.graph.remove_graph(NamedNode(self.iris.article(article)))
            self._ledger.forget(article)

    def publish(self) -> None:
        """Shows readers the graph as it is now, and brings the search index up to date."""
        if self._layout and (self._changed or not self._shown(self._layout)):
            with explained(self._layout):
                self._index = self._index or open_index(self._layout)
                self._show(self._layout, self._index)
            self._changed = False
            self._unindexed = set()
        while self._unsettled:
            self._ledger.settle(self._unsettled.pop())
        self._published = time.monotonic()

    @property
    def index(self) -> SearchIndex:
        """The search index, up to date."""
        with explained(self._layout):
            self._index = self._index or (open_index(self._layout) if self._layout else SearchIndex(None))
            self._index.update(self.graph, self.iris, self._unindexed)
        self._unindexed = set()
        return self._index

    def _shown(self, layout: Layout) -> bool:
        """Whether readers can read."""
        return bool(snapshots.numbers(layout)) and SearchIndex.is_usable(layout.search)

    def _show(self, layout: Layout, index: SearchIndex) -> None:
        self.path = publish(self.graph, layout, self.iris, index, self._unindexed)

    def _replace(self, article: str, quads: bytes) -> None:
        self.graph.update(_replacement(self.iris.article(article), quads))

    def _has(self, article: str) -> bool:
        return self.graph.contains_named_graph(NamedNode(self.iris.article(article)))

    def _choose(self, batch: Sequence[StoredArticle]) -> list[StoredArticle]:
        """Of several articles of one id in this run the one with the smallest digest."""
        best: dict[str, StoredArticle] = {}
        for article in batch:
            preferred = self._ledger.preferred(article.id)
            rival = best.get(article.id)
            if (preferred is None or article.digest <= preferred) and (rival is None or article.digest < rival.digest):
                best[article.id] = article
        return list(best.values())

    def _delete_outdated(self, holdings: Sequence[Holding]) -> None:
        """Deletes what these sources held before the one article that each holds now."""
        for source in sorted({holding.source for holding in holdings if holding.sole}):
            for article in self._ledger.outdated(source):
                self._mark(article)
                self.graph.remove_graph(NamedNode(self.iris.article(article)))
            self._unsettled.add(source)

    def _mark(self, *articles: str) -> None:
        """Notes, before a change, that readers and index no longer have all: should the writer be killed."""
        if self._unindexed is not None:
            self._unindexed.update(articles)
        if self._layout and not self._changed:
            self._layout.changed.touch()
            self._changed = True

    @contextmanager
    def _writing(self, *articles: str) -> Iterator[None]:
        with explained(self._layout):
            self._mark(*articles)
            yield
        if time.monotonic() - self._published > PUBLISH_EVERY:
            self.publish()


def _replacement(graph: str, quads: bytes) -> str:
    """A SPARQL update that makes `quads` the whole of `graph`: one transaction, unlike clearing and loading."""
    triples = pyoxigraph.serialize(
        (quad.triple for quad in pyoxigraph.parse(quads, RdfFormat.N_QUADS)), format=RdfFormat.N_TRIPLES
    )
    name = NamedNode(graph)
    return f"DROP SILENT GRAPH {name}; INSERT DATA {{ GRAPH {name} {{\n{(triples or b'').decode()}}} }}"
