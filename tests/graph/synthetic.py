"""Article graphs made up for tests of the store: the right shape, any size, the same for the same number.

As a program, `synthetic.py FOLDER`, it loads some of them: what the tests kill, and start on a full disk.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from pyoxigraph import RdfFormat, serialize

import kg.graph.store
from kg.graph.reader import Reader
from kg.graph.store import Store, StoredArticle
from kg.ids import Iris, digest
from kg.vocabulary import OA, RAP, RDF, SCHEMA

IRIS = Iris()
ARTICLES, BATCH, EXCERPTS = 24, 4, 120
STEPS = ARTICLES // 3 // BATCH + 1 + ARTICLES // BATCH + 1


def article(number: int, *, words: str = "some words", excerpts: int = 20) -> StoredArticle:
    """Article number `number`; other words give another content of the same article."""
    return named(f"{number:016x}", words=f"{words} {number}", excerpts=excerpts)


def named(name: str, *, words: str, excerpts: int = 20, source: str = "", sole: bool = False) -> StoredArticle:
    """The article with this id."""
    graph = IRIS.article(name)
    mark = digest(words)
    rows = [
        f"<{graph}> <{RDF.type}> <{RAP.Article}> <{graph}> .",
        f'<{graph}> <{RAP.digest}> "{mark}" <{graph}> .',
        f'<{graph}> <{SCHEMA.headline}> "{words}" <{graph}> .',
    ]
    for start in range(excerpts):
        excerpt = IRIS.span(name, (start, start + 3))
        rows.append(f"<{excerpt}> <{RDF.type}> <{RAP.Excerpt}> <{graph}> .")
        rows.append(f'<{excerpt}> <{OA.exact}> "{words} at {start}" <{graph}> .')
        rows.append(f"<{excerpt}> <{OA.hasSource}> <{graph}> <{graph}> .")
    return StoredArticle(name, mark, ("\n".join(rows) + "\n").encode(), source, sole)


def lines(store: Reader) -> list[bytes]:
    """All quads of a store as sorted N-Quads lines."""
    quads = store.graph.quads_for_pattern(None, None, None)
    return sorted((serialize(quads, format=RdfFormat.N_QUADS) or b"").splitlines())


def wanted() -> list[StoredArticle]:
    """What `load` stores: articles of their own ids, and files whose article has changed."""
    ones = [article(number, words="new", excerpts=EXCERPTS) for number in range(ARTICLES)]
    files = [named(f"file-{n}-new", words=f"new file {n}", source=f"/news/{n}.txt", sole=True) for n in range(BATCH)]
    return ones + files


def load(folder: Path, step: Callable[[], None] = lambda: None) -> None:
    """Stores what is wanted and not yet there; every third article is there in another version before.

    Calls `step` before each of its ``STEPS`` batches.
    """
    before = [article(number, words="old", excerpts=EXCERPTS) for number in range(0, ARTICLES, 3)]
    before += [named(f"file-{n}-old", words=f"old file {n}", source=f"/news/{n}.txt", sole=True) for n in range(BATCH)]
    with Store.create_or_open(folder) as store:
        there = {a.id for a in wanted() if store.digest_of(a.id) == a.digest}
        done = {a.source for a in wanted() if a.id in there and a.sole}
        for batch in _batches(before):
            step()
            store.replace_articles([a for a in batch if a.id not in there and a.source not in done])
        store.begin_run()
        for batch in _batches(wanted()):
            step()
            store.replace_articles(
                [a for a in batch if not store.is_current(a.id, a.digest, source=a.source, sole=a.sole)]
            )


def _batches(articles: list[StoredArticle]) -> list[list[StoredArticle]]:
    return [articles[start : start + BATCH] for start in range(0, len(articles), BATCH)]


if __name__ == "__main__":
    kg.graph.store.PUBLISH_EVERY = 0.0  # after every batch, so that it is killed while it publishes, too
    load(Path(sys.argv[1]), step=lambda: print("step", flush=True))
