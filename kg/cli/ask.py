"""Questions: statements, meetings, neighbours, paths, search, query."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import Form, Limit, Quiet, Since, StoreFolder, Until, Verbose, limit_of, screen_of
from kg.cli.screen import Format, Screen

if TYPE_CHECKING:
    from kg.graph.reader import Reader

Who = Annotated[str | None, typer.Option(metavar="X", help="An entity: its id, label or alias.")]


@contextmanager
def opened(screen: Screen, store: Path | None) -> Iterator[Reader]:
    """The store for reading; says so where what it shows is older than the store."""
    from kg.config import settings
    from kg.graph.reader import open_reader

    with open_reader(settings(store=store).store) as reader:
        if reader.note:
            screen.note(reader.note)
        yield reader


def statements(
    context: typer.Context,
    speaker: Who = None,
    about: Who = None,
    addressee: Who = None,
    act: Annotated[str | None, typer.Option(metavar="ACT", help="accuse, deny, demand, say ...")] = None,
    form: Annotated[str | None, typer.Option("--form", metavar="FORM", help="direct, indirect or mixed.")] = None,
    since: Since = None,
    until: Until = None,
    text: Annotated[str | None, typer.Option(metavar="WORDS", help="Words that are said, all of them.")] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Only in articles of this publisher.")] = None,
    limit: Limit = None,
    format_: Form = Format.table,
    store: StoreFolder = None,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Who said what about whom."""
    from kg.cli.views import STATEMENTS
    from kg.query.statements import statements as find

    screen = screen_of(context)
    most = limit_of(format_, limit)
    with opened(screen, store) as reader:
        rows = find(
            reader,
            speaker=speaker,
            about=about,
            addressee=addressee,
            act=act,
            form=form,
            since=since,
            until=until,
            text=text,
            publisher=publisher,
            limit=most and most + 1,
        )
    screen.show(rows, STATEMENTS, format_, limit=most)


def meetings(
    context: typer.Context,
    participant: Annotated[
        list[str] | None, typer.Option(metavar="X", help="Who took part; given twice, both did.")
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="P", help="Where: its id, label or alias.")] = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    format_: Form = Format.table,
    store: StoreFolder = None,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Who met whom, where, when."""
    from kg.cli.views import MEETINGS
    from kg.query.meetings import meetings as find

    screen = screen_of(context)
    most = limit_of(format_, limit)
    with opened(screen, store) as reader:
        rows = find(reader, participant=participant, place=place, since=since, until=until, limit=most and most + 1)
    screen.show(rows, MEETINGS, format_, limit=most)


COMMANDS: dict[str, Callable[..., int | None]] = {"statements": statements, "meetings": meetings}
