"""Ministries: whose ministry a text speaks of, where it names none."""

from __future__ import annotations

import pytest

from kg.resolve import Gazetteer
from tests.resolve.test_resolve import Draft, who


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def test_his_ministry_is_the_one_of_his_portfolio(gazetteer: Gazetteer) -> None:
    draft = Draft("Turkish Trade Minister Orhan Vestby came. His ministry spoke.")
    turkish = draft.name("Turkish", "MISC")
    draft.name("Orhan Vestby", "PER", post="Trade Minister", within=(turkish.span,), function="subject")
    his = draft.pronoun("His", gender="m", function="modifier")
    draft._position = his.start
    ministry = draft.described("His ministry", "ministry", kind="organization", within=(his.span,), acting=True)
    assert who(draft.resolve(gazetteer), ministry) == "organization/turkey-trade-ministry"
