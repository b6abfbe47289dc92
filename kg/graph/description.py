"""What is said of an entity wherever it appears: in an article's graph and in the reference graph."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from kg.graph.nquads import Lines, decimal, iri
from kg.ids import Iris, digest, slug
from kg.model import Entity, EntityKind, Role
from kg.vocabulary import GEO, ORG, OWL, RAP, RDF, RDFS, SKOS, XSD

#: The classes of an entity, its super classes included, so that plain SPARQL without inference can ask for actors.
CLASSES: dict[EntityKind, tuple[str, ...]] = {
    "person": (RAP.Person, RAP.Actor),
    "organization": (RAP.Organization, RAP.Actor),
    "country": (RAP.Country, RAP.Actor, RAP.Place),
    "group": (RAP.Group, RAP.Actor),
    "place": (RAP.Place,),
}

# The fifth digit of a degree is a metre; GeoNames gives no more.
COORDINATE_DIGITS = 5

_TIME = re.compile(r"(\d{4})(?:-W(\d\d)|-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def describe(lines: Lines, entity: Entity, iris: Iris) -> None:
    """Writes class, names, codes and coordinates of an entity, not its roles."""
    node = iris.entity(entity.id)
    for kind in CLASSES[entity.kind]:
        lines.link(node, RDF.type, kind)
    if entity.government and entity.kind == "organization":
        lines.link(node, RDF.type, RAP.GovernmentBody)
    lines.text(node, RDFS.label, entity.label)
    for alias in entity.aliases:
        lines.text(node, SKOS.altLabel, alias)
    for same in entity.same_as:
        lines.link(node, OWL.sameAs, iri(same))
    if entity.country is not None:
        if entity.kind == "country":
            lines.text(node, RAP.isoCode, entity.country)
        else:
            lines.link(node, RAP.country, iris.entity(f"country/{entity.country}"))
    if entity.latitude is not None and entity.longitude is not None:
        lines.value(node, GEO.lat, decimal(entity.latitude, COORDINATE_DIGITS), XSD.decimal)
        lines.value(node, GEO.long, decimal(entity.longitude, COORDINATE_DIGITS), XSD.decimal)


def membership_name(role: Role, holder: str) -> str:
    """Name of the node that says that `holder` has this role: the same for the same role, whatever its evidence."""
    return f"membership-{digest(holder, slug(role.post), role.organization, role.since, role.until)}"


def membership(lines: Lines, node: str, role: Role, *, holder: str, post: str, iris: Iris) -> None:
    """Writes that `holder` has the role, as the node of that IRI.

    Args:
        lines: the graph.
        node: IRI of the membership.
        role: the post, the organization and the time.
        holder: id of the person.
        post: the label of the post.
        iris: the IRIs of the data.
    """
    lines.link(iris.entity(holder), ORG.hasMembership, node)
    lines.link(node, RDF.type, RAP.Membership)
    lines.link(node, ORG.member, iris.entity(holder))
    if role.organization is not None:
        lines.link(node, ORG.organization, iris.entity(role.organization))
    lines.link(node, ORG.role, post_node(lines, post, iris))
    if role.since is not None:
        lines.value(node, RAP.since, period(role.since)[0].isoformat(), XSD.date)
    if role.until is not None:
        lines.value(node, RAP.until, period(role.until)[1].isoformat(), XSD.date)


def post_node(lines: Lines, post: str, iris: Iris) -> str:
    """Writes the post of this label and gives its IRI."""
    node = iris.entity(f"post/{slug(post)}")
    lines.link(node, RDF.type, RAP.Post)
    lines.text(node, RDFS.label, post)
    return node


def period(value: str) -> tuple[date, date]:
    """First and last day of a time: "2017-02-16", "2017-W08" (Monday to Sunday), "2017-02" or "2017".

    Raises:
        ValueError: it is none of these.
    """
    parts = _TIME.fullmatch(value)
    if parts is None:
        raise ValueError(f"“{value}” is no day, week, month or year of ISO 8601")
    year = int(parts[1])
    week, month, day = (int(part) if part else None for part in parts.groups()[1:])
    if week is not None:
        monday = date.fromisocalendar(year, week, 1)
        return monday, monday + timedelta(days=6)
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
