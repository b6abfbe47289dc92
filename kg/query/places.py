"""Where things happen: places and countries with their coordinates, and how often they are spoken of and met at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import get_args

from pyoxigraph import NamedNode

from kg.graph.event_index import Conditions
from kg.graph.events import stance_role
from kg.graph.reader import Reader
from kg.graph.terms import text, well_formed
from kg.model import ACTS, Stance
from kg.query.dates import days
from kg.query.names import label_of, resolve_name
from kg.query.pages import checked_limit
from kg.query.statements import one_of
from kg.vocabulary import GEO

# Each article that names a place repeats its coordinates: so many of their graphs are looked at, in no order.
_GRAPHS = 50
# Entities that have a place on a map.
_KINDS = ("place", "country")
_WIDEST = {GEO.lat: 90.0, GEO.long: 180.0}


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """The place, or the country, `id` lies at these degrees (WGS 84).

    Attributes:
        kind: place or country.
        mentions, articles: how often it is mentioned, and in how many articles.
        meetings: that were held there, or at a place that lies in it as far as the articles say.
        statements: about it, of the act and the stance that were asked for; None where neither was.
    """

    id: str
    label: str
    kind: str
    latitude: float
    longitude: float
    mentions: int
    articles: int
    meetings: int
    statements: int | None = None


@dataclass(frozen=True, slots=True)
class Places:
    """Where a part of the store has its places, those mentioned most first.

    Attributes:
        items: those with coordinates, at most as many as were asked for.
        places_in_all: with coordinates, also where not all are shown.
        without_coordinates: how many more are mentioned of which nobody knows where they lie.
    """

    items: tuple[PlaceRow, ...]
    places_in_all: int
    without_coordinates: int


def places(
    reader: Reader,
    *,
    entity: str | None = None,
    publisher: str | None = None,
    since: str | None = None,
    until: str | None = None,
    act: str | None = None,
    stance: str | None = None,
    limit: int | None = None,
) -> Places:
    """Places and countries that articles mention, most mentioned first.

    Args:
        reader: the store.
        entity: id, label or alias: only articles that speak of it, and meetings that it took part in.
        publisher: of the articles, exactly.
        since: day, month or year: of publication for mentions, of the meetings themselves; included.
        until: likewise.
        act: only what statements of this act (one of ``kg.model.ACTS``) are about, of `entity` where one is given;
            those with the most of these statements first.
        stance: likewise, of statements that take this stance towards the place.
        limit: at most so many.

    Raises:
        UsageError: an unknown or ambiguous name, a date, an act or a stance that is none, or a limit below 1.
    """
    checked_limit(limit)
    first, last = days(since, until)
    id_ = resolve_name(reader, entity) if entity else None
    iri = reader.iris.publisher(well_formed(publisher)) if publisher else None
    mentioned = reader.index.places(since=first, until=last, publisher=iri, entity=id_)
    parts = (("participant", id_),) if id_ else ()
    held = reader.index.events.by_part(
        Conditions("meeting", parts=parts, publisher=iri, since=first, until=last), "place"
    )
    said = _statements(reader, Conditions("statement", publisher=iri, since=first, until=last), id_, act, stance)
    known = {place for place, _, _ in mentioned}
    about = {entity for entity in said or () if entity.partition("/")[0] in _KINDS}
    # An event may have its own time, and so lie in days in which no article mentions its place.
    rows = [*mentioned, *((place, 0, 0) for place in sorted((held.keys() | about) - known))]
    if said is not None:
        rows = sorted((row for row in rows if row[0] in said), key=lambda row: -said[row[0]])
    found, nowhere = list[PlaceRow](), 0
    for place, mentions, articles in rows:
        latitude, longitude = _degrees(reader, place, GEO.lat), _degrees(reader, place, GEO.long)
        if latitude is None or longitude is None:
            nowhere += 1
            continue
        row = PlaceRow(place, "", place.partition("/")[0], latitude, longitude, mentions, articles, held.get(place, 0))
        found.append(row if said is None else replace(row, statements=said[place]))
    shown = tuple(_labelled(reader, row) for row in found[:limit])
    return Places(shown, len(found), nowhere)


def _statements(
    reader: Reader, asked: Conditions, speaker: str | None, act: str | None, stance: str | None
) -> dict[str, int] | None:
    """How many statements of the act and the stance are about each entity; None where neither is asked for."""
    one_of("act", act, ACTS)
    one_of("stance", stance, get_args(Stance))
    if not act and not stance:
        return None
    parts = (("speaker", speaker),) if speaker else ()
    return reader.index.events.by_part(replace(asked, act=act, parts=parts), stance_role(stance) if stance else "about")


def _degrees(reader: Reader, place: str, term: str) -> float | None:
    quads = reader.graph.quads_for_pattern(NamedNode(reader.iris.entity(place)), NamedNode(term), None, None)
    said = (_number(text(quad.object)) for quad in islice(quads, _GRAPHS))
    return min((degrees for degrees in said if degrees is not None and abs(degrees) <= _WIDEST[term]), default=None)


def _number(value: str) -> float | None:
    try:
        return float(value)
    except ValueError:
        return None  # a graph may hold what it likes


def _labelled(reader: Reader, row: PlaceRow) -> PlaceRow:
    return replace(row, label=label_of(reader, row.id))
