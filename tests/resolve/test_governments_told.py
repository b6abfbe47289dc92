"""Of which state a government or a country is, read by the whole line. Private people are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Extraction


def found(line: Line, text: str, published: str = "2018-06-01") -> Extraction:
    return line.extraction(Article(id="a1", text=text, published=published, language="en"))


def meant(extraction: Extraction, before: str, words: str) -> str | None:
    """Whom the words right behind the others mean."""
    start = extraction.article.text.index(before + words) + len(before)
    return next((one.actor for one in extraction.mentions if one.span == (start, start + len(words))), None)


@pytest.mark.parametrize(
    ("before", "words", "state"),
    [
        ("That was a success of ", "the Obama administration", "country/USA"),
        ("She left while the ", "Trump Administration", "country/USA"),
        ("They joined ", "the Bush administration", "country/USA"),
        ("The council asked for the end of ", "the Maduro regime", "country/VEN"),
        ("Nobody in Bergen trusts ", "the Ortega-Murillo regime", "country/NIC"),
        ("Kari Vestby welcomed ", "the administration of Barack Obama", "country/USA"),
        ("Kari Vestby condemned ", "the Zionist regime", "country/ISR"),
    ],
)
def test_a_government_that_has_a_rulers_name_is_his_states(line: Line, before: str, words: str, state: str) -> None:
    assert meant(found(line, f"{before}{words} rejected it."), before, words) == state


def test_a_governors_government_is_no_states_though_a_ruler_has_his_name(line: Line) -> None:
    extraction = found(
        line,
        "Gov. Tom Merkel met teachers in Ohio on Monday. The Merkel administration rejected the plan. "
        "Later the Merkel administration dropped it.",
    )
    assert meant(extraction, "Monday. ", "The Merkel administration") != "country/DEU"
    assert meant(extraction, "Later ", "the Merkel administration") != "country/DEU"


def test_a_president_keeps_his_administration_beside_a_governor_of_his_family(line: Line) -> None:
    extraction = found(line, "Gov. Jeb Bush spoke in Ohio on Monday. He had opposed the Bush administration.")
    assert meant(extraction, "opposed ", "the Bush administration") == "country/USA"


def test_a_local_government_is_no_state(line: Line) -> None:
    extraction = found(line, "Norway signed the treaty on Monday. The local government rejected it on Tuesday.")
    assert meant(extraction, "Monday. ", "The local government") != "country/NOR"
