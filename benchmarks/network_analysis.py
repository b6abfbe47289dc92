"""Measures the actor network over made-up statements of realistic skew: a few actors say and are spoken of most.

    python benchmarks/network_analysis.py --statements 100000 --actors 3000

Actors belong to twelve blocs and speak mostly of their own; how often somebody speaks or is spoken of falls with their
rank (Zipf). Their ties are written into the index straight away, for the network is read from nothing else, and a store
of so many articles takes minutes to make. Each round is a fresh process: the time is that of the question alone, the
memory that of the whole process. With --exact: how well betweenness, estimated from some sources, ranks actors as the
exact one does. With --store: the same asked of a server, `/api/network`, over a copy of that store with these ties.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pyoxigraph

from kg.graph.contents import Contents
from kg.graph.reader import Reader
from kg.graph.search import SearchIndex
from kg.graph.transaction import transaction
from kg.ids import DEFAULT_BASE
from kg.query import measures
from kg.query.links import Bonds
from kg.query.network import network
from kg.query.ties import ties as ties_of

BLOCS = 12
OWN_BLOC = 0.7
ROUNDS = 3
ACTS = ("say", "accuse", "praise", "deny", "demand", "announce")
STANCES = ("negative", "neutral", "neutral", "positive")


def ties(statements: int, actors: int) -> Iterator[tuple[str, str, str, str, str, str, int, str]]:
    """The ties of all statements, as the index has them."""
    chosen = random.Random(1)
    weights = [1 / (rank + 1) for rank in range(actors)]
    blocs = [range(first, actors, BLOCS) for first in range(BLOCS)]
    of_bloc = [[weights[actor] for actor in bloc] for bloc in blocs]
    for number, speaker in enumerate(chosen.choices(range(actors), weights, k=statements)):
        day = f"{2005 + number // 10 % 20}-{1 + number // 10 % 12:02}-{1 + number // 10 % 28:02}"
        own = chosen.random() < OWN_BLOC
        bloc, bloc_weights = (blocs[speaker % BLOCS], of_bloc[speaker % BLOCS]) if own else (range(actors), weights)
        about = {*chosen.choices(bloc, bloc_weights, k=1 + number % 2)} - {speaker}
        act, stance = chosen.choice(ACTS), chosen.choice(STANCES)
        for other in sorted(about):
            yield f"person/{speaker}", f"person/{other}", "said_about", act, day, day, number, stance


def fill(index: SearchIndex, statements: int, actors: int) -> None:
    """Writes ties and names."""
    names = Contents("names", "names")
    names.names = {f"person/{number}": [f"Actor {number}"] for number in range(actors)}
    with transaction(index._sql):
        index._add(names)
        index._sql.executemany("INSERT INTO tie VALUES (?, ?, ?, ?, ?, ?, ?, ?)", ties(statements, actors))


@dataclass(frozen=True, slots=True)
class Cost:
    """What a question took: seconds on the clock and of the processor, megabytes of the process before and at most."""

    seconds: float
    processor: float
    before: int
    after: int
    answer: str


def opened(path: Path) -> Reader:
    """A reader of this index."""
    reader = Reader(pyoxigraph.Store(), DEFAULT_BASE)
    reader._index = SearchIndex(path, readonly=True)
    return reader


def ask(path: Path, limit: int | None) -> Cost:
    """The network once, in this process."""
    with opened(path) as reader:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        start, processor = time.perf_counter(), time.process_time()
        found = network(reader, limit=limit)
        seconds, processor = time.perf_counter() - start, time.process_time() - processor
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    answer = (
        f"{found.actors_in_all:,} actors, {found.links_in_all:,} kinds of ties, {found.events:,} events, "
        f"{len(found.communities)} communities, modularity {found.modularity:.2f}"
    )
    return Cost(seconds, processor, before, after, answer)


def agreement(path: Path) -> tuple[int, float, float]:
    """Of the 20 actors of the highest exact betweenness, how many the estimate has; seconds of both."""
    with opened(path) as reader:
        bonds = Bonds.of(ties_of(reader))
    start = time.perf_counter()
    estimate = measures.betweenness(len(bonds.ids), bonds.ones, bonds.others)
    middle = time.perf_counter()
    measures.EXACT = len(bonds.ids)
    exact = measures.betweenness(len(bonds.ids), bonds.ones, bonds.others)
    top = [set(np.argsort(-found)[:20].tolist()) for found in (estimate, exact)]
    return len(top[0] & top[1]), middle - start, time.perf_counter() - middle


def answers(store: Path, statements: int, actors: int) -> Iterator[tuple[float, int]]:
    """Seconds and bytes of answers of a server over a copy of the store, whose ties are the made-up ones."""
    # Here, for the process that is measured would have 15 MB more by it.
    sys.path.insert(0, str(Path(__file__).parent.parent))
    from tests.api.conftest import serving

    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copytree(store, Path(folder) / "store")
        index = SearchIndex(copy / "search.sqlite")
        index._sql.execute("DELETE FROM tie")
        fill(index, statements, actors)
        index.close()
        with serving(copy) as client:
            for _ in range(ROUNDS):
                start = time.perf_counter()
                answer = client.get("/api/network").content
                yield time.perf_counter() - start, len(answer)


def main() -> None:
    """Makes the store, asks and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--actors", type=int, default=3_000)
    parser.add_argument("--limit", type=int, default=300, help="actors that are shown")
    parser.add_argument("--store", type=Path, help="any store that `kg build` has made: ask a server, too")
    parser.add_argument("--exact", action="store_true", help="compare the estimate of betweenness with the exact one")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "search.sqlite"
        index = SearchIndex(path)
        fill(index, options.statements, options.actors)
        index.close()
        for _ in range(ROUNDS):
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
                cost = process.submit(ask, path, options.limit).result()
            sys.stdout.write(
                f"{cost.seconds:.2f} s, of the processor {cost.processor:.2f} s; "
                f"{cost.before} MB before, {cost.after} MB at most: {cost.answer}\n"
            )
            sys.stdout.flush()
        for seconds, size in answers(options.store, options.statements, options.actors) if options.store else ():
            sys.stdout.write(f"/api/network: {seconds:.2f} s, {size / 1e6:.1f} MB\n")
        if options.exact:
            same, estimate, exact = agreement(path)
            sys.stdout.write(f"betweenness: {same} of the 20 highest, {estimate:.2f} s against {exact:.2f} s\n")


if __name__ == "__main__":
    main()
