"""The store as a file: one module for each family of formats, one row for each format.

Every export is a function of what is stored: graphs in the order of their names, quads sorted, no time of day.
Memory holds one article's graph at a time, and the names of all.
"""

from __future__ import annotations

from kg.errors import UsageError
from kg.export.format import Format
from kg.export.jsonld import JSONLD
from kg.export.quads import NQUADS, TRIG, TURTLE

#: All formats. The command line and the API share this table.
FORMATS: tuple[Format, ...] = (NQUADS, TRIG, TURTLE, JSONLD)


def format_named(name: str) -> Format:
    """The format with this name.

    Raises:
        UsageError: there is none.
    """
    for row in FORMATS:
        if row.name == name:
            return row
    raise UsageError(f"“{name}” is no export format: one of {', '.join(row.name for row in FORMATS)}")
