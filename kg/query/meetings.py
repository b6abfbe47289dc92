"""Who met whom, where, when."""

from __future__ import annotations

from collections.abc import Sequence

from kg.graph.event_index import Conditions, Told
from kg.graph.reader import Reader
from kg.query.events import excerpts, find_events, local_id, named, sources, when
from kg.query.names import resolve_name
from kg.query.pages import Page
from kg.query.rows import MeetingRow, Named, Source, TakingPart


def meetings(
    reader: Reader,
    *,
    participant: str | Sequence[str] | None = None,
    place: str | None = None,
    since: str | None = None,
    until: str | None = None,
    sort: str | None = None,
    cursor: str | None = None,
    limit: int | None = None,
) -> Page[MeetingRow]:
    """Meetings that meet all the conditions, by date, article and position; those without a date come last.

    Args:
        reader: the store.
        participant: id, label or alias of an actor; of several, all took part.
        place: id, label or alias; places within it are found too, where the articles say that they are.
        since: day, month or year, included; compared with the meeting's own time, where the article gives one, else
            with the article's date.
        until: likewise.
        sort: "oldest" first, as is usual, or "newest".
        cursor: ``next`` of the page before.
        limit: at most so many.

    Raises:
        UsageError: an unknown or ambiguous name, a date, sort or cursor that is none.
    """
    asked = conditions(reader, participant=participant, place=place)
    found = find_events(reader, asked, since=since, until=until, sort=sort, cursor=cursor, limit=limit)
    return Page(rows(reader, found), found.next)


def conditions(
    reader: Reader, *, participant: str | Sequence[str] | None = None, place: str | None = None
) -> Conditions:
    """The conditions of ``meetings``, but for the dates, as the index takes them.

    Raises:
        UsageError: as there.
    """
    asked = (participant,) if isinstance(participant, str) else participant or ()
    parts = [("participant", resolve_name(reader, name)) for name in asked]
    parts += [("place", resolve_name(reader, place))] if place else []
    return Conditions("meeting", parts=tuple(parts))


def rows(reader: Reader, found: Sequence[Told]) -> list[MeetingRow]:
    """The rows of these meetings, in the same order."""
    return [_row(reader, each, source) for each, source in zip(found, sources(reader, found), strict=True)]


def _row(reader: Reader, meeting: Told, source: Source) -> MeetingRow:
    told = meeting.told
    return MeetingRow(
        id=local_id(reader, meeting),
        iri=meeting.place.node,
        date=told["date"],
        participants=tuple(TakingPart(Named(*entity), role) for entity, role in told["participants"]),
        place=named(told["place"]),
        time=when(told["time"]),
        format=told["format"],
        status=told["status"],
        topic=told["topic"],
        confidence=told["confidence"],
        article=source,
        evidence=excerpts(meeting.evidence),
    )
