"""Requests have ids, are counted, and their answers tell browsers what they may do."""

from __future__ import annotations

import asyncio
import json
import logging
from datetime import datetime
from types import SimpleNamespace

import httpx
import pytest
from starlette.types import Receive, Scope, Send

from api.log import JsonLines, Log
from api.metrics import Requests, gauge


def test_an_answer_has_the_id_of_its_request(small: httpx.Client) -> None:
    ids = {small.get("/nothing").headers["x-request-id"] for _ in range(3)}
    assert len(ids) == 3
    assert small.get("/health", headers={"X-Request-ID": "from-proxy.1"}).headers["x-request-id"] == "from-proxy.1"
    assert small.get("/health", headers={"X-Request-ID": "a b"}).headers["x-request-id"] != "a b"


def test_a_line_of_the_log_is_an_object() -> None:
    record = logging.LogRecord("rapporteur", logging.INFO, "", 0, "GET %s", ('/a\n{"b"}',), None)
    line = JsonLines().format(record)
    assert "\n" not in line
    assert json.loads(line)["message"] == 'GET /a\n{"b"}'
    assert json.loads(line)["level"] == "info"


async def _found(scope: Scope, receive: Receive, send: Send) -> None:
    scope["route"] = SimpleNamespace(path="/article/{id}")
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"x"})


def test_each_request_has_its_line(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[str] = []
    monkeypatch.setattr(caplog.handler, "emit", lambda record: lines.append(JsonLines().format(record)))

    async def ask(level: int) -> None:
        with caplog.at_level(level, "rapporteur"):
            transport = httpx.ASGITransport(Log(_found, Requests()), client=("192.0.2.7", 5))
            async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
                await client.get("/article/a%0Ab", headers={"X-Request-ID": "one"})

    asyncio.run(ask(logging.INFO))
    (line,) = map(json.loads, lines)
    assert line.pop("seconds") >= 0
    assert datetime.fromisoformat(line.pop("time")).tzinfo
    assert line == {
        "level": "info",
        "message": "GET /article/a\nb",
        "request": "one",
        "route": "/article/{id}",
        "status": 200,
        "client": "192.0.2.7",
    }
    asyncio.run(ask(logging.WARNING))
    assert len(lines) == 1


def test_answers_forbid_browsers_what_they_need_not_do(small: httpx.Client) -> None:
    for path in ("/health", "/nothing", "/docs", "/static/docs.js"):
        headers = small.get(path).headers
        assert "default-src 'self'" in headers["content-security-policy"]
        assert "unsafe-inline" not in headers["content-security-policy"].partition("style-src")[0]
        assert headers["x-content-type-options"] == "nosniff"


def test_requests_are_counted_by_route(client: httpx.Client) -> None:
    client.get("/health")
    text = client.get("/metrics").text
    assert 'rapporteur_requests_total{method="GET",route="/health",status="200"}' in text
    assert 'rapporteur_request_seconds_bucket{method="GET",route="/health",le="+Inf"}' in text
    assert "rapporteur_snapshot_age_seconds " in text
    assert "rapporteur_store_bytes " in text
    kinds = [line.split()[2] for line in text.splitlines() if line.startswith("# TYPE")]
    assert len(kinds) == len(set(kinds))  # Prometheus refuses a name that is declared twice


def test_buckets_add_up() -> None:
    requests = Requests()
    for seconds in (0.001, 0.03, 0.03, 99.0):
        requests.add("GET", '/a"\n', 200, seconds)
    lines = list(requests.lines())
    assert 'rapporteur_requests_total{method="GET",route="/a\\"\\n",status="200"} 4' in lines
    counts = [int(line.rpartition(" ")[2]) for line in lines if "_bucket" in line]
    assert counts == sorted(counts)
    assert counts[0] == 1
    assert counts[-2:] == [3, 4]
    assert list(gauge("a", ({}, 1.5))) == ["# TYPE a gauge", "a 1.5"]
