"""The middle of the line: one article in, everything found in it out. What a worker process holds."""

from __future__ import annotations

import kg
from kg.annotate import Annotator
from kg.extract import extract
from kg.ids import digest
from kg.model import Article, Extraction
from kg.resolve import Gazetteer, resolve


class Line:
    """Annotates, extracts and resolves articles, one at a time; not to be shared by threads.

    Args:
        threads: of the network's forward pass; one where several processes share the cores.
        annotator: taken instead of a new one.

    Attributes:
        versions: what the extraction depends on beside the article, by name, for provenance.
        fingerprint: 16 hexadecimal digits of these: while they are the same, an article gives the same findings.
    """

    def __init__(self, threads: int = 1, *, annotator: Annotator | None = None) -> None:
        self.annotator = annotator or Annotator(threads)
        self.gazetteer = Gazetteer.load()
        self.versions = {
            "program": kg.__version__,
            "network": self.annotator.fingerprint,
            "gazetteer": self.gazetteer.fingerprint,
        }
        self.fingerprint = digest(*(f"{name}={version}" for name, version in sorted(self.versions.items())))

    def extraction(self, article: Article) -> Extraction:
        """Everything found in one article."""
        return resolve(extract(self.annotator.annotate(article), article), article, self.gazetteer)
