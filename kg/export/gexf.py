"""GEXF 1.3 for Gephi and Gephi Lite: each edge has the days of its events, so that the timeline can play them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO
from xml.sax.saxutils import quoteattr

from kg.export.format import Format
from kg.export.net import Columns, Net, NetEdge, NetNode, Value, actor_net, spells_of, xml_text
from kg.graph.reader import Reader
from kg.ids import GEXF as NAMESPACE
from kg.query.network import network
from kg.query.selection import EVERYTHING, Selection

_TYPES = {str: "string", int: "integer", float: "double"}


def write_gexf(net: Net, output: BinaryIO) -> None:
    """Writes a graph as GEXF."""
    for line in _lines(net):
        output.write(line.encode() + b"\n")


def _write(reader: Reader, output: BinaryIO, selection: Selection = EVERYTHING) -> None:
    write_gexf(actor_net(network(reader, selection), spells_of(reader, selection)), output)


def _lines(net: Net) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<gexf xmlns="{NAMESPACE}" version="1.3">'
    yield "<meta><creator>Rapporteur</creator></meta>"
    yield '<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">'
    yield from _declared("node", net.node_columns)
    yield from _declared("edge", net.edge_columns)
    yield "<nodes>"
    for node in net.nodes:
        yield from _node(node, net.node_columns)
    yield "</nodes>"
    yield "<edges>"
    for number, edge in enumerate(net.edges):
        yield from _edge(number, edge, net.edge_columns)
    yield "</edges>"
    yield "</graph>"
    yield "</gexf>"


def _declared(what: str, columns: Columns) -> Iterator[str]:
    if columns:
        yield f'<attributes class="{what}" mode="static">'
        for name, type_ in columns.items():
            yield f'<attribute id="{what}-{name}" title="{name}" type="{_TYPES[type_]}"/>'
        yield "</attributes>"


def _node(node: NetNode, columns: Columns) -> Iterator[str]:
    yield f"<node id={_quoted(node.id)} label={_quoted(node.label)}>"
    yield from _values("node", columns, node.values)
    yield "</node>"


def _edge(number: int, edge: NetEdge, columns: Columns) -> Iterator[str]:
    ends = f"source={_quoted(edge.source)} target={_quoted(edge.target)}"
    # Gephi draws edges of several kinds side by side and sums them otherwise.
    kind = f" kind={_quoted(edge.key)} label={_quoted(edge.key)}" if edge.key else ""
    yield f'<edge id="{number}" {ends}{kind} weight="{edge.weight:g}">'
    yield from _values("edge", columns, edge.values)
    if edge.spells:
        yield "<spells>"
        for start, end in edge.spells:
            yield f'<spell start="{start}" end="{end}"/>'
        yield "</spells>"
    yield "</edge>"


def _values(what: str, columns: Columns, values: tuple[Value | None, ...]) -> Iterator[str]:
    if columns:
        yield "<attvalues>"
        for name, value in zip(columns, values, strict=True):
            if value not in {None, ""}:
                yield f'<attvalue for="{what}-{name}" value={_quoted(str(value))}/>'
        yield "</attvalues>"


def _quoted(text: str) -> str:
    return quoteattr(xml_text(text))


GEXF = Format("gexf", ".gexf", "application/gexf+xml", _write)
