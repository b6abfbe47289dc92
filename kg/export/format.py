"""What an export format is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad

from kg.errors import UsageError
from kg.graph.reader import Reader
from kg.query.selection import EVERYTHING, Selection

GraphName = NamedNode | BlankNode | DefaultGraph

#: Writes one file.
File = Callable[[BinaryIO], None]


class Writer(Protocol):
    """Writes what is selected of a store."""

    def __call__(self, reader: Reader, output: BinaryIO, selection: Selection = EVERYTHING) -> None: ...


@dataclass(frozen=True, slots=True)
class Format:
    """The format `name` is written by `write` into files that end in `suffix`; on the web it is `media_type`.

    Attributes:
        files: of a format of several files: their names, and how each is written; `write` puts them into one archive.
    """

    name: str
    suffix: str
    media_type: str
    write: Writer
    files: Callable[[Reader, Selection], Iterator[tuple[str, File]]] | None = None


def whole(write: Callable[[Reader, BinaryIO], None], name: str) -> Writer:
    """A writer of a format that is always of the whole store."""

    def checked(reader: Reader, output: BinaryIO, selection: Selection = EVERYTHING) -> None:
        if selection != EVERYTHING:
            raise UsageError(f"{name} is the whole store, without selection: `kg query` gives parts of it as RDF")
        write(reader, output)

    return checked


def graphs(reader: Reader) -> Iterator[tuple[GraphName, list[Quad]]]:
    """Every graph that is not empty with its quads, the default graph first, then by name; quads sorted."""
    for name in (DefaultGraph(), *sorted(reader.graph.named_graphs(), key=str)):
        quads = sorted(reader.graph.quads_for_pattern(None, None, None, name), key=str)
        if quads:
            yield name, quads
