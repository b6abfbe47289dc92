"""When: the time expressions of a text in their context, refused where a date would be a guess.

An expression may reach beyond what the network marks ("between [March] and May"), depend on the words before it ("by
Friday", "Theresa May") or on the time that was told before ("the next day").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.extract.times.context import deadline, leaning, refused
from kg.extract.times.periods import Frame, Period, Tense, written
from kg.extract.times.phrases import PATTERNS, WORDS
from kg.model import Span, Time

__all__ = ["Mark", "Tense", "normalise", "read"]

# How far back, in characters, the time lies that "the next day" follows: about two paragraphs of an agency's report.
_REACH = 500
# How far before a mark its expression may begin ("on the night of Thursday to [Friday]"), and where it is told how.
_BEFORE = 60


@dataclass(frozen=True, slots=True)
class Mark:
    """The words at `span` are marked as a date, in a clause of this tense; `own` where they hang on its verb."""

    span: Span
    tense: Tense | None
    own: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    period: Period


def normalise(text: str, published: date | None, tense: Tense | None = None) -> Time | None:
    """The time that a date expression says, or None where it says none or it would be a guess.

    Args:
        text: the expression, without its preposition or with it ("on Thursday", "February 23", "next week").
        published: the day of publication; without it only absolute dates are understood.
        tense: whether the clause looks back or ahead; it decides between the last and the next Thursday.
    """
    found = read(text, [Mark((0, len(text)), tense)], published)
    return replace(found, text=text) if found else None


def read(text: str, marks: Sequence[Mark], published: date | None) -> Time | None:
    """The time that the last of the marks says, or None where it says none or it would be a guess.

    Args:
        text: the whole text.
        marks: in text order; the last before it that has a time says what it is told from ("the next day").
        published: the day of publication; without it only absolute dates are understood.
    """
    asked, told = marks[-1], None
    found = _find(text, asked, Frame(published, asked.tense, own=asked.own))
    if found is None:
        for mark in marks[:-1]:
            if asked.span[0] - mark.span[1] <= _REACH and (mark.tense != "future" or asked.tense == "future"):
                before = _find(text, mark, Frame(published, mark.tense, told))
                told = before.period if before else told
        found = _find(text, asked, Frame(published, asked.tense, told, asked.own)) if told else None
    if found is None:
        return None
    value, granularity = written(found.period)
    return Time(value=value, granularity=granularity, text=text[slice(*found.span)])


_FILLER = re.compile(
    r"(?:(?:on|in|by|at|the|since|from|until|till|during|for|before|after|around|about|of|and|between)\b|[\s(“\"'])+",
    re.IGNORECASE,
)
_MARKS = " \t\n.,;:!?()[]–—\"'“”‘’"
_WORD = re.compile(r"(?<![\w-])\w[\w.-]*")


def _find(text: str, mark: Mark, frame: Frame) -> _Found | None:
    """The longest expression that covers the marked words, prepositions and articles left out, and has an answer."""
    begin, end = mark.span
    filler = _FILLER.match(text, begin, end)
    core = filler.end() if filler else begin
    end = core + len(text[core:end].rstrip(_MARKS).removesuffix("'s").removesuffix("’s"))
    if end == core:
        return None
    candidates = []
    for start in _starts(text, begin, core):
        for pattern, answer in PATTERNS:
            match = pattern.match(text, start)
            if match is not None and match.end() >= end and _marked(match, mark):
                candidates.append((match, answer))
    for match, answer in sorted(candidates, key=lambda candidate: candidate[0].start() - candidate[0].end()):
        before, after = text[max(0, match.start() - _BEFORE) : match.start()], text[match.end() : match.end() + _BEFORE]
        if refused(match, before, after):
            return None
        period = answer(match, leaning(frame, before))
        if period is not None:
            period = deadline(match, before, period, frame)
            return _Found(match.span(), period) if period else None
    return None


def _starts(text: str, begin: int, core: int) -> list[int]:
    """Where an expression may begin: in the mark, or at the words of time right before it."""
    starts = [word.start() for word in _WORD.finditer(text, begin, core + 1)] or [core]
    for word in reversed(list(_WORD.finditer(text, max(0, begin - _BEFORE), begin))):
        if word[0].lower().strip(".") not in WORDS and not word[0][0].isdigit():
            break
        starts.append(word.start())
    return starts


def _marked(match: re.Match[str], mark: Mark) -> bool:
    """Not "May 20" where only "May" is marked: "in May 20 people died"."""
    named = match.re.groupindex
    return "day" not in named or mark.span[0] <= match.start("day") < mark.span[1]
