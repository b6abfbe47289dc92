"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.screen import Format, Screen


def _louder(context: typer.Context, value: bool) -> bool:
    if value:
        screen_of(context).level = 1
    return value


def _quieter(context: typer.Context, value: bool) -> bool:
    if value:
        screen_of(context).level = -1
    return value


def screen_of(context: typer.Context) -> Screen:
    """The screen that ``main`` made."""
    screen = context.find_root().obj
    if not isinstance(screen, Screen):
        raise TypeError("the command was called without a screen")
    return screen


StoreFolder = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="DIR",
        help="Folder of the store, or address of a SPARQL server.  [default: $KG_STORE, else ./kg-store]",
    ),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Instead of standard output.")]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", callback=_louder, is_eager=True, help="Say more; show tracebacks.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", callback=_quieter, is_eager=True, help="Say errors only.")]
DecisionsFile = Annotated[
    Path | None,
    typer.Option("--decisions", metavar="FILE", help="Who is who, as decided.  [default: decisions.txt in the store]"),
]
Form = Annotated[
    Format, typer.Option("--format", "-f", help="table for people, json with everything, csv for spreadsheets.")
]
Limit = Annotated[
    int | None, typer.Option("--limit", "-n", min=1, help="At most so many rows.  [default: 50 in a table, else all]")
]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="From 2017-02-19, 2017-02 or 2017 on.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Up to 2017-02-19, 2017-02 or 2017, included.")]
TimeLimit = Annotated[
    float | None,
    typer.Option(metavar="SECONDS", help="Stop a query after so long.  [default: $KG_TIME_LIMIT, else 60]"),
]


# A table of more is nobody's reading; JSON and CSV are for programs, which want it all.
_TABLE_LIMIT = 50


def limit_of(form: Format, limit: int | None) -> int | None:
    """How many rows are shown."""
    return limit or (_TABLE_LIMIT if form is Format.table else None)


Workers = Annotated[
    int | None, typer.Option("--workers", "-w", metavar="N", help="Processes.  [default: one for each processor]")
]
