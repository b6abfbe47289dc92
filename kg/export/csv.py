"""CSV for spreadsheets, R, pandas and Gephi: four files, in a folder or a zip; no cell is a formula."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from io import TextIOWrapper
from typing import Any, BinaryIO

from kg.cells import write_csv
from kg.export.archive import zipped
from kg.export.format import File, Format
from kg.graph.reader import Reader
from kg.query.selection import Selection
from kg.query.tables import Table, tables


def _files(reader: Reader, selection: Selection) -> Iterator[tuple[str, File]]:
    for table in tables(reader, selection):
        yield f"{table.name}.csv", partial(_write, table)


def _write(table: Table[Any], output: BinaryIO) -> None:
    text = TextIOWrapper(output, encoding="utf-8", newline="\n")
    write_csv(list(table.columns), table.records(), text)
    text.flush()
    text.detach()


CSV = Format("csv", ".csv.zip", "application/zip", zipped(_files), _files)
