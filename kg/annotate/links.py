"""Which source and which contents belong to which cue, by the network: an attribution is then a tuple."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.annotate.pieces import Floats, Ints
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

    def links(self) -> list[Link]:
        """Each cue with at most one source, each content with at most one cue, in text order."""
        cues, sources, contents = (
            [i for i, span in enumerate(self.spans) if span.label == role] for role in ("CUE", "SOURCE", "CONTENT")
        )
        found = [Link(cue, source, score) for cue, source, score in self._sought(cues, sources, 0)]
        found += [Link(cue, content, score) for content, cue, score in self._sought(contents, cues, 2)]
        return sorted(found, key=lambda link: (link.cue, link.other))

    def _sought(self, seeking: Sequence[int], candidates: Sequence[int], part: int) -> Iterator[tuple[int, int, float]]:
        """Spans, the candidate that the words of each find, and the mean probability with which they find it.

        Nothing is found where more of them find none than any candidate.
        """
        if not seeking or not candidates:
            return
        chances = np.zeros((len(seeking), len(candidates) + 1))  # the first is for none
        begins, ends = self._borders(seeking)
        others = self._borders(candidates)
        for window, vectors in zip(self.windows, self.vectors, strict=True):
            begun, ended = np.maximum(begins, window.core_begin), np.minimum(ends, window.core_end)
            here = np.flatnonzero(begun < ended)
            if len(here):
                found = _chances(vectors, begun[here] - window.begin, ended[here] - window.begin, part)
                chances[here, 0] += found[:, 0]
                first, last = (
                    np.minimum(np.maximum(border, window.begin), window.end) - window.begin for border in others
                )
                chances[here, 1:] += found[:, last] - found[:, first]
        best = chances.argmax(1)
        for i in np.flatnonzero(best).tolist():
            mean = float(chances[i, best[i]]) / float(ends[i] - begins[i])
            yield seeking[i], candidates[best[i] - 1], round(mean, 4)

    def _borders(self, numbers: Sequence[int]) -> tuple[Ints, Ints]:
        """Begins and ends of spans."""
        return np.array([self.spans[i].begin for i in numbers]), np.array([self.spans[i].end for i in numbers])


def _chances(vectors: Floats, begins: Ints, ends: Ints, part: int) -> NDArray[np.float64]:
    """How many words of each span of a window find none or one of the words before another: [spans, words + 1].

    Args:
        vectors: of the words of the window.
        begins: of the spans, none of which overlaps another.
        ends: of the spans.
        part: which vectors of a word seek; the next ones are sought.
    """
    lengths = ends - begins
    firsts = np.cumsum(lengths) - lengths
    rows = np.arange(lengths.sum()) + np.repeat(begins - firsts, lengths)
    size = vectors.shape[1] // 4
    scores = np.zeros((len(rows), len(vectors) + 1), np.float32)
    seeking, sought = (vectors[:, each * size : (each + 1) * size] for each in (part, part + 1))
    scores[:, 1:] = seeking[rows] / np.float32(np.sqrt(size)) @ sought.T
    return np.cumsum(np.add.reduceat(probabilities(scores), firsts), axis=1, dtype=np.float64)
