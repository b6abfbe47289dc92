"""Whether what is told was said, read by the whole line. All people are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Statement


@pytest.fixture(scope="module")
def line(bundled_gazetteer: None) -> Line:
    return Line()


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Marek did not accuse Jana Holub of lying.",
        "President Ivo Marek avoided condemning Russia’s invasion of Georgia.",
        "President Ivo Marek has yet to condemn Russia.",
        "Ivo Marek stopped short of endorsing the plan.",
    ],
)
def test_what_somebody_does_not_say_is_negated(line: Line, text: str) -> None:
    found = next(iter(line.extraction(Article(id="a", text=text, published="2024-05-09")).statements))
    assert (found.cue.negated, found.polarity) == (True, "negative")


def first_of(line: Line, text: str) -> Statement:
    """The first statement that is not inside another."""
    found = line.extraction(Article(id="a", text=text, published="2024-05-09")).statements
    return next(one for one in found if one.parent is None)


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ('"The harbour is full. We do not need more ships," Ivo Marek said.', "positive"),
        ('"We do not need more ships. The harbour is full," Ivo Marek said.', "negative"),
        ('"This rise is nothing like the last one," Ivo Marek said.', "negative"),
        ("Ivo Marek said the port was not full and that the ships could come.", "negative"),
        ('"It is not a ban, it is a delay," Ivo Marek said.', "positive"),
        ('"The port is not closed but empty," Ivo Marek said.', "positive"),
    ],
)
def test_the_first_thing_said_decides_unless_it_is_set_right(line: Line, text: str, polarity: str) -> None:
    assert first_of(line, text).polarity == polarity


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Ivo Marek hoped that the bridge would open in May.", "possible"),
        ("Ivo Marek said he hoped the bridge would open in May.", "possible"),
        ("Ivo Marek voiced hope that the bridge would open in May.", "possible"),
        ("Ivo Marek said he believed the bridge would open in May.", "probable"),
    ],
)
def test_who_says_that_he_hopes_is_no_surer_than_who_hopes(line: Line, text: str, certainty: str) -> None:
    assert first_of(line, text).certainty == certainty
