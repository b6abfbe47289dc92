"""Names, their principals and their parties are hung up, from trees made by hand."""

from __future__ import annotations

import pytest

from kg.extract.mentions.nametrees import mend
from tests.extract.docs import doc_of

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
river NN river 4 nsubj
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


def arcs(tree: str, *names: str) -> set[tuple[str, str, str]]:
    doc = doc_of(tree, names=dict.fromkeys(names, "PER"))
    mend(doc)
    return {(token.text, token.dep_, token.head.text) for token in doc}


@pytest.mark.parametrize(("tree", "title"), [(PRINCIPAL, "spokeswoman"), (UPON, "manager")])
def test_of_two_names_with_a_title_between_the_second_is_whom_the_verb_tells_of(tree: str, title: str) -> None:
    found = arcs(tree, "Vestby", "Marit Moen")
    assert {word for word, label, _ in found if label == "nsubj"} == {"Marit"}
    assert {("Vestby", "compound", title), (title, "nmod:desc", "Marit"), ("Moen", "flat", "Marit")} <= found


def test_names_without_a_title_between_stay_as_they_are() -> None:
    assert {word for word, label, _ in arcs(LISTED, "Vestby", "Moen") if label == "nsubj"} == {
        "Vestby",
        "river",
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


def test_what_stands_before_an_age_that_it_governs_is_no_part_of_it() -> None:
    # The verb hung on the age, and the age on the verb: a tree that went round in a circle, and no end of reading it.
    tree = """
    saw VBD see 0 ROOT
    officers NNS officer 3 nsubj
    shooting VBG shoot 1 ccomp
    17_ CD 17 8 nummod
    -_ HYPH - 8 punct
    year_ NN year 8 nmod
    -_ HYPH - 8 punct
    old JJ old 9 amod
    Brask NNP brask 3 obj
    """
    found = arcs(tree, "Brask")
    assert ("shooting", "ccomp", "saw") in found
    assert ("old", "amod", "Brask") in found
    assert ("year", "compound", "old") in found


def test_a_rank_above_its_name_by_another_word_is_left_where_it_is() -> None:
    tree = """
    saw VBD see 0 ROOT
    Lt_ NNP lt 1 obj
    . . . 2 punct
    Brask NNP brask 5 nsubj
    leave VBP leave 2 acl
    """
    assert {("leave", "acl", "Lt"), ("Brask", "nsubj", "leave")} <= arcs(tree, "Brask")
