"""Who has come to whom, who rings whom, whose envoy is called in: read by the whole line. All are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Meeting


def told(line: Line, text: str, dateline: str | None = None) -> tuple[Meeting, ...]:
    """The meetings of an article published on Friday, 20 November 2026."""
    return line.extraction(Article(id="a", text=text, published="2026-11-20", dateline=dateline)).meetings


def roles(meeting: Meeting) -> dict[str, str]:
    return {(one.mention.actor or "").partition("/")[2]: one.role for one in meeting.participants}


@pytest.mark.parametrize(
    ("text", "who", "status", "day"),
    [
        (
            "Norwegian Prime Minister Astrid Moen praised the army on Monday during a visit to Chad.",
            {"astrid-moen": "visitor", "TCD": "host"},
            "held",
            None,
        ),
        (
            "Astrid Moen, Norway's prime minister, will travel to Paris on Monday for talks on fishing quotas.",
            {"astrid-moen": "visitor", "FRA": "host"},
            "planned",
            "2026-11-23",
        ),
        (
            (
                "Norwegian Prime Minister Astrid Moen said after talks with her host, Danish President Kasper Dahl, "
                "that she was pleased."
            ),
            {"astrid-moen": "visitor", "kasper-dahl": "host"},
            "held",
            None,
        ),
        (
            "Norway and Denmark quarrelled. The leaders of the two countries spoke by phone on Monday.",
            {"NOR": "party", "DNK": "party"},
            "held",
            "2026-11-16",
        ),
        (
            "Norwegian Prime Minister Astrid Moen received a phone call from Danish President Kasper Dahl on Monday.",
            {"astrid-moen": "party", "kasper-dahl": "party"},
            "held",
            "2026-11-16",
        ),
        (
            "Norway and Denmark agreed to share the herring, but two days of talks in Lisbon ended without a deal.",
            {"NOR": "party", "DNK": "party"},
            "held",
            None,
        ),
        (
            "Omani President Omar Sarr hosted the Chadian and Malian delegations in Muscat on Monday.",
            {"omar-sarr": "host", "TCD": "party", "MLI": "party"},
            "held",
            "2026-11-16",
        ),
        (
            "Norway will send its deputy foreign minister, Kasper Moen-Dahl, to Cairo on Sunday, diplomats said.",
            {"kasper-moen-dahl": "visitor", "EGY": "host"},
            "planned",
            "2026-11-22",
        ),
        (
            (
                "Kasper Dahl, the Danish foreign minister, who was to hold talks with Norwegian Prime Minister Astrid "
                "Moen in Oslo, said he hoped for peace."
            ),
            {"kasper-dahl": "visitor", "astrid-moen": "host"},
            "planned",
            None,
        ),
    ],
)
def test_who_has_come_is_told_beside_the_meeting(
    line: Line, text: str, who: dict[str, str], status: str, day: str | None
) -> None:
    (meeting,) = told(line, text)
    time = meeting.time.value if meeting.time is not None else None
    assert (roles(meeting), meeting.status, time) == (who, status, day)


@pytest.mark.parametrize(
    "text",
    [
        "The opposition Green Party called on the government to summon the Danish ambassador.",
        "Norwegian Foreign Minister Astrid Moen got a letter from her bank on Monday.",
    ],
)
def test_what_is_only_demanded_is_no_meeting(line: Line, text: str) -> None:
    assert not told(line, text)


def test_who_calls_for_a_meeting_need_not_be_there(line: Line) -> None:
    text = "Chad's president, Idriss Sarr, called for a meeting of the African Union in Lusaka."
    assert all(roles(one) == {"african-union": "party"} and one.status == "unknown" for one in told(line, text))


def test_whose_dateline_it_is_receives_who_comes_from_elsewhere(line: Line) -> None:
    text = "Norwegian Prime Minister Astrid Moen met Danish Foreign Minister Kasper Dahl on Thursday."
    (meeting,) = told(line, text, "OSLO")
    assert roles(meeting) == {"astrid-moen": "host", "kasper-dahl": "visitor"}


def test_neither_receives_where_the_dateline_is_of_a_third_country(line: Line) -> None:
    text = "Chadian Prime Minister Idriss Sarr-Moen met Danish Foreign Minister Kasper Dahl on Thursday."
    (meeting,) = told(line, text, "OSLO")
    assert set(roles(meeting).values()) == {"party"}


@pytest.mark.parametrize(
    ("text", "envoy"),
    [
        (
            (
                "Norway accused Denmark on Thursday of spying and summoned its ambassador. The ambassador, Omar "
                "Dahl-Sarr, left the ministry without a word."
            ),
            "omar-dahl-sarr",
        ),
        (
            (
                "Norway condemned the attack on Thursday and summoned Chad's ambassador to Oslo. Ambassador Idriss "
                "Sarr-Moen told reporters that he regretted it."
            ),
            "idriss-sarr-moen",
        ),
        ("Norway summoned the Chadian ambassador. Danish ambassador Kasper Dahl said he was shocked.", "TCD"),
        ("Norway accused Denmark of spying and summoned its ambassador.", "DNK"),
    ],
)
def test_an_envoy_who_is_called_in_is_the_one_named_later(line: Line, text: str, envoy: str) -> None:
    (meeting,) = told(line, text)
    assert roles(meeting) == {"NOR": "host", envoy: "party"}


def test_the_place_of_what_was_planned_may_hang_on_its_day(line: Line) -> None:
    (meeting,) = told(
        line, "A summit of the African Union that was planned for the end of March in Lusaka has been postponed."
    )
    assert (meeting.place and meeting.place.entity, meeting.status) == ("place/909137", "called_off")
