"""A small graph of two articles, made by hand: what the questions are asked of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kg.graph.rdf import article_quads
from kg.graph.store import Store, StoredArticle
from kg.ids import finding_id
from kg.model import (
    About,
    Article,
    Cue,
    Entity,
    Extraction,
    Meeting,
    Mention,
    MentionKind,
    Participant,
    Relation,
    Role,
    Speaker,
    Statement,
    Time,
)

_KINDS: dict[str, MentionKind] = {kind: kind for kind in ("person", "organization", "country", "group", "place")}  # type: ignore[misc,assignment]

FIRST = Article(
    id="first",
    title="Envoys meet in Geneva",
    publisher="The Daily Example",
    published="2017-02-19",
    language="en",
    url="https://example.org/first",
    text=(
        "Orla Vance accused Turkey of delay on Thursday. “Russia will help,” she told Ivo Pärn. "
        "Vance and Pärn met in Geneva on 16 February. Pärn, the envoy of Estonia, denied that Russia had refused."
    ),
)
SECOND = Article(
    id="second",
    title="Kask praises Pärn",
    published="2017-03-02T08:30:00+01:00",
    language="en",
    text="Mari Kask, a member of the Baltic Forum, praised Ivo Pärn. Kask will visit Tallinn.",
)

ENTITIES = {
    "person/orla-vance": Entity("person/orla-vance", "person", "Orla Vance", ("Vance",)),
    "person/ivo-parn": Entity("person/ivo-parn", "person", "Ivo Pärn", ("Pärn",)),
    "person/mari-kask": Entity("person/mari-kask", "person", "Mari Kask", ("Kask",)),
    "country/TUR": Entity("country/TUR", "country", "Turkey", ("Türkiye",), country="TUR"),
    "country/RUS": Entity("country/RUS", "country", "Russia", country="RUS"),
    "country/EST": Entity("country/EST", "country", "Estonia", country="EST"),
    "organization/baltic-forum": Entity("organization/baltic-forum", "organization", "Baltic Forum"),
    "place/2660646": Entity("place/2660646", "place", "Geneva", country="CHE", latitude=46.2, longitude=6.15),
    "place/588409": Entity("place/588409", "place", "Tallinn", country="EST", latitude=59.44, longitude=24.75),
}


def mention(article: Article, words: str, entity: str, *, nth: int = 0) -> Mention:
    """The nth time that the article has these words."""
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(words, start + 1)
    return Mention(start, start + len(words), _KINDS[entity.partition("/")[0]], entity=entity)


def span(article: Article, words: str) -> tuple[int, int]:
    """Where the article has these words first."""
    start = article.text.index(words)
    return (start, start + len(words))


def statement(article: Article, sentence: str, content: str, cue: str, **more: object) -> Statement:
    """A statement whose content and cue are these words of this sentence."""
    spans = (span(article, content),)
    made = Statement(
        id=finding_id(article.id, "statement", spans),
        speaker=Speaker("implicit"),
        cue=Cue(span(article, cue), cue),
        act="say",
        form="indirect",
        content=spans,
        text=content,
        evidence=(span(article, sentence),),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def first() -> Extraction:
    """Vance accuses Turkey, tells Pärn of Russia, meets him in Geneva; Pärn denies something."""
    vance, parn = mention(FIRST, "Orla Vance", "person/orla-vance"), mention(FIRST, "Ivo Pärn", "person/ivo-parn")
    she, denier = mention(FIRST, "she", "person/orla-vance"), mention(FIRST, "Pärn, the", "person/ivo-parn")
    turkey, russia = mention(FIRST, "Turkey", "country/TUR"), mention(FIRST, "Russia", "country/RUS")
    geneva = mention(FIRST, "Geneva", "place/2660646")
    thursday = Time("2017-02-16", "day", "on Thursday")
    accusation = statement(
        FIRST, "Orla Vance accused Turkey of delay on Thursday.", "Turkey of delay", "accused",
        speaker=Speaker("person", vance), act="accuse", about=(About(turkey, "target", "negative"),), time=thursday,
    )  # fmt: skip
    promise = statement(
        FIRST, "“Russia will help,” she told Ivo Pärn.", "Russia will help,", "told",
        speaker=Speaker("person", she), form="direct", addressees=(parn,), about=(About(russia),),
    )  # fmt: skip
    refused = mention(FIRST, "Russia", "country/RUS", nth=1)
    denial = statement(
        FIRST, "Pärn, the envoy of Estonia, denied that Russia had refused.", "that Russia had refused", "denied",
        speaker=Speaker("person", denier), act="deny", about=(About(refused, "topic", "positive"),),
        parent=promise.id,
    )  # fmt: skip
    met = Meeting(
        id="meeting-1",
        participants=(Participant(mention(FIRST, "Vance", "person/orla-vance", nth=1)), Participant(parn, "host")),
        evidence=(span(FIRST, "Vance and Pärn met in Geneva on 16 February."),),
        place=geneva,
        time=thursday,
        status="held",
        topic="the delay",
    )
    envoy = Role("Envoy", organization="country/EST", evidence=(span(FIRST, "the envoy of Estonia"),))
    ids = ("person/orla-vance", "person/ivo-parn", "country/TUR", "country/RUS", "country/EST", "place/2660646")
    known = {**ENTITIES, "person/ivo-parn": replace(ENTITIES["person/ivo-parn"], roles=(envoy,))}
    return Extraction(
        FIRST,
        mentions=(vance, she, parn, denier, turkey, russia, refused, geneva),
        entities=tuple(known[id_] for id_ in ids),
        statements=(accusation, promise, denial),
        meetings=(met,),
    )


def second() -> Extraction:
    """Kask, a member of the Forum, praises Pärn."""
    kask, parn = mention(SECOND, "Mari Kask", "person/mari-kask"), mention(SECOND, "Ivo Pärn", "person/ivo-parn")
    forum, tallinn = (
        mention(SECOND, "Baltic Forum", "organization/baltic-forum"),
        mention(SECOND, "Tallinn", "place/588409"),
    )
    praise = statement(
        SECOND, "Mari Kask, a member of the Baltic Forum, praised Ivo Pärn.", "Ivo Pärn", "praised",
        speaker=Speaker("person", kask), act="praise", about=(About(parn, "target", "positive"),),
    )  # fmt: skip
    visit = Meeting(
        id="meeting-2",
        participants=(Participant(mention(SECOND, "Kask", "person/mari-kask", nth=1), "visitor"),),
        evidence=(span(SECOND, "Kask will visit Tallinn."),),
        place=tallinn,
        format="visit",
        status="planned",
    )
    member = Relation(kask, "member_of", forum, evidence=(span(SECOND, "a member of the Baltic Forum"),))
    ids = ("person/mari-kask", "person/ivo-parn", "organization/baltic-forum", "place/588409")
    return Extraction(
        SECOND,
        mentions=(kask, parn, forum, tallinn),
        entities=tuple(ENTITIES[id_] for id_ in ids),
        statements=(praise,),
        meetings=(visit,),
        relations=(member,),
    )


def stored(store: Store, extraction: Extraction) -> StoredArticle:
    """The extraction as the store takes it."""
    id_ = extraction.article.id
    return StoredArticle(
        id_, f"digest-{id_}", article_quads(extraction, iris=store.iris, run="run", digest=f"digest-{id_}")
    )


@pytest.fixture
def store() -> Iterator[Store]:
    """The two articles, in memory."""
    with Store.memory() as made:
        made.replace_articles([stored(made, first()), stored(made, second())])
        yield made


@pytest.fixture
def twice_about() -> Iterator[Store]:
    """The first article, where the accusation is about Russia twice over."""
    made = first()
    accusation, promise, denial = made.statements
    accusation = replace(accusation, about=(*promise.about, *denial.about))
    with Store.memory() as store:
        store.replace_articles([stored(store, replace(made, statements=(accusation, promise, denial)))])
        yield store
