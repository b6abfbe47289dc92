"""Names of entities in the index, and how often each article mentions them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.graph.article_graph import UNDATED
from kg.graph.contents import Contents
from kg.ids import fold

#: Stands for the reference graph among the articles: no article id is empty.
REFERENCE = ""
_SEPARATOR = "\x1f"
SCHEMA = """
CREATE TABLE entity (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
    mentions INTEGER NOT NULL DEFAULT 0, statements INTEGER NOT NULL DEFAULT 0, articles INTEGER NOT NULL DEFAULT 0);
CREATE INDEX entity_known ON entity (mentions DESC, id);
CREATE TABLE seen (article TEXT NOT NULL, entity INTEGER NOT NULL, day TEXT NOT NULL, mentions INTEGER NOT NULL,
    statements INTEGER NOT NULL, names TEXT NOT NULL, PRIMARY KEY (article, entity)) WITHOUT ROWID;
CREATE INDEX seen_entity ON seen (entity, day, article);
CREATE TABLE name (entity INTEGER NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, labels INTEGER NOT NULL,
    uses INTEGER NOT NULL, PRIMARY KEY (entity, name)) WITHOUT ROWID;
CREATE INDEX name_folded ON name (folded);
-- prefix: autocompletion asks for words that are not finished
CREATE VIRTUAL TABLE called USING fts5 (names, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
"""
TABLES = ("entity", "seen", "name", "called")

_FORGET = "DELETE FROM name WHERE entity = ? AND uses <= 0"
_LABEL = "SELECT name FROM name WHERE entity = {} ORDER BY labels DESC, uses DESC, name LIMIT 1"


@dataclass(frozen=True, slots=True)
class EntityHit:
    """The entity `id` is called `label`; so many mentions, and statements of its own, are known of it."""

    id: str
    label: str
    kind: str
    mentions: int
    statements: int
    articles: int


@dataclass(frozen=True, slots=True)
class Usage:
    """`name` is used for an entity in `uses` articles, and in `labels` of them it is the best one."""

    name: str
    labels: int
    uses: int


class NameIndex:
    """Which entities there are, in the tables above.

    Args:
        sql: the index's file.
    """

    def __init__(self, sql: sqlite3.Connection) -> None:
        self._sql = sql

    def entities_named(self, name: str) -> list[tuple[EntityHit, bool]]:
        """Entities that bear this name, whatever its case and accents, best known first; whether it is their label."""
        rows = self._sql.execute(
            "SELECT entity, sum(labels) FROM name WHERE folded = ? GROUP BY entity", (fold(name),)
        ).fetchall()
        hits = [(hit, bool(labels)) for n, labels in rows if (hit := self._hit("n", n)) is not None]
        return sorted(hits, key=lambda hit: (-hit[0].mentions, hit[0].id))

    def entity(self, entity: str) -> EntityHit | None:
        """The entity with this id, None where the graph has none."""
        return self._hit("id", entity)

    def knows(self, entity: str) -> bool:
        """Whether the graph has an entity with this id."""
        query = "SELECT 1 FROM entity AS e WHERE id = ? AND EXISTS (SELECT 1 FROM name WHERE entity = e.n)"
        return self._sql.execute(query, (entity,)).fetchone() is not None

    def labels(self, entities: Iterable[str]) -> dict[str, str]:
        """The best names of those of the entities that the graph has, by their ids; in one question for all."""
        rows = self._sql.execute(
            f"SELECT id, ({_LABEL.format('e.n')}) AS label FROM entity AS e "
            "WHERE id IN (SELECT value FROM json_each(?)) AND label IS NOT NULL",
            (json.dumps([*entities]),),
        )
        return dict(rows.fetchall())

    def names_of(self, entity: str) -> list[Usage]:
        """All names of an entity, those that most articles prefer first."""
        rows = self._sql.execute(
            "SELECT name, labels, uses FROM name WHERE entity = (SELECT n FROM entity WHERE id = ?) "
            "ORDER BY labels DESC, uses DESC, name",
            (entity,),
        )
        return [Usage(*row) for row in rows]

    def first_and_last(self, entity: str) -> tuple[str | None, str | None]:
        """The days of publication of the first and the last article that speaks of the entity."""
        # Two questions in one: SQLite looks an end up, but reads all where it is asked for both.
        days = "(SELECT {}(day) FROM seen WHERE entity = e.n AND day < ?)"
        query = f"SELECT {days.format('min')}, {days.format('max')} FROM entity AS e WHERE id = ?"
        return self._sql.execute(query, (UNDATED, UNDATED, entity)).fetchone() or (None, None)

    def places(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        publisher: str | None = None,
        entity: str | None = None,
    ) -> list[tuple[str, int, int]]:
        """Places and countries that articles mention: id, mentions, articles; those mentioned most come first.

        Args:
            since: ISO day of publication, included.
            until: likewise.
            publisher: IRI.
            entity: id of one that the articles speak of, too.
        """
        where, values = ["e.kind IN ('place', 'country')", "s.article <> ?"], list[object]([REFERENCE])
        for condition, value in (
            ("s.day >= ?", since),
            ("s.day <= ?", until),
            ("s.day < ?", UNDATED if since or until else None),
            ("s.article IN (SELECT id FROM article WHERE publisher = ?)", publisher),
            ("s.article IN (SELECT article FROM seen WHERE entity = (SELECT n FROM entity WHERE id = ?))", entity),
        ):
            if value is not None:
                where.append(condition)
                values.append(value)
        return self._sql.execute(
            "SELECT e.id, sum(s.mentions), count(*) FROM entity AS e JOIN seen AS s ON s.entity = e.n "
            f"WHERE {' AND '.join(where)} GROUP BY e.n ORDER BY sum(s.mentions) DESC, e.id",
            values,
        ).fetchall()

    def folded_names(self) -> list[str]:
        """All names, folded: what a misspelt one is compared with."""
        return [row[0] for row in self._sql.execute("SELECT DISTINCT folded FROM name")]

    def entities(
        self,
        words: str,
        *,
        kind: str | None = None,
        by_id: bool = False,
        after: tuple[int, str] | None = None,
        limit: int | None,
    ) -> list[EntityHit]:
        """Entities that articles speak of and whose names have all the words.

        Args:
            words: the last one may be unfinished; of none, all entities.
            kind: person, organization, country, group or place; any for None.
            by_id: in the order of their ids, else the best known first.
            after: mentions and id of the last one of the page before.
            limit: at most so many.
        """
        where, values = ["articles > 0"], list[object]()
        if words.strip():
            where.append("n IN (SELECT rowid FROM called WHERE called MATCH ?)")
            values.append(match(words, prefix=True))
        if kind:
            where.append("kind = ?")
            values.append(kind)
        if after:
            where.append("id > ?" if by_id else "(-mentions, id) > (?, ?) AND mentions <= ?")
            values += (after[1],) if by_id else (-after[0], after[1], after[0])
        order = "id" if by_id else "mentions DESC, id"
        rows = self._sql.execute(
            f"SELECT n FROM entity WHERE {' AND '.join(where)} ORDER BY {order} LIMIT ?",
            (*values, -1 if limit is None else limit),
        ).fetchall()
        return [hit for (n,) in rows if (hit := self._hit("n", n)) is not None]

    def _hit(self, by: str, value: int | str) -> EntityHit | None:
        label = _LABEL.format("e.n")
        query = f"SELECT id, ({label}), kind, mentions, statements, articles FROM entity AS e WHERE {by} = ?"
        row = self._sql.execute(query, (value,)).fetchone()
        return EntityHit(*row) if row and row[1] is not None else None

    def _add_entities(self, contents: Contents) -> None:
        names = dict(sorted(contents.names.items()))
        self._sql.executemany(
            "INSERT OR IGNORE INTO entity (id, kind) VALUES (?, ?)", ((each, each.partition("/")[0]) for each in names)
        )
        query = "SELECT id, n FROM entity WHERE id IN (SELECT value FROM json_each(?))"
        numbers: dict[str, int] = dict(self._sql.execute(query, (json.dumps([*names]),)).fetchall())
        counts = [(numbers[each], contents.mentions[each], contents.statements[each]) for each in names]
        self._count_entities(contents.article, counts, 1)
        self._sql.executemany(
            "INSERT INTO seen VALUES (?, ?, ?, ?, ?, ?)",
            (
                (contents.article, n, contents.day, mentions, statements, _SEPARATOR.join(known))
                for (n, mentions, statements), known in zip(counts, names.values(), strict=True)
            ),
        )
        self._sql.executemany(
            "INSERT INTO name VALUES (?, ?, ?, ?, 1) "
            "ON CONFLICT DO UPDATE SET uses = uses + 1, labels = labels + excluded.labels",
            (
                (numbers[each], name, fold(name), place == 0)
                for each, known in names.items()
                for place, name in enumerate(known)
            ),
        )
        query = "SELECT DISTINCT entity FROM name WHERE uses = 1 AND entity IN (SELECT value FROM json_each(?))"
        new = self._sql.execute(query, (json.dumps([*numbers.values()]),)).fetchall()
        self._write_names([n for (n,) in new])

    def _remove_entities(self, article: str) -> None:
        query = "SELECT entity, mentions, statements, names FROM seen WHERE article = ?"
        seen = self._sql.execute(query, (article,)).fetchall()
        self._count_entities(article, [(n, -mentions, -statements) for n, mentions, statements, _ in seen], -1)
        self._sql.executemany(
            "UPDATE name SET uses = uses - 1, labels = labels - ? WHERE entity = ? AND name = ?",
            ((place == 0, n, name) for n, *_, names in seen for place, name in enumerate(names.split(_SEPARATOR))),
        )
        gone = [n for n, *_ in seen if self._sql.execute(_FORGET, (n,)).rowcount]
        self._write_names(gone)
        self._sql.execute("DELETE FROM seen WHERE article = ?", (article,))

    def _count_entities(self, article: str, counts: Iterable[tuple[int, int, int]], by: int) -> None:
        """Adds mentions and statements to entities, by their numbers; `by` articles where it is one."""
        by = by if article != REFERENCE else 0
        self._sql.executemany(
            "UPDATE entity SET mentions = mentions + ?, statements = statements + ?, articles = articles + ? "
            "WHERE n = ?",
            ((mentions, statements, by, n) for n, mentions, statements in counts),
        )

    def _write_names(self, numbers: Sequence[int]) -> None:
        """Lets the entities be found by the names that they have now; forgets those that have none."""
        query = "SELECT entity, name FROM name WHERE entity IN (SELECT value FROM json_each(?)) ORDER BY entity, name"
        names: dict[int, list[str]] = {}
        for n, name in self._sql.execute(query, (json.dumps(numbers),)):
            names.setdefault(n, []).append(name)
        self._sql.executemany("DELETE FROM called WHERE rowid = ?", ((n,) for n in numbers))
        self._sql.executemany(
            "INSERT INTO called (rowid, names) VALUES (?, ?)", ((n, "\n".join(names[n])) for n in numbers if n in names)
        )
        self._sql.executemany("DELETE FROM entity WHERE n = ?", ((n,) for n in numbers if n not in names))


def match(words: str, *, prefix: bool = False) -> str:
    """An FTS5 query for all of the words. Each is quoted, so that no sign in it means anything."""
    quoted = ['"' + word.replace('"', '""') + '"' for word in words.split()]
    return " ".join(quoted) + ("*" if prefix and quoted else "")
