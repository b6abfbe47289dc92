"""Who said what about whom."""

from __future__ import annotations

import pytest

from kg.errors import AmbiguousName, UsageError
from kg.graph.store import Store
from kg.query.rows import AboutWhom, Excerpt, Named, Source, When
from kg.query.statements import statements
from kg.vocabulary import RAP, RDFS

VANCE = Named("person/orla-vance", "Orla Vance")


def test_a_row_shows_all_that_is_known_and_where_it_was_read(store: Store) -> None:
    row = statements(store, act="accuse")[0]
    assert row.speaker == VANCE
    assert (row.speaker_kind, row.act, row.form, row.text) == ("person", "accuse", "indirect", "Turkey of delay")
    assert row.cue == Excerpt(11, 18, "accused")
    assert row.content == (Excerpt(19, 34, "Turkey of delay"),)
    turkey = Excerpt(19, 25, "Turkey")
    assert row.about == (AboutWhom(Named("country/TUR", "Turkey"), "target", "negative", turkey),)
    assert row.time == When("2017-02-16", "2017-02-16", "2017-02-16", "day", "on Thursday")
    assert row.date == "2017-02-16"
    assert row.evidence == (Excerpt(0, 47, "Orla Vance accused Turkey of delay on Thursday."),)
    assert row.article == Source(
        "first", "Envoys meet in Geneva", "2017-02-19", "The Daily Example", "https://example.org/first"
    )
    assert (row.polarity, row.certainty, row.negated, row.confidence) == ("positive", "certain", False, 1.0)


def test_rows_come_by_date_article_and_position(store: Store) -> None:
    rows = statements(store)
    assert [(row.date, row.act) for row in rows] == [
        ("2017-02-16", "accuse"),
        ("2017-02-19", "say"),
        ("2017-02-19", "deny"),
        ("2017-03-02", "praise"),
    ]
    assert [row.act for row in statements(store, limit=3)] == ["accuse", "say", "deny"]
    assert rows[2].parent == rows[1].id
    assert rows[1].addressees == (Named("person/ivo-parn", "Ivo Pärn"),)
    assert rows[1].speaker_words == Excerpt(68, 71, "she")


@pytest.mark.parametrize(
    ("asked", "acts"),
    [
        ({"speaker": "Orla Vance"}, ["accuse", "say"]),
        ({"speaker": "vance"}, ["accuse", "say"]),
        ({"speaker": "http://localhost:8000/entity/person/orla-vance"}, ["accuse", "say"]),
        ({"about": "Türkiye"}, ["accuse"]),
        ({"about": "country/RUS"}, ["say", "deny"]),
        ({"addressee": "PARN"}, ["say"]),
        ({"speaker": "Vance", "about": "Russia"}, ["say"]),
        ({"form": "direct"}, ["say"]),
        ({"since": "2017-02-17", "until": "2017-02-28"}, ["say", "deny"]),
        ({"since": "2017-02-16", "until": "2017-02-16"}, ["accuse"]),
        ({"until": "2017-02"}, ["accuse", "say", "deny"]),
        ({"since": "2017-03"}, ["praise"]),
        ({"since": "2018"}, []),
        ({"text": "RUSSIA refused"}, ["deny"]),
        ({"text": "pärn"}, ["praise"]),
        ({"publisher": "The Daily Example"}, ["accuse", "say", "deny"]),
        ({"publisher": "Nobody"}, []),
    ],
)
def test_conditions_narrow(store: Store, asked: dict[str, str], acts: list[str]) -> None:
    assert [row.act for row in statements(store, **asked)] == acts  # type: ignore[arg-type]


def test_a_statement_that_is_about_somebody_twice_counts_once(twice_about: Store) -> None:
    for limit in (1, 2, 3):
        acts = [row.act for row in statements(twice_about, about="Russia", limit=limit)]
        assert acts == ["accuse", "say", "deny"][:limit]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"speaker": "Orla Vanse"}, "did you mean Orla Vance (person/orla-vance)?"),
        ({"speaker": "Orla"}, "did you mean Orla Vance (person/orla-vance)?"),
        ({"speaker": "Xyzzy"}, "`kg search WORDS` finds names"),
        ({"speaker": "?"}, "`kg search WORDS` finds names"),
        ({"act": "shout"}, "--act shout: one of say, claim"),
        ({"form": "loud"}, "--form loud: one of direct, indirect, mixed"),
        ({"since": "yesterday"}, "“yesterday” is no date"),
        ({"until": "2017-02-30"}, "“2017-02-30” is no date"),
        ({"since": "2017-13"}, "“2017-13” is no date"),
        ({"limit": 0}, "--limit 0: at least 1"),
    ],
)
def test_what_can_not_be_asked_is_explained(store: Store, asked: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError) as raised:
        statements(store, **asked)  # type: ignore[arg-type]
    assert said in str(raised.value)


@pytest.mark.parametrize("name", ['"', "> ?x } #", "} UNION { ?event ?p ?o", "\\", "a\nb", "'''", "%3E", "\ud800"])
def test_a_name_or_text_can_not_break_out_of_the_query(store: Store, name: str) -> None:
    with pytest.raises(UsageError):
        statements(store, speaker=name)
    assert statements(store, text=name) == []
    assert statements(store, publisher=name) == []


def test_an_ambiguous_name_lists_who_bears_it(store: Store) -> None:
    graph = store.iris.article("third")
    people = [store.iris.entity(f"person/{first}-vance") for first in ("a", "b")]
    rows = [f'<{person}> <{RDFS.label}> "Vance" <{graph}> .' for person in people]
    rows.append(f'<{graph}> <{RAP.digest}> "d" <{graph}> .')
    store.add("\n".join(rows).encode())
    store._unindexed = None
    with pytest.raises(AmbiguousName, match=r"“Vance” may be several .*person/a-vance \(Vance\), person/b-vance"):
        statements(store, speaker="Vance")
