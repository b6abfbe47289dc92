"""Counts over the index: what there is, and who is named with whom."""

from __future__ import annotations

import sqlite3

from kg.graph.article_graph import UNDATED
from kg.graph.name_index import REFERENCE


class Tallies:
    """Counts over the tables of the index.

    Args:
        sql: the index's file.
    """

    def __init__(self, sql: sqlite3.Connection) -> None:
        self._sql = sql

    def events(self) -> dict[str, int]:
        """How many events there are of each kind."""
        return dict(self._sql.execute("SELECT kind, count(*) FROM event GROUP BY kind").fetchall())

    def entities(self) -> dict[str, int]:
        """How many entities of each kind articles speak of."""
        rows = self._sql.execute("SELECT kind, count(*) FROM entity WHERE articles > 0 GROUP BY kind ORDER BY kind")
        return dict(rows.fetchall())

    def articles(self) -> tuple[int, str | None, str | None]:
        """How many articles there are, and the days of the first and the last of them."""
        count = self._sql.execute("SELECT count(*) FROM article WHERE id <> ?", (REFERENCE,)).fetchone()[0]
        days = "SELECT min(day), max(day) FROM article WHERE id <> ? AND day < ?"
        return (count, *self._sql.execute(days, (REFERENCE, UNDATED)).fetchone())

    def publishers(self) -> list[tuple[str, str, int]]:
        """IRI, name and number of articles of each publisher, the one with most articles first."""
        rows = self._sql.execute(
            "SELECT publisher, max(publisher_name), count(*) AS many FROM article WHERE publisher_name IS NOT NULL "
            "GROUP BY publisher ORDER BY many DESC, publisher"
        )
        return rows.fetchall()

    def companions(self, entity: str, *, since: str | None, until: str | None, limit: int) -> list[tuple[str, int]]:
        """Ids of the entities that most articles name together with this one, and how many articles do.

        Args:
            entity: its id.
            since: ISO day of publication, included.
            until: likewise.
            limit: at most so many.
        """
        where, values = "one.entity = (SELECT n FROM entity WHERE id = ?) AND one.article <> ?", [entity, REFERENCE]
        for condition, bound in (("one.day >= ?", since), ("one.day <= ?", until)):
            if bound:
                where += f" AND {condition} AND one.day < ?"
                values += (bound, UNDATED)
        rows = self._sql.execute(
            "SELECT entity.id, count(*) AS many FROM seen AS one "
            "CROSS JOIN seen AS other ON other.article = one.article AND other.entity <> one.entity "
            f"JOIN entity ON entity.n = other.entity WHERE {where} AND entity.kind <> 'place' "
            "GROUP BY other.entity ORDER BY many DESC, entity.mentions DESC, entity.id LIMIT ?",
            (*values, limit),
        )
        return rows.fetchall()
