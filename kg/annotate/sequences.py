"""From scores of BIO labels to spans: the best sequence in which no I- stands without what it continues (Viterbi)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kg.annotate.network import Floats
from kg.annotate.pieces import Ints

_ILLEGAL = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class LabelledSpan:
    """The words from `begin` to `end` bear `label`; `score` is the mean probability of their labels, 0 to 1."""

    begin: int
    end: int
    label: str
    score: float


def probabilities(scores: Floats) -> Floats:
    """Softmax of each row."""
    shifted = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(shifted / shifted.sum(1, keepdims=True), np.float32)


def decode(scores: Floats, labels: Sequence[str], pieces: Sequence[int], *, least: float) -> list[LabelledSpan]:
    """Spans in text order; none crosses from one piece of the text to the next.

    Args:
        scores: [words, labels], unnormalised.
        labels: "O", "B-..." and "I-...".
        pieces: index of the first word of each piece that is decoded on its own, the first being 0.
        least: spans with a lower score are left out.
    """
    if not len(scores):
        return []
    chances = probabilities(scores)
    path = _best_path(np.log(chances + np.float32(1e-12)), labels, pieces)
    return [span for span in _spans(path, chances, labels) if span.score >= least]


def _transitions(labels: Sequence[str]) -> Floats:
    """[label, next label]: 0 where the step is legal."""
    steps = np.zeros((len(labels), len(labels)), np.float32)
    for i, label in enumerate(labels):
        for j, following in enumerate(labels):
            if following.startswith("I-") and label[2:] != following[2:]:
                steps[i, j] = _ILLEGAL
    return steps


def _best_path(scores: Floats, labels: Sequence[str], pieces: Sequence[int]) -> Ints:
    greedy: Ints = scores.argmax(1)
    steps = _transitions(labels)
    first = np.array([_ILLEGAL if label.startswith("I-") else 0.0 for label in labels], np.float32)
    for begin, end in zip(pieces, [*pieces[1:], len(scores)], strict=True):
        guess = greedy[begin:end]
        # Where the best labels follow each other legally they are the best sequence.
        if first[guess[0]] < 0 or (steps[guess[:-1], guess[1:]] < 0).any():
            greedy[begin:end] = _viterbi(scores[begin:end], steps, first)
    return greedy


def _viterbi(scores: Floats, steps: Floats, first: Floats) -> Ints:
    back = np.empty(scores.shape, np.int64)
    best = scores[0] + first
    columns = np.arange(scores.shape[1])
    for i in range(1, len(scores)):
        through = best[:, None] + steps
        back[i] = through.argmax(0)
        best = through[back[i], columns] + scores[i]
    path = np.empty(len(scores), np.int64)
    path[-1] = best.argmax()
    for i in range(len(scores) - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path


def _spans(path: Ints, chances: Floats, labels: Sequence[str]) -> list[LabelledSpan]:
    begins = np.flatnonzero([label.startswith("B-") for label in labels])
    spans = []
    for begin in np.flatnonzero(np.isin(path, begins)).tolist():
        label = labels[path[begin]][2:]
        inside = labels.index(f"I-{label}")
        end = begin + 1
        while end < len(path) and path[end] == inside:
            end += 1
        score = float(chances[np.arange(begin, end), path[begin:end]].mean())
        spans.append(LabelledSpan(begin, end, label, round(score, 4)))
    return spans
