"""What an export format is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad

from kg.graph.reader import Reader

GraphName = NamedNode | BlankNode | DefaultGraph


@dataclass(frozen=True, slots=True)
class Format:
    """The format `name` is written by `write` into files that end in `suffix`; on the web it is `media_type`."""

    name: str
    suffix: str
    media_type: str
    write: Callable[[Reader, BinaryIO], None]


def graphs(reader: Reader) -> Iterator[tuple[GraphName, list[Quad]]]:
    """Every graph that is not empty with its quads, the default graph first, then by name; quads sorted."""
    for name in (DefaultGraph(), *sorted(reader.graph.named_graphs(), key=str)):
        quads = sorted(reader.graph.quads_for_pattern(None, None, None, name), key=str)
        if quads:
            yield name, quads
