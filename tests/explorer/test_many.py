"""With 10,000 statements of 3,000 actors each view shows the first, tells how many there are, and leads to the rest."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.api.conftest import serving
from tests.explorer import multitude
from tests.explorer.conftest import Watched, drawn, opened

# Bytes that a browser loads for the first view, compressed.
_HEAVIEST = 400_000
# Seconds of a processor that the page's thread takes until its first view is drawn, however busy the machine is; the
# bar of 1.5 seconds for all of it has room for the server and for what the browser does beside. Measured: 0.3.
_FIRST_VIEW = 0.75


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    folder = tmp_path_factory.mktemp("many") / "store"
    multitude.fill(folder)
    with serving(folder) as client:
        yield client


@pytest.fixture
def crowded(browser: Browser, many: httpx.Client) -> Iterator[Page]:
    watching = Watched(urlsplit(str(many.base_url)).netloc)
    with opened(browser, many, watching) as page:
        yield page
    watching.check()


def test_the_start_tells_how_much_there_is(crowded: Page) -> None:
    crowded.goto("/")
    lead = drawn(crowded).locator(".lead")
    expect(lead).to_contain_text("500 articles from 12 publishers")
    expect(lead).to_contain_text("10,000 statements")
    expect(lead).to_contain_text("3,000 actors")


def test_statements_come_a_page_at_a_time_with_their_number(crowded: Page) -> None:
    crowded.goto("/?view=statements")
    expect(drawn(crowded).locator(".told")).to_have_text("50 of 10,000 statements")
    crowded.get_by_role("button", name="More").click()
    expect(crowded.locator("tbody tr")).to_have_count(100)
    crowded.get_by_role("link", name="accuse").first.click()
    expect(crowded.locator(".told")).to_contain_text(re.compile(r"50 of [\d,]+ statements"))


def test_actors_come_best_known_first_and_the_last_is_found_by_name(crowded: Page) -> None:
    crowded.goto("/?view=actor")
    expect(drawn(crowded).locator("tbody tr").first).to_contain_text("Actor 0000")
    crowded.get_by_role("button", name="More").click()
    expect(crowded.locator("tbody tr")).to_have_count(100)
    crowded.keyboard.press("/")
    crowded.keyboard.type("2999")
    crowded.get_by_role("option", name="Actor 2999").click()
    expect(crowded.get_by_role("heading", level=1)).to_have_text("Actor 2999")


def test_the_best_known_actor_is_shown(crowded: Page, many: httpx.Client) -> None:
    known = many.get("/api/entities/person/actor-0").json()
    assert known["statements"] > 500
    crowded.goto("/?view=actor&actor=person/actor-0")
    expect(drawn(crowded).locator("main")).to_contain_text(f"All {known['statements']:,} statements")


def test_the_network_of_the_best_known_is_drawn_and_the_rest_counted(crowded: Page, many: httpx.Client) -> None:
    asked = {"entity": "person/actor-0", "around": True, "measures": False, "limit": 1}
    total = many.get("/api/network", params=asked).json()["actors_in_all"]
    assert total > 500
    crowded.goto("/?view=network&actor=person/actor-0")
    note = drawn(crowded).locator(".network-note")
    expect(note).to_contain_text(f"60 of {total} actors")
    assert crowded.evaluate("document.querySelector('.canvas')._cyreg.cy.nodes().length") == 60
    note.get_by_role("link", name="Draw 60 more").click()
    expect(note).to_contain_text(f"120 of {total} actors")
    note.get_by_role("button", name="List the other").click()
    actors = crowded.get_by_role("region", name="Table of actors")
    actors.get_by_role("button", name=f"{total - 100} more rows").click()
    expect(actors.locator("tbody tr")).to_have_count(total)


def test_a_phone_has_room_for_half_as_many_names(browser: Browser, many: httpx.Client) -> None:
    watching = Watched(urlsplit(str(many.base_url)).netloc)
    with opened(browser, many, watching, viewport={"width": 390, "height": 844}) as page:
        page.goto("/?view=network&actor=person/actor-0")
        expect(drawn(page).locator(".network-note")).to_contain_text("30 of ")
        page.get_by_role("link", name="Draw 30 more").click()
        expect(page.locator(".network-note")).to_contain_text("60 of ")
    watching.check()


def test_the_timeline_counts_all(crowded: Page) -> None:
    crowded.goto("/?view=timeline")
    expect(drawn(crowded).locator(".timeline")).to_contain_text("10,000 statements")
    expect(crowded.locator(".time-chart canvas")).to_have_count(2)


def test_the_map_has_the_first_places_and_counts_the_rest(crowded: Page, many: httpx.Client) -> None:
    found = many.get("/api/places", params={"limit": 1000}).json()
    assert found["places_in_all"] > 400
    crowded.goto("/?view=map")
    expect(drawn(crowded).locator(".place")).to_have_count(400)
    expect(crowded.locator(".network-note")).to_contain_text(f"400 of {found['places_in_all']:,} places")
    crowded.locator(".twin-frame summary").click()
    expect(crowded.locator(".twin tbody tr")).to_have_count(found["places_in_all"])


def test_publishers_side_by_side_are_the_first_of_all(crowded: Page) -> None:
    crowded.goto("/?view=statements&speaker=person/actor-0&compare=publishers")
    expect(drawn(crowded).locator(".told").first).to_contain_text("of 12")
    expect(crowded.get_by_role("region", name="Paper")).to_have_count(4)


def test_the_page_is_light_and_soon_there(browser: Browser, explorer: httpx.Client, watched: Watched) -> None:
    loaded: dict[str, int] = {}
    with opened(browser, explorer, watched) as page:
        page.on("response", lambda answer: loaded.setdefault(answer.url, 0))
        measuring = page.context.new_cdp_session(page)
        measuring.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.goto("/")
        drawn(page)
        measured = {one["name"]: one["value"] for one in measuring.send("Performance.getMetrics")["metrics"]}
        assert 0 < measured["TaskDuration"] < _FIRST_VIEW
    for url in loaded:
        loaded[url] = len(gzip.compress(explorer.get(url).content))
    assert len(loaded) > 10
    assert sum(loaded.values()) < _HEAVIEST
    # And so it is sent.
    answer = explorer.get("/static/explorer/explorer.css", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
