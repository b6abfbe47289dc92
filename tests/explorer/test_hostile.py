"""What an article says is text, whatever it says."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.api.test_resources import BREAK, HOSTILE, SCRIPT, attacked
from tests.explorer.conftest import Watched, drawn, opened

__all__ = ["attacked"]

_VIEWS = [
    "",
    "?view=actor",
    f"?view=actor&actor={quote(HOSTILE)}",
    "?view=statements",
    "?view=statements&compare=publishers",
    f"?view=statements&speaker={quote(HOSTILE)}&compare=person/whom",
    "?view=articles",
    f"?article={quote(f'a {SCRIPT}')}&evidence=s1",
    f"?view=statements&q={quote(SCRIPT)}",
    f"?view=actor&actor={quote(SCRIPT + BREAK)}",
]


@pytest.fixture
def hostile_page(browser: Browser, attacked: httpx.Client) -> Iterator[Page]:
    watching = Watched(urlsplit(str(attacked.base_url)).netloc)
    watching.allowed.append("404|422")
    with opened(browser, attacked, watching) as page:
        page.on("dialog", lambda dialog: watching.complaints.append(f"ran: {dialog.message}"))
        yield page
    watching.check()


@pytest.mark.parametrize("address", _VIEWS)
def test_hostile_words_show_as_text(hostile_page: Page, address: str) -> None:
    hostile_page.goto(f"/{address}")
    page = drawn(hostile_page)
    assert page.locator("main script, main img, main iframe, aside script, aside img").count() == 0
    links = page.locator("a").evaluate_all("all => all.map((one) => one.protocol)")
    assert set(links) <= {"http:", "https:"}
    named = page.locator("*").evaluate_all("all => all.flatMap((one) => one.getAttributeNames())")
    assert not [name for name in named if name.startswith("on")]


def test_hostile_words_are_all_there(hostile_page: Page) -> None:
    hostile_page.goto("/?view=statements")
    page = drawn(hostile_page)
    expect(page.locator("td.said")).to_contain_text(SCRIPT + BREAK)
    page.locator("td.said a").click()
    expect(page.locator("aside .article-title")).to_have_text(SCRIPT + BREAK)
    expect(page.locator("aside .byline")).to_contain_text("source")
    # javascript: is no address to go to.
    expect(page.locator("aside .byline a", has_text="source")).to_have_count(0)
