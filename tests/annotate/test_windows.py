"""Windows over long texts."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate.windows import CORE_WORDS, Window, endings, seams, windows


def cut(words: list[str], paragraphs: list[int], pieces: int = 1) -> list[Window]:
    return windows(words, paragraphs, np.arange(len(words) + 1) * pieces)


SENTENCE = ["The", "minister", "said", "that", "it", "was", "late", "."]


@given(
    st.lists(st.sampled_from(["word", "Word", ".", "“", "”", ","]), min_size=1, max_size=900),
    st.sets(st.integers(1, 899)),
    st.integers(1, 8),
)
@settings(max_examples=60, deadline=None)
def test_cores_cover_every_word_once_and_windows_fit_the_encoder(
    words: list[str], paragraphs: set[int], pieces: int
) -> None:
    found = cut(words, [0, *sorted(i for i in paragraphs if i < len(words))], pieces)
    assert [i for window in found for i in range(window.core_begin, window.core_end)] == list(range(len(words)))
    for window in found:
        assert 0 <= window.begin <= window.core_begin < window.core_end <= window.end <= len(words)
        assert (window.end - window.begin) * pieces <= 510


def test_a_short_text_is_one_window() -> None:
    assert cut(SENTENCE * 20, [0]) == [Window(0, 0, 160, 160)]


def test_windows_end_where_paragraphs_end() -> None:
    paragraphs = list(range(0, 800, 40))
    assert all(window.core_begin in paragraphs for window in cut(SENTENCE * 100, paragraphs))


def test_windows_of_one_paragraph_end_where_sentences_end() -> None:
    assert all(window.core_end % 8 == 0 for window in cut(SENTENCE * 100, [0]))


def test_windows_begin_and_end_with_whole_sentences_of_context() -> None:
    for window in cut(SENTENCE * 100, [0])[1:-1]:
        assert window.begin % 8 == window.end % 8 == 0
        assert window.begin < window.core_begin
        assert window.core_end < window.end


def test_no_window_is_a_scrap() -> None:
    lengths = [window.core_end - window.core_begin for window in cut(SENTENCE * 26, [0])]
    assert len(lengths) == 2
    assert min(lengths) > CORE_WORDS / 3


def test_seams_are_outside_quotations_if_there_are_any() -> None:
    quotation = ["“", *["It", "is", "late", "."] * 60, "”"]
    words = [*SENTENCE * 20, *quotation, *SENTENCE * 20]
    first = cut(words, [0])[0]
    assert first.core_end == 160


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("It ended . Then", 3),
        ("It ended . ” Then", 4),
        ("It ended ? ) Then", 4),
        ("He asked ? ” he said", None),
        ("It ended , Then", None),
    ],
)
def test_where_a_sentence_seems_to_end(text: str, last: int | None) -> None:
    found = [i for i, ended in enumerate(endings(text.split(), [0])) if ended == 2]
    assert found == ([] if last is None else [last])


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    words = ["“", "It", "is", ".", "Late", ".", "Then", "it", "was", ".", "Then"]
    assert seams(words, [0, 6]).tolist() == [0, 0, 0, 1, 0, 3, 0, 0, 0, 2, 3]
