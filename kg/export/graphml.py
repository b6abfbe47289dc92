"""GraphML, for networkx, igraph, Gephi, yEd and Cytoscape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from kg.export.format import Format
from kg.export.net import Columns, Net, Value, actor_net, xml_text
from kg.graph.reader import Reader
from kg.ids import GRAPHML as NAMESPACE
from kg.query.network import network
from kg.query.selection import EVERYTHING, Selection

_TYPES = {str: "string", int: "long", float: "double"}


def write_graphml(net: Net, output: BinaryIO) -> None:
    """Writes a graph as GraphML."""
    for line in _lines(net):
        output.write(line.encode() + b"\n")


def _write(reader: Reader, output: BinaryIO, selection: Selection = EVERYTHING) -> None:
    write_graphml(actor_net(network(reader, selection)), output)


def _lines(net: Net) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<graphml xmlns="{NAMESPACE}">'
    yield from _declared("node", {"label": str, **net.node_columns})
    yield from _declared("edge", {"weight": float, **net.edge_columns})
    yield '<graph id="actors" edgedefault="directed">'
    for node in net.nodes:
        yield f"<node id={_quoted(node.id)}>"
        yield from _values("node", {"label": str, **net.node_columns}, (node.label, *node.values))
        yield "</node>"
    for edge in net.edges:
        yield f"<edge source={_quoted(edge.source)} target={_quoted(edge.target)}>"
        yield from _values("edge", {"weight": float, **net.edge_columns}, (edge.weight, *edge.values))
        yield "</edge>"
    yield "</graph>"
    yield "</graphml>"


def _declared(what: str, columns: Columns) -> Iterator[str]:
    for name, type_ in columns.items():
        yield f'<key id="{what}-{name}" for="{what}" attr.name="{name}" attr.type="{_TYPES[type_]}"/>'


def _values(what: str, columns: Columns, values: tuple[Value | None, ...]) -> Iterator[str]:
    for name, value in zip(columns, values, strict=True):
        if value not in {None, ""}:
            yield f'<data key="{what}-{name}">{escape(xml_text(str(value)))}</data>'


def _quoted(text: str) -> str:
    return quoteattr(xml_text(text))


GRAPHML = Format("graphml", ".graphml", "application/graphml+xml", _write)
