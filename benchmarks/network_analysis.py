"""Measures the actor network over a made-up graph of realistic skew: a few actors say and are spoken of most.

    python benchmarks/network_analysis.py --statements 100000 --actors 3000

Actors belong to twelve blocs and speak mostly of their own; how often somebody speaks or is spoken of falls with their
rank (Zipf). Each round is a fresh process that opens the store: the time is that of the question alone, and the memory
that of the whole process. Also: how well betweenness, estimated from some sources, ranks actors as the exact one does.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from pyoxigraph import RdfFormat

from kg.graph.reader import open_reader
from kg.graph.store import Store
from kg.ids import Iris
from kg.query import measures
from kg.query.links import links, pairs
from kg.query.network import network
from kg.vocabulary import ACT, RAP, RDF, RDFS, SCHEMA, XSD

BLOCS = 12
PER_ARTICLE = 10
OWN_BLOC = 0.7
ROUNDS = 3
ACTS = ("say", "accuse", "praise", "deny", "demand", "announce")
STANCES = ("negative", "neutral", "neutral", "positive")


def quads(statements: int, actors: int) -> Iterator[str]:
    """The graph, an article at a time."""
    chosen, iris = random.Random(1), Iris()
    weights = [1 / (rank + 1) for rank in range(actors)]
    blocs = [range(first, actors, BLOCS) for first in range(BLOCS)]
    of_bloc = [[weights[actor] for actor in bloc] for bloc in blocs]
    for number in range(statements // PER_ARTICLE):
        name = f"{number:016x}"
        graph = iris.article(name)
        day = f"{2005 + number % 20}-{1 + number % 12:02}-{1 + number % 28:02}"
        rows = [
            f"<{graph}> <{RDF.type}> <{RAP.Article}>",
            f'<{graph}> <{RAP.digest}> "{number}"',
            f"<{graph}> <{SCHEMA.publisher}> <{iris.publisher(f'Publisher {number % 50}')}>",
        ]
        for place, speaker in enumerate(chosen.choices(range(actors), weights, k=PER_ARTICLE)):
            own = chosen.random() < OWN_BLOC
            bloc, bloc_weights = (blocs[speaker % BLOCS], of_bloc[speaker % BLOCS]) if own else (range(actors), weights)
            node = iris.part(name, f"statement-{place}")
            rows += [
                f"<{node}> <{RDF.type}> <{RAP.Statement}>",
                f"<{node}> <{RAP.speaker}> <{_actor(iris, speaker)}>",
                f"<{node}> <{RAP.act}> <{getattr(ACT, chosen.choice(ACTS))}>",
                f'<{node}> <{RAP.published}> "{day}"^^<{XSD.date}>',
                f"<{node}> <{RAP.expresses}> <{node}-claim>",
            ]
            for number_about, about in enumerate(chosen.choices(bloc, bloc_weights, k=1 + place % 2)):
                rows += [
                    f"<{node}-claim> <{RAP.about}> <{node}-about-{number_about}>",
                    f"<{node}-about-{number_about}> <{RAP.entity}> <{_actor(iris, about)}>",
                    f'<{node}-about-{number_about}> <{RAP.stance}> "{chosen.choice(STANCES)}"',
                    f'<{_actor(iris, about)}> <{RDFS.label}> "Actor {about}"',
                ]
        yield "".join(f"{row} <{graph}> .\n" for row in rows)


def _actor(iris: Iris, number: int) -> str:
    return iris.entity(f"person/actor-{number}")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a question took: seconds, and megabytes of the process before and after."""

    seconds: float
    before: int
    after: int
    answer: str


def ask(folder: Path, limit: int | None) -> Cost:
    """The network once, in this process."""
    with open_reader(folder) as reader:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        start = time.perf_counter()
        found = network(reader, limit=limit)
        seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    answer = (
        f"{found.actors_in_all:,} actors, {found.events:,} events, {len(found.communities)} communities, "
        f"modularity {found.modularity:.2f}"
    )
    return Cost(seconds, before, after, answer)


def agreement(folder: Path) -> tuple[int, float, float]:
    """Of the 20 actors of the highest exact betweenness, how many the estimate has; seconds of both."""
    with open_reader(folder) as reader:
        weights = pairs(links(reader))
    ids = {actor: number for number, actor in enumerate(sorted({end for pair in weights for end in pair}))}
    ends = np.array([(ids[one], ids[other]) for one, other in weights], dtype=np.intp)
    start = time.perf_counter()
    estimate = measures.betweenness(len(ids), ends[:, 0], ends[:, 1])
    middle = time.perf_counter()
    measures.EXACT = len(ids)
    exact = measures.betweenness(len(ids), ends[:, 0], ends[:, 1])
    top = [set(np.argsort(-found)[:20].tolist()) for found in (estimate, exact)]
    return len(top[0] & top[1]), middle - start, time.perf_counter() - middle


def main() -> None:
    """Makes the store, asks and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--actors", type=int, default=3_000)
    parser.add_argument("--limit", type=int, default=300, help="actors that are shown")
    parser.add_argument("--store", type=Path, help="keep the store here; one that is there is used")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.store or Path(temporary) / "store"
        if not folder.exists():
            with Store.create_or_open(folder) as store:
                store.graph.bulk_load("".join(quads(options.statements, options.actors)).encode(), RdfFormat.N_QUADS)
        for _ in range(ROUNDS):
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
                cost = process.submit(ask, folder, options.limit).result()
            sys.stdout.write(f"{cost.seconds:.2f} s, {cost.before} MB before, {cost.after} MB at most: {cost.answer}\n")
        same, estimate, exact = agreement(folder)
        sys.stdout.write(f"betweenness: {same} of the 20 highest, {estimate:.2f} s against {exact:.2f} s\n")


if __name__ == "__main__":
    main()
