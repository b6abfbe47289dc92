"""Meetings as nouns tell of them: who held them with whom, who only speaks of them, and whether they are held."""

from __future__ import annotations

import pytest

from tests.extract.test_meetings import taking_part, told


def test_a_clause_tells_who_held_talks_with_whom() -> None:
    tree = """
    Dahl NNP dahl 2 nsubj
    described VBD describe 0 ROOT
    a DT a 4 det
    call NN call 2 obj
    Moen NNP moen 6 nsubj
    had VBD have 4 acl:relcl
    with IN with 8 case
    Roth NNP roth 6 obl
    """
    assert taking_part(tree, Dahl="PER", Moen="PER", Roth="PER") == [("Moen", "party"), ("Roth", "party")]


@pytest.mark.parametrize(
    "tree",
    [
        """
        Talks NNS talk 3 nsubj:pass
        were VBD be 3 aux:pass
        held VBN hold 0 ROOT
        between IN between 5 case
        Oman NNP oman 3 obl
        and CC and 7 cc
        Chad NNP chad 5 conj
        """,
        """
        Talks NNS talk 3 nsubj
        are VBP be 3 aux:pass
        expected VBN expect 0 ROOT
        to TO to 6 mark
        be VB be 6 aux:pass
        held VBN hold 3 xcomp
        between IN between 8 case
        Oman NNP oman 6 obl
        and CC and 10 cc
        Chad NNP chad 8 conj
        """,
        """
        Talks NNS talk 8 nsubj
        held VBN hold 1 acl
        on IN on 4 case
        Sunday NNP sunday 2 obl
        between IN between 6 case
        Oman NNP oman 2 obl
        and CC and 9 cc
        failed VBD fail 0 ROOT
        Chad NNP chad 6 conj
        """,
    ],
)
def test_those_between_whom_a_meeting_is_held_take_part(tree: str) -> None:
    assert taking_part(tree, Oman="LOC", Chad="LOC") == [("Oman", "party"), ("Chad", "party")]


def test_who_presides_over_talks_stands_between_those_who_talk() -> None:
    tree = """
    Dahl NNP dahl 2 nsubj
    presided VBD preside 0 ROOT
    over IN over 4 case
    talks NNS talk 2 obl
    between IN between 6 case
    Oman NNP oman 4 nmod
    and CC and 8 cc
    Chad NNP chad 6 conj
    """
    found, _ = told(tree, Dahl="PER", Oman="LOC", Chad="LOC")
    (meeting,) = found.meetings
    assert [one.role for one in meeting.participants] == ["mediator", "party", "party"]
    assert meeting.topic is None


@pytest.mark.parametrize(
    ("verb", "case", "there"), [("referred", "to", []), ("returned", "from", [("Dahl", "visitor")])]
)
def test_who_only_speaks_of_the_meeting_of_a_body_is_not_there(
    verb: str, case: str, there: list[tuple[str, str]]
) -> None:
    tree = f"""
    Dahl NNP dahl 2 nsubj
    {verb} VBD {verb.removesuffix("ed").replace("referr", "refer")} 0 ROOT
    {case} IN {case} 5 case
    the DT the 5 det
    session NN session 2 obl
    of IN of 8 case
    the DT the 8 det
    Senate NNP senate 5 nmod
    """
    assert taking_part(tree, Dahl="PER", Senate="ORG") == [*there, ("Senate", "party")]


def test_those_named_behind_their_states_take_part_instead_of_these() -> None:
    tree = """
    Dahl NNP dahl 2 nsubj
    met VBD meet 0 ROOT
    his PRP$ his 4 nmod:poss
    counterparts NNS counterpart 2 obj
    from IN from 6 case
    Oman NNP oman 4 nmod
    , , , 8 punct
    Moen NNP moen 6 conj
    , , , 12 punct
    and CC and 12 cc
    from IN from 12 case
    Chad NNP chad 2 conj
    , , , 14 punct
    Roth NNP roth 6 conj
    """
    names = {"Dahl": "PER", "Oman": "LOC", "Moen": "PER", "Chad": "LOC", "Roth": "PER"}
    assert taking_part(tree, **names) == [("Dahl", "party"), ("Moen", "party"), ("Roth", "party")]


def test_of_states_with_which_no_name_goes_the_states_take_part() -> None:
    tree = """
    Dahl NNP dahl 2 nsubj
    met VBD meet 0 ROOT
    ministers NNS minister 2 obj
    from IN from 5 case
    Oman NNP oman 3 nmod
    and CC and 7 cc
    Chad NNP chad 5 conj
    , , , 10 punct
    Roth NNP roth 10 nsubj
    said VBD say 2 parataxis
    """
    names = {"Dahl": "PER", "Oman": "LOC", "Chad": "LOC", "Roth": "PER"}
    assert taking_part(tree, **names) == [("Dahl", "party"), ("Oman", "party"), ("Chad", "party")]


def test_the_meeting_on_whose_sidelines_others_met_is_another_wherever_the_tree_hangs_it() -> None:
    tree = """
    Dahl NNP dahl 2 nsubj
    recalled VBD recall 0 ROOT
    a DT a 4 det
    meeting NN meeting 2 obj
    with IN with 6 case
    Moen NNP moen 4 nmod
    on IN on 9 case
    the DT the 9 det
    sidelines NNS sideline 2 obl
    of IN of 13 case
    the DT the 13 det
    Unity NNP unity 13 compound
    forum NN forum 9 nmod
    """
    found, _ = told(tree, Dahl="PER", Moen="PER", Unity="ORG")
    assert [telling.aside for telling in found.tellings] == [True, False]


def test_what_talks_are_aimed_at_does_not_make_them_planned() -> None:
    tree = """
    Oman NNP oman 4 nsubj
    and CC and 3 cc
    Chad NNP chad 1 conj
    held VBD hold 0 ROOT
    talks NNS talk 4 obj
    intended VBN intend 5 acl
    to TO to 8 mark
    end VB end 6 xcomp
    the DT the 10 det
    strike NN strike 8 obj
    """
    found, _ = told(tree, Oman="LOC", Chad="LOC")
    assert [meeting.status for meeting in found.meetings] == ["held"]


def test_whoever_is_open_to_talks_has_arranged_none() -> None:
    tree = """
    Oman NNP oman 2 nsubj
    promised VBD promise 0 ROOT
    to TO to 4 mark
    keep VB keep 2 xcomp
    the DT the 6 det
    door NN door 4 obj
    open JJ open 4 xcomp
    for IN for 9 case
    talks NNS talk 4 obl
    with IN with 11 case
    Chad NNP chad 9 nmod
    """
    found, _ = told(tree, Oman="LOC", Chad="LOC")
    assert [meeting.status for meeting in found.meetings] == ["unknown"]


@pytest.mark.parametrize(
    ("verb", "case", "day", "time", "status"),
    [
        ("announced", "", "next", "2024-W20", "planned"),
        ("spoke", "of", "last", "2024-W18", "held"),
        ("praised", "", "last", None, "held"),
    ],
)
def test_the_day_right_behind_who_meets_is_that_of_the_meeting(
    verb: str, case: str, day: str, time: str | None, status: str
) -> None:
    mark = f"{case} IN {case} 4 case" if case else "warmly RB warmly 2 advmod"
    tree = f"""
    Dahl NNP dahl 2 nsubj
    {verb} VBD {verb.removesuffix("d")} 0 ROOT
    {mark}
    talks NNS talk 2 {"obl" if case else "obj"}
    between IN between 6 case
    Oman NNP oman 4 nmod
    and CC and 8 cc
    Chad NNP chad 6 conj
    {day} JJ {day} 10 amod
    week NN week 2 obl:unmarked
    """
    found, _ = told(tree, Dahl="PER", Oman="LOC", Chad="LOC", **{f"{day} week": "DATE"})
    assert [meeting.time and meeting.time.value for meeting in found.meetings] == [time]
    assert [meeting.status for meeting in found.meetings] == [status]
