"""The events of one article's graph as the index has them: who took which part when, and what ties whom to whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, compress
from typing import NamedTuple

from kg.graph.article_graph import ArticleGraph
from kg.graph.graph import Graph
from kg.graph.told import told_of_meeting, told_of_statement
from kg.ids import Iris
from kg.vocabulary import ORG, PREFIXES, RAP, RDFS, SEM

#: What ties two entities: one spoke about the other, or to the other; they met; one holds a post of the other; one
#: stands in a relation to the other. Only "met" has no direction.
KINDS = ("said_about", "addressed", "met", "post", "relation")


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """An event ties `source` to `target` (ids of entities) in the way `kind`: by which act, post or predicate.

    Attributes:
        stance: of what is said about the target: negative, neutral or positive; "" of other ties.
    """

    source: str
    target: str
    kind: str
    label: str
    stance: str = ""


class Ties(NamedTuple):
    """Ties, one for each event, by their columns: what stands at one place of each list belongs together.

    Attributes:
        days, untils: first and last ISO day; ``UNDATED`` where none is known.
    """

    sources: list[str]
    targets: list[str]
    kinds: list[str]
    labels: list[str]
    stances: list[str]
    days: list[str]
    untils: list[str]

    def kept(self, which: Sequence[bool]) -> Ties:
        """Those of the places where `which` is true."""
        return Ties(*(list(compress(column, which)) for column in self))


@dataclass(frozen=True, slots=True)
class Event:
    """The event `node` (IRI) happened from `day` to `until`, and stands at `start` in the article's text.

    Attributes:
        kind: statement, meeting, post or relation.
        day, until: ISO days of its own time, else the day of publication; ``UNDATED``.
        parts: (role, entity id): speaker, about (and a ``stance_role``), addressee, participant, place (and whatever
            the place lies in).
        evidence: start, end and words of the sentences that tell of it, in text order.
        told: what lists show of a statement or a meeting; see ``kg.graph.told``.
    """

    node: str
    kind: str
    day: str
    until: str
    start: int
    act: str = ""
    form: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    ties: tuple[Tie, ...] = ()
    evidence: tuple[tuple[int, int, str], ...] = ()
    told: str = ""


def stance_role(stance: str) -> str:
    """The role of those towards whom a statement takes this stance, beside "about"."""
    return f"about {stance}"


def events_of(graph: Graph, iris: Iris, article: str) -> list[Event]:
    """All events that the article's graph tells of, by their IRI."""
    read = ArticleGraph(graph, iris, article)
    found = [*_statements(read), *_meetings(read), *_posts(read), *_relations(read)]
    return sorted(found, key=lambda event: event.node)


def _statements(read: ArticleGraph) -> Iterator[Event]:
    for node in read.typed(RAP.Statement) | read.pairs(RAP.speaker).keys() | read.pairs(RAP.expresses).keys():
        act = _short(read.get(node, RAP.act))
        speakers, addressees = read.entities([node], RAP.speaker), read.entities([node], RAP.addressee)
        claims = read.all(node, RAP.expresses)
        about = _stances(read, [one for claim in claims for one in read.all(claim, RAP.about)])
        ties = [Tie(one, other, "said_about", act, stance) for one in speakers for other, stance in about.items()]
        ties += [Tie(speaker, other, "addressed", act) for speaker in speakers for other in addressees]
        yield Event(
            node,
            "statement",
            *read.when(node),
            read.start(node, RAP.cue),
            act,
            read.get(node, RAP.form),
            _parts(speaker=speakers, about=[*about], addressee=addressees) + _by_stance(about),
            _between_two(ties),
            tuple(read.excerpts(node, RAP.evidence)),
            told_of_statement(read, node),
        )


def _stances(read: ArticleGraph, about: Sequence[str]) -> dict[str, str]:
    """Whom a statement is about, and in which stance: towards the target, where it is about somebody in two ways."""
    found: dict[str, str] = {}
    for node in sorted(about, key=lambda node: (read.get(node, RAP.aboutRole) == "target", node)):
        found |= dict.fromkeys(read.entities([node], RAP.entity), read.get(node, RAP.stance))
    return found


def _by_stance(about: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((stance_role(stance), entity) for entity, stance in about.items() if stance))


def _meetings(read: ArticleGraph) -> Iterator[Event]:
    for node in read.typed(RAP.Meeting) | read.pairs(SEM.hasActor).keys():
        actors = read.entities([node], SEM.hasActor)
        label = read.get(node, RAP.meetingFormat)
        ties = [Tie(one, other, "met", label) for one, other in combinations(actors, 2)]
        parts = _parts(participant=actors, place=_places(read, node))
        yield Event(
            node,
            "meeting",
            *read.when(node),
            read.start(node, RAP.evidence),
            parts=parts,
            ties=_between_two(ties),
            evidence=tuple(read.excerpts(node, RAP.evidence)),
            told=told_of_meeting(read, node),
        )


def _places(read: ArticleGraph, node: str) -> list[str]:
    """Where it was, and all that this place lies in as far as the article's graph says so."""
    found, fringe = set[str](), set(read.all(node, SEM.hasPlace))
    while fringe:
        found |= fringe
        fringe = {
            up for place in fringe for term in (RAP.locatedIn, RAP.country) for up in read.all(place, term)
        } - found
    return sorted(map(read.entity_of, found))


def _posts(read: ArticleGraph) -> Iterator[Event]:
    for node in read.pairs(ORG.member):
        holders, bodies = read.entities([node], ORG.member), read.entities([node], ORG.organization)
        labels = [label for post in read.all(node, ORG.role) for label in read.all(post, RDFS.label)]
        # Without evidence only the gazetteer knows of it: no article ties the two.
        if evidence := tuple(read.excerpts(node, RAP.evidence)):
            ties = _between_two([Tie(*ends, "post", label) for ends in _pairs(holders, bodies) for label in labels])
            yield Event(node, "post", *read.when(node), evidence[0][0], ties=ties, evidence=evidence)


def _relations(read: ArticleGraph) -> Iterator[Event]:
    for node in read.pairs(RAP.subject):
        subjects, objects = read.entities([node], RAP.subject), read.entities([node], RAP.object)
        label = _short(read.get(node, RAP.predicate))
        ties = _between_two([Tie(*ends, "relation", label) for ends in _pairs(subjects, objects)])
        start, evidence = read.start(node, RAP.evidence), tuple(read.excerpts(node, RAP.evidence))
        yield Event(node, "relation", *read.when(node), start, ties=ties, evidence=evidence)


def _pairs(ones: Sequence[str], others: Sequence[str]) -> Iterator[tuple[str, str]]:
    return ((one, other) for one in ones for other in others)


def _between_two(ties: Sequence[Tie]) -> tuple[Tie, ...]:
    """Each tie once; nobody is tied to themselves."""
    return tuple(sorted({tie for tie in ties if tie.source != tie.target}))


def _parts(**entities: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted({(role, entity) for role, found in entities.items() for entity in found}))


def _short(iri: str) -> str:
    """The last part of the IRI of an act or a property: accuse, memberOf."""
    return iri.removeprefix(PREFIXES["act"]).removeprefix(PREFIXES["rap"])
