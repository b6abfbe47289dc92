"""`kg doctor --url` tells whether a running server is well."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.api.conftest import serving
from tests.conftest import Kg


def test_a_server_that_is_well(kg: Kg, two_articles: Path) -> None:
    with serving(two_articles, request_time=25) as client:
        ran = kg("doctor", "--url", str(client.base_url), "--format", "json")
    found = {check["name"]: check for check in json.loads(ran.out)}
    assert ran.status == 0
    assert all(check["ok"] for check in found.values())
    assert "serves snapshot" in found["server"]["detail"]
    assert "the graph has statements" in found["sparql"]["detail"]
    assert found["writing"]["detail"] == "is refused without a token"
    assert " 0 requests waiting" in found["metrics"]["detail"]


def test_a_server_that_is_away(kg: Kg) -> None:
    ran = kg("doctor", "--url", "http://127.0.0.1:9")
    assert ran.status == 1
    assert "http://127.0.0.1:9/health can't be reached: [Errno 111] Connection refused; is `kg serve` run" in ran.out


class _Open(BaseHTTPRequestHandler):
    """Lets anybody do anything, and is of another version."""

    def _answer(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = b'{"version": "9.9", "snapshot": "1", "boolean": false}'
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = _answer  # noqa: N815  # as http.server calls them

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


def test_a_server_that_anybody_may_write(kg: Kg) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Open) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}).start()
        try:
            ran = kg("doctor", "--url", f"http://127.0.0.1:{server.server_port}", "--format", "json")
        finally:
            server.shutdown()
    found = {check["name"]: check for check in json.loads(ran.out)}
    assert ran.status == 1
    assert "takes updates without a token from anybody: set KG_TOKEN" in found["writing"]["detail"]
    assert "runs version 9.9" in found["server"]["detail"]
    assert found["sparql"]["detail"].startswith("answers queries, the graph is empty")
