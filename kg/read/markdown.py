"""Markdown: read as plain text, whose Markdown marks are taken off as well; YAML front matter gives the fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from kg.errors import SkipArticle
from kg.read import text
from kg.read.record import Record


def records(file: BinaryIO, source: str, *, columns: Mapping[str, str]) -> Iterator[Record | SkipArticle]:
    """The one article of `file`."""
    yield from text.records(file, source, columns=columns)
