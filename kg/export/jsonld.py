"""JSON-LD: one object per graph, with prefixes; a line for each, so that a large file can be read in parts."""

from __future__ import annotations

import json
import re
from typing import BinaryIO

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from kg.export.format import Format, graphs, whole
from kg.graph.reader import Reader
from kg.vocabulary import PREFIXES, RDF, XSD

# What may follow a prefix: letters and digits, so that no reader takes it for something else.
_LOCAL = re.compile(r"[A-Za-z][\w-]*")


def _write_jsonld(reader: Reader, output: BinaryIO) -> None:
    output.write(b'{"@context": ' + _json(dict(sorted(PREFIXES.items()))) + b',\n "@graph": [')
    separator = b"\n"
    for name, quads in graphs(reader):
        nodes = _nodes(quads)
        for written in nodes if isinstance(name, DefaultGraph) else [{"@id": _id(name), "@graph": nodes}]:
            output.write(separator + _json(written))
            separator = b",\n"
    output.write(b"\n]}\n")


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _nodes(quads: list[Quad]) -> list[dict[str, object]]:
    """The subjects of one graph, each with its properties."""
    found: dict[str, dict[str, object]] = {}
    for quad in quads:
        node = found.setdefault(_id(quad.subject), {"@id": _id(quad.subject)})
        is_type = quad.predicate.value == RDF.type
        values = node.setdefault("@type" if is_type else _short(quad.predicate.value), [])
        if isinstance(values, list):
            values.append(_type(quad.object) if is_type else _value(quad.object))
    return list(found.values())


def _id(term: object) -> str:
    if isinstance(term, BlankNode):
        return f"_:{term.value}"
    if isinstance(term, NamedNode):
        return term.value
    raise TypeError(f"{term} is neither an IRI nor a blank node")


def _type(term: object) -> str:
    return _short(term.value) if isinstance(term, NamedNode) else _id(term)


def _value(term: object) -> object:
    if not isinstance(term, Literal):
        return {"@id": _id(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == XSD.string:
        return term.value
    return {"@value": term.value, "@type": _short(term.datatype.value)}


def _short(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri[len(namespace) :]):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


JSONLD = Format("jsonld", ".jsonld", "application/ld+json", whole(_write_jsonld, "jsonld"))
