"""Personal names: which names are people's, whatever the network takes them for."""

from __future__ import annotations

import pytest

from kg.resolve import Gazetteer
from tests.resolve.test_resolve import Draft, who


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def test_a_persons_name_that_was_taken_for_a_place_is_the_persons(gazetteer: Gazetteer) -> None:
    draft = Draft("Berhanu Nega came. Nega spoke. Marine Le Pen left.", published="2016-09-03")
    full, place = draft.name("Berhanu Nega", "PER"), draft.name("Nega", "LOC")
    party = draft.name("Marine Le Pen", "ORG")
    found = draft.resolve(gazetteer)
    assert who(found, place) == who(found, full)
    assert who(found, party) == "person/marine-le-pen"


def test_a_name_that_the_network_mostly_takes_for_a_persons_is_no_organizations(gazetteer: Gazetteer) -> None:
    draft = Draft("Critics of Vestby met. Vestby spoke. Vestby left. Brask grew. Brask fell. Then Brask.")
    taken = draft.name("Vestby", "ORG")
    draft._position = draft.article.text.index("Vestby spoke")
    spoke = draft.name("Vestby", "PER")
    draft._position = draft.article.text.index("Vestby left")
    draft.name("Vestby", "PER")
    company = draft.name("Brask", "ORG")
    draft._position = draft.article.text.index("Brask fell")
    draft.name("Brask", "ORG")
    draft._position = draft.article.text.index("Brask.")
    draft.name("Brask", "PER")
    found = draft.resolve(gazetteer)
    assert who(found, taken) == who(found, spoke) == "person/a1/vestby"
    assert who(found, company) == "organization/brask"
