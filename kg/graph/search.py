"""The search index: names of entities, words of statements, titles of articles, in SQLite FTS5 beside the graph.

It holds nothing that is not in the graph, and may be deleted at any time: the next writer builds it again. Articles
are indexed in transactions, each with its digest, so comparing digests tells what is missing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph

from kg.graph.contents import Contents, digests, of_article, of_reference
from kg.ids import Iris, fold

# Raised with the tables: an index of another version is built anew.
_VERSION = 1
# Stands for the reference graph among the articles: no article id is empty.
_REFERENCE = ""
# Articles in one transaction: more save nothing, and readers never wait for them.
_TOGETHER = 50
_SEPARATOR = "\x1f"
_SCHEMA = """
CREATE TABLE article (id TEXT PRIMARY KEY, digest TEXT NOT NULL, first INTEGER, last INTEGER,
    title INTEGER) WITHOUT ROWID;
CREATE TABLE entity (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, mentions INTEGER NOT NULL DEFAULT 0,
    statements INTEGER NOT NULL DEFAULT 0, articles INTEGER NOT NULL DEFAULT 0);
CREATE TABLE seen (article TEXT NOT NULL, entity INTEGER NOT NULL, mentions INTEGER NOT NULL,
    statements INTEGER NOT NULL, names TEXT NOT NULL, PRIMARY KEY (article, entity)) WITHOUT ROWID;
CREATE TABLE name (entity INTEGER NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, labels INTEGER NOT NULL,
    uses INTEGER NOT NULL, PRIMARY KEY (entity, name)) WITHOUT ROWID;
CREATE INDEX name_folded ON name (folded);
-- prefix: autocompletion asks for words that are not finished
CREATE VIRTUAL TABLE called USING fts5 (names, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
-- porter: "accused" finds "accuses"
CREATE VIRTUAL TABLE said USING fts5 (text, speaker, iri UNINDEXED,
    tokenize = "porter unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE titled USING fts5 (title, article UNINDEXED, tokenize = "porter unicode61 remove_diacritics 2");
"""


@dataclass(frozen=True, slots=True)
class EntityHit:
    """The entity `id` is called `label`; so many mentions, and statements of its own, are known of it."""

    id: str
    label: str
    kind: str
    mentions: int
    statements: int
    articles: int


class SearchIndex:
    """The index over one graph, in the file `path` (in memory where it is None).

    Args:
        readonly: of a reader: the file must exist, and is not changed.
    """

    def __init__(self, path: Path | None, *, readonly: bool = False) -> None:
        if path and readonly:
            self._sql = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
            if self._sql.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
                raise sqlite3.DatabaseError("an index of another version")
            return
        self._sql = sqlite3.connect(path or ":memory:", isolation_level=None)
        # WAL: readers go on while the index is brought up to date.
        self._sql.execute("PRAGMA journal_mode = WAL")
        self._sql.execute("PRAGMA synchronous = NORMAL")
        if self._sql.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
            self._create()

    @property
    def empty(self) -> bool:
        """Nothing was ever indexed."""
        return self._sql.execute("SELECT 1 FROM article LIMIT 1").fetchone() is None

    def close(self) -> None:
        """Closes the file."""
        self._sql.close()

    def update(self, graph: pyoxigraph.Store, iris: Iris, articles: Iterable[str] | None = None) -> int:
        """Brings the index up to date with the graph; returns how many articles were indexed.

        Args:
            graph: the store.
            iris: its IRIs.
            articles: ids of all that may have changed; None compares everything.
        """
        if articles is None or self.empty:
            stored = digests(graph, iris)
            known = dict(self._sql.execute("SELECT id, digest FROM article WHERE id <> ?", (_REFERENCE,)))
            articles = [id_ for id_ in stored.keys() | known.keys() if stored.get(id_) != known.get(id_)]
        self._update_reference(graph, iris)
        changed = sorted(articles)
        # Sorted: rows, and so the order of equal hits, depend on nothing but the graph.
        for start in range(0, len(changed), _TOGETHER):
            with self._transaction():
                for article in changed[start : start + _TOGETHER]:
                    self._remove(article)
                    self._add(of_article(graph, iris, article))
        return len(changed)

    def entities_named(self, name: str) -> list[tuple[EntityHit, bool]]:
        """Entities that bear this name, whatever its case and accents, best known first; whether it is their label."""
        rows = self._sql.execute(
            "SELECT entity, sum(labels) FROM name WHERE folded = ? GROUP BY entity", (fold(name),)
        ).fetchall()
        hits = [(hit, bool(labels)) for n, labels in rows if (hit := self._entity(n)) is not None]
        return sorted(hits, key=lambda hit: (-hit[0].mentions, hit[0].id))

    def entity(self, entity: str) -> EntityHit | None:
        """The entity with this id, None where the graph has none."""
        row = self._sql.execute("SELECT n FROM entity WHERE id = ?", (entity,)).fetchone()
        return self._entity(row[0]) if row else None

    def folded_names(self) -> list[str]:
        """All names, folded: what a misspelt one is compared with."""
        return [row[0] for row in self._sql.execute("SELECT DISTINCT folded FROM name")]

    def entities(self, words: str, *, limit: int) -> list[EntityHit]:
        """Entities whose names have all the words, the last one perhaps unfinished; best known first."""
        rows = self._sql.execute(
            "SELECT n FROM called JOIN entity ON n = called.rowid WHERE called MATCH ? "
            "AND articles > 0 ORDER BY mentions DESC, id LIMIT ?",
            (_match(words, prefix=True), limit),
        ).fetchall()
        return [hit for (n,) in rows if (hit := self._entity(n)) is not None]

    def statements(self, words: str, *, limit: int) -> list[str]:
        """IRIs of statements with all the words in what is said or in the speaker's name, best first."""
        query = "SELECT iri FROM said WHERE said MATCH ? ORDER BY rank, iri LIMIT ?"
        return [row[0] for row in self._sql.execute(query, (_match(words), limit))]

    def articles(self, words: str, *, limit: int) -> list[str]:
        """Ids of articles with all the words in their title, best first."""
        query = "SELECT article FROM titled WHERE titled MATCH ? ORDER BY rank, article LIMIT ?"
        return [row[0] for row in self._sql.execute(query, (_match(words), limit))]

    def _create(self) -> None:
        for table in ("article", "entity", "seen", "name", "called", "said", "titled"):
            self._sql.execute(f"DROP TABLE IF EXISTS {table}")
        self._sql.executescript(_SCHEMA)
        self._sql.execute(f"PRAGMA user_version = {_VERSION}")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._sql.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._sql.execute("ROLLBACK")
            raise
        self._sql.execute("COMMIT")

    def _entity(self, n: int) -> EntityHit | None:
        row = self._sql.execute("SELECT id, mentions, statements, articles FROM entity WHERE n = ?", (n,)).fetchone()
        label = self._sql.execute(
            "SELECT name FROM name WHERE entity = ? ORDER BY labels DESC, uses DESC, name LIMIT 1", (n,)
        ).fetchone()
        if row is None or label is None:
            return None
        return EntityHit(row[0], label[0], row[0].partition("/")[0], *row[1:])

    def _update_reference(self, graph: pyoxigraph.Store, iris: Iris) -> None:
        contents = of_reference(graph, iris, _REFERENCE)
        row = self._sql.execute("SELECT digest FROM article WHERE id = ?", (_REFERENCE,)).fetchone()
        if (row[0] if row else None) != contents.digest:
            with self._transaction():
                self._remove(_REFERENCE)
                self._add(contents)

    def _add(self, contents: Contents) -> None:
        if contents.digest is None:
            return
        for entity, names in sorted(contents.names.items()):
            self._add_entity(contents.article, entity, names, contents.mentions[entity], contents.statements[entity])
        rows = [self._insert_said(*row) for row in sorted(contents.said)]
        title = None
        if contents.title:
            values = (contents.title, contents.article)
            title = self._sql.execute("INSERT INTO titled (title, article) VALUES (?, ?)", values).lastrowid
        first, last = (rows[0], rows[-1]) if rows else (None, None)
        self._sql.execute(
            "INSERT INTO article VALUES (?, ?, ?, ?, ?)", (contents.article, contents.digest, first, last, title)
        )

    def _insert_said(self, iri: str, words: str, speaker: str) -> int | None:
        return self._sql.execute(
            "INSERT INTO said (text, speaker, iri) VALUES (?, ?, ?)", (words, speaker, iri)
        ).lastrowid

    def _add_entity(self, article: str, entity: str, names: list[str], mentions: int, statements: int) -> None:
        self._sql.execute("INSERT OR IGNORE INTO entity (id) VALUES (?)", (entity,))
        (n,) = self._sql.execute("SELECT n FROM entity WHERE id = ?", (entity,)).fetchone()
        self._count(n, mentions, statements, article, 1)
        row = (article, n, mentions, statements, _SEPARATOR.join(names))
        self._sql.execute("INSERT INTO seen VALUES (?, ?, ?, ?, ?)", row)
        new = 0
        for place, name in enumerate(names):
            new += self._sql.execute(
                "INSERT OR IGNORE INTO name VALUES (?, ?, ?, 0, 0)", (n, name, fold(name))
            ).rowcount
            self._sql.execute(
                "UPDATE name SET uses = uses + 1, labels = labels + ? WHERE entity = ? AND name = ?",
                (place == 0, n, name),
            )
        if new:
            self._write_names(n)

    def _remove(self, article: str) -> None:
        row = self._sql.execute("SELECT first, last, title FROM article WHERE id = ?", (article,)).fetchone()
        if row is None:
            return
        seen = self._sql.execute("SELECT entity, mentions, statements, names FROM seen WHERE article = ?", (article,))
        for n, mentions, statements, names in seen.fetchall():
            self._count(n, -mentions, -statements, article, -1)
            for place, name in enumerate(names.split(_SEPARATOR)):
                self._sql.execute(
                    "UPDATE name SET uses = uses - 1, labels = labels - ? WHERE entity = ? AND name = ?",
                    (place == 0, n, name),
                )
            if self._sql.execute("DELETE FROM name WHERE entity = ? AND uses <= 0", (n,)).rowcount:
                self._write_names(n)
        self._sql.execute("DELETE FROM seen WHERE article = ?", (article,))
        # The rows of one article were written in one transaction of the one writer, so they follow one another.
        self._sql.execute("DELETE FROM said WHERE rowid BETWEEN ? AND ?", row[:2])
        self._sql.execute("DELETE FROM titled WHERE rowid = ?", row[2:])
        self._sql.execute("DELETE FROM article WHERE id = ?", (article,))

    def _count(self, n: int, mentions: int, statements: int, article: str, by: int) -> None:
        self._sql.execute(
            "UPDATE entity SET mentions = mentions + ?, statements = statements + ?, articles = articles + ? "
            "WHERE n = ?",
            (mentions, statements, by if article != _REFERENCE else 0, n),
        )

    def _write_names(self, n: int) -> None:
        names = [row[0] for row in self._sql.execute("SELECT name FROM name WHERE entity = ? ORDER BY name", (n,))]
        self._sql.execute("DELETE FROM called WHERE rowid = ?", (n,))
        if names:
            self._sql.execute("INSERT INTO called (rowid, names) VALUES (?, ?)", (n, "\n".join(names)))
        else:
            self._sql.execute("DELETE FROM entity WHERE n = ?", (n,))


def _match(words: str, *, prefix: bool = False) -> str:
    """An FTS5 query for all of the words. Each is quoted, so that no sign in it means anything."""
    quoted = ['"' + word.replace('"', '""') + '"' for word in words.split()]
    return " ".join(quoted) + ("*" if prefix and quoted else "")
