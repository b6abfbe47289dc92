"""Ties between actors: the edges of the actor network, counted, each with evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.errors import UsageError
from kg.graph.reader import Reader
from kg.graph.terms import nodes, values
from kg.query.facts import Facts, Found
from kg.query.rows import Edge
from kg.vocabulary import ORG, PREFIXES, RAP, RDFS, SEM

#: What ties ?source to ?target by ?event, and what ?label the tie has. A membership that only the gazetteer knows of
#: has no evidence, and is no edge.
KINDS: dict[str, str] = {
    "said_about": f"?event <{RAP.speaker}> ?source ; <{RAP.act}> ?label ; "
    f"<{RAP.expresses}>/<{RAP.about}>/<{RAP.entity}> ?target .",
    "addressed": f"?event <{RAP.speaker}> ?source ; <{RAP.addressee}> ?target ; <{RAP.act}> ?label .",
    "met": f"?event <{SEM.hasActor}> ?source , ?target ; <{RAP.meetingFormat}> ?label .",
    "post": f"?event <{ORG.member}> ?source ; <{ORG.organization}> ?target ; <{ORG.role}>/<{RDFS.label}> ?label . "
    f"?event <{RAP.evidence}> ?any .",
    "relation": f"?event <{RAP.subject}> ?source ; <{RAP.object}> ?target ; <{RAP.predicate}> ?label .",
}

# Found from either end alike; who comes first in the tie is settled afterwards, which is quicker than in the query.
_MUTUAL = {"met"}

# Entities in one query: its text stays below 100 kB.
_CHUNK = 500


@dataclass(slots=True)
class Tie:
    """How `source` is tied to `target` by one kind of event; ids of entities.

    Attributes:
        labels: how often by which act, kind of meeting, post or predicate.
        first: the event whose IRI comes first.
    """

    source: str
    target: str
    kind: str
    labels: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    first: str = ""

    @property
    def count(self) -> int:
        """Number of events."""
        return sum(self.labels.values())

    def other(self, entity: str) -> str:
        """The other end."""
        return self.target if self.source == entity else self.source


def kinds_of(asked: Iterable[str] | None) -> list[str]:
    """The kinds of edges asked for; all of them for None.

    Raises:
        UsageError: one is none.
    """
    chosen = list(KINDS) if asked is None else list(asked)
    for kind in chosen:
        if kind not in KINDS:
            raise UsageError(f"“{kind}” is no kind of edge: one of {', '.join(KINDS)}")
    return chosen


def ties(reader: Reader, entities: Sequence[str], kinds: Sequence[str]) -> list[Tie]:
    """All ties of these entities with any entity, strongest first."""
    found: dict[tuple[str, str, str], Tie] = {}
    for start in range(0, len(entities), _CHUNK):
        for row in reader.select(_query(reader, entities[start : start + _CHUNK], kinds)):
            source, target = (reader.iris.entity_of(row[end]) for end in ("source", "target"))
            if row["kind"] in _MUTUAL:
                source, target = sorted((source, target))
            tie = found.setdefault((source, target, row["kind"]), Tie(source, target, row["kind"]))
            # Two chunks may both have an end of the tie: the same numbers come twice.
            tie.labels[_short(row["label"])] = int(row["count"])
            tie.first = min(tie.first or row["first"], row["first"])
    return sorted(found.values(), key=lambda tie: (-tie.count, tie.source, tie.target, tie.kind))


def edges(reader: Reader, chosen: Sequence[Tie]) -> list[Edge]:
    """The ties as edges, each with the evidence of one of its events."""
    firsts = {tie.first: Found(tie.first.partition("#")[0], tie.first) for tie in chosen}
    facts = Facts(reader, firsts.values(), paths=(f"<{RAP.evidence}>",), entities=())
    return [
        Edge(
            tie.source,
            tie.target,
            tie.kind,
            min(tie.labels, key=lambda label: (-tie.labels[label], label)),
            tie.count,
            facts.source(firsts[tie.first]),
            facts.excerpts(firsts[tie.first], RAP.evidence),
        )
        for tie in chosen
    ]


def _query(reader: Reader, entities: Sequence[str], kinds: Sequence[str]) -> str:
    return (
        "SELECT ?kind ?source ?target ?label (COUNT(DISTINCT ?event) AS ?count) (MIN(?event) AS ?first) WHERE { "
        f"{' UNION '.join(_branches(reader, entities, kinds))} FILTER(?source != ?target) }} "
        "GROUP BY ?kind ?source ?target ?label"
    )


def _branches(reader: Reader, entities: Sequence[str], kinds: Sequence[str]) -> Iterator[str]:
    terms = nodes(reader.iris.entity(entity) for entity in entities)
    for kind in kinds:
        for end in ("source",) if kind in _MUTUAL else ("source", "target"):
            yield f'{{ {values(end, terms)} GRAPH ?article {{ {KINDS[kind]} }} BIND("{kind}" AS ?kind) }}'


def _short(label: str) -> str:
    """The last part of the IRI of an act or a property: accuse, memberOf; other labels as they are."""
    return label.removeprefix(PREFIXES["act"]).removeprefix(PREFIXES["rap"])
