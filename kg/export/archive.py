"""Several files as one: a zip whose bytes depend on nothing but the files."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

from kg.export.format import File, Writer
from kg.graph.reader import Reader
from kg.query.selection import EVERYTHING, Selection

# The earliest time that a zip can tell.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


class _Pipe:
    """A file that can only be written: else zipfile would write other bytes to a file than to a pipe."""

    def __init__(self, output: BinaryIO) -> None:
        self.write = output.write
        self.flush = output.flush


def zipped(files: Callable[[Reader, Selection], Iterator[tuple[str, File]]]) -> Writer:
    """A writer of the archive of these files."""

    def write(reader: Reader, output: BinaryIO, selection: Selection = EVERYTHING) -> None:
        with zipfile.ZipFile(cast(BinaryIO, _Pipe(output)), "w", zipfile.ZIP_DEFLATED) as archive:
            for name, write_file in files(reader, selection):
                member = zipfile.ZipInfo(name, _NO_TIME)
                member.compress_type = zipfile.ZIP_DEFLATED
                # A table may grow beyond what a plain zip can hold, and its size is not known before it is written.
                with archive.open(member, "w", force_zip64=True) as file:
                    write_file(cast(BinaryIO, file))

    return write
