"""Transcripts: when and where all that is said in them was said."""

from __future__ import annotations

import pytest

from kg.annotate import Annotator
from kg.line import Line
from kg.model import Article

TURNS = (
    "QUESTION: Is it over?\n\nMS ROWE: No, it is not.\n\nQUESTION: When will it be?\n\nMS ROWE: On Tuesday, in Rome."
)


@pytest.fixture(scope="module")
def line() -> Line:
    return Line(annotator=Annotator())


def told(line: Line, above: str) -> set[tuple[str | None, str | None]]:
    article = Article(id="a1", text=f"{above}\n\n{TURNS}", published="2026-03-06", language="en")
    return {
        (one.time.value if one.time else None, one.place.entity if one.place else None)
        for one in line.extraction(article).statements
        if one.parent is None
    }


@pytest.mark.parametrize(
    "above",
    [
        "The following is a transcript of the weekly briefing held in Oslo on Thursday.",
        "OSLO, March 5. Deputy spokesperson Anna Rowe opened the briefing at noon.",
        "Anna Rowe has been a minister since 2019. She spoke to the Courier in her office in Oslo on Thursday.",
    ],
)
def test_every_turn_is_of_the_day_and_the_place_that_the_words_above_tell(line: Line, above: str) -> None:
    assert told(line, above) == {("2026-03-05", "place/3143244")}


def test_the_day_of_a_trip_that_is_announced_is_not_that_of_the_briefing(line: Line) -> None:
    assert told(
        line, "Foreign Minister Anna Rowe will visit Oslo on Monday. The ministers will hold talks in Bergen."
    ) == {(None, None)}
