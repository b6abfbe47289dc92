"""What surrounds an actor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.errors import UsageError
from kg.graph.reader import Reader
from kg.query.edges import Tie, edges, kinds_of, ties
from kg.query.names import label_of, resolve_name
from kg.query.rows import Neighbourhood, Node

#: Beyond three steps nearly everybody is connected with everybody.
MAX_DEPTH = 3


def neighbours(
    reader: Reader, entity: str, *, depth: int = 1, limit: int = 50, kinds: Iterable[str] | None = None
) -> Neighbourhood:
    """The actors and places within `depth` steps, the most connected of each distance first.

    Args:
        reader: the store.
        entity: id, label or alias.
        depth: 1 to 3.
        limit: at most so many besides the entity itself.
        kinds: of edges (``kg.query.edges.KINDS``); all for None.

    Raises:
        UsageError: an unknown or ambiguous name, a depth, limit or kind that is none.
    """
    if not 1 <= depth <= MAX_DEPTH:
        raise UsageError(f"--depth {depth}: 1 to {MAX_DEPTH}")
    if limit < 1:
        raise UsageError(f"--limit {limit}: at least 1")
    chosen = kinds_of(kinds)
    centre = resolve_name(reader, entity)
    distances, known, cut = {centre: 0}, dict[tuple[str, str, str], Tie](), False
    frontier = [centre]
    for distance in range(1, depth + 1):
        room = limit + 1 - len(distances)
        if room <= 0:
            cut = True
            break
        strength: Counter[str] = Counter()
        for tie in ties(reader, frontier, chosen):
            known[tie.source, tie.target, tie.kind] = tie
            for end in (tie.source, tie.target):
                if end not in distances:
                    strength[end] += tie.count
        ranked = sorted(strength, key=lambda end: (-strength[end], end))
        cut = cut or len(ranked) > room
        frontier = ranked[:room]
        distances.update(dict.fromkeys(frontier, distance))
        if not frontier:
            break
    shown = [tie for tie in known.values() if tie.source in distances and tie.target in distances]
    shown.sort(key=lambda tie: (-tie.count, tie.source, tie.target, tie.kind))
    made = [_node(reader, end, distance) for end, distance in distances.items()]
    return Neighbourhood(made[0], tuple(made[1:]), tuple(edges(reader, shown)), cut)


def _node(reader: Reader, entity: str, distance: int) -> Node:
    return Node(entity, label_of(reader, entity), entity.partition("/")[0], distance)
