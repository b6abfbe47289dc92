"""Borders of spans: against all sequences of labels of short texts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate.borders import redrawn
from kg.annotate.sequences import decode, legal

FREE = np.zeros((5, 5), np.float32)
LABELS = ("O", "B-A", "I-A", "B-B", "I-B")
Span = tuple[int, int, str]


def scores_of(rows: Sequence[Sequence[float]]) -> np.typing.NDArray[np.float32]:
    return np.array(rows, np.float32)


def spans_of(path: tuple[int, ...]) -> list[Span]:
    """The spans of a legal sequence of labels."""
    found = []
    for begin in [i for i, label in enumerate(path) if LABELS[label].startswith("B-")]:
        end = begin + 1
        while end < len(path) and LABELS[path[end]].startswith("I-"):
            end += 1
        found.append((begin, end, LABELS[path[begin]][2:]))
    return found


def likelihoods(rows: Sequence[Sequence[float]], steps: np.typing.NDArray[np.float32]) -> dict[Span, float]:
    """Of every span, by adding up the weights of all legal sequences that hold it."""
    allowed = legal(LABELS)
    weights: dict[Span, float] = {}
    total = 0.0
    for path in product(range(5), repeat=len(rows)):
        before = (0, *path)
        if not all(allowed[before[i], label] for i, label in enumerate(path)):
            continue
        weight = float(np.exp(sum(rows[i][label] + steps[before[i], label] for i, label in enumerate(path))))
        total += weight
        for span in spans_of(path):
            weights[span] = weights.get(span, 0.0) + weight
    return {span: weight / total for span, weight in weights.items()}


@given(st.lists(st.lists(st.floats(-4, 4, width=16), min_size=5, max_size=5), min_size=1, max_size=4), st.booleans())
@settings(max_examples=40, deadline=None)
def test_borders_are_the_likeliest_that_are_free(rows: list[list[float]], learned: bool) -> None:
    steps = np.random.default_rng(1).normal(size=(5, 5)).astype(np.float32) if learned else FREE
    scores = scores_of(rows)
    known = likelihoods(rows, steps)
    spans = decode(scores, LABELS, [0], steps=steps, least=0)
    found = redrawn(spans, scores, LABELS, [0], steps=steps, least={})
    assert len(found) == len(spans)
    free = 0
    for i, (before, after) in enumerate(zip(spans, found, strict=True)):
        until = spans[i + 1].begin if i + 1 < len(spans) else len(rows)
        best = max(
            chance
            for (begin, end, label), chance in known.items()
            if label == before.label and begin < before.end and end > before.begin and begin >= free and end <= until
        )
        assert (after.label, after.score) == (before.label, before.score)
        assert best < 0.011 or known[after.begin, after.end, after.label] == pytest.approx(best, abs=1e-3)
        free = after.end


def test_a_span_none_of_whose_borders_is_likely_is_left_out() -> None:
    # Sure that something is there, but not at all where it ends.
    rows = [[0, 5, 0, 0, 0], *[[2, 0, 2, 0, 0]] * 4]
    scores = scores_of(rows)
    spans = decode(scores, LABELS, [0], steps=FREE, least=0)
    likeliest = max(likelihoods(rows, FREE).values())
    for least, kept in ((likeliest - 0.02, 1), (likeliest + 0.02, 0)):
        assert len(redrawn(spans, scores, LABELS, [0], steps=FREE, least={"A": least})) == kept
    assert len(redrawn(spans, scores, LABELS, [0], steps=FREE, least={"B": 0.99})) == 1


def test_a_paragraph_is_read_as_if_it_were_alone() -> None:
    rng = np.random.default_rng(3)
    scores = 3 * rng.normal(size=(200, 5)).astype(np.float32)
    scores[3:50, 0] += 20  # a paragraph without spans, which is passed over
    pieces = [0, 3, 50, 90]

    def read(scores: np.typing.NDArray[np.float32], pieces: list[int]) -> list[tuple[int, int, str]]:
        spans = decode(scores, LABELS, pieces, steps=FREE, least=0)
        return [
            (span.begin, span.end, span.label) for span in redrawn(spans, scores, LABELS, pieces, steps=FREE, least={})
        ]

    alone = [
        (first + begin, last + begin, label)
        for begin, end in zip(pieces, [*pieces[1:], 200], strict=True)
        for first, last, label in read(scores[begin:end], [0])
    ]
    assert read(scores, pieces) == alone
    assert len(alone) > 20


def test_nothing_gives_nothing() -> None:
    assert redrawn([], np.empty((0, 5), np.float32), LABELS, [], steps=FREE, least={}) == []
