"""Trips: where somebody meets who was told just before to come to a place: "flew to Oslo. There he met the king"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.model import Mention
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.meetings.tellings import Told

# So many sentences before the journey was told of.
_NEAR = 2
# So many sentences before the meeting was told of on whose sidelines others meet.
_REACH = 8
# The news is told in the first sentences.
_LEAD = 2
# What somebody was to do on a trip: "was to have met", "had been due to hold".
_WAS_TO = re.compile(
    r"\b(?:(?:was|were|had been) (?:to|due|set|scheduled|expected|supposed) |had (?:planned|hoped) to )"
)
# So many days after one has come somewhere the meeting is for which he came.
_DAYS = 3
# What is only proposed need not be where one travels.
_REAL = frozenset({"held", "planned"})


def arrive(told: Told, found: Sequence[Told], gazetteer: Gazetteer, home: Callable[[str], str | None]) -> None:
    """Takes the place of a meeting from the journey told just before it, where one travelled who meets there.

    Told by "there", or by whom he meets: one whose country it is. "Flew to Oslo on Monday. He met the king" and "will
    meet the king". On the sidelines of a meeting one meets where that is.

    Args:
        told: a meeting, of which no place may be told.
        found: the meetings told of before.
        gazetteer: says in which country a place is.
        home: the country of an actor, by its code.
    """
    telling = told.tellings[-1]
    if telling.aside:
        _aside(told, found)
    elif told.place is None:
        told.place = _at_summit(told, found)
        told.guests = told.place is not None
    forum = told.meeting.format == "conference" and len(told.participants) == 1  # "addressed a business forum"
    if told.place is not None or told.meeting.status not in _REAL:
        return
    if told.meeting.format not in ("meeting", "talks") and not forum:
        return
    for other in sorted(found, key=lambda other: -other.last):
        apart = telling.sentence - other.last
        journey = other.meeting.format in ("visit", "meeting", "talks")
        if other.place is None or apart > _NEAR or not (journey or telling.there):
            continue
        here = telling.there and apart == 1
        shared = told.participants.keys() & other.participants.keys()
        if not here and not any(other.participants[actor].role == "visitor" for actor in shared):
            continue
        entry = gazetteer.entry(other.place.entity or "")
        country = entry.country if entry is not None else None
        others = told.participants.keys() - shared
        known = {home(actor) for actor in others}
        # Whoever is met right after one has come, and is from nobody knows where, is there.
        if (
            here
            or (forum and shared)
            or (country is not None and others and known <= ({country, None} if apart <= 1 else {country}))
        ):
            told.place = other.place
            if here and told.meeting.time is None and told.meeting.status == other.meeting.status:
                told.meeting = replace(told.meeting, time=other.meeting.time)
            return


def _at_summit(told: Told, found: Sequence[Told]) -> Mention | None:
    """Where the summit is of which the article is, for those who meet on a day of it: "met for an hour on Sunday"."""
    day = told.meeting.time
    if day is None or day.granularity != "day" or told.meeting.format not in ("meeting", "talks"):
        return None
    for main in found:
        news = main.tellings[0].sentence <= _LEAD and main.meeting.format in ("summit", "conference")
        if not news or main.meeting.status != "held" or main.place is None or main.place.kind != "place":
            continue
        days = (day.days()[0] - main.meeting.time.days()[0]).days if main.meeting.time is not None else 0
        if abs(days) <= _DAYS:
            return main.place
    return None


def _aside(told: Told, found: Sequence[Told]) -> None:
    """Whoever meets on the sidelines of a meeting that was told of before meets where it is, and when."""
    placed = (one for one in found if one.place is not None and one.meeting.format not in ("visit", "call"))
    main = max(placed, key=lambda one: one.last, default=None)
    if main is None or told.tellings[-1].sentence - main.last > _REACH or told.place is not None:
        return
    told.place = main.place
    held = told.meeting.status == main.meeting.status == "held"
    if told.meeting.time is None and held and main.meeting.format != "conference":  # which lasts some days
        told.meeting = replace(told.meeting, time=main.meeting.time)


def settled(found: Sequence[Told]) -> list[Told]:
    """The meetings without the arrivals of those who meet there in the next days: these tell who has come.

    "Moen, who arrived in Oslo on Monday, met the king there on Tuesday" tells of one meeting.

    Args:
        found: the meetings of an article.
    """
    kept: list[Told] = []
    for told in found:
        arrival = told.meeting.format == "visit" and (
            {one.word for one in told.tellings} == {"arrive"} or told.meeting.status == "called_off"
        )
        meeting = next((other for other in found if _is_reason(told, other)), None) if arrival else None
        if meeting is None:
            kept.append(told)
    return kept


def _is_reason(visit: Told, other: Told) -> bool:
    """The meeting is at the place of a visit, of somebody who came, on that day or within the next."""
    if other.meeting.format in ("visit", "call") or visit.place is None or other.place is None:
        return False
    called_off = [each.meeting.status == "called_off" for each in (visit, other)]
    if other.place.entity != visit.place.entity or any(called_off) != all(called_off):
        return False
    guests = {actor for actor, one in visit.participants.items() if one.role == "visitor"}
    came, met = visit.meeting.time, other.meeting.time
    days = (met.days()[0] - came.days()[0]).days if came is not None and met is not None else 0
    return bool(guests & other.participants.keys()) and 0 <= days <= _DAYS


def fallen(found: Sequence[Told], text: str, gazetteer: Gazetteer) -> list[Told]:
    """The meetings, called off which were to be on a trip that is: "postponed a visit to Oman. She was to have met".

    Args:
        found: the meetings of an article.
        text: of the article.
        gazetteer: says in which country a place is.
    """
    trips = [one for one in found if one.meeting.format == "visit" and one.meeting.status == "called_off"]
    for told in found:
        begin, end = told.meeting.evidence[1]
        if told.meeting.status != "planned" or _WAS_TO.search(text, begin, end) is None:
            continue
        for trip in trips:
            near = 0 <= told.tellings[0].sentence - trip.last <= _NEAR
            if near and told.participants.keys() & trip.participants.keys() and _is_within(told, trip, gazetteer):
                told.meeting = replace(told.meeting, status="called_off")
    return list(found)


def _is_within(told: Told, trip: Told, gazetteer: Gazetteer) -> bool:
    """The one is in the country of the other."""
    entries = [gazetteer.entry(one.place.entity or "") if one.place is not None else None for one in (told, trip)]
    codes = {entry.country if entry is not None else None for entry in entries}
    return len(codes) == 1 and None not in codes
