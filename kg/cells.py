"""Text as others may open it: nothing in it moves a cursor, turns the reading direction or is run by a spreadsheet."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from typing import TextIO

#: What an article could use to move the cursor, to set the title of the window or to turn the reading direction: C0 and
#: C1 controls but tab and line feed, and Unicode's bidirectional controls.
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

# A spreadsheet takes a cell that opens so for a formula, and runs it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """The text with every control character shown as a replacement character."""
    return CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


def write_csv(names: Sequence[str], rows: Iterable[Iterable[object]], stream: TextIO) -> None:
    """A header and rows, safe to open in a spreadsheet."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([cell(value) for value in row])


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
