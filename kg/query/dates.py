"""Days, months and years as people write them."""

from __future__ import annotations

import re
from calendar import monthrange

from kg.errors import UsageError

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def first_day(given: str) -> str:
    """The first day of "2017", "2017-02" or "2017-02-19".

    Raises:
        UsageError: it is no date.
    """
    return _day(given, last=False)


def last_day(given: str) -> str:
    """The last day of "2017", "2017-02" or "2017-02-19".

    Raises:
        UsageError: it is no date.
    """
    return _day(given, last=True)


def days(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """The first and the last day of what is meant; None where there is no bound.

    Raises:
        UsageError: one is no date.
    """
    return (first_day(since) if since else None), (last_day(until) if until else None)


def _day(given: str, *, last: bool) -> str:
    parts = _DATE.fullmatch(given.strip())
    year, month, date = (int(part) if part else None for part in parts.groups()) if parts else (0, None, None)
    month = month or (12 if last else 1)
    if not year or not 1 <= month <= 12 or not 1 <= (date or 1) <= (length := monthrange(year, month)[1]):
        raise UsageError(f"“{given}” is no date: write 2017-02-19, 2017-02 or 2017")
    return f"{year:04}-{month:02}-{date or (length if last else 1):02}"
