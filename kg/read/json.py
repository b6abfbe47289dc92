"""JSON: one article, or a list of them, or an object that holds such a list."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from kg.errors import SkipArticle
from kg.read.markup import blocks
from kg.read.record import Record, given
from kg.read.source import FILE_LIMIT, TEXT_LIMIT, decoded, whole

#: Names under which exports hold their articles ({"status": "ok", "articles": [...]}).
_LISTS = ("articles", "items", "data", "results", "documents", "docs", "stories", "entries")


def records(file: BinaryIO, source: str, *, columns: Mapping[str, str]) -> Iterator[Record | SkipArticle]:
    """The articles of `file`, in order; those of a list are numbered from 1 ("news.json#3")."""
    text = decoded(whole(file, source, limit=FILE_LIMIT), source)
    value = loaded(text, source)
    if isinstance(value, dict):
        listed = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), None)
        value = value if listed is None or _has_text(value, columns) else listed
    if not isinstance(value, list):
        yield one(value, source, columns=columns)
        return
    if not value:
        yield SkipArticle(source, "is an empty list: nothing to read")
    for number, item in enumerate(value, start=1):
        yield one(item, f"{source}#{number}", columns=columns)


def loaded(text: str, source: str) -> object:
    """The value that `text` writes.

    Raises:
        SkipArticle: broken JSON.
    """
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if "\n" in text.strip() else f"column {error.colno}"
        raise SkipArticle(source, f"is broken JSON at {where} ({error.msg}): correct it, or write it anew") from error
    except (RecursionError, ValueError) as error:
        raise SkipArticle(
            source, "is JSON that no article needs (too deep, or a number too long): correct it"
        ) from error


def one(value: object, source: str, *, columns: Mapping[str, str]) -> Record | SkipArticle:
    """The article that `value` is, or why it is none."""
    if not isinstance(value, dict):
        return SkipArticle(source, 'is no object: an article is written {"title": "...", "text": "..."}')
    try:
        fields = given(value, source, columns=columns)
    except SkipArticle as skipped:
        return skipped
    text = fields.pop("text", "")
    if not text:
        name = columns.get("text", "text")
        return SkipArticle(source, f'has no text: put it into "{name}", or name the field with --column text=NAME')
    if len(text) > TEXT_LIMIT:
        return SkipArticle(source, f"has over {TEXT_LIMIT // 1_000_000} million characters: split it into articles")
    return Record(source, blocks(text), fields)


def _has_text(value: dict[str, object], columns: Mapping[str, str]) -> bool:
    try:
        return "text" in given(value, "", columns=columns)
    except SkipArticle:
        return False
