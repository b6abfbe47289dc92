"""Who is tied to whom: weighted edges with dates, in the index.

``tie`` has one row for each event that ties two entities, ``edge`` counts them by what they are, ``bond`` by whom they
tie, from either end. So the strongest neighbours of anybody are the first rows of an index, and finding them costs what
they are, not how large the graph is.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic_core import from_json

from kg.graph.article_graph import UNDATED
from kg.graph.events import KINDS, Event, Tie, Ties

SCHEMA = """
CREATE TABLE tie (source TEXT NOT NULL, target TEXT NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL,
    day TEXT NOT NULL, until TEXT NOT NULL, event INTEGER NOT NULL, stance TEXT NOT NULL);
CREATE INDEX tie_source ON tie (source, target, kind, day, label, until, event);
CREATE INDEX tie_target ON tie (target, source, kind, label, day, until);
CREATE INDEX tie_event ON tie (event);
CREATE TABLE edge (source TEXT NOT NULL, target TEXT NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL,
    count INTEGER NOT NULL, PRIMARY KEY (source, target, kind, label)) WITHOUT ROWID;
-- kind '': of all kinds together
CREATE TABLE bond (entity TEXT NOT NULL, kind TEXT NOT NULL, other TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (entity, kind, other)) WITHOUT ROWID;
CREATE INDEX bond_strength ON bond (entity, kind, count DESC, other);
"""
TABLES = ("tie", "edge", "bond")

_ANY = ""
# In SQL, of rows with a label and a count: the label of the highest count, of equals the first. As text, a number of
# always twelve digits that falls as the count rises, and the label after it.
_MOST_OFTEN = "substr(min((1000000000000 - count) || ' ' || label), 14)"


@dataclass(frozen=True, slots=True)
class Window:
    """Ties of these kinds (of ``events.KINDS``) whose events overlap the days from `since` to `until` (ISO)."""

    kinds: tuple[str, ...] = KINDS
    since: str | None = None
    until: str | None = None

    @property
    def dated(self) -> bool:
        """Only some days count."""
        return bool(self.since or self.until)

    def condition(self) -> tuple[str, list[str]]:
        """As a condition on rows of ``tie``."""
        days, values = self.days()
        return f"kind IN ({', '.join('?' * len(self.kinds))}){days}", [*self.kinds, *values]

    def days(self) -> tuple[str, list[str]]:
        """The days alone, as what may follow another condition."""
        where, values = "", []
        for condition, bound in (("until >= ?", self.since), ("day <= ?", self.until)):
            if bound:
                where += f" AND {condition}"
                values.append(bound)
        if self.dated:
            where += " AND day < ?"
            values.append(UNDATED)
        return where, values


_COLUMNS = ", ".join(f"json_group_array({name})" for name in "source target kind label stance day until".split())


@dataclass(frozen=True, slots=True)
class Bundle:
    """All ties of one kind from `source` to `target`.

    Attributes:
        label: the act, kind of meeting, post or predicate that they are most often.
        count: number of ties.
        first, last: ISO days of the first and the last event; None where no day is known.
    """

    source: str
    target: str
    kind: str
    label: str
    count: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Example:
    """An event of `article` on `day`; `evidence` is start, end and words of the sentences that tell of it."""

    article: str
    day: str | None
    evidence: tuple[tuple[int, int, str], ...]


class TieIndex:
    """The ties of all articles, in the tables above.

    Args:
        sql: the index's file.
    """

    def __init__(self, sql: sqlite3.Connection) -> None:
        self._sql = sql

    def add(self, events: Iterable[Event], numbers: Mapping[str, int]) -> None:
        """Adds the ties of events, which have these numbers by IRI."""
        rows = [
            (tie.source, tie.target, tie.kind, tie.label, event.day, event.until, numbers[event.node], tie.stance)
            for event in events
            for tie in event.ties
        ]
        self._sql.executemany("INSERT INTO tie VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self._count((Tie(*row[:4]) for row in rows), 1)

    def remove(self, article: str) -> None:
        """Removes the ties of an article's events, before these themselves."""
        events = "(SELECT n FROM event WHERE article = ?)"
        rows = self._sql.execute(f"SELECT source, target, kind, label FROM tie WHERE event IN {events}", (article,))
        ties = [Tie(*row) for row in rows]
        self._sql.execute(f"DELETE FROM tie WHERE event IN {events}", (article,))
        self._count(ties, -1)

    def each(
        self,
        window: Window,
        *,
        publishers: Sequence[str] = (),
        entities: Sequence[str] = (),
        within: Sequence[str] | None = None,
    ) -> Ties:
        """Every tie, in no order.

        SQLite gives each column as one text, and equal values become one string: of 127,000 ties it takes half the
        time of fetching rows, and what is done with the values afterwards a third.

        Args:
            window: the kinds and the days.
            publishers: IRIs; all for none.
            entities: ids, one of which is an end of the tie; all for none.
            within: ids, two of which are its ends; all for None.
        """
        where, values = window.condition()
        if publishers:
            marks = ", ".join("?" * len(publishers))
            where += f" AND event IN (SELECT n FROM event WHERE publisher IN ({marks}))"
            values += publishers
        if entities:
            marks = ", ".join("?" * len(entities))
            where += f" AND (source IN ({marks}) OR target IN ({marks}))"
            values += (*entities, *entities)
        if within is not None:
            # The plus keeps SQLite from seeking each pair: 800 actors have 640,000, which takes half a second.
            where += " AND source IN (SELECT value FROM json_each(?)) AND +target IN (SELECT value FROM json_each(?))"
            values += [json.dumps(within)] * 2
        columns = self._sql.execute(f"SELECT {_COLUMNS} FROM tie WHERE {where}", values).fetchone()
        return Ties(*(from_json(column, cache_strings="all") for column in columns))

    def strongest(self, entity: str, window: Window, *, limit: int | None = None) -> list[tuple[str, int]]:
        """Whom the entity is tied to most often, and how often; of equals the first by id comes first."""
        most = -1 if limit is None else limit
        if window.dated:
            return self._strongest_within(entity, window, most)
        if set(window.kinds) == set(KINDS):
            window = Window((_ANY,))
        if len(window.kinds) == 1:
            query = "SELECT other, count FROM bond WHERE entity = ? AND kind = ? ORDER BY count DESC, other LIMIT ?"
            return self._sql.execute(query, (entity, window.kinds[0], most)).fetchall()
        where, values = window.condition()
        return self._sql.execute(
            f"SELECT other, sum(count) AS total FROM bond WHERE entity = ? AND {where} "
            "GROUP BY other ORDER BY total DESC, other LIMIT ?",
            (entity, *values, most),
        ).fetchall()

    def _strongest_within(self, entity: str, window: Window, limit: int) -> list[tuple[str, int]]:
        where, values = window.condition()
        return self._sql.execute(
            "SELECT other, sum(ties) AS total FROM ("
            f"SELECT target AS other, count(*) AS ties FROM tie WHERE source = ? AND {where} GROUP BY target UNION ALL "
            f"SELECT source, count(*) FROM tie WHERE target = ? AND {where} GROUP BY source) "
            "GROUP BY other ORDER BY total DESC, other LIMIT ?",
            (entity, *values, entity, *values, limit),
        ).fetchall()

    def between(self, one: str, other: str, window: Window) -> list[Bundle]:
        """The ties of two entities in both directions, the most numerous first."""
        return self.among([(one, other)], window)

    def among(self, pairs: Iterable[tuple[str, str]], window: Window) -> list[Bundle]:
        """The ties of each two entities in both directions, the most numerous first."""
        where, values = window.condition()
        ends = sorted({ends for one, other in pairs for ends in ((one, other), (other, one))})
        asked = f"{_asked('one', 'other')} CROSS JOIN"
        if window.dated:
            counted = (
                "SELECT key, source, target, kind, label, count(*) AS count, min(day) AS first, max(day) AS last "
                f"FROM {asked} tie ON source = one AND target = other WHERE {where} GROUP BY key, kind, label"
            )
            first, last = "min(first)", "max(last)"
        else:
            counted = f"SELECT * FROM {asked} edge ON source = one AND target = other WHERE {where}"
            # Two steps in tie_source.
            day = (
                "(SELECT {}(day) FROM tie WHERE source = one AND target = other AND kind = c.kind "
                f"AND day < '{UNDATED}')"
            )
            first, last = day.format("min"), day.format("max")
        # Gathered by SQLite: the fifty strongest neighbours of somebody well known have 3,000 labels in 250 bundles.
        rows = self._sql.execute(
            f"SELECT source, target, kind, {_MOST_OFTEN}, sum(count), {first}, {last} FROM ({counted}) AS c "
            "GROUP BY key, kind",
            (json.dumps(ends), *values),
        )
        bundles = [Bundle(*row) for row in rows]
        return sorted(bundles, key=lambda bundle: (-bundle.count, bundle.source, bundle.target, bundle.kind))

    def neighbours_among(self, entity: str, others: Sequence[str]) -> list[str]:
        """Those of the others that the entity is tied to."""
        query = "SELECT other FROM bond WHERE entity = ? AND kind = ? AND other IN (SELECT value FROM json_each(?))"
        rows = self._sql.execute(query, (entity, _ANY, json.dumps(others)))
        return sorted(row[0] for row in rows)

    def examples(self, bundles: Sequence[Bundle], window: Window) -> list[Example]:
        """For each bundle the last event by which its ends are tied as they are most often; in one question for all."""
        asked = [(bundle.source, bundle.target, bundle.kind, bundle.label) for bundle in bundles]
        where, values = window.days()
        same = f"source = a.source AND target = a.target AND kind = a.kind AND label = a.label{where}"
        # Undated ones sort last, but are no later than the others.
        last = f"SELECT day FROM tie WHERE {same} AND day < '{UNDATED}' ORDER BY day DESC LIMIT 1"
        first = (
            f"SELECT x.n FROM (SELECT event FROM tie WHERE {same} AND day = a.last) "
            "CROSS JOIN event AS x ON x.n = event ORDER BY x.node LIMIT 1"
        )
        rows = self._sql.execute(
            f"WITH a AS MATERIALIZED (SELECT a.*, coalesce(({last}), '{UNDATED}') AS last "
            f"FROM {_asked('source', 'target', 'kind', 'label')} AS a) "
            f"SELECT e.article, e.day, e.evidence FROM a CROSS JOIN event AS e ON e.n = ({first}) ORDER BY key",
            (*values, json.dumps(asked), *values),
        )
        return [Example(row[0], row[1] if row[1] != UNDATED else None, _excerpts(row[2])) for row in rows]

    def of_article(self, article: str, kinds: Sequence[str]) -> list[tuple[Tie, tuple[tuple[int, int, str], ...]]]:
        """The ties of these kinds in one article, each with its evidence, in text order."""
        where, values = Window(tuple(kinds)).condition()
        rows = self._sql.execute(
            f"SELECT source, target, t.kind, label, stance, evidence FROM (SELECT * FROM tie WHERE {where}) AS t "
            "JOIN event AS e ON e.n = t.event WHERE e.article = ? ORDER BY e.start, source, target, t.kind, label",
            (*values, article),
        )
        return [(Tie(*row[:5]), _excerpts(row[5])) for row in rows]

    def _count(self, ties: Iterable[Tie], by: int) -> None:
        edges, bonds = Counter[Tie](), Counter[tuple[str, str, str]]()
        for tie in ties:
            edges[tie] += by
            for entity, other in ((tie.source, tie.target), (tie.target, tie.source)):
                for kind in (_ANY, tie.kind):
                    bonds[entity, kind, other] += by
        self._sql.executemany(
            "INSERT INTO edge VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count",
            ((tie.source, tie.target, tie.kind, tie.label, number) for tie, number in edges.items()),
        )
        self._sql.executemany(
            "INSERT INTO bond VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count",
            ((*ends, number) for ends, number in bonds.items()),
        )
        if by < 0:
            self._sql.executemany(
                "DELETE FROM edge WHERE source = ? AND target = ? AND kind = ? AND label = ? AND count <= 0",
                ((tie.source, tie.target, tie.kind, tie.label) for tie in edges),
            )
            self._sql.executemany("DELETE FROM bond WHERE entity = ? AND kind = ? AND other = ? AND count <= 0", bonds)


def _asked(*names: str) -> str:
    """A list of lists, given as JSON, as rows with these columns and their number as `key`."""
    columns = (f"json_extract(value, '$[{place}]') AS {name}" for place, name in enumerate(names))
    return f"(SELECT key, {', '.join(columns)} FROM json_each(?))"


def _excerpts(evidence: str) -> tuple[tuple[int, int, str], ...]:
    return tuple((start, end, words) for start, end, words in json.loads(evidence))
