"""One graph of the store, whole."""

from __future__ import annotations

from typing import BinaryIO, cast

import pyoxigraph
from pyoxigraph import DefaultGraph

from kg.errors import Unknown
from kg.graph.reader import Reader
from kg.graph.terms import named
from kg.query.chunks import Chunks
from kg.query.sparql import GRAPHS
from kg.query.worker import Send
from kg.vocabulary import PREFIXES


def require_graph(reader: Reader, name: str | None) -> None:
    """Passes where there is a graph of this name; None names the default graph, which is always there.

    Raises:
        Unknown: there is none.
        UsageError: the name is no IRI.
    """
    if name is not None and not reader.graph.contains_named_graph(named(name)):
        raise Unknown(f"there is no graph {name}")


def write_graph(reader: Reader, send: Send, name: str | None, format: str) -> None:
    """Sends the format, one of ``GRAPHS``, then the graph.

    Raises:
        Unknown: there is none of this name.
        UsageError: the name is no IRI.
    """
    require_graph(reader, name)
    send(format.encode())
    chunks = Chunks(send)
    quads = reader.graph.quads_for_pattern(None, None, None, named(name) if name else DefaultGraph())
    triples = (quad.triple for quad in quads)
    pyoxigraph.serialize(triples, cast(BinaryIO, chunks), format=GRAPHS[format], prefixes=PREFIXES)
    chunks.flush()
