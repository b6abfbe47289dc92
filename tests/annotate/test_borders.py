"""Borders of attribution spans."""

from __future__ import annotations

from kg.annotate.borders import mend
from kg.annotate.sequences import LabelledSpan


def mended(text: str, *spans: tuple[int, int, str], paragraphs: tuple[int, ...] = (0,)) -> list[tuple[str, str]]:
    words = text.split()
    found = mend([LabelledSpan(begin, end, label, 0.8) for begin, end, label in spans], words, paragraphs)
    return [(span.label, " ".join(words[span.begin : span.end])) for span in found]


def test_spans_of_one_role_that_touch_are_one() -> None:
    found = mended("He has denied it", (0, 1, "SOURCE"), (1, 2, "CUE"), (2, 3, "CUE"))
    assert found == [("SOURCE", "He"), ("CUE", "has denied")]


def test_spans_of_two_paragraphs_are_two() -> None:
    assert len(mended("so it is And so on", (0, 3, "CONTENT"), (3, 6, "CONTENT"), paragraphs=(0, 3))) == 2


def test_joined_spans_have_the_mean_score_of_their_words() -> None:
    left, right = LabelledSpan(0, 3, "CONTENT", 0.9), LabelledSpan(3, 4, "CONTENT", 0.5)
    (span,) = mend([left, right], ["a", "b", "c", "d"], [0])
    assert span == LabelledSpan(0, 4, "CONTENT", 0.8)


def test_the_final_stop_stays_outside() -> None:
    assert mended("that it is late .", (0, 5, "CONTENT")) == [("CONTENT", "that it is late")]
    assert mended("that it is late ,", (0, 5, "CONTENT")) == [("CONTENT", "that it is late")]


def test_the_final_stop_of_a_quotation_stays_inside() -> None:
    assert mended("“ It is late .", (0, 5, "CONTENT")) == [("CONTENT", "“ It is late .")]
    assert mended("“ It is late . ”", (0, 6, "CONTENT")) == [("CONTENT", "“ It is late . ”")]


def test_sources_keep_their_commas() -> None:
    assert mended("Lavrov , the minister ,", (0, 5, "SOURCE")) == [("SOURCE", "Lavrov , the minister ,")]
