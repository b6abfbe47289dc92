"""Discourse networks: the same numbers as DNA's own loops give."""

from __future__ import annotations

import random
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from kg.errors import UsageError
from kg.graph.store import Store
from kg.query.coding import coded_by_words, read_concepts
from kg.query.discourse import Coded, coded, one_mode, two_mode
from kg.query.graph import Graph
from kg.query.selection import Selection

VANCE, PARN, KASK = "person/orla-vance", "person/ivo-parn", "person/mari-kask"


def random_coding() -> list[Coded]:
    chosen = random.Random(5)
    cells = product([f"actor {n}" for n in range(6)], [f"concept {n}" for n in range(5)], (-1, 1))
    return [Coded(*cell, chosen.randint(1, 3)) for cell in cells if chosen.random() < 0.4]


def dna(found: list[Coded], aggregate: str, normalise: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """A one-mode network by the loops of ``Exporter.computeOneModeMatrix`` in DNA 3.0, with a boolean qualifier."""
    actors, concepts = sorted({one.actor for one in found}), sorted({one.concept for one in found})
    array = np.zeros((len(actors), len(concepts), 2))
    for one in found:
        array[actors.index(one.actor), concepts.index(one.concept), int(one.sign > 0)] += one.count
    result = np.zeros((len(actors), len(actors)))
    for first, second in product(range(len(actors)), repeat=2):
        if first == second:
            continue
        value = 0.0
        for concept, level, other in product(range(len(concepts)), range(2), range(2)):
            joint, distance = array[first, concept, level] * array[second, concept, other], abs(level - other)
            value += {"congruence": 1 - distance, "conflict": distance, "subtract": 1 - 2 * distance, "ignore": 1}[
                aggregate
            ] * joint
        result[first, second] = value / (norm(array[first].ravel(), array[second].ravel(), normalise) or np.inf)
    return result


def norm(
    one: np.ndarray[tuple[int], np.dtype[np.float64]], other: np.ndarray[tuple[int], np.dtype[np.float64]], name: str
) -> float:
    if name == "average":
        return float(one.sum() + other.sum()) / 2
    if name == "jaccard":
        both = (one > 0) & (other > 0)
        return float(one[other == 0].sum() + other[one == 0].sum() + (one * other)[both].sum())
    return float(np.linalg.norm(one) * np.linalg.norm(other)) if name == "cosine" else 1.0


@pytest.mark.parametrize("normalise", ["no", "average", "jaccard", "cosine"])
@pytest.mark.parametrize("aggregate", ["congruence", "conflict", "subtract", "ignore"])
def test_actors_agree_as_in_dna(store: Store, aggregate: str, normalise: str) -> None:
    found = random_coding()
    made = one_mode(store, found, aggregate=aggregate, normalise=normalise)
    assert made.values == pytest.approx(dna(found, aggregate, normalise))


def test_congruence_and_conflict_by_hand(store: Store) -> None:
    found = [
        Coded("a", "tax", 1, 2),
        Coded("b", "tax", 1, 3),
        Coded("c", "tax", -1, 1),
        Coded("c", "war", 0, 4),
        Coded("a", "war", 0, 1),
    ]
    agree, quarrel = (one_mode(store, found, aggregate=how) for how in ("congruence", "conflict"))
    assert {(edge.row, edge.column): edge.value for edge in agree.edges()} == {("a", "b"): 6}
    assert {(edge.row, edge.column): edge.value for edge in quarrel.edges()} == {("a", "c"): 2, ("b", "c"): 3}
    assert one_mode(store, found, aggregate="ignore").values[0, 2] == 2 * 1 + 1 * 4
    assert one_mode(store, found, of="concepts", aggregate="ignore").values[0, 1] == 2 * 1 + 1 * 4


def test_two_mode_by_hand(store: Store) -> None:
    found = [Coded("a", "tax", 1, 2), Coded("a", "tax", -1, 1), Coded("a", "war", 0, 1), Coded("b", "tax", -1, 4)]
    assert two_mode(store, found).values.tolist() == [[1, 0], [-4, 0]]
    assert two_mode(store, found, aggregate="ignore").values.tolist() == [[3, 1], [4, 0]]
    assert two_mode(store, found, normalise="activity").values.tolist() == [[1 / 4, 0], [-1, 0]]
    assert two_mode(store, found, normalise="prominence").values.tolist() == [[1 / 7, 0], [-4 / 7, 0]]


def test_the_most_frequent_are_taken(store: Store) -> None:
    found = [Coded("a", "tax", 1, 2), Coded("b", "war", 1, 9), Coded("c", "war", 1, 3)]
    made = one_mode(store, found, limit=2)
    assert (made.rows, made.cut) == (("b", "c"), True)
    assert not one_mode(store, found).cut


def test_concepts_are_whom_claims_are_about(store: Store) -> None:
    assert coded(store) == [
        Coded(PARN, "country/RUS", 1, 1),
        Coded(KASK, PARN, 1, 1),
        Coded(VANCE, "country/RUS", 0, 1),
        Coded(VANCE, "country/TUR", -1, 1),
    ]
    labels = Graph(store).discourse(mode="both").labels
    assert labels["country/TUR"] == "Turkey"


def test_concepts_of_ones_own_are_words(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "concepts.csv"
    file.write_text("concept,words\nhelp,help\nhelp,refused\ndelay,delay\n", encoding="utf-8")
    concepts = read_concepts(file)
    assert concepts == {"help": ("help", "refused"), "delay": ("delay",)}
    found = coded_by_words(store, concepts)
    # Vance accuses somebody of delay, Pärn denies a refusal.
    assert found == [Coded(PARN, "help", -1, 1), Coded(VANCE, "delay", -1, 1), Coded(VANCE, "help", 1, 1)]
    assert coded_by_words(store, concepts, Selection(actors=("Pärn",))) == [Coded(PARN, "help", -1, 1)]
    assert coded_by_words(store, concepts, Selection(until="2017-02-17")) == [Coded(VANCE, "delay", -1, 1)]
    assert coded_by_words(store, concepts, Selection(publishers=("Nobody",))) == []
    file.write_text("idea;words\n", encoding="utf-8")
    with pytest.raises(UsageError, match="is no list of concepts"):
        read_concepts(file)
    with pytest.raises(UsageError, match="can't be read"):
        read_concepts(tmp_path / "none.csv")


def test_what_is_no_aggregation_is_explained(store: Store) -> None:
    with pytest.raises(UsageError, match="aggregate sum: one of ignore, congruence"):
        one_mode(store, [], aggregate="sum")
    with pytest.raises(UsageError, match="normalise activity: one of no, average"):
        one_mode(store, [], normalise="activity")
    with pytest.raises(UsageError, match="normalise jaccard: one of no, activity"):
        two_mode(store, [], normalise="jaccard")
