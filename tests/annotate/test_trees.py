"""Decoding of trees."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate.trees import tree

Heads = np.typing.NDArray[np.int64]


def is_tree(heads: Heads) -> bool:
    """Exactly one word is its own head and every word comes to it by following heads."""
    roots = [i for i, head in enumerate(heads) if head == i]
    for word in range(len(heads)):
        node = word
        for _ in heads:
            node = int(heads[node])
        if node not in roots:
            return False
    return len(roots) == 1


def best_score(arcs: np.typing.NDArray[np.float64]) -> float:
    """The score of the best tree, by trying all."""
    size = len(arcs)
    return max(
        float(arcs[np.arange(size), list(heads)].sum())
        for heads in product(range(size), repeat=size)
        if is_tree(np.array(heads))
    )


@given(st.integers(1, 5).flatmap(lambda n: st.lists(st.floats(-9, 9, width=16), min_size=n * n, max_size=n * n)))
@settings(max_examples=60, deadline=None)
def test_the_best_tree_with_one_root_is_found(scores: list[float]) -> None:
    size = round(len(scores) ** 0.5)
    arcs = np.array(scores).reshape(size, size)
    heads = tree(arcs)
    assert is_tree(heads)
    assert arcs[np.arange(size), heads].sum() == pytest.approx(best_score(arcs))


def test_two_words_that_each_want_to_be_root_get_one() -> None:
    arcs = np.array([[5.0, 1.0], [0.0, 6.0]])
    assert tree(arcs).tolist() == [1, 1]


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    # 0 is the root; 1 and 2 like each other best, and 2 likes 0 nearly as well.
    arcs = np.array([[9.0, 0.0, 0.0], [1.0, 0.0, 5.0], [4.0, 5.0, 0.0]])
    assert tree(arcs).tolist() == [0, 2, 0]


def test_nested_cycles_are_opened_again() -> None:
    rng = np.random.default_rng(7)
    for size in (2, 3, 10, 40, 120):
        # Scores that like the neighbour give cycles within cycles.
        arcs = rng.normal(size=(size, size)) - 3 * np.abs(np.subtract.outer(np.arange(size), np.arange(size)))
        np.fill_diagonal(arcs, -50.0)
        assert is_tree(tree(arcs))


def test_scores_that_are_all_alike_still_give_a_tree() -> None:
    assert is_tree(tree(np.full((50, 50), -1e4)))
