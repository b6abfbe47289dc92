"""Meetings as single words tell of them: who on which side, where, when, whether."""

from __future__ import annotations

import pytest

from kg.annotate import Annotator
from kg.extract import extract
from kg.findings import Findings
from kg.model import Article
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


def test_two_states_in_a_word_before_a_meeting_take_part_in_it() -> None:
    tree = """
    Omani_ JJ omani 4 amod
    -_ HYPH - 1 punct
    Kenyan JJ kenyan 4 amod
    talks NNS talk 6 nsubj:pass
    were VBD be 6 aux:pass
    held VBN hold 0 ROOT
    in IN in 8 case
    Muscat NNP muscat 6 obl
    """
    names = {"Omani-Kenyan": "MISC", "Muscat": "LOC"}
    assert taking_part(tree, **names) == [("Omani", "party"), ("Kenyan", "party")]


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


@pytest.mark.parametrize("agency", ["/ZANIS/", "/ZANIS/."])
def test_the_place_before_an_agency_in_strokes_receives_nobody(agency: str) -> None:
    tree = f"""
    Lusaka NNP lusaka 4 nsubj
    {agency} NNP zanis 1 flat
    Moen NNP moen 4 nsubj
    received VBD receive 0 ROOT
    Dahl NNP dahl 4 obj
    on IN on 7 case
    Monday NNP monday 4 obl
    """
    names = {"Lusaka": "LOC", "Moen": "PER", "Dahl": "PER", "Monday": "DATE"}
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


def visits(tree: str, **names: str) -> list[tuple[list[str], str | None, str | None]]:
    """Who is where and when, of each meeting in text order."""
    found, text = told(tree, **names)
    return [
        (
            [text[slice(*who.mention.span)] for who in one.participants],
            text[slice(*one.place.span)] if one.place is not None else None,
            one.time.value if one.time is not None else None,
        )
        for one in found.meetings
    ]


def test_a_journey_to_two_capitals_is_two_visits_each_with_its_day() -> None:
    tree = """
    Moen NNP moen 2 nsubj
    visits VBZ visit 0 ROOT
    Sarajevo NNP sarajevo 2 obj
    today NN today 2 obl:unmarked
    and CC and 6 cc
    Belgrade NNP belgrade 3 conj
    tomorrow NN tomorrow 2 obl:unmarked
    """
    names = {"Moen": "PER", "Sarajevo": "LOC", "Belgrade": "LOC", "today": "DATE", "tomorrow": "DATE"}
    assert visits(tree, **names) == [
        (["Moen", "Sarajevo"], "Sarajevo", "2024-05-09"),
        (["Moen", "Belgrade"], "Belgrade", "2024-05-10"),
    ]


def test_what_is_told_in_the_present_of_a_weekday_lies_ahead() -> None:
    tree = """
    Moen NNP moen 2 nsubj
    flies VBZ fly 0 ROOT
    to IN to 4 case
    Skopje NNP skopje 2 obl
    on IN on 6 case
    Monday NNP monday 2 obl
    """
    (meeting,) = told(tree, Moen="PER", Skopje="LOC", Monday="DATE")[0].meetings
    assert (meeting.time and meeting.time.value, meeting.status) == ("2024-05-13", "planned")


def test_who_is_due_somewhere_is_expected_there() -> None:
    tree = """
    Moen NNP moen 3 nsubj
    was VBD be 3 cop
    due JJ due 0 ROOT
    in IN in 5 case
    Oslo NNP oslo 3 obl
    on IN on 7 case
    Friday NNP friday 3 obl
    """
    (meeting,) = told(tree, Moen="PER", Oslo="LOC", Friday="DATE")[0].meetings
    assert (meeting.format, meeting.status, meeting.place is not None) == ("visit", "planned", True)


def test_an_ambassador_who_is_summoned_meets_who_did_it() -> None:
    tree = """
    Norway NNP norway 2 nsubj
    summoned VBD summon 0 ROOT
    the DT the 5 det
    Chadian JJ chadian 5 amod
    ambassador NN ambassador 2 obj
    """
    names = {"Norway": "LOC", "Chadian": "MISC"}
    assert taking_part(tree, **names) == [("Norway", "host"), ("the Chadian ambassador", "party")]


def test_help_that_is_summoned_is_met_by_nobody() -> None:
    tree = """
    Norway NNP norway 2 nsubj
    summoned VBD summon 0 ROOT
    help NN help 2 obj
    from IN from 5 case
    Chad NNP chad 2 obl
    """
    assert not told(tree, Norway="LOC", Chad="LOC")[0].meetings


def test_a_call_of_last_night_is_a_call_and_a_name_called_is_none() -> None:
    tree = """
    Moen NNP moen 2 nsubj
    called VBD call 0 ROOT
    Dahl NNP dahl 2 obj
    last JJ last 5 amod
    night NN night 2 obl:unmarked
    """
    names = {"Moen": "PER", "Dahl": "PER"}
    assert taking_part(tree, **names, **{"last night": "DATE"}) == [("Moen", "party"), ("Dahl", "party")]
    named = tree.replace("last JJ last 5 amod\n    night NN night 2 obl:unmarked", "brave JJ brave 2 xcomp")
    assert not told(named, **names)[0].meetings


def test_the_name_before_a_verb_receives_though_the_tree_has_it_elsewhere() -> None:
    tree = """
    Moen NNP moen 3 appos
    received VBD receive 0 ROOT
    Dahl NNP dahl 2 obj
    on IN on 5 case
    Monday NNP monday 2 obl
    """
    names = {"Moen": "PER", "Dahl": "PER", "Monday": "DATE"}
    assert taking_part(tree, **names) == [("Moen", "host"), ("Dahl", "visitor")]


def test_who_sees_each_other_meets() -> None:
    tree = """
    Moen NNP moen 5 nsubj
    and CC and 3 cc
    Dahl NNP dahl 1 conj
    will MD will 5 aux
    see VB see 0 ROOT
    each DT each 5 obj
    other JJ other 6 nmod
    in IN in 9 case
    Oslo NNP oslo 5 obl
    """
    assert taking_part(tree, Moen="PER", Dahl="PER", Oslo="LOC") == [("Moen", "party"), ("Dahl", "party")]


def test_where_talks_were_hosted_is_the_place_that_where_takes_up() -> None:
    tree = """
    Moen NNP moen 2 nsubj
    left VBD leave 0 ROOT
    Muscat NNP muscat 2 obj
    where WRB where 7 advmod
    Oman NNP oman 7 nsubj
    had VBD have 7 aux
    hosted VBN host 3 acl:relcl
    talks NNS talk 7 obj
    """
    assert visits(tree, Moen="PER", Muscat="LOC", Oman="LOC") == [(["Oman"], "Muscat", None)]


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


# Constructions that agencies write, read with the network: who takes part, where, whether.
TOLD: dict[str, tuple[list[str], str | None, str]] = {
    "Moen sat down with her Danish counterpart in Oslo on Tuesday.": (
        ["Moen", "her Danish counterpart"],
        "Oslo",
        "held",
    ),
    "Moen called his Albanian counterpart on Monday.": (["Moen", "his Albanian counterpart"], None, "held"),
    "The Indian and Pakistani foreign secretaries came face to face in Islamabad.": (
        ["Indian", "Pakistani"],
        "Islamabad",
        "held",
    ),
    "President Moen will play host to Prime Minister Kenji Dahl next week.": (["Moen", "Kenji Dahl"], None, "planned"),
    "Greek and Turkish officials exchanged views in Geneva on Tuesday.": (["Greek", "Turkish"], "Geneva", "held"),
    "President Moen hosted a working dinner for the leaders of Bulgaria and Romania in Istanbul.": (
        ["Moen", "Bulgaria", "Romania"],
        "Istanbul",
        "held",
    ),
    "The German chancellor is expected in Paris on Wednesday.": (["The German chancellor"], "Paris", "planned"),
    "The mediator, Karim Dahl, was in Moscow on Thursday for consultations with Russian diplomats.": (
        ["The mediator", "Russian"],
        "Moscow",
        "held",
    ),
    "Norway opened it after talks in Oslo on Monday with Kasper Dahl and officials of the council.": (
        ["Norway", "Kasper Dahl", "the council"],
        "Oslo",
        "held",
    ),
    "President Moen and General Kasper Dahl shook hands in Havana on Friday after signing a ceasefire.": (
        ["Moen", "Kasper Dahl"],
        "Havana",
        "held",
    ),
    "Tuva Moen held talks with her Omani counterpart on the reopening of the border post at Moyale.": (
        ["Tuva Moen", "her Omani counterpart"],
        None,
        "held",
    ),
    "A four-way meeting involving Qatar, Egypt, Israel and Jordan took place in Paris.": (
        ["Qatar", "Egypt", "Israel", "Jordan"],
        "Paris",
        "held",
    ),
    "Talks on the dam among Egypt, Ethiopia and Sudan will reconvene in Kinshasa on Saturday.": (
        ["Egypt", "Ethiopia", "Sudan"],
        "Kinshasa",
        "planned",
    ),
    "Mexico's president is due to meet his Guatemalan counterpart on Friday.": (
        ["Mexico's president", "his Guatemalan counterpart"],
        None,
        "planned",
    ),
    "General Moen briefed the Security Council on Monday.": (["Moen", "Security Council"], None, "held"),
    "General Moen told the board of the museum on Wednesday that the vans were late.": (
        ["Moen", "the board of the museum"],
        None,
        "held",
    ),
    "A meeting of the two countries' joint commission, planned for next week in Oslo, has been postponed.": (
        ["the two countries"],
        "Oslo",
        "called_off",
    ),
    "UN envoy Kenji Dahl met the head of Sudan's army-led council, General Karim Moen, in Port Sudan on Sunday.": (
        ["Kenji Dahl", "Karim Moen"],
        "Port Sudan",
        "held",
    ),
    "Argentina and Paraguay signed a letter of intent on beef with the United States last month.": (
        ["Argentina", "Paraguay", "United States"],
        None,
        "held",
    ),
}


@pytest.mark.parametrize("text", TOLD)
def test_a_construction_tells_of_a_meeting(text: str, annotator: Annotator) -> None:
    article = Article(id="a", text=text, published="2024-05-09")
    (meeting,) = extract(annotator.annotate(article), article).meetings
    people = [text[one.mention.start : one.mention.end] for one in meeting.participants]
    place = text[slice(*meeting.place.span)] if meeting.place else None
    assert (people, place, meeting.status) == TOLD[text]


def test_who_calls_somebody_something_meets_nobody(annotator: Annotator) -> None:
    article = Article(id="a", text="Moen called his Albanian counterpart a liar.", published="2024-05-09")
    assert not extract(annotator.annotate(article), article).meetings


def test_before_a_board_on_no_day_in_particular_nobody_meets(annotator: Annotator) -> None:
    article = Article(id="a", text="Moen told the board that the vans were late.", published="2024-05-09")
    assert not extract(annotator.annotate(article), article).meetings


def test_what_is_planned_for_a_commission_is_its_meeting(annotator: Annotator) -> None:
    text = "A meeting of the two countries' joint commission, planned for next week in Oslo, has been postponed."
    article = Article(id="a", text=text, published="2024-05-09")
    (meeting,) = extract(annotator.annotate(article), article).meetings
    assert meeting.time is not None
    assert meeting.time.value == "2024-W20"


def test_a_visit_that_the_tree_has_as_a_noun_is_one() -> None:
    tree = """
    Moen NNP moen 4 nsubj
    is VBZ be 4 aux
    to TO to 4 mark
    visit NN visit 0 ROOT
    Quito NNP quito 4 obl
    """
    found, text = told(tree, Moen="PER", Quito="LOC")
    (meeting,) = found.meetings
    assert meeting.place is not None
    assert text[slice(*meeting.place.span)] == "Quito"


def test_a_further_stop_that_the_tree_hangs_on_the_journey_is_another_visit() -> None:
    tree = """
    Moen NNP moen 3 nsubj
    will MD will 3 aux
    travel VB travel 0 ROOT
    to IN to 5 case
    Oslo NNP oslo 3 obl
    on IN on 7 case
    Saturday NNP saturday 3 obl
    and CC and 10 cc
    to IN to 10 case
    Bern NNP bern 3 conj
    on IN on 12 case
    Sunday NNP sunday 3 obl
    """
    found, text = told(tree, Moen="PER", Oslo="LOC", Bern="LOC", Saturday="DATE", Sunday="DATE")
    stops = {(text[slice(*one.place.span)], one.time.value) for one in found.meetings if one.place and one.time}
    assert stops == {("Oslo", "2024-05-11"), ("Bern", "2024-05-12")}


def test_the_name_behind_the_verb_is_met_though_the_tree_has_it_elsewhere() -> None:
    tree = """
    Health NN health 2 compound
    Minister NN minister 3 compound
    Moen NNP moen 11 nsubj
    who WP who 5 nsubj
    met VBD meet 3 acl:relcl
    Dahl NNP dahl 2 appos
    in IN in 8 case
    Oslo NNP oslo 5 obl
    last JJ last 10 amod
    week NN week 6 nmod
    left VBD leave 0 ROOT
    """
    assert taking_part(tree, Moen="PER", Dahl="PER", Oslo="LOC") == [("Moen", "party"), ("Dahl", "party")]


def test_a_preposition_on_another_part_of_a_name_is_its_own() -> None:
    tree = """
    Moen NNP moen 2 nsubj
    met VBD meet 0 ROOT
    Dahl NNP dahl 2 obj
    in IN in 6 case
    La NNP la 2 obl
    Paz NNP paz 5 flat
    """
    found, text = told(tree, Moen="PER", Dahl="PER", **{"La Paz": "LOC"})
    (meeting,) = found.meetings
    assert meeting.place is not None
    assert text[slice(*meeting.place.span)] == "La Paz"


def test_for_when_it_was_planned_is_told_though_the_tree_tells_it_of_those_who_meet() -> None:
    tree = """
    A DT a 2 det
    meeting NN meeting 14 nsubj
    of IN of 6 case
    Ghana NNP ghana 6 compound
    and CC and 4 cc
    ministers NNS minister 2 nmod
    which WDT which 9 nsubj
    was VBD be 9 aux
    set VBN set 6 acl:relcl
    for IN for 11 case
    Monday NNP monday 9 obl
    has VBZ have 14 aux
    been VBN be 14 punct
    cancelled VBN cancel 0 ROOT
    """
    found, _ = told(tree, Ghana="LOC", Monday="DATE")
    (meeting,) = found.meetings
    assert meeting.status == "called_off"
    assert meeting.time is not None
