"""Surroundings: where something is said that the sentence around it does not tell, but the sentences beside it do.

"In Lodwar, people waited. ..., said Ann Rowe"; "She made the remarks at a meeting in Oslo"; a communiqué, all of which
is said where those who issue it met.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.model import Meeting, Mention, Statement, Time
from kg.resolve.scenes.encounters import TAKEN_UP
from kg.resolve.scenes.pasts import HOLDING
from kg.resolve.scenes.sentences import sentence_of

# Before a place that opens a sentence and sets the scene of what comes: "In the village of", "At", "In northern".
_SETTING = re.compile(
    r"(?:^|\n|[.?!][”\"’']?\s+)(?:In|At|Outside|Near) (?:the )?(?:[A-Z][a-z]+ )?(?:[a-z]+ ){0,2}(?:of )?$"
)
_OPENING = 40  # characters that has
# Before a place where something is: "outside parliament in Jerusalem".
_WHERE = re.compile(r"\b(?:in|at|outside|near) (?:the )?(?:[a-z]+ ){0,2}(?:of )?$")
# "Has pledged" was not said then and there.
_PERFECT = frozenset({"has", "have", "had", "will", "would"})
# What reports say and communiqués don't.
_REPORTED = frozenset({"say", "tell", "reply", "answer", "claim"})
# A communiqué has at least so many statements, all told by its authors.
_ISSUED = 5
# "On 28 and 29 August": of several days none is that of what is said.
_DAYS = re.compile(r"\d (?:and|to) \d|\d[-–]\d|\bdays\b")
_ENDS = re.compile(r"[.?!][”\"’']?\s+|\n\s*")
_GAP = 8  # characters between two sentences, at most
_PARAGRAPH = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class _Scene:
    """From `start` to `end` what people say who were not told of before is said here."""

    start: int
    end: int
    place: Mention


def surrounded(
    statements: Sequence[Statement], text: str, mentions: Sequence[Mention], meetings: Sequence[Meeting]
) -> tuple[Statement, ...]:
    """The same with the places that the sentences around tell.

    Args:
        statements: of one article, in text order.
        text: of the article.
        mentions: that have an entity, in text order.
        meetings: of the article.
    """
    places = [one for one in mentions if one.kind == "place" and one.entity is not None]
    first: dict[str, int] = {}
    for mention in mentions:
        if mention.actor is not None:
            first.setdefault(mention.actor, mention.start)
    afterwards = dict(_told_afterwards(text, places))
    issued = _issued(statements, text, meetings)
    scenes = list(_scenes(text, places, statements))
    found = []
    for one in statements:
        if one.parent is None and one.place is None:
            if issued is not None:
                one = replace(one, place=issued[0], time=one.time or issued[1])
            elif (place := afterwards.get(_next_sentence(one, text))) is not None:
                one = replace(one, place=place)
            elif (
                one.time is None
                and (scene := next((each for each in reversed(scenes) if _is_at(one, each, first, text)), None))
                is not None
            ):
                one = replace(one, place=scene.place)
        found.append(one)
    return tuple(found)


def _told_afterwards(text: str, places: Sequence[Mention]) -> Iterator[tuple[int, Mention]]:
    """The starts of sentences that tell where something was said, and where: "She made the remarks in Oslo"."""
    for match in TAKEN_UP.finditer(text):
        start = max((end.end() for end in _ENDS.finditer(text, 0, match.start())), default=0)
        ends = _ENDS.search(text, match.end())
        stop = ends.start() if ends else len(text)
        here = (each for each in places if match.end() <= each.start < stop)
        place = next((each for each in here if _WHERE.search(text[max(0, each.start - _OPENING) : each.start])), None)
        if place is not None:
            yield start, place


def _next_sentence(one: Statement, text: str) -> int:
    """Where the sentence after that of the cue starts."""
    _, end = sentence_of(one)
    return end + len(text[end : end + _GAP]) - len(text[end : end + _GAP].lstrip())


def _scenes(text: str, places: Sequence[Mention], statements: Sequence[Statement]) -> Iterator[_Scene]:
    """The places that open a sentence, each with the end of its paragraph."""
    for place in places:
        if _SETTING.search(text[max(0, place.start - _OPENING) : place.start]):
            closes = _PARAGRAPH.search(text, place.end)
            yield _Scene(place.start, closes.start() if closes else len(text), place)


def _is_at(one: Statement, scene: _Scene, first: dict[str, int], text: str) -> bool:
    """It is said in the scene, by somebody of whom the article tells nothing before it."""
    start, end = one.cue.span
    if not scene.start < start < scene.end or one.cue.lemma.split()[0] in HOLDING:
        return False
    if _PERFECT & set(text[start:end].lower().split()):
        return False
    if one.speaker.kind not in ("person", "unnamed") or sentence_of(one)[0] <= scene.start:
        return False
    actor = one.speaker.entity
    return actor is None or first.get(actor, start) >= scene.start


def _issued(
    statements: Sequence[Statement], text: str, meetings: Sequence[Meeting]
) -> tuple[Mention, Time | None] | None:
    """Where and when a communiqué was issued that is the whole text: where those who issue it met."""
    own = [one for one in statements if one.parent is None]
    if len(own) < _ISSUED or any(one.cue.lemma.split()[0] in _REPORTED or one.form == "direct" for one in own):
        return None
    lead = own[0].evidence[0][0]
    for meeting in meetings:
        told = next((span for span in meeting.evidence[1:] if span[0] == 0), None)
        if meeting.status == "held" and meeting.place is not None and told is not None and told[1] <= lead:
            return meeting.place, None if _DAYS.search(text[slice(*told)]) else meeting.time
    return None
