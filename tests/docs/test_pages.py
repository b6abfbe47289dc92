"""The documentation builds into pages without a warning, whole, and asks nothing of other hosts."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from api import ROUTERS
from kg.cli import app
from tests.conftest import ROOT

# What makes a browser fetch: a link that is followed by hand does not.
FETCHING = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src"}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All pages, built as `make docs` does."""
    site = tmp_path_factory.mktemp("docs")
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", site],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    assert "WARNING" not in built.stderr
    return site


class Fetched(HTMLParser):
    """What a page has a browser fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in FETCHING and given.get("rel") != "canonical":
            self.addresses.append(given.get(FETCHING[tag]) or "")


def test_no_page_fetches_from_another_host(pages: Path) -> None:
    for page in pages.rglob("*.html"):
        fetched = Fetched()
        fetched.feed(page.read_text(encoding="utf-8"))
        assert fetched.addresses
        assert not [address for address in fetched.addresses if re.match(r"(?i)(https?:)?//", address)], page
    for style in pages.rglob("*.css"):
        assert not re.findall(r"url\(['\"]?(?:https?:)?//[^)]*", style.read_text(encoding="utf-8")), style


def test_every_picture_is_there(pages: Path) -> None:
    for page in pages.glob("*.html"):
        for source in re.findall(r'<img [^>]*src="([^"]+)"', page.read_text(encoding="utf-8")):
            assert (page.parent / source).is_file(), f"{page.name}: {source}"


def test_every_command_and_every_route_has_its_place(pages: Path) -> None:
    commands = (pages / "commands.html").read_text(encoding="utf-8")
    for command in app.registered_commands:
        assert f"kg {command.name}" in commands
    routes = (pages / "routes.html").read_text(encoding="utf-8")
    shown = [route for router in ROUTERS for route in router.routes if getattr(route, "include_in_schema", False)]
    assert len(shown) > 20
    for route in shown:
        path = getattr(route, "path", "").replace(":path}", "}")
        assert path in routes
