"""Fills the blocks of README.md with what the demo really answers: ``make readme``.

A block stands between ``<!-- NAME -->`` and the next fence's end: "demo" is the table of statements, any other name a
query of docs/queries.
"""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

from rich.console import Console

import kg
from kg.cli.tables import answer_table, table
from kg.cli.views import STATEMENTS

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"(<!-- ([\w-]+) -->\n```\n)[^`]*(```)", re.DOTALL)
# What GitHub shows of a code block without a scroll bar.
WIDTH = 106
ROWS, ANSWERS = 9, 5


def excerpt(graph: kg.query.graph.Graph, name: str) -> str:
    """The block of this name, from the store of the demo."""
    written = io.StringIO()
    console = Console(width=WIDTH, file=written, emoji=False, highlight=False)
    if name == "demo":
        rows = graph.statements(since="2024-05-08", limit=ROWS)
        console.print(table(rows, STATEMENTS.columns, width=WIDTH))
    else:
        query = (ROOT / "docs" / "queries" / f"{name}.rq").read_text(encoding="utf-8")
        answer = graph.query(query)
        console.print(answer_table(answer.columns, answer.rows[:ANSWERS], graph.reader.iris.base))
    return "\n".join(line.rstrip() for line in written.getvalue().splitlines())


def main(store: str) -> None:
    """Rewrites README.md."""
    readme = ROOT / "README.md"
    with kg.open(store) as graph:
        text = BLOCK.sub(
            lambda block: f"{block[1]}{excerpt(graph, block[2])}\n{block[3]}", readme.read_text(encoding="utf-8")
        )
    readme.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
