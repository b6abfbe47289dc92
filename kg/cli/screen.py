"""What a person or a pipe sees: answers on stdout, everything else on stderr."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from enum import StrEnum
from typing import Any

from rich.console import Console, RenderableType
from rich.text import Text

from kg.cells import harmless, write_csv
from kg.cli.records import as_json, write_json
from kg.cli.tables import Row, View, table

# Width of a table that goes into a file or a pipe: two columns of quoted text stay readable in an editor.
PIPED_WIDTH = 160


class Format(StrEnum):
    """How a list is written."""

    table = "table"
    json = "json"
    csv = "csv"


class Screen:
    """The two streams.

    Attributes:
        level: -1 quiet (errors only), 0 usual, 1 verbose (tracebacks too).
    """

    def __init__(self) -> None:
        self.level = 0
        self.errors = _console(stderr=True)

    @property
    def _out(self) -> Console:
        return _console(width=None if sys.stdout.isatty() else PIPED_WIDTH)

    def note(self, line: str) -> None:
        """A line of progress or summary."""
        if self.level >= 0:
            self.errors.print(Text(harmless(line)))

    def error(self, line: str) -> None:
        """One line that says what is wrong and what to do."""
        self.errors.print(Text.assemble(("kg: ", "bold red"), " ".join(harmless(line).split())))

    def section(self, title: str, rows: Sequence[Row], view: View[Row]) -> None:
        """A table under a title; nothing where there is no row."""
        if rows:
            self.draw(Text(f"\n{harmless(title)}", "bold"))
            self.show(rows, view, Format.table)

    def draw(self, what: RenderableType) -> None:
        """A table or a line of an answer, as wide as the terminal, or as `PIPED_WIDTH` where there is none."""
        self._out.print(what)

    def write(self, text: str) -> None:
        """An answer as it is, but for control characters where a terminal would obey them."""
        sys.stdout.write(harmless(text) if sys.stdout.isatty() else text)

    def write_object(self, record: Mapping[str, Any]) -> None:
        """An answer that is no list, as one line of JSON."""
        sys.stdout.write(as_json(record) + "\n")

    def show(self, rows: Sequence[Row], view: View[Row], form: Format, *, limit: int | None = None) -> None:
        """A list: a table for people, JSON with everything, or CSV for a spreadsheet.

        Args:
            rows: one more than `limit` where there are more than it allows.
            view: how they are shown.
            form: the format.
            limit: rows at most; a note says when there are more.
        """
        shown = rows if limit is None else rows[:limit]
        if form is Format.json:
            write_json([asdict(row) for row in shown], sys.stdout)
        elif form is Format.csv:
            cells = ([value(row) for value in view.fields.values()] for row in shown)
            write_csv(list(view.fields), cells, sys.stdout)
        elif shown:
            console = self._out
            console.print(table(shown, view.columns, width=console.width))
        if not rows and view.none:
            self.note(view.none)
        elif len(rows) > len(shown):
            self.note(f"These are the first {len(shown):,}; there are more: --limit N shows N of them.")


def _console(*, stderr: bool = False, width: int | None = None) -> Console:
    """A console; under NO_COLOR rich would still write bold and dim, but who sets it wants no escape sequence."""
    plain = Console().no_color
    return Console(
        stderr=stderr,
        width=width,
        color_system=None if plain else "auto",
        soft_wrap=stderr,
        highlight=False,
        emoji=False,
        markup=False,
    )
