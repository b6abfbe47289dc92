"""What browsers get of other projects lies under static/vendor, unchanged: ``python -m api.vendored`` compares it.

``manifest.json`` there lists the projects: name, version, licence, where the files were taken from, and the SHA-256 of
each. For a newer version, take the minified files and the licence from the package that `source` names
(``npm pack NAME@VERSION``), put them in the place of the old ones, and let ``python -m api.vendored --update`` write
their sums.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

#: One folder for each project.
VENDOR = Path(__file__).parent / "static" / "vendor"
_MANIFEST = "manifest.json"
_LICENCE = "LICENSE"


def differences(folder: Path = VENDOR) -> Iterator[str]:
    """What is not as the manifest has it: files that are changed, missing or not listed, projects without licence."""
    projects = _projects(folder)
    listed = {f"{project['name']}/{name}": digest for project in projects for name, digest in project["files"].items()}
    found = set(_files(folder))
    for path in sorted(found - listed.keys()):
        yield f"{path} is not listed"
    for path, digest in sorted(listed.items()):
        if path not in found:
            yield f"{path} is missing"
        elif _digest(folder / path) != digest:
            yield f"{path} is changed"
    for project in projects:
        if _LICENCE not in project["files"]:
            yield f"{project['name']} has no {_LICENCE}"


def update(folder: Path = VENDOR) -> None:
    """Writes the sums of the files that are there; a project whose folder is new is to be described by hand first."""
    projects = _projects(folder)
    for project in projects:
        inside = sorted((folder / project["name"]).iterdir())
        project["files"] = {path.name: _digest(path) for path in inside}
    written = json.dumps(projects, indent=2, ensure_ascii=False)
    (folder / _MANIFEST).write_text(f"{written}\n", encoding="utf-8")


def _projects(folder: Path) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
    return read


def _files(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if path.is_file() and path != folder / _MANIFEST:
            yield path.relative_to(folder).as_posix()


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    if sys.argv[1:] == ["--update"]:
        update()
    wrong = list(differences())
    sys.exit("\n".join(wrong) or None)
