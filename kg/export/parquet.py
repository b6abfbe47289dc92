"""Parquet for duckdb, pandas, polars and R's arrow: the four tables with types, lists as lists. Needs duckdb."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from kg.errors import StopRun
from kg.export.archive import zipped
from kg.export.format import File, Format
from kg.graph.reader import Reader
from kg.query.selection import Selection
from kg.query.tables import Table, tables


def _files(reader: Reader, selection: Selection) -> Iterator[tuple[str, File]]:
    for table in tables(reader, selection):
        yield f"{table.name}.parquet", partial(_write, table)


def _write(table: Table[Any], output: BinaryIO) -> None:
    try:
        import duckdb
    except ImportError as error:
        raise StopRun("Parquet needs duckdb: pip install 'rapporteur[parquet]'") from error
    with tempfile.TemporaryDirectory() as folder:
        # JSON Lines on the way: duckdb reads 100,000 of them in a second, and takes a minute for as many INSERTs.
        lines, made = Path(folder) / "rows.jsonl", Path(folder) / "rows.parquet"
        with lines.open("w", encoding="utf-8") as file:
            for record in table.records():
                file.write(json.dumps(dict(zip(table.columns, record, strict=True)), ensure_ascii=False) + "\n")
        # One thread: several would cut the rows into groups as it happens.
        with duckdb.connect(config={"threads": 1}) as database:
            columns = {name: column.type for name, column in table.columns.items()}
            database.read_json(str(lines), columns=columns, format="newline_delimited").write_parquet(
                str(made), compression="zstd"
            )
        with made.open("rb") as finished:
            shutil.copyfileobj(finished, output)


PARQUET = Format("parquet", ".parquet.zip", "application/zip", zipped(_files), _files)
