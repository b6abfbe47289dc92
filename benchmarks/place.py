r"""Measures one store where it is: in a folder, or on a SPARQL server.

    python benchmarks/place.py --from demo-store --copies 10 --store /tmp/new-store
    KG_STORE='http://localhost:7878/query?union-default-graph' KG_STORE_GRAPHS=http://localhost:7878/store \
        python benchmarks/place.py --from demo-store --copies 10

The articles of the store `--from`, each so many times under other ids, are written to the (empty) store that the
settings name, in batches as `kg build` writes them; then questions are asked, each several times.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph
from pyoxigraph import RdfFormat

from kg.config import settings
from kg.graph.access import reading, writing
from kg.graph.reader import Reader, open_reader
from kg.graph.store import StoredArticle
from kg.query.neighbours import neighbours
from kg.query.sparql import table
from kg.query.statements import statements

_BATCH, _TIMES = 32, 9
_COUNT = "SELECT ?act (COUNT(*) AS ?n) { ?s rap:act ?act } GROUP BY ?act"


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--from", dest="source", type=Path, required=True, help="store whose articles are copied")
    parser.add_argument("--copies", type=int, default=10)
    parser.add_argument("--store", help="the store that is measured; the settings' by default")
    options = parser.parse_args()
    place = settings(store=options.store).place
    with open_reader(options.source) as source:
        articles = list(_copies(source, options.copies))
    start = time.perf_counter()
    with writing(place) as store:
        for first in range(0, len(articles), _BATCH):
            store.replace_articles(articles[first : first + _BATCH])
        written = time.perf_counter()
    shown = time.perf_counter()
    quads = sum(article.quads.count(b"\n") for article in articles)
    print(f"{place}: {len(articles):,} articles, {quads:,} quads")
    print(f"write    {quads / (written - start):10,.0f} quads/s")
    print(f"index    {quads / (shown - written):10,.0f} quads/s")
    with reading(place) as reader:
        best = reader.index.entities("a", limit=1)[0].id
        print(f"of {best}:")
        _measure("statements", lambda: statements(reader, about=best, limit=50))
        _measure("neighbours", lambda: neighbours(reader, best))
        _measure("count acts", lambda: table(reader, _COUNT))


def _copies(source: Reader, copies: int) -> Iterator[StoredArticle]:
    for id_, digest in sorted(source.digests().items()):
        quads = pyoxigraph.serialize(source.article_quads(id_), format=RdfFormat.N_QUADS) or b""
        name = source.iris.article(id_).encode()
        for copy in range(copies):
            yield StoredArticle(f"{id_}-{copy}", digest, quads.replace(name, name + f"-{copy}".encode()))


def _measure(name: str, question: Callable[[], object]) -> None:
    seconds = []
    for _ in range(_TIMES):
        start = time.perf_counter()
        question()
        seconds.append(time.perf_counter() - start)
    print(f"{name:10} {1000 * statistics.median(seconds):6,.0f} ms")


if __name__ == "__main__":
    main()
