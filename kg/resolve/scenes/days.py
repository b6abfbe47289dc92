"""Times of events: which of two tells more, and whether two can be of the same event."""

from __future__ import annotations

from kg.model import Time


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
    (first, last), (begin, end) = one.days(), other.days()
    return (first <= begin and end <= last) or (begin <= first and last <= end)
