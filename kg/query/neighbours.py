"""What surrounds an actor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from kg.errors import UsageError
from kg.graph.reader import Reader
from kg.graph.tie_index import Bundle, Window
from kg.query.edges import bare_edges, edges, window_of
from kg.query.names import resolve_name
from kg.query.pages import checked_limit
from kg.query.rows import BareNeighbourhood, Neighbourhood, Node

#: Beyond three steps nearly everybody is connected with everybody.
MAX_DEPTH = 3


def neighbours(
    reader: Reader,
    entity: str,
    *,
    depth: int = 1,
    limit: int = 50,
    kinds: Iterable[str] | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Neighbourhood:
    """The actors and places within `depth` steps: of each distance those with the strongest tie to one further in.

    Args:
        reader: the store.
        entity: id, label or alias.
        depth: 1 to 3.
        limit: at most so many besides the entity itself.
        kinds: of edges (``kg.graph.events.KINDS``); all for None.
        since: day, month or year; only what happened then, or was told then, ties anybody.
        until: likewise.

    Raises:
        UsageError: an unknown or ambiguous name, a depth, limit, kind or date that is none.
    """
    nodes, bundles, window, cut = _around(
        reader, entity, depth=depth, limit=limit, kinds=kinds, since=since, until=until
    )
    return Neighbourhood(nodes[0], nodes[1:], tuple(edges(reader, bundles, window)), cut)


def bare_neighbours(
    reader: Reader,
    entity: str,
    *,
    depth: int = 1,
    limit: int = 50,
    kinds: Iterable[str] | None = None,
    since: str | None = None,
    until: str | None = None,
) -> BareNeighbourhood:
    """The same without evidence, which is two thirds of what is sent and takes half of the time.

    Args and raises: see ``neighbours``.
    """
    nodes, bundles, _, cut = _around(reader, entity, depth=depth, limit=limit, kinds=kinds, since=since, until=until)
    return BareNeighbourhood(nodes[0], nodes[1:], tuple(bare_edges(bundles)), cut)


def _around(
    reader: Reader,
    entity: str,
    *,
    depth: int,
    limit: int,
    kinds: Iterable[str] | None,
    since: str | None,
    until: str | None,
) -> tuple[tuple[Node, ...], list[Bundle], Window, bool]:
    """The entity and what surrounds it, the ties, what they were asked for with, and whether there may be more."""
    if not 1 <= depth <= MAX_DEPTH:
        raise UsageError(f"--depth {depth}: 1 to {MAX_DEPTH}")
    checked_limit(limit)
    window = window_of(kinds, since, until)
    centre = resolve_name(reader, entity)
    distances, inner, fringe, cut = {centre: 0}, list[str](), [centre], False
    for distance in range(1, depth + 1):
        room = limit + 1 - len(distances)
        inner += fringe
        found = _outside(reader, fringe, distances, window, room + 1)
        fringe, cut = found[:room], cut or len(found) > room
        distances.update(dict.fromkeys(fringe, distance))
        if not fringe or cut:
            break
    bundles = _bundles(reader, inner, distances, window)
    labels = reader.index.labels(distances)
    made = (Node(end, labels.get(end, end), end.partition("/")[0], distance) for end, distance in distances.items())
    return tuple(made), bundles, window, cut


def _outside(reader: Reader, fringe: Iterable[str], seen: Collection[str], window: Window, limit: int) -> list[str]:
    """Whom the fringe is tied to and has not met yet, by their strongest tie; at most so many."""
    strength = Counter[str]()
    for entity in fringe:
        # The strongest are among these, whatever the others of the fringe are tied to.
        for other, count in reader.index.ties.strongest(entity, window, limit=limit + len(seen)):
            if other not in seen:
                strength[other] = max(strength[other], count)
    return sorted(strength, key=lambda other: (-strength[other], other))[:limit]


def _bundles(reader: Reader, inner: Iterable[str], shown: Mapping[str, int], window: Window) -> list[Bundle]:
    """All ties between the inner ones and what is shown, the most numerous first."""
    ties = reader.index.ties
    pairs = {(min(one, other), max(one, other)) for one in inner for other in ties.neighbours_among(one, tuple(shown))}
    return ties.among(pairs, window)
