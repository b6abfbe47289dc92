"""Measures the explorer in a headless Chromium: its first view, and an actor whose neighbours are drawn.

    python benchmarks/explorer.py STORE                        # the first view
    python benchmarks/explorer.py STORE --neighbours 200       # and an expansion, of who has about so many

Each round is a fresh profile: nothing is in the cache of the browser. Two figures of each: milliseconds on the clock,
of which others' work on the machine is a part, and milliseconds of the processor that the page's own thread took. The
first view counts from the request for the page until nothing more is awaited, the expansion from the click until the
picture with the neighbours has been painted.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
from collections.abc import Callable
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
_EXPANDED = f"""async () => {{
    const button = [...document.querySelectorAll(".panel button")].find((one) => one.textContent === "Draw neighbours");
    const begun = performance.now();
    button.click();
    const ended = await ({_SETTLED})();
    return ended - begun;
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


def expansion(browser: Browser, address: str, hub: str, beside: str) -> tuple[float, float, int]:
    """The same of a click on "Draw neighbours", and how many actors are drawn then.

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
        page.evaluate("(id) => document.querySelector('.canvas')._cyreg.cy.getElementById(id).emit('tap')", hub)
        page.locator(".panel").get_by_role("button", name="Draw neighbours").wait_for()
        page.evaluate(_SETTLED)
        before = now()
        clock = float(page.evaluate(_EXPANDED))
        drawn = int(page.evaluate("document.querySelector('.canvas')._cyreg.cy.nodes().length"))
        return clock, now() - before, drawn


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


def told(name: str, rounds: list[tuple[float, ...]]) -> None:
    clock, thread = ([one[at] for one in rounds] for at in (0, 1))
    print(
        f"{name}: {statistics.median(clock):.0f} ms on the clock ({min(clock):.0f} to {max(clock):.0f}), "
        f"{statistics.median(thread):.0f} ms of the page's thread ({min(thread):.0f} to {max(thread):.0f}), "
        f"median of {len(rounds)}"
    )


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
            told("first view", [first_view(browser, address) for _ in range(given.rounds)])
        else:
            hub, beside = chosen(client, given.neighbours)
            rounds = [expansion(browser, address, hub, beside) for _ in range(given.rounds)]
            told(f"{hub} expanded beside {beside}, {rounds[0][2]} actors drawn then", [one[:2] for one in rounds])
        browser.close()


if __name__ == "__main__":
    main()
