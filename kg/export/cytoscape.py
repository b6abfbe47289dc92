"""Cytoscape's JSON, for Cytoscape, Cytoscape.js and networkx."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from kg.export.format import Format
from kg.export.net import Net, Value, actor_net
from kg.graph.reader import Reader
from kg.query.network import network
from kg.query.selection import EVERYTHING, Selection


def write_cytoscape(net: Net, output: BinaryIO) -> None:
    """Writes a graph as Cytoscape's JSON, one element a line."""
    output.write(b'{"data":[],"directed":true,"multigraph":true,"elements":{"nodes":[')
    _write_all(_nodes(net), output)
    output.write(b'],"edges":[')
    _write_all(_edges(net), output)
    output.write(b"]}}\n")


def _write(reader: Reader, output: BinaryIO, selection: Selection = EVERYTHING) -> None:
    write_cytoscape(actor_net(network(reader, selection)), output)


def _nodes(net: Net) -> Iterator[dict[str, Value]]:
    for node in net.nodes:
        # `value` is what networkx takes for the node.
        named: dict[str, Value] = {"id": node.id, "value": node.id, "name": node.label}
        yield named | _known(net.node_columns, node.values)


def _edges(net: Net) -> Iterator[dict[str, Value]]:
    for number, edge in enumerate(net.edges):
        ends: dict[str, Value] = {"id": f"edge-{number}", "source": edge.source, "target": edge.target, "key": edge.key}
        yield ends | {"weight": edge.weight} | _known(net.edge_columns, edge.values)


def _known(columns: Iterable[str], values: Iterable[Value | None]) -> dict[str, Value]:
    return {name: value for name, value in zip(columns, values, strict=True) if value is not None}


def _write_all(elements: Iterable[dict[str, Value]], output: BinaryIO) -> None:
    separator = b"\n"
    for data in elements:
        output.write(separator + json.dumps({"data": data}, ensure_ascii=False, separators=(",", ":")).encode())
        separator = b",\n"


CYTOSCAPE = Format("cytoscape", ".cyjs", "application/vnd.cytoscape+json", _write)
