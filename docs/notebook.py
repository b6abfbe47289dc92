"""Makes ``docs/analysis.ipynb`` of ``docs/analysis.py``: the same cells, without output.

python docs/notebook.py
"""

from __future__ import annotations

import json
from pathlib import Path

SCRIPT = Path(__file__).with_name("analysis.py")
NOTEBOOK = SCRIPT.with_suffix(".ipynb")
_MARK = "# %%"


def cells(script: str) -> list[tuple[str, str]]:
    """The cells of a script in percent format: (code or markdown, source)."""
    found = []
    for part in f"\n{script}".split(f"\n{_MARK}")[1:]:
        head, _, body = part.partition("\n")
        markdown = "[markdown]" in head
        lines = (
            [line.removeprefix("#").removeprefix(" ") for line in body.splitlines()] if markdown else body.splitlines()
        )
        found.append(("markdown" if markdown else "code", "\n".join(lines).strip()))
    return found


def notebook(script: str) -> str:
    """The notebook, as JSON."""
    made = []
    for number, (kind, source) in enumerate(cells(script)):
        cell: dict[str, object] = {
            "cell_type": kind,
            "id": f"cell-{number}",
            "metadata": {},
            "source": source.splitlines(keepends=True),
        }
        made.append(cell | ({"execution_count": None, "outputs": []} if kind == "code" else {}))
    metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    document = {"cells": made, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    NOTEBOOK.write_text(notebook(SCRIPT.read_text(encoding="utf-8")), encoding="utf-8")
