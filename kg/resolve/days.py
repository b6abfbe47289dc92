"""Days of a time: which it has, and whether two times can be of the same event."""

from __future__ import annotations

from datetime import date, timedelta

from kg.model import Time

_NEXT_DAY = timedelta(days=1)


def finer(one: Time | None, other: Time | None) -> Time | None:
    """The one that tells more exactly when; what is told of either where the other is not told."""
    if one is None or other is None:
        return one or other
    order = ("day", "week", "month", "year")
    return min(one, other, key=lambda time: order.index(time.granularity))


def compatible(one: Time | None, other: Time | None) -> bool:
    """Neither is told, or the one lies within the other."""
    if one is None or other is None:
        return True
    (first, last), (begin, end) = days_of(one), days_of(other)
    return (first <= begin and end <= last) or (begin <= first and last <= end)


def days_of(time: Time) -> tuple[date, date]:
    """The first and the last day of a time."""
    if time.granularity == "day":
        day = date.fromisoformat(time.value)
        return day, day
    if time.granularity == "week":
        monday = date.fromisoformat(f"{time.value}-1")
        return monday, monday + timedelta(days=6)
    if time.granularity == "month":
        first = date.fromisoformat(f"{time.value}-01")
        return first, (first + timedelta(days=31)).replace(day=1) - _NEXT_DAY
    return date(int(time.value), 1, 1), date(int(time.value), 12, 31)
