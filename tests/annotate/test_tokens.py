"""The tokenizer that remembers what it has cut."""

from __future__ import annotations

import pytest
import spacy

from kg.annotate import tokens
from kg.annotate.tokens import RememberingTokenizer

TEXTS = (
    "Mr. Moen didn't say “yes”, he said.\n\nThe U.S.-backed talks (of 9 a.m.) end; see https://a.example/b?c=1!",
    "  Two  spaces, a tab\tand a\u00a0hard one; “(w)e can't”...",
    "Mr. Moen didn't say “yes”, he said.",
    "",
    " ",
)


def pieces(text: str, tokenizer: object) -> list[tuple[str, str]]:
    assert callable(tokenizer)
    return [(token.text, token.whitespace_) for token in tokenizer(text)]


@pytest.mark.parametrize("most", [tokens._MOST_CHUNKS, 0, 3])
def test_texts_are_cut_as_spacy_cuts_them(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "_MOST_CHUNKS", most)
    remembering, plain = RememberingTokenizer(spacy.blank("en")), spacy.blank("en").tokenizer
    for text in TEXTS + TEXTS:
        assert pieces(text, remembering) == pieces(text, plain)
        assert remembering(text).text == text


def test_what_follows_an_abbreviation_is_remembered() -> None:
    pipeline = spacy.blank("en")
    asked: list[str] = []

    def suffix_search(text: str) -> object:
        asked.append(text)
        return found(text)

    found = pipeline.tokenizer.suffix_search  # type: ignore[union-attr]  # spaCy's stub knows a function only
    pipeline.tokenizer.suffix_search = suffix_search  # type: ignore[union-attr]
    remembering = RememberingTokenizer(pipeline)
    remembering("Mr. Moen left, he said.")
    assert "Moen" in asked
    asked.clear()
    remembering("Mr. Moen left, he said.")
    assert not asked


def test_the_network_x_ends_a_sentence_and_an_initial_does_not() -> None:
    remembering = RememberingTokenizer(spacy.blank("en"))
    text = "Malcolm X. Moen wrote it on X. Norway saw it on X."
    words = ["Malcolm", "X.", "Moen", "wrote", "it", "on", "X", ".", "Norway", "saw", "it", "on", "X", "."]
    assert [token.text for token in remembering(text)] == words
    assert remembering(text).text == text
