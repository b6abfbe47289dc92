"""Friends and foes: the signed network of actors, and the blocs that it falls into."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from kg.query.links import Link, links
from kg.query.names import label_of
from kg.query.pages import checked_limit
from kg.query.selection import EVERYTHING, Selection
from kg.query.ties import SIGNS

if TYPE_CHECKING:
    from kg.graph.reader import Reader

# Triads grow with the cube of the degree: of more actors, those with the most signed statements are taken.
_MOST = 300


@dataclass(frozen=True, slots=True)
class Pair:
    """Statements of `source` and `target` about each other: so many positive, so many negative ones."""

    source: str
    target: str
    positive: int
    negative: int

    @property
    def net(self) -> int:
        """Positive minus negative ones."""
        return self.positive - self.negative


@dataclass(frozen=True, slots=True)
class Bloc:
    """Actors that speak well of each other, and ill of those outside, as far as the statements can be so divided.

    Attributes:
        actors: labels, those with the most signed statements first.
        positive_inside, negative_inside: statements within the bloc.
        positive_outside, negative_outside: statements between the bloc and others, either way.
    """

    number: int
    actors: tuple[str, ...]
    ids: tuple[str, ...]
    positive_inside: int
    negative_inside: int
    positive_outside: int
    negative_outside: int


@dataclass(frozen=True, slots=True)
class Balance:
    """How far the selection falls into blocs.

    Attributes:
        blocs: largest first.
        pairs: of actors, those with the most signed statements first.
        frustration: share of the signed statements that the blocs can't explain, 0 to 1: positive between blocs,
            negative within one.
        triads: three actors each two of whom speak of each other with a sign.
        balanced: how many of these have an even number of negative ties; None where there is no triad.
    """

    blocs: tuple[Bloc, ...]
    pairs: tuple[Pair, ...]
    frustration: float
    triads: int
    balanced: float | None


def balance(reader: Reader, selection: Selection = EVERYTHING, *, limit: int = _MOST) -> Balance:
    """The signed network: whom actors speak well and ill of, and the blocs that they form.

    The blocs minimize the statements in the wrong place (Doreian & Mrvar 1996, A partitioning approach to structural
    balance) by moving one actor at a time, then joining blocs, until neither helps: a local optimum, always the same.
    The balance of triads is that of Cartwright & Harary (1956).

    Args:
        reader: the store.
        selection: which events count; of these, statements with a stance about an actor.
        limit: at most so many actors, those with the most such statements.

    Raises:
        UsageError: a date, a kind, a name or the limit is none.
    """
    checked_limit(limit)
    found = _pairs(links(reader, selection), limit)
    net = {(pair.source, pair.target): pair.net for pair in found}
    bloc = partition(net)
    triads, even = _triads(net)
    wrong = sum(pair.negative if bloc[pair.source] == bloc[pair.target] else pair.positive for pair in found)
    signed = sum(pair.positive + pair.negative for pair in found)
    return Balance(
        _blocs(reader, found, bloc),
        tuple(found),
        wrong / signed if signed else 0.0,
        triads,
        even / triads if triads else None,
    )


def partition(net: Mapping[tuple[str, str], int]) -> dict[str, int]:
    """The bloc of each actor, for pairs with their net sign and weight."""
    ties: dict[str, dict[str, int]] = defaultdict(dict)
    for (one, other), weight in sorted(net.items()):
        ties[one][other] = ties[other][one] = weight
    bloc = {actor: number for number, actor in enumerate(sorted(ties))}
    while _moved(ties, bloc) or _joined(ties, bloc):
        pass
    return bloc


def _moved(ties: Mapping[str, Mapping[str, int]], bloc: dict[str, int]) -> bool:
    """Moves each actor to the bloc that it gains most by; whether any moved."""
    moved = False
    for actor in ties:
        pull: dict[int, int] = defaultdict(int)
        for other, weight in ties[actor].items():
            pull[bloc[other]] += weight
        # A bloc of one's own pulls neither way.
        alone = max(bloc.values()) + 1
        best = max((weight, -number) for number, weight in (*pull.items(), (alone, 0)))
        if best[0] > pull.get(bloc[actor], 0):
            bloc[actor] = -best[1]
            moved = True
    return moved


def _joined(ties: Mapping[str, Mapping[str, int]], bloc: dict[str, int]) -> bool:
    """Joins the two blocs with the greatest net tie, if it is positive; whether there were such."""
    between: dict[tuple[int, int], int] = defaultdict(int)
    for one, others in ties.items():
        for other, weight in others.items():
            if bloc[one] < bloc[other]:
                between[bloc[one], bloc[other]] += weight
    best = max(between, key=lambda ends: (between[ends], ends), default=None)
    if best is None or between[best] <= 0:
        return False
    for actor, number in bloc.items():
        if number == best[1]:
            bloc[actor] = best[0]
    return True


def _pairs(found: Sequence[Link], limit: int) -> list[Pair]:
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    activity: dict[str, int] = defaultdict(int)
    for link in found:
        sign = SIGNS.get(link.stance)
        if sign and link.kind == "said_about":
            counts[min(link.source, link.target), max(link.source, link.target)][sign < 0] += link.count
            activity[link.source] += link.count
            activity[link.target] += link.count
    kept = set(sorted(activity, key=lambda actor: (-activity[actor], actor))[:limit])
    made = [Pair(*ends, *signs) for ends, signs in counts.items() if kept.issuperset(ends)]
    return sorted(made, key=lambda pair: (-pair.positive - pair.negative, pair.source, pair.target))


def _triads(net: Mapping[tuple[str, str], int]) -> tuple[int, int]:
    """How many triads there are, and how many of them are balanced."""
    signs = {ends: weight > 0 for ends, weight in net.items() if weight}
    after: dict[str, list[str]] = defaultdict(list)
    for one, other in sorted(signs):
        after[one].append(other)
    triads = even = 0
    for one, others in after.items():
        for second, third in combinations(others, 2):
            if (second, third) in signs:
                triads += 1
                even += (signs[one, second] + signs[one, third] + signs[second, third]) % 2
    return triads, even


def _blocs(reader: Reader, found: Sequence[Pair], bloc: Mapping[str, int]) -> tuple[Bloc, ...]:
    counts: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    activity: dict[str, int] = defaultdict(int)
    for pair in found:
        outside = 2 * (bloc[pair.source] != bloc[pair.target])
        for number in {bloc[pair.source], bloc[pair.target]}:
            counts[number][outside] += pair.positive
            counts[number][outside + 1] += pair.negative
        for end in (pair.source, pair.target):
            activity[end] += pair.positive + pair.negative
    members: dict[int, list[str]] = defaultdict(list)
    for actor in sorted(bloc, key=lambda actor: (-activity[actor], actor)):
        members[bloc[actor]].append(actor)
    ordered = sorted(members, key=lambda number: (-len(members[number]), members[number]))
    return tuple(
        Bloc(
            place,
            tuple(label_of(reader, actor) for actor in members[number]),
            tuple(members[number]),
            *counts[number],
        )
        for place, number in enumerate(ordered, start=1)
    )
