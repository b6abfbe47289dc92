"""/api/overview, the counts of statements and meetings, and companions, checked against the lists that they count."""

from __future__ import annotations

from collections import Counter
from typing import Any

import httpx
import pytest

from tests.api.test_events import items


def test_the_whole_is_what_the_lists_have(client: httpx.Client) -> None:
    whole = client.get("/api/overview").json()
    articles, entities = items(client, "articles"), items(client, "entities")
    assert whole["articles"] == len(articles)
    assert whole["statements"] == len(items(client, "statements"))
    assert whole["meetings"] == len(items(client, "meetings"))
    assert whole["entities"] == Counter(one["kind"] for one in entities)
    assert (whole["first"], whole["last"]) == (
        articles[0]["published"][:10],
        max(a["published"] or "" for a in articles)[:10],
    )
    assert {one["name"]: one["count"] for one in whole["publishers"]} == Counter(
        one["publisher"] for one in articles if one["publisher"]
    )


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"speaker": "Kazakhstan", "about": "Turkey"},
        {"act": "deny", "since": "2024-05"},
        {"stance": "negative", "q": "embargo"},
        {"publisher": "Meridian Press", "until": "2024-05-10"},
    ],
)
def test_counts_are_those_of_the_rows(client: httpx.Client, asked: dict[str, str]) -> None:
    counts, rows = client.get("/api/statements/counts", params=asked).json(), items(client, "statements", **asked)
    assert counts["total"] == len(rows) > 0
    assert counts["acts"] == Counter(row["act"] for row in rows)
    assert {one["name"]: one["count"] for one in counts["publishers"]} == Counter(
        row["article"]["publisher"] for row in rows if row["article"]["publisher"]
    )


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"participant": "Kazakhstan"},
        {"place": "Kazakhstan"},
        {"since": "2024-05", "until": "2024-05-20"},
        {"participant": "person/aigerim-sadykova", "until": "2024-05-20"},
    ],
)
def test_counts_of_meetings_are_those_of_the_rows(client: httpx.Client, asked: dict[str, str]) -> None:
    counts, rows = client.get("/api/meetings/counts", params=asked).json(), items(client, "meetings", **asked)
    assert counts["total"] == len(rows) > 0
    assert {one["name"]: one["count"] for one in counts["publishers"]} == Counter(
        row["article"]["publisher"] for row in rows if row["article"]["publisher"]
    )


def test_two_who_never_met_have_no_meeting_and_nobody_is_unknown(client: httpx.Client) -> None:
    never = {"participant": "country/KAZ", "since": "1900", "until": "1901"}
    assert client.get("/api/meetings/counts", params=never).json() == {"total": 0, "publishers": []}
    assert client.get("/api/meetings/counts", params={"participant": "Nobody Atall"}).status_code == 422


def test_companions_are_named_in_the_same_articles(client: httpx.Client) -> None:
    found = items(client, "entities/person/aigerim-sadykova/companions")
    assert [one["articles"] for one in found] == sorted((one["articles"] for one in found), reverse=True)
    own = {one["id"] for one in items(client, "articles", entity="person/aigerim-sadykova")}
    for one in found[:3]:
        theirs: set[Any] = {each["id"] for each in items(client, "articles", entity=one["entity"]["id"])}
        assert one["articles"] == len(own & theirs)
    assert "person/aigerim-sadykova" not in {one["entity"]["id"] for one in found}
    assert client.get("/api/entities/nobody/companions").status_code == 404


def test_companions_within_dates(client: httpx.Client) -> None:
    asked = {"since": "2024-05-08", "until": "2024-05-09"}
    few = items(client, "entities/country/KAZ/companions", **asked)
    own = {one["id"] for one in items(client, "articles", entity="country/KAZ", **asked)}
    assert few
    assert max(one["articles"] for one in few) <= len(own)
