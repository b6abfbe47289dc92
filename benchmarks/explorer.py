"""Measures the explorer in a headless Chromium: its first view, and an actor whose neighbours are drawn.

    python benchmarks/explorer.py STORE                        # the first view
    python benchmarks/explorer.py STORE --neighbours 200       # and an expansion, of who has about so many

Each round is a fresh profile: nothing is in the cache of the browser. Two figures of each: milliseconds on the clock,
of which others' work on the machine is a part, and milliseconds of the processor that the page's own thread took. The
first view counts from the request for the page until nothing more is awaited. The expansion has two ends, both counted
from the click: "drawn" is when all neighbours, their names and their ties to whom was clicked have been painted; "all"
when the lines among the neighbours, which come with a later frame, have been, too, and nothing more is awaited.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import httpx
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))
from tests.api.conftest import serving

ROUNDS = 5
_SETTLED = """async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    while (document.documentElement.dataset.busy !== "no") await new Promise((resolve) => setTimeout(resolve, 2));
    await frame();
    await frame();
    return performance.now();
}"""
_EXPANDED = f"""async (hub) => {{
    const cy = document.querySelector(".canvas")._cyreg.cy;
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const before = cy.nodes().length;
    const button = [...document.querySelectorAll(".panel button")].find((one) => one.textContent === "Draw neighbours");
    const begun = performance.now();
    const drawn = new Promise((resolve) => cy.on("render", async () => {{
        if (cy.nodes().length === before) return;
        await frame(); // what has been painted is on the screen with the frame's end
        resolve(performance.now() - begun);
    }}));
    button.click();
    const ended = await ({_SETTLED})();
    return [await drawn, ended - begun, cy.nodes().length, cy.getElementById(hub).closedNeighborhood().nodes().length];
}}"""


def thread_time(page: Page) -> Callable[[], float]:
    """A clock of the processor time that the page's thread has taken, in milliseconds."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def now() -> float:
        told = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
        return 1000 * float(told["TaskDuration"])

    return now


def first_view(browser: Browser, address: str) -> tuple[float, float]:
    """Milliseconds on the clock, and of the page's thread, until the start page is there."""
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        now = thread_time(page)
        page.goto(address)
        clock = float(page.evaluate(_SETTLED))
        return clock, now()


@dataclass(frozen=True, slots=True)
class Expansion:
    """Milliseconds until the neighbours are `drawn` and until `all` is, those of the page's thread for all of it.

    Attributes:
        actors: in the picture then.
        near: of these, the expanded one and whom it is tied to.
    """

    drawn: float
    all: float
    thread: float
    actors: int
    near: int


def expansion(browser: Browser, address: str, hub: str, beside: str) -> Expansion:
    """What a click on "Draw neighbours" takes.

    Args:
        browser: a running one.
        address: of the server.
        hub: id of the actor that is expanded.
        beside: id of the actor whose neighbourhood is drawn before.
    """
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        now = thread_time(page)
        page.goto(f"{address}/?view=network&actor={beside}&limit=300")
        page.evaluate(_SETTLED)
        page.evaluate("(id) => void document.querySelector('.canvas')._cyreg.cy.getElementById(id).emit('tap')", hub)
        page.locator(".panel").get_by_role("button", name="Draw neighbours").wait_for()
        page.evaluate(_SETTLED)
        before = now()
        drawn, all_, actors, near = page.evaluate(_EXPANDED, hub)
        return Expansion(drawn, all_, now() - before, actors, near)


def chosen(client: httpx.Client, neighbours: int) -> tuple[str, str]:
    """Who has about so many neighbours, and one of those, who has few."""
    known = client.get("/api/entities", params={"sort": "mentions", "limit": 40}).json()["items"]
    asked = {"around": True, "measures": False, "kinds": ["said_about", "addressed", "met", "post"]}

    def around(id_: str, limit: int = 1) -> dict[str, object]:
        found: dict[str, object] = client.get("/api/network", params={**asked, "entity": id_, "limit": limit}).json()  # type: ignore[arg-type]
        return found

    # The best known come first, and have the most: as soon as somebody has fewer, one of the last two is it.
    sizes = dict[str, int]()
    for one in known:
        sizes[one["id"]] = int(str(around(one["id"])["actors_in_all"])) - 1
        if sizes[one["id"]] <= neighbours:
            break
    hub = min(sizes, key=lambda id_: (abs(sizes[id_] - neighbours), id_))
    ids = [one["id"] for one in around(hub, 300)["actors"]]  # type: ignore[attr-defined]
    # The last of them is hardly tied to anybody.
    return hub, next(id_ for id_ in reversed(ids) if id_ != hub)


def told(name: str, values: list[float]) -> None:
    """Prints the median and the range."""
    print(f"{name}: {statistics.median(values):.0f} ms ({min(values):.0f} to {max(values):.0f})")


def main() -> None:
    """Prints both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--neighbours", type=int)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with serving(given.store) as client, sync_playwright() as playwright:
        address = str(client.base_url)
        client.get("/api/network")  # the libraries for networks are loaded at the first question
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-background-networking"]
        )
        if given.neighbours is None:
            views = [first_view(browser, address) for _ in range(given.rounds)]
            told("first view, on the clock", [clock for clock, _ in views])
            told("of the page's thread", [thread for _, thread in views])
        else:
            hub, beside = chosen(client, given.neighbours)
            rounds = [expansion(browser, address, hub, beside) for _ in range(given.rounds)]
            print(f"{hub} expanded beside {beside}: it and its neighbours are {rounds[0].near} of {rounds[0].actors}")
            told("drawn, on the clock", [one.drawn for one in rounds])
            told("all, on the clock", [one.all for one in rounds])
            told("all, of the page's thread", [one.thread for one in rounds])
        browser.close()


if __name__ == "__main__":
    main()
