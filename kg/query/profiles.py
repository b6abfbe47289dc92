"""Profiles: what all articles together know of each person and organization, for finding likely duplicates."""

from __future__ import annotations

from collections import defaultdict

from pyoxigraph import NamedNode

from kg.graph.reader import Reader
from kg.graph.terms import text
from kg.ids import fold
from kg.model import Profile
from kg.query.names import label_of
from kg.vocabulary import ORG, RAP, RDF, RDFS, SCHEMA, SKOS

# Groups are told by descriptions, countries and places by the gazetteer: of these there are no duplicates to decide on.
_CLASSES = (RAP.Person, RAP.Organization)


def profiles(reader: Reader) -> list[Profile]:
    """One for each person and organization that articles speak of, sorted by id.

    It reads some index ranges whole, and holds them: about 1 kB for each entity and article that speaks of it.
    """
    reference = reader.iris.graph("reference")
    actors = _by_graph(reader, RDF.type, RAP.Actor)
    days = {article: day[:10] for article, day in _pairs(reader, SCHEMA.datePublished)}
    names, countries, posts = _names(reader), dict(_pairs(reader, RAP.country)), _posts(reader)
    within: dict[str, set[str]] = defaultdict(set)
    for actor, graphs in actors.items():
        for graph in graphs:
            within[graph].add(actor)
    found = []
    for kind in _CLASSES:
        for node, graphs in _by_graph(reader, RDF.type, kind).items():
            articles = graphs - {reference}
            if articles:
                company = set().union(*(within[graph] for graph in articles)) - {node}
                dates = sorted(days[graph] for graph in articles if graph in days)
                entity, country = reader.iris.entity_of(node), countries.get(node)
                found.append(
                    Profile(
                        id=entity,
                        label=label_of(reader, entity),
                        names=tuple(sorted(names.get(node, ()))),
                        country=reader.iris.entity_of(country).removeprefix("country/") if country else None,
                        posts=tuple(sorted(posts.get(node, ()))),
                        articles=frozenset(map(reader.iris.article_of, articles)),
                        company=frozenset(map(reader.iris.entity_of, company)),
                        first=dates[0] if dates else None,
                        last=dates[-1] if dates else None,
                        known=reference in graphs,
                    )
                )
    return sorted(found, key=lambda one: one.id)


def _by_graph(reader: Reader, predicate: str, value: str) -> dict[str, set[str]]:
    """Subject → the graphs that say this of it."""
    found: dict[str, set[str]] = defaultdict(set)
    for quad in reader.graph.quads_for_pattern(None, NamedNode(predicate), NamedNode(value)):
        found[text(quad.subject)].add(text(quad.graph_name))
    return found


def _pairs(reader: Reader, predicate: str) -> list[tuple[str, str]]:
    quads = reader.graph.quads_for_pattern(None, NamedNode(predicate), None)
    return sorted({(text(quad.subject), text(quad.object)) for quad in quads}, reverse=True)


def _names(reader: Reader) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for predicate in (RDFS.label, SKOS.altLabel):
        for node, name in _pairs(reader, predicate):
            found[node].add(name)
    return found


def _posts(reader: Reader) -> dict[str, set[tuple[str, str]]]:
    """Person → posts with the id of what they are for."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    rows = reader.select(
        f"SELECT DISTINCT ?who ?post ?body WHERE {{ ?who <{ORG.hasMembership}> ?m . ?m <{ORG.role}> ?role . "
        f"?role <{RDFS.label}> ?post OPTIONAL {{ ?m <{ORG.organization}> ?body }} }}"
    )
    for row in rows:
        body = reader.iris.entity_of(row["body"]) if "body" in row else ""
        found[row["who"]].add((fold(row["post"]), body))
    return found
