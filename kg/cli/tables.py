"""Tables for people: text wraps and is never cut."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from rich import box
from rich.table import Table
from rich.text import Text

from kg.cells import harmless
from kg.vocabulary import PREFIXES

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Row = TypeVar("Row", bound="DataclassInstance")

# A column is wide enough for a word of this length, so that names are not broken; four such columns fit into 80.
_WORD = 13


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column of a table shows `value` of each row under `title`.

    Attributes:
        share: of the width that the columns without a share leave; they are as wide as their longest word.
        from_width: left out where the table is narrower.
        ditto: shown as ″ where it is the same as in the row above.
    """

    title: str
    value: Callable[[Row], str | Text]
    share: int = 0
    style: str = ""
    justify: Literal["left", "right"] = "left"
    from_width: int = 0
    ditto: bool = False


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


def table(rows: Sequence[Row], columns: Sequence[Column[Row]], *, width: int) -> Table:
    """A table whose text wraps and is never cut."""
    fitting = [column for column in columns if width >= column.from_width]
    cells = [[_shown(column.value(row)) for column in fitting] for row in rows]
    for above, line in reversed(list(pairwise(cells))):
        for place, column in enumerate(fitting):
            if column.ditto and line[place] == above[place]:
                line[place] = Text("″")
    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold", padding=(0, 1, 0, 0))
    drawn.expand = any(column.share for column in fitting)
    drawn.show_header = any(column.title for column in fitting)
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


def answer_table(columns: Sequence[str], rows: Sequence[Sequence[str | None]], base: str) -> Table:
    """The answer to a SPARQL query; IRIs of the store by their ids, others with their prefixes.

    Args:
        columns: names of the variables.
        rows: their values; None where there is none.
        base: IRI below which the store's data lie.
    """
    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold", padding=(0, 1, 0, 0))
    for name in columns:
        drawn.add_column(name, overflow="fold")
    for row in rows:
        drawn.add_row(*(_shown(_short(value, base)) for value in row))
    return drawn


def _short(value: str | None, base: str) -> str:
    if value is None:
        return ""
    if value.startswith(base):
        return value.removeprefix(base).removeprefix("entity/")
    for prefix, namespace in PREFIXES.items():
        if value.startswith(namespace):
            return f"{prefix}:{value.removeprefix(namespace)}"
    return value
