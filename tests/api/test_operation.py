"""The server starts, says that it is well, and stops."""

from __future__ import annotations

from pathlib import Path

import httpx

from tests.api.conftest import serving


def test_a_server_says_what_it_serves(client: httpx.Client) -> None:
    answer = client.get("/health")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"
    assert int(answer.json()["snapshot"]) >= 1


def test_it_starts_with_an_empty_store_and_stops_cleanly(tmp_path: Path) -> None:
    with serving(tmp_path / "new") as client:
        assert client.get("/health").json()["status"] == "ok"
        assert client.get("/nothing").headers["content-type"] == "application/problem+json"
