"""Which entities there are, and what is known of one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import get_args

from pyoxigraph import NamedNode, Store

from kg.graph.name_index import EntityHit
from kg.graph.reader import Reader
from kg.graph.terms import text, well_formed
from kg.model import EntityKind
from kg.query.names import called_nearly, label_of, resolve_name
from kg.query.pages import Page, checked_limit, cut, read_cursor, write_cursor
from kg.query.rows import EntityRow, Named, RoleRow
from kg.query.statements import one_of
from kg.vocabulary import GEO, ORG, OWL, RAP, RDFS

KINDS: tuple[str, ...] = get_args(EntityKind)
SORTS = ("mentions", "id")

# Thousands of articles say the same of a well-known actor: so many of their graphs are looked at, in no order.
_GRAPHS = 2000
_PROPERTIES = (RAP.country, OWL.sameAs, GEO.lat, GEO.long)
# Further down come names that nobody has meant.
_NEARLY = 10


def entities(
    reader: Reader,
    *,
    words: str | None = None,
    kind: str | None = None,
    sort: str | None = None,
    cursor: str | None = None,
    limit: int | None = None,
) -> Page[EntityHit]:
    """Entities that articles speak of.

    Args:
        reader: the store.
        words: all of them in a name; the last one may be unfinished. Where no name has them, those that are called
            nearly so are found, on one page.
        kind: person, organization, country, group or place.
        sort: "mentions", best known first, as is usual with words; or "id", as is usual without. Counts grow while
            articles are added, and ids stay: pages by id have every entity once, whatever happens meanwhile.
        cursor: ``next`` of the page before.
        limit: at most so many.

    Raises:
        UsageError: a kind, sort or cursor that is none, or a limit below 1.
    """
    checked_limit(limit)
    by_id = (one_of("sort", sort, SORTS) or ("mentions" if words else "id")) == "id"
    one_of("type", kind, KINDS)
    after = None
    if cursor:
        number, id_ = read_cursor(cursor, int, str)
        after = (number, id_)
    found = reader.index.entities(
        well_formed(words or ""), kind=kind, by_id=by_id, after=after, limit=limit + 1 if limit else None
    )
    if words and not found and not cursor:
        near = called_nearly(reader, words, limit=min(limit or _NEARLY, _NEARLY))
        return Page(hit for hit in near if hit.articles and kind in {None, hit.kind})
    hits, end = cut(found, limit)
    return Page(hits, write_cursor(end.mentions, end.id) if end else None)


def entity(reader: Reader, name: str) -> EntityRow:
    """What is known of one entity.

    Args:
        reader: the store.
        name: its id, label or an alias.

    Raises:
        Unknown: nobody is called so.
        AmbiguousName: several are.
    """
    id_ = resolve_name(reader, name)
    index = reader.index
    hit = index.entity(id_)
    known = _properties(reader, id_)
    first, last = index.first_and_last(id_)
    said, about, to, meetings = index.events.counts_of(id_, ("speaker", "about", "addressee", "participant"))
    country = min(known.get(RAP.country, ()), default=None)
    latitude, longitude = (min(map(float, known.get(term, ())), default=None) for term in (GEO.lat, GEO.long))
    label = hit.label if hit else id_
    return EntityRow(
        id=id_,
        iri=reader.iris.entity(id_),
        label=label,
        kind=id_.partition("/")[0],
        aliases=_aliases(label, (usage.name for usage in index.names_of(id_))),
        same_as=tuple(sorted(known.get(OWL.sameAs, ()))),
        country=_named(reader, reader.iris.entity_of(country)) if country else None,
        latitude=latitude,
        longitude=longitude,
        roles=_roles(reader, id_),
        mentions=hit.mentions if hit else 0,
        articles=hit.articles if hit else 0,
        statements=said,
        statements_about=about,
        statements_to=to,
        meetings=meetings,
        first=first,
        last=last,
    )


def _aliases(label: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names beside the label; of "WASHINGTON" and "Washington" the one that comes first."""
    spellings = {label.casefold(): label}
    for name in names:
        spellings.setdefault(name.casefold(), name)
    return tuple(name for name in spellings.values() if name != label)


def _named(reader: Reader, entity: str) -> Named:
    return Named(entity, label_of(reader, entity))


def _properties(reader: Reader, entity: str) -> dict[str, set[str]]:
    node = NamedNode(reader.iris.entity(entity))
    if isinstance(reader.graph, Store):  # a third of the query's time
        quads = [islice(reader.graph.quads_for_pattern(node, NamedNode(term), None), _GRAPHS) for term in _PROPERTIES]
        return {term: {text(quad.object) for quad in each} for term, each in zip(_PROPERTIES, quads, strict=True)}
    terms = " ".join(f"<{term}>" for term in _PROPERTIES)
    said = f"SELECT ?p ?o WHERE {{ VALUES ?p {{ {terms} }} GRAPH ?g {{ {node} ?p ?o }} }} LIMIT {_GRAPHS}"
    found: dict[str, set[str]] = {}
    for row in reader.select(f"SELECT DISTINCT ?p ?o WHERE {{ {{ {said} }} }}"):
        found.setdefault(row["p"], set()).add(row["o"])
    return found


def _roles(reader: Reader, entity: str) -> tuple[RoleRow, ...]:
    """The posts that a person holds or held, by time; what the gazetteer alone knows has no article.

    "Foreign minister" and "foreign minister" are one post, in the spelling with more capitals.
    """
    node = NamedNode(reader.iris.entity(entity))
    if isinstance(reader.graph, Store) and not any(reader.graph.quads_for_pattern(None, NamedNode(ORG.member), node)):
        return ()  # as most have none: a twentieth of the time of the query
    reference = NamedNode(reader.iris.graph("reference"))
    rows = reader.select(
        f"SELECT (MIN(?called) AS ?post) ?body ?since ?until (COUNT(DISTINCT ?article) AS ?articles) WHERE {{ "
        f"{{ SELECT ?g ?m WHERE {{ GRAPH ?g {{ ?m <{ORG.member}> {node} }} }} LIMIT {_GRAPHS} }} "
        f"GRAPH ?g {{ ?m <{ORG.role}>/<{RDFS.label}> ?called OPTIONAL {{ ?m <{ORG.organization}> ?body }} "
        f"OPTIONAL {{ ?m <{RAP.since}> ?since }} OPTIONAL {{ ?m <{RAP.until}> ?until }} }} "
        f"BIND(IF(?g = {reference}, ?unbound, ?g) AS ?article) BIND(LCASE(STR(?called)) AS ?folded) }} "
        f"GROUP BY ?folded ?body ?since ?until"
    )
    roles = (
        RoleRow(
            row["post"],
            _named(reader, reader.iris.entity_of(row["body"])) if "body" in row else None,
            row.get("since"),
            row.get("until"),
            int(row["articles"]),
        )
        for row in rows
    )
    return tuple(
        sorted(
            roles, key=lambda role: (role.since or "", role.until or "", role.post, role.organization or Named("", ""))
        )
    )
