"""Meetings as single words tell of them: who on which side, where, when, whether."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.model import Article, Findings
from tests.extract.docs import doc_of


def told(tree: str, **names: str) -> tuple[Findings, str]:
    doc = doc_of(tree, names=names)
    return extract(doc, Article(id="a", text=doc.text, published="2024-05-09")), doc.text


def taking_part(tree: str, **names: str) -> list[tuple[str, str]]:
    """Who takes part in the only meeting, with their roles."""
    found, text = told(tree, **names)
    (meeting,) = found.meetings
    return [(text[slice(*one.mention.span)], one.role) for one in meeting.participants]


def test_officials_stand_for_the_states_that_sent_them() -> None:
    tree = """
    Omani JJ omani 4 amod
    and CC and 3 cc
    Chadian JJ chadian 1 conj
    officials NNS official 5 nsubj
    met VBD meet 0 ROOT
    in IN in 7 case
    Muscat NNP muscat 5 obl
    """
    names = {"Omani": "MISC", "Chadian": "MISC", "Muscat": "LOC"}
    assert taking_part(tree, **names) == [("Omani", "party"), ("Chadian", "party")]


def test_a_subject_counts_by_its_place_where_its_label_is_wrong() -> None:
    tree = """
    Moen NNP moen 2 obj
    received VBD receive 0 ROOT
    Dahl NNP dahl 2 obj
    on IN on 5 case
    Monday NNP monday 2 obl
    """
    names = {"Moen": "PER", "Dahl": "PER", "Monday": "DATE"}
    assert taking_part(tree, **names) == [("Moen", "host"), ("Dahl", "visitor")]


def test_who_speaks_after_talks_with_somebody_was_there() -> None:
    tree = """
    After IN after 2 case
    talks NNS talk 6 obl
    with IN with 4 case
    Dahl NNP dahl 2 nmod
    Moen NNP moen 6 nsubj
    left VBD leave 0 ROOT
    """
    assert taking_part(tree, Dahl="PER", Moen="PER") == [("Dahl", "party"), ("Moen", "party")]


def test_two_states_before_the_noun_take_part() -> None:
    tree = """
    Chad_ NNP chad 3 compound
    -_ HYPH - 3 punct
    Oman NNP oman 4 compound
    talks NNS talk 5 nsubj
    failed VBD fail 0 ROOT
    """
    found, text = told(tree, Chad="LOC", Oman="LOC")
    (meeting,) = found.meetings
    assert [text[slice(*one.mention.span)] for one in meeting.participants] == ["Chad", "Oman"]
    assert (meeting.place, meeting.status) == (None, "held")


def test_a_journey_to_meet_somebody_is_one_meeting_at_its_end() -> None:
    found, text = told(
        """
        Moen NNP moen 3 nsubj
        will MD will 3 aux
        fly VB fly 0 ROOT
        to IN to 5 case
        Oslo NNP oslo 3 obl
        to TO to 7 mark
        meet VB meet 3 advcl
        Dahl NNP dahl 7 obj
        """,
        Moen="PER",
        Oslo="LOC",
        Dahl="PER",
    )
    (meeting,) = found.meetings
    assert meeting.place is not None
    assert (text[slice(*meeting.place.span)], meeting.status, found.tellings[0].word) == ("Oslo", "planned", "meet")


def test_a_visit_that_is_called_off_has_a_visitor() -> None:
    found, _ = told(
        """
        Moen NNP moen 2 nsubj
        cancelled VBD cancel 0 ROOT
        a DT a 4 det
        visit NN visit 2 obj
        to IN to 6 case
        Oslo NNP oslo 4 nmod
        """,
        Moen="PER",
        Oslo="LOC",
    )
    (meeting,) = found.meetings
    assert (meeting.status, meeting.format) == ("called_off", "visit")
    assert [one.role for one in meeting.participants] == ["visitor", "host"]  # Oslo is nobody, resolution will say


@pytest.mark.parametrize(
    "tree",
    [
        "Moen NNP moen 3 nsubj\nnot RB not 3 advmod\nmet VBD meet 0 ROOT\nDahl NNP dahl 3 obj",
        "Moen NNP moen 2 nsubj\nrefused VBD refuse 0 ROOT\nto TO to 4 mark\nmeet VB meet 2 xcomp\nDahl NNP dahl 4 obj",
        "Moen NNP moen 2 nsubj\nmet VBD meet 0 ROOT\nall DT all 4 det\ndemands NNS demand 2 obj",
        "Moen NNP moen 2 nsubj\nheld VBD hold 0 ROOT\nnews NN news 4 compound\nconference NN conference 2 obj",
        "Moen NNP moen 2 nsubj\ncalled VBD call 0 ROOT\nDahl NNP dahl 2 obj\na DT a 5 det\nliar NN liar 2 xcomp",
    ],
)
def test_what_is_negated_or_refused_or_something_else_is_no_meeting(tree: str) -> None:
    found, _ = told(tree, **{name: "PER" for name in ("Moen", "Dahl") if name in tree})
    assert found.meetings == ()
