"""Time, places and queries: a brush that all views follow, circles with their sentences, an editor in a frame."""

from __future__ import annotations

import gzip
import re
from datetime import date
from math import hypot
from urllib.parse import parse_qs, quote, urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from api.routes.documentation import STATIC
from kg.query.examples import examples
from tests.explorer.conftest import Visit, Watched, drawn, opened
from tests.explorer.test_access import serious

# Bytes of all that a browser may load, compressed, but for the editor of queries.
_HEAVIEST = 400_000


def brush(page: Page, first: float, last: float) -> None:
    """Draws over the chart from one part of its width to another."""
    box = page.locator(".time-chart .u-over").first.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * first, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * last, box["y"] + 70, steps=5)
    page.mouse.up()


def test_a_brush_sets_the_days_of_all_views(visit: Visit) -> None:
    page = visit("?view=timeline")
    brush(page, 0.6, 0.8)
    page.wait_for_url("**since=2024**")
    asked = parse_qs(urlsplit(page.url).query)
    assert re.fullmatch(r"2024-\d\d-\d\d", asked["since"][0])
    assert asked["since"] < asked["until"]
    drawn(page)
    page.get_by_role("navigation", name="Views").get_by_role("link", name="Statements").click()
    drawn(page).wait_for_selector(".view-statements tbody tr")
    shown = parse_qs(urlsplit(page.url).query)
    assert (shown["since"], shown["until"]) == (asked["since"], asked["until"])
    days = page.locator("tbody time").evaluate_all("all => all.map((one) => one.getAttribute('datetime'))")
    assert days
    assert all(day <= asked["until"][0] for day in days)


def test_the_days_are_chosen_by_keys_too_and_counted_as_told(visit: Visit, explorer: httpx.Client) -> None:
    page = visit("?view=timeline&since=2024-05-08&until=2024-05-10")
    table = page.locator(".twin table")
    page.get_by_text("The same as a table").click()
    asked = {"since": "2024-05-08", "until": "2024-05-10", "bucket": "day"}
    told = explorer.get("/api/timeline", params=asked).json()["items"]
    rows = [row.locator("td").all_inner_texts() for row in table.locator("tbody tr").all()]
    assert [(int(row[-2]), int(row[-1])) for row in rows] == [(one["statements"], one["meetings"]) for one in told]
    table.get_by_role("link", name="8 May 2024").press("Enter")
    page.wait_for_url("**until=2024-05-08**")
    drawn(page).get_by_label("Told apart by").select_option("act")
    page.wait_for_url("**by=act**")
    expect(page.locator(".chart-legend")).to_contain_text("accuse")


def test_the_chart_ends_where_the_articles_do(visit: Visit, explorer: httpx.Client) -> None:
    last = date.fromisoformat(explorer.get("/api/timeline", params={"bucket": "day"}).json()["items"][-1]["end"])
    page = visit("?view=timeline")
    expect(page.locator(".timeline p").first).to_contain_text(f"– {last.day} {last:%b %Y}: ")


def test_what_is_recalled_from_long_ago_does_not_press_the_others_together(
    visit: Visit, explorer: httpx.Client
) -> None:
    first = explorer.get("/api/overview").json()["first"]
    asked = {"entity": "person/rovsan-talibxanli", "bucket": "month"}
    told = explorer.get("/api/timeline", params=asked).json()["items"]
    long_ago = [one for one in told if one["end"] < "2024"]
    assert first > "2024-05"
    assert long_ago
    page = visit("?view=timeline&actor=person/rovsan-talibxanli")
    events = sum(one["statements"] + one["meetings"] for one in long_ago)
    line = page.locator(".timeline p").first
    expect(line).to_contain_text(f"{events} more before or after")
    expect(line).not_to_contain_text("2023")
    page = visit("?view=actor&actor=person/rovsan-talibxanli")
    expect(page.locator(".note")).to_contain_text("of other times, between 1 Jan 2023 and")
    expect(page.locator(".chart-ends")).not_to_contain_text("2023")


def test_no_days_are_said(visit: Visit) -> None:
    page = visit("?view=timeline&since=1950&until=1951")
    expect(page.locator("main")).to_contain_text("Nothing in these days")
    page = visit("?view=timeline&publisher=Nobody")
    expect(page.locator("main")).to_contain_text("Nothing to count")


def boxes(page: Page, selector: str) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of these elements that are drawn, less the empty edge of their boxes."""
    found = page.locator(selector).evaluate_all(
        "all => all.filter((one) => one.style.display !== 'none').map((one) => one.getBoundingClientRect())"
        ".map(({ x, y, width, height }) => [x + width / 5, y + height / 5, x + width * 0.8, y + height * 0.8])"
    )
    return [tuple(one) for one in found]


def test_names_on_the_map_cover_no_circle_and_no_other_name(visit: Visit) -> None:
    page = visit("?view=map")
    names, circles = boxes(page, ".place-name"), boxes(page, ".place")
    assert len(circles) > len(names) > 20
    for number, name in enumerate(names):
        for other in (*circles, *names[:number]):
            assert name[2] <= other[0] or other[2] <= name[0] or name[3] <= other[1] or other[3] <= name[1]


def test_circles_that_would_lie_on_each_other_wait_until_the_map_is_nearer(
    browser: Browser, explorer: httpx.Client, watched: Watched
) -> None:
    with opened(browser, explorer, watched, viewport={"width": 390, "height": 844}) as page:
        page.goto("/?view=map")
        drawn(page)
        everywhere = page.locator(".place").count()
        shown = page.locator(".place-place:visible").count() + page.locator(".place-country:visible").count()
        assert shown < everywhere
        expect(page.locator(".beneath")).to_contain_text(f"{everywhere - shown} of the places lie under others here")
        for kind in ("place", "country"):
            circles = page.locator(f".place-{kind}:visible").evaluate_all(
                "all => all.map((one) => one.getBoundingClientRect())"
                ".map(({ x, y, width }) => [x + width / 2, y + width / 2, width / 2])"
            )
            for number, (x, y, radius) in enumerate(circles):
                for across, down, other in circles[:number]:
                    assert hypot(x - across, y - down) > 0.9 * (radius + other)
        # One that waits is chosen from the table, and then it is there.
        page.get_by_text("The same as a table").click()
        hidden = page.locator(".place").evaluate_all(
            "all => all.filter((one) => one.style.display === 'none')"
            ".map((one) => one.getAttribute('aria-label').split(':')[0])"
        )
        page.get_by_role("region", name="Table of places").get_by_role("button", name=hidden[0], exact=True).click()
        expect(page.locator(".place.chosen")).to_be_visible()
        for _ in range(9):
            page.get_by_role("button", name="Nearer").click()
        expect(page.locator(".beneath")).to_be_hidden()


def test_a_click_on_a_place_chooses_it_and_draws_no_frame_of_the_browser(visit: Visit) -> None:
    page = visit("?view=map")
    place = page.get_by_role("button", name="Astana:")
    place.click()
    expect(page.locator(".panel h2")).to_contain_text("Astana")
    expect(place).to_have_class(re.compile("chosen"))
    assert place.evaluate("(one) => getComputedStyle(one).outlineStyle") == "none"


def test_places_lead_to_meetings_and_sentences(visit: Visit, explorer: httpx.Client) -> None:
    page = visit("?view=map")
    told = explorer.get("/api/places").json()
    geneva = next(row for row in told["items"] if row["label"] == "Geneva")
    expect(page.locator(".place")).to_have_count(len(told["items"]))
    expect(page.locator(".network-note")).to_contain_text("in fact controlled")
    page.get_by_role("button", name="Geneva:").press("Enter")
    panel = page.locator(".panel")
    expect(panel.locator("h2")).to_contain_text("Geneva")
    expect(panel).to_contain_text(f"{geneva['mentions']} mentions")
    meetings = panel.locator("h3", has_text="Meetings").locator("xpath=following-sibling::div[1]//li")
    expect(meetings).to_have_count(geneva["meetings"])
    panel.locator("h3", has_text="Mentioned in").locator("xpath=following-sibling::div[1]//a").first.click()
    expect(page.locator("aside.evidence mark").first).to_contain_text("Geneva")
    assert serious(drawn(page)) == []


def test_the_map_is_moved_by_keys_and_has_a_table(visit: Visit) -> None:
    page = visit("?view=map&kind=place")
    world = page.locator("svg.world")
    before = world.get_attribute("viewBox")
    assert before
    world.focus()
    page.keyboard.press("+")
    expect(world).not_to_have_attribute("viewBox", before)
    nearer = world.get_attribute("viewBox")
    assert nearer
    page.keyboard.press("ArrowLeft")
    expect(world).not_to_have_attribute("viewBox", nearer)
    expect(world).not_to_have_attribute("viewBox", before)
    page.keyboard.press("0")
    expect(world).to_have_attribute("viewBox", before)
    expect(page.locator(".place-country")).to_have_count(0)
    page.get_by_text("The same as a table").click()
    rows = page.locator(".twin tbody tr")
    expect(rows).to_have_count(page.locator(".place").count())
    rows.first.get_by_role("button").click()
    expect(page.locator(".panel h2")).to_contain_text(rows.first.locator("th").inner_text())


def test_the_map_is_narrowed_by_act_and_stance(visit: Visit, explorer: httpx.Client) -> None:
    page = visit("?view=map")
    page.get_by_label("Stance").select_option("negative")
    page.wait_for_url("**stance=negative**")
    told = explorer.get("/api/places", params={"stance": "negative"}).json()["items"]
    expect(drawn(page).locator(".place")).to_have_count(len(told))
    page.get_by_role("button", name=f"{told[0]['label']}: {told[0]['statements']} statements about it").press("Enter")
    statements = page.locator(".panel h3", has_text="Statements").locator("xpath=following-sibling::div[1]//li")
    expect(statements).to_have_count(min(15, told[0]["statements"]))
    statements.locator("a.to-evidence").first.click()
    expect(page.locator("aside.evidence mark").first).to_be_visible()


def test_no_places_are_said(visit: Visit) -> None:
    page = visit("?view=map&since=1950&until=1951")
    expect(page.locator(".over")).to_contain_text("No places here")


def test_a_query_is_asked_in_the_editor_and_sent_as_a_link(
    visit: Visit, browser: Browser, explorer: httpx.Client, watched: Watched
) -> None:
    page = visit("?view=query")
    frame = page.frame_locator("iframe.query-frame")
    # Before the editor is there a link leads to the plain form.
    frame.locator("html[data-ready]").wait_for()
    frame.get_by_role("link", name="Who met whom where").click()
    page.wait_for_url("**q=**")
    expect(frame.locator(".CodeMirror").first).to_contain_text("Who met whom")
    # A short one: the whole example takes its time on a machine with much else to do.
    page.goto(
        f"/?view=query&q={quote('SELECT ?label { <http://localhost:8000/entity/country/KAZ> rdfs:label ?label }')}"
    )
    frame.locator(".yasqe_queryButton").click()
    expect(frame.locator(".yasr table").first).to_contain_text("Kazakhstan")
    with opened(browser, explorer, watched) as other:
        other.goto(page.url)
        expect(other.frame_locator("iframe.query-frame").locator(".CodeMirror").first).to_contain_text("country/KAZ")


def test_the_page_of_queries_asks_nobody_else_and_can_be_read(page: Page, explorer: httpx.Client) -> None:
    page.goto("/query?example=who-accused-whom")
    page.wait_for_selector("html[data-ready]")
    expect(page.locator(".CodeMirror").first).to_contain_text("accused")
    policy = explorer.get("/query").headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert serious(page) == []


def test_queries_are_asked_without_script(browser: Browser, explorer: httpx.Client, watched: Watched) -> None:
    with opened(browser, explorer, watched, java_script_enabled=False) as page:
        page.goto("/query")
        for example in examples():
            expect(page.get_by_role("link", name=example.title)).to_be_visible()
        page.get_by_role("link", name="Who met whom where").click()
        expect(page.locator("textarea")).to_have_value(re.compile("Who met whom"))
        page.locator("textarea").fill("ASK {}")
        with page.expect_download() as answer:
            page.get_by_role("button", name="Ask").click()
        assert "<boolean>true</boolean>" in answer.value.path().read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_path_and_a_tie_can_be_read_by_all(
    browser: Browser, explorer: httpx.Client, watched: Watched, scheme: str
) -> None:
    with opened(browser, explorer, watched, color_scheme=scheme) as page:
        page.goto("/?view=network&actor=country/KAZ&compare=country/GEO")
        expect(drawn(page).locator(".panel h2")).to_have_text("Shortest path")
        page.get_by_text("The same as tables").click()
        page.get_by_role("region", name="Table of ties").locator("tbody button").first.click()
        page.wait_for_selector(".panel .sentences li")
        assert serious(drawn(page)) == []


def test_all_views_together_are_light() -> None:
    """Scripts, styles and outlines weigh less than 400 kB, compressed; the editor comes when it is opened."""
    used = [*(STATIC / "explorer").rglob("*.*"), *(STATIC / "vendor").rglob("*.*")]
    loaded = [path for path in used if not {"yasgui", "swagger-ui"} & set(path.parts) and path.name != "manifest.json"]
    assert any(path.name.startswith("cytoscape") for path in loaded)
    assert sum(len(gzip.compress(path.read_bytes())) for path in loaded) < _HEAVIEST
