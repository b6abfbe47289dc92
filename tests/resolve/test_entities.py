"""Entities: what an article and the gazetteer say of those whom it mentions."""

from __future__ import annotations

import pytest

from kg.model import Relation
from kg.resolve import Gazetteer
from tests.resolve.test_resolve import Draft


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def test_a_post_of_the_text_and_of_the_gazetteer_is_one_role(gazetteer: Gazetteer) -> None:
    draft = Draft("Secretary of State Rex Tillerson spoke.")
    name = draft.name("Rex Tillerson", "PER", post="Secretary of State")
    draft.relations.append(Relation(name, "holds_post", None, ((0, 32),), post="Secretary of State"))
    found = draft.resolve(gazetteer)
    (entity,) = (one for one in found.entities if one.kind == "person")
    (role,) = entity.roles
    assert (role.post, role.organization, role.since) == ("Secretary of State", "country/USA", "2017-02-01")
    assert role.evidence == ((0, 32),)
