"""How two actors are connected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

from kg.errors import UsageError
from kg.graph.reader import Reader
from kg.graph.tie_index import Window
from kg.query.edges import edges, window_of
from kg.query.names import label_of, resolve_name
from kg.query.pages import checked_limit
from kg.query.rows import Connection, Named

#: With six steps any two actors of a news corpus are connected, and the search touches everything.
MAX_LENGTH = 6
# A search that has met so many actors has gone through hubs, and what it finds says nothing.
_MAX_SEEN = 20_000
# Between two hubs there are as many shortest routes as actors that both know; of so many the strongest are chosen.
_MAX_ROUTES = 10_000

# How often two are tied.
_Ties = dict[frozenset[str], int]


def paths(
    reader: Reader,
    start: str,
    end: str,
    *,
    max_length: int = 4,
    limit: int = 5,
    kinds: Iterable[str] | None = None,
) -> list[Connection]:
    """The shortest connections of two entities, strongest first; none where they are further apart.

    A connection is as strong as its weakest hop.

    Args:
        reader: the store.
        start: id, label or alias.
        end: likewise.
        max_length: at most so many hops, 1 to 6.
        limit: at most so many connections.
        kinds: of edges (``kg.graph.events.KINDS``); all for None.

    Raises:
        UsageError: an unknown or ambiguous name, a length, limit or kind that is none.
    """
    if not 1 <= max_length <= MAX_LENGTH:
        raise UsageError(f"--max-length {max_length}: 1 to {MAX_LENGTH}")
    checked_limit(limit)
    window = window_of(kinds)
    first, last = resolve_name(reader, start), resolve_name(reader, end)
    if first == last:
        raise UsageError(f"“{start}” and “{end}” are the same: {first}")
    known: _Ties = {}
    distances = _search(reader, first, last, max_length, window, known)
    if distances is None:
        return []
    routes = islice(_routes(first, last, distances, known), _MAX_ROUTES)
    found = sorted(routes, key=lambda route: (-_strength(route, known), route))
    return [_connection(reader, route, window) for route in found[:limit]]


def _search(
    reader: Reader, first: str, last: str, max_length: int, window: Window, known: _Ties
) -> dict[str, int] | None:
    """Distances from `first` of all that may lie on a shortest path to `last`; None where there is no path.

    Both ends are searched from in turn, always from the side that has met fewer: a hub is expanded only when it has to.
    """
    sides = ({first: 0}, {last: 0})
    fringes = ([first], [last])
    for _ in range(max_length):
        turn = 0 if len(fringes[0]) <= len(fringes[1]) else 1
        fringe, mine = fringes[turn], sides[turn]
        steps = mine[fringe[0]] + 1
        fringe[:], here = [], list(fringe)
        for entity in here:
            for other, count in reader.index.ties.strongest(entity, window):
                known[frozenset((entity, other))] = count
                if other not in mine:
                    mine[other] = steps
                    fringe.append(other)
            if len(mine) > _MAX_SEEN:
                raise UsageError(
                    f"more than {_MAX_SEEN} actors lie between {first} and {last}: try a smaller --max-length"
                )
        fringe.sort()
        meeting = sides[0].keys() & sides[1].keys()
        if meeting:
            length = min(sides[0][entity] + sides[1][entity] for entity in meeting)
            back = {entity: length - left for entity, left in sides[1].items()}
            return back | sides[0]
        if not fringe:
            return None
    return None


def _routes(first: str, last: str, distances: dict[str, int], known: _Ties) -> Iterator[tuple[str, ...]]:
    """All shortest routes, by going from each entity to those one step further."""
    further: dict[str, list[str]] = defaultdict(list)
    for pair in known:
        one, other = sorted(pair, key=lambda entity: (distances.get(entity, -1), entity))
        if one in distances and other in distances and distances[other] == distances[one] + 1:
            further[one].append(other)
    unfinished: list[tuple[str, ...]] = [(first,)]
    while unfinished:
        route = unfinished.pop()
        if route[-1] == last:
            yield route
        elif distances[route[-1]] < distances[last]:
            unfinished.extend((*route, entity) for entity in further[route[-1]])


def _strength(route: tuple[str, ...], known: _Ties) -> int:
    return min(known[frozenset(pair)] for pair in pairwise(route))


def _connection(reader: Reader, route: tuple[str, ...], window: Window) -> Connection:
    hops = [edges(reader, reader.index.ties.between(*pair, window), window) for pair in pairwise(route)]
    return Connection(
        tuple(Named(entity, label_of(reader, entity)) for entity in route), tuple(tuple(hop) for hop in hops)
    )
