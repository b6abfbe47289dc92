"""Who does something is its subject, wherever the tree has him, from trees made by hand."""

from __future__ import annotations

import pytest

from tests.extract.docs import arcs


@pytest.mark.parametrize(
    ("helpers", "label"),
    [
        ("had VBD have 3 aux", "nsubj"),
        ("had VBD have 4 aux\nbeen VBN be 4 aux:pass", "nsubj:pass"),
        ("was VBD be 3 aux:pass", "nsubj:pass"),
    ],
)
def test_who_had_asked_was_not_asked(helpers: str, label: str) -> None:
    verb = 2 + len(helpers.splitlines())
    found = arcs(f"They PRP they {verb} nsubj:pass\n{helpers}\nasked VBN ask 0 ROOT")
    assert ("They", label, "asked") in found


@pytest.mark.parametrize(("noun", "label"), [("envoy NN envoy 3 iobj", "nsubj"), ("whom WP whom 3 iobj", "iobj")])
def test_who_stands_before_a_verb_without_a_subject_does_it(noun: str, label: str) -> None:
    found = arcs(f"{noun}\nhad VBD have 3 aux\ntold VBN tell 0 ROOT\nthem PRP they 3 iobj")
    assert (noun.split()[0], label, "told") in found


@pytest.mark.parametrize(("place", "label", "head"), [("obj", "nsubj", "met"), ("nsubj", "appos", "minister")])
def test_a_name_before_the_verb_is_not_put_beside_its_object(place: str, label: str, head: str) -> None:
    found = arcs(f"""
    Vestby NNP vestby 5 appos
    has VBZ have 3 aux
    met VBN meet 0 ROOT
    prime JJ prime 5 amod
    minister NN minister 3 {place}
    """)
    assert ("Vestby", label, head) in found


def test_whoever_has_a_preposition_of_his_own_is_another() -> None:
    tree = """
    talks NNS talk 0 ROOT
    with IN with 3 case
    Moen NNP moen 1 nmod
    , , , 7 punct
    and CC and 7 cc
    with IN with 7 case
    Brask NNP brask 3 appos
    """
    assert ("Brask", "conj", "Moen") in arcs(tree, "Moen")
