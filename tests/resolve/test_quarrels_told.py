"""Whom "both sides" and "the parties" are, and who does what is held against whom, read by the whole line.

All people are invented.
"""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Statement

_QUARREL = "Norway accused Denmark of fraud on Monday. Denmark rejected the charge. "


def read(line: Line, text: str) -> list[Statement]:
    return list(line.extraction(Article(id="a", text=text, published="2024-05-09", language="en")).statements)


def targets(one: Statement) -> set[str | None]:
    return {item.mention.actor for item in one.about if item.role == "target"}


def topics(one: Statement) -> set[str | None]:
    return {item.mention.actor for item in one.about if item.role == "topic"}


@pytest.mark.parametrize("words", ["both sides", "all sides", "the parties", "both governments", "the warring parties"])
def test_those_who_accuse_each_other_are_both_sides_and_not_those_who_were_named_last(line: Line, words: str) -> None:
    text = f"{_QUARREL}Latvia and Lithuania were silent. Germany urged {words} to show restraint."
    assert targets(read(line, text)[-1]) == {"country/NOR", "country/DNK"}


def test_who_quarrels_is_told_by_ministers_too_whose_state_stands_before_them(line: Line) -> None:
    text = (
        "Norway closed the road on Monday. Denmark had lied, Interior Minister Jon Dahlby said. "
        "Denmark rejected the accusation. Latvia and Lithuania were silent. Germany urged both sides to talk."
    )
    assert targets(read(line, text)[-1]) == {"country/NOR", "country/DNK"}


def test_the_parties_of_a_lead_are_told_further_down(line: Line) -> None:
    text = "The United Nations Security Council called on the parties to respect the truce.\n\n" + _QUARREL
    assert targets(read(line, text)[0]) == {"country/NOR", "country/DNK"}


def test_of_two_quarrels_those_who_were_named_last_are_both_sides(line: Line) -> None:
    text = (
        f"{_QUARREL}Poland accused Belarus of fraud. Belarus rejected the charge. "
        "Latvia and Lithuania were silent. Germany urged both sides to show restraint."
    )
    assert targets(read(line, text)[-1]) == {"country/LVA", "country/LTU"}


def test_who_speaks_to_both_sides_of_his_own_quarrel_is_none_of_them(line: Line) -> None:
    text = f"{_QUARREL}Latvia and Lithuania quarrel, too. Norway urged both sides to show restraint."
    assert targets(read(line, text)[-1]) == {"country/LVA", "country/LTU"}


@pytest.mark.parametrize(
    "wish",
    ["called for calm", "urged maximum restraint", "called for an immediate end to the fighting", "urged dialogue"],
)
def test_peace_is_wished_of_those_who_quarrel(line: Line, wish: str) -> None:
    text = f"{_QUARREL}Latvia and Lithuania were silent. Germany, which buys gas from both, {wish}."
    assert targets(read(line, text)[-1]) == {"country/NOR", "country/DNK"}


@pytest.mark.parametrize("end", ["Germany called for an inquiry.", "Norway called for calm."])
def test_of_those_who_quarrel_nothing_else_is_wished_and_of_nobody_by_one_of_them(line: Line, end: str) -> None:
    assert targets(read(line, _QUARREL + end)[-1]) == set()


def test_the_governments_are_the_only_two_states_that_were_named(line: Line) -> None:
    text = "Norway and Denmark built a bridge. Mara Ellingsen urged the governments to share the toll."
    assert targets(read(line, text)[-1]) == {"country/NOR", "country/DNK"}


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Danish soldiers", "country/DNK"),
        ("Danish officials", "country/DNK"),
        ("Hezbollah gunmen", "organization/hezbollah"),
        ("Greenpeace's own clerks", "organization/greenpeace"),
    ],
)
def test_who_accuses_people_of_a_state_or_a_body_accuses_whom_they_serve(line: Line, words: str, wanted: str) -> None:
    assert targets(read(line, f"Norway accused {words} of moving the fence.")[0]) == {wanted}


def test_the_coast_guard_of_a_state_is_accused_by_itself(line: Line) -> None:
    (one,) = read(line, "Norway accused Denmark's coast guard of moving the fence.")
    assert targets(one) == {"organization/denmark-coast-guard"}


def test_the_clerks_of_a_state_are_not_the_state(line: Line) -> None:
    (one,) = read(line, "Norway accused Danish fishermen of moving the fence.")
    assert "country/DNK" not in targets(one)


def test_who_calls_something_so_is_no_topic_of_what_he_says(line: Line) -> None:
    (one, *_) = read(line, "Norway condemned what it called a breach of the truce by Denmark.")
    assert "country/NOR" not in topics(one) | targets(one)
    asked = read(line, "Denmark went to court. Mara Ellingsen asked what it wanted.")[-1]
    assert topics(asked) == set() or "country/DNK" in topics(asked)


def test_who_calls_the_criticism_unfair_means_the_critic(line: Line) -> None:
    text = "Mara Ellingsen criticised Denmark for its tolls. Denmark said the criticism was unfair."
    assert targets(read(line, text)[-1]) == {"person/mara-ellingsen"}


def test_each_of_two_holds_the_other_to_blame_however_it_is_said(line: Line) -> None:
    text = "Norway and Denmark closed the border, but each government continued to blame the other for it."
    assert sorted((one.speaker.entity, *sorted(filter(None, targets(one)))) for one in read(line, text)) == [
        ("country/DNK", "country/NOR"),
        ("country/NOR", "country/DNK"),
    ]


def test_the_charge_is_that_of_the_accuser_whoever_spoke_last(line: Line) -> None:
    text = (
        "Norway accused Denmark of fraud on Monday. “They must stop this,” Mara Ellingsen, a farmer, told "
        "reporters. Denmark dismissed the {}."
    )
    assert targets(read(line, text.format("charge"))[-1]) == {"country/NOR"}
    assert targets(read(line, text.format("criticism"))[-1]) == {"person/mara-ellingsen"}


def test_who_says_he_regrets_the_remarks_means_whoever_made_them(line: Line) -> None:
    text = "“The Danes are late,” Mara Ellingsen told reporters. Denmark said it regretted the remarks."
    regretted = next(one for one in read(line, text) if one.cue.lemma == "say")
    assert targets(regretted) == {"person/mara-ellingsen"}


def test_the_intrusion_is_of_whoever_entered(line: Line) -> None:
    text = "Denmark entered a fishing zone on Monday. Mara Ellingsen condemned the intrusion."
    assert targets(read(line, text)[-1]) == {"country/DNK"}


def test_who_urges_calm_for_a_state_that_is_named_by_an_adjective_alone_is_read(line: Line) -> None:
    text = "Denmark's National Security Council said it was ready. The Norwegian National Security Council urged calm."
    assert [one.speaker.entity for one in read(line, text)] == [
        "organization/denmark-national-security-council",
        "organization/norway-national-security-council",
    ]
