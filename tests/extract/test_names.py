"""Where names begin and end, and those that the network missed; from trees made by hand."""

from __future__ import annotations

import pytest

from kg.extract import missednames, names
from tests.extract.docs import doc_of


def missed(tree: str) -> list[str]:
    """The names that the network has no label for."""
    return [" ".join(token.text for token in name.tokens) for name in missednames.unlabelled(doc_of(tree), ())]


@pytest.mark.parametrize(
    ("tree", "found"),
    [
        ("Chadian JJ chadian 2 amod\nrebels NNS rebel 3 nsubj\nfled VBD flee 0 ROOT", ["Chadian"]),
        # An adjective is no part of the name after it.
        (
            "Chadian JJ chadian 2 amod\nMoen NNP moen 3 nsubj\nfled VBD flee 0 ROOT",
            ["Chadian", "Moen"],
        ),
        ("sent VBD send 0 ROOT\nUN NNS un 3 compound\ntroops NNS troop 1 obj", ["UN"]),
        # A headline in capitals has no acronyms that could be told from its words.
        ("TROOPS NNS troop 2 nsubj\nLEAVE VBP leave 0 ROOT\nTOWN NN town 2 obj", []),
    ],
)
def test_adjectives_and_acronyms_that_the_network_missed_are_asked_of_the_gazetteer(
    tree: str, found: list[str]
) -> None:
    assert missed(tree) == found


@pytest.mark.parametrize(
    ("side", "name"), [("east", "Beirut"), ("downtown", "Beirut"), ("East", "Christian East Beirut")]
)
def test_a_side_in_small_letters_is_no_part_of_a_place(side: str, name: str) -> None:
    tree = f"in IN in 4 case\nChristian NNP christian 4 amod\n{side} NNP {side} 4 compound\nBeirut NNP beirut 0 ROOT"
    (found,) = names.found(doc_of(tree, names={f"Christian {side} Beirut": "LOC"}))
    assert " ".join(token.text for token in found.tokens) == name


@pytest.mark.parametrize(
    ("before", "kind"), [("President NNP president", "PER"), ("Near IN near", "LOC"), ("Port NNP port", "LOC")]
)
def test_the_last_word_of_a_name_after_a_post_is_no_place(before: str, kind: str) -> None:
    tree = f"{before} 3 compound\nZeferino NNP zeferino 3 compound\nEmbunca NNP embunca 4 nsubj\nfled VBD flee 0 ROOT"
    (found,) = names.found(doc_of(tree, names={"Embunca": "LOC"}))
    assert found.label == kind
    assert [token.text for token in found.tokens] == (["Zeferino", "Embunca"] if kind == "PER" else ["Embunca"])
