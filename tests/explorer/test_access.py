"""Whoever reads with a screen reader, by keyboard, in the dark or on a phone can use each view."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from api.routes.documentation import STATIC
from tests.api.test_events import items
from tests.explorer.conftest import Visit, Watched, drawn, opened

NAMES = re.findall(r'name: "(\w+)"', (STATIC / "explorer" / "views" / "index.js").read_text(encoding="utf-8"))
ADDRESSES = [f"?view={name}&actor=country/KAZ" for name in NAMES] + [
    "?view=actor",
    "?view=statements&speaker=country/KAZ&compare=country/TUR",
    "?view=statements&q=xyzzyplugh",
    "EVIDENCE",
]


def address(name: str, client: httpx.Client) -> str:
    if name != "EVIDENCE":
        return name
    row = items(client, "statements", speaker="country/KAZ", about="country/TUR", act="accuse")[0]
    return f"?view=statements&speaker=country/KAZ&article={row['article']['id']}&evidence={row['id']}"


def serious(page: Page) -> list[str]:
    """What axe finds that is serious or critical."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['impact']} {one['id']}: {node['html'][:200]} {node.get('failureSummary', '')[:300]}"
        for one in found
        if one["impact"] in {"serious", "critical"}
        for node in one["nodes"][:3]
    ]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 390)])
@pytest.mark.parametrize("name", ADDRESSES)
def test_axe_finds_nothing_serious_and_no_view_is_wider_than_the_screen(
    browser: Browser, explorer: httpx.Client, watched: Watched, name: str, scheme: str, width: int
) -> None:
    """Colours depend on the scheme, the layout on the width, neither on the other: two of the four tell of all."""
    view = {"width": width, "height": 900}
    with opened(browser, explorer, watched, color_scheme=scheme, viewport=view) as page:
        page.goto(f"/{address(name, explorer)}")
        assert drawn(page).evaluate("document.documentElement.scrollWidth") <= width
        assert serious(page) == []


def test_the_tables_of_the_network_widen_no_page(browser: Browser, explorer: httpx.Client, watched: Watched) -> None:
    with opened(browser, explorer, watched, viewport={"width": 390, "height": 844}) as page:
        page.goto("/?view=network&actor=country/KAZ")
        drawn(page).get_by_text("The same as tables").click()
        page.get_by_role("region", name="Table of ties").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_what_opens(visit: Visit, scheme: Literal["light", "dark"]) -> None:
    page = visit()
    page.emulate_media(color_scheme=scheme)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert serious(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Export").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert serious(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("ka")
    page.get_by_role("option").first.wait_for()
    assert serious(page) == []


@pytest.mark.parametrize("name", ["map", "upload"])
def test_the_bar_of_views_shows_where_one_is_on_a_phone(
    browser: Browser, explorer: httpx.Client, watched: Watched, name: str
) -> None:
    with opened(browser, explorer, watched, viewport={"width": 390, "height": 800}) as page:
        page.goto(f"/?view={name}")
        box = drawn(page).locator("#views [aria-current]").bounding_box()
        assert box
        assert 0 <= box["x"] <= box["x"] + box["width"] <= 390


def test_everything_is_reached_by_tab(visit: Visit) -> None:
    """From the skip link through search, tools, views and filters to the last row, and nothing is passed over."""
    page = visit("?view=statements&speaker=country/KAZ&act=accuse")
    wanted = page.locator("a[href], button, input, select, summary, [tabindex='0']").evaluate_all(
        "all => all.filter((one) => one.checkVisibility() && !one.disabled).length"
    )
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    seen = page.evaluate("window.seen = new Set([document.activeElement]); 1")
    for _ in range(wanted + 5):
        page.keyboard.press("Tab")
        seen = page.evaluate("window.seen.add(document.activeElement).size")
    assert seen >= wanted


@pytest.mark.parametrize("chosen", [True, False])
def test_a_print_is_black_on_white_also_of_a_dark_page(visit: Visit, chosen: bool) -> None:
    page = visit("?view=statements&speaker=country/KAZ")
    if chosen:
        page.get_by_role("button", name="Dark colours").click()
    page.emulate_media(media="print", color_scheme="light" if chosen else "dark")
    words = page.locator("td.said a").first
    darkness = "(one) => getComputedStyle(one).color.match(/\\d+/g).slice(0, 3).map(Number)"
    assert max(words.evaluate(darkness)) < 100
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).backgroundColor") == "rgb(255, 255, 255)"


def test_a_print_has_the_view_and_no_controls(visit: Visit) -> None:
    page = visit("?view=statements&speaker=country/KAZ")
    page.emulate_media(media="print")
    expect(page.locator("tbody")).to_be_visible()
    for hidden in ("#views", "#filters", "#tools", "#search"):
        expect(page.locator(hidden)).to_be_hidden()
    page = visit("?view=network&actor=country/KAZ")
    page.emulate_media(media="print")
    expect(page.locator(".canvas")).to_be_visible()
    expect(page.locator("aside.panel h2")).to_be_visible()
    for hidden in (".tool-row", ".handles", ".panel .buttons"):
        expect(page.locator(hidden)).to_be_hidden()


def test_every_asset_is_named_by_a_file(explorer: httpx.Client) -> None:
    """What index.html and the scripts import is there."""
    folder = STATIC / "explorer"
    for path in folder.rglob("*.js"):
        for name in re.findall(r"""(?:from|import\()\s*"(\.[^"]+)""", path.read_text(encoding="utf-8")):
            assert (path.parent / name).resolve().is_relative_to(STATIC.resolve())
            assert Path(path.parent / name).is_file(), f"{path}: {name}"
    for name in re.findall(r'(?:href|src)="(static/[^"]+)"', (folder / "index.html").read_text(encoding="utf-8")):
        assert explorer.get(f"/{name}").status_code == 200
