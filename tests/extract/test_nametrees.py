"""Names, their principals and their parties are hung up, from trees made by hand."""

from __future__ import annotations

import pytest

from tests.extract.docs import arcs

# Three subjects of one verb, and the last name hangs on the first.
PRINCIPAL = """
Vestby NNP vestby 5 nsubj
spokeswoman NN spokeswoman 5 nsubj
Marit NNP marit 5 nsubj
Moen NNP moen 1 flat
spoke VBD speak 0 ROOT
"""
# The first name is the head of all.
UPON = """
Vestby NNP vestby 6 nsubj
campaign NN campaign 3 compound
manager NN manager 1 flat
Marit NNP marit 3 appos
Moen NNP moen 4 flat
spoke VBD speak 0 ROOT
"""
# What stands between is no title.
LISTED = """
Vestby NNP vestby 4 nsubj
rivers NNS river 4 nsubj
Moen NNP moen 4 nsubj
rose VBD rise 0 ROOT
"""
BRACKETS = """
Tor NNP tor 8 nsubj
Brask NNP brask 1 flat
( , ( 1 punct
R_ NN r 8 nsubj
-_ , - 6 punct
Ohio NN ohio 1 flat
) -RRB- ) 1 punct
spoke VBD speak 0 ROOT
"""
COMMAS = """
Brask NNP brask 8 nsubj
, , , 4 punct
D_ NN d 8 nsubj
-_ , - 5 punct
N.Y. NN n.y. 1 flat
, , , 1 punct
then RB then 8 advmod
spoke VBD speak 0 ROOT
"""
# A letter that no comma closes is no party.
INITIAL = """
Brask NNP brask 4 nsubj
, , , 4 punct
I PRP I 4 nsubj
say VBP say 0 ROOT
"""


@pytest.mark.parametrize(
    ("tree", "title", "owned"), [(PRINCIPAL, "spokeswoman", "spokeswoman"), (UPON, "manager", "campaign")]
)
def test_of_two_names_with_a_title_between_the_second_is_whom_the_verb_tells_of(
    tree: str, title: str, owned: str
) -> None:
    found = arcs(tree, "Vestby", "Marit Moen")
    assert {word for word, label, _ in found if label == "nsubj"} == {"Marit"}
    assert {("Vestby", "compound", owned), (title, "nmod:desc", "Marit"), ("Moen", "flat", "Marit")} <= found


def test_names_without_a_title_between_stay_as_they_are() -> None:
    assert {word for word, label, _ in arcs(LISTED, "Vestby", "Moen") if label == "nsubj"} == {
        "Vestby",
        "rivers",
        "Moen",
    }


@pytest.mark.parametrize(("tree", "name", "party"), [(BRACKETS, "Tor Brask", "R"), (COMMAS, "Brask", "D")])
def test_a_lawmakers_party_and_state_do_not_speak(tree: str, name: str, party: str) -> None:
    found = arcs(tree, name)
    first = name.split()[0]
    assert {word for word, label, _ in found if label == "nsubj"} == {first}
    assert (party, "appos", first) in found


def test_a_letter_that_nothing_closes_is_no_party() -> None:
    assert ("I", "nsubj", "say") in arcs(INITIAL, "Brask")
