"""Pages: each row comes once, in order, whatever is added or deleted between two of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kg.errors import UsageError
from kg.graph.store import Store
from kg.query.articles import articles
from kg.query.entities import entities
from kg.query.meetings import meetings
from kg.query.pages import Page, read_cursor, write_cursor
from kg.query.statements import statements
from tests.query.conftest import first, second, stored

LISTS: tuple[Callable[..., Page[Any]], ...] = (statements, meetings, articles, entities)


def pages(store: Store, find: Callable[..., Page[Any]], limit: int, between: Callable[[], None]) -> list[str]:
    """Ids of all rows, read page by page; something happens after the first."""
    page = find(store, limit=limit)
    ids = [row.id for row in page]
    between()
    while page.next:
        page = find(store, limit=limit, cursor=page.next)
        assert 1 <= len(page) <= limit
        ids += [row.id for row in page]
    return ids


@pytest.mark.parametrize("find", LISTS, ids=lambda find: find.__name__)
@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_together_are_the_list(store: Store, find: Callable[..., Page[Any]], limit: int) -> None:
    whole = [row.id for row in find(store)]
    assert len(whole) >= 2
    assert pages(store, find, limit, lambda: None) == whole


@pytest.mark.parametrize("find", LISTS, ids=lambda find: find.__name__)
def test_what_is_added_between_two_pages_moves_nothing(store: Store, find: Callable[..., Page[Any]]) -> None:
    before = [row.id for row in find(store)]

    def add() -> None:
        early = first()
        early = replace(early, article=replace(early.article, id="earlier", published="2001-01-01"), statements=())
        store.replace_articles([stored(store, early)])

    seen = pages(store, find, 1, add)
    assert [id_ for id_ in seen if id_ in before] == before
    assert len(seen) == len(set(seen))


def test_what_is_deleted_between_two_pages_moves_nothing(store: Store) -> None:
    before = [row.id for row in statements(store)]
    seen = pages(store, statements, 1, lambda: store.delete_article(second().article.id))
    assert seen == before[:3]


def test_entities_by_mentions_come_best_known_first(store: Store) -> None:
    hits = entities(store, sort="mentions")
    assert [hit.id for hit in hits][:2] == ["person/ivo-parn", "person/orla-vance"]
    page = entities(store, sort="mentions", limit=2)
    assert entities(store, sort="mentions", limit=100, cursor=page.next) == hits[2:]
    assert [hit.id for hit in entities(store, kind="country")] == ["country/EST", "country/RUS", "country/TUR"]
    assert [hit.id for hit in entities(store, words="vanc")] == ["person/orla-vance"]
    assert [hit.id for hit in entities(store, words="orla vanse")] == ["person/orla-vance"]
    assert entities(store, words="orla vanse", kind="place") == []


@pytest.mark.parametrize(
    "cursor", ["x", "", "!!!", "e30", "bnVsbA", write_cursor("2017-01-01"), write_cursor(1, 2, 3, 4), "\ud800", "é"]
)
def test_a_cursor_of_something_else_is_explained(store: Store, cursor: str) -> None:
    if cursor:
        with pytest.raises(UsageError, match="leave it out to begin at the first page"):
            statements(store, cursor=cursor)
    with pytest.raises(UsageError, match="leave it out to begin at the first page"):
        read_cursor(write_cursor(1 << 64, "a"), int, str)


@pytest.mark.parametrize("find", LISTS, ids=lambda find: find.__name__)
def test_a_page_has_a_row_at_least(store: Store, find: Callable[..., Page[Any]]) -> None:
    with pytest.raises(UsageError, match="--limit 0: at least 1"):
        find(store, limit=0)
