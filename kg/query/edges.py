"""Ties between actors: the edges of the actor network, counted, each with evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.errors import UsageError
from kg.graph.events import KINDS, UNDATED
from kg.graph.reader import Reader
from kg.graph.tie_index import Bundle, Window
from kg.query.dates import days
from kg.query.facts import Facts, Found
from kg.query.rows import Edge
from kg.vocabulary import RAP


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
    places = [reader.index.ties.example(bundle, window) for bundle in bundles]
    found = [Found(reader.iris.article(place.article), place.node) for place in places]
    facts = Facts(reader, dict.fromkeys(found), paths=(f"<{RAP.evidence}>",), entities=())
    return [
        Edge(
            bundle.source,
            bundle.target,
            bundle.kind,
            bundle.label,
            bundle.count,
            bundle.first,
            bundle.last,
            place.day if place.day != UNDATED else None,
            facts.source(event),
            facts.excerpts(event, RAP.evidence),
        )
        for bundle, place, event in zip(bundles, places, found, strict=True)
    ]
