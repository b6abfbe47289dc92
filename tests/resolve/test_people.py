"""People: which names of one article are the same person's, where its spelling is not the same throughout."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article
from kg.resolve import Gazetteer
from tests.resolve.test_resolve import Draft, who


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.fixture(scope="module")
def line() -> Line:
    return Line()


@pytest.mark.parametrize(
    ("full", "other", "same"),
    [
        ("Golchar Vestbyvan", "Golcharr Vestbyvan", True),
        ("Tor Halvorstad", "Halvorsted", True),  # by a slip
        ("Yusri al-Zohairy", "Al Zohairi", True),
        ("Tor Vang", "Veng", False),  # so short a name is another's
        ("Lee Dae-jun", "Lee Rae-jin", False),
        ("Kristina Halvorstad", "Kristian Halvorstad", False),
    ],
)
def test_two_spellings_of_one_name_are_one_person(gazetteer: Gazetteer, full: str, other: str, same: bool) -> None:
    draft = Draft(f"{full} left. {other} stayed.")
    first, second = draft.name(full, "PER"), draft.name(other, "PER")
    found = draft.resolve(gazetteer)
    assert (who(found, first) == who(found, second)) is same


def test_a_surname_spelt_like_two_is_neither(gazetteer: Gazetteer) -> None:
    draft = Draft("Tor Halvorstad left. Anna Halvorsted left. Halvorstaad stayed.")
    names = [draft.name(name, "PER") for name in ("Tor Halvorstad", "Anna Halvorsted", "Halvorstaad")]
    found = draft.resolve(gazetteer)
    assert len({who(found, name) for name in names}) == 3


def test_a_surname_is_that_of_the_one_who_did_something_where_the_other_was_only_named_beside(line: Line) -> None:
    text = (
        "Wang Vestbi, son of the tycoon Wang Dahli, had his account removed in China after he questioned the rules. "
        "The closure follows censorship of Wang last week. Wang said he was not willing to go."
    )
    found = line.extraction(Article(id="a", text=text, published="2022-06-15"))
    assert {one.speaker.entity for one in found.statements} == {"person/wang-vestbi"}
