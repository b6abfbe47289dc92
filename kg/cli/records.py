"""Records for programs: JSON and CSV, complete and free of what a terminal or a spreadsheet would obey."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

# What an article could use to move the cursor, to set the title of the window or to turn the reading direction: C0 and
# C1 controls but tab and line feed, and Unicode's bidirectional controls.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

# A spreadsheet takes a cell that opens so for a formula, and runs it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """The text with every control character shown as a replacement character."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


def as_json(record: Mapping[str, Any]) -> str:
    """A record on one line, control characters as escapes."""
    written = json.dumps(record, ensure_ascii=False, default=_plain)
    return _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def _plain(value: object) -> str:
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"{value!r} has no form in JSON")


def write_json(records: Sequence[Mapping[str, Any]], stream: TextIO) -> None:
    """An array with one record a line, so that grep and diff can work with it."""
    lines = ",\n".join(as_json(record) for record in records)
    stream.write(f"[\n{lines}\n]\n" if records else "[]\n")


def write_csv(names: Sequence[str], rows: Iterable[Iterable[object]], stream: TextIO) -> None:
    """A header and rows, safe to open in a spreadsheet."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([cell(value) for value in row] for row in rows)


def cell(value: object) -> str:
    """A value as a cell of a spreadsheet, where text that looks like a formula gets an apostrophe in front."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str) and isinstance(value, Iterable):
        value = "; ".join(str(one) for one in value)
    text = harmless(str(value))
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text
