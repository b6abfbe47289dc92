"""One input article before its text is looked at, and the names under which inputs give its fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, Protocol

from kg.errors import SkipArticle
from kg.read import characters
from kg.read.markup import Block

#: The fields of an article and their usual names in CSV headers, JSON objects, front matter and header lines, best
#: first: those of schema.org, NewsAPI, news-please and newspaper's exports among them.
NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "article_id", "articleid", "doc_id", "docid", "guid", "uuid"),
    "url": ("url", "link", "uri", "permalink", "canonical_url", "source_url", "web_url"),
    "title": ("title", "headline", "heading", "article_title", "subject"),
    "author": ("author", "authors", "byline", "by", "writer", "creator", "journalist", "reporter"),
    "publisher": (
        "publisher",
        "publication",
        "outlet",
        "source",
        "source_name",
        "newspaper",
        "site",
        "sitename",
        "site_name",
        "website",
        "agency",
    ),
    "published": (
        "published",
        "date",
        "published_at",
        "publishedat",
        "publish_date",
        "published_date",
        "publication_date",
        "date_published",
        "datepublished",
        "pub_date",
        "pubdate",
        "datetime",
        "posted",
    ),
    "language": ("language", "lang", "inlanguage"),
    "dateline": ("dateline", "place"),
    "text": ("text", "body", "content", "article", "fulltext", "full_text", "maintext", "article_text", "article_body"),
}

_KINDS = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}


@dataclass(frozen=True, slots=True)
class Record:
    """`source` gives an article of these blocks, and `fields` says what the input knows of it.

    Attributes:
        source: the path, with the record's number where a file holds many ("news.jsonl:12").
        fields: keys of ``NAMES`` but "text"; what is given here wins over what the text says.
    """

    source: str
    blocks: tuple[Block, ...]
    fields: Mapping[str, str] = field(default_factory=dict)


class Reader(Protocol):
    """An input format: the records of one open file, in order; one that can't be used is yielded as its SkipArticle."""

    def __call__(
        self, file: BinaryIO, source: str, *, columns: Mapping[str, str]
    ) -> Iterator[Record | SkipArticle]: ...


def _key(name: str) -> str:
    return name.strip().lstrip("\ufeff").lower().replace(" ", "_").replace("-", "_")


def field_of(name: str) -> str | None:
    """The field that is usually called so: "Headline" → "title"."""
    return _FIELDS.get(_key(name))


_FIELDS = {name: kind for kind, names in NAMES.items() for name in names}


def _words(source: str, name: str, value: object) -> str:
    """The value of a field as words: lists of authors are joined, objects give their name."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    kind = _FIELDS.get(_key(name))
    if isinstance(value, int) and not isinstance(value, bool) and kind in ("id", "published"):
        return str(value)
    if isinstance(value, dict) and isinstance(value.get("name"), str) and kind in ("author", "publisher"):
        return str(value["name"])
    if isinstance(value, list) and kind == "author":
        return ", ".join(filter(None, (_words(source, name, one).strip() for one in value)))
    raise SkipArticle(source, f'"{name}" is {_KINDS.get(type(value), "no text")}: it must be text in quotation marks')


def given(values: Mapping[str, object], source: str, *, columns: Mapping[str, str]) -> dict[str, str]:
    """The fields of an article among `values`, under their own names, clean and without the empty ones.

    Args:
        values: what the input says, under its names.
        source: for messages.
        columns: names that differ from the usual: ``{"text": "body"}``.

    Raises:
        SkipArticle: a value is of the wrong type.
    """
    named = {_key(name): name for name in values}
    fields: dict[str, str] = {}
    for kind, names in NAMES.items():
        choices = (_key(columns[kind]),) if kind in columns else names
        for choice in choices:
            name = named.get(choice)
            value = _words(source, kind if kind in columns else name, values[name]) if name is not None else ""
            if value.strip():
                fields[kind] = value if kind == "text" else characters.one_line(value)
                break
    return fields
