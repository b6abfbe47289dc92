"""`kg gazetteer`: a user's own names of people, organizations and places, added, listed and removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import Form, Quiet, Verbose, screen_of
from kg.cli.screen import Format, Screen
from kg.cli.tables import Column, View
from kg.errors import StopRun, UsageError

if TYPE_CHECKING:
    from kg.resolve.gazetteer.gazetteer import Gazetteer
    from kg.resolve.gazetteer.own import Problem, Row

_IN_PART = 3
# More lines of one sort are nobody's reading; --verbose shows them all.
_SHOWN = 20

app = typer.Typer(
    help="Names of your own: add, list and remove them; the next `kg build` extracts with them.", no_args_is_help=True
)


@dataclass(frozen=True, slots=True)
class _File:
    """The file `name` was added and has `entries`, so many of each of `kinds`."""

    name: str
    entries: int
    kinds: str
    path: str


_FILES: View[_File] = View(
    (
        Column("Name", lambda file: file.name, style="bold"),
        Column("Entries", lambda file: f"{file.entries:,}", justify="right"),
        Column("Of them", lambda file: file.kinds, share=1),
        Column("File", lambda file: file.path, share=2),
    ),
    {
        "name": lambda file: file.name,
        "entries": lambda file: file.entries,
        "kinds": lambda file: file.kinds,
        "path": lambda file: file.path,
    },
    "Nothing was added: kg gazetteer add FILE.",
)


@app.command("add")
def add(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="CSV (.csv), or an actor dictionary of TABARI or PETRARCH (any other)."),
    ],
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="Instead of the file's name; replaces what bears it.")
    ] = None,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> int:
    """Add names; they win over the bundled ones. Lines that can't be used are told and left out (status 3)."""
    from kg import resources
    from kg.ids import slug
    from kg.resolve.gazetteer import own
    from kg.resolve.gazetteer.gazetteer import Gazetteer

    screen = screen_of(context)
    folder = resources.own_gazetteer()
    target = folder / f"{slug(name or file.stem)}.csv"
    bundled = Gazetteer(resources.folder("gazetteer"))
    rows, problems = _rows_of(file, bundled)
    others = [row for path in own.files(folder) if path != target for row in own.read(path)]
    rows, refused = _usable(rows, others)
    problems += refused
    if not rows:
        why = f": {problems[0].where}: {problems[0].reason}" if problems else ", or it is known already"
        raise UsageError(f"{file}: nothing in it can be added{why}")
    replaced = target.exists()
    own.write(target, rows)
    _tell(screen, "left out", [f"{problem.where}: {problem.reason}" for problem in problems])
    _tell(screen, "changed", own.changes(rows, bundled))
    screen.note(
        f"{target.stem}: {len(rows):,} entries {'replace the earlier ones' if replaced else 'are added'} ({target})"
    )
    return _IN_PART if problems else 0


def _rows_of(file: Path, bundled: Gazetteer) -> tuple[list[Row], list[Problem]]:
    """What the file adds, by its form, and what can't be used of it."""
    from kg.resolve.gazetteer import cameo, own

    try:
        raw = file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file} can't be read: {error.strerror or error}") from error
    if file.suffix.lower() == ".csv":
        try:
            return own.parse(raw.decode("utf-8"), file.name)
        except UnicodeDecodeError as error:
            raise UsageError(f"{file} is not UTF-8: save it as UTF-8") from error
    # "Flat ASCII", says their format; names in the published ones are in Latin-1 here and there.
    return cameo.rows(raw.decode("latin-1"), file.name, bundled)


def _usable(rows: list[Row], others: list[Row]) -> tuple[list[Row], list[Problem]]:
    """The rows that can be taken together with those of other files, and why the rest can't."""
    from kg import resources
    from kg.resolve.gazetteer.gazetteer import Gazetteer
    from kg.resolve.gazetteer.own import unusable

    refused: list[Problem] = []
    while True:
        problems = Gazetteer(resources.folder("gazetteer")).add([*others, *rows])
        wrong = {problem.where for problem in problems}
        if not problems:
            return rows, refused
        if not wrong & {row.where for row in rows}:
            raise unusable(problems[0])
        # A post may have been of an organization whose row is refused: what is left is tried again.
        refused += [problem for problem in problems if any(row.where == problem.where for row in rows)]
        rows = [row for row in rows if row.where not in wrong]


def _tell(screen: Screen, what: str, lines: Sequence[str]) -> None:
    shown = lines if screen.level > 0 else lines[:_SHOWN]
    for line in shown:
        screen.note(f"{what}: {line}")
    if len(lines) > len(shown):
        screen.note(f"{what}: {len(lines) - len(shown):,} more; --verbose shows all")


@app.command("list")
def list_(context: typer.Context, format_: Form = Format.table, verbose: Verbose = False, quiet: Quiet = False) -> None:
    """What was added."""
    from kg import resources
    from kg.resolve.gazetteer import own

    files = []
    for path in own.files(resources.own_gazetteer()):
        try:
            kinds = Counter(row.kind for row in own.read(path))
            said = ", ".join(f"{count:,} {kind.replace('_', ' ')}" for kind, count in kinds.most_common())
        except StopRun as error:
            kinds, said = Counter(), str(error)
        files.append(_File(path.stem, kinds.total(), said, str(path)))
    screen_of(context).show(files, _FILES, format_)


@app.command("remove")
def remove(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="As in `kg gazetteer list`.")],
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Take back what was added under this name."""
    from kg import resources
    from kg.resolve.gazetteer import own

    files = {path.stem: path for path in own.files(resources.own_gazetteer())}
    if name not in files:
        raise UsageError(f"nothing was added as “{name}”; there {'is ' + ', '.join(files) if files else 'is nothing'}")
    files[name].unlink()
    screen_of(context).note(f"{name} is removed")
