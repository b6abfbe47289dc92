"""Article graphs made up for tests of the store: the right shape, any size, the same for the same number.

As a program, `synthetic.py FOLDER`, it loads some of them: what the tests kill, and start on a full disk.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pyoxigraph import RdfFormat

import kg.graph.store
from kg.graph.reader import Reader
from kg.graph.store import Store, StoredArticle
from kg.ids import Iris, digest
from kg.vocabulary import OA, RAP, RDF, SCHEMA

IRIS = Iris()
ARTICLES, BATCH, EXCERPTS = 24, 4, 120


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
    return sorted((store.graph.dump(format=RdfFormat.N_QUADS) or b"").splitlines())


def wanted() -> list[StoredArticle]:
    """What `load` stores: articles of their own ids, and files whose article has changed."""
    ones = [article(number, words="new", excerpts=EXCERPTS) for number in range(ARTICLES)]
    files = [named(f"file-{n}-new", words=f"new file {n}", source=f"/news/{n}.txt", sole=True) for n in range(BATCH)]
    return ones + files


def load(folder: Path) -> None:
    """Stores what is wanted and not yet there; every third article is there in another version before."""
    with Store.create_or_open(folder) as store:
        _store(
            store, [article(number, words="old", excerpts=EXCERPTS) for number in range(0, ARTICLES, 3)], again=False
        )
        old = [named(f"file-{n}-old", words=f"old file {n}", source=f"/news/{n}.txt", sole=True) for n in range(BATCH)]
        _store(store, old, again=False)
        store.begin_run()
        _store(store, wanted(), again=True)


def _store(store: Store, articles: list[StoredArticle], *, again: bool) -> None:
    current = {article.id for article in wanted() if store.digest_of(article.id) == article.digest}
    gone = {article.source for article in wanted() if article.id in current and article.sole}
    for start in range(0, len(articles), BATCH):
        batch = articles[start : start + BATCH]
        if again:
            batch = [a for a in batch if not store.is_current(a.id, a.digest, source=a.source, sole=a.sole)]
        else:
            batch = [a for a in batch if a.id not in current and a.source not in gone]
        store.replace_articles(batch)


if __name__ == "__main__":
    kg.graph.store.PUBLISH_EVERY = 0.0  # after every batch, so that it is killed while it publishes, too
    print("ready", flush=True)
    load(Path(sys.argv[1]))
