"""Word pieces."""

from __future__ import annotations

import pytest
from tokenizers import Tokenizer

from kg.annotate import pieces
from kg.annotate.pieces import MOST_PIECES, PieceEncoder, case_of
from kg.annotate.version import WEIGHTS

UNKNOWN = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json")).token_to_id("[UNK]")


@pytest.fixture(scope="module")
def encode() -> PieceEncoder:
    return PieceEncoder(WEIGHTS / "tokenizer.json")


@pytest.mark.parametrize(
    ("word", "case"),
    [("say", 0), ("NATO", 1), ("A", 2), ("Say", 2), ("iPhone", 3), ("2017", 4), ("“", 5), ("😀", 5), ("U.S.", 1)],
)
def test_shape_of_a_word(word: str, case: int) -> None:
    assert case_of(word) == case


def test_words_are_told_apart_by_their_starts(encode: PieceEncoder) -> None:
    encoded = encode(["the", "Jaafari", "the"])
    assert encoded.starts.tolist()[0] == 0
    assert len(encoded.starts) == 4
    assert encoded.starts[-1] == len(encoded.ids) == len(encoded.case)
    assert encoded.ids[0] == encoded.ids[encoded.starts[2]]


def test_a_long_word_gives_few_pieces(encode: PieceEncoder) -> None:
    assert len(encode(["internationalisation-" * 9]).ids) == MOST_PIECES
    assert encode(["x" * 10_000]).ids.tolist() == [UNKNOWN]


def test_a_word_of_which_nothing_is_left_is_unknown(encode: PieceEncoder) -> None:
    assert encode(["\u200b"]).ids.tolist() == [UNKNOWN]


def test_a_paragraph_is_one_piece(encode: PieceEncoder) -> None:
    assert encode([pieces.PARAGRAPH, "Late"]).starts.tolist() == [0, 1, 2]


def test_what_is_remembered_is_bounded(encode: PieceEncoder, monkeypatch: pytest.MonkeyPatch) -> None:
    before = encode(["Astana", "talks"]).ids.tolist()
    monkeypatch.setattr(pieces, "CACHED_WORDS", 0)
    assert encode(["Astana", "talks"]).ids.tolist() == before
    assert set(encode._known) == {"Astana", "talks", pieces.PARAGRAPH}
