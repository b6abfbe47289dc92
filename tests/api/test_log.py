"""Requests have ids, are counted, and their answers tell browsers what they may do."""

from __future__ import annotations

import json
import logging

import httpx

from api.log import JsonLines
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
