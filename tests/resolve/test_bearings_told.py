"""Where, when and with whom a meeting is, told beside the words that tell of it. All are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Meeting

DAHL, MOEN = "person/tuva-dahl", "person/kasper-moen"
ROME = "place/3169070"


def told(line: Line, text: str) -> list[Meeting]:
    """The meetings of an article published on Thursday, 9 May 2024."""
    return list(line.extraction(Article(id="a", text=text, published="2024-05-09")).meetings)


def scene(one: Meeting) -> tuple[set[str], str | None, str | None, str]:
    who = {each.mention.actor or "" for each in one.participants}
    return who, one.place.entity if one.place else None, one.time.value if one.time else None, one.status


@pytest.mark.parametrize(
    ("text", "who", "place", "time", "status"),
    [
        (
            "Tuva Dahl flies to Rome this afternoon, where she will hold talks with her counterpart, Kasper Moen.",
            {DAHL, MOEN},
            ROME,
            "2024-05-09",
            "planned",
        ),
        (
            "Tuva Dahl on Tuesday met a delegation of the European Commission led by Commissioner Kasper Moen in Rome.",
            {DAHL, MOEN},
            ROME,
            "2024-05-07",
            "held",
        ),
        (
            "Tuva Dahl discussed the flights with her Latvian and Polish colleagues in a video call late on Tuesday.",
            {DAHL, "country/LVA", "country/POL"},
            None,
            "2024-05-07",
            "held",
        ),
        (
            "Tuva Dahl will fly to Rome on Monday for two days of talks with Kasper Moen.",
            {DAHL, MOEN},
            ROME,
            "2024-05-13",
            "planned",
        ),
    ],
    ids=["where", "led by", "video call", "days of talks"],
)
def test_one_meeting_is_told_whatever_the_tree(
    line: Line, text: str, who: set[str], place: str | None, time: str, status: str
) -> None:
    assert [scene(one) for one in told(line, text)] == [(who, place, time, status)]


def test_who_spoke_and_proposed_has_spoken(line: Line) -> None:
    (meeting,) = told(line, "Norway's Tuva Dahl spoke with Denmark's Kasper Moen by telephone and proposed a bridge.")
    assert meeting.status == "held"


def test_the_states_of_ministers_who_met_are_no_others(line: Line) -> None:
    text = (
        "Norwegian Foreign Minister Tuva Dahl met Danish Foreign Minister Kasper Moen in Rome on Tuesday.\n\n"
        "The two countries also exchanged views on the bridge. On Thursday Dahl will meet Pope Gregor Brask."
    )
    first, *rest = told(line, text)
    assert scene(first) == ({DAHL, MOEN}, ROME, "2024-05-07", "held")
    assert all("country/NOR" not in scene(one)[0] for one in rest)


def test_who_is_received_today_has_not_met_who_was_met_this_morning(line: Line) -> None:
    text = (
        "Tuva Dahl met Kasper Moen in Rome on Thursday morning. Dahl flies to Bern on Thursday evening, where she will "
        "hold talks with Levan Brask."
    )
    assert [scene(one)[0] for one in told(line, text)] == [{DAHL, MOEN}, {DAHL, "person/levan-brask"}]
