"""Pages of an article with script in every field, looked at by a real browser: nothing of it runs."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import Browser, Dialog, Page, Request

from tests.api.test_resources import BREAK, HOSTILE, SCRIPT, attacked
from tests.explorer.conftest import browsing

__all__ = ["attacked"]

_PATIENCE = 60_000


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with browsing() as found:
        yield found


class Ran:
    """What the script of a page did, or tried to do."""

    def __init__(self, page: Page, host: str) -> None:
        self.noticed: list[str] = []
        self._host = host
        page.on("dialog", self._asked)
        page.on("pageerror", lambda error: self.noticed.append(f"error {error}"))
        page.on("console", lambda message: self.noticed.append(f"console {message.text}"))
        page.on("request", self._fetched)

    def _asked(self, dialog: Dialog) -> None:
        self.noticed.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def _fetched(self, request: Request) -> None:
        if self._host not in request.url:
            self.noticed.append(request.url)


@pytest.fixture
def page(browser: Browser, attacked: httpx.Client) -> Iterator[Page]:
    page = browser.new_page(base_url=str(attacked.base_url))
    page.set_default_timeout(_PATIENCE)
    yield page
    page.close()


@pytest.mark.parametrize(
    "path",
    [
        f"/entity/{quote(HOSTILE)}",
        "/entity/person/whom",
        f"/article/{quote(f'a {SCRIPT}', safe='')}",
        f"/entity/{quote(SCRIPT + BREAK)}",
    ],
    ids=["speaker", "target", "article", "missing"],
)
def test_nothing_that_an_article_says_runs(page: Page, attacked: httpx.Client, path: str) -> None:
    ran = Ran(page, attacked.base_url.netloc.decode())
    answer = page.goto(path)
    assert answer
    missing = answer.status == 404
    assert missing or answer.status == 200
    # The words are there to be read, as words.
    assert "<script>alert(1)</script>" in page.inner_text("body")
    made = page.evaluate("() => [...document.querySelectorAll('script, img, iframe, object, base, form')].length")
    assert made == 0
    handlers = "e => e.getAttributeNames().some(name => name.startsWith('on'))"
    assert page.evaluate(f"() => [...document.querySelectorAll('*')].filter({handlers}).length") == 0
    for link in page.locator("a").all():
        assert link.evaluate("a => ['http:', 'https:'].includes(a.protocol)"), link.get_attribute("href")
    # A browser tells of a page that is not there in its console.
    assert [each for each in ran.noticed if not (missing and "404" in each)] == []


def test_the_policy_would_stop_what_was_overlooked(page: Page) -> None:
    page.goto("/entity/person/whom")
    ran = Ran(page, "")
    page.evaluate("""() => {
        document.body.innerHTML += '<img src=x onerror="window.ran = 1">';
        const script = document.createElement('script');
        script.text = 'window.ran = 2';
        const link = document.createElement('a');
        link.href = 'javascript:window.ran = 3';
        document.body.append(script, link);
        link.click();
    }""")

    def stopped() -> int:
        return sum("Content Security Policy" in each for each in ran.noticed)

    # The browser tells of each a moment later.
    for _ in range(300):
        if stopped() >= 3:
            break
        page.wait_for_timeout(100)
    assert stopped() >= 3
    assert page.evaluate("() => window.ran") is None
