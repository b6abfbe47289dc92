"""What browsers get of other projects is what was taken from them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import httpx

from api.vendored import VENDOR, differences


def test_what_is_vendored_is_unchanged_and_has_its_licence() -> None:
    assert list(differences()) == []
    for project in json.loads((VENDOR / "manifest.json").read_text(encoding="utf-8")):
        assert project["version"]
        assert project["licence"]
        assert len((VENDOR / project["name"] / "LICENSE").read_text(encoding="utf-8")) > 500


def test_what_was_changed_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "vendor"
    shutil.copytree(VENDOR, folder)
    (folder / "uplot" / "uPlot.min.css").write_text("body{}", encoding="utf-8")
    (folder / "uplot" / "extra.js").write_text("", encoding="utf-8")
    (folder / "cytoscape" / "LICENSE").unlink()
    assert list(differences(folder)) == [
        "uplot/extra.js is not listed",
        "cytoscape/LICENSE is missing",
        "uplot/uPlot.min.css is changed",
    ]


def test_the_script_compares_what_is_installed() -> None:
    done = subprocess.run([sys.executable, "-m", "api.vendored"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_each_file_is_served_with_a_type_that_a_browser_runs(small: httpx.Client) -> None:
    kinds = {".js": "javascript", ".mjs": "javascript", ".css": "text/css", ".json": "application/json"}
    for path in VENDOR.rglob("*.*"):
        answer = small.head(f"/static/vendor/{path.relative_to(VENDOR).as_posix()}")
        assert answer.status_code == 200
        assert kinds[path.suffix] in answer.headers["content-type"], path
