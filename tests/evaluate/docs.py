"""Annotation made by hand, so that the scoring is tested apart from what the network thinks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.tokens import Doc, SpanGroup

from kg.model import ATTRIBUTION, Article

NLP = spacy.blank("en")


class Prepared:
    """Stands in for the annotator: gives these Docs in their order, if it is asked for their texts."""

    def __init__(self, *docs: Doc) -> None:
        self._docs = iter(docs)
        self.paragraphs: list[Sequence[int]] = []

    def annotate(self, article: Article) -> Doc:
        doc = next(self._docs)
        assert doc.text == article.text
        return doc

    def annotate_words(self, words: Sequence[str], paragraphs: Sequence[int] = (0,)) -> Doc:
        doc = next(self._docs)
        assert [token.text for token in doc] == list(words)
        self.paragraphs.append(paragraphs)
        return doc


def span_of(text: str, words: str) -> tuple[int, int]:
    """Where the text first has these words."""
    start = text.index(words)
    return start, start + len(words)


def attributed(text: str, roles: Sequence[tuple[str, str]], links: Sequence[tuple[int, int]]) -> Doc:
    """A Doc whose attribution spans have these roles and words; the links name them by their places in the list."""
    doc = NLP(text)
    spans = [doc.char_span(*span_of(text, words), label=role) for role, words in roles]
    attrs = {"scores": [0.9] * len(spans), "links": [[cue, other, 0.9] for cue, other in links]}
    doc.spans[ATTRIBUTION] = SpanGroup(doc, name=ATTRIBUTION, spans=spans, attrs=attrs)
    return doc


class Linked:
    """Stands in for `Coreference`: these log-odds of (word, candidate), -9 for all others, and these clusters."""

    def __init__(
        self, odds: dict[tuple[int, int], float], clusters: Sequence[Sequence[tuple[int, int, int]]] = ()
    ) -> None:
        self.odds = odds
        self._clusters = [list(one) for one in clusters]

    def scores(self, word: int, candidates: Sequence[int]) -> NDArray[np.float32]:
        assert word not in candidates
        return np.array([self.odds.get((word, candidate), -9.0) for candidate in candidates], np.float32)

    def clusters(self) -> list[list[tuple[int, int, int]]]:
        return self._clusters
