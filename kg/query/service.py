"""What the SPARQL service says of itself, by SPARQL 1.1 Service Description."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
from pyoxigraph import NamedNode, Triple

from kg.query.sparql import GRAPHS

_DESCRIPTION = Path(__file__).with_suffix(".ttl")


def description(endpoint: str, *, union: bool, fetches: bool, format: str) -> bytes:
    """The description of the service at this address.

    Args:
        endpoint: its IRI.
        union: the default graph is the union of all.
        fetches: SERVICE may ask other hosts.
        format: one of ``kg.query.sparql.GRAPHS``.
    """
    triples = [quad.triple for quad in pyoxigraph.parse(path=_DESCRIPTION, base_iri=endpoint)]
    feature = next(triple for triple in triples if triple.predicate.value.endswith("#feature"))
    space = feature.predicate.value.removesuffix("feature")
    if not fetches:
        triples.remove(feature)
    if union:
        triples.append(Triple(feature.subject, feature.predicate, NamedNode(f"{space}UnionDefaultGraph")))
    return pyoxigraph.serialize(triples, format=GRAPHS[format], prefixes={"sd": space}) or b""
