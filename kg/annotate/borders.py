"""How likely a span is with just its borders, over all sequences of labels, and which borders are likeliest.

The best sequence of labels tells that there is a span; its borders are one of many ways to draw them. How likely a way
is follows from a forward and a backward pass through the conditional random field (Rabiner 1989).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.annotate.pieces import Floats, Ints
from kg.annotate.sequences import LabelledSpan, legal, probabilities, side_by_side

Doubles = NDArray[np.float64]
_LEAST_CHANCE = 1e-12  # of a label, so that none is ruled out
_CONSIDERED = 0.01  # borders that are less likely are none's best


def redrawn(
    spans: Sequence[LabelledSpan],
    scores: Floats,
    labels: Sequence[str],
    pieces: Sequence[int],
    *,
    steps: Floats,
    least: Mapping[str, float],
) -> list[LabelledSpan]:
    """Spans with the likeliest borders of all that have their label and a word of theirs; still none overlaps another.

    Args:
        spans: what `kg.annotate.sequences.decode` found with the same arguments.
        scores: [words, labels], unnormalised.
        labels: "O", which is the first, "B-..." and "I-...".
        pieces: index of the first word of each piece that is decoded on its own.
        steps: [label, next label] what a step scores.
        least: spans of a label whose best borders are less likely are left out; 0 for labels that are not there.
    """
    within, words = _with_spans(spans, pieces, len(scores))
    if not len(words):
        return []
    field = _Field.of(probabilities(scores[words]), within, np.exp(steps) * legal(labels))
    place = np.full(len(scores) + 1, len(words))
    place[words] = np.arange(len(words))
    likely = {
        label[2:]: field.spans(i, labels.index(f"I-{label[2:]}"))
        for i, label in enumerate(labels)
        if label.startswith("B-")
    }
    found: list[LabelledSpan] = []
    free = 0
    for span, following in zip(spans, [*spans[1:], None], strict=True):
        begin, end = int(place[span.begin]), int(place[span.end - 1]) + 1
        until = int(place[following.begin]) if following else len(words)
        every = likely[span.label]
        near = every[bisect_left(every, (free,)) : bisect_left(every, (end,))]
        ways = [(chance, first, last) for first, last, chance in near if begin < last <= until]
        chance, first, last = max(ways, default=(0.0, begin, end))
        if chance >= least.get(span.label, 0.0):
            found.append(LabelledSpan(int(words[first]), int(words[last - 1]) + 1, span.label, span.score))
            free = last
    return found


def _with_spans(spans: Sequence[LabelledSpan], pieces: Sequence[int], count: int) -> tuple[list[int], Ints]:
    """The pieces that hold a span, put together: where each begins then, and the words they are made of."""
    borders = np.array([*pieces, count])
    held = np.unique(np.searchsorted(borders, [span.begin for span in spans], "right") - 1)
    lengths = (borders[held + 1] - borders[held]).tolist()
    begins = np.cumsum([0, *lengths])[:-1].tolist()
    parts = [np.arange(borders[i], borders[i + 1]) for i in held]
    return begins, np.concatenate(parts) if parts else np.empty(0, np.int64)


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
        known, allowed = chances.astype(np.float64) + _LEAST_CHANCE, steps.astype(np.float64)
        order, going = side_by_side(pieces, len(known))
        forward, backward, norms = _passes(known[order], going, allowed)
        back = np.argsort(order)
        borders = [*pieces, len(known)]
        ends = np.repeat(borders[1:], np.diff(borders))
        return cls(known, forward[back], backward[back], norms[back], allowed, ends)

    def spans(self, begin: int, inside: int) -> list[tuple[int, int, float]]:
        """First word, end and likelihood of the spans of one label that are to be considered, in text order."""
        firsts = np.flatnonzero(self.forward[:, begin] * self.backward[:, begin] > _CONSIDERED)
        entered = self.forward[firsts, begin]
        # How much likelier it makes a word that the span goes on after it; the rest is for what else may follow.
        onward = np.append((self.chances * self.backward)[1:, inside] / self.norms[1:], 0)
        onward[self.ends - 1] = 0
        single = entered * (self.backward[:, begin] - self.steps[begin, inside] * onward)[firsts]
        going_on = np.log(self.chances[:, inside] / self.norms) + np.log(self.steps[inside, inside])
        so_far = np.concatenate([[0.0], np.cumsum(going_on)])
        ratio = self.steps[begin, inside] / self.steps[inside, inside]
        # All further words of the pieces that the spans begin in, those of one span after those of another.
        counts = self.ends[firsts] - firsts - 1
        rows = np.repeat(np.arange(len(firsts)), counts)
        last = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts - firsts - 1, counts)
        longer = entered[rows] * ratio * np.exp(so_far[last + 1] - so_far[firsts[rows] + 1])
        longer *= (self.backward[:, inside] - self.steps[inside, inside] * onward)[last]
        begins, ends = np.concatenate([firsts, firsts[rows]]), np.concatenate([firsts, last]) + 1
        chances = np.concatenate([single, longer])
        likely = np.flatnonzero(chances > _CONSIDERED)
        return sorted(zip(begins[likely].tolist(), ends[likely].tolist(), chances[likely].tolist(), strict=True))


def _passes(chances: Doubles, going: Sequence[int], steps: Doubles) -> tuple[Doubles, Doubles, Doubles]:
    """Forward and backward through several sequences at once.

    Args:
        chances: [words, labels], of the first words of all sequences, then of all second words, and so on.
        going: how many sequences have an i-th word.
        steps: [label, next label].

    Returns:
        `forward`, `backward` and `norms` of a `_Field`, in the same order.
    """
    forward, backward, norms = np.empty_like(chances), np.ones_like(chances), np.empty((len(chances), 1))
    before, ones = np.broadcast_to(steps[0], (going[0], len(steps))), np.ones((len(steps), 1))
    ends = np.cumsum(going).tolist()
    for begin, end, following in zip([0, *ends[:-1]], ends, [*going[1:], 0], strict=True):
        now, norm = forward[begin:end], norms[begin:end]
        np.multiply(before, chances[begin:end], out=now)
        np.dot(now, ones, out=norm)  # takes half the time of a sum of each row
        now /= norm
        before = np.dot(now[:following], steps)
    weighted, back = chances / norms, np.ascontiguousarray(steps.T)
    begins = [0, *ends[:-1]]
    for begin, end, last in zip(begins[-2::-1], begins[:0:-1], ends[:0:-1], strict=True):
        np.dot(weighted[end:last] * backward[end:last], back, out=backward[begin : begin + last - end])
    return forward, backward, norms[:, 0]
