"""The server: serve."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from importlib import import_module
from typing import Annotated

import typer

from kg.cli.options import Quiet, StoreFolder, Verbose, screen_of


class DefaultGraph(StrEnum):
    """What a query sees that names no graph."""

    union = "union"
    strict = "strict"


def serve(
    context: typer.Context,
    host: Annotated[str | None, typer.Option(metavar="ADDRESS", help="Listen there.  [default: 127.0.0.1]")] = None,
    port: Annotated[int | None, typer.Option(metavar="N", help="0 takes a free one.  [default: 8000]")] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open the first page in the browser.")] = False,
    default_graph: Annotated[
        DefaultGraph | None,
        typer.Option(help="union: a query sees all articles; strict: as the standard has it.  [default: union]"),
    ] = None,
    store: StoreFolder = None,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Serve the store over HTTP; where there is none yet, an empty one."""
    from kg.config import settings

    chosen = settings(store=store, host=host, port=port, default_graph=default_graph.value if default_graph else None)
    # By name: the server stands on kg, and kg on nothing of the server.
    import_module("api.server").serve(chosen, open_browser=open_, say=screen_of(context).note)


COMMANDS: dict[str, Callable[..., int | None]] = {"serve": serve}
