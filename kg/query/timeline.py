"""How much was said, and how often people met, over time."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from datetime import date, timedelta

from kg.graph.events import UNDATED
from kg.graph.reader import Reader
from kg.query.dates import days
from kg.query.names import resolve_name
from kg.query.rows import Bucket
from kg.query.statements import one_of

BUCKETS = ("day", "week", "month")

# What is counted of an entity, by the part that it has.
_PARTS = {"statements": "speaker", "about": "about", "to": "addressee", "meetings": "participant"}
_KINDS = {"statements": "statement", "meetings": "meeting"}
_LAST = "9999-12-31"


def timeline(
    reader: Reader,
    *,
    entity: str | None = None,
    bucket: str = "month",
    since: str | None = None,
    until: str | None = None,
) -> list[Bucket]:
    """Counts by day, week (from Monday) or month, the earliest first; those in which nothing happened are left out.

    An event counts on its own first day where the article gives a time, else on the day of publication; without
    either it does not count.

    Args:
        reader: the store.
        entity: id, label or alias: what it said, what was said about and to it, its meetings; of all for None.
        bucket: day, week or month.
        since: day, month or year, included.
        until: likewise.

    Raises:
        UsageError: an unknown or ambiguous name, a bucket or a date that is none.
    """
    one_of("bucket", bucket, BUCKETS)
    first, last = days(since, until)
    bounds = (first or "", min(last or _LAST, UNDATED))
    events = reader.index.events
    if entity:
        id_ = resolve_name(reader, entity)
        found = {name: events.days_with(role, id_, *bounds) for name, role in _PARTS.items()}
    else:
        found = {name: events.days_of(kind, *bounds) for name, kind in _KINDS.items()}
    counts: dict[str, Counter[str]] = {}
    for name, rows in found.items():
        for day, number in rows:
            counts.setdefault(_start(day, bucket), Counter())[name] += number
    return [_bucket(start, bucket, counts[start], of_entity=bool(entity)) for start in sorted(counts)]


def _bucket(start: str, bucket: str, counts: Counter[str], *, of_entity: bool) -> Bucket:
    about, to = (counts["about"], counts["to"]) if of_entity else (None, None)
    return Bucket(start, _end(start, bucket), counts["statements"], about, to, counts["meetings"])


def _start(day: str, bucket: str) -> str:
    if bucket == "month":
        return f"{day[:7]}-01"
    if bucket == "week":
        first = date.fromisoformat(day)
        # The first days of the calendar belong to a week that began before it.
        return (first - timedelta(days=min(first.weekday(), (first - date.min).days))).isoformat()
    return day


def _end(start: str, bucket: str) -> str:
    first = date.fromisoformat(start)
    if bucket == "month":
        return first.replace(day=monthrange(first.year, first.month)[1]).isoformat()
    length = timedelta(days=6 if bucket == "week" else 0)
    return (first + min(length, date.max - first)).isoformat()
