"""Scores pairs of mentions by what is seen of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kg.annotate.mentions import TRAITS, Mentions
from kg.annotate.pairs import PAIR, pairs
from kg.annotate.pieces import Floats, Ints


@dataclass(frozen=True, slots=True)
class Weights:
    """What all that weighs when one mention may take up another; learned without what the network makes of them.

    Attributes:
        hidden: [PAIR + 2 * TRAITS + 1, any] of the pair, of the later mention, of the earlier one, and of nothing.
        out: [any] of the hidden features.
        none: [TRAITS + 1] of the later mention, for its taking up nothing.
        network: [1] of the score that the network gives the pair.
    """

    hidden: Floats
    out: Floats
    none: Floats
    network: Floats


class Scorer:
    """Scores pairs of mentions of one text by what is seen of them."""

    def __init__(self, mentions: Mentions, weights: Weights) -> None:
        self._mentions, self._weights = mentions, weights
        self._pair, self._later, self._earlier, self._rest = np.split(weights.hidden, np.cumsum([PAIR, TRAITS, TRAITS]))
        self._none = np.einsum("ij,j->i", mentions.traits, weights.none[:-1]) + weights.none[-1]

    def __call__(self, mentions: Ints, others: Ints) -> Floats:
        """Log-odds, [pairs], that mentions take up another one each and not nothing; all are given by their heads."""
        hidden = np.einsum("ij,jk->ik", pairs(self._mentions, mentions, others), self._pair)
        later = self._traits_of(mentions, self._later) + self._rest
        hidden = np.maximum(hidden + later + self._traits_of(others, self._earlier), 0)
        scores: Floats = np.einsum("ij,j->i", hidden, self._weights.out) - self._none[mentions]
        return scores

    def _traits_of(self, heads: Ints, weights: Floats) -> Floats:
        """What the traits of each mention add, told once for a mention; without BLAS, whose threads cost more here."""
        distinct, places = np.unique(heads, return_inverse=True)
        return np.asarray(np.einsum("ij,jk->ik", self._mentions.traits[distinct], weights)[places])
