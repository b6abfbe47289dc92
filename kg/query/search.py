"""Entities, statements and articles by words."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import UsageError
from kg.graph.reader import Reader
from kg.graph.search import EntityHit
from kg.graph.terms import well_formed
from kg.query.edges import sources_of
from kg.query.rows import Source, StatementRow
from kg.query.statements import rows


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What has all the words: entities by how often they are mentioned, statements and articles best first."""

    entities: tuple[EntityHit, ...]
    statements: tuple[StatementRow, ...]
    articles: tuple[Source, ...]


def search(reader: Reader, words: str, *, limit: int = 20) -> SearchResult:
    """Entities with these words in a name, statements with them in what is said or by whom, articles by their title.

    Args:
        reader: the store.
        words: all must occur; case and accents make no difference, the last word of a name may be unfinished.
        limit: at most so many of each.

    Raises:
        UsageError: no words, or a limit below 1.
    """
    if not any(character.isalnum() for character in words):
        raise UsageError(f"“{words}” has no words to search for")
    if limit < 1:
        raise UsageError(f"--limit {limit}: at least 1")
    words, index = well_formed(words), reader.index
    return SearchResult(
        entities=tuple(index.entities(words, limit=limit)),
        statements=tuple(rows(reader, index.statements(words, limit=limit))),
        articles=tuple(sources_of(reader, index.articles(words, limit=limit))),
    )
