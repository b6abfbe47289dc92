"""How the rows of the network are shown."""

from __future__ import annotations

from collections.abc import Mapping

from kg.cli.tables import Column, View
from kg.query.balance import Balance, Bloc, Pair
from kg.query.change import Shift
from kg.query.discourse import Weighted
from kg.query.links import Link
from kg.query.network import Actor, Community, Network

_NONE = "No ties: nobody speaks of or meets anybody in this selection. `--local` takes in unnamed actors."
# A community or a bloc of more is named by the first of its actors.
_NAMED = 12

ACTORS: View[Actor] = View(
    (
        Column("Actor", lambda actor: actor.label, share=3, style="bold"),
        Column("Said", lambda actor: f"{actor.said:,}", justify="right"),
        Column("Named", lambda actor: f"{actor.named:,}", justify="right"),
        Column("Met", lambda actor: f"{actor.met:,}", justify="right"),
        Column("Others", lambda actor: f"{actor.degree:,}", justify="right"),
        Column("Stance", lambda actor: f"{actor.stance:+,}" if actor.stance else "0", justify="right"),
        Column("PageRank", lambda actor: f"{actor.pagerank:.3f}", justify="right"),
        Column("Between", lambda actor: f"{actor.betweenness:.3f}", justify="right"),
        Column("Spread", lambda actor: f"{actor.participation:.2f}", justify="right"),
        Column("Community", lambda actor: str(actor.community), justify="right"),
    ),
    {
        "id": lambda actor: actor.id,
        "label": lambda actor: actor.label,
        "kind": lambda actor: actor.kind,
        "said": lambda actor: actor.said,
        "named": lambda actor: actor.named,
        "met": lambda actor: actor.met,
        "degree": lambda actor: actor.degree,
        "stance": lambda actor: actor.stance,
        "pagerank": lambda actor: actor.pagerank,
        "betweenness": lambda actor: actor.betweenness,
        "participation": lambda actor: actor.participation,
        "community": lambda actor: actor.community,
    },
    _NONE,
)

COMMUNITIES: View[Community] = View(
    (
        Column("No.", lambda found: str(found.number), justify="right"),
        Column("Actors", lambda found: f"{found.size:,}", justify="right"),
        Column("Best tied", lambda found: ", ".join(found.actors), share=5, style="bold"),
        Column("Inside", lambda found: f"{found.inside:,}", justify="right"),
        Column("Outside", lambda found: f"{found.outside:,}", justify="right"),
    ),
    {
        "number": lambda found: found.number,
        "size": lambda found: found.size,
        "actors": lambda found: found.actors,
        "inside": lambda found: found.inside,
        "outside": lambda found: found.outside,
    },
    _NONE,
)

BLOCS: View[Bloc] = View(
    (
        Column("No.", lambda bloc: str(bloc.number), justify="right"),
        Column("Actors", lambda bloc: ", ".join(bloc.actors[:_NAMED]), share=5, style="bold"),
        Column("Well inside", lambda bloc: f"{bloc.positive_inside:,}", style="green", justify="right"),
        Column("Ill inside", lambda bloc: f"{bloc.negative_inside:,}", style="red", justify="right"),
        Column("Well outside", lambda bloc: f"{bloc.positive_outside:,}", style="green", justify="right"),
        Column("Ill outside", lambda bloc: f"{bloc.negative_outside:,}", style="red", justify="right"),
    ),
    {
        "number": lambda bloc: bloc.number,
        "actors": lambda bloc: bloc.actors,
        "actor_ids": lambda bloc: bloc.ids,
        "positive_inside": lambda bloc: bloc.positive_inside,
        "negative_inside": lambda bloc: bloc.negative_inside,
        "positive_outside": lambda bloc: bloc.positive_outside,
        "negative_outside": lambda bloc: bloc.negative_outside,
    },
    "Nobody speaks well or ill of anybody in this selection.",
)

SHIFTS: View[Shift] = View(
    (
        Column("Who", lambda row: row.source_label, share=3, style="bold"),
        Column("Of or with whom", lambda row: row.target_label, share=3, style="bold"),
        Column("Before", lambda row: f"{row.before:,}", justify="right"),
        Column("After", lambda row: f"{row.after:,}", justify="right"),
        Column("Shift ‰", lambda row: f"{row.shift:+.1f}", justify="right"),
        Column("Stance before", lambda row: _mean(row.stance_before), justify="right"),
        Column("Stance after", lambda row: _mean(row.stance_after), justify="right"),
    ),
    {
        "source_id": lambda row: row.source,
        "source": lambda row: row.source_label,
        "target_id": lambda row: row.target,
        "target": lambda row: row.target_label,
        "before": lambda row: row.before,
        "after": lambda row: row.after,
        "share_before": lambda row: row.share_before,
        "share_after": lambda row: row.share_after,
        "stance_before": lambda row: row.stance_before,
        "stance_after": lambda row: row.stance_after,
    },
    _NONE,
)

WEIGHTED: View[Weighted] = View(
    (
        Column("Who", lambda row: row.row_label, share=3, style="bold"),
        Column("With whom, or with what", lambda row: row.column_label, share=3, style="bold"),
        Column("Value", lambda row: f"{row.value:g}", justify="right"),
    ),
    {
        "source_id": lambda row: row.row,
        "source": lambda row: row.row_label,
        "target_id": lambda row: row.column,
        "target": lambda row: row.column_label,
        "value": lambda row: row.value,
    },
    "No values: no two agree, or nobody takes a stance. `--aggregate ignore` counts statements without one.",
)


def links(labels: Mapping[str, str]) -> View[Link]:
    """Ties between actors, who bear these labels."""
    return View(
        (
            Column("From", lambda link: labels[link.source], share=3, style="bold"),
            Column("Tie", lambda link: link.kind.replace("_", " ")),
            Column("Act", lambda link: link.label, style="magenta"),
            Column("Stance", lambda link: link.stance),
            Column("To", lambda link: labels[link.target], share=3, style="bold"),
            Column("×", lambda link: f"{link.count:,}", justify="right"),
            Column("First", lambda link: link.first or "", style="cyan"),
            Column("Last", lambda link: link.last or "", style="cyan"),
        ),
        {
            "source_id": lambda link: link.source,
            "source": lambda link: labels[link.source],
            "target_id": lambda link: link.target,
            "target": lambda link: labels[link.target],
            "kind": lambda link: link.kind,
            "act": lambda link: link.label,
            "stance": lambda link: link.stance,
            "count": lambda link: link.count,
            "first": lambda link: link.first,
            "last": lambda link: link.last,
        },
        _NONE,
    )


def pairs(labels: Mapping[str, str]) -> View[Pair]:
    """Pairs of actors, who bear these labels."""
    return View(
        (
            Column("One", lambda pair: labels[pair.source], share=3, style="bold"),
            Column("Other", lambda pair: labels[pair.target], share=3, style="bold"),
            Column("Well", lambda pair: f"{pair.positive:,}", style="green", justify="right"),
            Column("Ill", lambda pair: f"{pair.negative:,}", style="red", justify="right"),
        ),
        {
            "one_id": lambda pair: pair.source,
            "one": lambda pair: labels[pair.source],
            "other_id": lambda pair: pair.target,
            "other": lambda pair: labels[pair.target],
            "positive": lambda pair: pair.positive,
            "negative": lambda pair: pair.negative,
        },
        BLOCS.none,
    )


def network_note(found: Network) -> str:
    """What the whole of the network is."""
    return (
        f"{found.actors_in_all:,} actors, {found.links_in_all:,} kinds of ties, {found.events:,} events; "
        f"{len(found.communities):,} communities, modularity {found.modularity:.2f}."
    )


def balance_note(found: Balance) -> str:
    """How far blocs explain what is said."""
    triads = (
        "" if found.balanced is None else f"; {found.triads:,} triads, {100 * found.balanced:.0f}% of them balanced"
    )
    alone = sum(len(bloc.ids) == 1 for bloc in found.blocs)
    return (
        f"{100 * found.frustration:.0f}% of the statements with a stance are against these blocs{triads}; "
        f"{alone:,} actors are in none."
    )


def _mean(stance: float | None) -> str:
    return "" if stance is None else f"{stance:+.2f}"
