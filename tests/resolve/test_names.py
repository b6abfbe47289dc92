"""Whose names are by date, post, country, title and sentence; from findings made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.resolve import Gazetteer
from tests.resolve.test_resolve import Draft, who


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def test_a_citys_own_name_goes_before_a_spelling_of_a_larger_one(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Puno")[0].country == "PER"
    assert gazetteer.lookup("Pune")[0].country == "IND"
    assert gazetteer.lookup("Odessa")[0].country == "UKR"  # its usual name in the news, kept by hand


def test_a_titled_surname_is_resolved_before_a_bare_one_that_two_may_bear(gazetteer: Gazetteer) -> None:
    draft = Draft("Vestby hints. Vestby asks.\n\nThomas Vestby and Anna Vestby came. Ms Vestby spoke.")
    bare = draft.name("Vestby", "PER")
    draft._position += 1
    again = draft.name("Vestby", "PER")
    draft.name("Thomas Vestby", "PER")
    anna = draft.name("Anna Vestby", "PER")
    draft._position = draft.article.text.index("Ms ")
    titled = draft.name("Vestby", "PER", gender="f")
    found = draft.resolve(gazetteer)
    assert who(found, titled) == who(found, anna)
    assert who(found, bare) == who(found, again) == "person/a1/vestby"


def test_a_body_is_of_the_country_that_its_name_or_its_sentence_tells(gazetteer: Gazetteer) -> None:
    draft = Draft("Turkey's foreign ministry spoke. In Astana a spokesman for the Foreign Ministry left.")
    possessive = draft.name("Turkey's foreign ministry", "ORG")
    draft.name("Astana", "LOC", locative=True)
    bare = draft.name("Foreign Ministry", "ORG")
    found = draft.resolve(gazetteer)
    assert who(found, possessive) == "organization/turkey-foreign-ministry"
    assert who(found, bare) == "organization/turkey-foreign-ministry"  # the one that was named before
    alone = Draft("In Astana a spokesman for the Foreign Ministry left.")
    alone.name("Astana", "LOC", locative=True)
    bare = alone.name("Foreign Ministry", "ORG")
    assert who(alone.resolve(gazetteer), bare) == "organization/kazakhstan-foreign-ministry"


def test_a_surname_goes_on_to_mean_whom_it_meant_before_another_of_that_name_came_in_passing(
    gazetteer: Gazetteer,
) -> None:
    draft = Draft("Tor Vestby came. Vestby spoke.\n\nKari Vestby left.\n\nThere was rain.\n\nVestby spoke again.")
    first = draft.name("Tor Vestby", "PER")
    draft._position += len("Tor Vestby")
    draft.name("Vestby", "PER")
    draft.name("Kari Vestby", "PER")
    draft._position = draft.article.text.index("Vestby spoke again")
    bare = draft.name("Vestby", "PER")
    assert who(draft.resolve(gazetteer), bare) == who(draft.resolve(gazetteer), first)


@pytest.mark.parametrize("name", ['Walter J. "Skip" Vestby', "Walter J. “Skip” Vestby"])
def test_a_name_with_a_nickname_is_known_by_either(gazetteer: Gazetteer, name: str) -> None:
    draft = Draft(f"{name} came. Skip Vestby spoke. Vestby left.")
    full, called, bare = draft.name(name, "PER"), draft.name("Skip Vestby", "PER"), draft.name("Vestby left", "PER")
    draft.mentions[2] = bare = replace(bare, end=bare.start + len("Vestby"))
    draft.traits[2] = replace(draft.traits[2], text="Vestby")
    found = draft.resolve(gazetteer)
    assert who(found, full) == who(found, called) == who(found, bare)
    known = Draft('Joseph R. "Joe" Biden came.', published="2016-09-03")
    biden = known.name('Joseph R. "Joe" Biden', "PER")
    assert who(known.resolve(gazetteer), biden) == "person/joe-biden"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mexicans often say that it rains.", "unnamed"),
        ("In Lima the Mexicans said that it rains.", "country"),
        ("Democrats say that it rains.", "organization"),
    ],
)
def test_people_of_a_state_do_not_speak_for_it_as_members_do_for_their_party(
    gazetteer: Gazetteer, text: str, speaker: str
) -> None:
    draft = Draft(text)
    name = draft.name("Democrats" if "Democrats" in text else "Mexicans", "MISC", plural=True, acting=True)
    draft.says(name, "it rains")
    (said,) = draft.resolve(gazetteer).statements
    assert said.speaker.kind == speaker
