"""What a person or a pipe sees: answers on stdout, everything else on stderr."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, Literal, TextIO, TypeVar

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Row = TypeVar("Row", bound="DataclassInstance")

# Width of a table that goes into a file or a pipe: two columns of quoted text stay readable in an editor.
PIPED_WIDTH = 160

# A column is wide enough for a word of this length, so that names are not broken; four such columns fit into 80.
_WORD = 13

# What an article could use to move the cursor, to set the title of the window or to turn the reading direction: C0 and
# C1 controls but tab and line feed, and Unicode's bidirectional controls.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

# A spreadsheet takes a cell that opens so for a formula, and runs it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Format(StrEnum):
    """How a list is written."""

    table = "table"
    json = "json"
    csv = "csv"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column of a table shows `value` of each row under `title`.

    Attributes:
        share: of the width that the columns without a share leave; they are as wide as their longest word.
        from_width: left out where the table is narrower.
    """

    title: str
    value: Callable[[Row], str | Text]
    share: int = 0
    style: str = ""
    justify: Literal["left", "right"] = "left"
    from_width: int = 0


@dataclass(frozen=True, slots=True)
class View(Generic[Row]):
    """How rows of one kind are shown.

    Attributes:
        columns: of the table.
        fields: of CSV, and how a row gives them.
        none: said on stderr when there is no row.
    """

    columns: tuple[Column[Row], ...]
    fields: Mapping[str, Callable[[Row], object]]
    none: str


def harmless(text: str) -> str:
    """The text with every control character shown as a replacement character."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


class Screen:
    """The two streams.

    Attributes:
        level: -1 quiet (errors only), 0 usual, 1 verbose (tracebacks too).
    """

    def __init__(self) -> None:
        self.level = 0
        self.errors = Console(stderr=True, highlight=False, soft_wrap=True)

    @property
    def out(self) -> Console:
        """Standard output, for tables; as wide as the terminal, or as `PIPED_WIDTH` where there is none."""
        width = None if sys.stdout.isatty() else PIPED_WIDTH
        return Console(width=width, highlight=False, emoji=False, markup=False)

    def note(self, line: str) -> None:
        """A line of progress or summary."""
        if self.level >= 0:
            self.errors.print(Text(harmless(line)))

    def error(self, line: str) -> None:
        """One line that says what is wrong and what to do."""
        self.errors.print(Text.assemble(("kg: ", "bold red"), " ".join(harmless(line).split())))

    def write(self, text: str, stream: TextIO | None = None) -> None:
        """Text as it is, but for control characters where a terminal would obey them."""
        stream = stream or sys.stdout
        stream.write(harmless(text) if stream.isatty() else text)

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
            write_json([asdict(row) for row in shown])
        elif form is Format.csv:
            write_csv(list(view.fields), ([value(row) for value in view.fields.values()] for row in shown))
        elif shown:
            console = self.out
            console.print(table(shown, view.columns, width=console.width))
        if not rows:
            self.note(view.none)
        elif len(rows) > len(shown):
            self.note(f"These are the first {len(shown):,}; there are more: --limit N shows N of them.")


def write_json(records: Sequence[Mapping[str, Any]]) -> None:
    """An array with one record a line, so that grep and diff can work with it; controls as escapes."""
    lines = ",\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    escaped = _CONTROLS.sub(lambda found: found[0] if found[0] == "\n" else f"\\u{ord(found[0]):04x}", lines)
    sys.stdout.write(f"[\n{escaped}\n]\n" if records else "[]\n")


def write_csv(names: Sequence[str], rows: Iterable[Iterable[object]]) -> None:
    """A header and rows, safe to open in a spreadsheet."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([cell(value) for value in row] for row in rows)


def cell(value: object) -> str:
    """A value as a cell of a spreadsheet, where text that looks like a formula gets an apostrophe in front."""
    if value is None:
        return ""
    if not isinstance(value, str) and isinstance(value, Iterable):
        value = "; ".join(str(one) for one in value)
    text = harmless(str(value))
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


def table(rows: Sequence[Row], columns: Sequence[Column[Row]], *, width: int) -> Table:
    """A table whose text wraps and is never cut."""
    fitting = [column for column in columns if width >= column.from_width]
    cells = [[_shown(column.value(row)) for column in fitting] for row in rows]
    drawn = Table(
        box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold", expand=True, padding=(0, 1, 0, 0)
    )
    for place, column in enumerate(fitting):
        longest = max((len(word) for line in cells for word in line[place].plain.split()), default=0)
        drawn.add_column(
            column.title,
            ratio=column.share or None,
            min_width=min(longest, _WORD),
            style=column.style,
            justify=column.justify,
            overflow="fold",
            no_wrap=column.share == 0,
        )
    for line in cells:
        drawn.add_row(*line)
    return drawn


def _shown(value: str | Text) -> Text:
    """The words of a cell, harmless and on one line until they are wrapped."""
    if isinstance(value, Text):
        return value
    return Text(" ".join(harmless(value).split()))
