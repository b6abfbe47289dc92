"""An error is shown with its sentences, what is meant in brackets."""

from __future__ import annotations

from kg.evaluate.sentences import shown

TEXT = "First one. Mara said: “Chad left.” Then\nshe rested.\n\nA new paragraph"


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def test_the_sentence_around_a_stretch() -> None:
    assert shown(TEXT, [span("said")]) == "Mara [said]: “Chad left.”"
    assert shown(TEXT, [span("she")]) == "Then [she] rested."
    assert shown(TEXT, [span("new")]) == "A [new] paragraph"


def test_several_stretches_and_none() -> None:
    assert shown(TEXT, [span("rested"), span("said")]) == "Mara [said]: “Chad left.” Then she [rested]."
    assert shown(TEXT, []) == ""
