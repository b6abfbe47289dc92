"""What a client may ask of the server at once, how often, and how much."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from api.limits import Rates, client_of
from tests.api.conftest import TOKEN, serving
from tests.api.test_sparql import ask

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def tight(two_articles: Path) -> Iterator[httpx.Client]:
    """Asks a server with small limits."""
    limits = {"request_time": 3, "body_time": 1, "readers": 1, "max_client_requests": 2, "max_query": 10_000}
    with serving(two_articles, **limits, max_upload=100_000, max_answer=20_000) as client:
        yield client


@pytest.fixture(scope="module")
def few(two_articles: Path) -> Iterator[httpx.Client]:
    """Asks a server whose SPARQL answers have a hundred rows at most."""
    with serving(two_articles, readers=1, max_sparql_rows=100) as client:
        yield client


def raw(client: httpx.Client, *parts: bytes, pause: float = 0.0) -> bytes:
    """What the server sends to somebody who sends these bytes, until it closes the connection."""
    with socket.create_connection((client.base_url.host, client.base_url.port or 80), timeout=30) as connection:
        for part in parts:
            connection.sendall(part)
            time.sleep(pause)
        received = b""
        while data := connection.recv(65536):
            received += data
    return received


def test_a_query_that_is_too_long_is_refused(tight: httpx.Client) -> None:
    answer = ask(tight, "ASK {}" + " " * 10_000)
    assert answer.status_code == 413
    assert "10,000 bytes" in answer.json()["detail"]
    assert tight.post("/sparql", data={"query": "ASK {}" + " " * 10_000}).status_code == 413
    assert tight.post("/sparql", data={"query": "ASK {}" + " " * 40_000}).status_code == 413


def test_a_body_that_is_too_large_is_refused_before_it_has_come(tight: httpx.Client) -> None:
    head = f"POST /sparql HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {TOKEN}\r\n"
    head += "Content-Type: application/sparql-update\r\n"
    said = raw(tight, f"{head}Content-Length: 100000000\r\n\r\n".encode())
    assert said.startswith(b"HTTP/1.1 413")
    chunks = [b"%x\r\n%s\r\n" % (20_000, b" " * 20_000)] * 6
    assert raw(tight, f"{head}Transfer-Encoding: chunked\r\n\r\n".encode(), *chunks).startswith(b"HTTP/1.1 413")


def test_a_body_that_comes_too_slowly_is_not_waited_for(tight: httpx.Client) -> None:
    head = (
        b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 100\r\n\r\nASK"
    )
    said = raw(tight, head)
    assert said.startswith(b"HTTP/1.1 408")
    assert b"within 1 seconds" in said


def test_an_answer_that_is_too_large_is_refused_or_broken_off(tight: httpx.Client) -> None:
    answer = ask(tight, "SELECT * { ?a ?b ?c . ?d ?e ?f }")
    assert answer.status_code == 413
    assert "20,000 bytes" in answer.json()["detail"]


@pytest.mark.parametrize(
    "accept",
    ["application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"],
)
def test_an_answer_has_no_more_rows_than_it_may(few: httpx.Client, accept: str) -> None:
    def rows(count: int) -> httpx.Response:
        values = " ".join(f"'{number}'" for number in range(count))
        return few.post(
            "/sparql", data={"query": f"SELECT ?x {{ VALUES ?x {{ {values} }} }}"}, headers={"Accept": accept}
        )

    assert rows(100).status_code == 200
    answer = rows(101)
    assert answer.status_code == 413
    assert "more than 100 rows" in answer.json()["detail"]


def test_a_graph_has_no_more_triples_than_it_may(few: httpx.Client) -> None:
    def triples(count: int) -> httpx.Response:
        made = " ".join(f"<a:a> <a:b> {number} ." for number in range(count))
        return few.post("/sparql", data={"query": f"CONSTRUCT {{ {made} }} WHERE {{}}"})

    assert triples(100).status_code == 200
    assert triples(101).status_code == 413


def test_one_client_may_not_ask_for_too_much_at_once(tight: httpx.Client) -> None:
    statuses: list[int] = []
    slow = [threading.Thread(target=lambda: statuses.append(ask(tight, SLOW).status_code)) for _ in range(2)]
    for thread in slow:
        thread.start()
    time.sleep(0.5)
    refused = ask(tight, "ASK {}")
    assert refused.status_code == 429
    assert refused.headers["retry-after"]
    assert tight.get("/health").status_code == 200
    for thread in slow:
        thread.join()
    # One was stopped; the other has waited for the one process until then.
    assert sorted(statuses) in ([503, 504], [504, 504])
    assert ask(tight, "ASK {}").status_code == 200


def test_all_clients_together_may_not_ask_for_too_much_at_once(two_articles: Path) -> None:
    statuses: list[int] = []
    with serving(two_articles, readers=1, request_time=3, max_requests=2) as client:
        slow = [threading.Thread(target=lambda: statuses.append(ask(client, SLOW).status_code)) for _ in range(2)]
        for thread in slow:
            thread.start()
        time.sleep(0.5)
        refused = ask(client, "ASK {}")
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "1")
        assert client.get("/health").status_code == 200
        for thread in slow:
            thread.join()
        assert ask(client, "ASK {}").status_code == 200
    assert len(statuses) == 2


def test_requests_that_come_too_fast_are_told_to_slow_down(two_articles: Path) -> None:
    with serving(two_articles, readers=1, request_rate=0.5) as client:
        statuses = [client.get("/openapi.json").status_code for _ in range(8)]
    assert statuses[:5] == [200] * 5
    assert 429 in statuses[5:]


def test_a_rate_recovers_with_time(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    rates = Rates(1.0)
    assert [rates.allow("a") for _ in range(11)] == [True] * 10 + [False]
    assert rates.allow("b")
    now += 2
    assert [rates.allow("a") for _ in range(3)] == [True, True, False]


def test_a_client_is_an_address_or_a_network() -> None:
    assert client_of({"client": ("192.0.2.7", 1)}) == "192.0.2.7"
    assert client_of({"client": ("2001:db8::1", 1)}) == client_of({"client": ("2001:db8::ffff", 1)})
    assert client_of({"client": ("2001:db8:0:1::1", 1)}) != client_of({"client": ("2001:db8::1", 1)})


def test_headers_without_end_are_cut_off(tight: httpx.Client) -> None:
    sent = [b"GET /health HTTP/1.1\r\nX: ", *[b"x" * 10_000] * 20]
    with contextlib.suppress(ConnectionResetError, BrokenPipeError):
        assert raw(tight, *sent, pause=0.02) == b""
    assert tight.get("/health").status_code == 200


def test_a_client_that_sends_nothing_is_let_go(tight: httpx.Client) -> None:
    assert raw(tight) == b""
    assert raw(tight, b"GET /health HTTP/1.1\r\nHost: x\r\n") == b""
