"""Whom what is said speaks of by "it", "they", "the state" or "the company", read by the whole line.

All people are invented.
"""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article


def topics(line: Line, text: str) -> set[str | None]:
    statement = line.extraction(Article(id="a", text=text, published="2024-05-09", language="en")).statements[-1]
    return {item.mention.actor for item in statement.about}


@pytest.mark.parametrize(
    "words",
    [
        "in talks to buy the ship",
        "deeply concerned about the flood",
        "horrified",
        "ready to help",
        "in touch with the crew",
        "not aware of the case",
    ],
)
def test_what_only_somebody_can_be_is_said_of_the_state_that_says_so(line: Line, words: str) -> None:
    assert topics(line, f"Norway said it was {words}.") == {"country/NOR"}


@pytest.mark.parametrize("words", ["had taken note of the result", "would take the ban to court", "remained committed"])
def test_what_only_somebody_can_do_is_said_of_the_state_that_says_so(line: Line, words: str) -> None:
    assert topics(line, f"Norway said it {words}.") == {"country/NOR"}


@pytest.mark.parametrize(
    "words", ["was time to go", "was the fifth flood since May", "would take a long time to mend the road"]
)
def test_an_it_that_is_nobody_stays_so(line: Line, words: str) -> None:
    assert topics(line, f"Norway said it {words}.") == set()


def test_two_who_say_together_what_they_do_speak_of_both(line: Line) -> None:
    assert topics(line, "Kenya and Rwanda said they would sign the text.") == {"country/KEN", "country/RWA"}


def test_to_whom_something_is_done_is_spoken_of_by_her(line: Line) -> None:
    assert "person/kari-moen" in topics(line, "Kari Moen said on Monday that nobody had asked her to wait.")


@pytest.mark.parametrize(
    "words",
    ["stood by its word", "is a friend", "was free to keep its money", "had no doubt about the course", "was grateful"],
)
def test_a_capital_that_has_a_mind_is_its_government(line: Line, words: str) -> None:
    assert topics(line, f"Trade envoy Kari Moen said on Monday that Nairobi {words}.") == {"country/KEN"}


def test_a_capital_that_is_easy_to_reach_is_a_town(line: Line) -> None:
    assert topics(line, "Trade envoy Kari Moen said on Monday that Nairobi was easy to reach.") == set()


@pytest.mark.parametrize("words", ["had no snow", "had no parks"])
def test_what_a_town_lacks_makes_it_no_government(line: Line, words: str) -> None:
    assert topics(line, f"Trade envoy Kari Moen said on Monday that Nairobi {words}.") == set()


def test_the_state_is_that_of_the_minister_who_says_so(line: Line) -> None:
    text = (
        "Gabon ended the contract on Monday. Mines Minister Jean Mbengo said the state would remember who had helped."
    )
    assert topics(line, text) == {"country/GAB"}


def test_where_states_are_many_the_state_is_not_the_country(line: Line) -> None:
    assert topics(line, "Iowa Governor Ada Holm said on Monday that the state would sue.") == set()


@pytest.mark.parametrize("words", ["her company", "the company"])
def test_the_company_is_that_which_whoever_speaks_heads(line: Line, words: str) -> None:
    text = (
        "Ada Holm, chief executive of the carrier Nordvik Airlines, was silent.\n\n"
        f"The minister praised Vestby Airlines. Holm said {words} had paid."
    )
    assert topics(line, text) == {"organization/nordvik-airlines"}


def test_who_speaks_of_both_sides_is_neither(line: Line) -> None:
    text = "Denmark and Chile quarrelled over fish on Monday. Norway said on Tuesday that both sides had a point."
    assert topics(line, text) == {"country/DNK", "country/CHL"}


@pytest.mark.parametrize(
    "name",
    ["Modehaus Kolbe", "Nyati Gold, the country's biggest producer,", "The operator, Kolbe West,", "The maker, Kolbe,"],
)
def test_who_is_it_is_no_person_whatever_the_name(line: Line, name: str) -> None:
    text = f"The harbour was shut. {name} said on Monday it had raised its prices."
    assert all(one and one.startswith("organization/") for one in topics(line, text))
    assert topics(line, text)


@pytest.mark.parametrize("name", ["Its chairman, Jon Moen,", "Jon Moen, a teacher,", "Jon Moen, who leads it,"])
def test_who_speaks_of_it_and_is_told_what_he_is_stays_a_person(line: Line, name: str) -> None:
    said = line.extraction(
        Article(id="a", text=f"The party lost. {name} said on Monday it would go to court.", published="2024-05-09")
    )
    assert [one.speaker.entity for one in said.statements] == ["person/jon-moen"]


@pytest.mark.parametrize("words", ["helped that prices fell", "came as a surprise", "had rained", "had lost its crew"])
def test_who_has_a_given_name_and_speaks_of_a_matter_stays_a_person(line: Line, words: str) -> None:
    said = line.extraction(
        Article(id="a", text=f"The port was sold. Jon Moen said it {words}.", published="2024-05-09")
    )
    assert [one.speaker.entity for one in said.statements] == ["person/jon-moen"]


def test_who_tells_another_of_it_stays_a_person(line: Line) -> None:
    said = line.extraction(Article(id="a", text="Ikoro Seo told Norway it would get its ship.", published="2024-05-09"))
    assert [one.speaker.entity for one in said.statements] == ["person/ikoro-seo"]


def test_the_country_is_that_of_the_official_who_speaks(line: Line) -> None:
    text = (
        "Zimbabwe will vote on Sunday. Zimbabwe's Information Minister Energy Gwatidzo said observers from China were "
        "at work. He said the country did not need them."
    )
    assert topics(line, text) == {"country/ZWE"}


@pytest.mark.parametrize("words", ["troops had left", "officers had been fired on", "borders were open"])
def test_by_whose_forces_and_frontiers_are_told_it_is_spoken_of(line: Line, words: str) -> None:
    assert topics(line, f"Norway said on Monday that its {words}.") == {"country/NOR"}


def test_the_country_is_that_named_just_before_an_official_of_another_speaks(line: Line) -> None:
    text = "Danish Foreign Minister Tuva Dahl visited Niger. Dahl said the country had to return to democracy."
    assert "country/NER" in topics(line, text)
    assert "country/DNK" not in topics(line, text)
