"""Tellings: a meeting with all that is told of it in several places of an article."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.findings import Telling
from kg.model import Meeting, Mention, Participant
from kg.resolve.days import compatible


@dataclass(slots=True)
class Told:
    """A meeting with what is told of it in several places."""

    meeting: Meeting
    tellings: list[Telling]
    participants: dict[str, Participant]
    place: Mention | None
    ordinals: set[str] = field(default_factory=set)

    @property
    def last(self) -> int:
        return max(one.sentence for one in self.tellings)


def same_day(told: Told, other: Told) -> bool:
    times = told.meeting.time, other.meeting.time
    return None not in times and compatible(*times)
