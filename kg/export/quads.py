"""N-Quads, TriG and Turtle."""

from __future__ import annotations

from typing import BinaryIO

import pyoxigraph
from pyoxigraph import RdfFormat

from kg.export.format import Format, graphs, whole
from kg.graph.reader import Reader
from kg.vocabulary import PREFIXES


def _write_nquads(reader: Reader, output: BinaryIO) -> None:
    for _, quads in graphs(reader):
        pyoxigraph.serialize(quads, output, format=RdfFormat.N_QUADS)


def _write_trig(reader: Reader, output: BinaryIO) -> None:
    _write_prefixes(output)
    for _, quads in graphs(reader):
        output.write(_body(pyoxigraph.serialize(quads, format=RdfFormat.TRIG, prefixes=PREFIXES)))


def _write_turtle(reader: Reader, output: BinaryIO) -> None:
    """All triples, without the graphs they are in; what several articles say of an entity is written again."""
    _write_prefixes(output)
    for _, quads in graphs(reader):
        triples = (quad.triple for quad in quads)
        output.write(_body(pyoxigraph.serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES)))


def _write_prefixes(output: BinaryIO) -> None:
    # Written here: pyoxigraph writes them in another order in each process.
    for prefix, namespace in sorted(PREFIXES.items()):
        output.write(f"@prefix {prefix}: <{namespace}> .\n".encode())


def _body(document: bytes | None) -> bytes:
    """What follows the prefixes."""
    rest = document or b""
    while rest.startswith(b"@prefix "):
        rest = rest.partition(b"\n")[2]
    return rest


NQUADS = Format("nquads", ".nq", "application/n-quads", whole(_write_nquads, "nquads"))
TRIG = Format("trig", ".trig", "application/trig", whole(_write_trig, "trig"))
TURTLE = Format("turtle", ".ttl", "text/turtle", whole(_write_turtle, "turtle"))
