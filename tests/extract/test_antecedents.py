"""Which mentions a mention may take up."""

from __future__ import annotations

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.tokens import Doc

from kg.extract.mentions import bindings
from kg.extract.mentions.antecedents import antecedents
from kg.model import COREFERENCE
from tests.extract.docs import doc_of


class Odds:
    """Who is meant, as it is written down: odds by (word, candidate)."""

    def __init__(self, odds: dict[tuple[int, int], float]) -> None:
        self.odds = odds

    def scores_of_all(self, words: list[int], candidates: list[list[int]]) -> list[NDArray[np.float32]]:
        return [
            np.array([self.odds.get((word, other), -9.0) for other in others], np.float32)
            for word, others in zip(words, candidates, strict=True)
        ]


def doc_with(odds: dict[tuple[int, int], float] | None, words: int = 9) -> Doc:
    doc = Doc(spacy.blank("en").vocab, words=["x"] * words)
    if odds is not None:
        doc.user_data[COREFERENCE] = Odds(odds)
    return doc


HEADS = {(0, 1): 0, (4, 5): 2, (8, 9): 4}


def test_the_likeliest_comes_first_and_what_is_unlikely_not_at_all() -> None:
    found = antecedents(doc_with({(4, 0): 1.5, (4, 2): 3.0, (2, 0): -5.0}), HEADS, list(HEADS)[1:])
    assert found == {(4, 5): (), (8, 9): (((4, 5), 3.0), ((0, 1), 1.5))}


def test_nothing_far_back_is_meant() -> None:
    heads = {(0, 1): 0, (4, 5): 700, (8, 9): 800}
    found = antecedents(doc_with({(800, 0): 9.0, (800, 700): 1.0}, 801), heads, [(8, 9)])
    assert found[8, 9] == (((4, 5), 1.0),)


def test_without_the_network_nothing_is_known() -> None:
    assert antecedents(doc_with(None), HEADS, [(8, 9)]) == {}


def test_two_that_the_tree_has_for_subjects_of_one_verb_may_be_the_same() -> None:
    doc = doc_of("""
        She PRP she 6 nsubj
        shared VBD share 6 ccomp
        concerns NNS concern 2 obj
        , , , 2 punct
        she PRP she 6 nsubj
        said VBD say 0 ROOT
    """)
    assert list(bindings.apart(doc[4])) == []
