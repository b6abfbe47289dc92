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


@pytest.mark.parametrize("post", ["President", "former president"])
def test_a_post_that_somebody_had_before_the_article_has_the_dates_of_then(gazetteer: Gazetteer, post: str) -> None:
    draft = Draft(f"Mr Jacques Chirac, {post}, had signed it in Paris; France left it.")
    name = draft.name("Jacques Chirac", "PER", post=post)
    draft.name("France", "LOC")
    draft.relations.append(Relation(name, "holds_post", None, ((0, 18),), post=post))
    found = draft.resolve(gazetteer)
    (entity,) = (one for one in found.entities if one.kind == "person")
    (role,) = entity.roles
    assert (role.post, role.organization) == (post, "country/FRA")
    assert (role.since, role.until) == ("1995-05-17", "2007-05-16")
