"""Parties and bodies of a name that several states have, laws that are nobody, embassies, people of a place."""

from __future__ import annotations

import pytest

from kg.resolve import Gazetteer
from tests.resolve.test_resolve import Draft, who


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def _in(country: str, words: str, label: str, gazetteer: Gazetteer) -> str | None:
    """Whom the words mean in an article that names the country twice."""
    draft = Draft(f"{country} waits. {country} votes. The {words} objected.")
    for _ in range(2):
        draft.name(country, "LOC")
        draft._position += 1
    name = draft.name(words, label, acting=True, function="subject")
    return who(draft.resolve(gazetteer), name)


@pytest.mark.parametrize(
    ("country", "words", "label", "meant"),
    [
        ("Germany", "Christian Democrats", "MISC", "organization/christian-democratic-union"),
        ("Germany", "Greens", "MISC", "organization/alliance-90-the-greens"),
        ("Britain", "Conservatives", "MISC", "organization/conservative-party"),
        ("Canada", "Conservatives", "MISC", "organization/conservative-party-of-canada"),
        ("Britain", "Treasury", "ORG", "organization/hm-treasury"),
        ("the United States", "Treasury", "ORG", "organization/us-department-of-the-treasury"),
        ("the United States", "House", "ORG", "organization/us-house-of-representatives"),
        ("South Korea", "National Security Council", "ORG", "organization/south-korea-national-security-council"),
        ("the United States", "Democrats", "MISC", "organization/democratic-party"),
        ("Brazil", "Senate", "ORG", "organization/brazilian-senate"),
    ],
)
def test_a_party_and_a_body_are_of_the_state_that_the_article_names(
    country: str, words: str, label: str, meant: str, gazetteer: Gazetteer
) -> None:
    assert _in(country, words, label, gazetteer) == meant


def test_a_party_of_a_state_that_nobody_names_is_not_guessed(gazetteer: Gazetteer) -> None:
    assert _in("Kenya", "Labour Party", "ORG", gazetteer) == "organization/a1/labour-party"
    assert _in("Kenya", "Democrats", "MISC", gazetteer) is None
    assert _in("Kenya", "CDU", "ORG", gazetteer) == "organization/christian-democratic-union"  # known everywhere


@pytest.mark.parametrize(
    "name", ["Clean Harbours Act", "Harbour Safety Act of 2015", "Vestby v. Moenberg", "USS Vestby", "Vestby Prize"]
)
def test_laws_lawsuits_ships_and_prizes_are_nobody(name: str, gazetteer: Gazetteer) -> None:
    draft = Draft(f"The {name} was on the table.")
    mention = draft.name(name, "ORG")
    assert who(draft.resolve(gazetteer), mention) is None


def test_an_embassy_is_one_by_whose_it_is_and_where(gazetteer: Gazetteer) -> None:
    draft = Draft("Chile waits. The French embassy objected.")
    draft.name("Chile", "LOC")
    whose = draft.name("French", "MISC")
    draft._position = 0
    draft.described("The French embassy", "embassy", "organization", acting=True, within=(whose.span,))
    assert "organization/french-embassy-in-chile" in {one.actor for one in draft.resolve(gazetteer).mentions}


def test_a_bodys_name_in_small_letters_is_marked_without_its_article(gazetteer: Gazetteer) -> None:
    draft = Draft("Then the French foreign ministry objected. Later the ministry relented.")
    whose = draft.name("French", "MISC")
    draft._position = 0
    draft.described("the French foreign ministry", "ministry", "organization", acting=True, within=(whose.span,))
    draft.described("the ministry", "ministry", "organization", acting=True)
    found = draft.resolve(gazetteer)
    marked = [found.article.text[slice(*one.span)] for one in found.mentions if one.form == "description"]
    assert marked == ["French foreign ministry", "the ministry"]
    assert len({one.actor for one in found.mentions if one.form == "description"}) == 1


def test_people_of_two_places_are_two_groups(gazetteer: Gazetteer) -> None:
    draft = Draft("Fishermen in Oran objected. Fishermen in Bejaia agreed.")
    draft.described(
        "Fishermen in Oran", "fisherman", "group", acting=True, definite=False, plural=True, where="in Oran"
    )
    draft.described(
        "Fishermen in Bejaia", "fisherman", "group", acting=True, definite=False, plural=True, where="in Bejaia"
    )
    assert len({one.actor for one in draft.resolve(gazetteer).mentions}) == 2
