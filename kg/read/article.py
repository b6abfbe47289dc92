"""An article from a record: metadata from the first lines, boilerplate cut, language and size checked."""

from __future__ import annotations

from kg import ids
from kg.errors import SkipArticle
from kg.model import Article
from kg.read import boilerplate, dates, language, metadata
from kg.read.record import Record
from kg.read.source import TEXT_LIMIT


def article(record: Record) -> Article:
    """The article that `record` gives.

    Raises:
        SkipArticle: no text, too much of it, not English, or a date that is none.
    """
    given = dict(record.fields)
    if "published" in given:
        given["published"] = _published(given["published"], record.source)
    if "language" in given and not language.is_english(given["language"]):
        raise SkipArticle(record.source, f'is marked as language "{given["language"]}": Rapporteur reads English')
    fields, blocks = metadata.head(record.blocks, given)
    kept = boilerplate.body(blocks, author=fields.get("author"))
    text = "\n\n".join(block.text for block in kept)
    if not any(map(str.isalpha, text)):
        raise SkipArticle(record.source, "has no text: nothing is left after title, byline and boilerplate")
    if len(text) > TEXT_LIMIT:
        raise SkipArticle(
            record.source, f"has over {TEXT_LIMIT // 1_000_000} million characters: split it into articles"
        )
    if "language" not in given and (other := language.other_than_english(text)):
        raise SkipArticle(record.source, f"is not in English (looks like {other}): Rapporteur reads English")
    return Article(
        id=fields.get("id") or _id(fields, text),
        text=text,
        url=fields.get("url"),
        title=fields.get("title"),
        author=fields.get("author"),
        publisher=fields.get("publisher"),
        published=fields.get("published"),
        language="en",
        source=record.source,
        dateline=fields.get("dateline"),
    )


def _id(fields: dict[str, str], text: str) -> str:
    return ids.article_id(
        url=fields.get("url"),
        publisher=fields.get("publisher"),
        title=fields.get("title"),
        published=fields.get("published"),
        text=text,
    )


def _published(given: str, source: str) -> str:
    try:
        return dates.parse(given)
    except ValueError as error:
        raise SkipArticle(source, f'published "{given[:40]}" {error}: write YYYY-MM-DD or leave it out') from error
