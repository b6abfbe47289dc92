"""Decoding of BIO labels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate.sequences import LabelledSpan, decode, probabilities

FREE = np.zeros((5, 5), np.float32)
LABELS = ("O", "B-A", "I-A", "B-B", "I-B")


def scores_of(labels: list[str], strength: float = 5.0) -> np.typing.NDArray[np.float32]:
    return np.array([[strength if label == wanted else 0.0 for label in LABELS] for wanted in labels], np.float32)


def spans(found: list[LabelledSpan]) -> list[tuple[int, int, str]]:
    return [(span.begin, span.end, span.label) for span in found]


def may_follow(before: int, label: int) -> bool:
    return not LABELS[label].startswith("I-") or LABELS[before][2:] == LABELS[label][2:]


def legal(path: tuple[int, ...]) -> bool:
    return all(may_follow(before, label) for before, label in pairwise((0, *path)))


def test_runs_of_labels_are_spans() -> None:
    scores = scores_of(["O", "B-A", "I-A", "B-A", "O", "B-B"])
    assert spans(decode(scores, LABELS, [0], steps=FREE, least=0)) == [(1, 3, "A"), (3, 4, "A"), (5, 6, "B")]


def test_no_span_crosses_into_another_paragraph() -> None:
    scores = scores_of(["B-A", "I-A", "I-A", "I-A"])
    assert spans(decode(scores, LABELS, [0, 2], steps=FREE, least=0)) == [(0, 2, "A"), (2, 4, "A")]


@given(st.lists(st.lists(st.floats(-4, 4, width=16), min_size=5, max_size=5), min_size=1, max_size=4), st.booleans())
@settings(max_examples=60, deadline=None)
def test_the_best_legal_sequence_is_found(rows: list[list[float]], learned: bool) -> None:
    scores = np.array(rows, np.float32)
    chances = np.log(probabilities(scores))
    steps = np.random.default_rng(1).normal(size=(5, 5)).astype(np.float32) if learned else FREE

    def score(path: Sequence[int]) -> float:
        before = (0, *path)
        return sum(chances[i, label] + steps[before[i], label] for i, label in enumerate(path)) + steps[path[-1], 0]

    best = max((path for path in product(range(5), repeat=len(rows)) if legal(path)), key=score)
    path = ["O"] * len(rows)
    for span in decode(scores, LABELS, [0], steps=steps, least=0):
        path[span.begin : span.end] = [f"B-{span.label}"] + [f"I-{span.label}"] * (span.end - span.begin - 1)
    assert abs(score([LABELS.index(label) for label in path]) - score(best)) < 1e-4


def test_words_that_are_surely_outside_do_not_change_what_is_found() -> None:
    rng = np.random.default_rng(5)
    for _ in range(300):
        # Many words are surely outside, so that the text is cut into many pieces.
        scores = 2 * rng.normal(size=(30, 5)).astype(np.float32) + np.array([3, 0, 0, 0, 0], np.float32)
        steps = rng.normal(size=(5, 5)).astype(np.float32)
        chances = np.log(probabilities(scores))
        best: list[tuple[float, tuple[int, ...]]] = [(0.0, (0,))]
        for own in chances:
            best = [
                max(
                    (so_far + steps[path[-1], i] + own[i], (*path, i))
                    for so_far, path in best
                    if may_follow(path[-1], i)
                )
                for i in range(5)
                if any(may_follow(path[-1], i) for _, path in best)
            ]
        labels = [LABELS[i] for i in max((so_far + steps[path[-1], 0], path) for so_far, path in best)[1][1:]]
        found = ["O"] * len(labels)
        for span in decode(scores, LABELS, [0], steps=steps, least=0):
            found[span.begin : span.end] = [f"B-{span.label}"] + [f"I-{span.label}"] * (span.end - span.begin - 1)
        assert found == labels


def test_a_paragraph_is_decoded_as_if_it_were_alone() -> None:
    rng = np.random.default_rng(3)
    scores = rng.normal(size=(700, 5)).astype(np.float32)
    steps = rng.normal(size=(5, 5)).astype(np.float32)
    pieces = [0, 3, 50, 400]
    alone = [
        span.moved(begin)
        for begin, end in zip(pieces, [*pieces[1:], 700], strict=True)
        for span in decode(scores[begin:end], LABELS, [0], steps=steps, least=0)
    ]
    assert spans(decode(scores, LABELS, pieces, steps=steps, least=0)) == spans(alone)


def test_unlikely_spans_are_left_out() -> None:
    scores = np.concatenate([scores_of(["B-A", "I-A", "O"]), scores_of(["B-B", "O"], strength=0.5)])
    assert spans(decode(scores, LABELS, [0], steps=FREE, least=0)) == [(0, 2, "A"), (3, 4, "B")]
    assert spans(decode(scores, LABELS, [0], steps=FREE, least=0.6)) == [(0, 2, "A")]


def test_nothing_gives_nothing() -> None:
    assert decode(np.empty((0, 5), np.float32), LABELS, [], steps=FREE, least=0) == []
