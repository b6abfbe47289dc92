"""Who is meant by a surname alone, whatever else the text speaks of; and whose surname a town has."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article


@pytest.fixture(scope="module")
def line() -> Line:
    return Line()


def meant(line: Line, text: str, name: str, published: str = "2018-06-01") -> list[str | None]:
    """Whom each mention of the name stands for."""
    found = line.extraction(Article(text=text, id="x", published=published))
    return [one.entity for one in found.mentions if found.article.text[one.start : one.end] == name]


def test_who_is_known_by_the_surname_alone_needs_no_country_beside_it(line: Line) -> None:
    assert meant(line, "The envoys waited, and Obama said that he would come.", "Obama") == ["person/barack-obama"]
    assert meant(line, "The talks failed. Assad left the room.", "Assad") == ["person/bashar-al-assad"]


def test_before_that_day_nobody_is(line: Line) -> None:
    (found,) = meant(line, "The envoys waited, and Obama said that he would come.", "Obama", "2001-03-05")
    assert found != "person/barack-obama"


def test_a_title_and_a_given_name_are_a_name_of_rulers(line: Line) -> None:
    text = "Pope Francis warned of a new war on Saturday. Francis said that he was worried."
    assert meant(line, text, "Francis") == ["person/pope-francis"] * 2
    assert meant(line, "King Salman received the guests.", "Salman", "2017-05-20") == ["person/salman-bin-abdulaziz"]


def test_the_president_is_none_of_his_kin_who_are_named_in_full(line: Line) -> None:
    text = "President Trump called Melania Trump from Lagos, and Trump said that the talks had failed."
    assert meant(line, text, "Trump") == ["person/donald-trump"] * 2
    text = "President Obama came with Michelle Obama. Mrs. Obama told reporters that she was glad."
    assert meant(line, text, "Obama") == ["person/barack-obama", "person/michelle-obama"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The plan rests on the hope to bury Obama with advertisements.", "Obama"),
        ("Few doubted that Clinton had lost.", "Clinton"),
        ("Voters of both parties preferred Rubio.", "Rubio"),
    ],
)
def test_no_town_is_meant_by_the_surname_of_a_politician(line: Line, text: str, name: str) -> None:
    assert not any((found or "").startswith("place/") for found in meant(line, text, name))


def test_where_something_happens_in_it_the_town_is_meant(line: Line) -> None:
    (found,) = meant(line, "The two firms opened a plant in Obama, Japan, on Monday.", "Obama")
    assert found == "place/1854849"


def test_a_legislator_is_known_by_the_surname_where_the_text_speaks_of_the_country(line: Line) -> None:
    told = "The bill went to the U.S. Senate on Monday, where Ayotte spoke against it."
    assert meant(line, told, "Ayotte", "2014-03-04") == ["person/kelly-ayotte"]
    (found,) = meant(line, "The harvest was poor, Ayotte said.", "Ayotte", "2014-03-04")
    assert found != "person/kelly-ayotte"
