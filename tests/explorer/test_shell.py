"""The shell: it is drawn, keeps its state in the address, and asks nobody else."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Browser, expect

from tests.explorer.conftest import Visit, Watched, drawn, opened


def test_it_begins_with_who_is_talked_about(visit: Visit) -> None:
    page = visit()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who said what about whom")
    expect(page.locator("main")).to_contain_text("Kazakhstan")


def test_a_view_can_be_sent_as_a_link(visit: Visit, browser: Browser, explorer: httpx.Client, watched: Watched) -> None:
    page = visit("?view=statements&speaker=country/KAZ")
    page.locator("select[name=act]").select_option("accuse")
    page.wait_for_url("**act=accuse**")
    drawn(page).locator("td.said a").first.click()
    page.wait_for_url("**evidence=**")
    drawn(page).wait_for_selector("mark.mark-content")
    with opened(browser, explorer, watched) as other:
        other.goto(page.url)
        drawn(other).wait_for_selector("mark.mark-content")
        assert other.locator("tbody").inner_text() == page.locator("tbody").inner_text()
        assert other.locator("aside").inner_text() == page.locator("aside").inner_text()


def test_back_and_forward_go_through_the_views(visit: Visit) -> None:
    page = visit()
    navigation = page.get_by_role("navigation", name="Views")
    navigation.get_by_role("link", name="Statements").click()
    expect(page.locator(".view-statements")).to_be_visible()
    page.go_back()
    expect(page.locator(".view-search")).to_be_visible()
    page.go_forward()
    expect(page.locator(".view-statements")).to_be_visible()


def test_what_goes_wrong_is_said_in_words(visit: Visit, watched: Watched) -> None:
    watched.allowed.append("422")
    page = visit("?view=statements&speaker=nobody-at-all")
    expect(page.get_by_role("alert")).to_contain_text("nobody-at-all")


def test_a_day_that_is_none_is_explained_and_can_be_dropped(visit: Visit, watched: Watched) -> None:
    watched.allowed.append("422")
    page = visit("?view=statements&since=yesterday&act=deny")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("“yesterday” is no day, month or year, such as 2024-05-08, 2024-05 or 2024.")
    expect(alert).not_to_contain_text("pattern")
    alert.get_by_role("link", name="Drop the filters").click()
    expect(page.locator("tbody tr").first).to_be_visible()


def test_the_harness_sees_what_it_is_for(browser: Browser, explorer: httpx.Client) -> None:
    """An error, a request to elsewhere and a script in the page are each noticed."""
    seen = Watched(explorer.base_url.netloc.decode())
    with opened(browser, explorer, seen) as page:
        page.goto("/")
        page.evaluate("console.error('broken')")
        page.evaluate("fetch('http://127.0.0.1:9/elsewhere').catch(() => null)")
        page.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: 'a = 1'}))")
        noticed = ("broken", "connect-src forbids http://127.0.0.1:9/elsewhere", "script-src-elem forbids inline")
        for _ in range(300):
            found = "\n".join(seen.complaints)
            if all(one in found for one in noticed):
                return
            page.wait_for_timeout(100)
    pytest.fail(f"of {noticed} it noticed but {found}")
