"""Who met, when and whether, where other meetings and other plans stand beside. All are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Meeting


def met(line: Line, text: str) -> tuple[Meeting, ...]:
    return line.extraction(Article(id="a", text=text, published="2024-05-09")).meetings


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "In talks with Dahl on the sidelines of a G20 foreign ministers’ meeting in Oslo, Moen presented a list.",
            {"Dahl": "party", "Moen": "party"},
        ),
        (
            "Chad agreed to arrange a tour by the Malian team within the current year.",
            {"Chad": "host", "Malian": "visitor"},
        ),
        (
            "Under Secretary Kari Moen of the United States met on Friday with the minister of mines, Omar Dahl.",
            {"Kari Moen": "party", "Omar Dahl": "party"},
        ),
        (
            "Tor Vestby criticized President Omar Dahl for inviting candidate Mara Moen to meet with him in Oslo.",
            {"Omar Dahl": "party", "Mara Moen": "party"},
        ),
        (
            "Minister Kasper Moen and Mayor Omar Dahl on Sunday discussed ways to widen trade.",
            {"Kasper Moen": "party", "Omar Dahl": "party"},
        ),
        (
            "At a Senate hearing last week, Defence Minister Omar Dahl proposed a vote.",
            {"Senate": "party", "Omar Dahl": "party"},
        ),
        ("Tor Vestby accepted a meeting with Mara Dahl on Monday.", {"Tor Vestby": "party", "Mara Dahl": "party"}),
        (
            "“The harbour is full,” Mara Dahl said after meeting with Malian President Tor Vestby.",
            {"Mara Dahl": "party", "Tor Vestby": "party"},
        ),
        (
            "On May 6, delegations from Chad, Mali and Oman met in Oslo, exchanged gifts and announced a treaty.",
            {"Chad": "party", "Mali": "party", "Oman": "party"},
        ),
        (
            "Envoys from Chad and Mali began arriving in Oslo on Monday for talks on a fisheries treaty.",
            {"Chad": "party", "Mali": "party"},
        ),
        (
            "Oslo/NORTEL/. On May 3, Prime Minister Tor Vestby received the envoy of Chad, Omar Dahl.",
            {"Tor Vestby": "host", "Omar Dahl": "visitor"},
        ),
        (
            "Officials said the clause had been in the draft until Mara Dahl met the Arab group on Friday.",
            {"Mara Dahl": "party", "the Arab group": "party"},
        ),
        (
            "Tor Vestby invited representatives of the African Union, the European Union and Norway to Oslo in June.",
            {"Tor Vestby": "host", "African Union": "visitor", "European Union": "visitor", "Norway": "visitor"},
        ),
        (
            "Tor Vestby, who is to meet Mara Dahl-Moen at a summit in Oslo on 10 July, said that he disagreed.",
            {"Tor Vestby": "party", "Mara Dahl-Moen": "party"},
        ),
    ],
)
def test_who_met(line: Line, text: str, parties: dict[str, str]) -> None:
    (one,) = met(line, text)
    assert {text[slice(*each.mention.span)]: each.role for each in one.participants} == parties


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The port is set to close on Monday after failed negotiations between Oman and Chad.", "held"),
        (
            "Oman agreed to provide data during an annual meeting between envoys of Chad and Mali held in Oslo.",
            "held",
        ),
        (
            "Dahl had stopped short of calling on her to resign in an interview with Vestby Radio on Monday.",
            "held",
        ),
        ("Omar Dahl decided to hold a meeting with Mara Vestby in Oslo.", "planned"),
    ],
)
def test_whether_it_is_held(line: Line, text: str, status: str) -> None:
    (one,) = met(line, text)
    assert one.status == status


def test_nobody_makes_the_trip_of_others_that_he_calls_off(line: Line) -> None:
    (one,) = met(line, "Tor Vestby cancelled a congressional trip to Chad on Monday.")
    assert "visitor" not in {each.role for each in one.participants}


def test_the_day_of_another_meeting_is_not_its_day(line: Line) -> None:
    text = "Omar Dahl's visit to Chad reminds me of Kasper Moen's trip to Geneva in 1985."
    times = {text[slice(*one.evidence[0])]: one.time for one in met(line, text)}
    assert times["visit"] is None
    assert times["trip"] is not None


@pytest.mark.parametrize(
    "text",
    [
        "Omar Dahl opened the tour with a visit to Chad.",
        "Omar Dahl’s visit to Chad in 2018 was the last time a Norwegian foreign minister visited that nation.",
        "The Vestby Summit starts on Saturday in Oslo. The Summit will be attended by Chad, Mali and Togo.",
    ],
)
def test_it_is_told_once(line: Line, text: str) -> None:
    assert len([one for one in met(line, text) if one.place is not None]) == len(met(line, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The envoys have tried in vain to get a meeting with Minister Omar Dahl.",
        "Mara Vestby promised to text him once she arrived in Oslo.",
        "In an interview with the Oslo Courier, to be shown on Tuesday, Omar Dahl said he would go.",
    ],
)
def test_nothing_is_told_of_when_it_was(line: Line, text: str) -> None:
    assert [one.time for one in met(line, text)] in ([], [None])


@pytest.mark.parametrize(
    "text",
    [
        "The envoys have tried in vain to get a meeting with Minister Omar Dahl.",
        "Mara Vestby promised to text him once she arrived in Oslo.",
    ],
)
def test_it_did_not_come_to_it(line: Line, text: str) -> None:
    assert met(line, text) == ()
