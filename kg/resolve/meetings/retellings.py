"""Retellings: which words of an article tell of a meeting that others told of before."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import MeetingFormat
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.meetings.tellings import Told, common, same_day
from kg.resolve.scenes.days import compatible

# "The talks" takes up talks that were told of so many sentences before, where nobody is named; others so many.
_REACH, _NEAR = 8, 2
# Formats that are told with the same words: a visit is a meeting in the next sentence, and talks are.
_KINDS: dict[MeetingFormat, str] = {
    "meeting": "talks",
    "talks": "talks",
    "summit": "talks",
    "conference": "conference",
    "visit": "visit",
    "call": "call",
}
_TALKS = frozenset({"round", "talk", "negotiation", "negotiate", "consultation", "dialogue", "summit", "confer"})
_SESSIONS = frozenset({"session", "summit", "conference", "forum", "gathering", "plenary"})
_BRIEFING = frozenset({"brief", "tell", "address"})
# Of these no other was told before: "an earlier meeting in Oslo".
_OTHER = frozenset({"earlier", "previous", "another", "follow-up", "further", "similar"})


def known(told: Told, found: Iterable[Told], gazetteer: Gazetteer) -> Told | None:
    """The meeting told of before that this is, the latest of several that are as likely; None where it is another.

    Args:
        told: a meeting as one sentence tells of it.
        found: those told of before.
        gazetteer: says in which country a place is.
    """
    scored = [(_likeness(told, other, gazetteer), other.last, number, other) for number, other in enumerate(found)]
    best = max(scored, key=lambda one: one[:3], default=None)
    return best[3] if best is not None and best[0] > 0 else _only(told, [one[3] for one in scored], gazetteer)


def _only(told: Told, found: list[Told], gazetteer: Gazetteer) -> Told | None:
    """The one meeting that was told before, for somebody else who "also attended the meeting"."""
    (telling,) = told.tellings
    plain = told.place is None and told.meeting.time is None and not telling.ordinal
    if not (telling.definite and plain and telling.word == "meeting" and len(told.participants) == 1):
        return None
    sides = [one for one in found if len(one.participants) > 1 and one.meeting.format in ("meeting", "talks", "visit")]
    near = sides and telling.sentence - sides[-1].last <= _REACH
    return sides[0] if near and len(sides) == 1 and not _differ(told, sides[0], gazetteer) else None


def _likeness(told: Told, other: Told, gazetteer: Gazetteer) -> float:
    """How much two tellings have in common; 0 where they tell of different meetings, or nothing says they don't."""
    if _differ(told, other, gazetteer):
        return 0.0
    (telling,) = told.tellings
    shared = common(told, other)
    apart = telling.sentence - other.last
    same_place = told.place is not None and other.place is not None  # or the one is in the other
    same_time = told.meeting.time is not None and other.meeting.time is not None
    bare = not told.participants and (told.place is None or other.place is None)
    # "The summit opens on Monday in Oslo. The summit will be attended by": nobody was told to take part before.
    repeated = telling.word in _SESSIONS and telling.word == other.tellings[-1].word
    bare |= telling.definite and repeated and not other.participants and told.place is None
    if (telling.definite or telling.together) and apart <= (_REACH if bare else _NEAR):
        alike = telling.word == other.tellings[-1].word
        alone = told.place is None and len(told.participants) < 2
        alone &= told.meeting.format != "visit" or other.meeting.format == "visit"
        if shared or bare or same_place or alone:
            return 0.5 + shared + same_place + same_time + 0.3 * alike - 0.02 * apart
    if shared >= 2:
        return 1.0 + shared + same_place + same_time
    if shared and telling.word in _BRIEFING and apart <= _NEAR and _sits(other):
        return 0.6
    if same_place and (shared or same_time or not told.participants or not other.participants):
        return 1.0 + shared + same_time
    if shared and same_time and shared >= min(len(told.participants), len(other.participants)):
        return 1.0
    return 0.4 if shared and apart <= 1 and (bare or len(told.participants) == 1) and told.place is None else 0.0


def _sits(other: Told) -> bool:
    """A body meets, and nobody else is told of: who briefs it next does so there."""
    bodies = [actor.startswith("organization/") for actor in other.participants]
    return bodies == [True] and other.meeting.format in ("meeting", "summit")


def _differ(told: Told, other: Told, gazetteer: Gazetteer) -> bool:
    """Something that is told of the one can't be of the other."""
    (telling,) = told.tellings
    formats = {_KINDS[told.meeting.format], _KINDS[other.meeting.format]}
    if len(formats) > 1 and (not telling.definite or "call" in formats) and formats != {"talks", "conference"}:
        return True
    hosts = [{actor for actor, each in one.participants.items() if each.role == "host"} for one in (told, other)]
    if telling.word == "summon" == other.tellings[-1].word and all(hosts) and not hosts[0] & hosts[1]:
        return True  # the other side summons an envoy, too
    if telling.word in _SESSIONS and other.meeting.format in ("visit", "call"):
        return True  # "told the session" is none of those who received him on the way
    if told.meeting.format == "visit" and other.meeting.format in ("summit", "conference"):
        return True  # who "cancelled his trip" did not cancel the summit
    if telling.aside != any(one.aside for one in other.tellings) and common(told, other) < 2:
        return True  # on the sidelines of a meeting there is another
    earlier = telling.ordinal in _OTHER and (telling.ordinal == "previous" or not telling.definite)
    if earlier and not same_day(told, other):
        return True
    statuses = {told.meeting.status, other.meeting.status}
    if telling.ordinal == "again" and told.meeting.status != other.meeting.status:
        return True  # "met on Monday and will meet again this month"
    if "new" in told.ordinals | other.ordinals and "held" in statuses and len(statuses) > 1:
        return True  # "a new round of talks" is none that was held
    if telling.word == "round" and telling.ordinal and not any(one.word in _TALKS for one in other.tellings):
        return True  # "the next round" is of talks, and of no visit to somebody
    if told.ordinals and (len(formats) > 1 or (other.ordinals and not told.ordinals & other.ordinals)):
        return True
    if not compatible(told.meeting.time, other.meeting.time):
        return True
    if {told.meeting.status, other.meeting.status} == {"held", "called_off"} and not told.participants:
        return True  # "met her on Monday. The summit was cancelled"
    if {told.meeting.status, other.meeting.status} == {"held", "planned"} and not same_day(told, other):
        return True
    ours, theirs = told.participants.keys(), other.participants.keys()
    if len(ours) == len(theirs) == 2 and common(told, other) < 2 and not telling.definite:
        return True  # whoever met the one has met the other by himself
    asked = (telling.word == "interview") != any(one.word == "interview" for one in other.tellings)
    if asked and telling.sentence > other.last and not ours <= theirs:
        return True  # whoever gave an interview met others elsewhere
    least = 2 if len(statuses) > 1 and "held" in statuses else 1  # "met X this morning and will meet Y tonight"
    if len(ours) > 1 and len(theirs) > 1 and common(told, other) < least:
        return True
    if told.place is None or other.place is None or told.place.entity == other.place.entity:
        return False
    places = [gazetteer.entry(one.entity or "") for one in (told.place, other.place)]
    countries = {entry.country if entry is not None else None for entry in places}
    return len(countries) > 1 or not any(entry is not None and entry.kind == "country" for entry in places)
