"""/api/statements, /api/meetings and /api/timeline over HTTP, checked against what was annotated by hand."""

from __future__ import annotations

from collections import Counter
from typing import Any

import httpx
import pytest

from tests.api.test_articles import gold

__all__ = ["gold"]


def items(client: httpx.Client, path: str, **asked: Any) -> list[dict[str, Any]]:
    """All rows, page by page."""
    rows, params = list[dict[str, Any]](), {"limit": 100, **asked}
    while True:
        answer = client.get(f"/api/{path}", params=params)
        assert answer.status_code == 200, answer.text
        rows += answer.json()["items"]
        params["cursor"] = answer.json()["next"]
        if params["cursor"] is None:
            return rows


@pytest.fixture(scope="module")
def everything(client: httpx.Client) -> list[dict[str, Any]]:
    """All statements."""
    return items(client, "statements")


def test_who_accused_whom_is_as_annotated(client: httpx.Client, gold: list[dict[str, Any]]) -> None:
    rows = items(client, "statements", speaker="Kazakhstan", about="Turkey", act="accuse")
    assert rows
    expected = {
        (record["article"]["id"], tuple(statement["content"][0]))
        for record in gold
        for statement in record["statements"]
        if statement["speaker"]["entity"] == "country/KAZ"
        and statement["act"] == "accuse"
        and any(about["entity"] == "country/TUR" for about in statement["about"])
    }
    assert {(row["article"]["id"], (row["content"][0]["start"], row["content"][0]["end"])) for row in rows} & expected
    for row in rows:
        assert row["speaker"] == {"id": "country/KAZ", "label": "Kazakhstan"}
        assert "country/TUR" in {about["entity"]["id"] for about in row["about"]}
        assert row["act"] == "accuse"


def test_speakers_are_mostly_those_annotated(
    client: httpx.Client, everything: list[dict[str, Any]], gold: list[dict[str, Any]]
) -> None:
    spoken = Counter(s["speaker"]["entity"] for record in gold for s in record["statements"] if s["speaker"]["entity"])
    read = Counter(row["speaker"]["id"] for row in everything if row["speaker"])
    # How well the extraction does is measured elsewhere; that what it found arrives under the right names, here.
    assert (spoken & read).total() > 0.5 * spoken.total()
    best = spoken.most_common(1)[0][0]
    assert items(client, "statements", speaker=best) == [
        row for row in everything if row["speaker"] and row["speaker"]["id"] == best
    ]


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        ({"form": "direct"}, lambda row: row["form"] == "direct"),
        ({"act": "deny"}, lambda row: row["act"] == "deny"),
        ({"stance": "negative"}, lambda row: "negative" in {one["stance"] for one in row["about"]}),
        (
            {"about": "Turkey", "stance": "positive"},
            lambda row: ("country/TUR", "positive") in {(one["entity"]["id"], one["stance"]) for one in row["about"]},
        ),
        ({"publisher": "Meridian Press"}, lambda row: row["article"]["publisher"] == "Meridian Press"),
        ({"addressee": "Turkey"}, lambda row: "country/TUR" in {one["id"] for one in row["addressees"]}),
        ({"since": "2024-06"}, lambda row: (row["time"] or {"end": row["date"]})["end"] >= "2024-06-01"),
        ({"until": "2024-05-10"}, lambda row: row["date"] <= "2024-05-10"),
    ],
)
def test_a_condition_keeps_those_that_meet_it_and_no_others(
    client: httpx.Client, everything: list[dict[str, Any]], asked: dict[str, str], holds: Any
) -> None:
    dated = [row for row in everything if row["date"] or not ({"since", "until"} & asked.keys())]
    assert items(client, "statements", **asked) == [row for row in dated if holds(row)]


def test_words_are_found_in_any_form(client: httpx.Client) -> None:
    rows = items(client, "statements", q="wagons")
    assert rows
    assert all("wagon" in row["text"].lower() for row in rows)
    assert [row["id"] for row in items(client, "statements", q="WAGON")] == [row["id"] for row in rows]


def test_rows_come_by_date_article_and_position(everything: list[dict[str, Any]]) -> None:
    keys = [(row["date"] or "~", row["article"]["id"], row["cue"]["start"], row["iri"]) for row in everything]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys) > 100


def test_pages_are_the_list(client: httpx.Client) -> None:
    assert items(client, "meetings", limit=7) == items(client, "meetings")


def test_meetings_have_their_participants_and_place(client: httpx.Client, gold: list[dict[str, Any]]) -> None:
    rows = items(client, "meetings", participant=["Kazakhstan", "Turkey"])
    assert rows
    for row in rows:
        assert {"country/KAZ", "country/TUR"} <= {one["entity"]["id"] for one in row["participants"]}
    vienna = items(client, "meetings", place="Vienna")
    annotated = {
        (record["article"]["id"], meeting["time"]["value"][:7])
        for record in gold
        for meeting in record["meetings"]
        if meeting["place"] == "place/2761369" and meeting["time"]
    }
    assert {(row["article"]["id"], (row["date"] or "")[:7]) for row in vienna} & annotated


def test_time_is_counted_as_the_lists_have_it(client: httpx.Client, everything: list[dict[str, Any]]) -> None:
    rows = [row for row in everything if row["speaker"] and row["speaker"]["id"] == "country/KAZ"]
    months = Counter(row["date"][:7] for row in rows if row["date"])
    counted = client.get("/api/timeline", params={"entity": "Kazakhstan"}).json()["items"]
    assert {item["start"][:7]: item["statements"] for item in counted if item["statements"]} == dict(months)
    weeks = client.get("/api/timeline", params={"bucket": "week"}).json()["items"]
    assert sum(item["statements"] for item in weeks) == sum(1 for row in everything if row["date"])
    assert sum(item["meetings"] for item in weeks) == sum(1 for row in items(client, "meetings") if row["date"])


def test_time_can_be_told_apart(client: httpx.Client, everything: list[dict[str, Any]]) -> None:
    asked = {"by": "act", "bucket": "day", "publisher": "Meridian Press"}
    days = client.get("/api/timeline", params=asked).json()["items"]
    told = Counter[str]()
    for day in days:
        told.update(day["parts"])
    rows = [row for row in everything if row["date"] and row["article"]["publisher"] == "Meridian Press"]
    assert told == Counter(row["act"] for row in rows)
    against = client.get("/api/timeline", params={"stance": "negative"}).json()["items"]
    expected = [row for row in items(client, "statements", stance="negative") if row["date"]]
    assert 0 < len(expected) < len(everything)
    assert sum(item["statements"] for item in against) == len(expected)
    assert sum(item["meetings"] for item in against) == 0
    accused = client.get("/api/timeline", params={"act": "accuse"}).json()["items"]
    assert sum(item["statements"] for item in accused) == sum(
        1 for row in everything if row["date"] and row["act"] == "accuse"
    )
    assert {item["meetings"] for item in accused} == {0}


def test_places_lie_where_the_gazetteer_has_them(client: httpx.Client) -> None:
    found = client.get("/api/places", params={"limit": 500}).json()
    places = {row["label"]: row for row in found["items"]}
    assert len(places) == found["places_in_all"]
    assert (round(places["Geneva"]["latitude"]), round(places["Geneva"]["longitude"])) == (46, 6)
    held = items(client, "meetings", place="Geneva")
    assert places["Geneva"]["meetings"] == len(held)
    assert places["Geneva"]["mentions"] == client.get("/api/entities/place/2660646").json()["mentions"]
    assert client.get("/api/places", params={"entity": "Nobody At All Xyzzy"}).status_code == 422


@pytest.mark.parametrize(
    ("path", "asked", "said"),
    [
        ("statements", {"act": "shout"}, "query.act"),
        ("statements", {"since": "yesterday"}, "query.since"),
        ("statements", {"since": "2017-02-30"}, "“2017-02-30” is no date"),
        ("statements", {"limit": "0"}, "query.limit"),
        ("statements", {"limit": "1001"}, "limit: at most 1000"),
        ("statements", {"cursor": "nonsense"}, "the cursor is not one that this list gave"),
        ("statements", {"speaker": "Kazakstann"}, "did you mean Kazakhstan (country/KAZ)"),
        ("meetings", {"participant": "Nobody At All Xyzzy"}, "nobody and nothing in the store is called"),
        ("timeline", {"bucket": "year"}, "query.bucket"),
    ],
)
def test_what_is_asked_wrongly_is_explained(client: httpx.Client, path: str, asked: dict[str, str], said: str) -> None:
    answer = client.get(f"/api/{path}", params=asked)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert said in answer.json()["detail"]


@pytest.mark.parametrize(
    "narrower", [{"act": "accuse"}, {"stance": "negative"}, {"act": "accuse", "stance": "negative"}]
)
def test_places_are_narrowed_by_what_is_said_about_them(client: httpx.Client, narrower: dict[str, str]) -> None:
    found = client.get("/api/places", params=narrower).json()["items"]
    assert found
    assert [row["statements"] for row in found] == sorted((row["statements"] for row in found), reverse=True)
    for row in found[:3]:
        assert row["statements"] == len(items(client, "statements", about=row["id"], **narrower))
    speaker = next(iter(items(client, "statements", about=found[0]["id"], **narrower)))["speaker"]["id"]
    own = {row["id"]: row for row in client.get("/api/places", params={"entity": speaker, **narrower}).json()["items"]}
    said = items(client, "statements", about=found[0]["id"], speaker=speaker, **narrower)
    assert own[found[0]["id"]]["statements"] == len(said)
    assert all(row["statements"] is None for row in client.get("/api/places").json()["items"])
    assert client.get("/api/places", params={"act": "whisper"}).status_code == 422


def test_a_misspelt_name_lists_who_may_be_meant(client: httpx.Client) -> None:
    problem = client.get("/api/statements", params={"speaker": "Kazakstann"}).json()
    assert problem["candidates"][0] == {"id": "country/KAZ", "label": "Kazakhstan"}


def test_the_newest_come_first_where_they_are_asked_for(client: httpx.Client, everything: list[dict[str, Any]]) -> None:
    newest = items(client, "statements", sort="newest", limit=7)
    dates = [row["date"] or "" for row in newest]
    assert dates == sorted(dates, reverse=True)
    assert sorted(row["id"] for row in newest) == sorted(row["id"] for row in everything)
    [last] = items(
        client, "statements", sort="newest", speaker="Kazakhstan", about="Turkey", act="accuse", until="2024-05-08"
    )
    assert last["date"] == "2024-05-08"
    for name, day in (("meetings", "date"), ("articles", "published")):
        days = [row[day] or "" for row in items(client, name, sort="newest", limit=2)]
        assert days == sorted(days, reverse=True)
        assert days == sorted((row[day] or "" for row in items(client, name)), reverse=True)
        assert client.get(f"/api/{name}", params={"sort": "best"}).status_code == 422
