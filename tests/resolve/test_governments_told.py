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


def test_our_country_and_this_country_are_the_speakers(line: Line) -> None:
    extraction = found(
        line,
        "Norway voted on Monday. Polls in Oslo and Bergen closed late, and Norway was calm.\n\n"
        "Kari Vestby had sold her van in Chile.\n\n"
        "“Nobody in this country will ever be poor,” Vestby said. “Our nation is brave.”",
    )
    assert meant(extraction, "Nobody in ", "this country") == "country/NOR"
    assert meant(extraction, "“", "Our nation") == "country/NOR"


def test_the_country_is_the_one_that_the_article_is_of(line: Line) -> None:
    extraction = found(
        line,
        "Norway voted on Monday. Polls in Oslo and Bergen closed late. Norway's Labour Party lost three seats, and a "
        "man who had driven a van through Chile voted first.\n\n"
        "Kari Vestby slept. Snow fell on the coast.\n\nThe turnout across the country was higher than ever.",
    )
    assert meant(extraction, "across ", "the country") == "country/NOR"


def test_the_country_is_the_one_named_just_before(line: Line) -> None:
    extraction = found(
        line,
        "Norway voted on Monday. Polls in Oslo and Bergen closed late. Kari Vestby flew to Chile on Tuesday and said "
        "that she would stay in the country for a week.",
    )
    assert meant(extraction, "stay in ", "the country") == "country/CHL"


def test_without_the_name_of_a_state_the_country_is_that_of_its_bodies(line: Line) -> None:
    extraction = found(line, "The Mexican Supreme Court issued the country's first permit for hemp.")
    assert meant(extraction, "issued ", "the country") == "country/MEX"


def test_the_country_that_others_enter_is_not_theirs(line: Line) -> None:
    extraction = found(line, "Chilean firms entered the country last year, Kari Vestby said.")
    assert meant(extraction, "entered ", "the country") is None


def test_that_country_is_the_other_one(line: Line) -> None:
    extraction = found(
        line, "Jobs were not lost to Chile, because Norway has no treaties of this kind with that country."
    )
    assert meant(extraction, "kind with ", "that country") == "country/CHL"


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Kari Vestby had no experience in ", "government"),
        ("Kari Vestby spoke to officials at every level of ", "government"),
        ("Kari Vestby was accused of obstructing ", "the administration of justice"),
    ],
)
def test_what_governs_is_no_actor_where_nobody_acts(line: Line, before: str, words: str) -> None:
    assert meant(found(line, f"South Africa voted on Monday. {before}{words}."), before, words) is None


def test_government_without_an_article_acts_where_the_press_drops_it(line: Line) -> None:
    extraction = found(line, "Ghana voted on Monday. The firm urged government to lower the tax on Tuesday.")
    assert meant(extraction, "urged ", "government") == "country/GHA"


def test_the_administration_is_americas_and_not_the_foreign_states(line: Line) -> None:
    extraction = found(
        line,
        "Barack Obama met Josh Earnest on Monday. Syria's war was no nearer to its end. "
        "The administration rejected the plan of Kari Vestby.",
        published="2013-09-01",
    )
    assert meant(extraction, "end. ", "The administration") == "country/USA"


def test_the_administration_of_a_state_that_has_a_government_is_somebody_elses(line: Line) -> None:
    extraction = found(
        line, "Temples in Bangladesh burned on Monday. Kari Vestby said the administration had built them again."
    )
    assert meant(extraction, "said ", "the administration") != "country/BGD"


def test_american_authorities_are_those_of_a_place(line: Line) -> None:
    text = "Shots were fired in the United States on Monday. Authorities said two men were dead."
    assert meant(found(line, text), "Monday. ", "Authorities") != "country/USA"


def test_the_only_country_is_none_that_was_named(line: Line) -> None:
    text = "Chile voted on Monday. Kari Vestby had left the only country in the world."
    assert meant(found(line, text), "left ", "the only country in the world") is None
