"""Articles that are sent: each is stored or told to have failed, whatever is killed."""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import random
import signal
import subprocess
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
    assert "rapporteur_jobs_unfinished 0" not in server.get("/metrics").text
    done = finished(server, first["id"])
    assert done["stored"] + done["unchanged"] == 1
    assert done["failures"][0]["source"] == "articles.jsonl:2"
    done = finished(server, second["id"])
    assert (done["stored"], done["failed"]) == (3, 1)
    assert done["failures"][0]["source"] == "3-news.jsonl:2"
    assert "rapporteur_jobs_unfinished 0" in server.get("/metrics").text
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


# What remains of a job when one more of its articles is done takes longer than whoever kills waits.
_IN_A_JOB = 60


class Sender:
    """Sends jobs, so that there is always one to kill in its midst."""

    def __init__(self) -> None:
        self.sent: list[dict[str, str]] = []
        self.jobs: list[str] = []

    def at_work(self, client: httpx.Client, seconds: float = 300) -> None:
        """Waits until a job that has articles left is done with one more, however slow the machine."""
        deadline, before = time.monotonic() + seconds, None
        while time.monotonic() < deadline:
            job = client.get(f"/api/jobs/{self.jobs[-1]}").json() if self.jobs else {"state": "done"}
            if job["state"] == "done":
                self._send(client)
                before = None
                continue
            before = job["articles"] if before is None else before
            if before < job["articles"] < _IN_A_JOB:
                return
            time.sleep(0.1)
        raise AssertionError(f"the job does not go on: {job}")

    def _send(self, client: httpx.Client) -> None:
        more = [article(len(self.sent) + place) for place in range(_IN_A_JOB)]
        self.jobs.append(client.post("/api/articles", content=lines(more).encode(), headers=LINES).json()["id"])
        self.sent += more

    def check_acknowledged(self, client: httpx.Client) -> None:
        """Readers see all that the jobs have told to be stored."""
        stored = sum(client.get(f"/api/jobs/{job}").json()["stored"] for job in self.jobs)
        assert eventually(lambda: _articles(client) >= stored)


def _articles(client: httpx.Client) -> int:
    query = "SELECT (COUNT(*) AS ?n) { ?article a rap:Article }"
    found = client.get("/sparql", params={"query": query}, headers={"Accept": "application/sparql-results+json"})
    return int(found.json()["results"]["bindings"][0]["n"]["value"])


def _kill(process: subprocess.Popen[bytes], module: str) -> None:
    for victim in children(process.pid, module) if module else [process.pid]:
        # It may have ended by itself, between two jobs.
        with contextlib.suppress(ProcessLookupError):
            os.kill(victim, signal.SIGKILL)


def test_killed_servers_writers_and_extractions_lose_no_article(tmp_path: Path) -> None:
    """Each victim in turn, at random moments of a job; at the end the store is the one that a build makes."""
    sender, store, chance = Sender(), tmp_path / "store", random.Random(7)
    for _ in range(KILLS):
        with started(store) as (client, process):
            sender.check_acknowledged(client)
            for module in ("kg.writing", "kg.ingest", ""):
                sender.at_work(client)
                time.sleep(chance.uniform(0, 3))
                _kill(process, module)
    with started(store) as (client, _):
        sender.check_acknowledged(client)
        done = [finished(client, job) for job in sender.jobs]
    assert [(job["state"], job["articles"], job["failed"]) for job in done] == [("done", _IN_A_JOB, 0)] * len(done)
    file = tmp_path / "news.jsonl"
    file.write_text(lines(sender.sent), encoding="utf-8")
    with Store.create_or_open(tmp_path / "built") as built:
        build(read([str(file)]), built, Report())
    assert quads(store) == quads(tmp_path / "built")
