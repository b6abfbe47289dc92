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


# Who is said to be what, as the network has it: two or three subjects of one verb.
BEHIND = """
Vestby NNP vestby 7 nsubj
, , , 3 punct
home NN home 7 nsubj
to IN to 5 case
rivers NNS river 3 nmod
, , , 7 punct
said VBD say 0 ROOT
"""
ONE_OF_THEM = """
one CD one 6 nsubj
of IN of 3 case
them PRP they 1 nmod
, , , 6 punct
Moen NNP moen 6 nsubj
said VBD say 0 ROOT
"""
CALLED = """
county NN county 2 compound
grower NN grower 4 nsubj
Moen NNP moen 4 nsubj
said VBD say 0 ROOT
"""
BESIDE = """
nominee NN nominee 5 nsubj
, , , 4 punct
welder NN welder 5 nsubj
Moen NNP moen 1 appos
said VBD say 0 ROOT
"""
BEFORE = """
After IN after 3 case
Brask NNP brask 3 compound
threat NN threat 7 nsubj
, , , 7 punct
Moen NNP moen 7 nsubj
then RB then 7 advmod
said VBD say 0 ROOT
"""
LED = """
bank NN bank 4 nsubj
Moen NNP moen 4 nsubj
runs NNS run 4 nsubj
said VBD say 0 ROOT
"""
WITH = """
board NN board 6 nsubj
, , , 4 punct
with IN with 4 case
Moen NNP moen 6 nsubj
, , , 6 punct
said VBD say 0 ROOT
"""
HEADLINE = """
Vestby NNP vestby 4 nsubj
, , , 3 punct
unions NNS union 4 nsubj
agree VBP agree 0 ROOT
"""
LISTED = """
Vestby NNP vestby 5 nsubj
, , , 3 punct
Moen NNP moen 5 nsubj
then RB then 5 advmod
said VBD say 0 ROOT
"""


GUEST = """
At IN at 2 case
request NN request 13 obl
of IN of 5 case
the DT the 5 det
minister NN minister 2 nmod
, , , 2 punct
Moen NNP moen 13 nsubj
, , , 10 punct
the DT the 10 det
envoy NN envoy 7 appos
, , , 12 punct
Brask NNP brask 13 nsubj
came VBD come 0 ROOT
"""


@pytest.mark.parametrize(
    ("tree", "names", "arc"),
    [
        (BEHIND, ("Vestby",), ("home", "appos", "Vestby")),
        (ONE_OF_THEM, ("Moen",), ("Moen", "appos", "one")),
        (CALLED, ("Moen",), ("grower", "nmod:desc", "Moen")),
        (BESIDE, ("Moen",), ("welder", "nmod:desc", "Moen")),
        (LISTED, ("Vestby", "Moen"), ("Moen", "nsubj", "said")),
        (BEFORE, ("Moen",), ("Moen", "nsubj", "said")),
        (LED, ("Moen",), ("bank", "nsubj", "said")),
        (WITH, ("Moen",), ("Moen", "nsubj", "said")),
        (HEADLINE, ("Vestby",), ("unions", "nsubj", "agree")),
        (GUEST, ("Moen", "Brask"), ("Moen", "appos", "minister")),
        (GUEST, ("Moen", "Brask"), ("Brask", "appos", "envoy")),
        (GUEST, ("Moen", "Brask"), ("envoy", "nsubj", "came")),
    ],
)
def test_of_two_subjects_one_is_what_the_other_is(tree: str, names: tuple[str, ...], arc: tuple[str, str, str]) -> None:
    assert arc in arcs(tree, *names)


def test_what_is_close_to_somebody_does_nothing() -> None:
    tree = """
    minister NN minister 5 nsubj
    close JJ close 5 nsubj
    to IN to 4 case
    him PRP he 2 nmod
    said VBD say 0 ROOT
    """
    assert ("close", "amod", "minister") in arcs(tree)


@pytest.mark.parametrize(
    ("words", "arc"),
    [
        ("president elect", ("elect", "amod", "president")),
        ("vice minister", ("vice", "compound", "minister")),
    ],
)
def test_two_words_with_a_hyphen_are_one_post(words: str, arc: tuple[str, str, str]) -> None:
    first, second = words.split()
    tree = f"""
    {first} NN {first} 4 nsubj
    - HYPH - 4 punct
    {second} NN {second} 4 nsubj
    said VBD say 0 ROOT
    """
    assert arc in arcs(tree)
