"""RDF terms as Python sees them, and back into SPARQL."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from kg.errors import UsageError
from kg.vocabulary import XSD


def text(term: object) -> str:
    """An IRI or the words of a literal."""
    value = getattr(term, "value", None)
    return value if isinstance(value, str) else str(term)


def well_formed(words: str) -> str:
    """The words with a replacement character for each lone surrogate: an argument of undecodable bytes has some."""
    return words.encode("utf-8", "replace").decode()


def named(iri: str) -> NamedNode:
    """An IRI that came from outside, as a term: no sign in it ends it, so it may stand in a query.

    Raises:
        UsageError: it is none, or relative.
    """
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise UsageError(f"“{iri[:200]}” is no absolute IRI") from error


def nodes(iris: Iterable[str]) -> list[NamedNode]:
    """IRIs as terms; each is checked."""
    return [NamedNode(iri) for iri in iris]


def day(iso: str) -> Literal:
    """An xsd:date."""
    return Literal(iso, datatype=NamedNode(XSD.date))


def values(variable: str, terms: Iterable[NamedNode | Literal]) -> str:
    """A VALUES clause. pyoxigraph writes each term and has checked each IRI, so a name can't break out of it."""
    return f"VALUES ?{variable} {{ {' '.join(str(term) for term in terms)} }}"
