"""Pages of statements and of meetings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.graph.event_index import Conditions, Place
from kg.graph.reader import Reader
from kg.query.dates import days
from kg.query.facts import Found
from kg.query.pages import Page, checked_limit, cut, read_cursor, write_cursor


def find_events(
    reader: Reader,
    asked: Conditions,
    *,
    since: str | None,
    until: str | None,
    cursor: str | None,
    limit: int | None,
    newest: bool = False,
) -> Page[Found]:
    """A page of events by date (those without one last), article and position.

    Args:
        reader: the store.
        asked: what they have in common.
        since: day, month or year; included.
        until: likewise.
        cursor: ``next`` of the page before.
        limit: at most so many.
        newest: the last dates come first.

    Raises:
        UsageError: a date or a cursor that is none, or a limit below 1.
    """
    checked_limit(limit)
    first, last = days(since, until)
    after = Place(*read_cursor(cursor, str, str, int, str)) if cursor else None
    asked = replace(asked, since=first, until=last)
    places, end = cut(reader.index.events.page(asked, after=after, limit=limit and limit + 1, newest=newest), limit)
    return Page(
        found(reader, places), write_cursor(end.day, end.article, end.start, end.node) if end is not None else None
    )


def found(reader: Reader, places: Sequence[Place]) -> list[Found]:
    """The events at these places of the index."""
    return [Found(reader.iris.article(place.article), place.node) for place in places]
