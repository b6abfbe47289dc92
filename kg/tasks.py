"""What passes between the writer of a store and its workers: an article there, its quads back."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import TypedDict

from kg import ids
from kg.graph.decided import applied, speaking_of
from kg.graph.rdf import article_quads
from kg.graph.store import Store, StoredArticle
from kg.model import Article
from kg.resolve.decisions import FILE, Decisions


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

    def decided(self, decisions: Iterable[str]) -> str:
        """The digest of the article where these decisions of people went into what was found."""
        known = tuple(decisions)
        return ids.digest(self.digest, *known) if known else self.digest

    @property
    def origin(self) -> Origin:
        """Where the article was read, and whether it is alone there, unlike a record of a file ("news.jsonl:12")."""
        path = os.path.abspath(self.article.source)
        return {"source": path, "sole": os.path.isfile(path)}


class Stored:
    """What a store holds already, as far as people's decisions allow it to stay.

    Args:
        store: open for writing.
        decisions: which entities are one, as people have said; those kept with the store where none are given.
    """

    def __init__(self, store: Store, decisions: Decisions | None) -> None:
        self.store = store
        self.decisions = decisions or Decisions.read(store.folder / FILE if store.folder else None)
        self._applied = applied(store)
        self._undecided = speaking_of(store, self.decisions.gone)

    def has(self, task: Task) -> bool:
        """The article is stored as it is, and would be found again as it was."""
        before = self._applied.get(task.article.id, ())
        if task.article.id in self._undecided or not self.decisions.bear(before):
            return False
        return self.store.is_current(task.article.id, task.decided(before), **task.origin)


class Origin(TypedDict):
    """Arguments of the store that are the same for what it holds and for what it is given."""

    source: str
    sole: bool


def extractor(base: str, decisions: Decisions) -> Callable[[Task], StoredArticle]:
    """What a worker does with a task; loads the line, in the worker.

    Args:
        base: the IRI below which data lie.
        decisions: which entities are one, as people have said.
    """
    # Imported in the worker: the caller need not spend a second on spaCy and the network.
    from kg.line import Line

    line, iris = Line(decisions=decisions), ids.Iris(base)

    def extract(task: Task) -> StoredArticle:
        found = line.extraction(task.article)
        digest = task.decided(found.decisions)
        quads = article_quads(found, iris=iris, run=task.run, digest=digest)
        return StoredArticle(task.article.id, digest, quads, **task.origin)

    return extract
