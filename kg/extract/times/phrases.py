"""Time expressions made of others ("the eve of Thursday's vote"), or told from the time before ("the next day")."""

from __future__ import annotations

import re
from datetime import timedelta

from kg.extract.times.expressions import POINTS, Pattern
from kg.extract.times.periods import Frame, Period, around, cover, day, written
from kg.extract.times.timewords import (
    DAY,
    HALF,
    MONTH,
    MONTHS,
    NUMBER,
    NUMBERS,
    ORDINAL,
    ORDINALS,
    SEASON,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    compiled,
    number_of,
    unnamed,
    word,
)

_AHEAD = {"later": 1, "after": 1, "from": 1, "next": 1, "following": 1}
_BACK = {"earlier": -1, "before": -1, "previous": -1, "of": -1}
_SHIFTS = _AHEAD | _BACK
_OF_WHICH = re.compile(rf"{YEAR}|\b(?:of )?(?:last|this|next) (?:week|year)", re.IGNORECASE)
_NUMERAL = re.compile(r"(?<!\d)\d\d?(?:st|nd|rd|th)?(?!\w)")


def _point(text: str, frame: Frame) -> Period | None:
    """The time of a whole expression that stands by itself."""
    text = text.strip()
    for pattern, answer in POINTS:
        match = pattern.fullmatch(text)
        period = answer(match, frame) if match else None
        if period is not None:
            return period
    return None


def _within(match: re.Match[str], frame: Frame) -> Period | None:
    """The end of the year, the first week of March: the whole of which it is said."""
    if match["unit"]:
        # "He left at the end of the year" may tell of the year before.
        return around(frame.today, word(match, "unit")) if frame.published and frame.tense != "past" else None
    whole = _point(match["whole"], frame)
    return whole if whole and whole[0] != whole[1] else None


def _beside(match: re.Match[str], frame: Frame) -> Period | None:
    """A day after Monday's talks, the eve of March 3, a week from Friday."""
    point, unit, side = _point(match["point"], frame), word(match, "unit") or "day", word(match, "side")
    if point is None or point[0] != point[1] or (side == "of") != (match["unit"] is None):
        return None
    count = (number_of(match) if match["number"] else 1) * _SHIFTS[side]
    if unit == "week" and side == "from":
        return day(point[0] + timedelta(weeks=count))
    return around(point[0], unit, count)


def _later(match: re.Match[str], frame: Frame) -> Period | None:
    """Two days later, the next day, the same year, in the afternoon: from the time that was told before."""
    named = match.groupdict()
    which, unit = word(match, "which") if "which" in named else "same", word(match, "unit")
    count = (number_of(match) if named.get("number") else 1) * _SHIFTS.get(which, 0)
    unit = unit if unit in ("day", "week", "fortnight", "month", "year") else "day"
    if frame.told is None:
        return None
    # No day can be counted from "in 2011".
    fine = ("day", "week", "month", "year")
    needed = fine.index("week" if unit == "fortnight" else unit)
    return around(frame.told[0], unit, count) if fine.index(written(frame.told)[1]) <= needed else None


def _weekday_from(match: re.Match[str], frame: Frame) -> Period | None:
    """The following Monday: the first one after the day that was told before."""
    if frame.told is None or frame.told[0] != frame.told[1]:
        return None
    weekday, when = WEEKDAYS[word(match, "weekday")], frame.told[0]
    if _SHIFTS[word(match, "which")] < 0:
        return day(when - timedelta(days=(when.weekday() - weekday) % 7 or 7))
    return day(when + timedelta(days=(weekday - when.weekday()) % 7 or 7))


def _range(match: re.Match[str], frame: Frame) -> Period | None:
    """From November to January 2017: the first of the two. Between them, or one or the other: what covers both."""
    first, last, join = match["first"].strip(), match["last"].strip(), match["join"].strip().lower()
    if _NUMERAL.fullmatch(first):  # 3 to 7 June
        first = _NUMERAL.sub(first, last, count=1)
    if _NUMERAL.fullmatch(last):  # June 3 to 7, 2016
        last = _NUMERAL.sub(last, first, count=1) + match[0][match.end("last") - match.start() :]
    own, tail = _OF_WHICH.search(first), _OF_WHICH.search(last)
    begin, end = _point(first if own or tail is None else f"{first} {tail[0]}", frame), _point(last, frame)
    if begin and end and begin > end and tail and tail["year"] and own is None:
        begin = _point(f"{first} {int(tail['year']) - 1}", frame)
    if begin is None or end is None or begin >= end:
        return None
    return cover(begin, end) if join == "or" or match["between"] else begin


_JOIN = r"(?P<join> (?:and|or|to|through|until|till) (?:the )?|\s?[-–—]\s?)"
_FROM = "(?:(?P<between>between) (?:the )?|from (?:the )?)?"
_NUMBER = r"\d\d?(?:st|nd|rd|th)?"
_DAY_FIRST = unnamed(rf"{DAY} (?:of )?{MONTH}(?:,? {YEAR})?")
_MONTH_FIRST = unnamed(rf"{MONTH} {DAY}")
_DATE = unnamed(rf"(?:{WEEKDAY},? )?(?:{_MONTH_FIRST}(?:,? {YEAR})?|{_DAY_FIRST})")
_WHICH = "(?:(?:last|next|this) )"
# What these are made of is given short, and read as any expression: all of it within each takes a second to compile.
_WHOLE = unnamed(
    rf"(?:{_WHICH}?(?:{MONTH}|{SEASON})(?:,?(?: of)? (?:{YEAR}|{_WHICH}year))?|{_WHICH}(?:week|month|year)|{YEAR})"
)
_POINT = unnamed(rf"(?:{_WHICH}?{WEEKDAY}|{_DATE}|today|yesterday|tomorrow)")
_END_POINT = unnamed(
    rf"(?:(?:early|late|mid)[\s-]+)?(?:{_DATE}|{MONTH}(?:,? {YEAR})?|{WEEKDAY}(?:(?: of)? {_WHICH}week)?|{YEAR})"
)
_PART = rf"(?:the )?(?:very )?(?:beginning|start|middle|end|(?:{ORDINAL}|last) (?:half|quarter|week|days)) of"
_COUNTED = rf"(?:{NUMBER}|the) (?P<unit>day|week)s?"
_UNITS = "(?P<unit>day|week|fortnight|month|year)"
# "the day after the vote", "the same day as", "the next day of talks": told from something else.
_END = r"(?=\s*(?:[.,;:!?)\]”\"–—-]|$))"
_ALONE = r"(?! (?:of|as|that|when)\b)"

_SOURCES = (
    (rf"{_PART} (?:the (?P<unit>week|month|year)|(?P<whole>{_WHOLE}))", _within),
    (r"(?P<whole>)(?:the )?(?P<unit>week|month|year)(?:['’]s |-)end", _within),
    (
        rf"(?:{_COUNTED}|(?:the )?eve) (?P<side>before|after|from|of) (?:the )?(?P<point>{_POINT})",
        _beside,
    ),
    (rf"{NUMBER} {_UNITS}s? (?P<which>later|earlier)(?! than\b)", _later),
    (rf"{NUMBER} {_UNITS}s? (?P<which>before|after){_END}", _later),
    (rf"the (?P<unit>day|night|evening|morning) (?P<which>before|after){_END}", _later),
    (rf"(?:the )?(?:very )?(?P<which>next|previous|following) (?P<unit>day|{HALF})(?! (?:of|as|when)\b)", _later),
    (rf"the (?P<which>next|previous|following) (?P<unit>week|month|year){_ALONE}", _later),
    (rf"(?:the|that) same (?P<unit>day|week|month|year|{HALF}){_ALONE}", _later),
    (rf"that (?P<unit>day|week|month|year|{HALF}){_ALONE}", _later),
    (r"the (?P<unit>morning|afternoon|evening)", _later),
    (rf"the (?P<which>next|previous|following) {WEEKDAY}", _weekday_from),
    (rf"{_FROM}(?P<first>{_END_POINT}){_JOIN}(?P<last>{_END_POINT})", _range),
    (rf"{_FROM}(?P<first>{_NUMBER}){_JOIN}(?P<last>{_DAY_FIRST})", _range),
    (rf"{_FROM}(?P<first>{_MONTH_FIRST}){_JOIN}(?P<last>{_NUMBER})(?:,? {YEAR})?", _range),
)

#: (pattern, answer): all that an expression may be.
PATTERNS: tuple[Pattern, ...] = (*POINTS, *((compiled(pattern), answer) for pattern, answer in _SOURCES))

#: The words, beside numerals, with which an expression may begin or go on up to what the network marks.
WORDS = frozenset(
    " ".join((HALF.replace("|", " "), *MONTHS, *WEEKDAYS, *NUMBERS, *ORDINALS)).split()
    + "the of on at in from to and or between through until till after before eve early late mid earlier later".split()
    + "sometime last next this that same very previous following past coming beginning start middle end half".split()
    + "quarter days day week weeks within local time gmt utc hours a.m p.m am pm year".split()
)
