"""A graph made up for tests of many: 10,000 statements of 3,000 actors, of whom few say most, and 450 towns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random

from kg.graph.store import Store
from kg.ids import finding_id
from kg.model import About, Article, Cue, Entity, Extraction, Mention, Speaker, Statement
from tests.query.conftest import stored

ARTICLES, SENTENCES, ACTORS, TOWNS = 500, 20, 3000, 450
_ACTS = (("said", "say"), ("accused", "accuse"), ("praised", "praise"), ("denied", "deny"), ("warned", "warn"))
_BATCH = 50


def fill(folder: Path, *, articles: int = ARTICLES) -> None:
    """Makes the store, of all articles or of the first."""
    chosen = Random(20260101)
    # As in news: the tenth actor is named a tenth as often as the first.
    weights = list(accumulate(1 / rank for rank in range(1, ACTORS + 1)))
    with Store.create_or_open(folder) as store:
        batch = []
        for number in range(articles):
            batch.append(stored(store, _extraction(number, chosen, weights)))
            if len(batch) == _BATCH or number == articles - 1:
                store.replace_articles(batch)
                batch = []


def _extraction(number: int, chosen: Random, weights: list[float]) -> Extraction:
    published = (date(2024, 1, 1) + timedelta(days=number % 366)).isoformat()
    # Each town is somewhere in the news, the first ones more often.
    towns = [_town(number % TOWNS), _town(int(TOWNS ** (number / ARTICLES)))]
    rows, text = [], f"{towns[0]}, {towns[1]}. "
    # The first ones name everybody once: 500 articles of 20 sentences have room for 3,000.
    named = iter(range(number * ACTORS // ARTICLES, (number + 1) * ACTORS // ARTICLES))
    for _ in range(SENTENCES):
        speaker, target = chosen.choices(range(ACTORS), cum_weights=weights, k=2)
        rows.append((next(named, speaker), target, *chosen.choice(_ACTS)))
    id_ = f"crowd-{number:04}"
    statements = list[Statement]()
    mentions = [
        Mention(*place, "place", entity=f"place/{name.rpartition(' ')[2]}")
        for name, place in zip(towns, _places(text, 0, *towns), strict=True)
    ]
    for position, (speaker, target, cue, act) in enumerate(rows):
        start = len(text)
        words = f"{label(speaker)} {cue} {label(target)} of delay {position}."
        at = iter(_places(words, start, label(speaker), cue, label(target)))
        who, verb, whom = next(at), next(at), next(at)
        said = (whom[0], start + len(words) - 1)
        speaking = Mention(*who, "person", entity=entity(speaker))
        meant = Mention(*whom, "person", entity=entity(target))
        mentions += (speaking, meant)
        stance = {"accuse": "negative", "praise": "positive"}.get(act, "neutral")
        statements.append(
            Statement(
                id=finding_id(id_, "statement", (said,)),
                speaker=Speaker("person", speaking, who),
                cue=Cue(verb, cue),
                act=act,  # type: ignore[arg-type]
                form="indirect",
                content=(said,),
                text=words[said[0] - start : -1],
                evidence=((start, start + len(words)),),
                about=(About(meant, "target", stance),),  # type: ignore[arg-type]
            )
        )
        text += words + " "
    article = Article(
        id=id_, text=text, title=f"Article {number}", publisher=f"Paper {number % 12}", published=published
    )
    ids = sorted({one.entity for one in mentions if one.entity})
    known = tuple(_known(each) for each in ids)
    return Extraction(article, mentions=tuple(mentions), entities=known, statements=tuple(statements), meetings=())


def _known(id_: str) -> Entity:
    kind, _, name = id_.partition("/")
    if kind == "person":
        return Entity(id_, "person", label(int(name.rpartition("-")[2])))
    at = int(name)
    return Entity(id_, "place", _town(at), latitude=at * 37 % 120 - 50.0, longitude=at * 71 % 350 - 175.0)


def _town(number: int) -> str:
    return f"Town {number:04}"


def _places(words: str, start: int, *parts: str) -> Iterator[tuple[int, int]]:
    """Where these words stand, one after the other."""
    at = 0
    for part in parts:
        at = words.index(part, at)
        yield (start + at, start + at + len(part))
        at += len(part)


def entity(actor: int) -> str:
    """The id of an actor."""
    return f"person/actor-{actor}"


def label(actor: int) -> str:
    """What an actor is called."""
    return f"Actor {actor:04}"
