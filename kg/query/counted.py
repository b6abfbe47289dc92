"""The actor network counted: who is tied to whom, how often. No measure that takes long, and no networkx."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from kg.graph.reader import Reader
from kg.query.links import Bonds, Link
from kg.query.measures import pagerank
from kg.query.pages import checked_limit
from kg.query.selection import EVERYTHING, Selection
from kg.query.ties import ties

#: Digits of measures.
ROUND = 6


@dataclass(frozen=True, slots=True)
class CountedActor:
    """One actor of a network, and how often this one is tied to others.

    Attributes:
        said: statements that this actor made about others, or to them.
        named: statements of others about this actor, or to this actor.
        met: meetings, counted once for each other participant.
        degree: how many others the actor is tied to.
        stance: positive minus negative statements of others about this actor.
        pagerank: who is spoken of by those who are spoken of; sums to 1 over the network.
    """

    id: str
    label: str
    kind: str
    said: int
    named: int
    met: int
    degree: int
    stance: int
    pagerank: float


@dataclass(frozen=True, slots=True)
class CountedNetwork:
    """The actor network of a selection, counted.

    Attributes:
        actors: those that were chosen, then by PageRank, highest first; at most as many as were asked for.
        links: the ties among these actors, those of the most events first.
        actors_in_all, links_in_all, events: of the selection, also where not all is shown.
    """

    actors: tuple[CountedActor, ...]
    links: tuple[Link, ...]
    actors_in_all: int
    links_in_all: int
    events: int


def counted(
    reader: Reader,
    selection: Selection = EVERYTHING,
    *,
    min_weight: int = 1,
    limit: int | None = None,
) -> CountedNetwork:
    """The same actors and links as ``kg.query.network.network`` has, without the measures that take most of its time.

    Args and raises: see there.
    """
    checked_limit(limit)
    bonds = Bonds.of(ties(reader, selection), least=min_weight)
    counts = Counts.of(bonds)
    numbers = counts.ranked(selection.actor_ids(reader))[:limit]
    ranked = [CountedActor(*row) for row in counts.rows(reader, numbers)]
    return CountedNetwork(tuple(ranked), shown_links(bonds, ranked), *totals(bonds))


@dataclass(frozen=True, slots=True)
class Counts:
    """What is counted of each of the actors `ids`, as ``CountedActor`` has it."""

    ids: Sequence[str]
    said: list[int]
    named: list[int]
    met: list[int]
    degree: list[int]
    stance: list[int]
    pagerank: list[float]

    @classmethod
    def of(cls, bonds: Bonds) -> Counts:
        spoken, met = bonds.counts * (1 - bonds.met), bonds.counts * bonds.met
        ends = (bonds.by_actor(ends, met) for ends in (bonds.sources, bonds.targets))
        return cls(
            bonds.ids,
            bonds.by_actor(bonds.sources, spoken),
            bonds.by_actor(bonds.targets, spoken),
            [sum(pair) for pair in zip(*ends, strict=True)],
            bonds.degrees(),
            bonds.by_actor(bonds.targets, spoken * bonds.signs),
            [round(rank, ROUND) for rank in pagerank(len(bonds.ids), *bonds.directed()).tolist()],
        )

    def ranked(self, chosen: Collection[str]) -> list[int]:
        """Places of the actors: those that were chosen, then by PageRank."""
        return sorted(
            range(len(self.ids)),
            key=lambda number: (self.ids[number] not in chosen, -self.pagerank[number], self.ids[number]),
        )

    def rows(
        self, reader: Reader, numbers: Sequence[int]
    ) -> list[tuple[str, str, str, int, int, int, int, int, float]]:
        """The values of a ``CountedActor`` for each of these."""
        labels = reader.index.labels(self.ids[number] for number in numbers)
        counts = (self.said, self.named, self.met, self.degree, self.stance)
        rows = []
        for number in numbers:
            id_ = self.ids[number]
            said, named, met, degree, stance = (values[number] for values in counts)
            kind = id_.partition("/")[0]
            rows.append((id_, labels.get(id_, id_), kind, said, named, met, degree, stance, self.pagerank[number]))
        return rows


def shown_links(bonds: Bonds, actors: Iterable[CountedActor]) -> tuple[Link, ...]:
    """The links among these actors, those of the most events first."""
    # They are sorted otherwise already, and stay so among equals.
    return tuple(sorted(bonds.links(actor.id for actor in actors), key=attrgetter("count"), reverse=True))


def totals(bonds: Bonds) -> tuple[int, int, int]:
    """Actors, links and events in all."""
    return len(bonds.ids), len(bonds.counts), int(bonds.counts.sum())
