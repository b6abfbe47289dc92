"""An entity, an article or the ontology as RDF, and the terms of the ontology for people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph
from pyoxigraph import NamedNode, QueryTriples, Triple

from kg.errors import Unknown
from kg.graph.reader import Reader
from kg.graph.terms import text, well_formed
from kg.query.sparql import GRAPHS
from kg.resources import folder
from kg.vocabulary import ORG, OWL, PREFIXES, RAP, RDF, RDFS, SKOS

# What thousands of articles say of an actor is mostly the same; so many different triples nobody has.
_MOST = 10_000
_FILES = ("rapporteur.ttl", "speech-acts.ttl", "plover.ttl")
_CLASSES = {
    OWL.Class: "classes",
    OWL.ObjectProperty: "properties",
    OWL.DatatypeProperty: "properties",
    RAP.SpeechAct: "speech acts",
}


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """The term `iri` of the ontology, one of its classes, properties or speech acts."""

    kind: str
    iri: str
    name: str
    label: str
    definition: str
    example: str


def entity_graph(reader: Reader, id_: str, format: str) -> bytes:
    """What all articles and the gazetteer say of an entity, its roles included.

    Args:
        reader: the store.
        id_: of the entity.
        format: one of ``kg.query.sparql.GRAPHS``.

    Raises:
        Unknown: there is none of this id.
    """
    node = NamedNode(reader.iris.entity(well_formed(id_)))
    of_roles = f"{{ GRAPH ?g {{ ?s <{ORG.member}> {node} ; ?p ?o }} }}"
    posts = f"{{ GRAPH ?g {{ ?m <{ORG.member}> {node} ; <{ORG.role}> ?s . ?s ?p ?o }} }}"
    found = reader.graph.query(
        f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ SELECT DISTINCT ?s ?p ?o WHERE {{ "
        f"{{ GRAPH ?g {{ {node} ?p ?o }} BIND({node} AS ?s) }} UNION {of_roles} UNION {posts} }} LIMIT {_MOST} }}"
    )
    triples = list(found) if isinstance(found, QueryTriples) else []
    if not triples:
        raise Unknown(f"nobody and nothing in the store has the id {id_}")
    return _serialized(triples, format)


def article_graph(reader: Reader, id_: str, format: str) -> bytes:
    """The graph of one article; for formats and errors see ``entity_graph``."""
    return _serialized((quad.triple for quad in reader.article_quads(well_formed(id_))), format)


def ontology_graph(format: str) -> bytes:
    """The ontology; for formats see ``entity_graph``."""
    return _serialized(_ontology(), format)


def terms() -> list[Term]:
    """What the ontology defines: classes first, then properties, then speech acts."""
    known: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in _ontology():
        known[text(triple.subject)][triple.predicate.value].append(text(triple.object))
    found = [
        Term(
            kind,
            iri,
            iri.rpartition("#")[2],
            said.get(RDFS.label, said.get(SKOS.prefLabel, [""]))[0],
            *(min(said.get(term, [""])) for term in (SKOS.definition, SKOS.example)),
        )
        for iri, said in known.items()
        for kind in {_CLASSES[type_] for type_ in said.get(RDF.type, ()) if type_ in _CLASSES}
        if iri.startswith(PREFIXES["rap"].removesuffix("#"))
    ]
    order = list(dict.fromkeys(_CLASSES.values()))
    return sorted(found, key=lambda term: (order.index(term.kind), term.iri))


def _ontology() -> list[Triple]:
    return [quad.triple for name in _FILES for quad in pyoxigraph.parse(path=folder("ontology") / name)]


def _serialized(triples: Iterable[Triple], format: str) -> bytes:
    ordered = sorted(set(triples), key=str)
    return pyoxigraph.serialize(ordered, format=GRAPHS[format], prefixes=PREFIXES) or b""
