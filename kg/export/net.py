"""A graph as programs for networks take it: nodes and edges with columns; the actor network in that form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.cells import harmless
from kg.graph.article_graph import UNDATED
from kg.graph.reader import Reader
from kg.query.discourse import Matrix
from kg.query.links import Link
from kg.query.network import Network
from kg.query.selection import Selection
from kg.query.ties import ties

Value = str | int | float
#: Name and type of each column.
Columns = Mapping[str, type[str] | type[int] | type[float]]

ACTOR_COLUMNS: Columns = {
    "kind": str,
    "said": int,
    "named": int,
    "met": int,
    "degree": int,
    "stance": int,
    "pagerank": float,
    "betweenness": float,
    "participation": float,
    "community": int,
}
LINK_COLUMNS: Columns = {"kind": str, "act": str, "stance": str, "first": str, "last": str}

# No XML document may hold these, not even as references.
_NO_XML = re.compile("[\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class NetNode:
    """A node; `values` are those of the net's node columns, None where there is none."""

    id: str
    label: str
    values: tuple[Value | None, ...]


@dataclass(frozen=True, slots=True)
class NetEdge:
    """An edge; `key` tells it from others between the same nodes.

    Attributes:
        spells: first and last day of each event, sorted.
    """

    source: str
    target: str
    key: str
    weight: float
    values: tuple[Value | None, ...]
    spells: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Net:
    """A graph to be written, directed and with parallel edges."""

    node_columns: Columns
    nodes: tuple[NetNode, ...]
    edge_columns: Columns
    edges: tuple[NetEdge, ...]


def actor_net(found: Network, spells: Mapping[tuple[str, ...], list[tuple[str, str]]] | None = None) -> Net:
    """The actor network, by ids. A meeting has no direction: its edge goes from the first id to the second."""
    nodes = [
        NetNode(actor.id, actor.label, tuple(getattr(actor, column) for column in ACTOR_COLUMNS))
        for actor in sorted(found.actors, key=lambda actor: actor.id)
    ]
    edges = [_edge(link, spells or {}) for link in found.links]
    edges.sort(key=lambda edge: (edge.source, edge.target, edge.key))
    return Net(ACTOR_COLUMNS, tuple(nodes), LINK_COLUMNS, tuple(edges))


def discourse_net(matrix: Matrix) -> Net:
    """A discourse network: actors, or concepts, or both, with their values as weights."""
    concepts = set(matrix.columns) - set(matrix.rows)
    names = sorted({*matrix.rows, *matrix.columns})
    nodes = [NetNode(name, matrix.labels[name], ("concept" if name in concepts else "actor",)) for name in names]
    edges = [NetEdge(edge.row, edge.column, "", edge.value, ()) for edge in matrix.edges()]
    return Net({"mode": str}, tuple(nodes), {}, tuple(edges))


def spells_of(reader: Reader, selection: Selection) -> dict[tuple[str, ...], list[tuple[str, str]]]:
    """First and last day of the events of each link, sorted; those of no known day are left out."""
    found: dict[tuple[str, ...], set[tuple[str, str]]] = {}
    for *key, day, until in zip(*ties(reader, selection), strict=True):
        if day != UNDATED:
            found.setdefault(tuple(key), set()).add((day, until))
    return {key: sorted(days) for key, days in found.items()}


def xml_text(text: str) -> str:
    """The text without characters that XML does not allow."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", harmless(text))


def _edge(link: Link, spells: Mapping[tuple[str, ...], list[tuple[str, str]]]) -> NetEdge:
    parts = (link.source, link.target, link.kind, link.label, link.stance)
    return NetEdge(
        link.source,
        link.target,
        f"{link.kind}/{link.label}/{link.stance}",
        link.count,
        (link.kind, link.label, link.stance, link.first, link.last),
        tuple(spells.get(parts, ())),
    )
