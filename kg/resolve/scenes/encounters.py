"""Encounters: what is said at a meeting that the article tells of is said there and then, to those who are met."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.model import Meeting, Mention, Span, Statement, Time
from kg.resolve.scenes.days import compatible
from kg.resolve.scenes.gatherings import lasts, told_at
from kg.resolve.scenes.sentences import beside, follows, sentence_of

# "In a meeting with X, Y praised": so opens a sentence whose statements are made to X.
_IN_IT = re.compile(
    r"(?:In|During|At) (?:an?|his|her|their|the) (?:[\w-]+ ){0,3}(?:meeting|talks?|conversation|call) with\b"
)
# "During the call, X told Y": Y is there, and may answer.
_THERE = re.compile(r"(?:In|During|At) (?:the|their|this|that) (?:[\w-]+ ){0,2}(?:meeting|talks?|conversation|call)\b")
#: "Made the remarks when meeting": it was there that he said what was told before.
TAKEN_UP = re.compile(
    r"\b(?:made (?:the|his|her|its|their|this|these|those) (?:accusations?|allegations?|announcement|appeal|assertion"
    r"|call|claims?|comments?|declaration|demand|disclosure|observations?|plea|pledge|promise|proposal|remarks?"
    r"|request|revelation|statements?|suggestion)"
    r"|gave (?:the|this|that) (?:advice|assurance|charge|directive|hint|warning)|made (?:this|these) known"
    r"|did so in|(?:was|were) speaking|expressed (?:these|the) views"
    r"|(?:said|stated|announced|disclosed|revealed|declared) (?:this|so|these))\b"
)
# Before the place where one meets: "with Ann Rowe in Oslo".
_IN = re.compile(r"\b(?:in|at) (?:the )?(?:[a-z]+ ){0,2}(?:of )?$")
_BEFORE = 40  # characters that has
# "Met X and offered", "spoke with X by phone and thanked": done to X. What is only said may be told to reporters later.
_DONE = frozenset(
    """
    offer propose suggest thank urge ask demand promise assure agree express warn congratulate invite reject accept
    """.split()
)

# So the press office tells what was said at a meeting that it tells of: "received Y. He expressed, stressed, wished".
_READ_OUT = re.compile(
    r"(?:\w+ly |also |again |further )?(?:express|voic|convey|extend|stress|emphasi[sz]|under(?:lin|scor)|(?:re)?affirm"
    r"|reiterat|review|commend|hail|laud|wish|touch|appreciat|highlight"
    r"|referr?|point)(?:e?s|es|e?d|ing)?\b"
)
# So far behind the meeting, in characters, it is still told what was said there: "They discussed trade. He stressed";
# and so far behind what was told to have been said there.
_NEAR, _ONWARD = 500, 900
# It is said to others, or afterwards.
_ELSEWHERE = re.compile(
    r"\b(?:reporters|journalists|conference|briefing|interview|statement|speech|after|afterwards|later|before|earlier"
    r"|social media|who|office|spokes\w+)\b",
    re.IGNORECASE,
)
# Who is only told to have met others need not speak to them: "X, who met Y on Monday, accused".
_ASIDE = re.compile(r", who (?:\w+ )?$")
# Another time than that of the meeting: "nineteen months after they agreed to it, the ministers met".
_LONG_AFTER = re.compile(r"\b(?:days?|weeks?|months?|years?) (?:after|before)\b", re.IGNORECASE)
# The verb of saying is coordinated with that of meeting.
_JOINED = re.compile(r"\band(?: \w+ly)?(?: also)? $")


def met(
    statements: Sequence[Statement],
    meetings: Sequence[Meeting],
    text: str,
    mentions: Sequence[Mention] = (),
    home: Callable[[str], str | None] = lambda actor: None,
) -> tuple[list[Statement], dict[str, tuple[Mention, ...]]]:
    """The statements with the time and place of the meetings they were made at; whom their speakers met, by their ids.

    Args:
        statements: of one article, in text order.
        meetings: of the article.
        text: of the article.
        mentions: that have an entity, in text order.
        home: the country of an actor, by its code.
    """
    held = [one for one in meetings if one.status == "held" and not _is_wide(one)]
    # "During the meeting, X stressed that, his office said": the whole sentence is reported, and how it begins is X's.
    whole = {one.id for one in statements if any(start == sentence_of(one)[0] for start, _ in one.content)}
    heard: dict[str, tuple[Mention, ...]] = {}
    found: list[Statement] = []
    reach: dict[Span, int] = {}
    for one in statements:
        told = replace(one, parent=None) if one.parent in whole and _THERE.match(text, sentence_of(one)[0]) else one
        for meeting, listen in (*made_at(one, held, text, reach), *told_at(told, held, text, home)):
            others = _others(one, meeting)
            time: Time | None = one.time or (None if lasts(meeting, text) else meeting.time)
            one = replace(one, time=time, place=one.place or meeting.place)
            if listen and others:
                heard[one.id] = others
                one = replace(one, addressees=one.addressees or others)
                reach[meeting.evidence[0]] = sentence_of(one)[1] + _ONWARD
            break
        else:
            begin, _ = sentence_of(one)
            around = [each for each in mentions if begin <= each.start < one.cue.span[0]]
            others = _with_whom(one, text, around)
            if one.addressees and _THERE.match(text, begin):
                heard[one.id] = one.addressees
            elif others:
                heard[one.id] = others
                place = one.place or next((each for each in reversed(around) if _is_there(each, text)), None)
                one = replace(one, place=place, addressees=one.addressees or others)
        found.append(one)
    return found, heard


def _with_whom(one: Statement, text: str, around: Sequence[Mention]) -> tuple[Mention, ...]:
    """Whom it is said to by the words that open its sentence: "In a meeting with X in Oslo, Y praised"."""
    begin, _ = sentence_of(one)
    opening = _IN_IT.match(text[begin : one.cue.span[0]])
    mention = one.speaker.mention
    if any(start <= begin < stop for start, stop in one.content):
        return ()
    if opening is None or mention is None or mention.start < begin or one.parent is not None:
        return ()
    others = {
        each.actor: each
        for each in around
        if begin + opening.end() <= each.start < mention.start and each.actor not in (None, one.speaker.entity)
    }
    people = [each for each in others.values() if each.kind == "person"]
    bodies = [each for each in others.values() if each.kind in ("organization", "country")]
    return tuple(people or bodies)


def _is_there(mention: Mention, text: str) -> bool:
    """The mention is a place in which something is."""
    return mention.kind == "place" and _IN.search(text[max(0, mention.start - _BEFORE) : mention.start]) is not None


def _is_wide(meeting: Meeting) -> bool:
    """A visit to a country is no place of a saying: what is said there is said on an occasion of its own."""
    place = meeting.place.entity if meeting.place is not None else None
    return meeting.format == "visit" and (place or "").startswith("country/")


def _others(one: Statement, meeting: Meeting) -> tuple[Mention, ...]:
    """Whom the speaker meets, where it is one."""
    others = [each.mention for each in meeting.participants if each.mention.actor != one.speaker.entity]
    joined = one.cue.lemma.split()[0] in _DONE and meeting.format == "call" and meeting.evidence[1] == sentence_of(one)
    return tuple(others) if len(others) == 1 or joined else ()


def made_at(
    one: Statement, meetings: Sequence[Meeting], text: str, reach: Mapping[Span, int] | None = None
) -> Iterator[tuple[Meeting, bool]]:
    """The meetings that a statement was made at, and whether the others that took part listened to it.

    Args:
        one: a statement.
        meetings: of the article.
        text: of the article.
        reach: up to where it is told what was said at those, by their words; else near their sentences.
    """
    if one.speaker.entity is None:
        return
    begin, end = sentence_of(one)
    for meeting in reversed(meetings):
        actors = {each.mention.actor for each in meeting.participants}
        if one.speaker.entity not in actors or any(
            start <= meeting.evidence[0][0] < stop for start, stop in one.content
        ):
            continue  # "In a call with Riga he complained, his office said" was said later
        if _LONG_AFTER.search(text[begin : one.cue.span[0]]) or not compatible(one.time, meeting.time):
            continue
        onward = (reach or {}).get(meeting.evidence[0], 0)
        aside = _ASIDE.search(text[max(0, meeting.evidence[0][0] - _BEFORE) : meeting.evidence[0][0]])
        for start, stop in meeting.evidence[1:] if aside is None else ():
            to_others = bool(actors & {each.actor for each in one.addressees})
            if (start, stop) == (begin, end):
                between = text[meeting.evidence[0][1] : one.cue.span[0]]
                done = one.cue.lemma.split()[0] in _DONE or _READ_OUT.match(text, one.cue.span[0])
                if _IN_IT.match(text[begin:end]) or (done and _JOINED.search(between)):
                    yield meeting, True
                elif text[slice(*one.cue.span)].split()[0].endswith("ing") and between.endswith(", "):
                    yield meeting, True  # "met with X, calling for"
                elif to_others and one.act == "agree":
                    yield meeting, False
            elif follows(stop, begin, text) and to_others:
                yield meeting, False
            elif stop <= begin <= max(stop + _NEAR, onward) and len(actors) == 2 and _is_read_out(one, text):
                yield meeting, True
            elif follows(end, start, text) and (taken := TAKEN_UP.search(text[start:stop])):
                yield meeting, ", where" not in text[start + taken.end() : meeting.evidence[0][0]]


def _is_read_out(one: Statement, text: str) -> bool:
    """What is said is told as by a press office, and not that it was said to others or at another time."""
    told = one.parent is None and _READ_OUT.match(text, one.cue.span[0]) is not None
    return told and _ELSEWHERE.search(beside(one, text)) is None
