"""Web pages: the article and its metadata as trafilatura finds them. Nothing is ever fetched."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, BinaryIO, cast

from kg.errors import SkipArticle
from kg.read import dates
from kg.read.markup import Block, inline
from kg.read.record import Record, given
from kg.read.source import PAGE_LIMIT, TEXT_LIMIT, decoded, whole

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]  # lxml brings no types

    from kg.read.markup import Kind

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)|<\?xml[^>]{0,100}?encoding=[\"']([A-Za-z0-9_.:-]+)",
    re.IGNORECASE,
)
_PAGE = re.compile(r"<(?:html|head|body|article|div|p|h[1-6]|main|!doctype)\b", re.IGNORECASE)
# Where a page says its date with more care than its visible words, best first.
_DATE_METAS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date.issued",
    "dc.date",
    "dcterms.issued",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
)
_PARAGRAPH_TAGS = frozenset(("p", "head", "item", "quote", "code", "lb", "row"))


def records(file: BinaryIO, source: str, *, columns: Mapping[str, str]) -> Iterator[Record | SkipArticle]:
    """The one article of `file`."""
    data = whole(file, source, limit=PAGE_LIMIT)
    page = decoded(data, source, declared=_charset(data))
    if not _PAGE.search(page):
        raise SkipArticle(source, "is no HTML: it has no element of a page; give text the ending .txt")
    # Loaded here: trafilatura costs half a second, which only those who read web pages should pay.
    from trafilatura import bare_extraction, load_html
    from trafilatura.settings import Document

    # An encoding declared inside a string confuses lxml; the bytes were decoded by it already.
    tree = load_html(re.sub(r"^\s*<\?xml[^>]*\?>", "", page))
    if tree is None:
        raise SkipArticle(source, "is no HTML that can be parsed: save the page anew")
    fields = given(_metadata(tree), source, columns={})
    found = bare_extraction(
        tree,
        include_comments=False,
        include_tables=False,
        include_formatting=False,
        favor_precision=False,
        with_metadata=True,
        # The page's own statement, never the file's age or a guess from its text; no bound from today's date.
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2100-01-01"},
    )
    blocks = tuple(_blocks(found.body)) if isinstance(found, Document) else ()
    if not isinstance(found, Document) or not blocks:
        raise SkipArticle(source, "has no article in its HTML: save the page with its text, or give the text as .txt")
    if sum(len(block.text) for block in blocks) > TEXT_LIMIT:
        raise SkipArticle(source, f"has over {TEXT_LIMIT // 1_000_000} million characters: split it into articles")
    guessed = {
        "title": found.title,
        "author": (found.author or "").replace("; ", ", "),
        "publisher": found.sitename,
        "url": found.url,
        "published": found.date if found.date and dates.found(found.date) else None,
    }
    yield Record(source, blocks, {**given(guessed, source, columns={}), **fields})


def _charset(data: bytes) -> str | None:
    found = _CHARSET.search(data[:4096])
    return (found[1] or found[2]).decode("ascii") if found else None


def _blocks(body: _Element) -> Iterator[Block]:
    """The paragraphs of trafilatura's tree; text outside of any is a paragraph of its own."""
    for element in body:
        if not isinstance(element.tag, str):
            continue
        if element.tag in ("list", "quote", "div") and any(child.tag in _PARAGRAPH_TAGS for child in element):
            if element.text and (words := inline(element.text)):
                yield Block((words,))
            yield from _blocks(element)
        else:
            yield from _block(element)
        if element.tail and (words := inline(element.tail)):
            yield Block((words,))


def _block(element: _Element) -> Iterator[Block]:
    # A line break within a paragraph parts lines: bylines and datelines stand on lines of their own.
    for line_break in element.iter("lb"):
        line_break.tail = "\n" + (line_break.tail or "")
    written = "".join(cast("Iterator[str]", element.itertext(with_tail=False)))
    lines = tuple(line for line in (" ".join(part.split()) for part in written.split("\n")) if line)
    if lines:
        kind = {"head": "heading", "item": "item"}.get(str(element.tag), "paragraph")
        yield Block(lines, cast("Kind", kind))


def _metadata(tree: _Element) -> dict[str, object]:
    """What the page says in its own metadata with more detail than trafilatura keeps: the time of publication."""
    told: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if name in _DATE_METAS and meta.get("content"):
            told.setdefault(name, str(meta.get("content")))
    dated = [told[name] for name in _DATE_METAS if name in told]
    dated[1:1] = [str(item["datePublished"]) for item in _linked_data(tree) if item.get("datePublished")]
    published = next((value for value in dated if dates.found(value)), None)
    return {"published": published}


def _linked_data(tree: _Element) -> Iterator[dict[str, object]]:
    """The objects of the page's JSON-LD; what can't be read is left out, since pages often break it."""
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json" or not script.text:
            continue
        try:
            value = json.loads(script.text)
        except ValueError:
            continue
        todo = [value]
        while todo:
            item = todo.pop(0)
            if isinstance(item, list):
                todo.extend(item)
            elif isinstance(item, dict):
                yield item
                todo.append(item.get("@graph"))
