"""Cuts a long text into windows that the network can read, with some context on either side.

A window ends where a paragraph ends, else where a sentence seems to end outside quotation marks. Each word is scored by
exactly one window, in which it is part of the core; the context around the core is read and its scores thrown away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kg.annotate.pieces import Ints

CORE_WORDS = 200  # the length of the windows in training
CORE_PIECES = 400  # with its context and the two special pieces a window stays below the 512 that the encoder can take
# On either side; the words that are read twice are one in six. On PolNeAR's dev part 0, 10, 15, 20 and 30 words give F1
# of contents of 64.1, 64.5, 64.6, 64.6 and 64.8, and of sources 77.2, 77.9, 78.6, 78.1 and 78.5.
CONTEXT_WORDS = 15
CONTEXT_PIECES = 50

CLOSING = frozenset("”’)]}»\"'")
ENDING = frozenset({".", "!", "?", "…", "..."})

# How good a seam is after a word.
_NONE, _QUOTED, _SENTENCE, _PARAGRAPH = range(4)


@dataclass(frozen=True, slots=True)
class Window:
    """The words from `begin` to `end` are read, the scores of those from `core_begin` to `core_end` are kept."""

    begin: int
    core_begin: int
    core_end: int
    end: int


def endings(words: Sequence[str], paragraphs: Sequence[int]) -> Ints:
    """Whether punctuation ends a sentence before each word: 2 it does, 1 but a small letter follows, 0 it does not."""
    found = np.zeros(len(words), np.int64)
    openings = set(paragraphs)
    ended = False
    for i, word in enumerate(words):
        if i in openings:
            ended = False
        if ended and word not in CLOSING:
            found[i] = 1 if word[0].islower() else 2
        ended = word in ENDING or (ended and word in CLOSING)
    return found


def seams(words: Sequence[str], paragraphs: Sequence[int]) -> Ints:
    """How good a seam is after each word: 3 a paragraph ends, 2 a sentence seems to, 1 within a quotation, 0 no.

    Args:
        words: of the text.
        paragraphs: index of the first word of each paragraph.
    """
    quality = np.zeros(len(words), np.int64)
    ended = endings(words, paragraphs)
    openings = set(paragraphs)
    quoted = False
    for i, word in enumerate(words):
        if ended[i] == 2:
            quality[i - 1] = _QUOTED if quoted else _SENTENCE
        if i in openings:
            quality[i - 1] = _PARAGRAPH
            quoted = False
        if word == "“" or (word == '"' and not quoted):
            quoted = True
        elif word in ("”", '"'):
            quoted = False
    quality[-1:] = _PARAGRAPH
    return quality


def windows(words: Sequence[str], paragraphs: Sequence[int], starts: Ints) -> list[Window]:
    """Windows whose cores follow one another and cover all words.

    Args:
        words: of the text.
        paragraphs: index of the first word of each paragraph.
        starts: index of each word's first piece, and the number of pieces.
    """
    quality = seams(words, paragraphs)
    cores: list[tuple[int, int]] = []
    begin = 0
    while begin < len(words):
        end = _core_end(quality, starts, begin)
        cores.append((begin, end))
        begin = end
    return [
        Window(_context_begin(quality, starts, begin), begin, end, _context_end(quality, starts, end))
        for begin, end in cores
    ]


def _reach(starts: Ints, begin: int, words: int, pieces: int) -> int:
    """The furthest end of a stretch that starts at `begin` and has at most so many words and pieces."""
    fitting = int(np.searchsorted(starts, starts[begin] + pieces, side="right")) - 1
    return max(begin + 1, min(begin + words, fitting, len(starts) - 1))


def _core_end(quality: Ints, starts: Ints, begin: int) -> int:
    furthest = _reach(starts, begin, CORE_WORDS, CORE_PIECES)
    if furthest == len(quality):
        return furthest
    # Cores of like length: the last one of a text shall not be a scrap.
    left = len(quality) - begin
    shares = -(-left // (furthest - begin))
    wanted = min(furthest, begin + -(-left // shares) + CONTEXT_WORDS)
    nearest = begin + (wanted - begin) // 2
    candidates = quality[nearest:wanted]
    best = int(candidates.max())
    if best == _NONE:
        return wanted
    return nearest + int(np.flatnonzero(candidates == best)[-1]) + 1


def _context_begin(quality: Ints, starts: Ints, core_begin: int) -> int:
    """Where the context before a core begins: at a sentence, if one of the right length can be found."""
    first = max(0, core_begin - CONTEXT_WORDS, int(np.searchsorted(starts, starts[core_begin] - CONTEXT_PIECES)))
    if first == 0:
        return 0
    ends = np.flatnonzero(quality[first - 1 : core_begin - 1])
    return first + int(ends[0]) if len(ends) else first


def _context_end(quality: Ints, starts: Ints, core_end: int) -> int:
    if core_end == len(quality):
        return core_end
    last = _reach(starts, core_end, CONTEXT_WORDS, CONTEXT_PIECES)
    ends = np.flatnonzero(quality[core_end:last])
    return core_end + int(ends[-1]) + 1 if len(ends) else last
