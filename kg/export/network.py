"""The actor network, or the part of it that was asked for, as one file of its own."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from typing import BinaryIO

from kg.cells import write_csv
from kg.export.gexf import GEXF, write_gexf
from kg.export.graphml import GRAPHML, write_graphml
from kg.export.net import Net, actor_net, spells_of
from kg.graph.reader import Reader
from kg.query.network import network
from kg.query.selection import EVERYTHING, Selection


def _write_edges(net: Net, output: BinaryIO) -> None:
    """The edges as CSV, by columns that programs for networks know."""
    labels = {node.id: node.label for node in net.nodes}
    rows = (
        (edge.source, edge.target, labels[edge.source], labels[edge.target], edge.weight, *edge.values)
        for edge in net.edges
    )
    text = TextIOWrapper(output, encoding="utf-8", newline="\n")
    write_csv(["source", "target", "source_label", "target_label", "weight", *net.edge_columns], rows, text)
    text.flush()
    text.detach()


#: Name → media type and writer. CSV has the edges alone; all columns of the actors are in the others.
NETWORK_FORMATS: dict[str, tuple[str, Callable[[Net, BinaryIO], None]]] = {
    "gexf": (GEXF.media_type, write_gexf),
    "graphml": (GRAPHML.media_type, write_graphml),
    "csv": ("text/csv; charset=utf-8", _write_edges),
}


def network_file(
    reader: Reader,
    format: str,
    selection: Selection = EVERYTHING,
    *,
    min_weight: int = 1,
    limit: int | None = None,
) -> bytes:
    """The actor network in one of ``NETWORK_FORMATS``; see ``kg.query.network.network``.

    Raises:
        UsageError: a date, a kind, a name or the limit is none.
    """
    found = network(reader, selection, min_weight=min_weight, limit=limit)
    output = BytesIO()
    NETWORK_FORMATS[format][1](actor_net(found, spells_of(reader, selection)), output)
    return output.getvalue()
