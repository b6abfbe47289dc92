"""An answer in chunks, with its rows counted while Oxigraph writes them."""

from __future__ import annotations

from kg.errors import TooLarge
from kg.query.worker import CHUNK_SIZE, Send

# What parts or ends rows in each format, and what is to be added to their number: JSON has none before the first row,
# tables have a heading. A literal that holds it, in JSON and CSV, counts as more rows than it is.
_ROW_MARKS = {"json": (b"},{", 1), "csv": (b"\n", -1), "tsv": (b"\n", -1), "xml": (b"</result>", 0)}


class Chunks:
    """A file that sends what is written to it."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._kept = bytearray()

    def write(self, data: bytes) -> int:
        self._kept += data
        if len(self._kept) >= CHUNK_SIZE:
            self.flush()
        return len(data)

    def flush(self) -> None:
        if self._kept:
            self._send(bytes(self._kept))
            self._kept.clear()


class Rows(Chunks):
    """Rows that are sent, up to so many. They are written by Oxigraph, so it is what parts them that is counted."""

    def __init__(self, send: Send, format: str, most: int | None) -> None:
        super().__init__(send)
        self._mark, self._rows = _ROW_MARKS[format]
        self._most = most
        self._end = b""

    def write(self, data: bytes) -> int:
        looked_at = self._end + data
        self._rows += looked_at.count(self._mark)
        # What begins here may go on in what is written next.
        self._end = looked_at[len(looked_at) - len(self._mark) + 1 :]
        if self._most is not None and self._rows > self._most:
            raise too_many(self._most)
        return super().write(data)


def too_many(most: int) -> TooLarge:
    """The error for an answer with more rows than it may have."""
    return TooLarge(f"the answer has more than {most:,} rows: ask for less, by a LIMIT for one")
