"""The discourse network: actors and the concepts they agree on, as political scientists make it.

Each statement about somebody or something with a stance is an actor's agreement (positive) or disagreement (negative)
with a concept. The concept is the entity that the claim is about, unless the analyst brings concepts of their own:
words for each. Aggregation and normalization are those of the Discourse Network Analyzer (Leifeld 2017, Discourse
network analysis: policy debates as dynamic networks, in: The Oxford Handbook of Political Networks; and its manual).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from kg.errors import UsageError
from kg.query.links import links
from kg.query.names import label_of
from kg.query.pages import checked_limit
from kg.query.selection import EVERYTHING, Selection
from kg.query.ties import SIGNS

if TYPE_CHECKING:
    from kg.graph.reader import Reader

Numbers = NDArray[np.float64]

#: Actors, and concepts, that are taken at most: those of the most statements. A larger matrix nobody reads, and what
#: ties the actors costs their number squared.
MOST = 300


@dataclass(frozen=True, slots=True)
class Coded:
    """`actor` speaks `count` times for, against or without a stance about `concept`."""

    actor: str
    concept: str
    sign: int
    count: int


@dataclass(frozen=True, slots=True)
class Weighted:
    """`row` is tied to `column` with this value."""

    row: str
    row_label: str
    column: str
    column_label: str
    value: float


@dataclass(frozen=True, slots=True)
class Matrix:
    """`values` of `rows` × `columns` (ids of entities, or names of concepts), with their `labels`.

    Attributes:
        statements: how many it was made from.
        cut: there are more actors or concepts than were taken.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: Numbers
    labels: dict[str, str]
    statements: int
    cut: bool

    def edges(self) -> list[Weighted]:
        """All values but zero, the largest first; each pair once where rows and columns are the same."""
        same = self.rows == self.columns
        rows, columns = np.nonzero(np.triu(self.values) if same else self.values)
        found = [
            Weighted(one, self.labels[one], other, self.labels[other], round(float(value), 6))
            for one, other, value in zip(
                (self.rows[row] for row in rows),
                (self.columns[column] for column in columns),
                self.values[rows, columns],
                strict=True,
            )
        ]
        return sorted(found, key=lambda edge: (-abs(edge.value), edge.row, edge.column))


def coded(reader: Reader, selection: Selection = EVERYTHING) -> list[Coded]:
    """What actors say about whom, as agreement with concepts: positive 1, negative -1, neutral 0.

    Raises:
        UsageError: a date, a kind or a name is none.
    """
    counts: Counter[tuple[str, str, int]] = Counter()
    for link in links(reader, selection):
        if link.kind == "said_about":
            counts[link.source, link.target, SIGNS.get(link.stance, 0)] += link.count
    return [Coded(*key, count) for key, count in sorted(counts.items())]


def two_mode(
    reader: Reader,
    found: Iterable[Coded],
    *,
    aggregate: str = "subtract",
    normalise: str = "no",
    limit: int = MOST,
) -> Matrix:
    """Actors × concepts.

    Args:
        reader: the store, for labels.
        found: coded statements.
        aggregate: ignore (all statements), subtract (agreements minus disagreements).
        normalise: no; activity (by all statements of the actor); prominence (by all statements about the concept).
        limit: actors, and concepts, at most.

    Raises:
        UsageError: a word that is none of these.
    """
    _check("aggregate", aggregate, TWO_MODE)
    _check("normalise", normalise, ("no", "activity", "prominence"))
    actors, concepts, counts, cut = _counts(found, limit)
    every = counts.sum(axis=0)
    values = every if aggregate == "ignore" else counts[2] - counts[0]
    if normalise == "activity":
        values = _divided(values, every.sum(axis=1, keepdims=True))
    elif normalise == "prominence":
        values = _divided(values, every.sum(axis=0, keepdims=True))
    return Matrix(actors, concepts, values, _labels(reader, actors + concepts), int(every.sum()), cut)


def one_mode(
    reader: Reader,
    found: Iterable[Coded],
    *,
    of: str = "actors",
    aggregate: str = "congruence",
    normalise: str = "no",
    limit: int = MOST,
) -> Matrix:
    """Actors × actors by the concepts that they share, or concepts × concepts by the actors.

    Args:
        reader: the store, for labels.
        found: coded statements.
        of: actors or concepts.
        aggregate: ignore (both speak about it), congruence (both for or both against it: of their statements, each of
            the one times each of the other), conflict (one for, one against it), subtract (congruence minus conflict).
        normalise: no; average (by the mean of the two's statements); jaccard; cosine. Of two zeros the value is zero.
        limit: actors, and concepts, at most.

    Raises:
        UsageError: a word that is none of these.
    """
    _check("of", of, ("actors", "concepts"))
    _check("aggregate", aggregate, tuple(_ONE_MODE))
    _check("normalise", normalise, tuple(_NORMS))
    actors, concepts, counts, cut = _counts(found, limit)
    names = actors
    if of == "concepts":
        names, counts = concepts, counts.transpose(0, 2, 1)
    used = counts if aggregate == "ignore" else counts[[0, 2]]
    values = _ONE_MODE[aggregate](counts)
    if normalise != "no":
        values = _divided(values, _NORMS[normalise](np.concatenate([*used], axis=1)))
    np.fill_diagonal(values, 0)
    return Matrix(names, names, values, _labels(reader, names), int(used.sum()), cut)


def _ignore(counts: Numbers) -> Numbers:
    every: Numbers = counts.sum(axis=0)
    return every @ every.T


def _congruence(counts: Numbers) -> Numbers:
    found: Numbers = counts[0] @ counts[0].T + counts[2] @ counts[2].T
    return found


def _conflict(counts: Numbers) -> Numbers:
    found: Numbers = counts[0] @ counts[2].T + counts[2] @ counts[0].T
    return found


def _subtract(counts: Numbers) -> Numbers:
    return _congruence(counts) - _conflict(counts)


def _average(used: Numbers) -> Numbers:
    activity = used.sum(axis=1)
    mean: Numbers = (activity[:, None] + activity[None, :]) / 2
    return mean


def _jaccard(used: Numbers) -> Numbers:
    """What only the one says, plus what only the other says, plus what both say, multiplied: as DNA counts it."""
    silent = (used == 0).astype(np.float64)
    alone = used @ silent.T
    found: Numbers = alone + alone.T + used @ used.T
    return found


def _cosine(used: Numbers) -> Numbers:
    """Product of the lengths of the two rows. (DNA 3.0 divides by the product of their sums, against its manual.)"""
    length = np.sqrt((used**2).sum(axis=1))
    return np.outer(length, length)


TWO_MODE = ("ignore", "subtract")
_ONE_MODE: dict[str, Callable[[Numbers], Numbers]] = {
    "ignore": _ignore,
    "congruence": _congruence,
    "conflict": _conflict,
    "subtract": _subtract,
}
_NORMS: dict[str, Callable[[Numbers], Numbers]] = {
    "no": np.ones_like,
    "average": _average,
    "jaccard": _jaccard,
    "cosine": _cosine,
}


def _counts(found: Iterable[Coded], limit: int) -> tuple[tuple[str, ...], tuple[str, ...], Numbers, bool]:
    """Actors, concepts, and (against, neither, for) × actors × concepts: the most frequent ones, in order of ids."""
    checked_limit(limit)
    rows = list(found)
    actors, concepts = Counter[str](), Counter[str]()
    for row in rows:
        actors[row.actor] += row.count
        concepts[row.concept] += row.count
    cut = max(len(actors), len(concepts)) > limit
    kept = [sorted(sorted(names, key=lambda name: (-names[name], name))[:limit]) for names in (actors, concepts)]
    place = [{name: number for number, name in enumerate(names)} for names in kept]
    counts = np.zeros((3, len(kept[0]), len(kept[1])))
    for row in rows:
        if row.actor in place[0] and row.concept in place[1]:
            counts[row.sign + 1, place[0][row.actor], place[1][row.concept]] += row.count
    return tuple(kept[0]), tuple(kept[1]), counts, cut


def _divided(values: Numbers, by: Numbers) -> Numbers:
    return np.divide(values, by, out=np.zeros_like(values), where=by != 0)


def _labels(reader: Reader, names: Iterable[str]) -> dict[str, str]:
    return {name: label_of(reader, name) for name in names}


def _check(name: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise UsageError(f"{name} {value}: one of {', '.join(allowed)}")
