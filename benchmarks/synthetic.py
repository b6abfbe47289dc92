"""Makes a store of invented articles, in no time and of any size, for the benchmarks of the server.

    python benchmarks/synthetic.py STORE --quads 1000000

Articles are made as extractions, and graph, index and snapshot of them as `kg build` makes them; only the texts are
drawn by lot. Who speaks and of whom falls with rank (Zipf), as in the news; there is an actor for each 330 quads and a
day for each ten articles. The same number of quads gives the same store.

An article costs 75 ms of a processor where the store's writer does everything after another, 31 of which read it back
for the index. Here one process makes articles, one the graph, and one the index, of the quads before they are stored.
"""

from __future__ import annotations

import argparse
import itertools
import random
import sys
import time
from bisect import bisect
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path

import pyoxigraph
from pyoxigraph import RdfFormat

from kg.graph import snapshots
from kg.graph.folder import Layout
from kg.graph.rdf import article_quads
from kg.graph.search import SearchIndex
from kg.graph.store import Store
from kg.ids import Iris, digest, finding_id
from kg.model import (
    ACTS,
    About,
    Article,
    Cue,
    Entity,
    EntityKind,
    Extraction,
    Meeting,
    Mention,
    Participant,
    Speaker,
    Statement,
)

_QUADS_AN_ACTOR, _ARTICLES_A_DAY = 330, 10
_STATEMENTS, _MEETINGS = 30, 2
# Articles that are stored at once: 128 of them are 50 MB of N-Quads.
_BATCH = 128
# Batches that are made before they are stored and indexed.
_AHEAD = 2
_FIRST_DAY = date(2005, 1, 1)
_SYLLABLES = "ba da ki lo mu na or pe ri sa tu ve zo en ga ha".split()
_WORDS = "the of talks border trade deal sanctions troops vote aid gas ceasefire minister budget plan treaty".split()
_KINDS: tuple[EntityKind, ...] = ("person", "person", "person", "organization", "country")
_PUBLISHERS = ("The Daily Example", "Example Wire", "Sample Post", "The Invented Times")


class World:
    """Actors by rank, drawn by Zipf's law, and everything else by lot.

    Args:
        actors: how many there are.
    """

    def __init__(self, actors: int) -> None:
        self.lot = random.Random(1)
        self.actors = [_actor(rank) for rank in range(actors)]
        self._shares = list(itertools.accumulate(1 / (rank + 1) for rank in range(actors)))

    def actor(self) -> Entity:
        """An actor, the first ones most often."""
        return self.actors[bisect(self._shares, self.lot.random() * self._shares[-1])]

    def words(self, count: int) -> str:
        """So many words that say nothing."""
        return " ".join(self.lot.choices(_WORDS, k=count))

    def article(self, number: int) -> Extraction:
        """Article number `number`, whichever were made before it."""
        self.lot.seed(number)
        text = _Text(self)
        statements = [text.statement() for _ in range(_STATEMENTS)]
        meetings = [text.meeting() for _ in range(_MEETINGS)]
        day = _FIRST_DAY + timedelta(days=number // _ARTICLES_A_DAY)
        article = Article(
            id=digest(f"synthetic {number}"),
            text="".join(text.parts),
            url=f"https://news.example/{number}",
            title=f"{self.actor().label} and {self.words(4)}",
            publisher=_PUBLISHERS[number % len(_PUBLISHERS)],
            published=day.isoformat(),
            language="en",
        )
        mentions = tuple(sorted(text.mentions, key=lambda mention: mention.span))
        entities = tuple(text.entities[id_] for id_ in sorted(text.entities))
        return Extraction(
            article,
            mentions=mentions,
            entities=entities,
            statements=tuple(made(article.id) for made in statements),
            meetings=tuple(made(article.id) for made in meetings),
        )


class _Text:
    """The text of an article while it is made."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._length = 0
        self.parts: list[str] = []
        self.mentions: list[Mention] = []
        self.entities: dict[str, Entity] = {}

    def statement(self):  # type: ignore[no-untyped-def]
        """Appends a sentence in which somebody says something of somebody; what makes the statement of it."""
        lot = self._world.lot
        start = self._length
        speaker = self._mention()
        act = lot.choice(ACTS)
        cue = self._say(f" {act}s", 1)
        content_start = self._length + 1
        self._say(f" {self._world.words(3)} ")
        about = self._mention()
        self._say(f" {self._world.words(4)}")
        content = (content_start, self._length)
        addressee = None
        if lot.random() < 0.2:
            self._say(" to ")
            addressee = self._mention()
        self._say(". ")
        evidence = ((start, self._length - 1),)
        stance = lot.choice(("negative", "neutral", "neutral", "positive"))
        words = "".join(self.parts)[content[0] : content[1]]

        def made(article: str) -> Statement:
            return Statement(
                id=finding_id(article, "statement", (content,)),
                speaker=Speaker("person", speaker, speaker.span),
                cue=Cue(cue, act),
                act=act,
                form="indirect",
                content=(content,),
                text=words,
                evidence=evidence,
                addressees=(addressee,) if addressee else (),
                about=(About(about, "target", stance),),  # type: ignore[arg-type]  # one of the three above
                confidence=0.9,
            )

        return made

    def meeting(self):  # type: ignore[no-untyped-def]
        """Appends a sentence in which two meet; what makes the meeting of it."""
        start = self._length
        one = self._mention()
        self._say(" met ")
        other = self._mention()
        self._say(". ")
        evidence = ((start, self._length - 1),)

        def made(article: str) -> Meeting:
            id_ = finding_id(article, "meeting", evidence)
            return Meeting(id_, (Participant(one), Participant(other)), evidence, status="held")

        return made

    def _say(self, words: str, skip: int = 0) -> tuple[int, int]:
        start = self._length + skip
        self.parts.append(words)
        self._length += len(words)
        return (start, self._length)

    def _mention(self) -> Mention:
        actor = self._world.actor()
        start, end = self._say(actor.label)
        mention = Mention(start, end, actor.kind, entity=actor.id)
        self.mentions.append(mention)
        self.entities[actor.id] = actor
        return mention


def _actor(rank: int) -> Entity:
    kind = _KINDS[rank % len(_KINDS)]
    digits = [rank // 16**place % 16 for place in range(4)]
    first, last = ("".join(_SYLLABLES[digit] for digit in part).title() for part in (digits[:2], digits[2:]))
    return Entity(f"{kind}/{first}-{last}-{rank}".lower(), kind, f"{first} {last} {rank}")


_world: World | None = None


def _enter(actors: int) -> None:
    global _world
    _world = World(actors)


def _made(first: int, base: str) -> tuple[list[str], bytes]:
    """Ids and quads of a batch of articles, in a process that has entered the world."""
    assert _world
    made = [_world.article(number) for number in range(first, first + _BATCH)]
    iris = Iris(base)
    quads = [article_quads(one, iris=iris, run="synthetic", digest=digest(one.article.id)) for one in made]
    return [one.article.id for one in made], b"".join(quads)


def _index(path: Path, base: str, ids: list[str], quads: bytes) -> None:
    """Brings the index up to date with articles that are new."""
    graph = pyoxigraph.Store()
    graph.bulk_load(quads, RdfFormat.N_QUADS)
    index = SearchIndex(path)
    index.update(graph, Iris(base), ids)
    index.close()


def _batches(makers: ProcessPoolExecutor, base: str) -> Iterator[tuple[list[str], bytes]]:
    """Articles without end."""
    numbers = itertools.count(step=_BATCH)
    ahead = [makers.submit(_made, next(numbers), base) for _ in range(_AHEAD)]
    while True:
        ahead.append(makers.submit(_made, next(numbers), base))
        yield ahead.pop(0).result()


def fill(folder: Path, quads: int) -> int:
    """Makes a store of at least so many quads; returns the number of its articles."""
    written = count = 0
    start = time.perf_counter()
    Store.create_or_open(folder).close()
    layout, context = Layout(folder), get_context("spawn")
    actors = max(10, quads // _QUADS_AN_ACTOR)
    with (
        Store.create_or_open(folder) as store,
        ProcessPoolExecutor(1, context, _enter, (actors,)) as makers,
        ProcessPoolExecutor(1, context) as indexer,
    ):
        layout.changed.touch()  # the next writer finishes what is not finished here
        indexing: list[Future[None]] = []
        for ids, lines in _batches(makers, store.iris.base):
            indexing.append(indexer.submit(_index, layout.search, store.iris.base, ids, lines))
            store.graph.bulk_load(lines, RdfFormat.N_QUADS)
            written, count = written + lines.count(b"\n"), count + len(ids)
            sys.stderr.write(f"\r{count:,} articles, {written:,} quads, {time.perf_counter() - start:.0f} s")
            if len(indexing) > _AHEAD:
                indexing.pop(0).result()
            if written >= quads:
                break
        for each in indexing:
            each.result()
        snapshots.publish(store.graph, layout)
        layout.changed.unlink()
    sys.stderr.write(f"\r{count:,} articles, {written:,} quads, {time.perf_counter() - start:.0f} s with the index\n")
    return count


def main() -> None:
    """Makes the store."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("store", type=Path)
    parser.add_argument("--quads", type=int, default=1_000_000)
    options = parser.parse_args()
    fill(options.store, options.quads)


if __name__ == "__main__":
    main()
