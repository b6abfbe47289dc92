"""An export that is sent while it is written."""

from __future__ import annotations

from typing import BinaryIO, cast

from kg.export import format_named
from kg.graph.reader import Reader
from kg.query.chunks import Chunks
from kg.query.selection import EVERYTHING, Selection
from kg.query.worker import Send


def send_export(reader: Reader, send: Send, format: str, selection: Selection = EVERYTHING) -> None:
    """Sends the name of the format, then what is selected of the store in it.

    Raises:
        UsageError: there is no such format, or it has no selection; a date, a kind or a name is none.
    """
    send(format.encode())
    chunks = Chunks(send)
    format_named(format).write(reader, cast(BinaryIO, _File(chunks)), selection)
    chunks.flush()


class _File:
    """A file that is sent in chunks: an error that comes before the first is full can still be told as one.

    zipfile flushes at each of its members, which would send a heading with nothing behind it.
    """

    def __init__(self, chunks: Chunks) -> None:
        self.write = chunks.write

    def flush(self) -> None:
        """Nothing is sent before there is enough of it."""
