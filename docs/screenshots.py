"""Takes the pictures of docs/tutorial.md anew: ``python docs/screenshots.py STORE``, STORE as `make demo` makes it.

Needs the development packages (playwright) and a Chromium.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))
from tests.api.conftest import serving
from tests.explorer.conftest import drawn

IMAGES = Path(__file__).parent / "images"
SIZE = {"width": 1280, "height": 800}


def _open_first_row(page: Page) -> None:
    page.locator("td.said a").first.click()
    page.locator("mark.first-mark").wait_for()


def _nothing(_page: Page) -> None:
    """The view as it opens."""


#: Name of the picture, address, and what is done before it is taken.
PICTURES: tuple[tuple[str, str, Callable[[Page], None]], ...] = (
    ("search", "/", _nothing),
    ("statements", "/?view=statements&speaker=country/KAZ&about=country/TUR", _nothing),
    ("evidence", "/?view=statements&speaker=country/KAZ&about=country/TUR", _open_first_row),
    ("network", "/?view=network&actor=country/KAZ", _nothing),
)


def main(store: Path) -> None:
    """Serves the store and takes each picture."""
    IMAGES.mkdir(exist_ok=True)
    with serving(store) as client, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE, color_scheme="light")  # type: ignore[arg-type]
        for name, address, prepare in PICTURES:
            page.goto(f"{client.base_url}{address}")
            prepare(drawn(page))
            drawn(page)
            page.wait_for_timeout(1500)  # the network comes to rest
            page.screenshot(path=IMAGES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
