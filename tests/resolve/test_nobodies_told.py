"""Names that are nobody's: lawsuits, gods, figures of speech, storms, credits. All people are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article


def people(line: Line, text: str) -> set[str]:
    """The people that a text is found to name."""
    extraction = line.extraction(Article(id="a1", text=text, published="2026-03-12", language="en"))
    return {one.label for one in extraction.entities if one.kind == "person"}


@pytest.mark.parametrize(
    "text",
    [
        "The court may overturn Roe v. Wade, Kari Vestby said.",
        "The ruling in Ashcroft v. Iqbal helped Kari Vestby.",
        "The decision in Lindqvist vs. Tarnow changed the law, Kari Vestby told the judge.",
        "Kari Vestby said that God was great and thanked Jesus.",
        "Kari Vestby said that Jim Crow was not over.",
        "Kari Vestby said Hurricane Olga was near. Olga killed ten people.",
        "Kari Vestby said that Vestbyism was dead.",
        "Tor Moen/Getty Images. Kari Vestby spoke in Oslo.",
        "Kari Vestby spoke in Oslo. Follow Tor Moen on Twitter @tormoen.",
    ],
)
def test_what_is_nobodys_name_is_nobody(line: Line, text: str) -> None:
    assert people(line, text) == {"Kari Vestby"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("It is Kari Brask vs. Tor Moen, said voters in Oslo.", {"Kari Brask"}),
        ("Marit God of Lyon spoke. God said that the road was closed.", {"Marit God"}),
    ],
)
def test_who_is_named_so_is_somebody(line: Line, text: str, who: set[str]) -> None:
    assert people(line, text) >= who


def test_a_firm_keeps_what_ends_its_name(line: Line) -> None:
    text = "Kari Vestby ate at the McDonald’s in Oslo. McDonald's said that it would close."
    extraction = line.extraction(Article(id="a1", text=text, published="2026-03-12", language="en"))
    assert people(line, text) == {"Kari Vestby"}
    assert {one.id for one in extraction.entities if one.kind == "organization"} == {"organization/mcdonalds"}
    assert people(line, "Tor McDonald died. McDonald's family was sorry.") == {"Tor McDonald"}
