"""Pages of statements and of meetings, and the parts of their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, replace

from kg.graph.event_index import Conditions, Place, Told
from kg.graph.reader import Reader
from kg.query.dates import days
from kg.query.edges import sources_of
from kg.query.pages import Page, checked_limit, cut, is_newest_first, read_cursor, write_cursor
from kg.query.rows import Excerpt, Named, Source, When

_Excerpt = tuple[int, int, str]


def find_events(
    reader: Reader,
    asked: Conditions,
    *,
    since: str | None,
    until: str | None,
    sort: str | None = None,
    cursor: str | None,
    limit: int | None,
) -> Page[Told]:
    """A page of events by date (those without one last), article and position.

    Args:
        reader: the store.
        asked: what they have in common.
        since: day, month or year; included.
        until: likewise.
        sort: "oldest" first, as is usual, or "newest".
        cursor: ``next`` of the page before.
        limit: at most so many.

    Raises:
        UsageError: a date, a sort or a cursor that is none, or a limit below 1.
    """
    checked_limit(limit)
    newest = is_newest_first(sort)
    first, last = days(since, until)
    after = Place(*read_cursor(cursor, str, str, int, str)) if cursor else None
    asked = replace(asked, since=first, until=last)
    found, end = cut(reader.index.events.page(asked, after=after, limit=limit and limit + 1, newest=newest), limit)
    return Page(found, write_cursor(*astuple(end.place)) if end else None)


def sources(reader: Reader, found: Sequence[Told]) -> list[Source]:
    """The articles of these events, for each its own."""
    articles = sorted({event.place.article for event in found})
    known = dict(zip(articles, sources_of(reader, articles), strict=True))
    return [known[event.place.article] for event in found]


def local_id(reader: Reader, event: Told) -> str:
    """Id of the event within its article."""
    return event.place.node.removeprefix(f"{reader.iris.article(event.place.article)}#")


def named(told: list[str] | None) -> Named | None:
    """An entity of what is told, if any."""
    return Named(*told) if told else None


def excerpt(told: _Excerpt | None) -> Excerpt | None:
    """An excerpt of what is told, if any."""
    return Excerpt(*told) if told else None


def excerpts(told: Sequence[_Excerpt]) -> tuple[Excerpt, ...]:
    """Likewise several."""
    return tuple(Excerpt(*each) for each in told)


def when(told: list[str] | None) -> When | None:
    """The time of what is told, if any."""
    return When(*told) if told else None
