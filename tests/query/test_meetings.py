"""Who met whom, where, when."""

from __future__ import annotations

import pytest

from kg.errors import UsageError
from kg.graph.store import Store
from kg.query.meetings import meetings
from kg.query.rows import Excerpt, Named, TakingPart


def test_a_row_shows_who_took_part_where_and_when(store: Store) -> None:
    row = meetings(store)[0]
    assert row.participants == (
        TakingPart(Named("person/orla-vance", "Orla Vance"), "party"),
        TakingPart(Named("person/ivo-parn", "Ivo Pärn"), "host"),
    )
    assert row.place == Named("place/2660646", "Geneva")
    assert (row.date, row.format, row.status, row.topic) == ("2017-02-16", "meeting", "held", "the delay")
    assert row.evidence == (Excerpt(87, 131, "Vance and Pärn met in Geneva on 16 February."),)
    assert row.article.id == "first"


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({}, ["meeting-1", "meeting-2"]),
        ({"participant": "Pärn"}, ["meeting-1"]),
        ({"participant": ["Pärn", "Vance"]}, ["meeting-1"]),
        ({"participant": ["Pärn", "Kask"]}, []),
        ({"place": "Geneva"}, ["meeting-1"]),
        ({"place": "Estonia"}, ["meeting-2"]),  # Tallinn is there
        ({"since": "2017-03-02"}, ["meeting-2"]),
        ({"until": "2017-02-16"}, ["meeting-1"]),
        ({"limit": 1}, ["meeting-1"]),
        ({"sort": "oldest"}, ["meeting-1", "meeting-2"]),
        ({"sort": "newest"}, ["meeting-2", "meeting-1"]),
        ({"sort": "newest", "limit": 1}, ["meeting-2"]),
    ],
)
def test_conditions_narrow(store: Store, asked: dict[str, object], ids: list[str]) -> None:
    assert [row.id for row in meetings(store, **asked)] == ids  # type: ignore[arg-type]


def test_an_unknown_name_is_explained(store: Store) -> None:
    with pytest.raises(UsageError, match=r"did you mean Geneva \(place/2660646\)"):
        meetings(store, place="Genewa")
