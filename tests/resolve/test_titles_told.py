"""Whose a post is, and of what, by what stands before and behind a name. All people are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Extraction


def read(line: Line, text: str) -> Extraction:
    return line.extraction(Article(id="a", text=text, published="2024-05-10"))


def roles(line: Line, text: str, person: str) -> list[tuple[str, str | None]]:
    found = next(one for one in read(line, text).entities if one.id == person)
    return [(role.post, role.organization) for role in found.roles]


@pytest.mark.parametrize(
    ("text", "person", "post"),
    [
        (
            "Tor Brask, a veteran staffer for Sen. Ida Vestby (D-N.Y.), said no.",
            "person/ida-vestby",
            [("Senator", "place/5128638")],
        ),
        (
            "He blamed experts like Tor Brask, the commissioner, or Anna Holm, the president of the Vestby Academy.",
            "person/anna-holm",
            [("president", "organization/vestby-academy")],
        ),
        (
            "Groups such as the Harbour Fund and former Hamburg mayor Tor Vestby's party paid for it.",
            "person/tor-vestby",
            [("former mayor", "place/2911298")],
        ),
        ("Ida Vestby is the only sitting governor who has refused.", "person/ida-vestby", [("governor", None)]),
        ("Ida Vestby wants to lead the Fishery Committee, she said.", "person/ida-vestby", []),
        ("He praised fellow candidates Ida Vestby and Tor Brask.", "person/ida-vestby", []),
    ],
)
def test_a_post_is_of_whoever_stands_beside_it(
    line: Line, text: str, person: str, post: list[tuple[str, str | None]]
) -> None:
    assert roles(line, text, person) == post


def test_a_court_does_not_end_in_justice(line: Line) -> None:
    found = read(
        line,
        "Brask called Wednesday for Supreme Court Justice Ruth Vestby to resign. The U.S. Supreme Court did not reply.",
    )
    assert "organization/us-supreme-court" in {one.id for one in found.entities}
    assert not [one for one in found.entities if "Justice" in one.label]


def test_a_government_that_is_named_is_not_the_publisher(line: Line) -> None:
    text = "The minister welcomed the agreement of the Government of Iraq and the Kurdistan Regional Government."
    found = line.extraction(Article(id="a", text=text, publisher="UK Government", published="2024-05-10"))
    assert "country/IRQ" in {one.id for one in found.entities}
    assert "organization/uk-government" not in {one.id for one in found.entities}


def test_the_nations_military_is_the_states(line: Line) -> None:
    text = "Germany will pay for its military. The nation's military said on Friday that it was ready."
    bodies = {one.id for one in read(line, text).entities if one.kind == "organization"}
    assert bodies == {"organization/bundeswehr"}


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("It matters that the country and President Tor Vestby hear of it.", ["President"]),
        ("He won 3 percent and Ohio Gov. Tor Vestby won four.", ["Governor"]),
        ("Foreign Trade and Tourism Minister Tor Vestby left.", ["Foreign Trade and Tourism Minister"]),
        ("Harbour League planning and science manager Tor Vestby left.", ["planning and science manager"]),
        ("The director and co-writer Tor Vestby left.", ["director"]),
        ("The minister's personal attorney Tor Vestby left.", ["personal attorney"]),
        ("The president's daughter Tor Vestby left.", []),
        ("Tor Vestby, Executive Director of the Harbour League, left.", ["Executive Director"]),
    ],
)
def test_a_title_has_what_belongs_to_it_and_nothing_else(line: Line, text: str, post: list[str]) -> None:
    assert [held for held, _ in roles(line, text, "person/tor-vestby")] == post


def test_a_portfolio_ends_where_the_next_post_begins(line: Line) -> None:
    text = (
        "Minister of Environment, Water, and Agriculture and Chairman of the Harbour Committee Omar Dahl announced it."
    )
    assert ("Chairman", "organization/harbour-committee") in roles(line, text, "person/omar-dahl")


def test_an_article_within_a_post_stays(line: Line) -> None:
    assert roles(line, "Secretary of the Interior Omar Dahl left.", "person/omar-dahl") == [
        ("Secretary of the Interior", None)
    ]
