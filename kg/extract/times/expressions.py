"""Time expressions that mean a day, week, month or year by themselves or against the day of publication.

Own patterns and not dateparser: the tense of the clause decides which Thursday is meant, the answer carries its
granularity, and "in recent years" must be refused, none of which dateparser offers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from kg.extract.times.periods import Frame, Period, around, cover, day, month, nearest, valid, week, year
from kg.extract.times.timewords import (
    DAY,
    DAY_WORD,
    EARLY,
    HALF,
    LATE,
    MONTH,
    MONTHS,
    NUMBER,
    SEASON,
    WEEKDAY,
    WEEKDAYS,
    WHICH,
    YEAR,
    YEARLY,
    compiled,
    number_of,
    word,
)

Answer = Callable[[re.Match[str], Frame], Period | None]
Pattern = tuple[re.Pattern[str], Answer]


# Holidays of the same day everywhere: not Independence Day, Thanksgiving, Easter or Ramadan.
_HOLIDAYS = {
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "international women's day": (3, 8),
    "may day": (5, 1),
    "july fourth": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "armistice day": (11, 11),
    "remembrance day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
}

_DAYS = {"the day before yesterday": -2, "yesterday": -1, "last night": -1, "last evening": -1}
_DAYS |= {"tomorrow": 1, "the day after tomorrow": 2}
_SHIFTS = {"last": -1, "this": 0, "next": 1}


def _which(match: re.Match[str]) -> str | None:
    return word(match, "which").split()[-1] if match["which"] else None


def _date(match: re.Match[str], frame: Frame) -> Period | None:
    """February 23; where it names a weekday too, the years in which the two disagree are not meant."""
    named, written = match.groupdict(), word(match, "month")
    number = MONTHS.get(written) or int(written)
    shifts = (_SHIFTS[word(match, "yearly")],) if named.get("yearly") else (-1, 0, 1)
    years = [int(named["year"])] if named.get("year") else [frame.today.year + shift for shift in shifts]
    days = [when for each in years if (when := valid(each, number, number_of(match, "day")))]
    if named.get("weekday"):
        days = [when for when in days if when.weekday() == WEEKDAYS[word(match, "weekday")]]
    when = nearest(days, frame)
    return day(when) if when else None


def _slashed(match: re.Match[str], frame: Frame) -> Period | None:
    """23/2/2016 and 2/23/2016 are one day; 2/3/2016 may be two, and is refused."""
    one, two, in_year = int(match["one"]), int(match["two"]), int(match["year"])
    days = {when for pair in ((one, two), (two, one)) if (when := valid(in_year, *pair))}
    return day(days.pop()) if len(days) == 1 else None


def _day_of_month(match: re.Match[str], frame: Frame) -> Period | None:
    """The 15th: the last one up to publication or the next one, by the tense; the 15th of last month."""
    shifts = (_SHIFTS[word(match, "which")],) if match.groupdict().get("which") else (-1, 0, 1)
    firsts = [month(frame.today.year, frame.today.month + shift)[0] for shift in shifts]
    days = [when for first in firsts if (when := valid(first.year, first.month, number_of(match, "day")))]
    if len(shifts) > 1:
        ahead, past = frame.tense == "future", frame.tense == "past"
        days = [when for when in days if (ahead and when >= frame.today) or (past and when <= frame.today)]
        days = days[:1] if ahead else days[-1:]
    return day(days[0]) if days else None


def _month(match: re.Match[str], frame: Frame) -> Period | None:
    """March 2015, March last year; in March, by the tense; last March, next March.

    Without a tense the nearest March is meant if it is at most four months away: beyond, both are as likely.
    """
    number, which, named, this = MONTHS[word(match, "month")], _which(match), match.groupdict(), frame.today.month
    if named.get("year"):
        return month(int(match["year"]), number)
    if named.get("yearly"):
        return month(frame.today.year + _SHIFTS[word(match, "yearly")], number)
    if which in ("last", "past") or (which is None and frame.tense == "past"):
        return month(frame.today.year - (number >= this if which else number > this), number)
    if which in ("next", "coming") or (which is None and frame.tense == "future"):
        return month(frame.today.year + (number <= this if which else number < this), number)
    if which == "this":
        return month(frame.today.year, number)
    away = (number - this + 6) % 12 - 6
    return month(frame.today.year, this + away) if abs(away) <= 4 else None


def _weekday(match: re.Match[str], frame: Frame) -> Period | None:
    """On Thursday: the last one up to publication, or the next one where the clause looks ahead.

    "next Thursday" is the one of the week after publication's week, which is how news agencies use it; "last Thursday"
    is the last one before publication.
    """
    number, which, today = WEEKDAYS[word(match, "weekday")], _which(match), frame.today
    back, ahead = (today.weekday() - number) % 7, (number - today.weekday()) % 7
    if match.groupdict().get("weekly"):
        return day(week(today + timedelta(weeks=_SHIFTS[word(match, "weekly")]))[0] + timedelta(days=number))
    if which == "next":
        return day(week(today + timedelta(weeks=1))[0] + timedelta(days=number))
    if which in ("last", "past"):
        return day(today - timedelta(days=back or 7))
    if which == "coming":
        return day(today + timedelta(days=ahead or 7))
    looks_ahead = frame.tense == "future" or (which == "this" and frame.tense is None)
    return day(today + timedelta(days=ahead) if looks_ahead else today - timedelta(days=back))


def _today(match: re.Match[str], frame: Frame) -> Period | None:
    return day(frame.today + timedelta(days=_DAYS.get(word(match, "word"), 0)))


def _unit(match: re.Match[str], frame: Frame) -> Period | None:
    """Last week, this month, next year."""
    shift = _SHIFTS[word(match, "which")]
    if word(match, "unit") == "quarter":
        return year(month(frame.today.year, frame.today.month + 3 * shift)[0].year)
    return around(frame.today, word(match, "unit"), shift)


def _weekend(match: re.Match[str], frame: Frame) -> Period | None:
    """The week of the weekend: until it comes, the weekend that is told of in the past is the one before."""
    which = _which(match) or "the"
    shift = {"last": -1, "next": 1}.get(which, 0)
    if which == "past" or (shift == 0 and frame.tense == "past"):
        shift = 0 if frame.today.weekday() >= 5 else -1
    return around(frame.today, "week", shift)


def _ago(match: re.Match[str], frame: Frame) -> Period | None:
    number, unit = number_of(match), word(match, "unit")
    if unit == "hour":
        return around(frame.today, "day", -number // 24) if number % 24 == 0 else None
    return around(frame.today, unit, -number)


def _in(match: re.Match[str], frame: Frame) -> Period | None:
    """In two days, two weeks from now; told of the past "in two days" is how long it took."""
    then = around(frame.today, word(match, "unit"), number_of(match))
    kind = word(match, "kind")
    if kind == "within":
        return cover(day(frame.today), then)
    return None if kind == "in" and frame.tense == "past" else then


def _season(match: re.Match[str], frame: Frame) -> Period | None:
    """The year of a spring, summer or autumn. Last and next summer are refused while they may be of two years."""
    named, this = match.groupdict(), frame.today.month
    if named.get("year"):
        return year(int(match["year"]))
    if named.get("yearly"):
        return year(frame.today.year + _SHIFTS[word(match, "yearly")])
    which, begin = _which(match), {"spring": 3, "summer": 6, "autumn": 9}[word(match, "season")]
    if which == "this" or begin <= this < begin + 3:
        return year(frame.today.year) if which in (None, "this") else None
    before, tense = this < begin, frame.tense
    if which == "last" or (which is None and tense == "past"):
        return year(frame.today.year - before) if before or which is None else None
    if which == "next" or (which is None and tense == "future"):
        return year(frame.today.year + (not before)) if not before or which is None else None
    return None


def _holiday(match: re.Match[str], frame: Frame) -> Period | None:
    number, day_ = _HOLIDAYS[word(match, "name").replace("’", "'")]
    years = [int(match["year"])] if match["year"] else [frame.today.year + shift for shift in (-1, 0, 1)]
    when = nearest([date(each, number, day_) for each in years], frame)
    return day(when) if when else None


def _year(match: re.Match[str], frame: Frame) -> Period | None:
    return year(int(match["year"]))


_IN_YEAR = rf"(?:,? {YEAR}|(?: of)? {YEARLY.replace('which', 'yearly')} year)?"
_OPEN = rf"{EARLY}(?:{WEEKDAY},? )?(?:the )?"
_HOLIDAY = "|".join(_HOLIDAYS).replace("'", "['’]")
_SOURCES: tuple[tuple[str, Answer], ...] = (
    (r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", _date),
    (rf"(?P<one>\d{{1,2}})(?P<mark>[/.])(?P<two>\d{{1,2}})[/.]{YEAR}", _slashed),
    (rf"{_OPEN}{MONTH} (?:the )?{DAY}{_IN_YEAR}{LATE}", _date),
    (rf"{_OPEN}{DAY} (?:of )?{MONTH}{_IN_YEAR}{LATE}", _date),
    (rf"{_OPEN}{MONTH} the {DAY_WORD}(?:,? {YEAR})?", _date),
    (rf"{_OPEN}{DAY_WORD} of {MONTH}(?:,? {YEAR})?", _date),
    (rf"{_OPEN}(?P<day>\d\d?)(?:st|nd|rd|th) of {YEARLY} month", _day_of_month),
    (r"the (?P<day>\d\d?)(?:st|nd|rd|th)", _day_of_month),
    (rf"{EARLY}(?P<which>)?{MONTH},?(?: of)? {YEAR}", _month),
    (rf"{EARLY}(?P<which>)?{MONTH},?(?: of)? {YEARLY.replace('which', 'yearly')} year", _month),
    (rf"{EARLY}(?:{WHICH} )?{MONTH}", _month),
    (rf"{EARLY}(?P<which>)?{WEEKDAY}{LATE},?(?: of)? {YEARLY.replace('which', 'weekly')} week", _weekday),
    (rf"{EARLY}(?:{WHICH} )?{WEEKDAY}{LATE}", _weekday),
    (rf"{EARLY}(?P<word>the day before yesterday|the day after tomorrow){LATE}", _today),
    (rf"{EARLY}(?P<word>today|yesterday|tomorrow|tonight){LATE}", _today),
    (rf"{EARLY}(?P<word>last (?:night|evening)|this (?:{HALF})|overnight)", _today),
    (rf"{EARLY}(?<!\bthe\s){YEARLY} (?P<unit>week|month|quarter|year)", _unit),
    (rf"{EARLY}(?:{WHICH}|the) weekend", _weekend),
    (rf"{NUMBER} (?P<unit>hour|day|week|fortnight|month|year)s? ago", _ago),
    (rf"(?P<kind>in|within) {NUMBER} (?P<unit>day|week|fortnight|month|year)s?(?:['’]s?)?(?: time)?", _in),
    (rf"{NUMBER} (?P<unit>day|week|fortnight|month|year)s? from (?P<kind>now)", _in),
    (rf"{EARLY}(?:the )?(?P<which>)?(?P<season>{SEASON}|fall)(?: of)? {YEAR}", _season),
    (rf"{EARLY}(?:the )?(?P<which>)?(?P<season>{SEASON})(?: of)? {YEARLY.replace('which', 'yearly')} year", _season),
    (rf"{EARLY}(?:(?<!\bthe\s){YEARLY}|the) (?P<season>{SEASON})", _season),
    (rf"q[1-4] {YEAR}", _year),
    (rf"(?P<name>{_HOLIDAY})(?:,? {YEAR})?", _holiday),
    (rf"{EARLY}(?:the year )?{YEAR}", _year),
)


def _dated(answer: Answer) -> Answer:
    """Without a day of publication, only what names its year has an answer."""

    def checked(match: re.Match[str], frame: Frame) -> Period | None:
        return answer(match, frame) if frame.published or match.groupdict().get("year") else None

    return checked


#: (pattern, answer): all that an expression may be without reference to another.
POINTS: tuple[Pattern, ...] = tuple((compiled(pattern), _dated(answer)) for pattern, answer in _SOURCES)
