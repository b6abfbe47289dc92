"""What may be meant where a question finds nothing: articles name a capital for the government that sits there."""

from __future__ import annotations

from dataclasses import dataclass

from kg.graph.reader import Reader
from kg.query.entities import entity
from kg.query.names import label_of, resolve_name
from kg.query.overview import statement_counts
from kg.query.rows import Named

#: Conditions of ``kg.query.statements.statements`` that name somebody.
_WHO = ("speaker", "about", "addressee")


@dataclass(frozen=True, slots=True)
class Meant:
    """`statements` meet the question if it names, by condition, the `countries` of the `places` instead of these."""

    places: dict[str, Named]
    countries: dict[str, Named]
    statements: int


def countries_meant(reader: Reader, **asked: str | None) -> Meant | None:
    """The countries of the places that a question for statements names, where they find any statement.

    Args:
        reader: the store.
        asked: the conditions, as ``kg.query.statements.statements`` takes them.

    Raises:
        UsageError: as there.
    """
    named = {condition: resolve_name(reader, name) for condition in _WHO if (name := asked.get(condition))}
    places = {condition: id_ for condition, id_ in named.items() if id_.startswith("place/")}
    countries = {condition: country for condition, id_ in places.items() if (country := entity(reader, id_).country)}
    if not countries:
        return None
    found = statement_counts(reader, **{**asked, **{condition: one.id for condition, one in countries.items()}}).total
    labels = {condition: Named(places[condition], label_of(reader, places[condition])) for condition in countries}
    return Meant(labels, countries, found) if found else None
