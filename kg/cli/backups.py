"""The store copied and brought back: backup, restore."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import Quiet, StoreFolder, Verbose, screen_of

if TYPE_CHECKING:
    from kg.graph.backup import Backup


def backup(
    context: typer.Context,
    target: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder.")],
    store: StoreFolder = None,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Copy the store into a new folder, also while a server or a build writes it.

    What is copied is the last published state: in the middle of a build at most a minute old, and every article whole.
    """
    from kg.config import settings
    from kg.graph.access import folder_of
    from kg.graph.backup import back_up

    screen = screen_of(context)
    folder = folder_of(settings(store=store).place, "A backup")
    screen.note(f"{folder} is copied to {target}: {_amount(back_up(folder, target))}")


def restore(
    context: typer.Context,
    source: Annotated[Path, typer.Argument(metavar="DIR", help="The backup.")],
    store: StoreFolder = None,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Make a store of a backup, in a folder where there is none; every file is compared with its checksum."""
    from kg.config import settings
    from kg.graph.access import folder_of
    from kg.graph.backup import restore as bring_back

    screen = screen_of(context)
    folder = folder_of(settings(store=store).place, "A restored backup")
    screen.note(f"{source} is restored to {folder}: {_amount(bring_back(source, folder))}")


def _amount(made: Backup) -> str:
    return f"{made.articles:,} articles, {made.size / 1e6:,.1f} MB"


COMMANDS: dict[str, Callable[..., None]] = {"backup": backup, "restore": restore}
