"""Actors outside the gazetteer are the annotated ones where the words for them are, however their ids are spelt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.evaluate.alignment import align
from kg.resolve import Gazetteer

Known = Callable[[str], bool]


@pytest.fixture(scope="module")
def known() -> Known:
    gazetteer = Gazetteer.load()
    return lambda entity: gazetteer.entry(entity) is not None


def record(*mentions: tuple[int, int, str], speakers: tuple[tuple[int, int, str], ...] = ()) -> dict[str, Any]:
    return {
        "mentions": [
            {"start": start, "end": end, "entity": entity, "refers_to": None} for start, end, entity in mentions
        ],
        "statements": [{"speaker": {"entity": entity, "span": [start, end]}} for start, end, entity in speakers],
    }


def entities(aligned: dict[str, Any]) -> list[str]:
    return [one["entity"] for one in aligned["mentions"]]


def speakers(aligned: dict[str, Any]) -> list[str]:
    return [one["speaker"]["entity"] for one in aligned["statements"]]


def test_a_body_spelt_otherwise_is_the_same(known: Known) -> None:
    found = record((0, 10, "organization/x-ministry"), speakers=((40, 50, "organization/x-ministry"),))
    gold = record((0, 10, "organization/x-trade-ministry"))
    aligned = align(found, gold, known)
    assert entities(aligned) == speakers(aligned) == ["organization/x-trade-ministry"]


def test_the_gazetteers_ids_are_no_spelling(known: Known) -> None:
    found, gold = record((0, 10, "country/FRA")), record((0, 10, "country/DEU"))
    assert entities(align(found, gold, known)) == ["country/FRA"]
    invented = record((0, 10, "organization/an-invented-body"))
    assert entities(align(found, invented, known)) == ["country/FRA"]


def test_one_is_nobody_elses_and_types_count(known: Known) -> None:
    found = record((0, 10, "person/a"), (20, 30, "person/a"), (40, 50, "organization/b"))
    gold = record((0, 10, "person/aa"), (20, 30, "person/aa"), (40, 50, "person/b"))
    assert entities(align(found, gold, known)) == ["person/aa", "person/aa", "organization/b"]
    two = record((0, 10, "person/aa"), (20, 30, "person/ab"), (40, 50, "person/ab"))
    assert entities(align(found, two, known)) == ["person/aa", "person/aa", "organization/b"]


def test_the_right_spelling_of_somebody_else_is_wrong(known: Known) -> None:
    found = record((0, 10, "person/b"), (20, 30, "person/a"))
    gold = record((0, 10, "person/a"), (20, 24, "person/c"), (60, 70, "person/b"))
    assert entities(align(found, gold, known)) == ["person/a", "person/c"]
    other = record((0, 10, "person/a"), (15, 18, "person/d"))
    assert entities(align(found, other, known)) == ["person/a", "person/a (another)"]
    elsewhere = record((40, 50, "person/a"))  # in other words of the text, and still called so
    assert entities(align(found, elsewhere, known)) == ["person/b", "person/a"]


def test_what_one_article_alone_knows_may_be_a_body_or_a_group(known: Known) -> None:
    found = record(speakers=((0, 10, "organization/a1/union"),))
    gold = record(speakers=((0, 10, "group/a1/the-herders-union"),))
    assert speakers(align(found, gold, known)) == ["group/a1/the-herders-union"]
    named = record(speakers=((0, 10, "organization/herders-union"),))
    assert speakers(align(named, gold, known)) == ["organization/herders-union"]


def test_a_group_is_the_body_that_is_called_so_and_not_one_that_only_speaks_there(known: Known) -> None:
    police = record((0, 20, "group/a1/police-in-x"), speakers=((0, 20, "group/a1/police-in-x"),))
    assert entities(align(police, record((0, 20, "organization/x-police")), known)) == ["organization/x-police"]
    sides = record((0, 10, "group/a1/sides"), speakers=((0, 10, "group/a1/sides"),))
    army = record((40, 50, "organization/x-army"), speakers=((0, 10, "organization/x-army"),))
    assert speakers(align(sides, army, known)) == ["group/a1/sides"]
