"""Nationalities: which country a word for a nationality is of."""

from __future__ import annotations

import pytest

from kg.resolve import Gazetteer
from tests.resolve.test_resolve import Draft, who


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def test_the_longest_nationality_of_a_name_and_none_of_something_elses(gazetteer: Gazetteer) -> None:
    draft = Draft("Young Algerians met the South Korean army. Central Americans and a Central American Minors plan.")
    young, army = draft.name("Young Algerians", "MISC"), draft.name("South Korean army", "MISC")
    part, plan = draft.name("Central Americans", "MISC"), draft.name("Central American Minors", "MISC")
    found = draft.resolve(gazetteer)
    assert who(found, young) == "country/DZA"
    assert (who(found, army) or "").startswith("organization/south-korea")
    assert who(found, part) in (None, "place/central-america")
    assert who(found, plan) is None


def test_nationality_words_name_their_country(gazetteer: Gazetteer) -> None:
    draft = Draft("A Russian envoy came.")
    word = draft.name("Russian", "MISC")
    found = draft.resolve(gazetteer)
    (mention,) = (one for one in found.mentions if one.span == word.span)
    assert (mention.kind, mention.entity) == ("nationality", "country/RUS")
