"""Antecedents: which earlier mentions a mention may take up, as the network sees it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from kg.model import COREFERENCE, Span

# Farther back, in tokens, nothing is looked for; in GUM's training part one in a hundred antecedents is.
_REACH = 600
_MOST = 6  # candidates that are kept for one mention
_LEAST = -3.0  # log-odds of a candidate that is kept


class Coreference(Protocol):
    """What the annotation knows of who is meant."""

    def scores_of_all(self, words: list[int], candidates: list[list[int]]) -> list[NDArray[np.float32]]:
        """Of each word, the log-odds that each of its candidates heads an antecedent of what the word heads."""


def antecedents(
    doc: Doc, heads: Mapping[Span, int], seeking: Collection[Span]
) -> dict[Span, tuple[tuple[Span, float], ...]]:
    """For some mentions, those before each that it may take up, the likeliest first.

    Args:
        doc: with its coreference among its user data; without it nothing is found.
        heads: head token of every mention.
        seeking: the mentions that may take up another.
    """
    coreference: Coreference | None = doc.user_data.get(COREFERENCE)
    if coreference is None:
        return {}
    found: dict[Span, tuple[tuple[Span, float], ...]] = {}
    order = sorted(heads, key=lambda span: (heads[span], span))
    places = [heads[span] for span in order]
    asked: list[tuple[Span, list[Span]]] = []
    words: list[int] = []
    candidates: list[list[int]] = []
    for span in seeking:
        first, last = bisect_left(places, heads[span] - _REACH), bisect_left(places, heads[span])
        if first < last:
            asked.append((span, order[first:last]))
            words.append(heads[span])
            candidates.append(places[first:last])
    if not asked:
        return found
    for (span, before), scores in zip(asked, coreference.scores_of_all(words, candidates), strict=True):
        best = np.argsort(-scores, kind="stable")[:_MOST].tolist()
        found[span] = tuple((before[i], round(float(scores[i]), 2)) for i in best if scores[i] > _LEAST)
    return found
