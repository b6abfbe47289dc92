"""Where an answer goes: a file that is whole or not there at all, or standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO

from kg.errors import StopRun


@contextmanager
def binary_output(path: Path | None) -> Iterator[BinaryIO]:
    """The file, which takes its name only when it is complete, or standard output.

    Raises:
        StopRun: it can't be written.
    """
    if path is None:
        yield sys.stdout.buffer
        return
    # A pipe or a device is written as it is: replacing it by a file would be a surprise.
    unfinished = path if path.exists() and not path.is_file() else path.with_name(f".{path.name}.{os.getpid()}")
    try:
        file = unfinished.open("wb")
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with file:
            yield file
        if unfinished != path:
            unfinished.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        if unfinished != path:
            unfinished.unlink(missing_ok=True)


@contextmanager
def text_output(path: Path | None) -> Iterator[TextIO]:
    """The same for text, in UTF-8."""
    if path is None:
        yield sys.stdout
        return
    with binary_output(path) as file:
        text = TextIOWrapper(file, encoding="utf-8", newline="\n")
        yield text
        text.flush()
        text.detach()


def _unwritable(path: Path, error: OSError) -> StopRun:
    return StopRun(f"{path} can't be written: {error.strerror or error}")
