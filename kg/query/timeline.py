"""How much was said, and how often people met, over time."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import get_args

from kg.graph.event_index import Conditions
from kg.graph.events import stance_role
from kg.graph.reader import Reader
from kg.graph.terms import well_formed
from kg.model import ACTS, Stance
from kg.query.dates import days
from kg.query.names import resolve_name
from kg.query.statements import one_of

BUCKETS = ("day", "week", "month")
#: What statements may be counted by.
PARTS = ("act", "stance")

# What is counted of an entity, by the part that it has.
_ROLES = {"statements": "speaker", "about": "about", "to": "addressee", "meetings": "participant"}
_KINDS = {"meetings": "meeting"}


@dataclass(frozen=True, slots=True)
class Bucket:
    """From the day `start` to the day `end` so many statements were made and meetings held.

    Attributes:
        statements: of the entity that was asked for, else of all.
        about, to: statements about it and to it; None where no entity was asked for.
        meetings: with it, else all.
        parts: the statements by act or by stance, where that was asked for.
    """

    start: str
    end: str
    statements: int
    about: int | None
    to: int | None
    meetings: int
    parts: dict[str, int] | None = None


def timeline(
    reader: Reader,
    *,
    entity: str | None = None,
    bucket: str = "month",
    since: str | None = None,
    until: str | None = None,
    act: str | None = None,
    publisher: str | None = None,
    by: str | None = None,
    stance: str | None = None,
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
        act: only statements of this act (one of ``kg.model.ACTS``); then meetings are not counted.
        publisher: of the article, exactly.
        by: "act" or "stance": the statements are told apart by it, too.
        stance: only statements that take this stance towards somebody; then meetings are not counted.

    Raises:
        UsageError: an unknown or ambiguous name, a bucket, an act or a date that is none.
    """
    one_of("bucket", bucket, BUCKETS)
    one_of("by", by, PARTS)
    one_of("stance", stance, get_args(Stance))
    first, last = days(since, until)
    id_ = resolve_name(reader, entity) if entity else None
    counts: dict[str, Counter[str]] = {}
    parts: dict[str, Counter[str]] = {}
    for name in _ROLES if id_ else ("statements", "meetings"):
        kind = _KINDS.get(name, "statement")
        if (act or stance) and kind == "meeting":
            continue
        asked = Conditions(
            kind,
            parts=((_ROLES[name], id_),) if id_ else (),
            act=one_of("act", act, ACTS),
            publisher=reader.iris.publisher(well_formed(publisher)) if publisher else None,
            since=first,
            until=last,
            role=stance_role(stance) if stance else None,
        )
        for day, _, number in reader.index.events.days(asked):
            counts.setdefault(_start(day, bucket), Counter())[name] += number
        for day, part, number in reader.index.events.days(asked, by=by) if by and name == "statements" else ():
            parts.setdefault(_start(day, bucket), Counter())[part or "neutral"] += number
    return [
        _bucket(start, bucket, counts[start], parts.get(start, Counter()) if by else None, of_entity=bool(entity))
        for start in sorted(counts)
    ]


def _bucket(start: str, bucket: str, counts: Counter[str], parts: Counter[str] | None, *, of_entity: bool) -> Bucket:
    about, to = (counts["about"], counts["to"]) if of_entity else (None, None)
    told = dict(sorted(parts.items())) if parts is not None else None
    return Bucket(start, _end(start, bucket), counts["statements"], about, to, counts["meetings"], told)


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
