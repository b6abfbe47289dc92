"""Date expressions, normalised against the publication date; refused where a date would be a guess.

Own patterns and not dateparser: the tense of the clause decides which Thursday is meant, the answer carries its
granularity, and "in recent years" must be refused, none of which dateparser offers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from kg.model import Granularity, Time

Tense = Literal["past", "future"]
Normal = tuple[str, Granularity]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "wed"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
} | {"a": 1, "an": 1, "a couple of": 2}

_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = "(?P<weekday>" + "|".join(sorted(_WEEKDAYS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_NUMBER = "(?P<number>" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r"|\d{1,3})"
_PART = r"(?:(?:early|late|mid|the|this|that|in|on|at|morning|afternoon|evening|night)[\s-]+)*"
_TAIL = r"(?:'s|’s)?(?:\s+(?:morning|afternoon|evening|night|noon|midnight|early|late))?"


def _day(when: date) -> Normal:
    return when.isoformat(), "day"


def _week(when: date) -> Normal:
    year, week, _ = when.isocalendar()
    return f"{year}-W{week:02d}", "week"


def _month(year: int, month: int) -> Normal:
    return f"{year + (month - 1) // 12:04d}-{(month - 1) % 12 + 1:02d}", "month"


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest_year(month: int, day: int, published: date, tense: Tense | None) -> date | None:
    """The year that a date without one means: the nearest to publication that fits the tense.

    A past date may lie up to 30 days ahead before the year before is meant, and the other way round: reporters mix
    tenses ("talks planned for March 3 were prepared"), but hardly ever by more than a month.
    """
    candidates = [when for year in (-1, 0, 1) if (when := _valid(published.year + year, month, day))]
    if tense == "past":
        candidates = [when for when in candidates if when <= published + timedelta(days=30)] or candidates
    if tense == "future":
        candidates = [when for when in candidates if when >= published - timedelta(days=30)] or candidates
    return min(candidates, key=lambda when: abs((when - published).days), default=None)


def _full_date(match: re.Match[str], published: date, tense: Tense | None) -> Normal | None:
    month, day = _MONTHS[match["month"]], int(match["day"])
    year = match.groupdict().get("year")
    when = _valid(int(year), month, day) if year else _nearest_year(month, day, published, tense)
    return _day(when) if when else None


def _iso(match: re.Match[str], published: date, tense: Tense | None) -> Normal | None:
    when = _valid(int(match["year"]), int(match["month"]), int(match["day"]))
    return _day(when) if when else None


def _month_of_year(match: re.Match[str], published: date, tense: Tense | None) -> Normal | None:
    return _month(int(match["year"]), _MONTHS[match["month"]])


def _bare_month(match: re.Match[str], published: date, tense: Tense | None) -> Normal | None:
    """In March: the nearest March that fits the tense; "last March" and "next March" say which."""
    month, which = _MONTHS[match["month"]], match["which"]
    if which == "last" or (which is None and tense == "past"):
        return _month(published.year - (month >= published.month if which else month > published.month), month)
    if which == "next" or (which is None and tense == "future"):
        return _month(published.year + (month <= published.month if which else month < published.month), month)
    return _month(published.year, month) if which == "this" else None


def _weekday(match: re.Match[str], published: date, tense: Tense | None) -> Normal | None:
    """On Thursday: the last one up to publication, or the next one where the clause looks ahead.

    "next Thursday" is the one of the week after publication's week, which is how news agencies use it; "last Thursday"
    is the last one before publication.
    """
    day, which = _WEEKDAYS[match["weekday"]], match["which"]
    back, ahead = (published.weekday() - day) % 7, (day - published.weekday()) % 7
    if which == "next":
        return _day(published - timedelta(days=published.weekday()) + timedelta(days=7 + day))
    if which in ("last", "previous", "past"):
        return _day(published - timedelta(days=back or 7))
    if which in ("coming", "following"):
        return _day(published + timedelta(days=ahead or 7))
    return _day(published + timedelta(days=ahead)) if tense == "future" else _day(published - timedelta(days=back))


def _today(match: re.Match[str], published: date, tense: Tense | None) -> Normal | None:
    shift = {"yesterday": -1, "tomorrow": 1}.get(match["word"], 0)
    return _day(published + timedelta(days=shift))


def _unit(match: re.Match[str], published: date, tense: Tense | None) -> Normal | None:
    """Last week, this month, next year, earlier this week."""
    shift = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(match["which"], 0)
    return _shifted(published, match["unit"], shift)


def _ago(match: re.Match[str], published: date, tense: Tense | None) -> Normal | None:
    word = match["number"]
    sign = -1 if match["direction"] in ("ago", "earlier") else 1
    return _shifted(published, match["unit"], sign * (_NUMBERS.get(word) or int(word)))


def _in(match: re.Match[str], published: date, tense: Tense | None) -> Normal | None:
    word = match["number"]
    return _shifted(published, match["unit"], _NUMBERS.get(word) or int(word))


def _shifted(published: date, unit: str, shift: int) -> Normal | None:
    if unit == "day":
        return _day(published + timedelta(days=shift))
    if unit == "week":
        return _week(published + timedelta(weeks=shift))
    if unit == "month":
        return _month(published.year, published.month + shift)
    return (f"{published.year + shift:04d}", "year")


def _bare_year(match: re.Match[str], published: date, tense: Tense | None) -> Normal | None:
    return (match["year"], "year")


_PREPOSITION = re.compile(r"(?:on|in|by|at|since|until|from|during|for|before|after|around|about)\s+")
_UNIT = r"(?P<unit>day|week|month|year)"
_WHICH = r"(?:the\s+)?(?P<which>last|past|previous|this|next|coming|following)"

#: (pattern over the whole lower-cased expression, answer); the first that fits is taken.
_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date, Tense | None], Normal | None]], ...] = tuple(
    (re.compile(pattern), answer)
    for pattern, answer in (
        (r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)", _iso),
        (rf"{_PART}(?:{_WEEKDAY},?\s+)?(?:the\s+)?{_MONTH}\s+(?:the\s+)?{_DAY}(?:,?\s+{_YEAR})?{_TAIL}", _full_date),
        (rf"{_PART}(?:{_WEEKDAY},?\s+)?(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?{_TAIL}", _full_date),
        (rf"{_PART}{_MONTH},?\s+(?:of\s+)?{_YEAR}", _month_of_year),
        (rf"{_PART}(?:{_WHICH}\s+)?{_MONTH}{_TAIL}", _bare_month),
        (rf"{_PART}(?:{_WHICH}\s+)?{_WEEKDAY}{_TAIL}", _weekday),
        (rf"{_PART}(?:earlier\s+|later\s+)?(?P<word>today|yesterday|tomorrow|tonight){_TAIL}", _today),
        (rf"{_PART}(?P<word>night|morning|afternoon|evening)", _today),
        (rf"{_PART}(?:earlier\s+|later\s+)?{_WHICH}\s+{_UNIT}{_TAIL}", _unit),
        (rf"{_NUMBER}\s+{_UNIT}s?\s+(?P<direction>ago|earlier|from now)", _ago),
        (rf"(?:with)?in\s+{_NUMBER}\s+{_UNIT}s?(?:['’]s?)?(?:\s+time)?", _in),
        (rf"{_PART}{_YEAR}{_TAIL}", _bare_year),
    )
)


def normalise(text: str, published: date | None, tense: Tense | None = None) -> Time | None:
    """The time that a date expression says, or None where it says none or it would be a guess.

    Args:
        text: the expression, without its preposition or with it ("on Thursday", "February 23", "next week").
        published: the day of publication; without it only absolute dates are understood.
        tense: whether the clause looks back or ahead; it decides between the last and the next Thursday.
    """
    folded = " ".join(text.lower().split()).strip(" ,.;:()[]“”\"'")
    for expression in (folded, _PREPOSITION.sub("", folded)):
        for pattern, answer in _PATTERNS:
            match = pattern.fullmatch(expression)
            if match is None:
                continue
            if published is None and not match.groupdict().get("year"):
                return None
            normal = answer(match, published or date.min, tense)
            return Time(value=normal[0], granularity=normal[1], text=text) if normal else None
    return None
