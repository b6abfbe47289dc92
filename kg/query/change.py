"""Two periods compared: who speaks more of whom than before, and how."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.query.dates import first_day
from kg.query.links import Link, links
from kg.query.names import label_of
from kg.query.pages import checked_limit
from kg.query.selection import EVERYTHING, Selection
from kg.query.ties import SIGNS

if TYPE_CHECKING:
    from kg.graph.reader import Reader


@dataclass(frozen=True, slots=True)
class Shift:
    """What ties `source` to `target`, before a day and from that day on.

    Attributes:
        before, after: events.
        share_before, share_after: the same in thousandths of all events of the period, for news come in waves.
        stance_before, stance_after: mean stance of the statements about the target, -1 to 1; None where there is none.
    """

    source: str
    source_label: str
    target: str
    target_label: str
    before: int
    after: int
    share_before: float
    share_after: float
    stance_before: float | None
    stance_after: float | None

    @property
    def shift(self) -> float:
        """Thousandths more, or less, of all events."""
        return round(self.share_after - self.share_before, 1)


def change(reader: Reader, at: str, selection: Selection = EVERYTHING, *, limit: int | None = None) -> list[Shift]:
    """How the network changed at a day: directed pairs of actors, the greatest shift first.

    An event that lasts over that day counts in both periods.

    Args:
        reader: the store.
        at: day, month or year: the second period begins with its first day.
        selection: which events count.
        limit: at most so many pairs.

    Raises:
        UsageError: a date, a kind, a name or the limit is none.
    """
    checked_limit(limit)
    first = first_day(at)
    eve = (date.fromisoformat(first) - timedelta(days=1)).isoformat()
    since, until = selection.days()
    before = _counted(links(reader, replace(selection, until=min(filter(None, (eve, until))))))
    after = _counted(links(reader, replace(selection, since=max(filter(None, (first, since))))))
    all_before, all_after = (sum(count for count, _, _ in period.values()) or 1 for period in (before, after))
    rows = [
        Shift(
            source,
            label_of(reader, source),
            target,
            label_of(reader, target),
            before[source, target][0],
            after[source, target][0],
            round(1000 * before[source, target][0] / all_before, 1),
            round(1000 * after[source, target][0] / all_after, 1),
            _mean(before[source, target]),
            _mean(after[source, target]),
        )
        for source, target in sorted(before.keys() | after.keys())
    ]
    return sorted(rows, key=lambda row: (-abs(row.shift), row.source, row.target))[:limit]


def _counted(found: Iterable[Link]) -> dict[tuple[str, str], tuple[int, int, int]]:
    """Events, the sum of stances, and the statements with one, of each directed pair."""
    counts: dict[tuple[str, str], tuple[int, int, int]] = defaultdict(lambda: (0, 0, 0))
    for link in found:
        events, stance, judged = counts[link.source, link.target]
        counts[link.source, link.target] = (
            events + link.count,
            stance + SIGNS.get(link.stance, 0) * link.count,
            judged + bool(link.stance) * link.count,
        )
    return counts


def _mean(counted: tuple[int, int, int]) -> float | None:
    _, stance, judged = counted
    return round(stance / judged, 2) if judged else None
