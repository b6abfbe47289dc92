"""Ties between actors: the edges of the actor network, counted, each with evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.errors import UsageError
from kg.graph.events import KINDS
from kg.graph.reader import Reader
from kg.graph.search import ArticleHit
from kg.graph.tie_index import Bundle, Example, Window
from kg.query.dates import days
from kg.query.rows import BareEdge, Edge, Excerpt, Source


def window_of(kinds: Iterable[str] | None, since: str | None = None, until: str | None = None) -> Window:
    """The ties that are asked for: of all kinds for None.

    Raises:
        UsageError: a kind or a date is none.
    """
    chosen = KINDS if kinds is None else tuple(dict.fromkeys(kinds))
    for kind in chosen:
        if kind not in KINDS:
            raise UsageError(f"“{kind}” is no kind of edge: one of {', '.join(KINDS)}")
    return Window(chosen, *days(since, until))


def edges(reader: Reader, bundles: Sequence[Bundle], window: Window) -> list[Edge]:
    """The bundles as edges, each with the evidence of one of its events."""
    examples = reader.index.ties.examples(bundles, window)
    sources = sources_of(reader, [example.article for example in examples])
    return [_edge(bundle, example, source) for bundle, example, source in zip(bundles, examples, sources, strict=True)]


def bare_edges(bundles: Iterable[Bundle]) -> list[BareEdge]:
    """The bundles as edges without evidence."""
    return [BareEdge(*_values(bundle)) for bundle in bundles]


def _edge(bundle: Bundle, example: Example, source: Source) -> Edge:
    evidence = tuple(Excerpt(*excerpt) for excerpt in example.evidence)
    return Edge(*_values(bundle), example.day, source, evidence)


def _values(bundle: Bundle) -> tuple[str, str, str, str, int, str | None, str | None]:
    # astuple takes ten times as long.
    return bundle.source, bundle.target, bundle.kind, bundle.label, bundle.count, bundle.first, bundle.last


def sources_of(reader: Reader, articles: Sequence[str]) -> list[Source]:
    """What is known of articles, by their ids."""
    hits = reader.index.known_articles(articles)
    return [_source(article, hits.get(article)) for article in articles]


def _source(article: str, hit: ArticleHit | None) -> Source:
    return Source(hit.id, hit.title, hit.published, hit.publisher, hit.url) if hit else Source(article)
