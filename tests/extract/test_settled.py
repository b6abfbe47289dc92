"""A settled text reads as the Doc that it was made of."""

from __future__ import annotations

import gc
import weakref
from typing import Any

import pytest
from spacy.tokens import Doc, Token

from kg.extract.syntax.settled import kept, let_go, settled, stretch
from kg.model import ATTRIBUTION
from tests.extract.docs import doc_of

SAID = """
The DT the 2 det
minister NN minister 5 nsubj
of IN of 4 case
Vestby NNP vestby 2 nmod
said VBD say 0 ROOT
that IN that 8 mark
Moen NNP moen 8 nsubj
left_ VBD leave 5 ccomp
. . . 5 punct
"""


@pytest.fixture
def doc() -> Doc:
    roles = {"The minister of Vestby": "SOURCE", "said": "CUE", "Moen left": "CONTENT"}
    return doc_of(SAID, names={"Vestby": "LOC", "Moen": "PER"}, roles=roles)


def numbers(tokens: Any) -> list[int]:
    return [token.i for token in tokens]


def test_a_token_has_what_spacys_has(doc: Doc) -> None:
    for own, known in zip(settled(doc), doc, strict=True):
        for name in ("i", "idx", "text", "lower_", "lemma_", "tag_", "pos_", "dep_", "ent_type_", "ent_iob_"):
            assert getattr(own, name) == getattr(known, name)
        for name in ("whitespace_", "text_with_ws", "is_space", "is_punct", "is_alpha", "shape_"):
            assert getattr(own, name) == getattr(known, name)
        assert (len(own), str(own)) == (len(known), str(known))


def test_the_tree_around_a_token_is_that_of_spacy(doc: Doc) -> None:
    for own, known in zip(settled(doc), doc, strict=True):
        for name in ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts"):
            assert numbers(getattr(own, name)) == numbers(getattr(known, name))
        assert numbers((own.head, own.left_edge, own.right_edge)) == numbers(
            (known.head, known.left_edge, known.right_edge)
        )
        assert own.sent.root.i == known.sent.root.i


def test_a_token_is_always_the_same_one(doc: Doc) -> None:
    text = settled(doc)
    assert text[0] is next(iter(text)) is text[1].nbor(-1) is next(text[1].subtree)
    assert text[4].is_ancestor(text[0])
    with pytest.raises(IndexError):
        text[0].nbor(-1)


def test_stretches_have_the_words_and_places_of_spacys(doc: Doc) -> None:
    text = settled(doc)
    for first, last in ((1, 4), (-3, None), (5, 2), (0, 99)):
        assert text[first:last].text == doc[first:last].text
    assert (text[1:4].start_char, text[1:4].end_char, text[1:4].root.i) == (4, 22, 1)
    assert (text[1:8][1:-2].text, text[1:4][-1].text) == ("of Vestby said that", "Vestby")
    assert [(one.text, one.label_) for one in text.ents] == [("Vestby", "LOC"), ("Moen", "PER")]
    assert [one.text for one in text[0:5].ents] == ["Vestby"]
    assert [one.text for one in text.sents] == [doc.text.strip()]
    assert stretch(text, 1, 4, "ORG").label_ == stretch(doc, 1, 4, "ORG").label_ == "ORG"
    found = text.char_span(4, 12)
    assert found is not None
    assert found.text == "minister"
    assert text.char_span(5, 12) is None


def test_groups_keep_what_is_known_of_their_stretches(doc: Doc) -> None:
    group = settled(doc).spans[ATTRIBUTION]
    assert [one.label_ for one in group] == ["SOURCE", "CUE", "CONTENT"]
    assert group.attrs == doc.spans[ATTRIBUTION].attrs


def test_what_has_been_read_lets_its_tokens_go(doc: Doc) -> None:
    text = settled(doc)
    first = text[0]
    let_go(text)
    assert not hasattr(first, "head")


def test_a_text_that_was_let_go_is_freed_at_once(doc: Doc) -> None:
    text = settled(doc)
    whole, sentences = weakref.ref(text), [sent.text for sent in text.sents]
    gc.disable()
    try:
        let_go(text)
        del text
        assert sentences
        assert whole() is None
    finally:
        gc.enable()


def test_a_kept_question_is_asked_once_of_a_settled_text(doc: Doc) -> None:
    asked: list[Token] = []

    @kept
    def above(token: Token) -> Token:
        asked.append(token)
        return token.head

    text = settled(doc)
    assert [above(text[1]).i, above(text[1]).i, above(text[0]).i] == [4, 4, 1]
    assert numbers(asked) == [1, 0]
    assert [above(doc[1]).i, above(doc[1]).i] == [4, 4]
    assert numbers(asked) == [1, 0, 1, 1]
