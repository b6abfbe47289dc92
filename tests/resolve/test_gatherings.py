"""What is said before, at or after a meeting that the sentence takes up is said on its day and at its place."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article

BERN, OSLO = "place/2661552", "place/3143244"
MET = (
    "Norwegian Foreign Minister Jon Dahlby met Danish Foreign Minister Mara Ellingsen in Bern on Tuesday. "
    "Fishermen waited.\n\n"
)


def last(line: Line, text: str) -> tuple[str | None, str | None]:
    """When and where the last statement is said, in an article of Thursday, 9 May 2024."""
    article = Article(id="a", text=text, published="2024-05-09", language="en")
    one = [each for each in line.extraction(article).statements if each.parent is None][-1]
    return one.time.value if one.time else None, one.place.entity if one.place else None


@pytest.mark.parametrize(
    ("text", "scene"),
    [
        (MET + "After the meeting, Dahlby said that the bridge was late.", ("2024-05-07", BERN)),
        (MET + "During the meeting, Minister Tuva Moen said that the bridge was late.", ("2024-05-07", BERN)),
        (MET + "Ellingsen, for her part, warned that it would rust.", ("2024-05-07", BERN)),
        (MET + "A day after the meeting, Dahlby said that the bridge was late.", (None, None)),
        (MET + "Dahlby said at the news conference that the bridge was late.", (None, None)),
        (MET.replace("met", "held a second day of talks with") + "After the talks, Dahlby said no.", (None, BERN)),
    ],
    ids=[
        "after it",
        "during it, by who is not told to be there",
        "for her part",
        "another day",
        "the press",
        "of several days no day",
    ],
)
def test_a_meeting_taken_up_tells_when_and_where(line: Line, text: str, scene: tuple[str | None, str | None]) -> None:
    assert last(line, text) == scene


def test_a_body_hears_while_it_sits(line: Line) -> None:
    text = (
        "The UN Security Council met in New York on Tuesday to discuss the bridge.\n\n"
        "The envoy, Jon Dahlby, told the council that the bridge was late."
    )
    assert last(line, text) == ("2024-05-07", "place/5128581")


def test_a_communique_is_of_the_day_and_the_place_of_the_meeting(line: Line) -> None:
    text = MET + "In a joint statement, Dahlby and Ellingsen condemned the delay."
    assert last(line, text) == ("2024-05-07", BERN)
