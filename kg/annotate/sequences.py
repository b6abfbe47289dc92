"""From scores of BIO labels to spans: the best sequence in which no I- stands without what it continues (Viterbi)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.annotate.pieces import Floats, Ints

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


def probabilities(scores: Floats) -> Floats:
    """Softmax of each row."""
    shifted = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(shifted / shifted.sum(1, keepdims=True), np.float32)


def decode(
    scores: Floats, labels: Sequence[str], pieces: Sequence[int], *, steps: Floats, least: float
) -> list[LabelledSpan]:
    """Spans in text order; none crosses from one piece of the text to the next.

    Args:
        scores: [words, labels], unnormalised.
        labels: "O", which is the first, "B-..." and "I-...".
        pieces: index of the first word of each piece that is decoded on its own, the first being 0.
        steps: [label, next label] what a step scores; a piece is entered as from "O".
        least: spans with a lower score are left out.
    """
    if not len(scores):
        return []
    chances = probabilities(scores)
    path = _best_path(
        np.log(chances + np.float32(1e-12)), pieces, steps + np.where(legal(labels), np.float32(0), _ILLEGAL)
    )
    found = _spans(path, chances, labels)
    return [span for span in found if span.score >= least]


def legal(labels: Sequence[str]) -> NDArray[np.bool_]:
    """[label, next label]: whether the step is legal; of what comes before a piece as of "O"."""
    return np.array([[not after.startswith("I-") or before[2:] == after[2:] for after in labels] for before in labels])


def _best_path(scores: Floats, pieces: Sequence[int], steps: Floats) -> Ints:
    path = np.empty(len(scores), np.int64)
    ends = [*pieces[1:], len(scores)]
    spans = sorted(zip(pieces, ends, strict=True), key=lambda piece: piece[1] - piece[0])
    while spans:
        longest = spans[-1][1] - spans[-1][0]
        group = [spans.pop()]
        while spans and (longest <= _MOST_WORDS_TOGETHER or spans[-1][1] - spans[-1][0] == longest):
            group.append(spans.pop())
        # Shorter pieces are filled up with words that are outside for certain.
        filled = np.full((longest, scores.shape[1], len(group)), _ILLEGAL)
        filled[:, 0] = 0
        for i, (begin, end) in enumerate(group):
            filled[: end - begin, :, i] = scores[begin:end]
        for (begin, end), best in zip(group, _viterbi(filled, steps).T, strict=True):
            path[begin:end] = best[: end - begin]
    return path


def _viterbi(scores: Floats, steps: Floats) -> Ints:
    """Best labels of several sequences of one length, [words, sequences].

    Args:
        scores: [words, labels, sequences], logarithms of probabilities.
        steps: [label, next label]; row 0 is also for the first word.
    """
    # The sequences come last, so that all of them are added up and compared in one go.
    best = np.empty_like(scores)
    best[0] = scores[0] + steps[0, :, None]
    through = np.empty((*steps.shape, scores.shape[2]), scores.dtype)
    for before, now, own in zip(best[:-1], best[1:], scores[1:], strict=True):
        np.add(before[:, None], steps[:, :, None], out=through)
        np.maximum.reduce(through, axis=0, out=now)
        now += own
    path = np.empty((len(scores), scores.shape[2]), np.int64)
    path[-1] = best[-1].argmax(0)
    for i in range(len(scores) - 1, 0, -1):
        path[i - 1] = (best[i - 1] + steps[:, path[i]]).argmax(0)
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
