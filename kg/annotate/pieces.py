"""Words to word pieces, as the network was trained to read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

#: The word that stands before each paragraph. It is read as the piece that ends a text. In training a full stop stood
#: for a blank line in the texts of names and roles, and nothing in those of trees. The full stop makes trees worse (LAS
#: on GUM with its paragraphs: 84.4; with nothing 86.7), nothing makes roles worse (F1 of contents on PolNeAR's dev
#: part: 63.5; with the full stop 65.4). With this they are 86.7 and 64.6.
PARAGRAPH = "\n\n"
MOST_PIECES = 8  # of one word; the rest is not read (as in training)
MOST_CHARACTERS = 200  # of one word: twice what the tokenizer takes before it calls the word unknown
CACHED_WORDS = 100_000  # about 30 MB; a news text has 10,000 different words per 100,000


def case_of(word: str) -> int:
    """Shape of a word: 0 lower, 1 UPPER, 2 Title, 3 miXed, 4 digits, 5 neither letter nor digit.

    The word pieces are lower-cased; this is the only trace of capitals that the network sees.
    """
    if not any(c.isalnum() for c in word):
        return 5
    if word.isdigit():
        return 4
    if word.isupper() and len(word) > 1:
        return 1
    if word[:1].isupper():
        return 2
    return 3 if any(c.isupper() for c in word) else 0


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of some words.

    Attributes:
        ids: of all pieces, one after another.
        case: of all pieces, the shape of their words.
        starts: index of each word's first piece, and after the last word the number of pieces ([words + 1]).
    """

    ids: Ints
    case: Ints
    starts: Ints


class PieceEncoder:
    """Splits words into pieces; remembers the words it has seen.

    Attributes:
        begin, end: numbers of the pieces that begin and end a text.
    """

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self.begin, self.end, self._unknown = map(self.number, ("[CLS]", "[SEP]", "[UNK]"))
        self._known: dict[str, tuple[list[int], int]] = {}

    def number(self, piece: str) -> int:
        """The number of a piece."""
        number = self._tokenizer.token_to_id(piece)
        if number is None:
            raise ValueError(f"the tokenizer has no piece {piece}")
        return number

    def __call__(self, words: Sequence[str]) -> Pieces:
        """Encode words, none of them blank but `PARAGRAPH`."""
        if len(self._known) > CACHED_WORDS:
            self._known.clear()
        self._learn(sorted(set(words).difference(self._known)))
        found = [self._known[word] for word in words]
        ids = np.fromiter(chain.from_iterable(pieces for pieces, _ in found), np.int64)
        counts = [len(pieces) for pieces, _ in found]
        shapes = np.array([shape for _, shape in found], np.int64)
        return Pieces(ids, np.repeat(shapes, counts), np.cumsum([0, *counts], dtype=np.int64))

    def _learn(self, words: Sequence[str]) -> None:
        encodings = self._tokenizer.encode_batch([word[:MOST_CHARACTERS] for word in words], add_special_tokens=False)
        for word, encoding in zip(words, encodings, strict=True):
            self._known[word] = (encoding.ids[:MOST_PIECES] or [self._unknown], case_of(word))
        self._known[PARAGRAPH] = ([self.end], 0)
