"""Who is central in a network: PageRank, betweenness, and how far one's ties reach into other communities.

On arrays, because networkx takes 57 ms for one source of betweenness among 3,000 actors and 53,000 pairs, where this
takes 3, and its PageRank needs scipy.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

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
    sources, targets = np.concatenate([ends, others]), np.concatenate([others, ends])
    chosen = range(count) if count <= EXACT else sorted(random.Random(seed).sample(range(count), PIVOTS))
    total = np.zeros(count)
    for node in chosen:
        total += _dependencies(count, sources, targets, node)
    pairs = max(1, (count - 1) * (count - 2))
    return total / pairs * (count / max(1, len(chosen)))


def _dependencies(count: int, sources: Places, targets: Places, start: int) -> Numbers:
    """For each node, the paths from `start` that lead over it, as shares of all paths to their ends."""
    distance = np.full(count, -1)
    paths = np.zeros(count)
    distance[start], paths[start] = 0, 1
    steps: list[Places] = []
    while True:
        edges = np.flatnonzero((distance[sources] == len(steps)) & (distance[targets] < 0))
        if not edges.size:
            break
        steps.append(edges)
        distance[targets[edges]] = len(steps)
        paths += np.bincount(targets[edges], paths[sources[edges]], count)
    dependency = np.zeros(count)
    for edges in reversed(steps):
        near, far = sources[edges], targets[edges]
        dependency += np.bincount(near, paths[near] / paths[far] * (1 + dependency[far]), count)
    dependency[start] = 0
    return dependency


def participation(weights: Mapping[tuple[int, int], float], community: Sequence[int]) -> list[float]:
    """How evenly each node's ties are spread over communities: 0 all in one, towards 1 evenly over many.

    Source: the participation coefficient of Guimerà & Amaral (2005), Functional cartography of complex networks.
    """
    into: list[dict[int, float]] = [defaultdict(float) for _ in community]
    for (one, other), weight in weights.items():
        into[one][community[other]] += weight
        into[other][community[one]] += weight
    return [_evenness(shares.values()) for shares in into]


def _evenness(shares: Iterable[float]) -> float:
    values = list(shares)
    total = sum(values)
    return 1 - sum((value / total) ** 2 for value in values) if total else 0.0
