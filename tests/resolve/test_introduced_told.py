"""When and where somebody speaks who is named after it is told what he is, or in court; and what is elsewhere."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article


def scenes(line: Line, text: str) -> list[tuple[str | None, str | None]]:
    """When and where each statement is said, in an article of Thursday, 9 May 2024."""
    article = Article(id="a", text=text, published="2024-05-09", language="en")
    said = [each for each in line.extraction(article).statements if each.parent is None]
    return [(one.time.value if one.time else None, one.place.entity if one.place else None) for one in said]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is unsafe, Norway's fisheries secretary said on Monday. “It was,” Secretary Aino Moen said.",
        "The bridge is unsafe, Jon Dahlby's spokeswoman said on Monday. “It was,” the spokeswoman, Aino Moen, said.",
        "A Norwegian court ruled on Monday that the bridge was unsafe. The Bergen court said it would close.",
        "The trial of a banker opened in Oslo on Monday. Aino Moen told the court that the bridge was unsafe.",
        "A hearing in Oslo on Monday lasted an hour. Under sharp questioning, Aino Moen admitted that it was unsafe.",
        "Jon Dahlby testified on Monday that it was late. Aino Moen testified that it was unsafe.",
        "A court in Oslo convicted a man on Monday. “It was unsafe,” Judge Aino Moen said as she read out the verdict.",
        "The judges wrote in Monday's ruling that the bridge was unsafe.",
        "The bridge is unsafe, according to a report presented on Monday by a network of divers.",
    ],
)
def test_who_is_named_later_or_speaks_in_court_does_so_then(line: Line, text: str) -> None:
    assert scenes(line, text)[-1][0] == "2024-05-06"


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is unsafe, the fisheries minister said on Monday. Finance Minister Aino Moen said it was late.",
        "The deputy director of the museum said on Monday that it was late. Director Aino Moen said it was unsafe.",
        "A German court ruled on Monday that the bridge was late. The Norwegian court said it would wait.",
        "A court in Oslo sentenced two men on Monday. Aino Moen told the court that the bridge was late.",
        "The judge adjourned the hearing to Monday and said that the bridge was unsafe.",
        "A hearing in Oslo ended on Monday. In April he stayed away. At the time, Aino Moen told the court he was ill.",
        "It won the support of Aino Moen, who said on Monday that the bridge was late. Jon Dahlby supported it.",
        "In Bergen, where divers have been at work since March, dockers said the bridge was unsafe.",
    ],
)
def test_another_minister_and_what_is_put_off_are_of_no_such_day(line: Line, text: str) -> None:
    assert scenes(line, text)[-1][0] is None


@pytest.mark.parametrize(
    "text",
    [
        "Norway cut its forecast because of forest fires in northern Bergen and said that it was sorry.",
        "On the deployment of missiles in Riga, the Norwegian government said that it was sorry.",
        "Jon Dahlby criticised analysts in Bergen and said that it was late.",
        "The Norwegian army once sent soldiers to Chad, Mali and the Gambia, and threatened to send them to Niger.",
        "A poll published in a Bergen daily showed that the bridge was popular.",
    ],
)
def test_where_something_else_is_nothing_was_said(line: Line, text: str) -> None:
    assert scenes(line, text)[-1][1] is None


def test_a_press_office_comes_back_to_what_was_said_at_the_meeting(line: Line) -> None:
    meeting = "Norwegian President Jon Dahlby received Danish Minister Aino Moen in Oslo on Monday. "
    said = "Dahlby stressed the value of the bridge. Moen expressed satisfaction with the work of the divers. "
    aside = "The bridge is four kilometres long. " * 12
    found = scenes(line, meeting + said + aside + "Dahlby reaffirmed that the bridge would open.")
    assert found[-1] == ("2024-05-06", "place/3143244")
