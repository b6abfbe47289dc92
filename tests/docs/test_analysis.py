"""The notebook runs from the articles' store to the figure, and is the script that was run."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

DOCS = ROOT / "docs"


def test_the_script_runs_from_the_store_to_the_figure(demo: Path, tmp_path: Path) -> None:
    for library in ("matplotlib", "pandas"):
        pytest.importorskip(library)
    (tmp_path / "demo-store").symlink_to(demo)
    environment = {**os.environ, "MPLBACKEND": "agg", "MPLCONFIGDIR": str(tmp_path)}
    ran = subprocess.run(
        [sys.executable, DOCS / "analysis.py"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "who-speaks-of-whom.png").read_bytes().startswith(b"\x89PNG")


def test_the_notebook_has_the_cells_of_the_script() -> None:
    spec = importlib.util.spec_from_file_location("notebook", DOCS / "notebook.py")
    assert spec
    assert spec.loader
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    script = (DOCS / "analysis.py").read_text(encoding="utf-8")
    assert (DOCS / "analysis.ipynb").read_text(encoding="utf-8") == made.notebook(script), "run docs/notebook.py"
    code = [cell for cell in json.loads(made.notebook(script))["cells"] if cell["cell_type"] == "code"]
    assert len(code) == script.count("\n# %%\n")
