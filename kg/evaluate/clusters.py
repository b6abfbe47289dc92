"""Compares clusters of mentions: MUC, B³, CEAF-e and their mean, the score of the CoNLL shared tasks.

From the definitions in Pradhan et al. 2014, "Scoring coreference partitions of predicted mentions", with mentions that
may differ on the two sides. Each measure is given as one half: how much of one side's clusters the other side has, a
part and a whole that are summed over texts. It is the recall where the first side is the annotated one, and the
precision the other way round.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence

import networkx  # type: ignore[import-untyped]  # it brings no types
import numpy as np

from kg.evaluate.scores import Row

Clusters = Sequence[Collection[Hashable]]


def muc(clusters: Clusters, others: Clusters) -> tuple[float, float]:
    """Links: those that `others` leave of the fewest that hold each cluster together (Vilain et al. 1995)."""
    kept = sum(count - 1 for _, _, count in _shared(clusters, others))
    return kept, sum(len(one) - 1 for one in clusters)


def b_cubed(clusters: Clusters, others: Clusters) -> tuple[float, float]:
    """Mentions: for each, the share of its cluster that is with it in `others` (Bagga and Baldwin 1998)."""
    together = sum(count * count / len(clusters[i]) for i, _, count in _shared(clusters, others))
    return together, sum(map(len, clusters))


def ceaf_e(clusters: Clusters, others: Clusters) -> tuple[float, float]:
    """Clusters: the similarity of those paired in the one-to-one pairing where it is greatest (Luo 2005, φ4)."""
    graph = networkx.Graph()
    for i, j, count in _shared(clusters, others):
        graph.add_edge(("one", i), ("other", j), weight=2 * count / (len(clusters[i]) + len(others[j])))
    pairs = networkx.max_weight_matching(graph)
    return sum(graph.edges[pair]["weight"] for pair in pairs), len(clusters)


def _shared(clusters: Clusters, others: Clusters) -> Iterator[tuple[int, int, int]]:
    """Which clusters, as indices, share how many mentions, where they share any."""
    owner = {mention: j for j, other in enumerate(others) for mention in other}
    for i, one in enumerate(clusters):
        for j, count in Counter(owner[mention] for mention in one if mention in owner).items():
            yield i, j, count


MEASURES: dict[str, Callable[[Clusters, Clusters], tuple[float, float]]] = {
    "MUC": muc,
    "B3": b_cubed,
    "CEAF-e": ceaf_e,
}


class ClusterTally:
    """Sums of the measures over texts."""

    def __init__(self) -> None:
        self._sums = {name: np.zeros(4) for name in MEASURES}
        self._mentions = 0

    def compare(self, found: Iterable[Collection[Hashable]], wanted: Iterable[Collection[Hashable]]) -> None:
        """Add the clusters of one text; those of a single mention are left out on both sides."""
        ours, gold = ([one for one in clusters if len(one) > 1] for clusters in (found, wanted))
        for name, measure in MEASURES.items():
            self._sums[name] += (*measure(ours, gold), *measure(gold, ours))
        self._mentions += sum(map(len, gold))

    def rows(self) -> tuple[Row, ...]:
        """One row for each measure; they count links, mentions and clusters."""
        return tuple(
            Row.of(name, precision=(precise, found), recall=(recalled, wanted))
            for name, (precise, found, recalled, wanted) in ((name, sums.tolist()) for name, sums in self._sums.items())
        )

    def mean(self, name: str) -> Row:
        """The mean of the measures; it counts mentions."""
        return Row.mean(name, self.rows(), self._mentions)
