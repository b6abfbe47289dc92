"""Articles that are sent: each is stored or told to have failed, whatever is killed."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from kg.build import Report, build
from kg.graph.reader import open_reader
from kg.graph.store import Store
from kg.read import read
from tests.api.conftest import TOKEN, serving
from tests.api.killing import KILLS, children, eventually, started

LINES = {"Content-Type": "application/x-ndjson"}
GERMAN = "Das ist kein englischer Text, sondern ein deutscher über die Politik und das Leben der Menschen in der Stadt."


def article(number: int) -> dict[str, str]:
    """An article of which something is found."""
    text = f"Minister Orla Vance accused Turkey of delay in case {number}. “Russia will help,” she told Ivo Pärn."
    return {"id": f"sent-{number}", "title": f"Case {number}", "published": "2024-02-19", "text": text}


def lines(articles: list[dict[str, str]]) -> str:
    """JSON Lines."""
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in articles)


def finished(client: httpx.Client, job: str, seconds: float = 240) -> dict[str, Any]:
    """The job when it is done."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found: dict[str, Any] = client.get(f"/api/jobs/{job}").json()
        if found["state"] in {"done", "failed"}:
            return found
        time.sleep(0.2)
    raise AssertionError(f"the job does not end: {found}")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A server over an empty store; whoever asks through this may write."""
    store = tmp_path_factory.mktemp("jobs") / "store"
    with serving(store, workers=2, request_time=60, max_upload=1_000_000) as client:
        client.headers["Authorization"] = f"Bearer {TOKEN}"
        client.timeout = httpx.Timeout(60)
        yield client


def test_articles_are_taken_in_and_each_is_accounted_for(server: httpx.Client) -> None:
    sent = [article(1), {"text": GERMAN}, article(2), {**article(3), "published": "gestern"}]
    answer = server.post("/api/articles", json=sent)
    assert answer.status_code == 202
    job = answer.json()
    assert answer.headers["location"] == f"/api/jobs/{job['id']}"
    assert (job["expected"], job["articles"]) == (4, 0)
    done = finished(server, job["id"])
    assert (done["state"], done["articles"], done["stored"], done["failed"]) == ("done", 4, 2, 2)
    assert {each["source"]: each["reason"].partition(" ")[0] for each in done["failures"]} == {
        "articles.json#2": "is",
        "articles.json#4": "published",
    }
    assert {"sent-1", "sent-2"} <= {each["id"] for each in server.get("/api/articles").json()["items"]}
    said = server.get("/api/statements", params={"speaker": "Orla Vance"}).json()["items"]
    assert any(each["article"]["id"] == "sent-1" for each in said)


def test_files_and_lines_are_taken_and_what_is_stored_is_unchanged(server: httpx.Client) -> None:
    text = "Ivo Pärn praised Estonia in Tallinn on Monday, and nobody in the hall denied it."
    first = server.post("/api/articles", content=lines([article(1), {"title": "no text"}]), headers=LINES).json()
    files = [
        ("file", ("../../notes.txt", text, "text/plain")),
        ("file", ("news.jsonl", lines([article(4)]), "application/octet-stream")),
        ("file", ("news.jsonl", lines([article(5)]) + "{broken\n", "application/octet-stream")),
    ]
    second = server.post("/api/articles", files=files).json()
    assert second["name"] == "notes.txt and 2 more"
    done = finished(server, first["id"])
    assert done["stored"] + done["unchanged"] == 1
    assert done["failures"][0]["source"] == "articles.jsonl:2"
    done = finished(server, second["id"])
    assert (done["stored"], done["failed"]) == (3, 1)
    assert done["failures"][0]["source"] == "3-news.jsonl:2"
    jobs = server.get("/api/jobs", params={"limit": 1}).json()
    assert [job["id"] for job in jobs["items"]] == [second["id"]]
    older = server.get("/api/jobs", params={"limit": 1, "cursor": jobs["next"]}).json()
    assert [job["id"] for job in older["items"]] == [first["id"]]


def test_what_can_be_no_articles_is_refused(server: httpx.Client) -> None:
    before = server.get("/api/jobs").json()["items"]
    for answer, status in (
        (server.post("/api/articles", json={"title": "no text"}), 422),
        (server.post("/api/articles", json=[]), 422),
        (server.post("/api/articles", json={"text": 5}), 422),
        (server.post("/api/articles", content="{", headers={"Content-Type": "application/json"}), 400),
        (server.post("/api/articles", content="", headers=LINES), 400),
        (server.post("/api/articles", content="%PDF", headers={"Content-Type": "application/pdf"}), 415),
        (server.post("/api/articles", files={"file": ("a.gz", gzip.compress(b"x"), "text/plain")}), 415),
        (server.post("/api/articles", data={"text": "no file"}), 415),
        (server.post("/api/articles", content="x" * 1_000_001, headers=LINES), 413),
        (server.post("/api/articles", json=article(1), headers={"Authorization": ""}), 401),
        (server.post("/api/articles", json=article(1), headers={"Authorization": "Bearer wrong"}), 403),
        (server.get("/api/jobs/none"), 404),
        (server.get("/api/jobs", params={"cursor": "none"}), 422),
    ):
        assert answer.status_code == status, answer.text
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["detail"]
    assert server.get("/api/jobs").json()["items"] == before


def quads(folder: Path) -> dict[str, list[str]]:
    """What a store holds of each article."""
    with open_reader(folder) as reader:
        return {id_: sorted(map(str, reader.article_quads(id_))) for id_ in reader.articles()}


def check_acknowledged(client: httpx.Client, job: str) -> None:
    """Readers see all that the job has told to be stored."""
    stored = client.get(f"/api/jobs/{job}").json()["stored"]
    assert eventually(lambda: len(client.get("/api/articles", params={"limit": 100}).json()["items"]) >= stored)


def _kill_soon(pid: int, module: str, seconds: float) -> threading.Timer:
    def kill() -> None:
        for victim in [pid] if not module else children(pid, module):
            os.kill(victim, signal.SIGKILL)

    timer = threading.Timer(seconds, kill)
    timer.start()
    return timer


def test_killed_servers_writers_and_extractions_lose_no_article(tmp_path: Path) -> None:
    """Each victim in turn, at random moments; at the end the store is the one that a build makes."""
    sent = [article(number) for number in range(40)]
    file = tmp_path / "news.jsonl"
    file.write_text(lines(sent), encoding="utf-8")
    store, chance, job = tmp_path / "store", random.Random(7), ""
    for number in range(KILLS + 1):
        with started(store) as (client, process):
            job = job or client.post("/api/articles", content=file.read_bytes(), headers=LINES).json()["id"]
            check_acknowledged(client, job)
            if number == KILLS:
                done = finished(client, job)
                break
            for module in ("kg.writing", "kg.ingest", ""):
                _kill_soon(process.pid, module, chance.uniform(0.5, 6)).join()
    assert (done["state"], done["articles"]) == ("done", 40), done
    with Store.create_or_open(tmp_path / "built") as built:
        build(read([str(file)]), built, Report())
    assert quads(store) == quads(tmp_path / "built")
