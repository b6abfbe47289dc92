"""The actor network as the lines of a picture: what one said of and to another is one of them, whatever it was.

A page that draws 500 lines is sent these alone, an eighth of what all the links among 200 actors are.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from kg.graph.reader import Reader
from kg.query.counted import CountedActor, Counts, totals
from kg.query.links import Bonds, taken
from kg.query.measures import Numbers, Places
from kg.query.pages import checked_limit
from kg.query.selection import EVERYTHING, Selection
from kg.query.ties import ties

# Each kind of ties, and the line that it belongs to. Equal counts are sorted by the names of these.
_FAMILIES = {"post": "holds", "relation": "holds", "met": "met", "said_about": "said", "addressed": "said"}
_NAMES = sorted(set(_FAMILIES.values()))


@dataclass(frozen=True, slots=True)
class LinePart:
    """`count` of the events of a line are of this kind and have this label: an act, a kind of meeting, a post."""

    kind: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Line:
    """`count` events of one family tie `source` to `target` (ids of entities).

    Attributes:
        family: said (spoke about, spoke to), met, or holds (posts and relations); "met" has no direction.
        negative, positive: events in which the source takes such a stance towards the target.
        parts: what the events are, most first.
        first, last: days (ISO) of the first and the last event; None where no day is known.
    """

    source: str
    target: str
    family: str
    count: int
    negative: int
    positive: int
    parts: tuple[LinePart, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class LineNetwork:
    """The actor network of a selection, as a picture shows it.

    Attributes:
        actors: those that were chosen, then by PageRank, highest first; at most as many as were asked for.
        lines: among these actors, those of the most events first; at most as many as were asked for.
        lines_here: how many there are among these actors.
        actors_in_all, lines_in_all, events: of the selection, also where not all is shown.
    """

    actors: tuple[CountedActor, ...]
    lines: tuple[Line, ...]
    lines_here: int
    actors_in_all: int
    lines_in_all: int
    events: int


def lines(
    reader: Reader,
    selection: Selection = EVERYTHING,
    *,
    min_weight: int = 1,
    limit: int | None = None,
    most: int | None = None,
) -> LineNetwork:
    """The same actors as ``kg.query.counted.counted`` has, and their links as lines.

    Args:
        reader: the store.
        selection: which events count.
        min_weight: actors tied by fewer events (of all kinds, in both directions) count as not tied.
        limit: at most so many actors: those that were chosen, then the highest PageRank first.
        most: at most so many lines: those of the chosen actors, then those of the most events.

    Raises:
        UsageError: a date, a kind, a name or a limit is none.
    """
    checked_limit(limit)
    checked_limit(most)
    bonds = Bonds.of(ties(reader, selection), least=min_weight)
    counts = Counts.of(bonds)
    chosen = selection.actor_ids(reader)
    numbers = counts.ranked(chosen)[:limit]
    actors = tuple(CountedActor(*row) for row in counts.rows(reader, numbers))
    keys = _keys(bonds)
    asked = [number for number in numbers if bonds.ids[number] in chosen]
    shown, here = _lines(bonds, keys, numbers, asked, most)
    actors_in_all, _, events = totals(bonds)
    return LineNetwork(actors, shown, here, actors_in_all, len(np.unique(keys)), events)


def _keys(bonds: Bonds) -> Places:
    """A number for each link, the same for those of one line: families by name, in them sources, then targets."""
    families = np.array([_NAMES.index(_FAMILIES[kind]) for kind, _, _ in bonds.what], dtype=np.intp)
    size = len(bonds.ids)
    keys: Places = (families[bonds.whats] * size + bonds.sources) * size + bonds.targets
    return keys


def _lines(
    bonds: Bonds, keys: Places, shown: Collection[int], asked: Collection[int], most: int | None
) -> tuple[tuple[Line, ...], int]:
    """The lines among the actors that are shown, and how many there are; of those of the actors asked for none is cut
    before the others are.
    """
    among, own = np.zeros((2, len(bonds.ids)), dtype=bool)
    among[list(shown)] = own[list(asked)] = True
    kept = np.flatnonzero(among[bonds.sources] & among[bonds.targets])
    _, heads, line = np.unique(keys[kept], return_index=True, return_inverse=True)
    counts = _sums(line, bonds.counts[kept])
    of_asked = own[bonds.sources[kept][heads]] | own[bonds.targets[kept][heads]]
    # They are numbered by family and ends, and stay so among equals.
    order = np.lexsort((-counts, ~of_asked))[:most]
    order = order[np.lexsort((order, -counts[order]))]
    place = np.full(len(heads), -1, dtype=np.intp)
    place[order] = np.arange(len(order))
    drawn = place[line] >= 0
    return tuple(_drawn(bonds, kept[drawn], place[line[drawn]])), len(heads)


def _drawn(bonds: Bonds, links: Places, line: Places) -> list[Line]:
    """The lines 0, 1, ..., to one of which each of these links belongs. Columns take a quarter of the time of loops."""
    heads = links[np.unique(line, return_index=True)[1]]
    counts, signs = bonds.counts[links], bonds.signs[links]
    first, last = np.full(len(heads), len(bonds.days)), np.full(len(heads), -1)
    dated = bonds.firsts[links] >= 0
    np.minimum.at(first, line[dated], bonds.firsts[links][dated])
    np.maximum.at(last, line[dated], bonds.lasts[links][dated])
    days = [*bonds.days, None]  # the last one, -1 or beyond the others, stands for none
    families = [_FAMILIES[kind] for kind, _, _ in bonds.what]
    return list(
        map(
            Line,
            taken(bonds.ids, bonds.sources[heads]),
            taken(bonds.ids, bonds.targets[heads]),
            taken(families, bonds.whats[heads]),
            *(_sums(line, counts * which).tolist() for which in (1, signs < 0, signs > 0)),
            _parts(bonds, links, line),
            taken(days, first),
            taken(days, last),
        )
    )


def _parts(bonds: Bonds, links: Places, line: Places) -> list[tuple[LinePart, ...]]:
    """What each of the lines is made of. Links that differ in stance alone are one part."""
    what = sorted({(kind, label) for kind, label, _ in bonds.what})
    parts = np.array([what.index((kind, label)) for kind, label, _ in bonds.what], dtype=np.intp)[bonds.whats[links]]
    found, part = np.unique(line * len(what) + parts, return_inverse=True)
    lines, whats = np.divmod(found, max(1, len(what)))
    sums = _sums(part, bonds.counts[links])
    order = np.lexsort((whats, -sums, lines))
    made = [LinePart(*one, count) for one, count in zip(taken(what, whats[order]), sums[order].tolist(), strict=True)]
    ends = np.flatnonzero(np.diff(lines, prepend=-1, append=len(lines))).tolist()
    return [tuple(made[begin:end]) for begin, end in pairwise(ends)]


def _sums(places: Places, values: Numbers) -> Places:
    """The sum of the values that belong to each place from 0 to the last."""
    found: Places = np.bincount(places, values).astype(np.intp)
    return found
