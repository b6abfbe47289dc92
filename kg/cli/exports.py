"""Files for other programs: export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.ask import opened
from kg.cli.network import Actors, Kinds, Local, Publishers
from kg.cli.options import Quiet, Since, StoreFolder, Until, Verbose, screen_of
from kg.cli.output import binary_output

if TYPE_CHECKING:
    from kg.export.format import Format
    from kg.graph.reader import Reader
    from kg.query.selection import Selection


def export(
    context: typer.Context,
    format_: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="nquads, trig, turtle, jsonld; graphml, gexf, cytoscape; csv, parquet; ftm, dna.",
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Instead of standard output; csv and parquet also take a folder."
        ),
    ] = None,
    since: Since = None,
    until: Until = None,
    publisher: Publishers = None,
    actor: Actors = None,
    kind: Kinds = None,
    local: Local = False,
    store: StoreFolder = None,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Write the store, or a selection of it, for other programs; the same store gives the same bytes."""
    from kg.export import format_named
    from kg.query.selection import Selection

    screen = screen_of(context)
    chosen = format_named(format_)
    selected = Selection(
        since, until, tuple(publisher or ()), tuple(actor or ()), tuple(kind) if kind else None, local=local
    )
    with opened(screen, store) as reader:
        if output and chosen.files and not output.suffix:
            _write_folder(chosen, reader, selected, output)
            return
        with binary_output(output) as file:
            chosen.write(reader, file, selected)


def _write_folder(chosen: Format, reader: Reader, selected: Selection, folder: Path) -> None:
    """Writes each file of a format of several: a name without suffix is a folder's."""
    folder.mkdir(parents=True, exist_ok=True)
    assert chosen.files
    for name, write in chosen.files(reader, selected):
        with binary_output(folder / name) as file:
            write(file)


COMMANDS: dict[str, Callable[..., int | None]] = {"export": export}
