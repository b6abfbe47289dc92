"""The index beside the graph: names, words, events and ties, in one SQLite file.

It holds nothing that is not in the graph, and may be deleted at any time: the next writer builds it again. Articles
are indexed in transactions, each with its digest, so comparing digests tells what is missing.

    name_index.py   which entities there are, and their names
    event_index.py  statements and meetings in the order of their dates, with what lists show of them (told.py)
    tie_index.py    who is tied to whom, and how strongly
    tallies.py      counts over all of them
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode

from kg.graph import event_index, name_index, tie_index
from kg.graph.article_graph import UNDATED
from kg.graph.contents import Contents, digests, of_article, of_reference
from kg.graph.dated import newest_first
from kg.graph.event_index import COLUMNS, EventIndex, Told, read_row
from kg.graph.graph import Graph, near
from kg.graph.name_index import REFERENCE, EntityHit, NameIndex, match
from kg.graph.tallies import Tallies
from kg.graph.tie_index import TieIndex
from kg.graph.transaction import transaction
from kg.ids import Iris

__all__ = ["ArticleHit", "EntityHit", "Listed", "SearchIndex"]

# Raised with the tables and with what `kg.graph.told` keeps in them: an index of another version is built anew.
_VERSION = 8
# KiB of the file that a process keeps in memory. With SQLite's own 2,000, neighbourhoods of 10 million
# quads take a tenth to a quarter more of a processor; with four times as much, no less.
_CACHE = 16384
# Articles in one transaction: more save nothing, and readers never wait for them.
_TOGETHER = 50
_SCHEMA = """
CREATE TABLE article (id TEXT PRIMARY KEY, digest TEXT NOT NULL, title INTEGER, day TEXT NOT NULL, published TEXT,
    publisher TEXT, publisher_name TEXT, url TEXT) WITHOUT ROWID;
CREATE INDEX article_day ON article (day, id);
CREATE INDEX article_publisher ON article (publisher, day, id);
-- porter: "accused" finds "accuses"; rows are numbered like events
CREATE VIRTUAL TABLE said USING fts5 (text, speaker, tokenize = "porter unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE titled USING fts5 (title, article UNINDEXED, tokenize = "porter unicode61 remove_diacritics 2");
"""
_SCHEMAS = (_SCHEMA, name_index.SCHEMA, event_index.SCHEMA, tie_index.SCHEMA)
_TABLES = ("article", "said", "titled", *name_index.TABLES, *event_index.TABLES, *tie_index.TABLES)


@dataclass(frozen=True, slots=True, order=True)
class Listed:
    """The article `article` was published on `day`; ``UNDATED`` where that is not known."""

    day: str
    article: str


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """`publisher` published the article `id` under this title, at `published` (date, or date and time)."""

    id: str
    title: str | None
    published: str | None
    publisher: str | None
    url: str | None


class SearchIndex(NameIndex):
    """The index over one graph, in the file `path` (in memory where it is None).

    Args:
        readonly: of a reader: the file must exist, and is not changed.

    Attributes:
        events: statements and meetings.
        ties: who is tied to whom.
        tallies: counts.
    """

    def __init__(self, path: Path | None, *, readonly: bool = False) -> None:
        if path and readonly:
            sql = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
            if sql.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
                raise sqlite3.DatabaseError("an index of another version")
        else:
            sql = sqlite3.connect(path or ":memory:", isolation_level=None)
        sql.execute(f"PRAGMA cache_size = -{_CACHE}")
        super().__init__(sql)
        self.events = EventIndex(sql)
        self.ties = TieIndex(sql)
        self.tallies = Tallies(sql)
        if not readonly:
            # WAL: readers go on while the index is brought up to date.
            sql.execute("PRAGMA journal_mode = WAL")
            sql.execute("PRAGMA synchronous = NORMAL")
            if sql.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
                self._create()

    @classmethod
    def is_usable(cls, path: Path) -> bool:
        """There is an index in this file, and this version of the program can read it."""
        try:
            cls(path, readonly=True).close()
        except sqlite3.Error:
            return False
        return True

    @property
    def empty(self) -> bool:
        """Nothing was ever indexed."""
        return self._sql.execute("SELECT 1 FROM article LIMIT 1").fetchone() is None

    def close(self) -> None:
        """Closes the file."""
        self._sql.close()

    def update(self, graph: Graph, iris: Iris, articles: Iterable[str] | None = None) -> int:
        """Brings the index up to date with the graph; returns how many articles were indexed.

        Args:
            graph: the store.
            iris: its IRIs.
            articles: ids of all that may have changed, ``REFERENCE`` among them; None compares everything.
        """
        if articles is None or self.empty:
            articles = self.outdated(graph, iris)
        changed = sorted(articles)
        if REFERENCE in changed:
            changed.remove(REFERENCE)
            self._update_reference(graph, iris)
        # Sorted: rows, and so the order of equal hits, depend on nothing but the graph.
        for start in range(0, len(changed), _TOGETHER):
            with transaction(self._sql):
                for article in changed[start : start + _TOGETHER]:
                    self._remove(article)
                    self._add(of_article(near(graph, NamedNode(iris.article(article))), iris, article))
        return len(changed)

    def outdated(self, graph: Graph, iris: Iris) -> list[str]:
        """Ids of the articles that the index does not know as they are in the graph.

        ``REFERENCE`` is always among them: what its digest is of takes as long to read as all of it.
        """
        stored = digests(graph, iris)
        known = dict(self._sql.execute("SELECT id, digest FROM article WHERE id <> ?", (REFERENCE,)))
        changed = (id_ for id_ in stored.keys() | known.keys() if stored.get(id_) != known.get(id_))
        return sorted([REFERENCE, *changed])

    def doubt(self) -> None:
        """Takes all articles for outdated, for their graphs may have changed without their digests."""
        self._sql.execute("UPDATE article SET digest = '' WHERE digest <> ''")

    def statements(self, words: str, *, limit: int) -> list[Told]:
        """Statements with all the words in what is said or in the speaker's name, best first."""
        query = (
            f"SELECT {COLUMNS} FROM said JOIN event AS e ON n = said.rowid JOIN told AS t ON t.event = e.n "
            "WHERE said MATCH ? ORDER BY rank, node LIMIT ?"
        )
        return list(map(read_row, self._sql.execute(query, (match(words), limit))))

    def articles(self, words: str, *, limit: int) -> list[str]:
        """Ids of articles with all the words in their title, best first."""
        query = "SELECT article FROM titled WHERE titled MATCH ? ORDER BY rank, article LIMIT ?"
        return [row[0] for row in self._sql.execute(query, (match(words), limit))]

    def known_articles(self, articles: Sequence[str]) -> dict[str, ArticleHit]:
        """Those of the articles that the index knows, by their ids."""
        rows = self._sql.execute(
            "SELECT id, (SELECT title FROM titled WHERE titled.rowid = article.title), published, publisher_name, url "
            "FROM article WHERE id IN (SELECT value FROM json_each(?)) AND id <> ?",
            (json.dumps(articles), REFERENCE),
        )
        return {row[0]: ArticleHit(*row) for row in rows}

    def articles_page(
        self,
        *,
        words: str | None = None,
        publisher: str | None = None,
        entity: str | None = None,
        since: str | None = None,
        until: str | None = None,
        after: Listed | None = None,
        limit: int | None,
        newest: bool = False,
    ) -> list[Listed]:
        """Articles by date and id; those without a date come last.

        Args:
            words: all of them in the title.
            publisher: IRI.
            entity: id of one that they speak of.
            since: ISO day, included.
            until: likewise.
            after: the last of the page before.
            limit: at most so many.
            newest: the last days come first.
        """
        tables, day, where, values = "article AS a", "a.day", ["a.id <> ?"], list[object]([REFERENCE])
        if entity:
            tables, day = "seen AS s CROSS JOIN article AS a ON a.id = s.article", "s.day"
            where.append("s.entity = (SELECT n FROM entity WHERE id = ?)")
            values.append(entity)
        for condition, value in (
            ("a.publisher = ?", publisher),
            ("a.title IN (SELECT rowid FROM titled WHERE titled MATCH ?)", words and match(words)),
            (f"{day} >= ?", since),
            (f"{day} <= ?", until),
            (f"{day} < ?", UNDATED if since or until else None),
        ):
            if value is not None:
                where.append(condition)
                values.append(value)

        def page(first: str, down: str, after: Listed | None, limit: int | None) -> list[Listed]:
            begun = f" AND {day} < '{UNDATED}'" if down else ""
            begun += f" AND {day} {first}= ? AND ({day} {first} ? OR a.id > ?)" if after else ""
            rows = self._sql.execute(
                f"SELECT {day}, a.id FROM {tables} WHERE {' AND '.join(where)}{begun} "
                f"ORDER BY {day}{down}, a.id LIMIT ?",
                (*values, *((after.day, after.day, after.article) if after else ()), -1 if limit is None else limit),
            )
            return [Listed(*row) for row in rows]

        if not newest:
            return page(">", "", after, limit)
        return newest_first(page, after, Listed(UNDATED, ""), limit)

    def _create(self) -> None:
        for table in _TABLES:
            self._sql.execute(f"DROP TABLE IF EXISTS {table}")
        for schema in _SCHEMAS:
            self._sql.executescript(schema)
        self._sql.execute(f"PRAGMA user_version = {_VERSION}")

    def _update_reference(self, graph: Graph, iris: Iris) -> None:
        contents = of_reference(graph, iris, REFERENCE)
        row = self._sql.execute("SELECT digest FROM article WHERE id = ?", (REFERENCE,)).fetchone()
        if (row[0] if row else None) != contents.digest:
            with transaction(self._sql):
                self._remove(REFERENCE)
                self._add(contents)

    def _add(self, contents: Contents) -> None:
        if contents.digest is None:
            return
        self._add_entities(contents)
        publisher, publisher_name = contents.publisher or (None, None)
        numbers = self.events.add(contents.article, contents.events, publisher)
        self.ties.add(contents.events, numbers)
        self._sql.executemany(
            "INSERT INTO said (rowid, text, speaker) VALUES (?, ?, ?)",
            ((numbers[node], words, speaker) for node, words, speaker in sorted(contents.said)),
        )
        title = None
        if contents.title:
            named = (contents.title, contents.article)
            title = self._sql.execute("INSERT INTO titled (title, article) VALUES (?, ?)", named).lastrowid
        row = (contents.article, contents.digest, title, contents.day, contents.published)
        values = (*row, publisher, publisher_name, contents.url)
        self._sql.execute("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)

    def _remove(self, article: str) -> None:
        row = self._sql.execute("SELECT title FROM article WHERE id = ?", (article,)).fetchone()
        if row is None:
            return
        self._remove_entities(article)
        self._sql.execute("DELETE FROM said WHERE rowid IN (SELECT n FROM event WHERE article = ?)", (article,))
        self.ties.remove(article)
        self.events.remove(article)
        self._sql.execute("DELETE FROM titled WHERE rowid = ?", row)
        self._sql.execute("DELETE FROM article WHERE id = ?", (article,))
