"""The line, from articles to the store: read, then annotate, extract, resolve and quads in workers, then one writer."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from kg.errors import SkipArticle
from kg.graph.rdf import reference_quads, run_quads
from kg.graph.store import Store, StoredArticle
from kg.model import Article
from kg.provenance import fingerprint, reference, versions
from kg.resolve.decisions import Decisions
from kg.tasks import Stored, Task, extractor
from kg.workers import Failure, each

# Articles are written in batches of so many, or after so many seconds: a bulk load of 32 articles is 1.25 times as fast
# as one of 8, and a run that is killed loses no more than these seconds of work.
_BATCH, _SECONDS = 32, 5.0


@dataclass(slots=True)
class Report:
    """What a build did: `seen` articles are the `stored`, the `skipped` (unchanged, or twice in the input) and the
    `failed` ones, each of these with its path and the reason; `quads` and `words` are those of the stored.
    """

    seen: int = 0
    stored: int = 0
    skipped: int = 0
    failed: list[dict[str, str]] = field(default_factory=list)
    quads: int = 0
    seconds: float = 0.0
    words: int = 0

    def fail(self, article: Article | SkipArticle, why: SkipArticle | Failure) -> None:
        """Counts an article that could not be used, with the trace where the program is at fault."""
        trace = {"trace": why.trace} if isinstance(why, Failure) and why.trace else {}
        self.failed.append({"path": article.source, "error": why.reason, **trace})


def build(
    articles: Iterable[Article | SkipArticle],
    store: Store,
    report: Report,
    *,
    workers: int = 1,
    decisions: Decisions | None = None,
    progress: Callable[[], None] = lambda: None,
) -> None:
    """Stores what is said in the articles; what is stored and unchanged is skipped.

    However the run ends, what was stored stays, and what the workers have finished is written.

    Args:
        articles: from ``kg.read.read``.
        store: open for writing.
        report: filled as the run goes on.
        workers: processes that extract; one works inside the caller.
        decisions: which entities are one, as people have said; those kept with the store where none are given.
        progress: called after each article.
    """
    start = written = time.monotonic()
    stored = Stored(store, decisions)
    prepare = partial(extractor, store.iris.base, stored.decisions)
    batch: list[StoredArticle] = []
    try:
        for task, result in each(_changed(articles, stored, report, progress), prepare, workers=workers):
            if isinstance(result, Failure):
                report.fail(task.article, result)
            else:
                batch.append(result)
                report.words += len(task.article.text.split())
            if len(batch) >= _BATCH or time.monotonic() - written > _SECONDS:
                _write(batch, store, report)
                written = time.monotonic()
            progress()
    finally:
        _write(batch, store, report)
        report.seconds = round(time.monotonic() - start, 2)


def _changed(
    articles: Iterable[Article | SkipArticle], stored: Stored, report: Report, progress: Callable[[], None]
) -> Iterator[Task]:
    """Articles that have to be extracted; counts all others. Begun when the workers have been started."""
    run = fingerprint(known := versions())
    _describe(stored.store, run, known)
    for article in articles:
        report.seen += 1
        if isinstance(article, SkipArticle):
            report.fail(article, article)
        elif not stored.has(task := Task.of(article, run)):
            yield task
            continue
        else:
            report.skipped += 1
        progress()


def _describe(store: Store, run: str, known: dict[str, str]) -> None:
    """Stores what the gazetteer knows now, and of what version the extraction is, where the store has another one."""
    graph = store.iris.graph("reference")
    if not store.select(f"SELECT ?p WHERE {{ GRAPH <{graph}> {{ <{graph}> ?p <{store.iris.run(run)}> }} }}"):
        store.replace_graph("reference", reference_quads(reference(), run=run, iris=store.iris))
        store.add(run_quads(run, known, iris=store.iris))


def _write(batch: list[StoredArticle], store: Store, report: Report) -> None:
    """Empties the batch first: if the disk is full, it is not tried again when the run ends."""
    chosen = batch.copy()
    batch.clear()
    done = store.replace_articles(chosen)
    report.stored += done.articles
    report.skipped += done.duplicates
    report.quads += done.quads
