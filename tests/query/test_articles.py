"""Articles, entities and counts over time."""

from __future__ import annotations

import pytest

from kg.errors import Unknown, UsageError
from kg.graph.rdf import reference_quads
from kg.graph.store import Store
from kg.model import Entity, Role
from kg.query.articles import article, articles
from kg.query.entities import entity
from kg.query.places import places
from kg.query.rows import Named, RoleRow
from kg.query.timeline import Bucket, timeline
from tests.query.conftest import FIRST


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({}, ["first", "second"]),
        ({"words": "praise"}, ["second"]),
        ({"publisher": "The Daily Example"}, ["first"]),
        ({"entity": "Pärn"}, ["first", "second"]),
        ({"entity": "Kask"}, ["second"]),
        ({"since": "2017-02-20"}, ["second"]),
        ({"until": "2017-02"}, ["first"]),
        ({"entity": "Pärn", "since": "2017-03-02", "until": "2017-03-02"}, ["second"]),
        ({"limit": 1}, ["first"]),
        ({"sort": "oldest"}, ["first", "second"]),
        ({"sort": "newest"}, ["second", "first"]),
        ({"sort": "newest", "entity": "Pärn", "limit": 1}, ["second"]),
    ],
)
def test_conditions_narrow(store: Store, asked: dict[str, object], ids: list[str]) -> None:
    assert [row.id for row in articles(store, **asked)] == ids  # type: ignore[arg-type]


def test_an_article_has_its_text_and_all_that_was_read_in_it(store: Store) -> None:
    row = article(store, "first")
    assert (row.title, row.publisher, row.published, row.url) == (
        "Envoys meet in Geneva", "The Daily Example", "2017-02-19", "https://example.org/first",
    )  # fmt: skip
    assert row.text == FIRST.text
    words = [(row.text[m.start : m.end], m.entity.id if m.entity else None) for m in row.mentions]
    assert words[:2] == [("Orla Vance", "person/orla-vance"), ("Turkey", "country/TUR")]
    assert [statement.act for statement in row.statements] == ["accuse", "say", "deny"]
    assert [meeting.id for meeting in row.meetings] == ["meeting-1"]
    [envoy] = row.relations
    assert (envoy.source.label, envoy.kind, envoy.label, envoy.target.label) == ("Ivo Pärn", "post", "Envoy", "Estonia")
    for statement in row.statements:
        for excerpt in (*statement.evidence, *statement.content):
            assert row.text[excerpt.start : excerpt.end] == excerpt.text
    assert envoy.evidence[0].text == row.text[envoy.evidence[0].start : envoy.evidence[0].end] == "the envoy of Estonia"


@pytest.mark.parametrize("id_", ["third", "", "> ?x", "\ud800", "first#x"])
def test_an_article_that_is_not_there_is_said_to_be_unknown(store: Store, id_: str) -> None:
    with pytest.raises(Unknown):
        article(store, id_)


def test_an_entity_is_told_with_names_roles_and_counts(store: Store) -> None:
    known = Entity(
        "person/ivo-parn", "person", "Ivo Pärn", ("I. Pärn",), ("http://www.wikidata.org/entity/Q1",), "EST",
        roles=(Role("Minister", organization="country/EST", since="2010", until="2012-05"),),
    )  # fmt: skip
    store.replace_graph("reference", reference_quads([known], run="run", iris=store.iris))
    row = entity(store, "PARN")
    assert (row.id, row.iri, row.label, row.kind) == (
        "person/ivo-parn", "http://localhost:8000/entity/person/ivo-parn", "Ivo Pärn", "person",
    )  # fmt: skip
    assert set(row.aliases) == {"Pärn", "I. Pärn"}
    assert row.same_as == ("http://www.wikidata.org/entity/Q1",)
    assert row.country == Named("country/EST", "Estonia")
    assert row.roles == (
        RoleRow("Envoy", Named("country/EST", "Estonia"), None, None, 1),
        RoleRow("Minister", Named("country/EST", "Estonia"), "2010-01-01", "2012-05-31", 0),
    )
    assert (row.mentions, row.articles, row.statements, row.statements_about, row.statements_to, row.meetings) == (
        3, 2, 1, 1, 1, 1,
    )  # fmt: skip
    assert (row.first, row.last) == ("2017-02-19", "2017-03-02")
    assert (entity(store, "Geneva").latitude, entity(store, "Geneva").longitude) == (46.2, 6.15)


def test_names_and_posts_that_differ_in_case_alone_are_one(store: Store) -> None:
    roles = (
        Role("envoy", organization="country/EST"),
        Role("Special Envoy", organization="country/EST"),
        Role("special envoy", organization="country/EST"),
        Role("special envoy"),
    )
    known = Entity("person/ivo-parn", "person", "Ivo Pärn", ("IVO PÄRN", "I. Pärn", "I. PÄRN"), (), "EST", roles=roles)
    store.replace_graph("reference", reference_quads([known], run="run", iris=store.iris))
    row = entity(store, "person/ivo-parn")
    assert [(role.post, role.organization is not None, role.articles) for role in row.roles] == [
        ("Envoy", True, 1),
        ("Special Envoy", False, 0),
        ("Special Envoy", True, 0),
    ]
    assert row.label == "Ivo Pärn"
    assert sorted(name.casefold() for name in row.aliases) == ["i. pärn", "pärn"]


def test_time_is_counted_in_days_weeks_and_months(store: Store) -> None:
    assert timeline(store) == [
        Bucket("2017-02-01", "2017-02-28", 3, None, None, 1),
        Bucket("2017-03-01", "2017-03-31", 1, None, None, 1),
    ]
    assert [(bucket.start, bucket.end, bucket.statements) for bucket in timeline(store, bucket="week")] == [
        ("2017-02-13", "2017-02-19", 3),
        ("2017-02-27", "2017-03-05", 1),
    ]
    assert timeline(store, entity="Pärn", bucket="day") == [
        Bucket("2017-02-16", "2017-02-16", 0, 0, 0, 1),
        Bucket("2017-02-19", "2017-02-19", 1, 0, 1, 0),
        Bucket("2017-03-02", "2017-03-02", 0, 1, 0, 0),
    ]
    assert [bucket.start for bucket in timeline(store, since="2017-03")] == ["2017-03-01"]
    assert timeline(store, until="2017-01") == []


def test_time_is_told_apart_by_act_and_stance(store: Store) -> None:
    assert [bucket.parts for bucket in timeline(store, by="act")] == [{"accuse": 1, "deny": 1, "say": 1}, {"praise": 1}]
    assert [bucket.parts for bucket in timeline(store, by="stance")] == [
        {"negative": 1, "neutral": 1, "positive": 1},
        {"positive": 1},
    ]
    assert [bucket.parts for bucket in timeline(store, by="act", entity="Vance")] == [{"accuse": 1, "say": 1}]
    assert timeline(store, act="praise") == [Bucket("2017-03-01", "2017-03-31", 1, None, None, 0)]
    assert [bucket.start for bucket in timeline(store, publisher="The Daily Example")] == ["2017-02-01"]


def test_places_have_coordinates_mentions_and_meetings(store: Store) -> None:
    found = places(store)
    assert [(row.label, row.mentions, row.articles, row.meetings) for row in found.items] == [
        ("Geneva", 1, 1, 1),
        ("Tallinn", 1, 1, 1),
    ]
    assert (found.items[0].latitude, found.items[0].longitude, found.items[0].kind) == (46.2, 6.15, "place")
    # No article says where the three countries lie, nor Switzerland, in which Geneva is.
    assert (found.places_in_all, found.without_coordinates) == (2, 4)


def test_places_are_narrowed(store: Store) -> None:
    def names(**asked: str) -> list[tuple[str, int]]:
        return [(row.label, row.meetings) for row in places(store, **asked).items]  # type: ignore[arg-type]

    assert names(entity="Vance") == [("Geneva", 1)]
    assert names(entity="Pärn") == [("Geneva", 1), ("Tallinn", 0)]
    assert names(publisher="The Daily Example") == [("Geneva", 1)]
    assert names(since="2017-03") == [("Tallinn", 1)]
    # The meeting was before the article.
    assert [(row.label, row.mentions) for row in places(store, until="2017-02-17").items] == [("Geneva", 0)]
    assert places(store, limit=1).places_in_all == 2


def test_a_bucket_that_is_none_is_explained(store: Store) -> None:
    with pytest.raises(UsageError, match="--bucket year: one of day, week, month"):
        timeline(store, bucket="year")
