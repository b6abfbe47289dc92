"""What agencies write of an official's diary: summits, trips, invitations, further rounds, read by the whole line.

All invented.
"""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article

# Who is told of before: an article of Friday, 10 May 2024.
DAHL = "Norway's foreign minister, Tuva Dahl, spoke to reporters. "
Told = tuple[dict[str, str], str | None, str | None, str]


def told(line: Line, text: str) -> list[Told]:
    """Each meeting: who takes part and how, where and when by the id and the value, and whether."""
    found = line.extraction(Article(id="a", text=text, published="2024-05-10")).meetings
    return [
        (
            {one.mention.actor or "": one.role for one in each.participants},
            each.place.entity if each.place else None,
            each.time.value if each.time else None,
            each.status,
        )
        for each in found
    ]


OSLO, GENEVA, GABORONE, CAIRO, AMMAN = "place/3143244", "place/2660646", "place/933773", "place/360630", "place/250441"
TUVA, KASPER = "person/tuva-dahl", "person/kasper-moen"


@pytest.mark.parametrize(
    ("text", "meetings"),
    [
        pytest.param(
            "Leaders of the African Union failed to agree at an emergency summit in Gaborone on Saturday and will meet "
            "again at the end of the month.",
            [
                ({"organization/african-union": "party"}, GABORONE, "2024-05-04", "held"),
                ({"organization/african-union": "party"}, None, "2024-05", "planned"),
            ],
            id="a summit at which they failed to agree",
        ),
        pytest.param(
            "Norway and Denmark held talks in Oslo on Monday. The talks were to have been held in Geneva last week but "
            "were postponed. A further round is planned for June in Cairo, a diplomat said.",
            [
                ({"country/NOR": "host", "country/DNK": "party"}, OSLO, "2024-05-06", "held"),
                ({"country/NOR": "party", "country/DNK": "party"}, GENEVA, "2024-W18", "called_off"),
                ({"country/NOR": "party", "country/DNK": "party"}, CAIRO, "2024-06", "planned"),
            ],
            id="the talks of another week are of the same parties",
        ),
        pytest.param(
            DAHL + "She had been due to fly to Cairo on Friday but cancelled the trip.",
            [({TUVA: "visitor", "country/EGY": "host"}, CAIRO, "2024-05-10", "called_off")],
            id="a journey that was cancelled",
        ),
        pytest.param(
            DAHL + "She will go on to Cairo and Amman.",
            [
                ({TUVA: "visitor", "country/EGY": "host"}, CAIRO, None, "planned"),
                ({TUVA: "visitor", "country/JOR": "host"}, AMMAN, None, "planned"),
            ],
            id="who goes on to two places",
        ),
        pytest.param(
            DAHL + "She will be back in Oslo on Monday, when she will brief the foreign affairs committee.",
            [
                (
                    {TUVA: "party", "organization/a/foreign-affairs-committee": "party"},
                    OSLO,
                    "2024-05-13",
                    "planned",
                )
            ],
            id="when and where one is back",
        ),
        pytest.param(
            DAHL + "Dahl has accepted an invitation from Kasper Moen to visit Cairo in June.",
            [({TUVA: "visitor", "country/EGY": "host"}, CAIRO, "2024-06", "planned")],
            id="an invitation that is accepted",
        ),
        pytest.param(
            DAHL + "Qatar and Egypt are hosting talks between Norway and Denmark in Cairo this week.",
            [
                (
                    {"country/QAT": "host", "country/EGY": "host", "country/NOR": "party", "country/DNK": "party"},
                    CAIRO,
                    "2024-W19",
                    "held",
                )
            ],
            id="what is going on",
        ),
        pytest.param(
            DAHL + "She telephoned Kasper Moen on Thursday. She also talked to Egyptian Foreign Minister Omar Sarr.",
            [
                ({TUVA: "party", KASPER: "party"}, None, "2024-05-09", "held"),
                ({TUVA: "party", "person/omar-sarr": "party"}, None, None, "held"),
            ],
            id="whom one also talked to",
        ),
        pytest.param(
            DAHL + "She summoned the ambassadors to an emergency meeting on Wednesday evening.",
            [({TUVA: "host", "group/a/ambassadors": "party"}, None, "2024-05-08", "held")],
            id="who is summoned to a meeting",
        ),
        pytest.param(
            DAHL + "A mission of the International Monetary Fund arrived in Cairo on Monday to begin talks on a loan.",
            [
                (
                    {"organization/international-monetary-fund": "visitor", "country/EGY": "host"},
                    CAIRO,
                    "2024-05-06",
                    "held",
                )
            ],
            id="who has come to begin talks",
        ),
        pytest.param(
            DAHL + "She met IMF chief Kasper Moen in Cairo last month.",
            [({TUVA: "party", KASPER: "party"}, CAIRO, "2024-04", "held")],
            id="the body in a title does not take part",
        ),
        pytest.param(
            DAHL + "Diplomats said an offer of a meeting in Geneva, made in March, had not been withdrawn.",
            [({}, GENEVA, None, "unknown")],
            id="an offer was made when no meeting was",
        ),
        pytest.param(
            "Norwegian minister Tuva Dahl called on Egypt's interim leader, Kasper Moen, in Cairo on Thursday.",
            [({TUVA: "visitor", KASPER: "host"}, CAIRO, "2024-05-09", "held")],
            id="on whom one calls",
        ),
        pytest.param(
            DAHL + "She is scheduled to leave for Cairo on Monday.",
            [({TUVA: "visitor", "country/EGY": "host"}, CAIRO, "2024-05-13", "planned")],
            id="where one leaves for",
        ),
        pytest.param(
            "Talks between Norway and Danish rebels, due to start in Geneva on Monday, have been put off, Sweden said.",
            [({"country/NOR": "party", "group/a/danish-rebels": "party"}, GENEVA, "2024-05-13", "called_off")],
            id="where and when they were due",
        ),
        pytest.param(
            "Norway wants to talk. The first round, which Egypt and Oman hosted in Cairo in March, collapsed.",
            [({"country/EGY": "host", "country/OMN": "host"}, CAIRO, "2024-03", "held")],
            id="where and when they were hosted",
        ),
        pytest.param(
            "Ministers of the Gulf Cooperation Council gathered in Cairo on Sunday. Kasper Moen told the session that "
            "oil was cheap. The next session will be held in Amman in September.",
            [
                (
                    {"organization/gulf-cooperation-council": "party", KASPER: "party"},
                    CAIRO,
                    "2024-05-05",
                    "held",
                ),
                ({"organization/gulf-cooperation-council": "party"}, AMMAN, "2024-09", "planned"),
            ],
            id="the next session of a body",
        ),
        pytest.param(
            "The U.N. Security Council met on Tuesday to discuss the fighting. U.N. envoy Tuva Dahl briefed the "
            "council.",
            [({"organization/un-security-council": "party", TUVA: "party"}, None, "2024-05-07", "held")],
            id="who briefs a council that meets",
        ),
        pytest.param(
            "Norway's and Denmark's interior ministers met their German colleague in Geneva on Wednesday.",
            [
                (
                    {"country/NOR": "party", "country/DNK": "party", "country/DEU": "party"},
                    GENEVA,
                    "2024-05-08",
                    "held",
                )
            ],
            id="the ministers of two states",
        ),
        pytest.param(
            DAHL + "The presidents of Oman and Mali are both expected at an African Union summit in Cairo at the end "
            "of May.",
            [
                (
                    {"country/OMN": "party", "country/MLI": "party", "organization/african-union": "party"},
                    CAIRO,
                    "2024-05",
                    "planned",
                )
            ],
            id="who is expected at a summit",
        ),
        pytest.param(
            DAHL + "The question is whether officials believe her, given tensions during her July visit to Cairo, when "
            "papers reported that she planned to skip a dinner.",
            [({TUVA: "visitor", "country/EGY": "host"}, CAIRO, "2023-07", "held")],
            id="what was during a visit lies behind",
        ),
        pytest.param(
            "Critics said that Tuva Dahl sought to represent her meeting with Kasper Moen as an accident.",
            [({TUVA: "party", KASPER: "party"}, None, None, "held")],
            id="who seeks to excuse a meeting has had it",
        ),
        pytest.param(
            "Tuva Dahl met with Kasper Moen, who is expected to become the next chief of police.",
            [({TUVA: "party", KASPER: "party"}, None, None, "held")],
            id="whom one met is expected to become something",
        ),
        pytest.param(
            "The Norwegian decision to cancel the visit of Kasper Moen to Cairo was a mistake, Tuva Dahl said.",
            [({KASPER: "visitor", "country/EGY": "host"}, CAIRO, None, "called_off")],
            id="a decision to cancel",
        ),
        pytest.param(
            "Tuva Dahl visits Africa next week to attend African Union meetings in Cairo on Tuesday.",
            [
                ({TUVA: "visitor"}, "place/6255146", "2024-W20", "planned"),
                ({TUVA: "party", "organization/african-union": "party"}, CAIRO, "2024-05-14", "planned"),
            ],
            id="what a journey of next week is for",
        ),
        pytest.param(
            "Ada Roth is arranging a meeting between Tuva Dahl and Kasper Moen.",
            [({TUVA: "party", KASPER: "party"}, None, None, "planned")],
            id="who arranges a meeting between others",
        ),
        pytest.param(
            "Tuva Dahl declined to discuss with the Ministry of Finance a conversation she had with Kasper Moen.",
            [({TUVA: "party", KASPER: "party"}, None, None, "held")],
            id="with whom a conversation is not discussed",
        ),
        pytest.param(
            "Tuva Dahl was not allowed to take part in a meeting between Norway and Denmark in Cairo.",
            [({"country/NOR": "party", "country/DNK": "party"}, CAIRO, None, "held")],
            id="who may not take part",
        ),
        pytest.param(
            "Tuva Dahl stressed the need for the development of ties at a conference with Kasper Moen in Cairo last "
            "week.",
            [({TUVA: "party", KASPER: "party"}, CAIRO, "2024-W18", "held")],
            id="who stressed the need for something at a conference",
        ),
        pytest.param(
            "In a statement issued after meeting with Kasper Moen on Monday, Tuva Dahl said that she was glad.",
            [({TUVA: "party", KASPER: "party"}, None, "2024-05-06", "held")],
            id="who issued a statement after meeting somebody",
        ),
        pytest.param(
            "Omar Holt asked about a meeting that Tuva Dahl and Ada Roth held in Cairo in March.",
            [({TUVA: "party", "person/ada-roth": "party"}, CAIRO, "2024-03", "held")],
            id="those who held it are no hosts",
        ),
        pytest.param(
            DAHL + "On the eve of her trip to Cairo, Dahl gave a speech.",
            [({TUVA: "visitor", "country/EGY": "host"}, CAIRO, None, "planned")],
            id="a trip is ahead on its eve",
        ),
        pytest.param(
            "In an interview with the broadcaster Radio Sol on Monday, Tuva Dahl said gas was cheap. Her remarks came "
            "a week after her meeting with the Norwegian and Danish presidents, Kasper Moen and Omar Holt, in Cairo.",
            [
                ({"organization/radio-sol": "party", TUVA: "party"}, None, "2024-05-06", "held"),
                ({TUVA: "party", KASPER: "party", "person/omar-holt": "party"}, CAIRO, None, "held"),
            ],
            id="an interview is no meeting with others",
        ),
        pytest.param(
            "Norwegian President Tuva Dahl's eldest son met with the Senate Judiciary Committee on Wednesday.",
            [({"organization/senate-judiciary-committee": "party"}, None, "2024-05-08", "held")],
            id="a president's son is not the state",
        ),
    ],
)
def test_an_entry_of_a_diary_is_told(line: Line, text: str, meetings: list[Told]) -> None:
    assert told(line, text) == meetings


def test_the_first_meeting_since_something_is_not_of_its_day(line: Line) -> None:
    text = "Tuva Dahl met Kasper Moen in Cairo on Saturday. It was their first meeting since an incident in March."
    assert told(line, text) == [({TUVA: "party", KASPER: "party"}, CAIRO, "2024-05-04", "held")]


def test_the_sides_who_will_meet_again_are_those_who_met(line: Line) -> None:
    text = "Norway and Denmark held talks in Cairo on Monday. The sides will meet again in Geneva on June 10."
    both = {"country/NOR": "party", "country/DNK": "party"}
    assert told(line, text) == [(both, CAIRO, "2024-05-06", "held"), (both, GENEVA, "2024-06-10", "planned")]


def test_who_met_on_a_day_that_lies_weeks_ahead_met_the_year_before(line: Line) -> None:
    text = "On June 2, Tuva Dahl met Kasper Moen in Cairo. They are to meet in Geneva on June 10."
    both = {TUVA: "party", KASPER: "party"}
    assert told(line, text) == [(both, CAIRO, "2023-06-02", "held"), (both, GENEVA, "2024-06-10", "planned")]


def test_where_an_ambassador_is_posted_is_not_where_somebody_speaks_with_him(line: Line) -> None:
    text = "Tuva Dahl admitted her talks with Mali's ambassador in Cairo, Kasper Moen."
    assert told(line, text) == [({TUVA: "party", KASPER: "party"}, None, None, "held")]


def test_the_month_of_what_came_to_nothing_is_the_nearest(line: Line) -> None:
    text = "A visit to Cairo by the Norwegian foreign minister, scheduled for April, did not take place."
    assert [(time, status) for _, _, time, status in told(line, text)] == [("2024-04", "called_off")]


def test_what_is_done_hours_before_something_is_done_on_its_day(line: Line) -> None:
    text = "Lawmakers in Oslo voted on Thursday to reject the plan, hours after Tuva Dahl met Kasper Moen."
    assert told(line, text) == [({TUVA: "party", KASPER: "party"}, None, "2024-05-09", "held")]


@pytest.mark.parametrize(
    ("text", "said", "day"),
    [
        ("Lawmakers in Oslo rejected the bill on Thursday. Tuva Dahl told the chamber before the vote that", "it", "9"),
        ("Lawmakers in Oslo rejected the bill on Thursday. Tuva Dahl told a crowd before the vote that", "it", ""),
        ("Tuva Dahl, reading out the ruling on Thursday, said", "it", "9"),
    ],
)
def test_what_is_told_a_chamber_before_its_vote_is_told_that_day(line: Line, text: str, said: str, day: str) -> None:
    found = line.extraction(Article(id="a", text=f"{text} {said} was dead.", published="2024-05-10")).statements
    time = next(one.time for one in found if one.text.endswith("was dead"))
    assert (time.value if time else "") == (f"2024-05-0{day}" if day else "")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param(
            "Norway's and Denmark's interior ministers met in Cairo on Wednesday. Norwegian minister Tuva Dahl said it "
            "was late. Her Danish counterpart, Kasper Moen, agreed.",
            {TUVA, KASPER},
            id="both are named",
        ),
        pytest.param(
            "Norway's and Denmark's interior ministers met in Cairo on Wednesday. Norwegian minister Tuva Dahl said it "
            "was late.",
            {"country/NOR", "country/DNK"},
            id="one is named",
        ),
        pytest.param(
            "Norway's and Denmark's interior ministers met in Cairo on Wednesday. Norwegian Finance Minister Tuva Dahl "
            "said it was late. Danish Finance Minister Kasper Moen agreed.",
            {"country/NOR", "country/DNK"},
            id="others are named",
        ),
    ],
)
def test_the_ministers_of_two_states_are_those_who_are_named(line: Line, text: str, people: set[str]) -> None:
    assert told(line, text)[0][0].keys() == people


def test_both_presidents_are_of_the_two_states_and_nobody_who_was_named_before(line: Line) -> None:
    text = (
        "Kenya and Ethiopia traded blame on Monday. Lokwang Ekal, a herder, lost his brother.\n\n"
        "Moussa Diarra spoke by telephone with both presidents on Thursday."
    )
    assert told(line, text) == [
        (
            {"country/KEN": "party", "country/ETH": "party", "person/moussa-diarra": "party"},
            None,
            "2024-05-09",
            "held",
        )
    ]


def test_a_trip_for_talks_and_the_talks_are_one_meeting(line: Line) -> None:
    text = (
        "France urged all parties to return to negotiations in Doha. Berlin preferred quiet channels.\n\n"
        "Egypt's foreign minister, Nabil Saad, is to fly to Doha on Tuesday for talks with his Qatari counterpart, his "
        "ministry announced."
    )
    dated = [one for one in told(line, text) if one[2]]
    assert dated == [({"person/nabil-saad": "visitor", "country/QAT": "host"}, "place/290030", "2024-05-14", "planned")]
