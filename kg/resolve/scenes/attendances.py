"""Attendances: who took part in a meeting or a trial of which a place is told speaks there, in what is told next.

"Moen and Dahl met in Oslo on Monday. Moen said. ... The two sides agreed. ... Lind told the session"; "The trial
opened in Oslo. The prosecutor said": until others speak, who were not there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.model import Meeting, Mention, Span, Statement, Time
from kg.resolve.scenes.days import compatible
from kg.resolve.scenes.gatherings import lasts
from kg.resolve.scenes.occasions import is_online
from kg.resolve.scenes.pasts import is_past
from kg.resolve.scenes.sentences import beside, sentence_of

# So far behind the meeting, or what was last said at it, in characters, it is told what more was said.
_NEAR = 700
# What was met or said in these is not the news.
_LONG = ("month", "year")
# So many others speak, and nobody goes on.
_OTHERS = 2
# It is said elsewhere or at another time; who was not there.
_ELSEWHERE = re.compile(
    r"\b(?:interview|telephone|phone|video|radio|television|later|afterwards?|earlier|separately|social media"
    r"|returns?|office|spokes\w+|(?<!joint )(?:news|press) conference|(?:days?|weeks?|months?) (?:after|before)"
    r"|in a (?:statement|letter|post|message)|not (?:attend|been invited)|stayed away)\b",
    re.IGNORECASE,
)
# They meet in the article, and not "before the summit": "met", "ended a two-day | meeting".
_MEETING = re.compile(r"met|meeting|meets|sat|sit|gathered|talked|conferred|convened|assembled|spoke|received|welcomed")
_HOLDING = re.compile(
    r"\b(?:held|holding|hosted|ended|concluded|closed|opened|began|started|convened|attended|addressing|wrapped up"
    r"|announced\b[^.]* after) (?:[\w’'-]+ ){0,4}$"
)
_LED = 90
# What they spoke of is elsewhere: "talks on shipping in the Black Sea"; so many paragraphs tell the news.
_ABOUT = re.compile(r"\b(?:about|over|on (?!\w+day\b|\d|[A-Z]))")
_PARAGRAPH, _LEAD = re.compile(r"\n\s*\n"), 2
# All who met, or who hears them: "the two sides", "told the session".
_ALL = re.compile(
    r"(?:[Tt]he )?(?:[Tt]wo |[Bb]oth |[Tt]hree |[Ff]our )?(?:sides|leaders|ministers|presidents|parties|delegations)"
)
_HEARERS = re.compile(
    r" (?:to )?(?:the |his |her |their )?(?:[a-z]+ ){0,2}?(?:meeting|session|summit|gathering|conference|delegates"
    r"|forum|participants|guests|hall|counterparts?|host)\b(?! of (?:his|her|their)\b)"
)
# Many met, and who comes for his state; where it was ministers, no president does.
_MANY = re.compile(r"\b(?:leaders|ministers|presidents|heads|delegates|envoys|chiefs)\b", re.IGNORECASE)
_MINISTERS = re.compile(r"(?<!prime )\bministers\b(?! and )", re.IGNORECASE)
_HEAD = re.compile(
    r"\b(?:president|minister|king|emir|delegate|leader|envoy|chancellor|premier|representative|secretary)\b", re.I
)
_MINISTER = re.compile(r"(?<!prime )\b(?:minister|delegate|envoy|representative|secretary)\b", re.IGNORECASE)
# Of a bank, a party or a court, or who speaks for a capital that is not there.
_OF_OTHERS = re.compile(r"\b(?:[Bb]ank|[Pp]arty|[Cc]ourt|[Uu]nion|[Oo]pposition|Kremlin|White House)\b")
# What they put out, and not "the declaration adopted by parliament".
_OUTCOME = re.compile(
    r"(?:The|A|Their|Its) (?:[a-z]+ )?(?:declaration|communiqu[eé]|statement|memorandum)\b"
    r"(?! (?:[a-z]+ )?(?:by|from|of)\b)"
)
_PRONOUN = re.compile(r"(?:it|he|she|they)$", re.IGNORECASE)
# A trial of which the place is told, and who speaks at it.
_TRIAL = re.compile(r"\b(?:trial|hearing|inquest|court|tribunal)\b", re.IGNORECASE)
_SITS = re.compile(r"\b(?:opened|began|begun|resumed|started|heard|convened|went on trial|appeared)\b")
_IN = re.compile(r"\b(?:in|at) (?:the )?(?:[a-z]+ )?(?:of )?$")
_BEFORE = 30
_SOON = 60
_COURT = re.compile(
    r"(?:[\w’'.-]+ ){0,3}?(?:prosecutors?|lawyers?|counsel|attorney(?! general)|judge|magistrate|defendants?|accused"
    r"|witness)\b|the (?:court|tribunal)\b",
    re.IGNORECASE,
)
# Where he is, behind whoever speaks: "its lawyer Eva Moen in London".
_ELSEWHERE_IS = re.compile(r"\b(?:in|at|from) (?=[A-Z])")
_BENCH = re.compile(r" the (?:court|judges?|jury|tribunal|bench)\b")


@dataclass(frozen=True, slots=True)
class _Occasion:
    """People speak at it from `start` on, who are `there`: their ids; if it is `wide`, the heads of many states.

    Attributes:
        day: of the meeting; `time`, where it is on one day that all was said.
    """

    start: int
    sentence: Span
    place: Mention
    time: Time | None = None
    there: frozenset[str] = frozenset()
    wide: bool = False
    trial: bool = False
    day: Time | None = None


def attended(
    statements: Sequence[Statement],
    meetings: Sequence[Meeting],
    text: str,
    mentions: Sequence[Mention],
    home: Callable[[str], str | None],
    dateline: str | None = None,
) -> list[Statement]:
    """The same, with the place and the time of the occasion at which their speakers are told to have been.

    Args:
        statements: of one article, in text order.
        meetings: of the article.
        text: of the article.
        mentions: that have an entity, in text order.
        home: the country of an actor, by its code.
        dateline: of the article; what is said where it is written is told without a place.
    """
    found = list(statements)
    said = [span for one in statements for span in one.content]
    written = (dateline or "").split(",")[0].lower()
    for occasion in (*_meetings(meetings, text, mentions, said), *_trials(text, mentions)):
        if text[slice(*occasion.place.span)].lower() == written:
            continue
        reach, others = occasion.sentence[1], set[str]()
        for number, one in enumerate(found):
            start, stop = sentence_of(one)
            if one.parent is not None or one.speaker.kind == "implicit" or one.cue.span[0] < occasion.start:
                continue
            if start > reach + _NEAR or len(others) >= _OTHERS:
                break
            if not _is_there(one, occasion, text, home):
                if start >= occasion.sentence[1] and not _PRONOUN.match(_name(one, text)):
                    others.add(one.speaker.entity or _name(one, text))
                continue
            if one.place is not None and one.place.entity != occasion.place.entity:
                break
            if _is_said_there(one, occasion, text):
                found[number] = replace(one, place=occasion.place, time=one.time or occasion.time)
                reach = stop
    return found


def _meetings(
    meetings: Sequence[Meeting], text: str, mentions: Sequence[Mention], said: Sequence[Span]
) -> Iterator[_Occasion]:
    """The meetings that are the news, and not what was before or after it, nor what somebody speaks of."""
    lead = [end.start() for end in _PARAGRAPH.finditer(text)][_LEAD - 1 : _LEAD] or [len(text)]
    for one in meetings:
        start, end = one.evidence[0]
        met = _MEETING.fullmatch(text, start, end) is not None
        place = one.place or (next(_behind(one, text, mentions), None) if met else None)
        if one.status != "held" or place is None or one.format in ("call", "visit"):
            continue
        if one.time is not None and (one.time.granularity in _LONG or one.time.text.startswith("last ")):
            continue  # "who met in Oslo last month"
        if (
            start >= lead[0]
            or _is_within(start, said)
            or _ABOUT.search(text, end, min(end + _SOON, place.start)) is not None
        ):
            continue
        if not met and _HOLDING.search(text, max(0, start - _LED), start) is None:
            continue
        there = frozenset(each.mention.actor or "" for each in one.participants)
        known = [each for each in there if each.startswith(("person/", "country/"))]
        wide = len(known) < 2 and _MANY.search(text, *one.evidence[1]) is not None
        if place.kind == "country" and not wide:
            continue  # in which town, is told further on
        time = None if lasts(one, text) else one.time
        yield _Occasion(start, one.evidence[1], place, time, there, wide=wide, day=one.time)


def _behind(meeting: Meeting, text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The places soon behind the words that tell of it: "talked for an hour at the Akershus castle"."""
    _, end = meeting.evidence[0]
    for one in mentions:
        near = one.kind == "place" and end <= one.start < min(end + _SOON, meeting.evidence[1][1])
        if near and _IN.search(text, end, one.start) is not None and "," not in text[end : one.start]:
            yield one


def _trials(text: str, mentions: Sequence[Mention]) -> Iterator[_Occasion]:
    """A trial that the first paragraph tells of: "The trial of two fishermen opened in Oslo on Monday"."""
    lead = text.find("\n") if "\n" in text else len(text)
    trial = _TRIAL.search(text, 0, lead)
    sits = None if trial is None else _SITS.search(text, trial.end(), lead)
    if trial is None or sits is None:
        return
    places = (one for one in mentions if one.kind == "place" and trial.start() <= one.start < lead)
    for place in places:
        if _IN.search(text, max(0, place.start - _BEFORE), place.start) is not None:
            yield _Occasion(max(place.end, sits.end()), (0, lead), place, trial=True)
            return


def _is_there(one: Statement, occasion: _Occasion, text: str, home: Callable[[str], str | None]) -> bool:
    """Who speaks took part, or his state or its head did; all who met, or whoever tells it to them."""
    who, name = one.speaker.entity, _name(one, text)
    if any(not _is_of(name[told.end() :], occasion, text) for told in _ELSEWHERE_IS.finditer(name)):
        return False
    if occasion.trial:
        return _COURT.match(name) is not None or _BENCH.match(text, one.cue.span[1]) is not None
    if who in occasion.there or _ALL.match(name) or _HEARERS.match(text, one.cue.span[1]):
        return True
    if who is None and _is_outcome(one, text):
        return True
    if occasion.wide and one.speaker.kind in ("person", "unnamed") and _OF_OTHERS.search(name) is None:
        ministers = _MINISTERS.search(text, *occasion.sentence) is not None
        return (_MINISTER if ministers else _HEAD).search(name) is not None
    if who is None:
        return False
    if one.speaker.kind == "person":
        return f"country/{home(who)}" in occasion.there
    return one.speaker.kind == "country" and any(f"country/{home(each)}" == who for each in occasion.there)


def _is_outcome(one: Statement, text: str) -> bool:
    return one.speaker.span is not None and _OUTCOME.match(text, one.speaker.span[0]) is not None


def _is_of(name: str, occasion: _Occasion, text: str) -> bool:
    return name.startswith(text[slice(*occasion.place.span)])


def _is_said_there(one: Statement, occasion: _Occasion, text: str) -> bool:
    """It was said once, and not online, to others or at another time."""
    past = is_past(one, text) or _is_outcome(one, text)
    if one.time is not None and one.time.granularity in _LONG:
        return False
    if not past or not compatible(one.time, occasion.day) or is_online(one, text):
        return False
    return _ELSEWHERE.search(beside(one, text)) is None


def _is_within(start: int, spans: Sequence[Span]) -> bool:
    return any(begin <= start < stop for begin, stop in spans)


def _name(one: Statement, text: str) -> str:
    return text[slice(*one.speaker.span)] if one.speaker.span is not None else ""
