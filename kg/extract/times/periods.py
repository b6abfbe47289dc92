"""Stretches of days, and the day, week, month or year that says them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from kg.model import Granularity

Tense = Literal["past", "future"]
Period = tuple[date, date]  # first and last day


@dataclass(frozen=True, slots=True)
class Frame:
    """What an expression is read against.

    Attributes:
        published: the day of publication; without it only absolute dates are understood.
        tense: whether the clause looks back or ahead; it decides between the last and the next Thursday.
        told: the last time that the text told before: what "the next day" follows.
        own: the tense is that of what was then, and not of a clause that speaks of it.
    """

    published: date | None
    tense: Tense | None = None
    told: Period | None = None
    own: bool = False

    @property
    def today(self) -> date:
        """The day of publication, where it is known to be there."""
        return self.published or date.min


def day(when: date) -> Period:
    return when, when


def week(when: date) -> Period:
    """The week (Monday to Sunday) in which a day lies."""
    monday = when - timedelta(days=when.weekday())
    return monday, monday + timedelta(days=6)


def month(year_: int, number: int) -> Period:
    """A month, counted from January of the year: 0 is December of the year before, 13 January of the next."""
    year_, number = year_ + (number - 1) // 12, (number - 1) % 12 + 1
    return date(year_, number, 1), date(year_, number, monthrange(year_, number)[1])


def year(number: int) -> Period:
    return date(number, 1, 1), date(number, 12, 31)


def valid(year_: int, month_: int, day_: int) -> date | None:
    """The day of these numbers, or None where the calendar has none."""
    if not 1 <= month_ <= 12 or not 1 <= day_ <= monthrange(year_, month_)[1]:
        return None
    return date(year_, month_, day_)


def around(when: date, unit: str, shift: int = 0) -> Period:
    """The day, week, fortnight, month or year in which a day lies, or one so many units later (earlier if negative)."""
    if unit == "day":
        return day(when + timedelta(days=shift))
    if unit in ("week", "fortnight"):
        return week(when + timedelta(weeks=shift * (2 if unit == "fortnight" else 1)))
    return month(when.year, when.month + shift) if unit == "month" else year(when.year + shift)


def cover(*periods: Period) -> Period | None:
    """The smallest day, week, month or year in which all the periods lie, or None where not even a year does."""
    first, last = min(begin for begin, _ in periods), max(end for _, end in periods)
    units = (around(first, unit) for unit in ("day", "week", "month", "year"))
    return next((unit for unit in units if unit[1] >= last), None)


def written(period: Period) -> tuple[str, Granularity]:
    """A day, week, month or year in ISO 8601, and which of them it is."""
    first, last = period
    if first == last:
        return first.isoformat(), "day"
    if period == week(first):
        number = first.isocalendar()
        return f"{number.year}-W{number.week:02d}", "week"
    if period == month(first.year, first.month):
        return f"{first.year:04d}-{first.month:02d}", "month"
    return f"{first.year:04d}", "year"


def nearest(days: Iterable[date], frame: Frame) -> date | None:
    """Of the days that a date without a year may mean: the nearest to publication that fits the tense.

    A past date may lie up to 30 days ahead before the year before is meant, and the other way round: reporters mix
    tenses ("talks planned for March 3 were prepared"), but hardly ever by more than a month; and by a week at most
    where the tense is its own.
    """
    away = {when: (when - frame.today).days for when in days}
    if frame.tense == "past":
        away = {when: distance for when, distance in away.items() if distance <= (7 if frame.own else 30)} or away
    if frame.tense == "future":
        away = {when: distance for when, distance in away.items() if distance >= -30} or away
    return min(away, key=lambda when: abs(away[when]), default=None)
