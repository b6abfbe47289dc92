"""Pairs what was found with what is wanted where the two need not be equal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

_Found = TypeVar("_Found")
_Wanted = TypeVar("_Wanted")


def pairs(
    found: Sequence[_Found], wanted: Sequence[_Wanted], worth: Callable[[_Found, _Wanted], float]
) -> list[tuple[int, int]]:
    """Which of those found is which of those wanted, as indices: one to one, the pair of most worth first.

    Args:
        found: in any order.
        wanted: in any order.
        worth: how well the two agree; 0 where they may not be paired. Of equals the pair that comes first is taken.
    """
    ranked = sorted(
        (-value, i, j)
        for i, one in enumerate(found)
        for j, other in enumerate(wanted)
        if (value := worth(one, other)) > 0
    )
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in ranked:
        if i not in chosen and j not in taken:
            chosen[i] = j
            taken.add(j)
    return list(chosen.items())


def shared(one: Iterable[Sequence[int]], other: Iterable[Sequence[int]]) -> float:
    """Intersection over union of two lists of spans, in characters; 0 where both are empty."""
    first, second = ({i for start, end in spans for i in range(start, end)} for spans in (one, other))
    return len(first & second) / len(first | second) if first | second else 0.0
