"""Search by words, and what the store holds."""

from __future__ import annotations

import pytest

from kg.errors import UsageError
from kg.graph.rdf import reference_quads, run_quads
from kg.graph.store import Store
from kg.model import Entity, Role
from kg.query.info import Run, info
from kg.query.search import search


def test_words_find_entities_statements_and_articles(store: Store) -> None:
    found = search(store, "pärn")
    assert [(hit.id, hit.label, hit.mentions, hit.statements) for hit in found.entities] == [
        ("person/ivo-parn", "Ivo Pärn", 3, 1)
    ]
    assert sorted(row.act for row in found.statements) == ["deny", "praise"]
    assert [article.id for article in found.articles] == ["second"]
    assert found.articles[0].title == "Kask praises Pärn"


def test_unfinished_and_inflected_words_find_too(store: Store) -> None:
    assert [hit.label for hit in search(store, "balt").entities] == ["Baltic Forum"]
    assert [row.act for row in search(store, "refuses").statements] == ["deny"]


@pytest.mark.parametrize("words", ["", "  ", "?!"])
def test_without_words_nothing_is_searched(store: Store, words: str) -> None:
    with pytest.raises(UsageError, match="has no words to search for"):
        search(store, words)


def test_info_counts_what_articles_hold(store: Store) -> None:
    parts = {"program": "0.1.0", "weights": "abc", "gazetteer": "def"}
    store.add(run_quads("run", parts, iris=store.iris))
    minister = Role("Minister", holder="person/x", organization="country/FRA")
    elsewhere = Entity("country/FRA", "country", "France", ("French Republic",), country="FRA", roles=(minister,))
    store.replace_graph("reference", reference_quads([elsewhere], run="run", iris=store.iris))
    known = info(store)
    assert (known.folder, known.base, known.articles) == (None, "http://localhost:8000/", 2)
    assert known.quads == len(store.graph)
    assert known.findings == {"Statement": 4, "Meeting": 2, "Membership": 1, "Relation": 1, "Mention": 14}
    assert known.entities == {"Person": 3, "Organization": 1, "Country": 3, "Group": 0, "Place": 2}
    assert (known.first, known.last, known.publishers) == ("2017-02-19", "2017-03-02", 1)
    assert known.runs == (Run("run", 2, parts),)


def test_info_of_an_empty_store() -> None:
    with Store.memory() as store:
        known = info(store)
    assert (known.articles, known.quads, known.first, known.runs) == (0, 0, None, ())
