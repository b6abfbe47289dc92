"""Where articles mention an entity, and by which rule each mention is linked to it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.graph.reader import Reader
from kg.graph.terms import text
from kg.query.names import resolve_name
from kg.query.rows import Excerpt
from kg.vocabulary import OA, RAP, SCHEMA

_END = re.compile(r"[.!?][”\"’)]*\s+|\n\n")


@dataclass(frozen=True, slots=True)
class MentionRow:
    """In `article`, the words of `words` mean the entity, by the rule that `why` tells.

    Attributes:
        published: day, as far as known.
        sentence: around the words.
        literal: id of what the words name, where they stand for the entity.
    """

    article: str
    published: str | None
    words: Excerpt
    sentence: str
    why: str | None
    literal: str | None = None


def mentions(reader: Reader, entity: str, *, limit: int | None = None) -> list[MentionRow]:
    """All mentions of an entity, by date, article and position.

    Args:
        reader: the store.
        entity: id, label or alias.
        limit: at most so many.

    Raises:
        UsageError: nobody is called so, or several are.
    """
    node = NamedNode(reader.iris.entity(resolve_name(reader, entity)))
    found = {
        (text(quad.graph_name), text(quad.subject))
        for predicate in (OA.hasBody, RAP.refersTo)
        for quad in reader.graph.quads_for_pattern(None, NamedNode(predicate), node)
    }
    days: dict[str, str] = {graph: _value(reader, graph, graph, SCHEMA.datePublished) or "" for graph, _ in found}
    texts: dict[str, str] = {}
    rows = []
    for graph, mention in sorted(found, key=lambda one: (days[one[0]], one[0], _start(one[1])))[:limit]:
        if graph not in texts:
            texts[graph] = _value(reader, graph, graph, RAP.text) or ""
        rows.append(_row(reader, graph, mention, texts[graph], days[graph]))
    return rows


def _start(mention: str) -> int:
    return int(mention.rsplit("-", 2)[-2])


def _row(reader: Reader, graph: str, mention: str, words: str, day: str) -> MentionRow:
    target = _value(reader, graph, mention, OA.hasTarget) or ""
    start, end = (int(_value(reader, graph, target, at) or 0) for at in (OA.start, OA.end))
    figurative = _value(reader, graph, mention, RAP.refersTo)
    literal = _value(reader, graph, mention, OA.hasBody) if figurative else None
    return MentionRow(
        article=reader.iris.article_of(graph),
        published=day or None,
        words=Excerpt(start, end, words[start:end]),
        sentence=_sentence(words, start, end),
        why=_value(reader, graph, mention, RAP.linkedBy),
        literal=reader.iris.entity_of(literal) if literal else None,
    )


def _value(reader: Reader, graph: str, subject: str, predicate: str) -> str | None:
    terms = (NamedNode(subject), NamedNode(predicate))
    return next((text(quad.object) for quad in reader.graph.quads_for_pattern(*terms, None, NamedNode(graph))), None)


def _sentence(words: str, start: int, end: int) -> str:
    """The sentence around a stretch, by its full stops."""
    ends = [0, *(found.end() for found in _END.finditer(words)), len(words)]
    first = max(at for at in ends if at <= start)
    last = min(at for at in ends if at >= end)
    return " ".join(words[first:last].split())
