"""Nothing is written without the token, and the token is never shown."""

from __future__ import annotations

from pathlib import Path

import httpx

from tests.api.conftest import TOKEN, logging_to, serving


def write(client: httpx.Client, **headers: str) -> httpx.Response:
    """Makes an update that changes nothing."""
    return client.post("/sparql", data={"update": "CLEAR SILENT GRAPH <a:none>"}, headers=headers)


def test_only_who_has_the_token_may_write(small: httpx.Client) -> None:
    missing = write(small)
    assert missing.status_code == 401
    assert missing.headers["www-authenticate"] == "Bearer"
    assert write(small, Authorization="Bearer wrong").status_code == 403
    assert write(small, Authorization=f"Basic {TOKEN}").status_code == 401
    assert write(small, Authorization=f"Bearer {TOKEN}x").status_code == 403
    assert write(small, Authorization=f"bearer {TOKEN}").status_code == 204


def test_without_a_token_nobody_may_write(two_articles: Path) -> None:
    with serving(two_articles, readers=1, token=None) as client:
        assert write(client).status_code == 403
        assert write(client, Authorization="Bearer None").status_code == 403


def test_a_server_that_others_reach_warns_where_it_has_no_token(two_articles: Path, tmp_path: Path) -> None:
    with (tmp_path / "log").open("w+b") as log, logging_to(log, two_articles, host="0.0.0.0", token=None, readers=1):
        assert "no token" in (tmp_path / "log").read_text()


def test_the_log_has_no_token(two_articles: Path, tmp_path: Path) -> None:
    with (tmp_path / "log").open("w+b") as log, logging_to(log, two_articles, readers=1) as client:
        for path in ("/health", f"/sparql?x={TOKEN}"):
            client.get(path, headers={"Authorization": f"Bearer {TOKEN}"})
    lines = (tmp_path / "log").read_text().splitlines()
    assert [line for line in lines if "/sparql" in line]
    assert not [line for line in lines if TOKEN in line]
