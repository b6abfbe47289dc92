"""What the store holds and whether it is right: info, validate, delete, evaluate."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.ask import opened
from kg.cli.options import Form, Quiet, StoreFolder, Verbose, Workers, screen_of
from kg.cli.screen import Format
from kg.cli.tables import Column, View
from kg.errors import UsageError

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from kg.evaluate import Row
    from kg.graph.reader import Reader
    from kg.graph.shapes import Report
    from kg.query.info import Info

_FAILED = 1


@dataclass(frozen=True, slots=True)
class _Fact:
    """The store has this `value` of `name`."""

    name: str
    value: str


_FACTS: View[_Fact] = View(
    (Column("", lambda fact: fact.name, style="bold"), Column("", lambda fact: fact.value, share=1)),
    {"name": lambda fact: fact.name, "value": lambda fact: fact.value},
    "",
)


def info(
    context: typer.Context,
    format_: Form = Format.table,
    store: StoreFolder = None,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """What the store holds, and what it came from."""
    from kg.config import settings
    from kg.query.info import info as find

    screen = screen_of(context)
    with opened(screen, store) as reader:
        found = find(reader)
    if format_ is Format.json:
        screen.write_object(asdict(found))
    else:
        screen.show([_Fact("store", str(settings(store=store).place)), *_facts(found)], _FACTS, format_)


def _facts(found: Info) -> Iterator[_Fact]:
    yield _Fact("base IRI", found.base)
    yield _Fact("articles", f"{found.articles:,}")
    if found.first:
        yield _Fact("published", f"{found.first} to {found.last}, by {found.publishers:,} publishers")
    yield _Fact("quads", f"{found.quads:,}")
    for name, count in (found.findings | found.entities).items():
        yield _Fact(name.lower(), f"{count:,}")
    for run in found.runs:
        parts = ", ".join(f"{name} {value}" for name, value in run.parts.items())
        yield _Fact("extracted by", f"{parts}: {run.articles:,} articles")


@dataclass(frozen=True, slots=True)
class _Violation:
    """`graph` breaks a rule of the ontology, or could not be checked, as `message` says."""

    graph: str
    message: str


_VIOLATIONS: View[_Violation] = View(
    (Column("Graph", lambda row: row.graph, share=1), Column("What is wrong", lambda row: row.message, share=2)),
    {"graph": lambda row: row.graph, "message": lambda row: row.message},
    "",
)


def validate(
    context: typer.Context,
    format_: Form = Format.table,
    workers: Workers = None,
    store: StoreFolder = None,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> int:
    """Check every graph against the shapes of the ontology (SHACL); status 1 where one does not conform."""
    from kg.config import settings
    from kg.workers import Failure, each_in_order

    screen = screen_of(context)
    graphs = quads = 0
    rows = []
    with opened(screen, store) as reader:
        processes = settings(workers=workers).workers
        for (name, _), report in each_in_order(_graphs(reader), _validator, workers=processes):
            graphs += 1
            if isinstance(report, Failure):
                rows.append(_Violation(name, report.reason))
            else:
                quads += report.quads
                rows += [_Violation(name, str(found)) for found in report.violations]
    screen.show(rows, _VIOLATIONS, format_)
    broken = len({row.graph for row in rows})
    verdict = f"{broken:,} do not conform" if broken else "all conform"
    screen.note(f"{graphs:,} graphs with {quads:,} quads were checked: {verdict}")
    return _FAILED if rows else 0


def _graphs(reader: Reader) -> Iterator[tuple[str, list[Quad]]]:
    for graph in reader.graph.named_graphs():
        yield graph.value, list(reader.graph.quads_for_pattern(None, None, None, graph))


def _validator() -> Callable[[tuple[str, list[Quad]]], Report]:
    """What a worker of ``kg validate`` does with a graph's name and quads."""
    from kg.graph.shapes import validate as check

    return lambda graph: check(graph[1], name=graph[0])


def delete(
    context: typer.Context,
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Its id, as in `kg statements --format json`.")],
    store: StoreFolder = None,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Remove one article and all that is known from it alone."""
    from kg.config import settings
    from kg.graph.access import writing

    screen = screen_of(context)
    with opened(screen, store):  # says so where there is none; opening for writing would make one
        place = settings(store=store).place
    with writing(place) as writable:
        writable.delete_article(article)
    screen.note(f"{article} is deleted from {place}")


_SCORES: View[Row] = View(
    (
        Column("What", lambda row: row.name, style="bold"),
        Column("Precision", lambda row: f"{100 * row.precision:.1f}", justify="right"),
        Column("Recall", lambda row: f"{100 * row.recall:.1f}", justify="right"),
        Column("F1", lambda row: f"{100 * row.f1:.1f}", justify="right"),
        Column("Count", lambda row: f"{row.count:,}", justify="right"),
    ),
    {
        "name": lambda row: row.name,
        "precision": lambda row: row.precision,
        "recall": lambda row: row.recall,
        "f1": lambda row: row.f1,
        "count": lambda row: row.count,
    },
    "Nothing was scored.",
)


def evaluate(
    context: typer.Context,
    task: Annotated[
        str,
        typer.Argument(
            metavar="TASK",
            help="actors, attribution, coreference, entities, events, linking, meetings, parse, relations, stance, "
            "statements or time.",
        ),
    ],
    data: Annotated[
        Path, typer.Option("--data", metavar="PATH", help="The annotated corpus, .gz or not; of re3d also its folder.")
    ],
    format_: Form = Format.table,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Score the network on an annotated corpus."""
    from kg.annotate import Annotator
    from kg.config import processors
    from kg.evaluate import TASKS

    screen = screen_of(context)
    if task not in TASKS:
        raise UsageError(f"there is no task {task}: one of {', '.join(TASKS)}")
    scores = TASKS[task](data, Annotator(processors()))
    if format_ is Format.json:
        screen.write_object(asdict(scores))
        return
    screen.show(scores.rows, _SCORES, format_)
    if screen.level > 0:
        for error in scores.errors:
            screen.note(error)
    screen.note(f"{scores.corpus} (sha256 {scores.digest[:16]}): {scores.texts:,} texts, {scores.words:,} words")


COMMANDS: dict[str, Callable[..., int | None]] = {
    "info": info,
    "validate": validate,
    "delete": delete,
    "evaluate": evaluate,
}
