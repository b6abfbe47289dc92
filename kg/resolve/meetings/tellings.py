"""Tellings: a meeting with all that is told of it in several places of an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kg.findings import Telling
from kg.model import Meeting, MeetingStatus, Mention, Participant
from kg.resolve.scenes.days import compatible, finer

# So many sentences on, the states are still spoken of whose ministers have met.
_NEAR = 6
# Of so many states each must be named by who came for it.
_SIDES = 2
_RANK: dict[str, int] = {"host": 3, "mediator": 3, "visitor": 2, "party": 1}


@dataclass(slots=True)
class Told:
    """A meeting with what is told of it in several places.

    Attributes:
        guests: they meet where a summit is at which all are, and no side receives the other.
        homes: the states of the persons who take part, as far as they are known, by the persons' ids.
    """

    meeting: Meeting
    tellings: list[Telling]
    participants: dict[str, Participant]
    place: Mention | None
    ordinals: set[str] = field(default_factory=set)
    homes: dict[str, str] = field(default_factory=dict)
    guests: bool = False

    @property
    def last(self) -> int:
        return max(one.sentence for one in self.tellings)


def common(told: Told, other: Told) -> int:
    """How many take part in both: those of the same id, and a state here whose minister is there."""
    ours, theirs = told.participants.keys(), other.participants.keys()
    both = len(ours & theirs)
    if told.last - other.last > _NEAR and not same_day(told, other):
        return both  # "the two countries" of the next paragraphs are those whose ministers have met
    met = {state for state in other.homes.values() if state in ours and state not in theirs}
    sent = {state for state in told.homes.values() if state in theirs and state not in ours}
    # Two ministers of five states that met need not have met then.
    states = sum(actor.startswith("country/") for actor in (ours if met else theirs))
    return both + len(met) + len(sent) if len(met) + len(sent) == states else both


def same_day(told: Told, other: Told) -> bool:
    times = told.meeting.time, other.meeting.time
    return None not in times and compatible(*times)


def represented(participants: dict[str, Participant], homes: Mapping[str, str]) -> dict[str, Participant]:
    """Those who take part without the states whose ministers do, where every state's has been named.

    "The ministers of Oman and Mali met. ... After his talks with Dahl, Moen said": Dahl and Moen have met.
    """
    states = {actor for actor in participants if actor.startswith("country/")}
    sent = {state: actor for actor, state in homes.items() if actor in participants}
    if len(participants) - len(states) < _SIDES or not states <= sent.keys():
        return participants
    found = {actor: one for actor, one in participants.items() if actor not in states}
    for state in sorted(states):
        role, person = participants[state].role, found[sent[state]]
        found[sent[state]] = replace(person, role=role) if person.role == "party" else person
    return found


def take_in(told: Told, other: Told) -> None:
    """Adds what another telling of the same meeting tells."""
    first, second = told.meeting, other.meeting
    for actor, participant in other.participants.items():
        if actor in told.homes.values() and actor not in told.participants:
            continue  # the state of a minister who is there
        there = told.participants.get(actor)
        if there is None or _RANK[participant.role] > _RANK[there.role]:
            told.participants[actor] = participant
    if told.place is None or (told.tellings[0].presumed and other.place is not None):
        told.place = other.place
    told.ordinals |= other.ordinals
    told.homes |= other.homes
    told.participants = represented(told.participants, told.homes)
    told.tellings += other.tellings
    told.meeting = replace(
        first,
        evidence=(*first.evidence, *(span for span in second.evidence[1:] if span not in first.evidence)),
        time=finer(first.time, second.time),
        topic=first.topic or second.topic,
        format=second.format if first.format == "meeting" and second.format != "visit" else first.format,
        status=_status(first.status, second.status),
    )


def _status(first: MeetingStatus, second: MeetingStatus) -> MeetingStatus:
    """What is called off stays so; the first telling that knows is taken."""
    if "called_off" in (first, second):
        return "called_off"
    return second if first == "unknown" else first
