"""JSON Lines: one article a line. Read line by line, so that a file may hold any number of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from kg.errors import SkipArticle
from kg.read.json import loaded, one
from kg.read.record import Record
from kg.read.source import PAGE_LIMIT, decoded, refuse_binary


def records(file: BinaryIO, source: str, *, columns: Mapping[str, str]) -> Iterator[Record | SkipArticle]:
    """The articles of `file`, numbered by line from 1 ("news.jsonl:12"); a broken line is one article lost."""
    seen = False
    number = 0
    while line := file.readline(PAGE_LIMIT + 1):
        number += 1
        here = f"{source}:{number}"
        if number == 1:
            refuse_binary(line, source)
        if len(line) > PAGE_LIMIT:
            while line and not line.endswith(b"\n"):
                line = file.readline(PAGE_LIMIT)
            yield SkipArticle(here, f"is longer than {PAGE_LIMIT // 1_000_000} MB: split it into articles")
            seen = True
        elif line.strip():
            yield _record(line, here, columns)
            seen = True
    if not seen:
        yield SkipArticle(source, "is empty: nothing to read")


def _record(line: bytes, source: str, columns: Mapping[str, str]) -> Record | SkipArticle:
    try:
        value = loaded(decoded(line, source), source)
    except SkipArticle as skipped:
        return skipped
    return one(value, source, columns=columns)
