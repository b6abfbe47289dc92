"""The network of actors: who speaks of whom and to whom and meets whom, who is central, who belongs together.

selection.py  which events count
ties.py       the events that tie two actors
links.py      the ties, counted by act and stance
counted.py    the network without what takes long
lines.py      the same as the lines of a picture
measures.py   PageRank, betweenness, participation
louvain.py    communities
balance.py    friends and foes: signed blocs
change.py     two periods compared
discourse.py  actors and what they agree on
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kg.query.counted import ROUND, CountedActor, CountedNetwork, Counts, shown_links, totals
from kg.query.links import Bonds, links
from kg.query.louvain import louvain, modularity
from kg.query.measures import Numbers, Places, betweenness, participation
from kg.query.names import label_of
from kg.query.pages import checked_limit
from kg.query.selection import EVERYTHING, Selection
from kg.query.ties import ties

if TYPE_CHECKING:
    import networkx as nx  # type: ignore[import-untyped]  # it brings no types

    from kg.graph.reader import Reader

# Actors by whose names a community is shown.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Actor(CountedActor):
    """One actor of a network, with the place that this one has in it.

    Attributes:
        betweenness: share of the shortest paths between any two others that lead over this actor, 0 to 1.
        participation: how evenly the ties are spread over communities, 0 to 1. High, with high betweenness: a broker.
        community: number of the community, the largest is 1.
    """

    betweenness: float
    participation: float
    community: int


@dataclass(frozen=True, slots=True)
class Community:
    """The community `number` has `size` actors, the best tied of which are `actors`.

    Attributes:
        inside, outside: events among them; events between one of them and somebody else.
    """

    number: int
    size: int
    actors: tuple[str, ...]
    inside: int
    outside: int


@dataclass(frozen=True, slots=True)
class Network(CountedNetwork):
    """The actor network of a selection, with who is central and who belongs together.

    Attributes:
        communities: largest first.
        modularity: how much more the communities are tied among themselves than chance would have it, -0.5 to 1.
    """

    actors: tuple[Actor, ...]
    communities: tuple[Community, ...]
    modularity: float

    def _repr_html_(self) -> str:
        """As a notebook shows it."""
        from kg.query.html import actors

        return actors(self)


def network(
    reader: Reader,
    selection: Selection = EVERYTHING,
    *,
    min_weight: int = 1,
    limit: int | None = None,
) -> Network:
    """The actor network. All measures are of the whole selection, also where few actors are shown.

    Args:
        reader: the store.
        selection: which events count.
        min_weight: actors tied by fewer events (of all kinds, in both directions) count as not tied.
        limit: at most so many actors: those that were chosen, then the highest PageRank first.

    Raises:
        UsageError: a date, a kind, a name or the limit is none.
    """
    checked_limit(limit)
    bonds = Bonds.of(ties(reader, selection), least=min_weight)
    pairs = bonds.ones, bonds.others, bonds.weights
    groups, tied = communities(len(bonds.ids), *pairs)
    counts = Counts.of(bonds)
    between = betweenness(len(bonds.ids), bonds.ones, bonds.others).tolist()
    spread = participation(*pairs, groups).tolist()
    # Of the others not even the names are looked up.
    numbers = counts.ranked(selection.actor_ids(reader))[:limit]
    ranked = [
        Actor(*row, round(between[number], ROUND), round(spread[number], ROUND), groups[number])
        for number, row in zip(numbers, counts.rows(reader, numbers), strict=True)
    ]
    return Network(
        tuple(ranked),
        shown_links(bonds, ranked),
        *totals(bonds),
        _communities(reader, bonds, counts, groups),
        round(tied, ROUND),
    )


def communities(
    count: int, ones: Places, others: Places, weights: Numbers, *, seed: int = 0
) -> tuple[list[int], float]:
    """Who belongs together (Louvain): the community of each of the nodes, numbered from 1 by size, and the modularity.

    The ties count, whatever is said: opponents who speak of nobody else are one community. For friends and foes see
    ``kg.query.balance``. Source: Blondel, Guillaume, Lambiotte & Lefebvre (2008), Fast unfolding of communities.
    """
    found = louvain(count, ones, others, weights, seed=seed)
    groups = defaultdict[int, list[int]](list)
    for node, group in enumerate(found):
        groups[group].append(node)
    ordered = sorted(groups.values(), key=lambda group: (-len(group), group))
    number = {node: place for place, group in enumerate(ordered, start=1) for node in group}
    return [number[node] for node in range(count)], modularity(count, ones, others, weights, found)


def to_networkx(reader: Reader, selection: Selection = EVERYTHING) -> nx.MultiDiGraph:
    """The actor network for networkx: an edge for each link, keyed "kind/label/stance", with ``weight`` its events.

    Nodes have ``label`` and ``kind``. A meeting has no direction: its edge goes from the first id to the second.

    Raises:
        UsageError: a date, a kind or a name is none.
    """
    import networkx as nx

    graph = nx.MultiDiGraph()
    found = links(reader, selection)
    for actor in sorted({end for link in found for end in (link.source, link.target)}):
        graph.add_node(actor, label=label_of(reader, actor), kind=actor.partition("/")[0])
    for link in found:
        values = {"kind": link.kind, "label": link.label, "stance": link.stance, "weight": link.count}
        days = {name: day for name, day in (("first", link.first), ("last", link.last)) if day}
        graph.add_edge(link.source, link.target, f"{link.kind}/{link.label}/{link.stance}", **values, **days)
    return graph


def _communities(reader: Reader, bonds: Bonds, counts: Counts, groups: Sequence[int]) -> tuple[Community, ...]:
    one, other = (np.array(groups, dtype=np.intp)[ends] for ends in (bonds.ones, bonds.others))
    within, size = one == other, max(groups, default=0) + 1
    inside = np.bincount(one[within], bonds.weights[within], size).astype(int).tolist()
    crossing = bonds.weights[~within]
    outside = (
        np.bincount(np.concatenate([one[~within], other[~within]]), np.tile(crossing, 2), size).astype(int).tolist()
    )
    members = defaultdict[int, list[int]](list)
    for place, group in enumerate(groups):
        members[group].append(place)
    events = [sum(each) for each in zip(counts.said, counts.named, counts.met, strict=True)]
    return tuple(
        Community(number, len(group), _best_known(reader, counts.ids, group, events), inside[number], outside[number])
        for number, group in sorted(members.items())
    )


def _best_known(reader: Reader, ids: Sequence[str], group: list[int], events: Sequence[int]) -> tuple[str, ...]:
    known = sorted(group, key=lambda number: (-events[number], ids[number]))
    return tuple(label_of(reader, ids[number]) for number in known[:_NAMED])
