"""Links: ties counted by act and stance. They are counted and measured as arrays, in a quarter of the time of loops."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np

from kg.graph.article_graph import UNDATED
from kg.graph.events import Ties
from kg.graph.reader import Reader
from kg.query.measures import Numbers, Places
from kg.query.selection import EVERYTHING, Selection
from kg.query.ties import SIGNS, ties

T = TypeVar("T", bound=Any)


@dataclass(frozen=True, slots=True)
class Link:
    """`count` events of one kind, act and stance tie `source` to `target` (ids of entities).

    Attributes:
        kind: said_about, addressed or met (and post or relation where they were asked for); "met" has no direction.
        label: the act, the kind of meeting, the post or the predicate.
        stance: of the source towards the target; "" where the kind has none.
        first, last: days (ISO) of the first and the last event; None where no day is known.
    """

    source: str
    target: str
    kind: str
    label: str
    stance: str
    count: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Bonds:
    """The actors `ids` are tied by links, each with a value in `sources`, ... and `counts`, sorted as ``links`` are.

    Attributes:
        ids: of actors, sorted; their places are the numbers in `sources` and `targets`.
        what: kind, label and stance, sorted; their places are the numbers in `whats`.
        days: ISO days, sorted; their places are the numbers in `firsts` and `lasts`, -1 where none is known.
        counts: events.
        ones, others: ends of each pair that is tied, the smaller number first; pairs are sorted.
        weights: events that tie each pair, in both directions.
    """

    ids: Sequence[str]
    what: Sequence[tuple[str, ...]]
    days: Sequence[str]
    sources: Places
    targets: Places
    whats: Places
    firsts: Places
    lasts: Places
    counts: Numbers
    ones: Places
    others: Places
    weights: Numbers

    @classmethod
    def of(cls, ties: Ties, *, least: int = 1) -> Bonds:
        """The links of these ties, without those of two actors whom fewer events tie than `least`."""
        ids, (source, target) = _numbered(ties.sources, ties.targets)
        if least > 1:
            pairs, pair = np.unique(_pair(source, target, len(ids)), return_inverse=True)
            strong = np.bincount(pair, minlength=len(pairs))[pair] >= least
            return cls.of(ties.kept(strong.tolist()))
        what, whats = _numbered_together(ties.kinds, ties.labels, ties.stances)
        known, (first, last) = _numbered(ties.days, ties.untils)
        same = (source * len(ids) + target) * len(what) + whats
        order = np.argsort(same, kind="stable")
        starts = np.flatnonzero(np.diff(same[order], prepend=-1))
        first, last = first[order], last[order]
        last[first == _place(known, UNDATED)] = -1  # no day is later than none
        heads = order[starts]
        source, target = source[heads], target[heads]
        counts = np.diff(np.append(starts, len(order))).astype(np.float64)
        lasts = np.maximum.reduceat(last, starts) if len(order) else last
        firsts = np.where(lasts < 0, -1, np.minimum.reduceat(first, starts) if len(order) else first)
        keys, pair = np.unique(_pair(source, target, len(ids)), return_inverse=True)
        ones, others = np.divmod(keys, max(1, len(ids)))
        weights: Numbers = np.bincount(pair, counts, len(keys)).astype(np.float64)
        return cls(ids, what, known, source, target, whats[heads], firsts, lasts, counts, ones, others, weights)

    @property
    def met(self) -> Places:
        """1 where a link is of meetings, which have no direction, else 0."""
        return np.array([kind == "met" for kind, _, _ in self.what], dtype=np.intp)[self.whats]

    @property
    def signs(self) -> Places:
        """-1, 0 and 1 for the stances of the links."""
        return np.array([SIGNS.get(stance, 0) for *_, stance in self.what], dtype=np.intp)[self.whats]

    def links(self, shown: Iterable[str] | None = None) -> list[Link]:
        """The links among the actors that are shown; all for None."""
        chosen = np.ones(len(self.ids), dtype=bool)
        if shown is not None:
            chosen[:] = False
            chosen[[_place(self.ids, actor) for actor in shown]] = True
        return self.links_at(np.flatnonzero(chosen[self.sources] & chosen[self.targets]))

    def links_at(self, kept: Places) -> list[Link]:
        """The links of these places."""
        sources, targets = (taken(self.ids, ends[kept]) for ends in (self.sources, self.targets))
        what = (taken([one[part] for one in self.what], self.whats[kept]) for part in range(3))
        # The last of all stands for -1: no day.
        days = (taken([*self.days, None], ends[kept]) for ends in (self.firsts, self.lasts))
        return list(map(Link, sources, targets, *what, self.counts[kept].astype(int).tolist(), *days))

    def by_actor(self, ends: Places, values: Numbers) -> list[int]:
        """The sum of the links' values at each actor that is one of `ends`."""
        return np.bincount(ends, values, len(self.ids)).astype(int).tolist()  # type: ignore[no-any-return]

    def degrees(self) -> list[int]:
        """How many others each actor is tied to."""
        return np.bincount(np.concatenate([self.ones, self.others]), minlength=len(self.ids)).tolist()  # type: ignore[no-any-return]

    def directed(self) -> tuple[Places, Places, Numbers]:
        """Sources, targets and weights of the edges that rank flows along; a meeting is an edge in both directions."""
        back = np.flatnonzero(self.met)
        sources = np.concatenate([self.sources, self.targets[back]])
        targets = np.concatenate([self.targets, self.sources[back]])
        edges, edge = np.unique(sources * len(self.ids) + targets, return_inverse=True)
        counts = np.concatenate([self.counts, self.counts[back]])
        weights: Numbers = np.bincount(edge, counts, len(edges)).astype(np.float64)
        ends, others = np.divmod(edges, max(1, len(self.ids)))
        return ends, others, weights


def links(reader: Reader, selection: Selection = EVERYTHING) -> list[Link]:
    """The links of the selection by source, target, kind, label and stance.

    Raises:
        UsageError: a date, a kind or a name is none.
    """
    return Bonds.of(ties(reader, selection)).links()


def _numbered(*columns: Sequence[T]) -> tuple[list[T], list[Places]]:
    """The values of these columns, sorted, and each column as their places."""
    values = sorted(set().union(*columns))
    place = {value: number for number, value in enumerate(values)}
    return values, [np.fromiter(map(place.__getitem__, column), np.intp, len(column)) for column in columns]


def _numbered_together(*columns: Sequence[str]) -> tuple[list[tuple[str, ...]], Places]:
    """The combinations of values that these columns have, sorted, and for each row the place of its own."""
    parts = [_numbered(column) for column in columns]
    each = np.zeros(len(columns[0]), dtype=np.intp)
    for values, (places,) in parts:
        each = each * max(1, len(values)) + places
    found, rows = np.unique(each, return_inverse=True)
    shape = [max(1, len(values)) for values, _ in parts]
    ends = [ends.tolist() for ends in np.unravel_index(found, shape)]
    together = [taken(values, places) for (values, _), places in zip(parts, ends, strict=True)]
    return list(zip(*together, strict=True)), rows


def taken(values: Sequence[T], places: Iterable[int]) -> list[T]:
    """The values at these places."""
    return list(map(values.__getitem__, places))


def _place(values: Sequence[str], value: str) -> int:
    """Where the value is among these, which are sorted; -1 where it is not."""
    number = bisect_left(values, value)
    return number if number < len(values) and values[number] == value else -1


def _pair(sources: Places, targets: Places, count: int) -> Places:
    """A number for each two actors, whatever their direction."""
    low: Places = np.minimum(sources, targets) * count + np.maximum(sources, targets)
    return low
