"""When it is said, by the dates of the clause, of a text that speaks, and of what was done meanwhile; by no others."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article

BERGEN = "place/3161732"


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
        ("The port is closed, according to a poll of 400 voters released on Tuesday by a group.", "2024-05-07"),
        ("In a televised March debate, Mara Ellingsen said she had not served.", "2024-03"),
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
        "While campaigning in Bergen on Monday, Mara Ellingsen promised a new port.",
        "Mara Ellingsen stretched the truth during Monday's debate, when she claimed that the port was closed.",
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


@pytest.mark.parametrize(
    "text",
    [
        "Mara Ellingsen said on Monday it was late. She did not say when it would open.",
        "Mara Ellingsen said on Monday it was late. She would not reveal the price.",
        "Mara Ellingsen said on Monday it was late. “Prices were low,” she noted, referring to data of the 1990s.",
        "Mara Ellingsen said on Monday it was late. The port was full, she added, and would be next Friday, too.",
        "Norway accused the Danish coast guard on Monday of ramming a boat, a charge that Denmark called a fake.",
        "U.S. officials said on Monday the port was late. Nobody was there, the officials said.",
        "On Monday Mara Ellingsen was more conciliatory, saying Norway respected the choice.",
        "Mara Ellingsen told Radio Mistral, a station in Bergen, on Monday morning that it was late.",
        "“Yes,” Norwegian President Mara Ellingsen said on Monday after talks with Jon Dahlby. Dahlby praised her.",
    ],
)
def test_who_refuses_answers_or_is_answered_does_so_then(line: Line, text: str) -> None:
    found = times(line, text)
    assert found
    assert set(found) == {"2024-05-06"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("“It is over,” Jon Dahlby told reporters after the closing session.", "2024-05-06"),
        ("“It is over,” Jon Dahlby told reporters before going into the meeting.", "2024-05-06"),
        ("At the rally, Jon Dahlby said that it was over.", "2024-05-06"),
        ("Jon Dahlby said after the previous meeting that it was over.", None),
        ("Jon Dahlby, who leads the party at the talks, said that it was over.", None),
        ("It is over, according to a statement that Jon Dahlby issued after the talks.", None),
    ],
)
def test_after_the_meeting_is_on_the_only_day_told(line: Line, text: str, day: str | None) -> None:
    news = "Mara Ellingsen said on Monday that the port was full.\n\n"
    assert times(line, news + text) == ["2024-05-06", day]
    others = news + "Tuva Moen said on Tuesday that it was empty.\n\n"
    assert times(line, others + text)[-1] is None


def test_a_vote_is_news_of_its_own(line: Line) -> None:
    text = "Mara Ellingsen said on Wednesday it was late. A house passed a bill that came on Tuesday. It was long.\n\n"
    assert times(line, text + "After the vote, Jon Dahlby said that it was over.")[-1] is None


def test_what_comes_next_tells_of_no_other_occasion(line: Line) -> None:
    text = "Mara Ellingsen said on Monday it was late. It was over, she said. Separately, Jon Dahlby praised the port."
    assert times(line, text) == ["2024-05-06", "2024-05-06", None]


def test_who_did_not_answer_or_regard_it_so_did_not_do_so_then(line: Line) -> None:
    for more in ("She did not immediately respond to questions about the port.", "She did not regard it as an attack."):
        assert set(times(line, "Mara Ellingsen said on Monday it was late. " + more)[1:]) <= {None}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Mara Ellingsen told a meeting with young leaders in Norway's Bergen that the port was late.", BERGEN),
        ("In Bergen, people said the port was late.", BERGEN),
        ("In Bergen, people fear the worst.", None),
        ("In Bergen, developers see the port as wasted space.", None),
        ("During his long drive back to Bergen after the rally, Jon Dahlby said the port was late.", None),
    ],
)
def test_it_is_said_where_somebody_speaks(line: Line, text: str, place: str | None) -> None:
    (one,) = line.extraction(Article(id="a", text=text, published="2024-05-09", language="en")).statements
    assert (one.place.entity if one.place else None) == place


def test_where_somebody_will_speak_nothing_was_said_yet(line: Line) -> None:
    text = (
        "Mara Ellingsen is due to visit Oslo in September for a meeting of ministers, where she said she would speak."
    )
    assert times(line, text) == [None]
