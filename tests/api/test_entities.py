"""/api/entities, neighbourhoods and paths over HTTP."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import httpx
import pytest


def test_names_complete_whatever_is_typed(client: httpx.Client) -> None:
    for typed in ("kaz", "KAZAKH", "kazakhstan", "Kasakhstan"):
        items = client.get("/api/entities", params={"q": typed}).json()["items"]
        assert "country/KAZ" in {item["id"] for item in items}, typed
    best = client.get("/api/entities", params={"q": "kaz"}).json()["items"][0]
    assert (best["id"], best["label"], best["kind"]) == ("country/KAZ", "Kazakhstan", "country")
    people = client.get("/api/entities", params={"type": "person", "limit": 1000}).json()["items"]
    assert {item["kind"] for item in people} == {"person"}
    assert "person/aigerim-sadykova" in {item["id"] for item in people}


def test_an_entity_has_its_names_roles_counts_and_time(client: httpx.Client) -> None:
    row = client.get("/api/entities/person/aigerim-sadykova").json()
    assert (row["label"], row["kind"]) == ("Aigerim Sadykova", "person")
    assert "Sadykova" in row["aliases"]
    minister = [role for role in row["roles"] if role["post"].lower() == "deputy foreign minister"]
    assert minister
    assert all(role["articles"] > 0 for role in minister)
    said = client.get("/api/statements", params={"speaker": row["id"], "limit": 1000}).json()["items"]
    assert row["statements"] == len(said)
    articles = client.get("/api/articles", params={"entity": row["id"], "limit": 1000}).json()["items"]
    assert row["articles"] == len(articles)
    days = sorted(article["published"][:10] for article in articles if article["published"])
    assert (row["first"], row["last"]) == (days[0], days[-1])
    assert client.get("/api/entities/Sadykova").json() == row


def test_a_neighbourhood_counts_what_the_lists_show(client: httpx.Client) -> None:
    around = client.get("/api/entities/country/KAZ/neighbourhood").json()
    assert around["centre"]["id"] == "country/KAZ"
    known = {node["id"] for node in (around["centre"], *around["nodes"])}
    counts = [edge["count"] for edge in around["edges"]]
    assert counts == sorted(counts, reverse=True)
    for edge in around["edges"]:
        assert {edge["source"], edge["target"]} <= known
        assert edge["evidence"]
        assert edge["date"]
    edge = around["edges"][0]
    text = client.get(f"/api/articles/{edge['article']['id']}").json()["text"]
    assert all(text[one["start"] : one["end"]] == one["text"] for one in edge["evidence"])
    [accused] = [
        edge
        for edge in around["edges"]
        if (edge["source"], edge["target"], edge["kind"]) == ("country/KAZ", "country/TUR", "said_about")
    ]
    listed = client.get("/api/statements", params={"speaker": "country/KAZ", "about": "country/TUR", "limit": 1000})
    assert accused["count"] == len(listed.json()["items"])


@pytest.mark.parametrize("depth", [1, 2])
def test_a_neighbourhood_without_evidence_has_the_same_shape(client: httpx.Client, depth: int) -> None:
    path = f"/api/entities/country/KAZ/neighbourhood?depth={depth}"
    whole, bare = client.get(path).json(), client.get(f"{path}&evidence=false").json()
    evidence = {"date", "article", "evidence"}
    assert all(edge.keys() > evidence for edge in whole["edges"])
    for edge in whole["edges"]:
        for name in evidence:
            del edge[name]
    assert bare == whole


def test_a_neighbourhood_can_be_narrowed(client: httpx.Client) -> None:
    def edges(**asked: Any) -> list[dict[str, Any]]:
        path = "/api/entities/Kazakhstan/neighbourhood"
        return list(client.get(path, params={"limit": 500, **asked}).json()["edges"])

    assert {edge["kind"] for edge in edges(kinds=["met", "post"])} == {"met", "post"}
    may = edges(since="2024-05", until="2024-05")
    assert may
    assert sum(edge["count"] for edge in may) < sum(edge["count"] for edge in edges())
    assert all(edge["date"] <= "2024-05-31" for edge in may)
    assert edges(since="1990", until="1990") == []
    assert len(client.get("/api/entities/Kazakhstan/neighbourhood?limit=3&depth=3").json()["nodes"]) == 3


def test_paths_lead_from_one_to_the_other(client: httpx.Client) -> None:
    asked = {"from": "Sadykova", "to": "Uzbekistan", "max_length": 3}
    found = client.get("/api/paths", params=asked).json()["items"]
    assert found
    for path in found:
        ids = [node["id"] for node in path["nodes"]]
        assert (ids[0], ids[-1]) == ("person/aigerim-sadykova", "country/UZB")
        assert len(path["hops"]) == len(ids) - 1
        for hop, (here, there) in zip(path["hops"], pairwise(ids), strict=True):
            assert all({edge["source"], edge["target"]} == {here, there} and edge["evidence"] for edge in hop)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/entities/Nobody Xyzzy", 404),
        ("/api/entities/Nobody Xyzzy/neighbourhood", 404),
        ("/api/entities/country/KAZ/neighbourhood?depth=4", 422),
        ("/api/entities/country/KAZ/neighbourhood?kinds=liked", 422),
        ("/api/entities?type=ghost", 422),
        ("/api/entities?limit=99999999999999999999999", 422),
        ("/api/paths?from=Turkey", 422),
        ("/api/paths?from=Turkey&to=Turkey", 422),
        ("/api/paths?from=Turkey&to=Nobody Xyzzy", 422),
    ],
)
def test_what_can_not_be_answered_is_a_problem(client: httpx.Client, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"]
