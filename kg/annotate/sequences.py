"""From scores of BIO labels to spans: the best sequence in which no I- stands without what it continues (Viterbi)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kg.annotate.network import Floats
from kg.annotate.pieces import Ints

_ILLEGAL = np.float32(-1e4)
# Pieces are decoded side by side, filled up to the longest; a paragraph of news has 30 to 100 words.
_MOST_WORDS_TOGETHER = 256


@dataclass(frozen=True, slots=True)
class LabelledSpan:
    """The words from `begin` to `end` bear `label`; `score` is the mean probability of their labels, 0 to 1."""

    begin: int
    end: int
    label: str
    score: float

    def moved(self, words: int) -> LabelledSpan:
        """The same span so many words later."""
        return LabelledSpan(self.begin + words, self.end + words, self.label, self.score)


@dataclass(frozen=True, slots=True)
class _Steps:
    """What is legal: 0, else `_ILLEGAL`, for the `first` word and for `steps` from label to label; `outside` is "O"."""

    first: Floats
    steps: Floats
    outside: int


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
    path: Ints = scores.argmax(1)
    steps = _transitions(labels)
    first = np.array([_ILLEGAL if label.startswith("I-") else 0.0 for label in labels], np.float32)
    ends = [*pieces[1:], len(scores)]
    # Where the best labels follow each other legally they are the best sequence.
    wrong = np.zeros(len(scores), np.bool_)
    wrong[1:] = steps[path[:-1], path[1:]] < 0
    wrong[list(pieces)] = first[path[list(pieces)]] < 0
    mended = [(begin, end) for begin, end in zip(pieces, ends, strict=True) if wrong[begin:end].any()]
    together = [(begin, end) for begin, end in mended if end - begin <= _MOST_WORDS_TOGETHER]
    alone = [[(begin, end)] for begin, end in mended if end - begin > _MOST_WORDS_TOGETHER]
    for group in [together, *alone] if together else alone:
        _mend(path, scores, group, _Steps(first, steps, labels.index("O")))
    return path


def _mend(path: Ints, scores: Floats, pieces: Sequence[tuple[int, int]], legal: _Steps) -> None:
    """Put the best legal labels of some pieces into the path."""
    # Shorter pieces are filled up with words that are outside for certain.
    longest = max(end - begin for begin, end in pieces)
    filled = np.full((len(pieces), longest, scores.shape[1]), _ILLEGAL)
    filled[:, :, legal.outside] = 0
    for i, (begin, end) in enumerate(pieces):
        filled[i, : end - begin] = scores[begin:end]
    for (begin, end), best in zip(pieces, _viterbi(filled, legal.steps, legal.first), strict=True):
        path[begin:end] = best[: end - begin]


def _viterbi(scores: Floats, steps: Floats, first: Floats) -> Ints:
    """Best labels of several sequences of one length.

    Args:
        scores: [sequences, words, labels], logarithms of probabilities.
        steps: [label, next label].
        first: for the first word.
    """
    length = scores.shape[1]
    back = np.empty(scores.shape, np.int64)
    best = scores[:, 0] + first
    for i in range(1, length):
        through = best[:, :, None] + steps
        back[:, i] = through.argmax(1)
        best = through.max(1) + scores[:, i]
    path = np.empty(scores.shape[:2], np.int64)
    path[:, -1] = best.argmax(1)
    rows = np.arange(len(scores))
    for i in range(length - 1, 0, -1):
        path[:, i - 1] = back[rows, i, path[:, i]]
    return path


def _spans(path: Ints, chances: Floats, labels: Sequence[str]) -> list[LabelledSpan]:
    begins = [i for i, label in enumerate(labels) if label.startswith("B-")]
    inside = {i: labels.index(f"I-{labels[i][2:]}") for i in begins}
    sums = np.concatenate([[0.0], np.cumsum(chances[np.arange(len(path)), path], dtype=np.float64)]).tolist()
    found = path.tolist()
    spans = []
    for begin in np.flatnonzero(np.isin(path, begins)).tolist():
        end = begin + 1
        while end < len(found) and found[end] == inside[found[begin]]:
            end += 1
        score = round((sums[end] - sums[begin]) / (end - begin), 4)
        spans.append(LabelledSpan(begin, end, labels[found[begin]][2:], score))
    return spans
