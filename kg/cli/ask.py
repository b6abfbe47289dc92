"""Questions: statements, meetings, neighbours, paths, search, query."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cells import write_csv
from kg.cli.options import Form, Limit, Quiet, Since, StoreFolder, TimeLimit, Until, Verbose, limit_of, screen_of
from kg.cli.records import write_json
from kg.cli.screen import Format, Screen
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.graph.reader import Reader

Entity = Annotated[str, typer.Argument(metavar="ENTITY", help="Its id, label or alias.")]
Who = Annotated[str | None, typer.Option(metavar="X", help="An entity: its id, label or alias.")]


@contextmanager
def opened(screen: Screen, store: str | None) -> Iterator[Reader]:
    """The store for reading; says so where what it shows is older than the store."""
    from kg.config import settings
    from kg.graph.access import reading

    with reading(settings(store=store).place) as reader:
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
    from kg.query.meant import countries_meant
    from kg.query.statements import statements as find

    screen = screen_of(context)
    most = limit_of(format_, limit)
    asked = {
        "speaker": speaker,
        "about": about,
        "addressee": addressee,
        "act": act,
        "form": form,
        "since": since,
        "until": until,
        "text": text,
        "publisher": publisher,
    }
    with opened(screen, store) as reader:
        rows = find(reader, **asked, limit=most and most + 1)
        meant = None if rows else countries_meant(reader, **asked)
    screen.show(rows, STATEMENTS, format_, limit=most)
    if meant:
        options = " ".join(
            f"--{condition} {one.id} ({one.label}, where {meant.places[condition].label} is)"
            for condition, one in meant.countries.items()
        )
        screen.note(f"Articles name capitals for governments: {options} finds {meant.statements:,}.")


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


def neighbours(
    context: typer.Context,
    entity: Entity,
    depth: Annotated[int, typer.Option(min=1, max=3, help="Steps away.")] = 1,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="At most so many neighbours.")] = 50,
    format_: Form = Format.table,
    store: StoreFolder = None,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """What surrounds an actor, with evidence."""
    from kg.cli.views import edges
    from kg.query.neighbours import neighbours as find

    screen = screen_of(context)
    with opened(screen, store) as reader:
        found = find(reader, entity, depth=depth, limit=limit)
    if format_ is Format.json:
        screen.write_object(asdict(found))
        return
    labels = {node.id: node.label for node in (found.centre, *found.nodes)}
    screen.show(found.edges, edges(labels, f"Nothing is known to surround {found.centre.label}."), format_)
    if found.cut:
        screen.note(f"These are the {limit} most connected; there are more: --limit N shows N of them.")


def paths(
    context: typer.Context,
    start: Annotated[str, typer.Argument(metavar="A", help="An entity: its id, label or alias.")],
    end: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    max_length: Annotated[int, typer.Option(min=1, max=6, help="At most so many steps.")] = 4,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="At most so many connections.")] = 5,
    format_: Form = Format.table,
    store: StoreFolder = None,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """The shortest connections of two entities, each hop with its evidence."""
    from kg.cli.views import HOPS, edges, hops
    from kg.query.paths import paths as find

    screen = screen_of(context)
    with opened(screen, store) as reader:
        found = find(reader, start, end, max_length=max_length, limit=limit)
    none = f"{start} and {end} are not connected within {max_length} steps."
    if not found:
        screen.note(none)
    if format_ is Format.json:
        write_json([asdict(connection) for connection in found], sys.stdout)
    elif format_ is Format.csv:
        screen.show(hops(found), HOPS, format_)
    else:
        for connection in found:
            labels = {node.id: node.label for node in connection.nodes}
            ties = [edge for hop in connection.hops for edge in hop]
            screen.section(" — ".join(labels.values()), ties, edges(labels, none))


def search(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="All must occur; the last may be unfinished.")],
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="At most so many of each kind.")] = 10,
    format_: Form = Format.table,
    store: StoreFolder = None,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Entities, statements and articles by words."""
    from kg.cli.views import HITS, NAMES, STATEMENTS, TITLES, hits
    from kg.query.search import search as find

    screen = screen_of(context)
    with opened(screen, store) as reader:
        found = find(reader, " ".join(words), limit=limit)
    if format_ is Format.json:
        screen.write_object(asdict(found))
    elif format_ is Format.csv:
        screen.show(hits(found), HITS, format_)
    else:
        screen.section("Entities", found.entities, NAMES)
        screen.section("Statements", found.statements, STATEMENTS)
        screen.section("Articles", found.articles, TITLES)
    if not (found.entities or found.statements or found.articles):
        screen.note(HITS.none)


class Answer(StrEnum):
    """How the answer to a query is written."""

    table = "table"
    json = "json"
    csv = "csv"
    tsv = "tsv"
    xml = "xml"
    turtle = "turtle"
    ntriples = "ntriples"


def query(
    context: typer.Context,
    sparql: Annotated[str, typer.Argument(metavar="SPARQL|@FILE", help="The query, a file with it, or - for stdin.")],
    format_: Annotated[
        Answer, typer.Option("--format", "-f", help="Rows: table json csv tsv xml; graphs: table turtle ntriples.")
    ] = Answer.table,
    time_limit: TimeLimit = None,
    store: StoreFolder = None,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Answer a SPARQL 1.1 query over all articles; the usual prefixes need not be declared."""
    from kg.cli.tables import answer_table
    from kg.config import settings
    from kg.query.sparql import run_query, table, write_answer

    screen = screen_of(context)
    asked = _query_text(sparql)
    seconds = settings(time_limit=time_limit).time_limit
    with opened(screen, store) as reader:
        if format_ in {Answer.table, Answer.csv}:
            found = table(reader, asked, timeout=seconds)
            if format_ is Answer.csv:
                write_csv(found.columns, found.rows, sys.stdout)
            else:
                screen.draw(answer_table(found.columns, found.rows, reader.iris.base))
            if not found.rows:
                screen.note("No rows: nothing in the store matches.")
        elif sys.stdout.isatty():
            screen.write(run_query(reader, asked, format=format_.value, timeout=seconds).decode() + "\n")
        else:
            write_answer(reader, asked, sys.stdout.buffer, format=format_.value, timeout=seconds)


def _query_text(given: str) -> str:
    if given == "-":
        return sys.stdin.read()
    if not given.startswith("@"):
        return given
    try:
        return Path(given[1:]).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise UsageError(f"the query file {given[1:]} can't be read: {reason}") from error


COMMANDS: dict[str, Callable[..., int | None]] = {
    "statements": statements,
    "meetings": meetings,
    "neighbours": neighbours,
    "paths": paths,
    "search": search,
    "query": query,
}
