"""The network: drawn around whom one chooses, gone through by click and by key, each line with its sentences."""

from __future__ import annotations

import csv
import io
import re
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.explorer.conftest import Visit, Watched, browsing, drawn, opened

# The drawing, as cytoscape keeps it with its container.
_CY = "document.querySelector('.canvas')._cyreg.cy"
_LINK = "?view=network&actor=country/KAZ"


@pytest.fixture(autouse=True, scope="module")
def _ready(explorer: httpx.Client) -> None:
    """A process loads the libraries for networks when it is first asked for one, which may take its time."""
    for _ in range(10):
        if all(explorer.get("/api/network").status_code == 200 for _ in range(4)):
            return
    pytest.fail("the server gives no network")


def nodes(page: Page) -> set[str]:
    """Ids of the actors that are drawn."""
    return set(page.evaluate(f"{_CY}.nodes().map((node) => node.id())"))


def lines(page: Page) -> list[dict[str, Any]]:
    """What is known of each line."""
    found: list[dict[str, Any]] = page.evaluate(f"{_CY}.edges().map((edge) => edge.data())")
    return found


def places(page: Page) -> dict[str, list[float]]:
    """Where each actor is drawn."""
    return dict(page.evaluate(f"{_CY}.nodes().map((node) => [node.id(), [node.position().x, node.position().y]])"))


def click(page: Page, id_: str) -> None:
    """Clicks an actor, or the middle of a line."""
    at = page.evaluate(
        f"(id) => {{ const one = {_CY}.getElementById(id); return one.isNode() ? one.renderedPosition() : "
        "one.renderedMidpoint(); }",
        id_,
    )
    page.locator(".canvas").click(position={"x": at["x"], "y": at["y"]})


def test_the_neighbourhood_is_what_the_server_tells(visit: Visit, explorer: httpx.Client) -> None:
    page = visit(_LINK)
    asked = {"entity": "country/KAZ", "around": True, "kinds": ["said_about", "addressed", "met", "post"], "limit": 60}
    told = explorer.get("/api/network", params=asked).json()  # type: ignore[arg-type]
    assert nodes(page) == {actor["id"] for actor in told["actors"]}
    against = next(one for one in lines(page) if one["id"] == "said country/KAZ country/TUR")
    links = [link for link in told["links"] if (link["source"], link["target"]) == ("country/KAZ", "country/TUR")]
    said = [link for link in links if link["kind"] in {"said_about", "addressed"}]
    assert against["weight"] == sum(link["count"] for link in said)
    assert (against["stance"], against["text"][0]) == ("negative", "−")


def test_the_picture_fills_its_frame_whatever_its_shape(
    browser: Browser, explorer: httpx.Client, watched: Watched
) -> None:
    for width, height in ((1440, 900), (390, 844)):
        with opened(browser, explorer, watched, viewport={"width": width, "height": height}) as page:
            page.goto(f"/{_LINK}")
            drawn(page)
            frame = page.evaluate(f"[{_CY}.width(), {_CY}.height()]")
            where = page.evaluate(f"{_CY}.nodes().map((node) => Object.values(node.renderedPosition()))")
            box = [max(one) - min(one) for one in zip(*where, strict=True)]
            assert box[0] > frame[0] * 0.5
            assert box[1] > frame[1] * 0.5


def test_groups_that_nothing_ties_to_the_others_stay_near(visit: Visit) -> None:
    """A pair apart from thirty that are tied to one is no further from them than they are from each other."""
    page = visit()
    far = page.evaluate("""async () => {
        const { layOut } = await import("./static/explorer/network/layout.js");
        const ids = [...Array(32).keys()].map(String);
        const ties = [...ids.slice(1, 30).map((id) => ["0", id, 1]), ["30", "31", 1]];
        const places = layOut(ids, ties);
        const between = ({ x, y }, other) => Math.hypot(x - other.x, y - other.y);
        const apart = (one, other) => between(places.get(one), places.get(other));
        const nearest = (id, all) => Math.min(...all.filter((other) => other !== id).map((other) => apart(id, other)));
        const tied = ids.slice(0, 30);
        return [Math.min(nearest("30", tied), nearest("31", tied)), Math.max(...tied.map((id) => nearest(id, tied)))];
    }""")
    assert 0 < far[0] < 1.6 * far[1]


def test_no_name_stands_under_the_buttons(visit: Visit) -> None:
    page = visit(_LINK)
    # The name of whoever stands a little above the buttons would stand on them.
    under, all_ = page.evaluate("""async () => {
        const cy = document.querySelector(".canvas")._cyreg.cy;
        const letters = document.querySelector(".letters");
        const [box, all] = [document.querySelector(".handles"), letters].map((one) => one.getBoundingClientRect());
        const [left, top] = [Math.ceil(box.left - all.left), Math.ceil(box.top - all.top)];
        const node = cy.getElementById("country/KAZ").position();
        cy.viewport({ zoom: 1, pan: { x: left + box.width / 2 - node.x, y: top - 10 - node.y } });
        await new Promise((resolve) => cy.one("render", () => requestAnimationFrame(resolve)));
        const { data, width } = letters.getContext("2d").getImageData(0, 0, all.width, all.height);
        const painted = (x, y) => data[4 * (y * width + x) + 3] > 0;
        let [under, every] = [0, 0];
        for (let y = 0; y < Math.floor(all.height); y += 1) {
            for (let x = 0; x < Math.floor(all.width); x += 1) {
                if (!painted(x, y)) continue;
                every += 1;
                if (x >= left && y >= top && x < left + box.width - 2 && y < top + box.height - 2) under += 1;
            }
        }
        return [under, every];
    }""")
    assert under == 0
    assert all_ > 0


def test_a_line_leads_to_the_sentence(visit: Visit) -> None:
    page = visit(_LINK)
    page.get_by_role("button", name="Turkey accuse").first.click()
    sentence = page.locator(".panel .sentences a").first
    said = sentence.inner_text()
    sentence.click()
    page.wait_for_url("**evidence=**")
    drawn(page).wait_for_selector("aside.evidence mark.mark-content")
    marked = " ".join(page.locator("aside.evidence mark.mark-content").all_inner_texts())
    assert said.split()[0] in marked


def test_a_day_that_is_the_articles_own_is_told_once(visit: Visit, explorer: httpx.Client) -> None:
    page = visit(_LINK)
    page.get_by_role("button", name="Turkey accuse").first.click()
    told = page.locator(".panel .sentences p.soft")
    expect(told.first).to_be_visible()
    rows = explorer.get("/api/statements", params={"speaker": "country/KAZ", "about": "country/TUR"}).json()["items"]
    assert any(row["date"] == row["article"]["published"] for row in rows)
    for words in told.all_inner_texts():
        days = re.findall(r"\d+ \w{3} 20\d\d", words)
        assert len(days) == len(set(days)) > 0


def test_a_post_is_one_however_its_capitals_are_written(visit: Visit, explorer: httpx.Client) -> None:
    found = explorer.get("/api/network/lines", params={"limit": 300, "kinds": ["post"]}).json()["lines"]
    written = [[part["label"] for part in line["parts"]] for line in found]
    assert any(len(labels) > len({label.lower() for label in labels}) for labels in written)
    page = visit("?view=network&kind=post&limit=300")
    page.get_by_text("The same as tables").click()
    rows = page.get_by_role("region", name="Table of ties").locator("tbody tr td:nth-child(3)").all_inner_texts()
    for row in rows:
        labels = [re.sub(r" \d+$", "", label).lower() for label in row.split(", ")]
        assert len(labels) == len(set(labels))


def test_whoever_is_expanded_brings_neighbours_and_nobody_jumps(visit: Visit) -> None:
    page = visit("?view=network&actor=organization/european-union")
    before, where = nodes(page), places(page)
    other = next(one for one in sorted(before) if one.startswith("person/"))
    click(page, other)
    expect(page.locator(".panel h2")).to_be_visible()
    click(page, other)
    page.wait_for_url(f"**actor={other.replace('/', '%2F')}**")
    expect(drawn(page).locator(".panel").get_by_role("button", name="Fold in")).to_be_visible()
    assert nodes(page) >= before
    assert {id_: at for id_, at in places(page).items() if id_ in where} == where
    page.go_back()
    expect(page).not_to_have_url(re.compile("person"))
    drawn(page)
    assert nodes(page) == before


def test_by_keys_alone(visit: Visit) -> None:
    page = visit(_LINK)
    page.locator(".stage").focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".panel h2 a")).not_to_have_text("Kazakhstan")
    chosen = page.evaluate(f"{_CY}.nodes('.chosen').id()")
    page.keyboard.press("p")
    expect(page.get_by_role("button", name="Pin", exact=True)).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("h")
    expect(page.locator(".network-note")).to_contain_text("1 hidden")
    assert chosen not in nodes(page)
    page.get_by_role("link", name="Show them again").click()
    expect(page).not_to_have_url(re.compile("hide="))
    assert chosen in nodes(drawn(page))
    zoom = page.evaluate(f"{_CY}.zoom()")
    page.locator(".stage").focus()
    page.keyboard.press("+")
    assert page.evaluate(f"{_CY}.zoom()") > zoom
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Escape")
    expect(page.locator(".panel h2")).to_have_text("Choose somebody")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**actor=**actor=**")


def test_a_pin_and_its_place_are_in_the_link(
    visit: Visit, browser: Browser, explorer: httpx.Client, watched: Watched
) -> None:
    page = visit(f"{_LINK}&pin={quote('country/TUR@-310,170')}")
    assert places(page)["country/TUR"] == [-310, 170]
    page.locator(".stage").focus()
    page.keyboard.press("p")  # Kazakhstan, who is chosen, too
    page.wait_for_url("**pin=**pin=**")
    where = places(drawn(page))
    page.get_by_role("button", name="Rearrange").click()
    assert places(page)["country/TUR"] == [-310, 170]
    with opened(browser, explorer, watched) as other:
        other.goto(page.url)
        there = places(drawn(other))
        assert there["country/TUR"] == [-310, 170]
        assert there["country/KAZ"] == pytest.approx(where["country/KAZ"], abs=0.5)
        assert other.evaluate(f"{_CY}.nodes('.pinned').length") == 2


def test_a_path_of_two_has_a_sentence_for_each_hop(visit: Visit, explorer: httpx.Client) -> None:
    page = visit("?view=network&actor=person/nino-kvarelashvili")
    box = page.get_by_role("combobox", name="Shortest path from Nino Kvarelashvili to")
    box.fill("Bakht")
    page.locator(".options [role=option]").first.click()
    expect(page.locator(".panel h2")).to_have_text("Shortest path")
    drawn(page)
    target = page.evaluate("new URLSearchParams(location.search).get('compare')")
    asked = {"from": "person/nino-kvarelashvili", "to": target}
    [first, *_] = explorer.get("/api/paths", params=asked).json()["items"]
    way = page.locator(".way").first
    expect(way.locator("summary")).to_have_text(" → ".join(node["label"] for node in first["nodes"]))
    expect(way.locator(".hop")).to_have_count(len(first["hops"]))
    for hop in way.locator(".hop").all():
        expect(hop.locator("a.to-evidence").first).to_be_attached()
    on_the_way = set(page.evaluate(f"{_CY}.nodes('.way').map((node) => node.id())"))
    assert on_the_way == {node["id"] for node in first["nodes"]}
    way.locator("a.to-evidence").first.click()
    page.wait_for_selector("aside.evidence mark")


def test_the_filters_narrow_it_and_the_link_keeps_all(
    visit: Visit, browser: Browser, explorer: httpx.Client, watched: Watched
) -> None:
    page = visit(_LINK)
    page.get_by_role("checkbox", name="met").uncheck()
    page.wait_for_url("**kind=**")
    drawn(page).get_by_label("Stance").select_option("negative")
    page.wait_for_url("**stance=negative**")
    expect(drawn(page).locator(".network-note")).to_contain_text("actor")
    left = {one["stance"] for one in lines(page)}
    assert left == {"negative"}
    with opened(browser, explorer, watched) as other:
        other.goto(page.url)
        drawn(other)
        assert sorted(one["id"] for one in lines(other)) == sorted(one["id"] for one in lines(page))


def test_the_tables_have_what_the_picture_has(visit: Visit) -> None:
    page = visit(_LINK)
    page.get_by_text("The same as tables").click()
    table = page.get_by_role("region", name="Table of actors")
    table.wait_for()
    names = table.locator("tbody th").all_inner_texts()
    labels = page.evaluate(f"{_CY}.nodes().map((node) => node.data('label'))")
    assert len(names) == len(labels)
    assert {label.rstrip("…") for label in labels} == {
        next(label for label in (name, name[:28].rstrip()) if label in {one.rstrip("…") for one in labels})
        for name in names
    }
    ties = page.get_by_role("region", name="Table of ties")
    expect(ties.locator("tbody tr")).to_have_count(min(100, len(lines(page))))
    ties.locator("tbody button").first.click()
    expect(page.locator(".panel .sentences li").first).to_be_visible()


def test_the_view_is_saved_as_a_file(visit: Visit, explorer: httpx.Client) -> None:
    page = visit("?view=network&actor=country/KAZ&stance=negative")
    page.get_by_text("Save this view").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8"))))
    assert {(row["source"], row["target"]) for row in rows} == {(one["source"], one["target"]) for one in lines(page)}
    for name in ("GEXF", "GraphML"):
        assert page.get_by_role("link", name=name).get_attribute("href")


def test_nothing_to_draw_is_said(visit: Visit, watched: Watched) -> None:
    watched.allowed.append("422")
    page = visit(f"{_LINK}&since=1950&until=1951")
    expect(page.locator(".over")).to_contain_text("Nobody is tied to them here")
    page.get_by_role("link", name="Clear the filters").click()
    expect(page).not_to_have_url(re.compile("since="))
    assert "country/KAZ" in nodes(drawn(page))
    page = visit("?view=network&actor=nobody-at-all")
    expect(page.get_by_role("alert")).to_contain_text("nobody-at-all")


def test_it_is_drawn_without_webgl(explorer: httpx.Client, watched: Watched) -> None:
    with browsing("--disable-3d-apis") as browser, opened(browser, explorer, watched) as page:
        page.goto(f"/{_LINK}")
        assert "country/KAZ" in nodes(drawn(page))
        assert page.evaluate("document.createElement('canvas').getContext('webgl')") is None
        # The canvas is painted with the browser's next frame.
        page.wait_for_function(
            "() => [...document.querySelectorAll('.canvas canvas')].some((one) => { const { width, height } = one; "
            "return one.getContext('2d').getImageData(0, 0, width, height).data.some((value) => value > 0); })"
        )
