"""From the scores of arcs within windows to the heads of all words."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate.heads import LABEL_WEIGHT, NEAR_HEADS, heads
from kg.annotate.pieces import Floats, Ints
from kg.annotate.sequences import probabilities
from kg.annotate.trees import tree
from kg.annotate.windows import Window


def unlabelled(below: Ints, above: Ints) -> Floats:
    """Of two labels none is likelier, whatever the arc."""
    del above
    return np.zeros((len(below), 2), np.float32)


def wanting(size: int, pairs: dict[int, int], strength: float = 9.0) -> Floats:
    """Scores with which each word wants its head."""
    scores = np.zeros((size, size), np.float32)
    for word, head in pairs.items():
        scores[word, head] = strength
    return scores


def test_each_sentence_has_its_own_root() -> None:
    arcs = wanting(5, {0: 1, 1: 1, 2: 3, 3: 3, 4: 3})
    found = heads([(Window(0, 0, 5, 5), arcs)], [0, 2], np.arange(5), unlabelled)
    assert found.tolist() == [1, 1, 3, 3, 3]


def test_no_word_has_its_head_in_another_sentence() -> None:
    arcs = wanting(4, {0: 2, 1: 2, 2: 2, 3: 0})
    found = heads([(Window(0, 0, 4, 4), arcs)], [0, 2], np.arange(4), unlabelled)
    assert set(found[:2].tolist()) <= {0, 1}
    assert set(found[2:].tolist()) <= {2, 3}


def test_words_are_scored_by_the_window_that_has_them_in_its_core() -> None:
    # A sentence of four words with a mark before it; the second window sees the last three and is right about two.
    first = wanting(4, {1: 2, 2: 2, 3: 1})
    second = wanting(3, {0: 0, 1: 0, 2: 1})
    windows = [(Window(0, 0, 3, 4), first), (Window(2, 3, 5, 5), second)]
    assert heads(windows, [0], np.arange(1, 5), unlabelled).tolist() == [1, 1, 1, 2]


def test_an_arc_that_no_window_sees_is_the_last_choice() -> None:
    windows = [(Window(0, 0, 2, 2), wanting(2, {0: 0, 1: 0})), (Window(2, 2, 4, 4), wanting(2, {0: 1, 1: 1}))]
    found = heads(windows, [0], np.arange(4), unlabelled).tolist()
    assert (found[1], found[2]) == (0, 3)
    assert sorted([found[0] == 0, found[3] == 3]) == [False, True], "one of both roots hangs on a word out of sight"


@pytest.mark.parametrize(("apart", "chosen"), [(1.0, 2), (NEAR_HEADS + 0.5, 1)])
def test_a_sure_label_decides_between_heads_that_are_near_each_other(apart: float, chosen: int) -> None:
    arcs = wanting(3, {0: 1, 1: 1, 2: 1})
    arcs[0, 2] = arcs[0, 1] - apart

    def label_scores(below: Ints, above: Ints) -> Floats:
        return np.where(((below == 0) & (above == 2))[:, None], [[9.0, 0.0]], [[0.0, 0.0]]).astype(np.float32)

    assert heads([(Window(0, 0, 3, 3), arcs)], [0], np.arange(3), label_scores).tolist() == [chosen, 1, 1]


@given(st.lists(st.integers(1, 9), min_size=1, max_size=5), st.integers(0, 2**31))
@settings(max_examples=60, deadline=None)
def test_all_sentences_at_once_are_as_each_by_itself(sizes: list[int], seed: int) -> None:
    rng = np.random.default_rng(seed)
    count = sum(sizes)
    arcs = (rng.normal(size=(count, count)) * 3).astype(np.float32)
    labels = rng.normal(size=(count, count, 4)).astype(np.float32) * 2
    firsts = np.cumsum([0, *sizes[:-1]]).tolist()
    expected = []
    for begin, size in zip(firsts, sizes, strict=True):
        inside = slice(begin, begin + size)
        scores = arcs[inside, inside].astype(np.float64)
        near = scores > scores.max(1, keepdims=True) - NEAR_HEADS
        near[near.sum(1) == 1] = False
        likeliest = probabilities(labels[inside, inside].reshape(-1, 4)).max(1).reshape(size, size)
        expected += (tree(np.where(near, scores + LABEL_WEIGHT * np.log(likeliest), scores)) + begin).tolist()
    found = heads(
        [(Window(0, 0, count, count), arcs)], firsts, np.arange(count), lambda below, above: labels[below, above]
    )
    assert found.tolist() == expected
