"""The network of actors: network."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.ask import opened
from kg.cli.options import Output, Quiet, Since, StoreFolder, Until, Verbose, limit_of, screen_of
from kg.cli.output import binary_output
from kg.cli.screen import Format
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.cli.screen import Screen
    from kg.export.net import Net
    from kg.graph.reader import Reader
    from kg.query.discourse import Matrix
    from kg.query.selection import Selection

Publishers = Annotated[
    list[str] | None, typer.Option("--publisher", metavar="NAME", help="Only articles of this publisher; repeatable.")
]
Actors = Annotated[
    list[str] | None, typer.Option("--actor", metavar="X", help="Only where this actor takes part; repeatable.")
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="Ties: said_about, addressed, met, post, relation; repeatable.  [default: the first three]",
    ),
]
Local = Annotated[
    bool, typer.Option("--local", help="Also actors that only one article knows, mostly by a description.")
]


class What(StrEnum):
    """What is shown of the network."""

    actors = "actors"
    brokers = "brokers"
    ties = "ties"
    communities = "communities"
    blocs = "blocs"
    pairs = "pairs"
    change = "change"
    discourse = "discourse"


class Shape(StrEnum):
    """How the network is written."""

    table = "table"
    json = "json"
    csv = "csv"
    gexf = "gexf"
    graphml = "graphml"
    cytoscape = "cytoscape"


#: Those that are lists, not graphs.
LISTS = (Shape.table, Shape.json, Shape.csv)


class Mode(StrEnum):
    """The sides of a discourse network."""

    actors = "actors"
    concepts = "concepts"
    both = "both"


def network(
    context: typer.Context,
    what: Annotated[
        What, typer.Argument(help="blocs and pairs: of friends and foes; change: at --at; discourse: who agrees.")
    ] = What.actors,
    since: Since = None,
    until: Until = None,
    publisher: Publishers = None,
    actor: Actors = None,
    kind: Kinds = None,
    local: Local = False,
    min_weight: Annotated[int, typer.Option(min=1, help="Leave out pairs of actors with fewer events.")] = 1,
    at: Annotated[
        str | None, typer.Option(metavar="DATE", help="change: the day on which the second period begins.")
    ] = None,
    mode: Annotated[
        Mode, typer.Option(help="discourse: actors × actors, concepts × concepts, or actors × concepts.")
    ] = Mode.actors,
    aggregate: Annotated[
        str | None,
        typer.Option(
            metavar="HOW",
            help="discourse: ignore, congruence, conflict or subtract; both: ignore or subtract.",
        ),
    ] = None,
    normalise: Annotated[
        str,
        typer.Option(
            metavar="HOW", help="discourse: no, average, jaccard or cosine; both: no, activity or prominence."
        ),
    ] = "no",
    concepts: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="discourse: CSV (concept,words); without it, concepts are whom claims are about."
        ),
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", "-n", min=1, help="At most so many rows, or actors.")] = None,
    format_: Annotated[
        Shape,
        typer.Option("--format", "-f", help="A table, or actors, ties and discourse as a graph for other programs."),
    ] = Shape.table,
    output: Output = None,
    store: StoreFolder = None,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Who is central, who belongs together, who speaks well of whom, who agrees, what changed."""
    from kg.query.selection import Selection

    screen = screen_of(context)
    selected = Selection(
        since, until, tuple(publisher or ()), tuple(actor or ()), tuple(kind) if kind else None, local=local
    )
    with opened(screen, store) as reader:
        if what is What.discourse:
            matrix = _discourse(reader, selected, mode, aggregate, normalise, concepts, limit, format_)
            _write_discourse(screen, matrix, format_, output, limit)
        elif format_ in LISTS:
            _refuse_output(output)
            _show(screen, reader, what, selected, min_weight, at, limit, Format(format_.value))
        else:
            _write_network(reader, what, selected, min_weight, limit, format_, output)


def _show(
    screen: Screen,
    reader: Reader,
    what: What,
    selected: Selection,
    min_weight: int,
    at: str | None,
    limit: int | None,
    form: Format,
) -> None:
    from kg.cli import networks as views
    from kg.query.balance import balance
    from kg.query.change import change
    from kg.query.network import network as find

    most = limit_of(form, limit)
    if what is What.change:
        if not at:
            raise UsageError("change needs --at DATE: the day on which the second period begins")
        screen.show(change(reader, at, selected, limit=most and most + 1), views.SHIFTS, form, limit=most)
        return
    if what in {What.blocs, What.pairs}:
        found = balance(reader, selected)
        labels = {id_: label for bloc in found.blocs for id_, label in zip(bloc.ids, bloc.actors, strict=True)}
        if what is What.blocs:
            # Who is in no bloc would fill a table.
            blocs = [bloc for bloc in found.blocs if len(bloc.ids) > 1 or form is not Format.table]
            screen.show(blocs, views.BLOCS, form, limit=most)
            screen.note(views.balance_note(found))
        else:
            screen.show(found.pairs, views.pairs(labels), form, limit=most)
        return
    made = find(reader, selected, min_weight=min_weight)
    labels = {actor.id: actor.label for actor in made.actors}
    if what is What.actors:
        screen.show(made.actors, views.ACTORS, form, limit=most)
    elif what is What.brokers:
        ranked = sorted(made.actors, key=lambda one: (-one.betweenness, one.id))
        screen.show(ranked, views.ACTORS, form, limit=most)
    elif what is What.ties:
        screen.show(made.links, views.links(labels), form, limit=most)
    else:
        screen.show(made.communities, views.COMMUNITIES, form, limit=most)
    screen.note(views.network_note(made))


def _write_network(
    reader: Reader,
    what: What,
    selected: Selection,
    min_weight: int,
    limit: int | None,
    shape: Shape,
    output: Path | None,
) -> None:
    from kg.export.net import actor_net, spells_of
    from kg.query.network import network as find

    if what not in {What.actors, What.ties}:
        raise UsageError(f"{what} has no form in {shape}: table, json or csv; actors and discourse are graphs")
    spells = spells_of(reader, selected) if shape is Shape.gexf else None
    _write_net(actor_net(find(reader, selected, min_weight=min_weight, limit=limit), spells), shape, output)


def _write_net(net: Net, shape: Shape, output: Path | None) -> None:
    from kg.export.cytoscape import write_cytoscape
    from kg.export.gexf import write_gexf
    from kg.export.graphml import write_graphml

    writers = {Shape.cytoscape: write_cytoscape, Shape.gexf: write_gexf, Shape.graphml: write_graphml}
    with binary_output(output) as file:
        writers[shape](net, file)


def _discourse(
    reader: Reader,
    selected: Selection,
    mode: Mode,
    aggregate: str | None,
    normalise: str,
    concepts: Path | None,
    limit: int | None,
    shape: Shape,
) -> Matrix:
    from kg.query.coding import coded_by_words, read_concepts
    from kg.query.discourse import MOST, coded, one_mode, two_mode

    found = coded_by_words(reader, read_concepts(concepts), selected) if concepts else coded(reader, selected)
    # A list is of the pairs that matter most, a graph of the actors who do.
    most = MOST if shape in LISTS else min(limit or MOST, MOST)
    if mode is Mode.both:
        return two_mode(reader, found, aggregate=aggregate or "subtract", normalise=normalise, limit=most)
    return one_mode(reader, found, of=mode.value, aggregate=aggregate or "congruence", normalise=normalise, limit=most)


def _write_discourse(screen: Screen, matrix: Matrix, shape: Shape, output: Path | None, limit: int | None) -> None:
    from kg.cli.networks import WEIGHTED
    from kg.export.net import discourse_net

    if shape not in LISTS:
        _write_net(discourse_net(matrix), shape, output)
        return
    _refuse_output(output)
    form = Format(shape.value)
    screen.show(matrix.edges(), WEIGHTED, form, limit=limit_of(form, limit))
    cut = "; actors or concepts of fewer statements are left out" if matrix.cut else ""
    screen.note(f"{len(matrix.rows):,} × {len(matrix.columns):,}, from {matrix.statements:,} statements{cut}.")


def _refuse_output(output: Path | None) -> None:
    if output:
        raise UsageError("-o is for gexf, graphml and cytoscape: a list goes to standard output, `> FILE` keeps it")


COMMANDS: dict[str, Callable[..., int | None]] = {"network": network}
