"""Documents: a communiqué, a live report or an interview is made where its first lines tell.

"JOINT STATEMENT of the ministers, Oslo, 3 May", "LIVE: Harbour conference, Oslo", "We met her in Oslo": of each
paragraph that is said there; a communiqué without such lines is of the place where those who issue it met.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.findings import ISSUED
from kg.model import Meeting, Mention, Statement, Time
from kg.resolve.scenes.occasions import is_online
from kg.resolve.scenes.pasts import HOLDING, PERFECT, is_past

# What reports say and communiqués don't.
_REPORTED = frozenset({"say", "tell", "reply", "answer", "claim"})
# A communiqué without a heading has at least so many statements, all told by its authors.
_ISSUED = 5
# "On 28 and 29 August": of several days none is that of what is said.
_DAYS = re.compile(r"\d (?:and|to) \d|\d[-–]\d|\bdays\b")
# The lines above the first sentence are short, and few.
_LINE, _LINES = 250, 3
_TITLE = re.compile(
    r"\bcommuniqu[eé]|\b(?:joint|final|closing|concluding|(?:ministers|leaders)[’']?) (?:statement|declaration)\b"
    r"|\b(?:statement|declaration|conclusions) (?:of|by|adopted|issued) the\b",
    re.IGNORECASE,
)
# What becomes of one is news: "Joint statement angers Kyiv".
_NEWS = re.compile(r" (?!(?:of|on|by|from|at|after|following|adopted|issued|agreed|and|the)\b)[a-z]+")
_LIVE = re.compile(r"\blive\b", re.IGNORECASE)
_GATHERING = re.compile(r"\b(?:conference|congress|hearing|summit|meeting|session|trial|talks|debate|forum)\b", re.I)
# Around the place in such a line: ", Oslo", "live from Oslo", "Oslo, 3 May".
_BEFORE = re.compile(r"(?:^|\n|, |[-–—] |\b(?:in|from|at) )(?:the )?$")
_BEHIND = re.compile(r"(?:-[\w-]+)?\s*(?:$|\n|[,(:]? ?(?:\d|(?:[A-Z][a-z]+ )?\d))")
# Before the place in the sentence below it, or in the last: "the Conference met in", "Done at".
_MET = re.compile(r"\b(?:met|meeting|gathered|convened|assembled|session|held)\b[^.\n]{0,60}\b(?:in|at) $")
_DONE = re.compile(r"(?:^|\n)(?:Done|Adopted|Issued) (?:at|in) (?:the city of )?$")
_FIRST, _LED = 400, 90
# Paragraphs of a document; those after which it is told what others say of it.
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[IVX]+)[.)] ")
_OVER = re.compile(r"Speaking to|Asked|At a (?:news|press) conference|[-–—*#\s]*END\b|\* ?\* ?\*|Reacti")
# To the reporter, from wherever it is: "a spokesman tells us".
_TO_US = re.compile(r" (?:us|me|our)\b")
# "We met her in Oslo", "in Oslo, where we met her"; so many characters lie between.
_SEEING = r"\b(?:[Ww]e|I) (?:met|interviewed|visited|(?:spoke|talked) (?:to|with)|sat down with|caught up with) "
_SEEN = re.compile(rf"{_SEEING}$")
_SEEN_THERE = re.compile(rf"^, where {_SEEING}$")
_THERE = re.compile(r"^[^.!?\n]{0,40}\b(?:in|at|near|outside) (?:the )?(?:[a-z]+ ){0,3}$")
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Setting:
    """From `start` to `end` what is said, or what `actor` says, is said at `place` and `time`, where they are told."""

    start: int
    end: int
    place: Mention | None
    time: Time | None = None
    actor: str | None = None
    live: bool = False

    def holds(self, one: Statement, text: str) -> bool:
        """The statement is one of it."""
        start, end = one.cue.span
        if not self.start <= start < self.end:
            return False
        if self.live and (_TO_US.match(text, end) is not None or _is_apart(one, text)):
            return False
        if self.actor is None:
            return True
        if one.time is not None or one.addressees:
            return False  # "Moen told parliament last year"
        lemma = one.cue.lemma.split()[0]
        return one.speaker.entity == self.actor and lemma not in HOLDING and not PERFECT & _words(text[start:end])


def settings(
    statements: Sequence[Statement],
    text: str,
    mentions: Sequence[Mention],
    meetings: Sequence[Meeting],
    appearances: Sequence[Statement] = (),
) -> list[Setting]:
    """Where the documents are made that the article is or has.

    Args:
        statements: of one article, in text order.
        text: of the article.
        mentions: that have an entity, in text order.
        meetings: of the article.
        appearances: statements without content, of which one may tell the day of a communiqué.
    """
    places = [one for one in mentions if one.kind in ("place", "country") and one.entity is not None]
    issued = next((one.time for one in appearances if one.cue.lemma == ISSUED and not one.content), None)
    found = [*_headed(statements, text, places, issued), *_interviews(text, mentions, places)]
    return found or list(_issued(statements, text, meetings))


def _headed(
    statements: Sequence[Statement], text: str, places: Sequence[Mention], issued: Time | None
) -> Iterator[Setting]:
    """The document of which the lines above it tell what it is, and when it was issued."""
    body = _heading(text)
    heading = text[:body]
    live = _LIVE.search(heading) is not None and _GATHERING.search(heading) is not None
    title = _TITLE.search(heading)
    titled = title is not None and _NEWS.match(heading, title.end()) is None
    if not live and not titled and issued is None:
        return
    place = next((one for one in reversed(places) if one.end <= body and _stands_alone(one, heading)), None)
    if place is None and not live:
        place = next((one for one in places if _is_where(one, text, body)), None)
    if place is not None or issued is not None:
        yield Setting(body, len(text) if live else _over(statements, text, body), place, issued, live=live)


def _heading(text: str) -> int:
    """Where the first sentence begins, below the lines of a heading."""
    at = 0
    for _ in range(_LINES):
        stop = text.find("\n", at)
        line = text[at : stop if stop >= 0 else len(text)].strip()
        if stop < 0 or len(line) > _LINE or line.endswith((".", "!", "?", ":", "”", '"')):
            break
        at = stop + len(text[stop:]) - len(text[stop:].lstrip())
    return at


def _stands_alone(place: Mention, heading: str) -> bool:
    """It is told where the document is made: "of the ministers, Oslo, 3 May", and not what it is about."""
    before = _BEFORE.search(heading[: place.start]) is not None
    return before and _BEHIND.match(heading, place.end) is not None


def _is_where(place: Mention, text: str, body: int) -> bool:
    led = text[max(0, place.start - _LED) : place.start]
    if body <= place.start < body + _FIRST and _MET.search(led) is not None:
        return True
    return place.start >= body and _DONE.search(led) is not None


def _over(statements: Sequence[Statement], text: str, body: int) -> int:
    """Where the document ends: at a paragraph without a number, or that tells as reports do who said what."""
    numbered = _NUMBERED.match(text, body) is not None
    reported = [one.cue.span[0] for one in statements if one.parent is None and _is_reported(one)]
    start = body
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        told = not numbered and any(start <= at < stop for at in reported)
        if told or _OVER.match(text, start) or (numbered and not _NUMBERED.match(text, start)):
            return start
        start = stop + len(text[stop:]) - len(text[stop:].lstrip())
    return len(text)


def _is_reported(one: Statement) -> bool:
    return one.cue.lemma.split()[0] in _REPORTED or one.form == "direct"


def _interviews(text: str, mentions: Sequence[Mention], places: Sequence[Mention]) -> Iterator[Setting]:
    """Where the reporter met those whom he asked: "We met her in Oslo"."""
    people = [one for one in mentions if one.kind == "person" and one.actor is not None]
    for place in places:
        near = (one for one in people if abs(one.start - place.start) <= _NEAR)
        for one in near:
            led, between = text[max(0, one.start - _NEAR) : one.start], text[one.end : place.start]
            met = one.start < place.start and _SEEN.search(led) is not None and _THERE.match(between) is not None
            if met or (one.start > place.end and _SEEN_THERE.match(text[place.end : one.start]) is not None):
                yield Setting(max(one.end, place.end), len(text), place, actor=one.actor)


def _issued(statements: Sequence[Statement], text: str, meetings: Sequence[Meeting]) -> Iterator[Setting]:
    """A communiqué that is the whole text: where and when those who issue it met."""
    own = [one for one in statements if one.parent is None]
    if len(own) < _ISSUED or any(_is_reported(one) for one in own):
        return
    lead = own[0].evidence[0][0]
    for meeting in meetings:
        told = next((span for span in meeting.evidence[1:] if span[0] == 0), None)
        if meeting.status == "held" and meeting.place is not None and told is not None and told[1] <= lead:
            time = None if _DAYS.search(text[slice(*told)]) else meeting.time
            yield Setting(0, len(text), meeting.place, time)
            return


def _is_apart(one: Statement, text: str) -> bool:
    """Below a live report stands also what states and bodies did anywhere, or somebody wrote."""
    if is_online(one, text):
        return True
    return one.speaker.kind not in ("person", "unnamed", "implicit") and is_past(one, text)


def _words(text: str) -> set[str]:
    return set(text.lower().split())
