"""The network of actors: who speaks of whom and to whom and meets whom, who is central, who belongs together.

selection.py  which events count
ties.py       the events that tie two actors
links.py      the ties, counted by act and stance
counted.py    the network without what takes long: what a picture of it needs
measures.py   PageRank, betweenness, participation
balance.py    friends and foes: signed blocs
change.py     two periods compared
discourse.py  actors and what they agree on
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.query.counted import ROUND, CountedActor, CountedNetwork, Counts, shown_links, totals
from kg.query.links import Bonds, links
from kg.query.measures import betweenness, participation
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
    weights = bonds.pairs()
    groups, modularity = communities(len(bonds.ids), weights)
    counts = Counts.of(bonds)
    between = betweenness(len(bonds.ids), bonds.ones, bonds.others).tolist()
    spread = participation(weights, groups)
    actors = [
        Actor(*counts.row(reader, number), round(between[number], ROUND), round(spread[number], ROUND), group)
        for number, group in enumerate(groups)
    ]
    ranked = [actors[number] for number in counts.ranked(selection.actor_ids(reader))[:limit]]
    return Network(
        tuple(ranked),
        shown_links(bonds, ranked),
        *totals(bonds),
        _communities(actors, weights, groups),
        round(modularity, ROUND),
    )


def communities(count: int, weights: Mapping[tuple[int, int], float], *, seed: int = 0) -> tuple[list[int], float]:
    """Who belongs together (Louvain): the community of each of the nodes, numbered from 1 by size, and the modularity.

    The ties count, whatever is said: opponents who speak of nobody else are one community. For friends and foes see
    ``kg.query.balance``. Source: Blondel, Guillaume, Lambiotte & Lefebvre (2008), Fast unfolding of communities.
    """
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_weighted_edges_from((one, other, weight) for (one, other), weight in sorted(weights.items()))
    # Numbers, not names, as nodes: the order of a set of strings differs from process to process.
    found = nx.community.louvain_communities(graph, seed=seed) if weights else [{node} for node in range(count)]
    found = sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))
    number = {node: place for place, group in enumerate(found, start=1) for node in group}
    modularity = nx.community.modularity(graph, found) if weights else 0.0
    return [number[node] for node in range(count)], modularity


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


def _communities(
    actors: Sequence[Actor], weights: Mapping[tuple[int, int], int], groups: Sequence[int]
) -> tuple[Community, ...]:
    inside, outside, members = Counter[int](), Counter[int](), defaultdict[int, list[Actor]](list)
    for (one, other), weight in weights.items():
        if groups[one] == groups[other]:
            inside[groups[one]] += weight
        else:
            outside[groups[one]] += weight
            outside[groups[other]] += weight
    for actor in actors:
        members[actor.community].append(actor)
    named = {
        number: sorted(group, key=lambda actor: (-(actor.said + actor.named + actor.met), actor.id))[:_NAMED]
        for number, group in members.items()
    }
    return tuple(
        Community(
            number, len(members[number]), tuple(actor.label for actor in named[number]), inside[number], outside[number]
        )
        for number in sorted(members)
    )
