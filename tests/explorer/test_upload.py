"""Upload: an article is sent with the token, watched, and seen in the graph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.api.conftest import TOKEN, serving, two_articles
from tests.explorer.conftest import Watched, opened

__all__ = ["two_articles"]

ARTICLE = """\
ANKARA, March 4 — Turkish Trade Minister Selin Akarsu accused Georgia on Monday of breaking its promises.

"We will not sign this agreement," she told reporters.
"""
# Two slow processors load the network first.
_READ = 180_000


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A server with a token over an empty store."""
    with serving(tmp_path_factory.mktemp("upload") / "store") as client:
        yield client


@pytest.fixture
def sender(browser: Browser, empty: httpx.Client) -> Iterator[Page]:
    watching = Watched(urlsplit(str(empty.base_url)).netloc)
    watching.allowed.append("40[134]")
    with opened(browser, empty, watching) as page:
        yield page
    watching.check()


def test_an_empty_graph_says_how_it_is_filled(sender: Page) -> None:
    sender.goto("/")
    expect(sender.locator(".empty")).to_contain_text("There is no article in this graph yet")
    sender.get_by_role("link", name="Upload").last.click()
    expect(sender.get_by_role("heading", level=1)).to_have_text("Upload an article")


def test_a_map_of_no_places_leads_to_their_list_and_talks_of_no_filters(sender: Page) -> None:
    sender.goto("/?view=map")
    over = sender.locator(".over")
    expect(over).to_contain_text("The coordinates of no place that articles mention are known")
    expect(over).not_to_contain_text("filter")
    expect(sender.locator(".beneath")).to_be_hidden()
    over.get_by_role("link", name="Places as a list").click()
    expect(sender.get_by_role("heading", level=1)).to_have_text("Actors and places")


def test_a_wrong_token_is_refused_in_words(sender: Page) -> None:
    sender.goto("/?view=upload")
    sender.get_by_label("The article's text").fill(ARTICLE)
    sender.get_by_label("Token").fill("not-the-token")
    sender.get_by_role("button", name="Read it").click()
    expect(sender.get_by_role("alert")).to_contain_text("The token is missing or is not the one")


def test_nothing_is_sent_where_there_is_nothing(sender: Page) -> None:
    sender.goto("/?view=upload")
    sender.get_by_role("button", name="Read it").click()
    expect(sender.get_by_role("alert")).to_contain_text("Paste a text or choose a file first")


def test_a_pasted_article_becomes_a_graph(sender: Page, empty: httpx.Client) -> None:
    sender.goto("/?view=upload")
    sender.get_by_label("The article's text").fill(ARTICLE)
    sender.get_by_label("Title (optional)").fill("Selin Akarsu accuses Georgia")
    sender.get_by_label("Publisher (optional)").fill("The Invented Post")
    sender.get_by_label("Published (optional)").fill("2024-03-05")
    sender.get_by_label("Token").fill(TOKEN)
    sender.get_by_role("button", name="Read it").click()
    outcome = sender.locator(".outcome")
    expect(outcome.get_by_role("heading", name="Done")).to_be_visible(timeout=_READ)
    expect(outcome.locator(".names")).to_contain_text("Georgia")
    outcome.locator("li.item a.to-evidence").first.click()
    expect(sender.locator("aside .article-title")).to_have_text("Selin Akarsu accuses Georgia")
    stored = empty.get("/api/articles").json()["items"]
    assert [(one["title"], one["publisher"]) for one in stored] == [
        ("Selin Akarsu accuses Georgia", "The Invented Post")
    ]
    # The token is kept for this tab alone.
    assert sender.evaluate("[sessionStorage.getItem('token'), localStorage.getItem('token')]") == [TOKEN, None]


def test_on_a_phone_what_was_read_comes_into_sight(browser: Browser, empty: httpx.Client) -> None:
    watching = Watched(urlsplit(str(empty.base_url)).netloc)
    with opened(browser, empty, watching, viewport={"width": 390, "height": 600}) as page:
        page.goto("/?view=upload")
        page.get_by_label("The article's text").fill("Norway praised Iceland on Friday.")
        page.get_by_label("Token").fill(TOKEN)
        page.get_by_role("button", name="Read it").click()
        done = page.locator(".outcome").get_by_role("heading", name="Done")
        expect(done).to_be_visible(timeout=_READ)
        expect(done).to_be_in_viewport()
        expect(page.locator(".outcome .names")).to_have_text("Norway, Iceland")
    watching.check()


def test_a_chosen_file_becomes_a_graph(sender: Page, tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text('{"title": "One", "text": "Norway praised Iceland on Friday."}\n{"title": "Nothing"}\n')
    sender.goto("/?view=upload")
    sender.get_by_label("Files").set_input_files(path)
    sender.get_by_label("Token").fill(TOKEN)
    sender.get_by_role("button", name="Read it").click()
    outcome = sender.locator(".outcome")
    expect(outcome.get_by_role("heading", name="Done")).to_be_visible(timeout=_READ)
    expect(outcome).to_contain_text("1 article stored, 1 could not be read")
    expect(outcome).to_contain_text("news.jsonl:2")


def test_a_server_without_a_token_says_so(browser: Browser, two_articles: Path) -> None:
    with serving(two_articles, token=None) as client:
        watching = Watched(urlsplit(str(client.base_url)).netloc)
        watching.allowed.append("403")
        with opened(browser, client, watching) as page:
            page.goto("/?view=upload")
            page.get_by_label("The article's text").fill(ARTICLE)
            page.get_by_role("button", name="Read it").click()
            expect(page.get_by_role("alert")).to_contain_text("This server takes no articles over the web")
        watching.check()
