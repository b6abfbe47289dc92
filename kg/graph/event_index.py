"""Events in the index: lists of statements and meetings in the order of their dates, a page at a time.

A page costs what it shows: SQLite walks an index from where the last page ended.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kg.graph.article_graph import UNDATED
from kg.graph.dated import newest_first
from kg.graph.events import Event

SCHEMA = """
CREATE TABLE event (n INTEGER PRIMARY KEY, article TEXT NOT NULL, node TEXT NOT NULL, kind TEXT NOT NULL,
    day TEXT NOT NULL, until TEXT NOT NULL, start INTEGER NOT NULL, act TEXT NOT NULL, form TEXT NOT NULL,
    publisher TEXT, evidence TEXT NOT NULL);
CREATE INDEX event_article ON event (article);
CREATE INDEX event_day ON event (kind, day);
CREATE INDEX event_act ON event (act, day);
CREATE INDEX event_publisher ON event (publisher, day);
-- apart from the events: who counts them reads them all
CREATE TABLE told (event INTEGER PRIMARY KEY, told TEXT NOT NULL);
CREATE TABLE part (role TEXT NOT NULL, entity TEXT NOT NULL, day TEXT NOT NULL, event INTEGER NOT NULL,
    PRIMARY KEY (role, entity, day, event)) WITHOUT ROWID;
CREATE INDEX part_event ON part (event);
"""
TABLES = ("event", "told", "part")
#: What ``read_row`` reads, of the tables event AS e and told AS t.
COLUMNS = "e.day, e.article, e.start, e.node, e.evidence, t.told"

# An event's own time is a day, a week, a month or a year: what reaches into a day began at most so long before it.
_LONGEST = timedelta(days=366)
# Of several entities the one with the fewest events is walked; from so many on all are taken to have as many.
_COUNTED = 1000


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where an event stands in a list: by day, article, position in its text, and IRI."""

    day: str
    article: str
    start: int
    node: str


@dataclass(frozen=True, slots=True)
class Told:
    """The event at `place`, with `evidence` and what else the article tells of it, as ``kg.graph.told`` has it."""

    place: Place
    evidence: list[tuple[int, int, str]]
    told: dict[str, Any]


def read_row(row: Sequence[Any]) -> Told:
    """An event of ``COLUMNS``."""
    *place, evidence, told = row
    return Told(Place(*place), json.loads(evidence), json.loads(told))


@dataclass(frozen=True, slots=True)
class Conditions:
    """What events of a list have in common.

    Attributes:
        kind: statement or meeting.
        parts: (role, entity id), all of which they have.
        act, form: of statements; any for None.
        publisher: IRI.
        since, until: ISO days that they overlap with.
        words: an FTS5 query that what is said matches.
        role: that somebody has, whoever it is.
    """

    kind: str
    parts: tuple[tuple[str, str], ...] = ()
    act: str | None = None
    form: str | None = None
    publisher: str | None = None
    since: str | None = None
    until: str | None = None
    words: str | None = None
    role: str | None = None


class EventIndex:
    """The events of all articles, in the tables above.

    Args:
        sql: the index's file.
    """

    def __init__(self, sql: sqlite3.Connection) -> None:
        self._sql = sql

    def add(self, article: str, events: Iterable[Event], publisher: str | None) -> dict[str, int]:
        """Adds the events of an article; gives their numbers by IRI."""
        numbers = {}
        for event in events:
            row = (article, event.node, event.kind, event.day, event.until, event.start, event.act, event.form)
            number = self._sql.execute(
                "INSERT INTO event (article, node, kind, day, until, start, act, form, publisher, evidence) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*row, publisher, json.dumps(event.evidence, ensure_ascii=False)),
            ).lastrowid
            assert number is not None
            numbers[event.node] = number
            if event.told:
                self._sql.execute("INSERT INTO told VALUES (?, ?)", (number, event.told))
            parts = ((role, entity, event.day, number) for role, entity in event.parts)
            self._sql.executemany("INSERT INTO part VALUES (?, ?, ?, ?)", parts)
        return numbers

    def remove(self, article: str) -> None:
        """Removes the events of an article."""
        for table in ("part", "told"):
            query = f"DELETE FROM {table} WHERE event IN (SELECT n FROM event WHERE article = ?)"
            self._sql.execute(query, (article,))
        self._sql.execute("DELETE FROM event WHERE article = ?", (article,))

    def page(
        self, asked: Conditions, *, after: Place | None = None, limit: int | None = None, newest: bool = False
    ) -> list[Told]:
        """The events that meet the conditions, by day, article and position; those without a date come last.

        Args:
            asked: the conditions.
            after: the last of the page before.
            limit: at most so many.
            newest: the last days come first.
        """
        tables, day, where, values = self._selected(asked)

        def page(first: str, down: str, after: Place | None, limit: int | None) -> list[Told]:
            begun, last = f" AND {day} < '{UNDATED}'" if down else "", list[object]()
            if after:
                begun += f" AND {day} {first}= ? AND ({day} {first} ? OR (e.article, e.start, e.node) > (?, ?, ?))"
                last = [after.day, after.day, after.article, after.start, after.node]
            # What is told is looked up for the page alone, not for all that are sorted.
            rows = self._sql.execute(
                f"SELECT {COLUMNS} FROM (SELECT e.n AS found FROM {tables} WHERE {where}{begun} "
                f"ORDER BY {day}{down}, e.article, e.start, e.node LIMIT ?) "
                "CROSS JOIN event AS e ON e.n = found CROSS JOIN told AS t ON t.event = found "
                f"ORDER BY e.day{down}, e.article, e.start, e.node",
                (*values, *last, -1 if limit is None else limit),
            )
            return list(map(read_row, rows))

        if not newest:
            return page(">", "", after, limit)
        return newest_first(page, after, Place(UNDATED, "", -1, ""), limit)

    def count(self, asked: Conditions, by: str | None = None) -> dict[str | None, int]:
        """How many events meet the conditions: by "act" or "publisher" (IRI), or all of them, as None."""
        tables, _, where, values = self._selected(asked)
        group = f"e.{by}" if by else "NULL"
        rows = self._sql.execute(
            f"SELECT {group}, count(*) FROM {tables} WHERE {where} GROUP BY {group}", values
        ).fetchall()
        return dict(rows) if by else {None: sum(number for _, number in rows)}

    def _selected(self, asked: Conditions) -> tuple[str, str, str, list[object]]:
        """Tables, the column of the day, and the conditions with their values."""
        where, values = [], list[object]()
        day, tables = "e.day", "event AS e"
        for position, (role, entity) in enumerate(self._rarest_first(asked.parts)):
            if position == 0:
                day, tables = "p.day", "part AS p CROSS JOIN event AS e ON e.n = p.event"
                where.append("p.role = ? AND p.entity = ?")
            else:
                # By the columns of the part alone: asked of the event, each of the first one's events would be read.
                where.append(
                    "EXISTS (SELECT 1 FROM part AS q "
                    "WHERE q.role = ? AND q.entity = ? AND q.day = p.day AND q.event = p.event)"
                )
            values += (role, entity)
        for condition, value in _conditions(asked, day):
            where.append(condition)
            values.append(value)
        return tables, day, " AND ".join(where), values

    def of_article(self, article: str, kind: str) -> list[Told]:
        """The events of one article, in text order."""
        rows = self._sql.execute(
            f"SELECT {COLUMNS} FROM event AS e CROSS JOIN told AS t ON t.event = e.n "
            "WHERE e.article = ? AND e.kind = ? ORDER BY e.start, e.node",
            (article, kind),
        )
        return list(map(read_row, rows))

    def days(self, asked: Conditions, *, by: str | None = None) -> list[tuple[str, str, int]]:
        """How many events begin on each day, of those that meet the conditions: day, what it was counted by, how many.

        Args:
            asked: the conditions; at most one part. Unlike in a list, what reaches into the days is not meant.
            by: "act"; "stance", in which what is said about somebody tells it, so that one is counted for each, and
                statements about nobody are not; "" stands for None.
        """
        day, what, tables = "e.day", {"act": "e.act", "stance": "t.stance"}.get(by or "", "''"), "event AS e"
        where, values = ["e.kind = ?"], list[object]([asked.kind])
        if asked.parts:
            ((role, entity),) = asked.parts
            day, tables = "p.day", "part AS p CROSS JOIN event AS e ON e.n = p.event"
            where.append("p.role = ? AND p.entity = ?")
            values += (role, entity)
        if by == "stance":
            tables += " JOIN tie AS t ON t.event = e.n AND t.kind = 'said_about'"
        for column, value in (("act", asked.act), ("form", asked.form), ("publisher", asked.publisher)):
            if value is not None:
                where.append(f"e.{column} = ?")
                values.append(value)
        if asked.role is not None:
            where.append("EXISTS (SELECT 1 FROM part AS r WHERE r.event = e.n AND r.role = ?)")
            values.append(asked.role)
        where.append(f"{day} >= ? AND {day} <= ? AND {day} < ?")
        values += (asked.since or "", asked.until or UNDATED, UNDATED)
        rows = self._sql.execute(
            f"SELECT {day}, {what}, count(DISTINCT e.n) FROM {tables} WHERE {' AND '.join(where)} "
            f"GROUP BY {day}, {what} ORDER BY {day}, {what}",
            values,
        )
        return rows.fetchall()

    def by_part(self, asked: Conditions, role: str) -> dict[str, int]:
        """How many of the events each entity has this role in, by its id."""
        where, values = ["p.role = ?"], list[object]([role])
        for role, entity in asked.parts:
            where.append("EXISTS (SELECT 1 FROM part AS q WHERE q.event = e.n AND q.role = ? AND q.entity = ?)")
            values += (role, entity)
        for condition, value in _conditions(asked, "e.day"):
            where.append(condition)
            values.append(value)
        return dict(
            self._sql.execute(
                "SELECT p.entity, count(*) FROM part AS p JOIN event AS e ON e.n = p.event "
                f"WHERE {' AND '.join(where)} GROUP BY p.entity",
                values,
            )
        )

    def counts_of(self, entity: str, roles: Sequence[str]) -> list[int]:
        """In how many events the entity has each of these roles."""
        marks = ", ".join("?" * len(roles))
        query = f"SELECT role, count(*) FROM part WHERE role IN ({marks}) AND entity = ? GROUP BY role"
        counts = dict(self._sql.execute(query, (*roles, entity)).fetchall())
        return [counts.get(role, 0) for role in roles]

    def _rarest_first(self, parts: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        def events(part: tuple[str, str]) -> int:
            query = "SELECT count(*) FROM (SELECT 1 FROM part WHERE role = ? AND entity = ? LIMIT ?)"
            return int(self._sql.execute(query, (*part, _COUNTED)).fetchone()[0])

        return sorted(parts, key=events)


def _conditions(asked: Conditions, day: str) -> Iterator[tuple[str, object]]:
    yield "e.kind = ?", asked.kind
    for column, value in (("act", asked.act), ("form", asked.form), ("publisher", asked.publisher)):
        if value is not None:
            yield f"e.{column} = ?", value
    if asked.words is not None:
        yield "e.n IN (SELECT rowid FROM said WHERE said MATCH ?)", asked.words
    if asked.role is not None:
        yield "EXISTS (SELECT 1 FROM part AS r WHERE r.event = e.n AND r.role = ?)", asked.role
    if asked.since:
        yield f"{day} >= ?", earliest(asked.since)
        yield "e.until >= ?", asked.since
    if asked.until:
        yield f"{day} <= ?", asked.until
    if asked.since or asked.until:
        yield f"{day} < ?", UNDATED


def earliest(since: str) -> str:
    """The first day on which something may have begun that reaches into the day `since`."""
    first = date.fromisoformat(since)
    return (first - min(_LONGEST, first - date.min)).isoformat()
