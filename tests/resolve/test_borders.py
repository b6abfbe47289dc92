"""Where names begin and end, and whom byline and publisher tell; from findings made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.model import Extraction, Mention
from kg.resolve import Gazetteer
from tests.resolve.test_resolve import Draft, who


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def named(found: Extraction) -> dict[str, str | None]:
    return {found.article.text[one.start : one.end]: one.actor for one in found.mentions}


def test_a_name_is_parted_from_what_follows_and_goes_on_where_it_goes_on(gazetteer: Gazetteer) -> None:
    draft = Draft("The envoy of the African Union for Shared Waters left Bosnia and Herzegovina.")
    draft.name("African Union for Shared Waters", "ORG")
    draft.name("Bosnia", "LOC")
    assert named(draft.resolve(gazetteer)) == {
        "African Union": "organization/african-union",
        "Bosnia and Herzegovina": "country/BIH",
    }


def test_a_name_that_ends_as_another_body_is_not_that_one(gazetteer: Gazetteer) -> None:
    draft = Draft("The Water and Security Council met.")
    name = draft.name("Water and Security Council", "ORG")
    assert who(draft.resolve(gazetteer), name) == "organization/a1/water-and-security-council"


@pytest.mark.parametrize("words", ["Chronicle", "Volta Chronicle"])
def test_a_newspaper_is_known_by_the_last_words_of_its_name(gazetteer: Gazetteer, words: str) -> None:
    draft = Draft(f"She told the {words} so.")
    draft.article = replace(draft.article, publisher="The Volta Chronicle")
    name = draft.name(words, "ORG")
    assert who(draft.resolve(gazetteer), name) == "organization/volta-chronicle"
    draft.article = replace(draft.article, text=draft.article.text.replace("the ", "old "))
    assert (who(draft.resolve(gazetteer), name) == "organization/volta-chronicle") is (words != "Chronicle")


def test_whoever_is_labelled_by_the_surname_of_the_byline_wrote_it(gazetteer: Gazetteer) -> None:
    draft = Draft("ISHIKURA: Why?", author="Noriko Ishikura and Tom Vestby")
    assert who(draft.resolve(gazetteer), name := draft.name("ISHIKURA", "PER")) is None
    assert who(draft.resolve(gazetteer), name) == "person/noriko-ishikura"


def test_of_two_of_one_surname_the_one_is_meant_who_alone_was_introduced(gazetteer: Gazetteer) -> None:
    draft = Draft("Tom Vestby came. Vestby spoke. Anna Vestby left. Vestby slept.")
    names: list[Mention] = [draft.name("Tom Vestby", "PER")]
    draft._position += 12
    first = draft.name("Vestby", "PER")
    names.append(draft.name("Anna Vestby", "PER"))
    draft._position += 12
    second = draft.name("Vestby", "PER")
    found = draft.resolve(gazetteer)
    assert who(found, first) == "person/tom-vestby"
    assert who(found, second) not in ("person/tom-vestby", "person/anna-vestby")


def test_a_son_is_not_told_from_his_name_without_the_generation(gazetteer: Gazetteer) -> None:
    draft = Draft("Leonard Dozier Hillman III wept. Leonard Hillman slept.")
    first, second = draft.name("Leonard Dozier Hillman III", "PER"), draft.name("Leonard Hillman", "PER")
    found = draft.resolve(gazetteer)
    assert who(found, first) == who(found, second)


def test_a_ministry_has_one_id_in_whatever_order_its_words_stand(gazetteer: Gazetteer) -> None:
    for words in ("Chadian Ministry of Health", "Chadian Health Ministry"):
        draft = Draft(f"The {words} spoke.")
        assert who(draft.resolve(gazetteer), name := draft.name(words, "ORG")) is None
        assert who(draft.resolve(gazetteer), name) == "organization/chad-health-ministry"


def test_a_body_is_that_of_the_state_that_acts_before_it(gazetteer: Gazetteer) -> None:
    text = "Iraq stopped the talks. The Oil Ministry spoke; Oman, as host, had borne them for three long months "
    draft = Draft(f"{text}without a pause in Muscat.")
    draft.name("Iraq", "LOC", function="subject", acting=True)
    name = draft.name("Oil Ministry", "ORG", function="subject", acting=True)
    draft.name("Oman", "LOC", function="subject", acting=True)
    draft.name("Muscat", "LOC", locative=True)
    assert who(draft.resolve(gazetteer), name) == "organization/iraq-oil-ministry"


def test_two_words_that_only_a_place_bears_are_no_person(gazetteer: Gazetteer) -> None:
    draft = Draft("Addis Ababa explained itself.")
    name = draft.name("Addis Ababa", "PER", acting=True)
    assert who(draft.resolve(gazetteer), name) == "country/ETH"


def test_a_port_that_the_network_missed_is_known_by_the_words_before(gazetteer: Gazetteer) -> None:
    draft = Draft("They lay in the port of Mersin.")
    name = draft.name("Mersin", "LOC")
    draft.traits[0] = replace(draft.traits[0], label="")
    assert who(draft.resolve(gazetteer), name) == "place/304531"


def test_an_armed_group_is_nobody_but_a_title_makes_its_name_a_persons(gazetteer: Gazetteer) -> None:
    draft = Draft("Leaders of Hamas came.")
    name = draft.name("Hamas", "PER")
    assert who(draft.resolve(gazetteer), name) == "organization/hamas"
    draft = Draft("Judge Hamas came.")
    judge = draft.name("Hamas", "PER", post="judge")
    assert who(draft.resolve(gazetteer), judge) == "person/a1/hamas"


def test_an_organization_begins_with_an_adjective(gazetteer: Gazetteer) -> None:
    draft = Draft("The Islamic State of Iraq and the Levant left. The Islamic world cheered.")
    draft.name("Islamic", "MISC")
    draft.name("Iraq", "LOC")
    draft.name("Islamic", "MISC")
    assert named(draft.resolve(gazetteer)) == {
        "Islamic State of Iraq and the Levant": "organization/islamic-state",
        "Islamic": None,
    }


def test_what_begins_with_a_country_in_capitals_is_of_that_country(gazetteer: Gazetteer) -> None:
    draft = Draft("UK Lantern Group left.")
    draft.name("UK Lantern Group", "ORG")
    (entity,) = draft.resolve(gazetteer).entities
    assert (entity.label, entity.country) == ("UK Lantern Group", "GBR")


def test_statistics_are_nobody(gazetteer: Gazetteer) -> None:
    draft = Draft("Statistics show it. The farmers doubt it.")
    figures = draft.described("Statistics", "statistic", "group", acting=True, plural=True)
    farmers = draft.described("The farmers", "farmer", "group", acting=True, plural=True)
    found = draft.resolve(gazetteer)
    assert who(found, figures) is None
    assert who(found, farmers) == "group/a1/farmers"


@pytest.mark.parametrize(
    ("text", "word", "state"),
    [
        ("Sino-Kenyan trade grew.", "Sino", "country/CHN"),
        ("Russo-Omani trade grew.", "Russo", "country/RUS"),
        ("Indo-Omani trade grew.", "Indo", "country/IND"),
        ("Indo-Germanic words grew.", "Indo", None),
        ("Franco left.", "Franco", None),
        ("U.S.-backed rebels left.", "U.S.-backed", "country/USA"),
        ("U.K.-made drones fell.", "U.K.-made", "country/GBR"),
        ("U.K.-style courts sat.", "U.K.-style", None),
    ],
)
def test_a_state_is_known_in_a_word_that_a_hyphen_joins(
    gazetteer: Gazetteer, text: str, word: str, state: str | None
) -> None:
    draft = Draft(text)
    draft.name(word, "MISC")
    found = draft.resolve(gazetteer)
    assert named(found) == {(word.partition("-")[0] if state else word): state}
