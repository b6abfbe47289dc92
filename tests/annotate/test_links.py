"""Links between cues, sources and contents, from vectors made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from kg.annotate.links import Link, LinkReader
from kg.annotate.pieces import Floats
from kg.annotate.sequences import LabelledSpan
from kg.annotate.windows import Window

SIZE = 4  # of each of the four vectors of a word
STRONG = 10.0


def vectors_of(words: int, sources: dict[int, int], cues: dict[int, int]) -> Floats:
    """Each word seeks the word that it is given: `sources` for words of cues, `cues` for words of contents."""
    vectors = np.zeros((words, 4, SIZE), np.float32)
    for part, pairs in ((0, sources), (2, cues)):
        sought = {word: number for number, word in enumerate(sorted(set(pairs.values())))}
        for word, number in sought.items():
            vectors[word, part + 1, number] = STRONG
        for word, other in pairs.items():
            vectors[word, part, sought[other]] = STRONG
    return vectors.reshape(words, 4 * SIZE)


def span(begin: int, end: int, label: str) -> LabelledSpan:
    return LabelledSpan(begin, end, label, 0.9)


#  0     1    2    3    4    5     6    7      8
# Moen  said it  would end , Chad  denied that
SPANS = [span(0, 1, "SOURCE"), span(1, 2, "CUE"), span(2, 5, "CONTENT"), span(6, 7, "SOURCE"), span(7, 8, "CUE")]


def read(vectors: Floats, spans: list[LabelledSpan], windows: list[Window] | None = None) -> list[Link]:
    windows = windows or [Window(0, 0, len(vectors), len(vectors))]
    return LinkReader(windows, [vectors[window.begin : window.end] for window in windows], spans).links()


def test_each_cue_has_its_source_and_each_content_its_cue() -> None:
    vectors = vectors_of(9, {1: 0, 7: 6}, {2: 1, 3: 1, 4: 7})
    found = read(vectors, SPANS)
    assert [(link.cue, link.other) for link in found] == [(1, 0), (1, 2), (4, 3)]
    assert all(0.5 < link.score <= 1 for link in found)


def test_a_source_may_serve_two_cues() -> None:
    found = read(vectors_of(9, {1: 0, 7: 0}, {}), SPANS)
    assert [(link.cue, link.other) for link in found if link.other == 0] == [(1, 0), (4, 0)]


def test_a_cue_that_seeks_nothing_has_no_source() -> None:
    vectors = np.ones((9, 4, SIZE), np.float32)
    vectors[:, 0] = -3  # less than 0, what none scores, with every word
    assert read(vectors.reshape(9, -1), SPANS[:2]) == []


def test_a_source_of_words_that_are_no_source_is_not_found() -> None:
    found = read(vectors_of(9, {1: 8}, {}), SPANS)
    assert not [link for link in found if link.cue == 1 and link.other in (0, 3)]


@pytest.mark.parametrize("border", [2, 3, 4, 5])
def test_a_content_that_two_windows_share_is_linked_once(border: int) -> None:
    vectors = vectors_of(9, {1: 0, 7: 6}, {2: 1, 3: 1, 4: 1})
    windows = [Window(0, 0, border, 9), Window(0, border, 9, 9)]
    assert read(vectors, SPANS, windows) == read(vectors, SPANS)


def test_what_is_in_no_common_window_is_not_linked() -> None:
    vectors = vectors_of(9, {7: 0}, {})
    windows = [Window(0, 0, 5, 5), Window(5, 5, 9, 9)]
    assert not [link for link in read(vectors, SPANS, windows) if link.other == 0]
