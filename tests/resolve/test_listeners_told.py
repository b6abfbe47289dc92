"""Whom somebody tells something: chambers and who sits there, papers, and who stands right before what is told."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article


def listeners(line: Line, text: str) -> list[list[str]]:
    """To whom each statement is made, without what is said within another; of Thursday, 9 May 2024."""
    found = line.extraction(Article(id="a", text=text, published="2024-05-09", language="en")).statements
    return [[(each.actor or "").partition("/")[2] for each in one.addressees] for one in found if one.parent is None]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Ann Rowe told the court Sweden had paid twice.", ["a/court"]),
        ("The envoy, Ann Rowe, told reporters Stockholm was to blame.", []),
        ("Ann Rowe told Radio Fjell he was the only one who had come.", ["radio-fjell"]),
        ("Ann Rowe told students Sweden had done more than the others.", []),
        ("Kasper Moen told Oslo and Stockholm the gate would close.", ["NOR", "SWE"]),
    ],
)
def test_who_does_what_is_told_is_not_told_it(line: Line, text: str, whom: list[str]) -> None:
    assert listeners(line, text)[0] == whom


def test_what_is_said_to_follow_a_verb_of_saying_tells_no_listener(line: Line) -> None:
    text = "The ambassador, Ann Rowe, told reporters Stockholm was to blame. She said her country would answer in kind."
    assert listeners(line, text)[1] == []


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Spain's government promised Ukraine a quarter of its output.", ["UKR"]),
        ("The attorney general, Ann Rowe, promised the commission every document it wanted.", ["a/commission"]),
    ],
)
def test_who_is_promised_something_is_told(line: Line, text: str, whom: list[str]) -> None:
    assert listeners(line, text)[0] == whom


_QUOTA = "Norway's fisheries minister, Kasper Moen, defended the quota on Monday.\n\n"
_PERU = "Peru's Congress voted on Tuesday to remove the minister.\n\n"
_SENATE = "A bill that the U.S. Senate debated on Monday would change that. "


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        (_QUOTA + "Lawmaker Ann Rowe told the house that nobody had counted a fish.", ["storting"]),
        (_QUOTA + "The minister told the chamber he had counted both.", ["storting"]),
        (_QUOTA + "“We counted,” the minister told MPs.", ["storting"]),
        (_PERU + "“I have nothing to hide,” Kasper Moen told the house.", ["congress-of-peru"]),
        (_PERU + "Kasper Moen told the legislature the watches were gifts.", ["congress-of-peru"]),
        (_SENATE + "Defense Secretary Kasper Moen told senators the ships were on time.", ["us-senate"]),
        ("Senegal's trade minister, Kasper Moen, told lawmakers in Dakar that it would pay.", ["senegal-parliament"]),
    ],
)
def test_a_house_and_who_sits_there_is_the_parliament_that_is_meant(line: Line, text: str, whom: list[str]) -> None:
    assert listeners(line, text)[-1] == whom


def test_an_unknown_name_that_is_told_something_is_somebody(line: Line) -> None:
    assert listeners(line, "“It was never open,” the mayor, Ann Rowe, told the Agency.")[0] == ["agency"]


def test_lawmakers_in_a_town_of_another_state_are_not_those_of_who_tells_them(line: Line) -> None:
    found = listeners(line, "Senegal's trade minister, Kasper Moen, told lawmakers in London that it would pay.")
    assert "senegal-parliament" not in found[-1]
