"""Who is central in a network: PageRank, betweenness, and how far one's ties reach into other communities.

On arrays, because networkx takes 57 ms for one source of betweenness among 3,000 actors and 53,000 pairs, where this
takes 1, and its PageRank needs scipy.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Places = NDArray[np.intp]

# Brin & Page (1998) and everybody since.
_DAMPING = 0.85
# A change in the sixth digit moves no rank that anybody should believe in.
_PRECISION = 1e-9
_ROUNDS = 200
#: Sources that betweenness is estimated from in a network of more than so many actors (Brandes & Pich 2007 on choosing
#: them at random). With 64 of 3,000, 17 of the 20 highest are those of the exact computation, in a fortieth of the time
#: (benchmarks/network_analysis.py --exact).
PIVOTS = 64
EXACT = 300


def pagerank(count: int, sources: Places, targets: Places, weights: Numbers) -> Numbers:
    """PageRank of nodes 0 to `count` - 1 along weighted edges; sums to 1.

    Source: Page, Brin, Motwani & Winograd (1999), The PageRank Citation Ranking.
    """
    if not count:
        return np.zeros(0)
    out = np.bincount(sources, weights, count)
    shares = weights / out[sources]
    rank: Numbers = np.full(count, 1 / count)
    for _ in range(_ROUNDS):
        passed = np.bincount(targets, rank[sources] * shares, count)
        # Who speaks of nobody passes their rank on to all alike.
        new: Numbers = (1 - _DAMPING) / count + _DAMPING * (passed + rank[out == 0].sum() / count)
        if np.abs(new - rank).sum() < _PRECISION:
            return new
        rank = new
    return rank


def betweenness(count: int, ends: Places, others: Places, *, seed: int = 0) -> Numbers:
    """Share of the shortest paths between any two other nodes that lead over each node, from 0 to 1.

    Every edge has one step, whatever its weight. Beyond ``EXACT`` nodes it is estimated from ``PIVOTS`` of them, the
    same ones each time. Source: Brandes (2001), A faster algorithm for betweenness centrality.

    Args:
        count: number of nodes.
        ends: one end of each of the undirected edges.
        others: their other ends.
        seed: chooses the sources of the estimate.
    """
    tied = _Tied.of(count, ends, others)
    chosen = range(count) if count <= EXACT else sorted(random.Random(seed).sample(range(count), PIVOTS))
    total = np.zeros(count)
    for node in chosen:
        total += _dependencies(tied, node)
    pairs = max(1, (count - 1) * (count - 2))
    return total / pairs * (count / max(1, len(chosen)))


@dataclass(frozen=True, slots=True, eq=False)
class _Tied:
    """To whom each node is tied: as many of `others` as its degree, from the place in `begins` on."""

    others: Places
    begins: Places
    degrees: Places

    @classmethod
    def of(cls, count: int, ends: Places, others: Places) -> _Tied:
        """The nodes 0 to `count` - 1 by these edges, which go both ways."""
        nodes = np.concatenate([ends, others])
        degrees = np.bincount(nodes, minlength=count)
        order = np.argsort(nodes, kind="stable")
        return cls(np.concatenate([others, ends])[order], np.cumsum(degrees) - degrees, degrees)

    def edges(self, nodes: Places) -> tuple[Places, Places]:
        """Both ends of all edges of these nodes, of which there is at least one."""
        degrees = self.degrees[nodes]
        ends = np.cumsum(degrees)
        places = np.arange(ends[-1]) + np.repeat(self.begins[nodes] - ends + degrees, degrees)
        return np.repeat(nodes, degrees), self.others[places]


def _dependencies(tied: _Tied, start: int) -> Numbers:
    """For each node, the paths from `start` that lead over it, as shares of all paths to their ends."""
    count = len(tied.degrees)
    paths, reached, left = np.zeros(count), np.zeros(count, dtype=bool), np.ones(count, dtype=bool)
    paths[start], reached[start], left[start] = 1, True, False
    steps: list[tuple[Places, Places]] = []
    while left.any():
        near, far = _step(tied, reached, left)
        if not far.size:
            break
        steps.append((near, far))
        found = np.bincount(far, paths[near], count)
        paths += found
        reached = found > 0
        left &= ~reached
    dependency = np.zeros(count)
    for near, far in reversed(steps):
        dependency += np.bincount(near, (1 + dependency[far]) / paths[far], count) * paths
    dependency[start] = 0
    return dependency


def _step(tied: _Tied, reached: NDArray[np.bool_], left: NDArray[np.bool_]) -> tuple[Places, Places]:
    """The edges from nodes just reached to those that are left, looked for from where there are fewer edges.

    After two steps nearly everybody is reached, and who is left has few ties: a third of the time of looking from those
    just reached. Source: Beamer, Asanović & Patterson (2012), Direction-optimizing breadth-first search.
    """
    here, there = np.flatnonzero(reached), np.flatnonzero(left)
    if tied.degrees[here].sum() <= tied.degrees[there].sum():
        near, far = tied.edges(here)
        kept = left[far]
    else:
        far, near = tied.edges(there)
        kept = reached[near]
    return near[kept], far[kept]


def participation(ends: Places, others: Places, weights: Numbers, community: Sequence[int]) -> Numbers:
    """How evenly each node's ties are spread over communities: 0 all in one, towards 1 evenly over many.

    Source: the participation coefficient of Guimerà & Amaral (2005), Functional cartography of complex networks.
    """
    groups = np.array(community, dtype=np.intp)
    count, size = len(groups), int(groups.max(initial=0)) + 1
    nodes = np.concatenate([ends, others])
    reached, place = np.unique(nodes * size + groups[np.concatenate([others, ends])], return_inverse=True)
    into = np.bincount(place, np.tile(weights, 2), len(reached))
    squares, totals = (np.bincount(reached // size, each, count) for each in (into**2, into))
    # Who is tied to nobody is at 0 as well.
    even: Numbers = (totals > 0) - squares / np.where(totals > 0, totals, 1) ** 2
    return even
