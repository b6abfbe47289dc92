"""Records for programs: JSON, complete and free of what a terminal would obey. For CSV see ``kg.cells``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from kg.cells import CONTROLS


def as_json(record: Mapping[str, Any]) -> str:
    """A record on one line, control characters as escapes."""
    written = json.dumps(record, ensure_ascii=False, default=_plain)
    return CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def _plain(value: object) -> str:
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"{value!r} has no form in JSON")


def write_json(records: Sequence[Mapping[str, Any]], stream: TextIO) -> None:
    """An array with one record a line, so that grep and diff can work with it."""
    lines = ",\n".join(as_json(record) for record in records)
    stream.write(f"[\n{lines}\n]\n" if records else "[]\n")
