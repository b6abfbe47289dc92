"""Where a store may be; and an extraction made by hand that has every kind of finding.

Persons, party and talks are invented.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kg.model import (
    About,
    Article,
    Cue,
    Entity,
    Extraction,
    Meeting,
    Mention,
    Participant,
    Relation,
    Role,
    Span,
    Speaker,
    Statement,
    Time,
)
from kg.place import Place

_SCRIPT = Path(__file__).with_name("servers.py")
_spec = importlib.util.spec_from_file_location("servers", _SCRIPT)
assert _spec is not None
assert _spec.loader is not None
servers = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(servers)


@pytest.fixture(scope="session")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], servers.Server]]:
    """Starts a SPARQL server, or gives the one that was started; they stop when all tests have ended."""
    started: dict[str, servers.Server] = {}
    with ExitStack() as stack:

        def start(name: str) -> servers.Server:
            if name not in started:
                started[name] = stack.enter_context(servers.running(name, tmp_path_factory.mktemp(name)))
            return started[name]

        yield start


@pytest.fixture(scope="session", params=["memory", "disk", *servers.NAMES])
def home(request: pytest.FixtureRequest, start: Callable[[str], servers.Server]) -> Callable[[Path], Place | None]:
    """Makes room for a store, given a folder: None is memory."""
    if request.param in servers.NAMES:
        return start(request.param).clean
    return lambda folder: folder / "store" if request.param == "disk" else None


@pytest.fixture
def place(home: Callable[[Path], Place | None], tmp_path: Path) -> Place | None:
    """Room for a store; None is memory."""
    return home(tmp_path)


TEXT = (
    "Foreign Minister Mara Ellingsen of Norway accused Tomas Brenk on Thursday of “stalling” the talks in Geneva.\n\n"
    "Oslo hopes that Brenk, who leads the Free Harbour Party, said he would return next week, "
    "opposition representatives were told. NATO member Norway is allied with Denmark. "
    "Ida Voss, spokeswoman for the Ministry of Foreign Affairs, said nothing.\n\n"
    "Ellingsen and Brenk will meet in Geneva in March to discuss the exchange of prisoners. Switzerland is the host."
)


def _span(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return (start, start + len(words))


def _mention(words: str, kind: str, entity: str | None, *, after: int = 0, **more: object) -> Mention:
    return Mention(*_span(words, after), kind, entity=entity, **more)  # type: ignore[arg-type]


MARA, TOMAS = "person/mara-ellingsen", "person/tomas-brenk"
FIRST, SECOND, THIRD = (
    _span(
        "Foreign Minister Mara Ellingsen of Norway accused Tomas Brenk on Thursday of “stalling” the talks in Geneva."
    ),
    (_span("Oslo hopes")[0], _span("were told.")[1]),
    _span("Ellingsen and Brenk will meet in Geneva in March to discuss the exchange of prisoners."),
)
LAST = _span("Ellingsen and Brenk")[0]


def _entities() -> tuple[Entity, ...]:
    minister = Role("Foreign Minister", MARA, "country/NOR", "2031-01", None, (_span("Foreign Minister"),))
    leader = Role("leader", TOMAS, "organization/free-harbour-party", evidence=(_span("who leads"),))
    return (
        Entity(
            "country/NOR", "country", "Norway", ("Kingdom of Norway",), ("http://www.wikidata.org/entity/Q20",), "NOR"
        ),
        Entity("country/DNK", "country", "Denmark", country="DNK", latitude=56.0, longitude=10.0),
        Entity("country/CHE", "country", "Switzerland", country="CHE", latitude=47.0, longitude=8.01428),
        Entity(MARA, "person", "Mara Ellingsen", ("Ellingsen",), country="NOR", roles=(minister,)),
        Entity(TOMAS, "person", "Tomas Brenk", roles=(leader,)),
        Entity("person/ida-voss", "person", "Ida Voss"),
        Entity("organization/nato", "organization", "NATO"),
        Entity("organization/free-harbour-party", "organization", "Free Harbour Party"),
        Entity("organization/mfa", "organization", "Ministry of Foreign Affairs", country="NOR", government=True),
        Entity("group/0a1b/opposition-representatives", "group", "opposition representatives"),
        Entity("place/2660646", "place", "Geneva", country="CHE", latitude=46.20222, longitude=6.14569),
        Entity("place/3143244", "place", "Oslo", country="NOR", latitude=59.91273, longitude=-10.74609),
    )


def _statements() -> tuple[Statement, ...]:
    mara, tomas = _mention("Mara Ellingsen", "person", MARA), _mention("Tomas Brenk", "person", TOMAS)
    geneva, norway = _mention("Geneva", "place", "place/2660646"), _mention("Norway", "country", "country/NOR")
    oslo = _mention(
        "Oslo", "country", "place/3143244", refers_to="country/NOR", figurative=True, why="metonym: “Oslo” acts"
    )
    he = _mention("he", "person", TOMAS, after=_span("said he")[0], form="pronoun")
    group = _mention("opposition representatives", "group", "group/0a1b/opposition-representatives", form="description")
    date = _mention("next week", "date", None)
    return (
        Statement(
            id="00000000000000a1",
            speaker=Speaker("person", mara, _span("Foreign Minister Mara Ellingsen of Norway")),
            cue=Cue(_span("accused"), "accuse"),
            act="accuse",
            form="mixed",
            content=(_span("“stalling” the talks in Geneva"),),
            text='"stalling" the talks in Geneva',
            evidence=(FIRST,),
            about=(About(tomas, "target", "negative"), About(norway), About(geneva), About(date)),
            time=Time("2031-03-13", "day", "on Thursday"),
            place=geneva,
            confidence=0.87654,
        ),
        Statement(
            id="00000000000000a2",
            speaker=Speaker("country", oslo),
            cue=Cue(_span("hopes"), "hope"),
            act="believe",
            form="indirect",
            content=(_span("that Brenk, who leads the Free Harbour Party, said he would return next week"),),
            text="that Brenk, who leads the Free Harbour Party, said he would return next week",
            evidence=(SECOND,),
            addressees=(group,),
            certainty="probable",
            deed="RETREAT",
        ),
        Statement(
            id="00000000000000a3",
            speaker=Speaker("person", he),
            cue=Cue(_span("said", _span("said he")[0]), "say", negated=True),
            act="say",
            form="direct",
            content=(_span("he would return"), _span("next week")),
            text="he would return ... next week",
            evidence=(SECOND,),
            polarity="negative",
            time=Time("2031-W12", "week", "next week"),
            parent="00000000000000a2",
            confidence=1.0,
        ),
        Statement(
            id="00000000000000a4",
            speaker=Speaker("author"),
            cue=Cue(_span("were told"), "tell"),
            act="report",
            form="indirect",
            content=(_span("opposition representatives"),),
            text="opposition representatives",
            evidence=(SECOND,),
            confidence=0.0,
        ),
    )


def _meeting() -> Meeting:
    geneva = _mention("Geneva", "place", "place/2660646", after=LAST)
    return Meeting(
        id="00000000000000b1",
        participants=(
            Participant(_mention("Ellingsen", "person", MARA, after=LAST)),
            Participant(_mention("Brenk", "person", TOMAS, after=LAST)),
            Participant(_mention("Switzerland", "country", "country/CHE"), "host"),
            Participant(_mention("March", "date", None), "visitor"),
        ),
        evidence=(THIRD,),
        place=geneva,
        time=Time("2031-03", "month", "in March"),
        format="talks",
        topic="the exchange of prisoners",
        status="planned",
        confidence=0.5,
    )


def _relations() -> tuple[Relation, ...]:
    norway = _mention("Norway", "country", "country/NOR", after=_span("NATO")[0])
    nato, denmark = _mention("NATO", "organization", "organization/nato"), _mention("Denmark", "country", "country/DNK")
    ida = _mention("Ida Voss", "person", "person/ida-voss")
    ministry = _mention("Ministry of Foreign Affairs", "organization", "organization/mfa")
    mara, geneva = _mention("Mara Ellingsen", "person", MARA), _mention("Geneva", "place", "place/2660646")
    tomas = _mention("Tomas Brenk", "person", TOMAS)
    switzerland = _mention("Switzerland", "country", "country/CHE")
    evidence = (_span("NATO member Norway is allied with Denmark."),)
    voss = (_span("Ida Voss, spokeswoman for the Ministry of Foreign Affairs"),)
    return (
        Relation(norway, "member_of", nato, evidence, confidence=0.9),
        Relation(norway, "member_of", nato, (_span("NATO"),), confidence=0.4),
        Relation(norway, "allied_with", denmark, evidence),
        Relation(ida, "spokesperson_for", ministry, voss, post="spokeswoman"),
        Relation(ministry, "part_of", norway, voss),
        Relation(mara, "represents", norway, (FIRST,)),
        Relation(mara, "opposed_to", tomas, (FIRST,)),
        Relation(geneva, "located_in", switzerland, (FIRST,)),
        Relation(mara, "holds_post", norway, (FIRST,), post="foreign minister"),
    )


@pytest.fixture
def rich() -> Extraction:
    """Every kind of finding, every relation, every sort of speaker graph that the writer tells apart."""
    mentions = (
        _mention("Mara Ellingsen", "person", MARA),
        _mention("Thursday", "date", None),
        _mention("Geneva", "place", "place/2660646"),
        _mention("Ministry of Foreign Affairs", "organization", "organization/mfa"),
    )
    article = Article(
        id="0123456789abcdef",
        text=TEXT,
        url="https://news.example/talks?day=2",
        title='Talks in "Geneva" enter second day',
        author="Lene Dahl",
        publisher="Nordwire",
        published="2031-03-14T08:30:00+01:00",
        language="en",
        source="talks.txt",
        dateline="GENEVA",
    )
    return Extraction(
        article,
        mentions=mentions,
        entities=_entities(),
        statements=_statements(),
        meetings=(_meeting(),),
        relations=_relations(),
        decisions=("person/m-ellingsen is person/mara-ellingsen",),
    )
