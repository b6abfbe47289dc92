"""CSV: one article a row, columns by their usual names; parted by commas, semicolons or tabs."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from kg.errors import SkipArticle
from kg.read.json import one
from kg.read.record import NAMES, Record, field_of
from kg.read.source import PAGE_LIMIT, decoded, refuse_binary

_STRAY = re.compile("[\udc80-\udcff]")


def records(file: BinaryIO, source: str, *, columns: Mapping[str, str]) -> Iterator[Record | SkipArticle]:
    """The articles of `file`, numbered by row from 1 below the header ("news.csv:12")."""
    csv.field_size_limit(
        PAGE_LIMIT
    )  # the module's own limit is 131,072 characters, and there is but one for all readers
    lines = _lines(file, source)
    header = next(lines, "")
    if not header.strip():
        yield SkipArticle(source, "is empty: nothing to read")
        return
    delimiter = max(",;\t|", key=header.count)
    names = next(csv.reader([header], delimiter=delimiter))
    if not any(_is_text(name, columns) for name in names):
        wanted = columns.get("text") or ", ".join(NAMES["text"][:4])
        yield SkipArticle(source, f"has no column for the text ({wanted}): name it with --column text=NAME")
        return
    yield from _rows(csv.reader(lines, delimiter=delimiter), names, source, columns)


def _rows(
    rows: Iterator[list[str]], names: list[str], source: str, columns: Mapping[str, str]
) -> Iterator[Record | SkipArticle]:
    number = 0
    while True:
        number += 1
        here = f"{source}:{number}"
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield SkipArticle(
                here, f"is no CSV ({error}): the rest of the file is left out; look for an open quotation mark"
            )
            return
        if row is None:
            break
        if len(row) > len(names):
            yield SkipArticle(
                here, f"has {len(row)} fields for {len(names)} columns: put fields with commas in quotation marks"
            )
        elif _STRAY.search("".join(row)):
            yield SkipArticle(here, "is not UTF-8: convert the file, e.g. iconv -f WINDOWS-1252 -t UTF-8")
        elif any(map(str.strip, row)):
            yield one(dict(zip(names, row, strict=False)), here, columns=columns)
    if number == 1:
        yield SkipArticle(source, "has a header and no rows: nothing to read")


def _is_text(name: str, columns: Mapping[str, str]) -> bool:
    if "text" in columns:
        return name.strip().lower() == columns["text"].strip().lower()
    return field_of(name) == "text"


def _lines(file: BinaryIO, source: str) -> Iterator[str]:
    """The lines of `file`; bytes that are no UTF-8 are kept as lone surrogates, so that only their row is lost."""
    first = file.readline(PAGE_LIMIT)
    refuse_binary(first, source)
    if first.startswith((b"\xff\xfe", b"\xfe\xff")):
        # Spreadsheets export "Unicode text" so; its line ends are not bytes of their own.
        text = decoded(first + file.read(), source)
        yield from io.StringIO(text, newline="")
        return
    line = first.removeprefix(codecs.BOM_UTF8)
    while line:
        yield line.decode("utf-8", "surrogateescape")
        line = file.readline(PAGE_LIMIT)
