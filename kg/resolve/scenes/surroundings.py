"""Surroundings: where something is said that the sentence around it does not tell, but the sentences beside it do.

"In Lodwar, people waited. ..., said Ann Rowe"; "She made the remarks at a meeting in Oslo"; a communiqué, an interview.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.model import Meeting, Mention, Statement
from kg.resolve.scenes.documents import settings
from kg.resolve.scenes.encounters import TAKEN_UP
from kg.resolve.scenes.pasts import HOLDING, PERFECT
from kg.resolve.scenes.sentences import beside, sentence_of

# Before a place that opens a sentence and sets the scene of what comes: "In the village of", "At", "In northern".
_WORDS = r"(?:(?!(?:about|against|for|from|on|to|with)\b)[a-z’'-]+ )"
_NAME = r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z][a-z]+"
_STARTS = r"(?:^|\n|[.?!:][”\"’']?\s+)"
_SETTING = re.compile(
    rf"{_STARTS}(?:In|At|Outside|Inside|Near) (?:the |an? )?(?:{_NAME} )?{_WORDS}{{0,3}}(?:the )?$"
    rf"|(?:{_STARTS}|— )From $"
    rf"|{_STARTS}On the (?:[a-z]+ )?(?:banks?|beach|border|coast|edge|islands?|market|outskirts|shores?|streets?) of $"
)
# "On Gaza, he said" tells of what.
_STREETS = re.compile(rf"{_STARTS}On (?:the )?$")
_STREET = re.compile(r"(?:street|road|square|avenue|hill|islands?|bridge|boulevard)\b", re.IGNORECASE)
_OPENING = 40  # characters that has
_AFTER = 12  # and so many the rest of a name: "Ferdowsi | Street"
# "In Lodwar's view".
_ITS = re.compile(r"[’']s?\b")
# Who holds such a post, or tells what it means, is rather in a capital.
_OFFICIAL = re.compile(
    r"\b(?:president|minister|chancellor|premier|king|secretary|ambassador|envoy|official|spokes\w+|analyst|economist)\b",
    re.IGNORECASE,
)
_FROM = "From "
# "In Lodwar, where two mills announced": by the way.
_WHERE_IT = re.compile(r"[^,.]{0,20},? wh(?:ere|ich|ose) [^,]*$")
# Before a place where something is: "outside parliament in Jerusalem".
_WHERE = re.compile(r"\b(?:in|at|outside|near) (?:the )?(?:[a-z]+ ){0,2}(?:of )?$")
# It may be said anywhere: "wrote", "said in an interview", "Riga's mayor said", "who lives in a tent in Riga".
_APART = re.compile(r"\bwrote\b|\binterview\b|\b[A-Z][a-z]+[’']s \b|\blives? (?:[a-z]+ ){0,3}in ")
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
    statements: Sequence[Statement],
    text: str,
    mentions: Sequence[Mention],
    meetings: Sequence[Meeting],
    appearances: Sequence[Statement] = (),
) -> tuple[Statement, ...]:
    """The same with the places that the sentences around tell, and the day of a communiqué.

    Args:
        statements: of one article, in text order.
        text: of the article.
        mentions: that have an entity, in text order.
        meetings: of the article.
        appearances: statements without content, of which one may tell that day.
    """
    places = [one for one in mentions if one.kind == "place" and one.entity is not None]
    first: dict[str, int] = {}
    for mention in mentions:
        if mention.actor is not None:
            first.setdefault(mention.actor, mention.start)
    afterwards = dict(_told_afterwards(text, places))
    documents = settings(statements, text, mentions, meetings, appearances)
    scenes = list(_scenes(text, places))
    found = []
    for one in statements:
        document = next((each for each in documents if each.holds(one, text)), None) if one.parent is None else None
        if document is not None:
            one = replace(one, place=one.place or document.place, time=one.time or document.time)
        elif one.parent is None and one.place is None:
            if (place := afterwards.get(_next_sentence(one, text))) is not None:
                one = replace(one, place=place)
            elif (scene := _scene_of(one, scenes, first, text)) is not None:
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


def _scenes(text: str, places: Sequence[Mention]) -> Iterator[_Scene]:
    """The places that open a sentence, each with the end of its paragraph; from where somebody calls, only he does."""
    for place in places:
        led = text[max(0, place.start - _OPENING) : place.start]
        if _ITS.match(text, place.end):
            continue
        if led.endswith(_FROM) and _SETTING.search(led):
            yield _Scene(place.start, place.end, place)
        elif _SETTING.search(led) or (_STREETS.search(led) and _is_street(place, text)):
            closes = _PARAGRAPH.search(text, place.end)
            yield _Scene(place.start, closes.start() if closes else len(text), place)


def _scene_of(one: Statement, scenes: Sequence[_Scene], first: dict[str, int], text: str) -> _Scene | None:
    """The scene that its sentence opens, else the last that the paragraph tells; a day of its own tells of another."""
    opened = next((each for each in scenes if _is_opened(one, each, text)), None)
    if opened is not None or one.time is not None:
        return opened
    last = next((each for each in reversed(scenes) if each.start < one.cue.span[0] < each.end), None)
    return last if last is not None and _is_at(one, last, first, text) else None


def _is_street(place: Mention, text: str) -> bool:
    return _STREET.search(text, place.start, place.end + _AFTER) is not None


def _is_opened(one: Statement, scene: _Scene, text: str) -> bool:
    """The place opens the sentence of the statement: "In Lodwar, the mayor said"."""
    begin, _ = sentence_of(one)
    start, end = one.cue.span
    if not begin <= scene.start < start or one.speaker.kind in ("country", "implicit"):
        return False
    if one.cue.lemma.split()[0] in HOLDING or PERFECT & set(text[start:end].lower().split()):
        return False
    if _WHERE_IT.match(text, scene.place.end, start):
        return False
    return not any(begin <= scene.start < stop for begin, stop in one.content)


def _is_at(one: Statement, scene: _Scene, first: dict[str, int], text: str) -> bool:
    """It is said in the scene, by somebody of whom the article tells nothing before it, and no official."""
    start, end = one.cue.span
    if one.cue.lemma.split()[0] in HOLDING:
        return False
    if one.speaker.span is not None and _OFFICIAL.search(text, *one.speaker.span):
        return False
    if PERFECT & set(text[start:end].lower().split()):
        return False
    if one.speaker.kind not in ("person", "unnamed") or sentence_of(one)[0] <= scene.start:
        return False
    if _APART.search(beside(one, text)) is not None:
        return False
    actor = one.speaker.entity
    return actor is None or first.get(actor, start) >= scene.start
