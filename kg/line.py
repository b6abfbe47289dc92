"""The middle of the line: one article in, everything found in it out. What a worker process holds."""

from __future__ import annotations

from kg.annotate import Annotator
from kg.extract import extract
from kg.model import Article, Extraction
from kg.resolve import Decisions, Gazetteer, resolve


class Line:
    """Annotates, extracts and resolves articles, one at a time; not to be shared by threads.

    Args:
        threads: of the network's forward pass; one where several processes share the cores.
        annotator: taken instead of a new one.
        decisions: which entities are one, as people have said.
    """

    def __init__(
        self, threads: int = 1, *, annotator: Annotator | None = None, decisions: Decisions | None = None
    ) -> None:
        self.annotator = annotator or Annotator(threads)
        self.gazetteer = Gazetteer.load()
        self.decisions = decisions

    def extraction(self, article: Article, *, tokens: bool = False) -> Extraction:
        """Everything found in one article; with its tokens where they are asked for."""
        doc = self.annotator.annotate(article)
        return resolve(extract(doc, article, tokens=tokens), article, self.gazetteer, self.decisions)
