"""Meetings that others of the article tell more of, as the news tell them, read by the whole line. All is invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Meeting


def told(line: Line, text: str) -> tuple[Meeting, ...]:
    """The meetings of an article published on Thursday, 9 May 2024."""
    return line.extraction(Article(id="a", text=text, published="2024-05-09", language="en")).meetings


def roles(meeting: Meeting) -> dict[str, str]:
    return {one.mention.actor or "": one.role for one in meeting.participants}


CANCELLED = "Norway's foreign minister, Tuva Dahl, postponed a visit to India because of a storm. "


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("She was to have met Indian Prime Minister Anil Moen in Delhi on Saturday.", "called_off"),
        ("She had been due to hold talks with Indian Prime Minister Anil Moen in Delhi on Saturday.", "called_off"),
        ("She will meet Indian Prime Minister Anil Moen in Delhi in June.", "planned"),
        ("She was to have met Danish Prime Minister Anil Moen in Copenhagen on Saturday.", "planned"),
    ],
)
def test_what_was_to_be_on_a_trip_that_is_called_off_is_so_too(line: Line, sentence: str, status: str) -> None:
    met = told(line, CANCELLED + sentence)[-1]
    assert (met.status, len(met.participants)) == (status, 2)


def test_another_round_is_of_those_who_had_the_last(line: Line) -> None:
    first, second = told(
        line,
        "Norwegian and Danish negotiators met in Geneva on Tuesday for a third round of talks mediated by Oman. "
        "A fourth round has been set for May 21.",
    )
    assert roles(first) == {"country/NOR": "party", "country/DNK": "party", "country/OMN": "mediator"}
    assert roles(second) == {"country/NOR": "party", "country/DNK": "party"}
    assert (second.status, second.time.value if second.time else None) == ("planned", "2024-05-21")


def test_of_two_leaders_the_one_from_nobody_knows_where_is_of_the_other_state(line: Line) -> None:
    (call,) = told(
        line,
        "The leaders of Kenya and Somalia spoke by telephone on Sunday. "
        "President William Dahl told his Somali counterpart, Abdi Moen, that the gate would stay shut.",
    )
    assert roles(call) == {"person/william-dahl": "party", "person/abdi-moen": "party"}


def test_a_first_visit_is_the_one_that_was_told_of(line: Line) -> None:
    text = (
        "Danish Foreign Minister Jon Moen will travel to Baghdad on Monday for talks with Prime Minister Ali Roth. "
        "It will be his first visit to Iraq since taking office in March."
    )
    assert [one.time.value if one.time else None for one in told(line, text)] == ["2024-05-13"]


@pytest.mark.parametrize(
    ("text", "who", "place"),
    [
        (
            "Tuva Dahl is also expected to be received by Prime Minister Jon Moen.",
            {"person/tuva-dahl": "visitor", "person/jon-moen": "host"},
            None,
        ),
        ("Tuva Dahl visited the port of Bergen on Tuesday.", {"person/tuva-dahl": "visitor"}, "Bergen"),
        (
            "Tuva Dahl apologised to Jon Moen in a phone call.",
            {"person/tuva-dahl": "party", "person/jon-moen": "party"},
            None,
        ),
        (
            "Norway and Denmark held talks in the provincial capital, Bergen, on Tuesday.",
            {"country/NOR": "host", "country/DNK": "party"},
            "Bergen",
        ),
    ],
)
def test_who_meets_whom_by_other_words(line: Line, text: str, who: dict[str, str], place: str | None) -> None:
    (found,) = told(line, text)
    where = text[slice(*found.place.span)] if found.place else None
    assert {actor: role for actor, role in roles(found).items() if actor in who} == who
    assert where == place


@pytest.mark.parametrize(
    "text",
    [
        "In Bergen, Norway's minister, Tuva Dahl, called the meeting fruitful.",
        "Tuva Dahl briefed nobody. The session was requested by Norway and Denmark.",
    ],
)
def test_what_is_said_of_a_meeting_tells_of_none(line: Line, text: str) -> None:
    assert told(line, text) == ()


def test_the_other_side_summons_an_envoy_too(line: Line) -> None:
    first, second = told(
        line,
        "Greece summoned the Turkish ambassador on Monday over a flight. "
        "Turkey summoned the Greek ambassador in Ankara hours later.",
    )
    assert roles(first) == {"country/GRC": "host", "country/TUR": "party"}
    assert roles(second) == {"country/TUR": "host", "country/GRC": "party"}


def test_who_also_attended_the_only_meeting_was_there(line: Line) -> None:
    (found,) = told(
        line,
        "Norway's president, Tuva Dahl, hosted Danish Prime Minister Jon Moen in Oslo on Tuesday. The bridge is old. "
        "It has rusted for years. Nobody paints it. The head of the bank, Ada Roth, also attended the meeting.",
    )
    assert roles(found)["person/ada-roth"] == "party"


@pytest.mark.parametrize(
    ("text", "place", "day", "status"),
    [
        ("Tuva Dahl testified before a commission in Quito on Tuesday.", "Quito", "2024-05-07", "held"),
        ("Tuva Dahl said Jon Moen would see Ada Roth next week.", None, "2024-W20", "planned"),
        (
            "Tuva Dahl leaves for Lima on Saturday, where she will hold talks with Jon Moen.",
            "Lima",
            "2024-05-11",
            "planned",
        ),
        ("Norway had proposed the truce in January at a meeting with Jon Moen in Davos.", "Davos", None, "held"),
        (
            "At talks in Muscat mediated by Oman, Norwegian and Danish delegations on Sunday agreed to free him.",
            "Muscat",
            "2024-05-05",
            "held",
        ),
    ],
)
def test_where_and_when_whatever_the_tree_says(
    line: Line, text: str, place: str | None, day: str | None, status: str
) -> None:
    (found,) = told(line, text)
    where = text[slice(*found.place.span)] if found.place else None
    assert (where, found.time.value if found.time else None, found.status) == (place, day, status)


def test_who_visits_a_town_and_addresses_a_forum_does_so_there(line: Line) -> None:
    text = (
        "Norway's trade minister, Tuva Dahl, is visiting Tashkent this week. She addressed a business forum on Tuesday."
    )
    forum = told(line, text)[-1]
    assert forum.place is not None
    assert text[slice(*forum.place.span)] == "Tashkent"
