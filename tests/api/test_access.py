"""Nothing is written without the token, and the token is never shown."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.api.conftest import TOKEN, serving


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


def test_without_a_token_nobody_may_write(two_articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(two_articles, readers=1, token=None) as client:
        assert write(client).status_code == 403
        assert write(client, Authorization="Bearer None").status_code == 403
        assert write(client, Authorization="Bearer ").status_code == 403


def started(folder: Path, host: str, token: str | None) -> tuple[str, list[str]]:
    """The first line that a server says, and its log, after one request that wrote."""
    environment = {**os.environ, "KG_READERS": "1", **({"KG_TOKEN": token} if token else {})}
    command = [sys.executable, "-c", "from kg.cli import main; main()", "serve", "--store", str(folder)]
    with subprocess.Popen(
        [*command, "--port", "0", "--host", host], env=environment, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr
        first = next(process.stderr)
        address = first if "http://" in first else next(process.stderr)
        url = address.partition("http://")[2].split("/")[0]
        httpx.get(f"http://{url}/health", headers={"Authorization": f"Bearer {token}"}, timeout=30)
        httpx.post(f"http://{url}/sparql?x={token}", headers={"Authorization": f"Bearer {token}"}, timeout=30)
        process.send_signal(signal.SIGTERM)
        return first, process.communicate(timeout=30)[1].splitlines()


def test_a_server_that_others_reach_warns_where_it_has_no_token(two_articles: Path) -> None:
    assert "no token" in started(two_articles, "0.0.0.0", None)[0]


def test_the_log_has_no_token(two_articles: Path) -> None:
    first, lines = started(two_articles, "127.0.0.1", TOKEN)
    assert "Serving" in first
    assert len(lines) >= 2
    assert not [line for line in lines if TOKEN in line]
