"""The middle of the line: one article in, everything found in it out. What a worker process holds."""

from __future__ import annotations

import kg
from kg import annotate
from kg.annotate import Annotator
from kg.extract import extract
from kg.ids import digest
from kg.model import Article, Entity, Extraction
from kg.resolve import Gazetteer, resolve


def versions() -> dict[str, str]:
    """What an extraction depends on beside the article, by name, for provenance; told without loading any of it."""
    return {
        "program": kg.__version__,
        "network": annotate.fingerprint(),
        "gazetteer": Gazetteer.fingerprint_of(),
    }


def fingerprint(of: dict[str, str]) -> str:
    """16 hexadecimal digits of the versions: while they are the same, an article gives the same findings."""
    return digest(*(f"{name}={version}" for name, version in sorted(of.items())))


def reference() -> tuple[Entity, ...]:
    """The gazetteer's countries, organizations and office holders, which every store carries."""
    return Gazetteer.load().reference()


class Line:
    """Annotates, extracts and resolves articles, one at a time; not to be shared by threads.

    Args:
        threads: of the network's forward pass; one where several processes share the cores.
        annotator: taken instead of a new one.
    """

    def __init__(self, threads: int = 1, *, annotator: Annotator | None = None) -> None:
        self.annotator = annotator or Annotator(threads)
        self.gazetteer = Gazetteer.load()

    def extraction(self, article: Article, *, tokens: bool = False) -> Extraction:
        """Everything found in one article; with its tokens where they are asked for."""
        doc = self.annotator.annotate(article)
        return resolve(extract(doc, article, tokens=tokens), article, self.gazetteer)
