"""Meetings of one trip, of hearings and of mediators, as the news tell them, read by the whole line. All invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Meeting

DAHL = "Norway's foreign minister, Tuva Dahl, spoke to reporters. "


def told(line: Line, text: str) -> list[tuple[Meeting, str]]:
    """The meetings of an article published on Thursday, 9 May 2024, each with the words for where it is."""
    found = line.extraction(Article(id="a", text=text, published="2024-05-09")).meetings
    return [(one, text[slice(*one.place.span)] if one.place else "") for one in found]


def roles(meeting: Meeting) -> dict[str, str]:
    return {one.mention.actor or "": one.role for one in meeting.participants}


@pytest.mark.parametrize(
    ("sentence", "who", "status", "place"),
    [
        (
            "Tuva Dahl on Tuesday received Kasper Moen with military honours in Oslo.",
            {"person/tuva-dahl": "host", "person/kasper-moen": "visitor"},
            "held",
            "Oslo",
        ),
        (
            "The ministers of Norway and Denmark signed a deal on missing persons in Geneva on Tuesday.",
            {"country/NOR": "party", "country/DNK": "party"},
            "held",
            "Geneva",
        ),
        (
            "Tuva Dahl met with the families of the dead crew at Fort Campbell, Kentucky, on Monday.",
            {"person/tuva-dahl": "party", "group/a/families": "party"},
            "held",
            "Fort Campbell",
        ),
        (
            "Tuva Dahl met Congolese opposition leaders in Nairobi on Tuesday.",
            {"person/tuva-dahl": "party", "group/a/congolese-opposition-leaders": "party"},
            "held",
            "Nairobi",
        ),
        (
            "The Commons Health Committee heard testimony from Tuva Dahl on Tuesday.",
            {"organization/commons-health-committee": "party", "person/tuva-dahl": "party"},
            "held",
            "",
        ),
        (
            "Tuva Dahl is scheduled to appear before the Commons Health Committee on Monday.",
            {"person/tuva-dahl": "party", "organization/commons-health-committee": "party"},
            "planned",
            "",
        ),
        (
            "Tuva Dahl chaired nine hours of talks between Kasper Moen and Omar Sarr in Geneva on Tuesday.",
            {"person/tuva-dahl": "mediator", "person/kasper-moen": "party", "person/omar-sarr": "party"},
            "held",
            "Geneva",
        ),
        (
            "Kasper Moen and Omar Sarr will meet on Friday with a state mediator, Judge Tuva Dahl.",
            {"person/tuva-dahl": "mediator", "person/kasper-moen": "party", "person/omar-sarr": "party"},
            "planned",
            "",
        ),
        (
            "North and South Korean officials met in Geneva on Tuesday.",
            {"country/PRK": "party", "country/KOR": "party"},
            "held",
            "Geneva",
        ),
        (
            "Danish minister Kasper Moen was making his first trip to the Croatian capital since he took office.",
            {"person/kasper-moen": "visitor", "country/HRV": "host"},
            "held",
            "the Croatian capital",
        ),
        (
            "Kasper Moen is also due to see President Tuva Dahl before he flies home.",
            {"person/kasper-moen": "party", "person/tuva-dahl": "party"},
            "planned",
            "",
        ),
        (
            "Norway's foreign ministry said it would call in the British chargé d'affaires in Oslo on Friday.",
            {"organization/norway-foreign-ministry": "host", "country/GBR": "party"},
            "planned",
            "Oslo",
        ),
        (
            "Two weeks ago Kasper Moen flew to Mazar-i-Sharif for talks with Omar Sarr.",
            {"person/kasper-moen": "visitor", "person/omar-sarr": "host"},
            "held",
            "Mazar-i-Sharif",
        ),
        (
            "Kasper Moen was met at the airport in Kampala by his host, President Grace Nakimuli.",
            {"person/kasper-moen": "visitor", "person/grace-nakimuli": "host"},
            "held",
            "Kampala",
        ),
        (
            "Kasper Moen flew into Belfast on Tuesday to meet Tuva Dahl.",
            {"person/kasper-moen": "visitor", "person/tuva-dahl": "host"},
            "held",
            "Belfast",
        ),
        (
            "Kasper Moen spent the weekend in talks with the Nordic Council.",
            {"person/kasper-moen": "party", "organization/nordic-council": "party"},
            "held",
            "",
        ),
        (
            "Kasper Moen called on President Omar Sarr and thanked him.",
            {"person/kasper-moen": "party", "person/omar-sarr": "party"},
            "held",
            "",
        ),
        (
            "Kasper Moen is to co-chair a meeting of the joint commission with Minister Omar Sarr in Rome on Friday.",
            {
                "person/kasper-moen": "party",
                "person/omar-sarr": "party",
                "organization/a/italy-joint-commission": "party",
            },
            "planned",
            "Rome",
        ),
        (
            "The ambassador, Tuva Dahl, had earlier been called to the Italian foreign ministry over her remarks.",
            {"person/tuva-dahl": "party", "organization/italy-foreign-ministry": "host"},
            "held",
            "",
        ),
        (
            "Tuva Dahl called producers to an emergency meeting on Friday.",
            {"person/tuva-dahl": "host", "group/a/producers": "party"},
            "planned",
            "",
        ),
        (
            "Tuva Dahl's visit to Rome had been scheduled for April but was pushed back.",
            {"person/tuva-dahl": "visitor", "country/ITA": "host"},
            "called_off",
            "Rome",
        ),
        (
            "Kasper Moen faced questions from the Commons Liaison Committee for two hours on Tuesday.",
            {"person/kasper-moen": "party", "organization/commons-liaison-committee": "party"},
            "held",
            "",
        ),
        (
            "On Tuesday the Danish minister, Kasper Moen, had tea with Tuva Dahl at her residence.",
            {"person/kasper-moen": "party", "person/tuva-dahl": "party"},
            "held",
            "",
        ),
        (
            "Danish minister Kasper Moen had a bilateral with Italy's Omar Sarr.",
            {"person/kasper-moen": "party", "person/omar-sarr": "party"},
            "held",
            "",
        ),
        (
            "Ghanaian negotiators and the rebels of Togo ended their sixth cycle of peace talks in Caracas on Tuesday.",
            {"country/GHA": "party", "group/a/togo-rebels": "party"},
            "held",
            "Caracas",
        ),
        (
            "Kasper Moen met the mayor of Rome, Tuva Dahl, in Geneva on his way to Oslo.",
            {"person/kasper-moen": "party", "person/tuva-dahl": "party"},
            "held",
            "Geneva",
        ),
    ],
)
def test_one_sentence_tells_who_meets_in_which_role(
    line: Line, sentence: str, who: dict[str, str], status: str, place: str
) -> None:
    ((meeting, where),) = told(line, sentence)
    assert (roles(meeting), meeting.status, where) == (who, status, place)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("A meeting of Norway and Denmark, planned for March in Brussels, did not take place.", "called_off"),
        ("Kasper Moen said the talks between Norway and Denmark might not go ahead on Friday.", "planned"),
    ],
)
def test_what_did_not_take_place_is_called_off(line: Line, sentence: str, status: str) -> None:
    ((meeting, _),) = told(line, sentence)
    assert meeting.status == status


def test_who_cancelled_his_trip_did_not_cancel_the_summit(line: Line) -> None:
    text = "Norwegian minister Kasper Moen will not attend the summit in Rome. He cancelled his trip after a storm."
    assert [one.status for one, place in told(line, text) if place == "Rome"] == ["planned"]


@pytest.mark.parametrize(
    ("text", "place", "time"),
    [
        ("Kasper Moen visited Rome last month for the spring meetings. There he met Omar Sarr.", "Rome", "2024-04"),
        ("Kasper Moen has arrived in Rome. He is to meet President Omar Sarr at noon.", "Rome", None),
        (
            "The Nordic Council met in Rome on Tuesday. On the sidelines, Kasper Moen met Omar Sarr.",
            "Rome",
            "2024-05-07",
        ),
    ],
)
def test_who_has_come_meets_there(line: Line, text: str, place: str, time: str | None) -> None:
    both = {"person/kasper-moen", "person/omar-sarr"}
    ((meeting, where),) = [each for each in told(line, text) if roles(each[0]).keys() == both]
    assert (where, meeting.time.value if meeting.time else None) == (place, time)


def test_who_arrived_for_a_meeting_made_no_visit_besides(line: Line) -> None:
    text = (
        DAHL + "Dahl met her Danish counterpart, Kasper Moen, in Oslo on Tuesday. "
        "Moen, who arrived in Oslo on Monday, thanked her."
    )
    ((meeting, place),) = [each for each in told(line, text) if each[1]]
    assert (meeting.format, place) == ("meeting", "Oslo")


def test_ministers_who_are_named_stand_for_their_states(line: Line) -> None:
    text = (
        "The foreign ministers of Norway and Denmark signed a deal in Oslo on Tuesday. “It is done,” said Norwegian "
        "minister Tuva Dahl. Danish minister Kasper Moen came by train. After Tuesday's talks with Moen, Dahl left."
    )
    ((meeting, _),) = [each for each in told(line, text) if each[0].time]
    assert roles(meeting) == {"person/tuva-dahl": "host", "person/kasper-moen": "visitor"}


def test_the_previous_round_is_none_that_was_told_before(line: Line) -> None:
    text = (
        "Ghana and Togo opened a round of talks in Accra on Tuesday. "
        "The previous round, which was hosted by Mali in Bamako, ended without a deal."
    )
    found = {place: roles(one) for one, place in told(line, text)}
    assert found.keys() == {"Accra", "Bamako"}
    assert found["Bamako"]["country/MLI"] == "host"


def test_what_joined_nouns_name_is_one_topic(line: Line) -> None:
    ((meeting, _),) = told(line, "Norway and Denmark held talks on trade and regional security on Tuesday.")
    assert meeting.topic == "trade and regional security"


def test_who_called_on_somebody_to_do_something_did_not_meet_him(line: Line) -> None:
    assert not told(line, "Kasper Moen called on President Omar Sarr to resign.")


def test_a_meeting_that_the_clause_goes_on_to_call_off_is_off(line: Line) -> None:
    text = "Kasper Moen and Omar Sarr were due to meet in Rome on Friday, but it has been postponed until June."
    ((meeting, place),) = told(line, text)
    assert (meeting.status, place) == ("called_off", "Rome")


def test_the_two_are_those_of_the_same_sentence(line: Line) -> None:
    text = (
        "Tuva Dahl telephoned Omar Sarr on Wednesday. "
        "Dahl plans to raise the matter with Kasper Moen when the two meet in Rome on May 28."
    )
    ((meeting, _),) = [each for each in told(line, text) if each[1] == "Rome"]
    assert roles(meeting).keys() == {"person/tuva-dahl", "person/kasper-moen"}


def test_who_met_one_met_the_other_by_himself(line: Line) -> None:
    text = "Tuva Dahl met Omar Sarr on Tuesday. Dahl held talks with Kasper Moen on Tuesday."
    found = [roles(one).keys() for one, _ in told(line, text)]
    assert found == [{"person/tuva-dahl", "person/omar-sarr"}, {"person/tuva-dahl", "person/kasper-moen"}]


def test_whom_a_meeting_was_with_stays_alone_where_nobody_is_named(line: Line) -> None:
    text = "Analysts are gloomy. A meeting with Kasper Moen in Rome on Tuesday lasted ten minutes, diplomats said."
    ((meeting, _),) = told(line, text)
    assert roles(meeting).keys() == {"person/kasper-moen"}


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Norway and Denmark held their first talks since 2020 in Geneva on Monday.", "2024-05-06"),
        ("Tuva Dahl said she had raised the matter in a call with Kasper Moen on Sunday.", "2024-05-05"),
        ("Talks between Ghana and Togo resume on Monday.", "2024-05-13"),
    ],
)
def test_the_day_beside_a_meeting_is_its_own(line: Line, sentence: str, day: str) -> None:
    ((meeting, _),) = told(line, sentence)
    assert meeting.time is not None
    assert meeting.time.value == day


def test_a_leg_of_a_tour_is_a_visit(line: Line) -> None:
    text = "Norwegian Foreign Minister Tuva Dahl flew to Rome on Wednesday on the first leg of a tour of the region."
    found = {place: roles(one) for one, place in told(line, text)}
    assert found["Rome"] == {"person/tuva-dahl": "visitor", "country/ITA": "host"}


def test_two_who_are_named_behind_their_posts_have_met(line: Line) -> None:
    text = (
        "Pilots' union leader Greta Sandvik and airline boss Morten Falk-Hansen met for the fourth time on Tuesday at "
        "the offices of the national mediator in Oslo. The mediator, Solveig Aune, kept them apart."
    )
    assert {"person/greta-sandvik", "person/morten-falk-hansen"} in [set(roles(one)) for one, _ in told(line, text)]
