"""Gatherings: what is said at or right after a meeting that the sentence takes up is said on its day, at its place.

"The ministers met in Oslo on Monday. ... After the meeting, X said", "told the council", "in the communiqué, they
said": the meeting is told elsewhere, and whoever speaks is told to speak at it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set

from kg.model import Meeting, MeetingFormat, Statement
from kg.resolve.scenes.sentences import beside, sentence_of

_KINDS: dict[str, tuple[MeetingFormat, ...]] = {
    "call": ("call",),
    "conversation": ("call", "talks", "meeting"),
    "talks": ("talks", "meeting", "summit"),
    "negotiations": ("talks", "meeting"),
    "visit": ("visit",),
    "summit": ("summit", "meeting"),
    "conference": ("conference", "summit"),
    "forum": ("conference",),
    "seminar": ("conference",),
    "workshop": ("conference",),
    "ceremony": ("conference",),
    "signing": ("conference",),
}
_MEETING: tuple[MeetingFormat, ...] = ("meeting", "talks", "summit", "conference")
_NOUNS = (
    r"(?P<noun>meetings?|talks|summit|session|conference|negotiations|consultations|discussions|gathering|encounter|"
    r"round|forum|ceremony|audience|signing|call|conversation|dialogue|lunch|dinner|visit|seminar|workshop|retreat)"
)
# What takes a meeting up where something is said: "after the talks", "told the summit", "going into the meeting".
_TAKES_UP = re.compile(
    r"\b(?:after|following|during|at|(?:minutes|hours|shortly|just) (?:before|ahead of)|(?:going|went|walking) into|"
    r"entering|leaving|emerging from|told|assured|addressed|addressing|urged|opening|closing|chairing|concluding)"
    rf" (?:the|that|their|his|her|these) (?P<which>(?:[\w’'-]+ ){{0,3}}?){_NOUNS}\b(?P<rest>[^\n]{{0,20}})",
    re.IGNORECASE,
)
# At it, and not after it: those who are met hear it.
_AT = re.compile(r"(?:during|at) ", re.IGNORECASE)
# Before and behind the noun that does not only take up, but tells which it is: "the news conference", "the talks in".
_OTHER = re.compile(r"\b(?:news|press|last|next|previous|first|earlier|annual|phone-in|town|hall)\b", re.IGNORECASE)
_TOLD = re.compile(r" (?:in|with|between|of|on|last|held|at|to|by|from) ")
# Another occasion than the one it follows: "a day after the talks", "the week before the summit".
_APART = re.compile(
    r"\b(?:days?|weeks?|months?|years?) (?:after|before|following)\b|\b(?:later|separately|earlier)\b", re.IGNORECASE
)
# It lasts some days, and on which something was said is not told.
_LASTING = re.compile(
    r"\b(?:two|three|four|five|six|seven|ten|\d+)-day\b|\bdays of\b|\b\d{1,2} (?:and|to) \d{1,2}\b|\bday two\b"
    r"|\b(?:second|third|final|last|first|opening) day\b"
    r"|\b(?:opened|began|begun|started|resumed)\b(?! (?:the|his|her) )"
    r"|\bweek-?long\b",
    re.IGNORECASE,
)
# Who does so before a body does it while the body sits.
_TELLING = frozenset({"tell", "inform", "assure", "brief", "address", "urge", "warn", "remind", "ask"})
# What those who met put out when they part: "In the final communiqué, the ministers stressed".
_OUTCOME = re.compile(
    r"\bin (?:a|an|the|their|its) (?:[\w’'-]+ ){0,3}?(?:communiqu[eé]|declaration|document|statement)\b", re.IGNORECASE
)
_JOINT = re.compile(r"\b(?:joint|final|closing|concluding)\b|communiqu|\bdeclaration|\bdocument", re.IGNORECASE)
# So far behind the words of a meeting, in characters, its outcome is told, and who was there speaks after it.
_TEXTS, _FAR = 700, 2000


def told_at(
    one: Statement, meetings: Sequence[Meeting], text: str, home: Callable[[str], str | None] = lambda actor: None
) -> Iterator[tuple[Meeting, bool]]:
    """The meetings, the likeliest first, before, at or after which a statement is made; whether those met listened.

    Args:
        one: a statement; its time is compared where it has one.
        meetings: those of the article that were held and are no visit to a country.
        text: of the article.
        home: the country of an actor, by its code; its minister is there where it is told to take part.
    """
    if one.parent is not None:
        return
    around, own = beside(one, text), sentence_of(one)
    if _APART.search(around) is not None:
        return
    taken, outcome = _TAKES_UP.search(around), _OUTCOME.search(around)
    if outcome is not None and _JOINT.search(outcome[0]) is None:
        outcome = None
    if taken is not None and _OTHER.search(taken["which"]) is not None:
        taken = None
    who = one.speaker.entity
    state = home(who) if taken is not None and who is not None and one.speaker.kind == "person" else None
    sides = {who, f"country/{state}"}
    ranked = sorted(meetings, key=lambda each: (not _is_there(sides, each), -_last_before(each, own[1])))
    for meeting in ranked:
        actors = {each.mention.actor for each in meeting.participants}
        if one.time is not None and (meeting.time is None or meeting.time.value != one.time.value):
            continue
        if meeting.evidence[0][0] >= own[1]:
            continue
        far = own[0] - _last_before(meeting, own[1])
        there = _is_there(sides, meeting)
        opens = taken is not None and taken.start() == 0 and not around[taken.end() :].startswith("\n")
        if taken is not None and _is_taken_up(meeting, taken, known=there, far=far, opens=opens):
            at = _AT.match(taken[0]) is not None
            yield meeting, at and there and meeting.format not in ("conference", "summit")
        elif meeting.evidence[0][0] >= own[0]:
            continue
        elif one.cue.lemma.split()[0] in _TELLING and meeting.format != "visit":
            if any((each.actor or "").startswith("organization/") and each.actor in actors for each in one.addressees):
                yield meeting, False
        elif outcome is not None and there and own[0] - meeting.evidence[0][0] <= _TEXTS and meeting.format != "call":
            yield meeting, False


def _is_there(sides: Set[str | None], meeting: Meeting) -> bool:
    """Who speaks is told to take part, or the state that he is of."""
    return any(each.mention.actor in sides for each in meeting.participants)


def _last_before(meeting: Meeting, end: int) -> int:
    """Where the last sentence begins that tells of it before that point."""
    return max((start for start, _ in meeting.evidence[1:] if start < end), default=meeting.evidence[0][0])


def _is_taken_up(meeting: Meeting, taken: re.Match[str], *, known: bool, far: int, opens: bool) -> bool:
    """The words are of this meeting: told in their sentence, or just before by those words alone."""
    noun = taken["noun"].lower()
    noun = noun if noun == "talks" else noun.removesuffix("s")
    people = all(each.mention.kind == "person" for each in meeting.participants)
    kind = "meeting" if meeting.format == "visit" and people and noun != "visit" else meeting.format  # "received Y"
    if kind not in _KINDS.get(noun, _MEETING):
        return False
    if not known and taken[0].lower().startswith(("during", "at ")) and not opens:
        return False  # who is told to speak by others may have told of it, and not at it
    if far <= 0:
        return True
    if meeting.time is not None and meeting.time.granularity in ("month", "year"):
        return False  # "the talks" that are the news are not those of last year
    return _TOLD.match(taken["rest"]) is None and far <= (_FAR if known else _TEXTS)


def lasts(meeting: Meeting, text: str) -> bool:
    """It goes on for several days: of what is said at it no day is told."""
    return any(_LASTING.search(text[slice(*span)]) is not None for span in meeting.evidence[1:])
