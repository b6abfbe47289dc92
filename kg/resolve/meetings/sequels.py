"""Sequels: who takes part in a meeting of which it is not told, as a rule those of the one that was told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.findings import Telling
from kg.model import Mention, Participant
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.meetings.tellings import Told

# So many sentences before another round was told of; an earlier meeting, so many.
_REACH, _NEAR = 8, 2
# Meetings told by these are others, of those who met in the sentences before: "an earlier meeting in Oslo".
_AGAIN = frozenset(
    {"earlier", "previous", "first", "second", "third", "next", "another", "follow-up", "further", "similar"}
)
# Not of those of whom the text is: "the first round" may have been of others.
# Rounds of talks that were told of: "a fourth round", "a new round".
_ROUNDS = frozenset({"fourth", "fifth", "sixth", "seventh", "new", "fresh", "final"})
_OPENING = frozenset({"first", "opening", "earlier"})


def again(told: Told, found: Sequence[Told], gazetteer: Gazetteer) -> None:
    """Takes in who takes part in a meeting where the words before it tell: a next round, an earlier meeting, a visit.

    Args:
        told: a meeting that no other was told of before.
        found: those told of before.
        gazetteer: says in which country a place is.
    """
    telling = told.tellings[-1]
    if told.meeting.format == "visit":
        _visit(told, found, gazetteer)
        return
    following = telling.ordinal is not None and (telling.ordinal == "next" or telling.word == "round")
    if telling.definite and (following or (telling.bare and told.meeting.format == "talks")):
        _round(told, found)  # "the talks were to have been held in Oslo" last week: those that are told of now
        return
    rounds = [other for other in found if telling.word == "round" == other.tellings[-1].word]
    # "A first round" is one of those who have met, not of others who will.
    met = [one for one in found if one.meeting.status == "held"] if telling.ordinal == "first" else found
    before = max(rounds or met, key=lambda other: other.last, default=None)
    another = telling.ordinal in _AGAIN or (telling.word == "round" and telling.ordinal in _ROUNDS)
    if told.participants or not another or telling.definite or before is None:
        return
    if telling.sentence - before.last <= (_REACH if rounds else _NEAR) and before.meeting.format != "visit":
        told.participants |= {actor: one for actor, one in before.participants.items() if one.role != "mediator"}


def once_more(telling: Telling, found: Sequence[Told], several: int) -> dict[str, Participant]:
    """Who meets again: those who met last, if they are as many: "the two sides plan to meet again in May"."""
    if telling.ordinal != "again":
        return {}
    for other in sorted(found, key=lambda other: -other.last):
        met = {actor: one for actor, one in other.participants.items() if one.role != "mediator"}
        if len(met) == several and other.meeting.format not in ("visit", "call"):
            return {actor: replace(one, role="party") for actor, one in met.items()}
    return {}


def _round(told: Told, found: Sequence[Told]) -> None:
    """The next round is one of whatever talks were told of; who received then need not receive again."""
    telling = told.tellings[-1]
    talks = [one for one in found if one.meeting.format in ("talks", "summit") and len(one.participants) > 1]
    if told.meeting.format in ("meeting", "summit", "conference"):  # "the next session" is of the body that met
        talks = [one for one in found if one.meeting.format == "meeting" and _bodies(one)] or talks
    before = max(talks, key=lambda other: other.last, default=None)
    told_when = told.place is not None or told.meeting.time is not None
    if told.participants or not told_when or telling.ordinal in _OPENING:
        return
    if before is None:
        others = [one for one in found if one.meeting.format != "visit" and len(one.participants) > 1]
        if telling.ordinal == "next" and len(others) == 1:  # those of the only meeting that is told
            told.participants = {actor: replace(one, role="party") for actor, one in others[0].participants.items()}
        return
    bodies = _bodies(before) if before.meeting.format == "meeting" else {}
    for actor, one in (bodies or before.participants).items():
        if one.role == "party" or one.mention.kind == "country":
            told.participants[actor] = replace(one, role="party")


def _bodies(told: Told) -> dict[str, Participant]:
    return {actor: one for actor, one in told.participants.items() if actor.startswith("organization/")}


def _visit(told: Told, found: Sequence[Told], gazetteer: Gazetteer) -> None:
    """Of a visit it is not told whose: of whoever was told to travel just before, or to the same country."""
    if any(one.role != "host" for one in told.participants.values()):
        return
    for other in sorted(found, key=lambda other: -other.last):
        apart = told.last - other.last
        guests = {actor: one for actor, one in other.participants.items() if one.role == "visitor"}
        near = apart <= 1 or (
            told.place is not None and _country(told.place, gazetteer) == _country(other.place, gazetteer)
        )
        if other.meeting.format != "visit" or not guests or apart > _REACH or not near:
            continue
        told.participants |= guests
        if told.place is None and not told.participants.keys() - guests.keys():
            told.place = other.place
        return


def _country(place: Mention | None, gazetteer: Gazetteer) -> str | None:
    entry = gazetteer.entry(place.entity or "") if place is not None else None
    return entry.country if entry is not None else None
