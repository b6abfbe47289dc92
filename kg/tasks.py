"""What passes between the writer of a store and its workers: an article there, its quads back."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TypedDict

from kg import ids
from kg.graph.rdf import article_quads
from kg.graph.store import StoredArticle
from kg.model import Article


@dataclass(frozen=True, slots=True)
class Task:
    """`article` is to be extracted by the version `run`; the store holds it already where it has `digest`."""

    article: Article
    run: str
    digest: str

    @classmethod
    def of(cls, article: Article, run: str) -> Task:
        """The digest is of what the article says, not of where it lies, and of the extraction."""
        says = {name: value for name, value in asdict(article).items() if value is not None and name != "source"}
        return cls(article, run, ids.digest(run, *(f"{name}={value}" for name, value in sorted(says.items()))))

    @property
    def origin(self) -> Origin:
        """Where the article was read, and whether it is alone there, unlike a record of a file ("news.jsonl:12")."""
        path = os.path.abspath(self.article.source)
        return {"source": path, "sole": os.path.isfile(path)}


class Origin(TypedDict):
    """Arguments of the store that are the same for what it holds and for what it is given."""

    source: str
    sole: bool


def extractor(base: str) -> Callable[[Task], StoredArticle]:
    """What a worker does with a task; loads the line, in the worker. Data lie below the IRI `base`."""
    # Imported in the worker: the caller need not spend a second on spaCy and the network.
    from kg.line import Line

    line, iris = Line(), ids.Iris(base)

    def extract(task: Task) -> StoredArticle:
        found = line.extraction(task.article)
        quads = article_quads(found, iris=iris, run=task.run, digest=task.digest)
        return StoredArticle(task.article.id, task.digest, quads, **task.origin)

    return extract
