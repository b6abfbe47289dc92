"""The explorer in a real browser, over a real server.

``page`` is a page of Debian's Chromium at the start of the explorer. Whatever it complains of fails the test that used
it: an error in its console, a request to another host, something that the page's policy forbids. ``visit`` opens an
address in it and waits until the view is drawn.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
    expect,
    sync_playwright,
)

from tests.api.conftest import serving

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
# As root there is no sandbox to be had; the rest keeps the browser itself from asking its maker anything.
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_REPORT_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) =>
    console.error(`policy: ${event.violatedDirective} forbids ${event.blockedURI} (${event.sourceFile})`));
"""
# A test on two slow processors must not fail for their being slow.
_PATIENCE = 60_000
expect.set_options(timeout=_PATIENCE)

Visit = Callable[..., Page]

_running: list[Playwright] = []


class Watched:
    """What a browser's pages complain of.

    Attributes:
        allowed: patterns of complaints that a test expects, such as the 422 that it provokes.
    """

    def __init__(self, host: str) -> None:
        self.host = host
        self.complaints: list[str] = []
        self.allowed: list[str] = []

    def follow(self, context: BrowserContext) -> None:
        """Listens to all pages of the context."""
        context.add_init_script(_REPORT_VIOLATIONS)
        context.on("console", self._said)
        context.on("weberror", lambda error: self.complaints.append(f"exception: {error.error}"))
        context.on("request", self._asked)

    def check(self) -> None:
        """Fails for whatever was not allowed."""
        found = [one for one in self.complaints if not any(re.search(each, one) for each in self.allowed)]
        assert not found

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{message.type}: {message.text} {message.location.get('url')}")

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and parts.netloc != self.host:
            self.complaints.append(f"outside: {request.url}")


@contextmanager
def browsing(*arguments: str) -> Iterator[Browser]:
    """Chromium, with these arguments beside the usual ones; also while another one runs."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    with _playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*_ARGUMENTS, *arguments])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def _playwright() -> Iterator[Playwright]:
    """Playwright, of which a thread can have but one: an inner one is the outer one."""
    if _running:
        yield _running[0]
        return
    with sync_playwright() as playwright:
        _running.append(playwright)
        try:
            yield playwright
        finally:
            _running.clear()


@pytest.fixture(scope="session")
def explorer(demo: Path) -> Iterator[httpx.Client]:
    """Asks a server over the sample articles; its `base_url` is where the explorer is."""
    with serving(demo) as client:
        yield client


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One for the tests of a file: while Playwright runs, its thread can run no other event loop (`asyncio.run`)."""
    with browsing() as found:
        yield found


@pytest.fixture
def watched(explorer: httpx.Client) -> Iterator[Watched]:
    """What the pages of this test complain of; looked at when it ends."""
    watching = Watched(urlsplit(str(explorer.base_url)).netloc)
    yield watching
    watching.check()


@pytest.fixture
def page(browser: Browser, explorer: httpx.Client, watched: Watched) -> Iterator[Page]:
    """A page in a fresh profile, at no address yet."""
    with opened(browser, explorer, watched) as found:
        yield found


@pytest.fixture
def visit(page: Page) -> Visit:
    """Opens the explorer with these parameters (`view="statements"`), and waits until its view is drawn."""

    def open_(search: str = "") -> Page:
        page.goto(f"/{search}")
        return drawn(page)

    return open_


@contextmanager
def opened(browser: Browser, client: httpx.Client, watched: Watched, **options: object) -> Iterator[Page]:
    """A page in a profile of its own, as another reader has it; `options` are those of a context."""
    context = browser.new_context(base_url=str(client.base_url), **options)  # type: ignore[arg-type]
    watched.follow(context)
    context.set_default_timeout(_PATIENCE)
    try:
        yield context.new_page()
    finally:
        context.close()


def drawn(page: Page) -> Page:
    """The page, when its view has something to show and neither it nor what lies beside it waits for anything.

    What a click or a key sets going is under way when the click or the key returns: this waits for that, too.
    """
    page.wait_for_selector("html[data-busy=no]")
    page.wait_for_selector("main .view > *")
    expect(page.locator(".loading")).to_have_count(0)
    return page
