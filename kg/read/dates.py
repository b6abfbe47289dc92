"""Dates as news writes them, in ISO 8601. Strict: what may mean two days, or no day, is refused.

dateparser was rejected: it takes "March" or "2 on 3" for dates, fills gaps from today's date, and costs 0.3 s to load.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH = r"(?i:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
WEEKDAY = r"(?i:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?)\b\.?"

# Zones that news sites write, in minutes from UTC. IST is left out: India, Israel and Ireland use it.
_ZONES = {
    "z": 0,
    "utc": 0,
    "gmt": 0,
    "bst": 60,
    "cet": 60,
    "cest": 120,
    "eet": 120,
    "eest": 180,
    "msk": 180,
    "est": -300,
    "edt": -240,
    "et": None,
    "cst": -360,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
}
_TIME = (
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?\s*(?P<half>[ap]\.?m\.?)?"
    r"(?:\s*\(?(?P<zone>[a-z]{1,4}|(?:utc|gmt)?[+-]\d{1,2}:?(?:\d{2})?)\)?)?"
)
_AFTER = rf"(?:(?:\s*[,|·•–—-]\s*|\s+|T)(?:at\s+)?{_TIME})?"
_BEFORE = rf"(?:{_TIME}\s*(?:[,|·•–—-]|on)?\s+)?"
_NAMED = rf"(?:{WEEKDAY}\s*,?\s*)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d{2})"
_MONTH = rf"(?P<month>{MONTH})"


def _pattern(*alternatives: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(alternative, re.IGNORECASE) for alternative in alternatives)


_WRITTEN = _pattern(
    rf"{_YEAR}-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}}){_AFTER}",
    rf"{_YEAR}(?P<month>\d{{2}})(?P<day>\d{{2}})(?:T?(?P<hour>\d{{2}})(?P<minute>\d{{2}})(?P<second>\d{{2}})(?P<zone>Z)?)?",
    rf"{_YEAR}[/.](?P<month>\d{{1,2}})[/.](?P<day>\d{{1,2}}){_AFTER}",
    rf"{_NAMED}(?:the\s+)?{_DAY}[\s-]+(?:of\s+)?{_MONTH}[\s,-]*{_YEAR}{_AFTER}",
    rf"{_NAMED}{_MONTH}\s*{_DAY}\s*,?\s+{_YEAR}{_AFTER}",
    rf"{_YEAR}[\s,-]+{_MONTH}[\s-]+{_DAY}{_AFTER}",
    rf"{_BEFORE}{_NAMED}{_DAY}\s+{_MONTH},?\s+{_YEAR}",
    rf"{_BEFORE}{_NAMED}{_MONTH}\s+{_DAY},?\s+{_YEAR}",
    # With dots the day is first everywhere these are written (Germany, Russia, Turkey, ...).
    rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{_YEAR}{_AFTER}",
)
_NUMERIC = re.compile(rf"(?P<first>\d{{1,2}})[/-](?P<second_number>\d{{1,2}})[/-]{_YEAR}{_AFTER}", re.IGNORECASE)


def parse(text: str) -> str:
    """`text` as an ISO 8601 date, or date and time where it gives one: "Feb. 19, 2017" → "2017-02-19".

    Midnight without a zone is a date: that is how tables write days.

    Raises:
        ValueError: why it is no date; one clause.
    """
    stripped = text.strip().rstrip(",;")
    for pattern in _WRITTEN:
        if found := pattern.fullmatch(stripped):
            month = found["month"]
            number = int(month) if month.isdigit() else MONTHS[month.rstrip(".").lower()]
            return _iso(found, number, int(found["day"]))
    if found := _NUMERIC.fullmatch(stripped):
        first, second = int(found["first"]), int(found["second_number"])
        if first == second or (first <= 12 < second):
            return _iso(found, first, second)
        if second <= 12 < first:
            return _iso(found, second, first)
        raise ValueError("may mean two days")
    raise ValueError("is no date")


def found(text: str) -> str | None:
    """The date that is all of `text`, or None."""
    try:
        return parse(text)
    except ValueError:
        return None


def _iso(match: re.Match[str], month: int, day: int) -> str:
    try:
        date = datetime(int(match["year"]), month, day)
    except ValueError as error:
        raise ValueError("is no date") from error
    groups = match.groupdict()
    zone = groups.get("zone")
    offset = _offset(zone) if zone else None
    if groups.get("hour") is None or (zone and offset is None):
        return date.date().isoformat()
    hour = int(groups["hour"] or 0)
    if half := groups.get("half"):
        hour = hour % 12 + (12 if half[0].lower() == "p" else 0)
    try:
        moment = date.replace(hour=hour, minute=int(groups["minute"] or 0), second=int(groups.get("second") or 0))
    except ValueError as error:
        raise ValueError("has a time that is none") from error
    if offset is None:
        return moment.isoformat() if moment != date else date.date().isoformat()
    return moment.replace(tzinfo=timezone(offset)).isoformat()


def _offset(zone: str) -> timedelta | None:
    """From UTC; None where the zone is unknown: then only the day is kept."""
    lowered = zone.lower()
    if lowered in _ZONES:
        minutes = _ZONES[lowered]
        return None if minutes is None else timedelta(minutes=minutes)
    numbers = re.fullmatch(r"(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?", lowered)
    if numbers is None or int(numbers[2]) > 14:
        return None
    size = timedelta(hours=int(numbers[2]), minutes=int(numbers[3] or 0))
    return -size if numbers[1] == "-" else size
