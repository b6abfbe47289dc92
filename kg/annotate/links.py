"""Which source and which contents belong to which cue, by the network: an attribution is then a tuple."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from kg.annotate.pieces import Floats
from kg.annotate.sequences import LabelledSpan, probabilities
from kg.annotate.windows import Window


@dataclass(frozen=True, slots=True)
class Link:
    """The span number `other`, a source or a content, belongs to the cue number `cue` with this probability."""

    cue: int
    other: int
    score: float


@dataclass(frozen=True, slots=True)
class LinkReader:
    """Reads links off what the network gives for the words of each window.

    Args:
        windows: in text order; their positions are those of `spans`.
        vectors: [words of the window, 4 x any], for each window (see `kg.annotate.network.Scores`).
        spans: the sources, cues and contents of the text, in text order.
    """

    windows: Sequence[Window]
    vectors: Sequence[Floats]
    spans: Sequence[LabelledSpan]
    _known: dict[tuple[int, int], Floats] = field(default_factory=dict)

    def links(self) -> list[Link]:
        """Each cue with at most one source, each content with at most one cue, in text order."""
        cues, sources, contents = (
            [i for i, span in enumerate(self.spans) if span.label == role] for role in ("CUE", "SOURCE", "CONTENT")
        )
        found = []
        for cue in cues:
            source, score = self._sought(cue, sources, 0)
            if source is not None:
                found.append(Link(cue, source, score))
        for content in contents:
            chosen, score = self._sought(content, cues, 2)
            if chosen is not None:
                found.append(Link(chosen, content, score))
        return sorted(found, key=lambda link: (link.cue, link.other))

    def _sought(self, seeking: int, candidates: Sequence[int], part: int) -> tuple[int | None, float]:
        """The candidate that the words of a span find, and the mean probability with which they find it.

        Nothing is found where more of them find none than any candidate.
        """
        span = self.spans[seeking]
        chances = np.zeros(len(candidates) + 1, np.float64)  # the first is for none
        begin = span.begin
        while begin < span.end:
            number = bisect_right(self.windows, begin, key=lambda window: window.core_begin) - 1
            window = self.windows[number]
            end = min(span.end, window.core_end)
            chances += self._found(number, slice(begin - window.begin, end - window.begin), candidates, part)
            begin = end
        best = int(chances.argmax())
        return (
            (None, 0.0)
            if best == 0
            else (candidates[best - 1], round(float(chances[best]) / (span.end - span.begin), 4))
        )

    def _found(self, number: int, rows: slice, candidates: Sequence[int], part: int) -> Floats:
        """How many of some words of a window find none, and each candidate."""
        window = self.windows[number]
        sums = self._sums(number, part)[rows].sum(0)
        found = np.zeros(len(candidates) + 1, np.float32)
        found[0] = sums[0]
        for i, candidate in enumerate(candidates, start=1):
            begin = max(self.spans[candidate].begin, window.begin) - window.begin
            end = min(self.spans[candidate].end, window.end) - window.begin
            if begin < end:
                found[i] = sums[end] - sums[begin]
        return found

    def _sums(self, number: int, part: int) -> Floats:
        """Probability that each word of a window finds none or one of the words before another: [words, words + 1].

        Of all words at once: many spans seek in one window, and one large product is faster than many small ones.
        """
        if (number, part) not in self._known:
            vectors = self.vectors[number]
            size = vectors.shape[1] // 4
            seeking, sought = (vectors[:, i * size : (i + 1) * size] for i in (part, part + 1))
            scores = np.zeros((len(vectors), len(vectors) + 1), np.float32)
            scores[:, 1:] = seeking @ sought.T / np.float32(np.sqrt(size))
            self._known[number, part] = np.cumsum(probabilities(scores), 1, dtype=np.float32)
        return self._known[number, part]
