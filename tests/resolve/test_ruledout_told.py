"""Whom "the Ohio senator" or "the president" cannot mean by what is told of him, read by the whole line.

All people are invented.
"""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article


def meant(line: Line, text: str, words: str) -> str | None:
    """Whom the last mention of these words is of."""
    extraction = line.extraction(Article(id="a1", text=text, published="2026-03-12", language="en"))
    start = text.rindex(words)
    return next((one.entity for one in extraction.mentions if one.span == (start, start + len(words))), None)


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Gov. Kari Vestby of Utah and Tor Brask, the Ohio governor, met. The Ohio governor said the law was weak.",
            "The Ohio governor",
            "person/tor-brask",
        ),
        (
            "Rep. Kari Vestby was for Tor Brask, she said. The Ohio governor had left the race.",
            "The Ohio governor",
            "person/tor-brask",
        ),
        (
            "Kari Vestby, the governor of New Jersey, spoke. She met nobody. The Ohio governor left the race.",
            "The Ohio governor",
            None,
        ),
        (
            "Kari Vestby met Marit Moen, a Democratic strategist. The Republican nominee said that taxes would fall.",
            "The Republican nominee",
            "person/kari-vestby",
        ),
    ],
)
def test_an_office_of_one_state_is_not_held_in_another(line: Line, text: str, words: str, who: str | None) -> None:
    assert meant(line, text, words) == who


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tor Brask, the governor's son, said that he was sorry.", "the governor"),
        ("Tor Brask, a spokesman for the special counsel, declined to comment.", "the special counsel"),
        ("Tor Brask, the mayor's chief strategist, opposed it.", "the mayor"),
        ("Tor Brask was the governor's top adviser until May.", "the governor"),
        ("Kari Vestby met Tor Brask. The governor shook Brask's hand in Oslo.", "The governor"),
    ],
)
def test_whose_son_or_adviser_somebody_is_is_another(line: Line, text: str, words: str) -> None:
    assert meant(line, text, words) != "person/tor-brask"


def test_the_article_before_an_owner_is_his(line: Line) -> None:
    text = "Gov. Kari Vestby spoke in Oslo. Critics were surprised by the governor's chief strategist."
    assert meant(line, text, "the governor") == "person/kari-vestby"


def test_nobody_holds_an_office_that_he_is_only_thought_in(line: Line) -> None:
    text = "The law would fall under a President Brask, Kari Vestby said. Voters in Ohio know the president."
    assert meant(line, text, "the president") != meant(line, text, "Brask")
