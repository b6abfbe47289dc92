"""Names that "&" joins, and names of nobody, from trees made by hand."""

from __future__ import annotations

import pytest

from kg.extract.mentions import names
from kg.extract.mentions.firms import entities
from tests.extract.docs import doc_of

JOINED = """
Moen NNP moen 4 nsubj
& CC & 3 cc
Brask NNP brask 1 conj
rose VBD rise 0 ROOT
"""


def found(tree: str, labels: dict[str, str]) -> list[tuple[str, str]]:
    return [(one.text, one.label_) for one in entities(doc_of(tree, names=labels))]


@pytest.mark.parametrize("labels", [{"Moen": "PER", "Brask": "PER"}, {"Brask": "LOC"}, {"Moen": "ORG"}])
def test_names_that_a_mark_joins_are_one_firm(labels: dict[str, str]) -> None:
    assert found(JOINED, labels) == [("Moen & Brask", "ORG")]


def test_two_whom_the_text_has_apart_too_are_two_people() -> None:
    tree = JOINED.replace("rose VBD rise", "met VBD meet") + "Tor NNP tor 4 obj\n"
    again = tree.replace("Tor NNP tor 4 obj", "Jon NNP jon 4 obj\nBrask NNP brask 5 flat")
    assert found(again, {"Moen": "PER", "Brask": "PER", "Jon Brask": "PER"})[:1] == [("Moen", "PER")]


def test_words_that_no_name_touches_are_no_firm() -> None:
    assert found(JOINED, {}) == []


@pytest.mark.parametrize(
    ("name", "label", "kept"),
    [
        ("Zika", "PER", False),
        ("Obamacare", "ORG", False),
        ("Clean Air Act", "ORG", False),
        ("Treaty of Oslo", "ORG", False),
        ("Clean Air Board", "ORG", True),
        ("Acton", "PER", True),
    ],
)
def test_laws_and_illnesses_are_nobody(name: str, label: str, kept: bool) -> None:
    words = name.split()
    last = len(words)
    rows = [f"{word} NNP {word.lower()} {last} compound" for word in words[:-1]]
    rows += [f"{words[-1]} NNP {words[-1].lower()} {last + 1} nsubj", "came VBD come 0 ROOT"]
    doc = doc_of("\n".join(rows), names={name: label})
    assert [" ".join(token.text for token in one.tokens) for one in names.found(doc)] == ([name] if kept else [])
