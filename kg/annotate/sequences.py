"""From scores of BIO labels to spans: those that are likely with just these borders, of a conditional random field.

A span is right only with both its borders. The best sequence of labels (Viterbi) holds spans whose borders are one
of many ways to draw them; how likely a span is, over all sequences of labels, follows from a forward and a backward
pass. Those spans are taken that together are right most often (minimum Bayes risk, Goel & Byrne 2000).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.annotate.pieces import Floats, Ints

Doubles = NDArray[np.float64]
_LEAST_CHANCE = 1e-12  # of a label, so that none is ruled out


@dataclass(frozen=True, slots=True)
class LabelledSpan:
    """The words from `begin` to `end` bear `label`; `score` is how likely just these are it, 0 to 1."""

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
    scores: Floats, labels: Sequence[str], pieces: Sequence[int], *, steps: Floats, least: float, flatter: float = 1.0
) -> list[LabelledSpan]:
    """Spans in text order that do not overlap; none crosses from one piece of the text to the next.

    Args:
        scores: [words, labels], unnormalised.
        labels: "O", which is the first, "B-..." and "I-...".
        pieces: index of the first word of each piece that is decoded on its own, the first being 0.
        steps: [label, next label] what a step scores; a piece is entered as from "O".
        least: what a span costs: it is worth as much as it is likelier than this; above 0.
        flatter: all scores are divided by it, for a network that is too sure.
    """
    if not len(scores):
        return []
    field = _Field.of(probabilities(scores / flatter), pieces, np.exp(steps / flatter) * _legal(labels))
    spans = [
        span
        for i, label in enumerate(labels)
        if label.startswith("B-")
        for span in field.spans(i, labels.index(f"I-{label[2:]}"), label[2:], least)
    ]
    return _worth_most(spans, least)


def _legal(labels: Sequence[str]) -> Floats:
    """[label, next label]: 1 where the step is legal, else 0."""
    return np.array(
        [[not after.startswith("I-") or before[2:] == after[2:] for after in labels] for before in labels], np.float32
    )


@dataclass(frozen=True, slots=True)
class _Field:
    """How likely the labels of words are, given all words of their piece.

    Attributes:
        chances: [words, labels] of each word by itself.
        forward: [words, labels] given the words so far.
        backward: [words, labels] how much likelier what follows makes them.
        norms: [words] of each word's row of `forward`, before it was made to add up to 1.
        steps: [label, next label], 0 where illegal.
        ends: [words] the end of the piece that the word is in.
    """

    chances: Doubles
    forward: Doubles
    backward: Doubles
    norms: Doubles
    steps: Doubles
    ends: Ints

    @classmethod
    def of(cls, chances: Floats, pieces: Sequence[int], steps: Floats) -> _Field:
        known, legal = chances.astype(np.float64) + _LEAST_CHANCE, steps.astype(np.float64)
        borders = np.array([*pieces, len(known)])
        lengths = np.diff(borders)
        # The first words of all pieces, then all second words, and so on, the longest piece first: one step for all.
        longest = np.argsort(-lengths, kind="stable")
        going = [int(np.count_nonzero(lengths > i)) for i in range(int(lengths.max()))]
        order = np.concatenate([borders[longest[:count]] + i for i, count in enumerate(going)])
        forward, backward, norms = _passes(known[order], going, legal)
        back = np.argsort(order)
        return cls(known, forward[back], backward[back], norms[back], legal, np.repeat(borders[1:], lengths))

    def spans(self, begin: int, inside: int, name: str, least: float) -> Iterator[LabelledSpan]:
        """The spans of one label that are likelier than `least`."""
        ended = self._ended(begin, inside), self._ended(inside, inside)
        going_on = np.log(self.chances[:, inside] / self.norms) + np.log(self.steps[inside, inside])
        so_far = np.concatenate([[0.0], np.cumsum(going_on)])
        for first in np.flatnonzero(self.forward[:, begin] * self.backward[:, begin] > least).tolist():
            entered = self.forward[first, begin]
            if (chance := entered * ended[0][first]) > least:
                yield LabelledSpan(first, first + 1, name, _rounded(chance))
            last = np.arange(first + 1, self.ends[first])
            ratio = self.steps[begin, inside] / self.steps[inside, inside]
            chances = entered * ratio * np.exp(so_far[last + 1] - so_far[first + 1]) * ended[1][last]
            for i in np.flatnonzero(chances > least).tolist():
                yield LabelledSpan(first, int(last[i]) + 1, name, _rounded(chances[i]))

    def _ended(self, label: int, inside: int) -> Doubles:
        """[words]: what all that may follow adds, where a span that has this label at the word does not go on."""
        found = np.ones(len(self.chances))
        within = np.flatnonzero(np.arange(1, len(found) + 1) < self.ends)
        after = self.chances[within + 1] * self.backward[within + 1] / self.norms[within + 1][:, None]
        after[:, inside] = 0
        found[within] = (self.steps[label] * after).sum(1)
        return found


def _passes(chances: Doubles, going: Sequence[int], steps: Doubles) -> tuple[Doubles, Doubles, Doubles]:
    """Forward and backward through several sequences at once, each by sums that it has to itself.

    Args:
        chances: [words, labels], of the first words of all sequences, then of all second words, and so on.
        going: how many sequences have an i-th word.
        steps: [label, next label].

    Returns:
        `forward`, `backward` and `norms` of a `_Field`, in the same order.
    """
    forward, backward, norms = np.empty_like(chances), np.ones_like(chances), np.empty(len(chances))
    before = np.broadcast_to(steps[0], (going[0], len(steps)))
    begin = 0
    for i, count in enumerate(going):
        end = begin + count
        found = before * chances[begin:end]
        norms[begin:end] = found.sum(1)
        forward[begin:end] = found / norms[begin:end, None]
        if i + 1 < len(going):
            before = np.einsum("sl,lm->sm", forward[begin : begin + going[i + 1]], steps)
        begin = end
    weighted = chances / norms[:, None]
    for count, following in zip(going[-2::-1], going[:0:-1], strict=True):
        begin, end = end - following - count, end - following
        after = weighted[end : end + following] * backward[end : end + following]
        backward[begin : begin + following] = np.einsum("sm,lm->sl", after, steps)
    return forward, backward, norms


def _worth_most(spans: Sequence[LabelledSpan], least: float) -> list[LabelledSpan]:
    """Those that do not overlap and together are worth most (weighted interval scheduling)."""
    ordered = sorted(spans, key=lambda span: (span.end, span.begin, span.label))
    ends = [span.end for span in ordered]
    worth = [0.0]
    before: list[int | None] = []  # how many spans stand before the one that is taken
    for i, span in enumerate(ordered):
        apart = bisect_right(ends, span.begin, 0, i)
        taken = worth[apart] + span.score - least
        before.append(apart if taken > worth[-1] else None)
        worth.append(max(taken, worth[-1]))
    found = []
    i = len(ordered)
    while i:
        apart_of = before[i - 1]
        if apart_of is not None:
            found.append(ordered[i - 1])
        i = i - 1 if apart_of is None else apart_of
    return found[::-1]


def _rounded(chance: float) -> float:
    return round(min(float(chance), 1.0), 4)
