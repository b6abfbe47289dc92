"""When it is said, by the dates of the clause, of a text that speaks, and of what was done meanwhile; by no others."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article


def times(line: Line, text: str) -> list[str | None]:
    """When each statement that is in no other is said, in an article of Thursday, 9 May 2024."""
    article = Article(id="a", text=text, published="2024-05-09", language="en")
    said = [each for each in line.extraction(article).statements if each.parent is None]
    return [one.time.value if one.time else None for one in said]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Mara Ellingsen told USA TODAY that the port was closed.", None),
        ("Mara Ellingsen told ABC's This Week that the port was closed.", None),
        ("“It is closed,” Mara Ellingsen said on NBC's “Today” on Monday.", "2024-05-06"),
        ("This week Mara Ellingsen said that it was closed.", "2024-W19"),
        ("“I was not that candidate,” Mara Ellingsen said, invoking the 2008 race.", None),
        ("In interviews during the 2008 race, Mara Ellingsen said that the port was closed.", "2008"),
        ("OSLO, May 8 (Reuters): The port is closed, the Norwegian government said in a statement.", None),
        ("OSLO, May 8 (Reuters): The port is closed, the Norwegian government said on Tuesday.", "2024-05-07"),
    ],
)
def test_a_date_of_something_else_is_not_that_of_the_saying(line: Line, text: str, day: str | None) -> None:
    assert times(line, text) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A report released in March by the Norwegian government found that the port was closed.", "2024-03"),
        ("A 2019 report by the Norwegian government found that the port was closed.", "2019"),
        ("A Reuters survey on Tuesday of shipowners found that the port was closed.", "2024-05-07"),
        ("A letter this month to the bank's board urged haste.", "2024-05"),
        ("A report released in March by the Norwegian government disputes that the port was closed.", None),
    ],
)
def test_what_a_text_found_it_found_when_it_came_out(line: Line, text: str, day: str | None) -> None:
    assert times(line, text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "In a statement released Monday, Mara Ellingsen reacted to the news, saying the port would close.",
        "Minister Mara Ellingsen alluded to it at a meeting on Monday with reporters in Oslo, saying it would close.",
        "As the results came in on Monday, Mara Ellingsen promised a new port.",
        "After holding a meeting on Monday in Oslo, the neighbours demanded a new port.",
        "Leading the protest on Monday, Mara Ellingsen urged workers to wait.",
        "Mara Ellingsen played it down at a Monday press briefing, where she said the port was closed.",
        "Her style has won over Jon Dahlby, who came out and endorsed Ellingsen during a call with reporters Monday.",
    ],
)
def test_it_is_said_when_the_sentence_tells_what_was_done_as_it_was_said(line: Line, text: str) -> None:
    assert set(times(line, text)) == {"2024-05-06"}


@pytest.mark.parametrize(
    "text",
    [
        "Asked on Monday whether the port would close, Mara Ellingsen shook her head and said it would not.",
        "Mara Ellingsen said on Monday it was late. “It is slower than a year earlier,” she said.",
        "Mara Ellingsen said on Monday it was late. She told reporters in Oslo, where she came on Friday, it was over.",
        "Mara Ellingsen took a swing at Jon Dahlby on Monday in a tax quarrel. Ellingsen blamed him for the port.",
    ],
)
def test_the_day_is_kept(line: Line, text: str) -> None:
    found = times(line, text)
    assert found
    assert set(found) == {"2024-05-06"}


def test_where_somebody_will_speak_nothing_was_said_yet(line: Line) -> None:
    text = (
        "Mara Ellingsen is due to visit Oslo in September for a meeting of ministers, where she said she would speak."
    )
    assert times(line, text) == [None]
