"""Bearers: whom the gazetteer knows by a person's name."""

from __future__ import annotations

import pytest

from kg.resolve import Gazetteer
from tests.resolve.test_resolve import Draft, who


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def test_a_title_means_its_holder_also_after_the_term_and_nobody_before(gazetteer: Gazetteer) -> None:
    later = Draft("President Obama spoke.", published="2022-03-01")
    name = later.name("Obama", "PER", post="President")
    assert who(later.resolve(gazetteer), name) == "person/barack-obama"
    before = Draft("President Obama spoke.", published="1999-03-01")
    name = before.name("Obama", "PER", post="President")
    assert who(before.resolve(gazetteer), name) == "person/a1/obama"


def test_two_presidents_of_one_name_are_not_guessed_but_their_country_is_known(gazetteer: Gazetteer) -> None:
    draft = Draft("President Bush spoke.", published="2015-03-01")
    name = draft.name("Bush", "PER", post="President")
    found = draft.resolve(gazetteer)
    assert who(found, name) == "person/a1/bush"
    assert found.entities[0].country == "USA"


def test_the_post_and_its_country_tell_whose_surname_it_is(gazetteer: Gazetteer) -> None:
    draft = Draft("Governor Brown of California spoke.", published="2009-03-01")
    name = draft.name("Brown", "PER", post="Governor")
    assert who(draft.resolve(gazetteer), name) == "person/a1/brown"  # and not the prime minister in London


def test_a_name_turned_round_and_one_misspelt_by_a_letter(gazetteer: Gazetteer) -> None:
    draft = Draft("Carter Ashton left. President Laurent Gbago came.", published="2010-02-19")
    misspelt = draft.name("Laurent Gbago", "PER", post="President")
    found = draft.resolve(gazetteer)
    assert who(found, misspelt) == "person/laurent-gbagbo"
    turned = Draft("Carter Ashton left.", published="2017-02-19")
    name = turned.name("Carter Ashton", "PER")
    found = turned.resolve(gazetteer)
    assert who(found, name) == "person/ashton-carter"
    assert "turned round" in (found.mentions[0].why or "")


def test_a_common_surname_alone_is_a_politicians_only_where_the_article_speaks_of_his_country(
    gazetteer: Gazetteer,
) -> None:
    pollster = Draft("Rasmussen had similar numbers.", published="2016-09-15")
    name = pollster.name("Rasmussen", "PER")
    assert who(pollster.resolve(gazetteer), name) == "person/a1/rasmussen"
    minister = Draft("Denmark waits. Rasmussen had similar numbers.", published="2016-09-15")
    minister.name("Denmark", "LOC")
    name = minister.name("Rasmussen", "PER")
    assert who(minister.resolve(gazetteer), name) == "person/lars-lokke-rasmussen"


@pytest.mark.parametrize(
    ("text", "name", "country", "known"),
    [
        ("Palestine waits. Mahmud Abbas left.", "Mahmud Abbas", "Palestine", "person/mahmoud-abbas"),
        ("Oman waits. Haitham bin Tarik left.", "Haitham bin Tarik", "Oman", "person/haitham-bin-tariq"),
        ("Israel waits. Arye Dery left.", "Arye Dery", "Israel", "person/aryeh-deri"),
        ("Norway waits. Mahmud Abbas left.", "Mahmud Abbas", "Norway", "person/mahmud-abbas"),  # any other of the name
    ],
)
def test_a_name_of_other_letters_in_another_transliteration_where_the_article_speaks_of_the_state(
    gazetteer: Gazetteer, text: str, name: str, country: str, known: str
) -> None:
    draft = Draft(text, published="2022-06-15")
    draft.name(country, "LOC")
    span = draft.name(name, "PER")
    assert who(draft.resolve(gazetteer), span) == known


def test_a_name_that_only_sounds_like_a_politicians_is_his_with_his_post_alone(gazetteer: Gazetteer) -> None:
    titled = Draft("Sen. Kristen Gillibrand left.", published="2019-02-19")
    name = titled.name("Kristen Gillibrand", "PER", post="Senator")
    assert who(titled.resolve(gazetteer), name) == "person/kirsten-gillibrand"
    bare = Draft("America waits. Kristen Gillibrand left.", published="2019-02-19")
    bare.name("America", "LOC")
    name = bare.name("Kristen Gillibrand", "PER")
    assert who(bare.resolve(gazetteer), name) == "person/kristen-gillibrand"
