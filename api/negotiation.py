"""Content negotiation: the format that an Accept header likes best."""

from __future__ import annotations

from collections.abc import Mapping

#: Media types of rows and truth values → formats of ``kg.query.sparql``; of one format the first type is answered.
RESULT_TYPES: dict[str, str] = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
}

#: The same of graphs.
GRAPH_TYPES: dict[str, str] = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdfxml",
    "application/trig": "trig",
    "application/n-quads": "nquads",
    "application/json": "jsonld",
    "application/xml": "rdfxml",
    "text/plain": "ntriples",
}


def media_type(header: str | None) -> str:
    """The media type in a Content-Type header, without its parameters, in lower case; empty where there is none."""
    return (header or "").partition(";")[0].strip().lower()


def type_of(format: str, offered: Mapping[str, str]) -> str:
    """The media type of an answer in this format."""
    found = next(type_ for type_, name in offered.items() if name == format)
    return f"{found}; charset=utf-8" if found.startswith("text/") else found


def choose(accept: str | None, offered: Mapping[str, str]) -> str | None:
    """The value of the media type in `offered` that the client likes best, the first of equals; None for no such type.

    Args:
        accept: the header, by RFC 9110 section 12.5.1; None and an empty one accept everything.
        offered: media types, best first.
    """
    ranges = _ranges(accept or "*/*")
    best = max(offered, key=lambda type_: _quality(type_, ranges))  # max keeps the first of equals
    return offered[best] if _quality(best, ranges) > 0 else None


def _ranges(accept: str) -> dict[str, float]:
    """The media ranges of an Accept header with their qualities."""
    found = {}
    for part in accept.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        quality = next((each[2:] for each in parameters if each.startswith("q=")), "1")
        try:
            found[name] = float(quality)
        except ValueError:
            found[name] = 0.0
    return found


def _quality(type_: str, ranges: Mapping[str, float]) -> float:
    """The most specific range decides."""
    for name in (type_, type_.partition("/")[0] + "/*", "*/*"):
        if name in ranges:
            return ranges[name]
    return 0.0
