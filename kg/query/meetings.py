"""Who met whom, where, when."""

from __future__ import annotations

from collections.abc import Sequence

from kg.graph.event_index import Conditions
from kg.graph.reader import Reader
from kg.query.events import find_events
from kg.query.facts import Facts, Found
from kg.query.names import resolve_name
from kg.query.pages import Page
from kg.query.rows import MeetingRow, Named, TakingPart
from kg.vocabulary import RAP, SEM


def meetings(
    reader: Reader,
    *,
    participant: str | Sequence[str] | None = None,
    place: str | None = None,
    since: str | None = None,
    until: str | None = None,
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
        cursor: ``next`` of the page before.
        limit: at most so many.

    Raises:
        UsageError: an unknown or ambiguous name, a date or a cursor that is none.
    """
    asked = (participant,) if isinstance(participant, str) else participant or ()
    parts = [("participant", resolve_name(reader, name)) for name in asked]
    parts += [("place", resolve_name(reader, place))] if place else []
    conditions = Conditions("meeting", parts=tuple(parts))
    found = find_events(reader, conditions, since=since, until=until, cursor=cursor, limit=limit)
    return Page(rows(reader, found), found.next)


def rows(reader: Reader, found: Sequence[Found]) -> list[MeetingRow]:
    """The rows of these meetings, in the same order."""
    facts = Facts(
        reader,
        found,
        paths=(((RAP.evidence,), (RAP.participation,)),),
        entities=(((SEM.hasPlace,),), ((RAP.participation, RAP.participant),)),
    )
    return [_row(facts, meeting) for meeting in found if facts.known(meeting)]


def _row(facts: Facts, meeting: Found) -> MeetingRow:
    time = facts.when(meeting)
    return MeetingRow(
        id=facts.local_id(meeting),
        iri=meeting.node,
        date=time.begin if time else facts.get(meeting, RAP.published),
        participants=tuple(_taking_part(facts, part) for part in facts.to(meeting, RAP.participation)),
        place=next(iter(facts.named(meeting, SEM.hasPlace)), None),
        time=time,
        format=facts.get(meeting, RAP.meetingFormat) or "",
        status=facts.get(meeting, RAP.status) or "",
        topic=facts.get(meeting, RAP.topic),
        confidence=float(facts.get(meeting, RAP.confidence) or 1),
        article=facts.source(meeting),
        evidence=facts.excerpts(meeting, RAP.evidence),
    )


def _taking_part(facts: Facts, part: Found) -> TakingPart:
    entity = next(iter(facts.named(part, RAP.participant)), Named("", ""))
    return TakingPart(entity, facts.get(part, RAP.participantRole) or "")
