"""Who met whom, where, when."""

from __future__ import annotations

from collections.abc import Sequence

from kg.graph.reader import Reader
from kg.query.events import find_events
from kg.query.facts import Facts, Found
from kg.query.names import entity_node
from kg.query.rows import MeetingRow, Named, TakingPart
from kg.vocabulary import RAP, SEM


def meetings(
    reader: Reader,
    *,
    participant: str | Sequence[str] | None = None,
    place: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = None,
) -> list[MeetingRow]:
    """Meetings that meet all the conditions, by date, article and position; those without a date come last.

    Args:
        reader: the store.
        participant: id, label or alias of an actor; of several, all took part.
        place: id, label or alias; places within it are found too, where the articles say that they are.
        since: day, month or year, included; compared with the meeting's own time, where the article gives one, else
            with the article's date.
        until: likewise.
        limit: at most so many.

    Raises:
        UsageError: an unknown or ambiguous name, or a date that is none.
    """
    asked = (participant,) if isinstance(participant, str) else participant or ()
    conditions = [f"?event a <{RAP.Meeting}> ."]
    conditions += [f"?event <{SEM.hasActor}> {entity_node(reader, name)} ." for name in asked]
    if place:
        node = entity_node(reader, place)
        conditions.append(f"?event <{SEM.hasPlace}>/(<{RAP.locatedIn}>|<{RAP.country}>)* {node} .")
    found = find_events(reader, conditions, since=since, until=until, position=f"<{RAP.evidence}>", limit=limit)
    return rows(reader, found)


def rows(reader: Reader, found: Sequence[Found]) -> list[MeetingRow]:
    """The rows of these meetings, in the same order."""
    facts = Facts(
        reader,
        found,
        paths=(f"<{RAP.evidence}>|<{RAP.participation}>",),
        entities=(f"<{SEM.hasPlace}>", f"<{RAP.participation}>/<{RAP.participant}>"),
    )
    return [_row(facts, meeting) for meeting in found]


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
