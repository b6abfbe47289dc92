"""The day of a meeting, of which only what was said at it or the words around it tell. All is invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Meeting

#: Two who are told of with their posts, so that both are known as people.
WHO = "Norwegian Foreign Minister Tuva Dahl and Danish Foreign Minister Jon Moen disagree on a bridge.\n\n"


def last(line: Line, text: str) -> Meeting:
    """The last meeting of an article published on Thursday, 9 May 2024."""
    article = Article(id="a", text=WHO + text, published="2024-05-09", language="en")
    return line.extraction(article).meetings[-1]


def day(meeting: Meeting) -> str | None:
    return meeting.time.value if meeting.time else None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The bridge would rust, Dahl said on Tuesday. She made the remarks when meeting Moen in Oslo.", "2024-05-07"),
        (
            "The bridge would rust, Dahl said on Tuesday.\n\nIn a meeting with Moen in Oslo, she praised him.",
            "2024-05-07",
        ),
        ("“It will rust,” Dahl said on Tuesday. She told a business forum in Oslo that she was sorry.", "2024-05-07"),
        ("The ferry sank on Tuesday. Dahl met Moen in Oslo in the evening and thanked him.", "2024-05-07"),
        ("Dahl spoke to reporters on Tuesday. She had talked to Moen by phone the night before.", "2024-05-06"),
        ("Dahl met Moen in Oslo. The bridge would rust, the Danish parliament said on Tuesday.", None),
        ("The ferry sank on Tuesday. Dahl had met Moen in Oslo the night before the race.", None),
        ("The ferry will sail on Saturday. Dahl met Moen in Oslo in the evening.", None),
    ],
)
def test_the_day_of_a_meeting_told_by_what_is_around_it(line: Line, text: str, when: str | None) -> None:
    assert day(last(line, text)) == when


def test_whoever_meets_on_a_day_of_the_summit_that_is_the_news_meets_there_and_receives_nobody(line: Line) -> None:
    text = "A summit of the states opened in Oslo on Tuesday. The bridge is old. Dahl met Moen on Wednesday morning."
    found = last(line, text)
    assert found.place is not None
    assert found.place.entity == "place/3143244"
    assert {one.role for one in found.participants} == {"party"}


def test_whoever_meets_weeks_after_a_summit_need_not_meet_there(line: Line) -> None:
    text = "A summit of the states was held in Oslo on March 5. The bridge is old. Dahl met Moen on Wednesday morning."
    assert last(line, text).place is None
