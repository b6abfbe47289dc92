"""The wheel carries all that the product needs: it extracts an article in a clean environment, outside the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
ARTICLE = """\
Norland rejects fishing deal
By Ada Vik
OSLO, March 3 (Reuters) - Norwegian Foreign Minister Espen Barth Eide accused Russia on Monday of breaking its promises.
"We will not sign this agreement," he told reporters in Oslo.
"""


def run(*command: str | Path, folder: Path) -> str:
    # Nothing of this environment may leak into that one.
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "KG_", "VIRTUAL"))
    }
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


def test_the_wheel_works_in_a_clean_environment(tmp_path: Path) -> None:
    pip = ("-m", "pip", "--disable-pip-version-check", "--quiet")
    run(sys.executable, *pip, "wheel", "--no-deps", "--no-build-isolation", "-w", tmp_path, ROOT, folder=tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    assets = {path.relative_to(ROOT).as_posix() for path in (ROOT / "api" / "static").rglob("*") if path.is_file()}
    assets |= {f"kg/resources/queries/{path.name}" for path in (ROOT / "docs" / "queries").glob("*.rq")}
    assert assets <= set(zipfile.ZipFile(wheel).namelist())
    venv.create(tmp_path / "clean", with_pip=True)
    run(tmp_path / "clean/bin/python", *pip, "install", wheel, folder=tmp_path)

    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    kg = tmp_path / "clean/bin/kg"
    found = json.loads(run(kg, "extract", "article.txt", folder=tmp_path))
    assert {"accuse", "refuse", "say"} & {statement["act"] for statement in found["statements"]}
    assert "country/RUS" in {entity["id"] for entity in found["entities"]}
    run(kg, "build", "article.txt", "--workers", "2", folder=tmp_path)
    assert json.loads(run(kg, "statements", "--about", "Russia", "--format", "json", folder=tmp_path))
    checks = json.loads(run(kg, "doctor", "--format", "json", folder=tmp_path))
    assert {check["detail"] for check in checks if not check["ok"]} == set()
