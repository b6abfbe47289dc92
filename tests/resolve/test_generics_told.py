"""Offices and candidates that are nobody's yet, or anybody's, read by the whole line. All people are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article

RUN = "Kari Vestby and Tor Brask are running for president. Vestby, the Republican candidate, spoke in Ohio. "


def meant(line: Line, text: str, words: str) -> str | None:
    """Whom these words of a text, behind what opens it, are of."""
    extraction = line.extraction(Article(id="a1", text=RUN + text, published="2026-03-12", language="en"))
    start = len(RUN) + text.index(words)
    return next((one.entity for one in extraction.mentions if one.span == (start, start + len(words))), None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Brask said he would stay at home if Vestby is the nominee.", "the nominee"),
        ("Brask said nobody could prevent Vestby from becoming the candidate.", "the candidate"),
        ("Brask said Vestby was not the candidate of the unions.", "the candidate of the unions"),
        ("Brask asked whoever becomes the candidate to keep the law.", "the candidate"),
        ("Brask does not know who the challenger was.", "the challenger"),
        ("Brask would rather stay at home than unite around Vestby as the candidate.", "the candidate"),
        ("Brask said the law binds the next president.", "the next president"),
        ("Brask said Ohio had voted for the winning candidate since 1960.", "the winning candidate"),
        ("Brask said delegates have to vote for the candidate who won their state.", "the candidate"),
        ("Brask said delegates vote for the candidate of their choice.", "the candidate of their choice"),
        ("Brask said he would support the Republican candidate, whoever it was.", "the Republican candidate"),
        ("Brask said that voters in Ohio would choose the candidate.", "the candidate"),
        ("Brask said Ohio would listen to the first candidate to visit it.", "the first candidate"),
    ],
)
def test_who_would_or_should_have_an_office_is_nobody(line: Line, text: str, words: str) -> None:
    assert meant(line, text, words) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Brask met Moen. The candidate said that taxes would fall.", "The candidate"),
        ("On Monday the candidate, who was born in Ohio, promised lower taxes.", "the candidate"),
        ("On Monday Vestby became the Republican nominee.", "the Republican nominee"),
        ("On Monday Republicans chose Vestby as their nominee.", "their nominee"),
        ("Many know it, but the Republican nominee is Vestby.", "the Republican nominee"),
        ("Brask is strong, as strong as the candidate.", "the candidate"),
    ],
)
def test_who_runs_or_has_won_is_who_is_told_to(line: Line, text: str, words: str) -> None:
    assert meant(line, text, words) == "person/kari-vestby"
