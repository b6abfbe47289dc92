"""Plain text: one article a file, its title, byline and date in its first lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from kg.errors import SkipArticle
from kg.read import frontmatter
from kg.read.markup import blocks
from kg.read.record import Record, given
from kg.read.source import decoded, whole


def records(file: BinaryIO, source: str, *, columns: Mapping[str, str]) -> Iterator[Record | SkipArticle]:
    """The one article of `file`; front matter is read where there is any."""
    values, text = frontmatter.front_matter(decoded(whole(file, source), source))
    yield Record(
        source,
        blocks(text),
        {name: value for name, value in given(values, source, columns=columns).items() if name != "text"},
    )
