"""Rows of the gazetteer's files as entries. The columns are described in ``data/gazetteer/README.md``."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from kg.ids import geonames, slug
from kg.model import Entity, EntityKind, Role

#: Buildings and streets that stand for a government: above cities and regions of that name.
METONYM_PROMINENCE = 0.75
PERSON_PROMINENCE = 0.7

#: Words for the posts whose holders the gazetteer knows; each gives the kinds of office it may be, the likeliest first.
POST_KINDS: dict[str, tuple[str, ...]] = {
    "president": ("head_of_state", "head"),
    "head of state": ("head_of_state",),
    **dict.fromkeys(("king", "queen", "monarch", "emperor", "sultan", "emir", "pope"), ("head_of_state",)),
    **dict.fromkeys(("prime minister", "premier", "pm", "chancellor", "taoiseach"), ("head_of_government",)),
    "head of government": ("head_of_government",),
    **dict.fromkeys(("foreign minister", "foreign secretary", "secretary of state"), ("foreign_minister",)),
    **dict.fromkeys(
        ("minister of foreign affairs", "top diplomat", "external affairs minister"), ("foreign_minister",)
    ),
    **dict.fromkeys(("defence minister", "defense minister", "minister of defence"), ("defence_minister",)),
    **dict.fromkeys(("minister of defense", "secretary of defense", "defense secretary"), ("defence_minister",)),
    **dict.fromkeys(("defence secretary", "secretary of defence", "pentagon chief"), ("defence_minister",)),
    **dict.fromkeys(("secretary general", "head", "chief", "director general", "chairman", "leader"), ("head",)),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """The gazetteer knows `label` as the entity `id`.

    Attributes:
        country: ISO 3166-1 alpha-3 code of the country it is, lies in or belongs to.
        region: id of the state of the United States that a town lies in; None for all else.
        latitude, longitude: WGS 84, in degrees.
        same_as: IRIs of GeoNames.
        prominence: 0 to 1: how likely the name means this entity rather than another of that name.
        government: a body of a state's government.
        sort: of an organization: "intergovernmental", "government", "armed_group", "party", "ngo", "media", "company".
        roles: the posts that a person holds or held, the first one first.
        alone_since: the day from which the surname alone means this person, also where nothing else in a text tells it.
    """

    id: str
    kind: EntityKind
    label: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    region: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    same_as: tuple[str, ...] = ()
    prominence: float = 0.5
    government: bool = False
    sort: str = ""
    roles: tuple[Role, ...] = ()
    alone_since: str | None = None

    def entity(self) -> Entity:
        """The same for the graph."""
        return Entity(
            id=self.id,
            kind=self.kind,
            label=self.label,
            aliases=tuple(sorted(self.aliases)),
            same_as=self.same_as,
            country=self.country,
            latitude=self.latitude,
            longitude=self.longitude,
            government=self.government,
            roles=self.roles,
        )


def _geonames(number: str) -> tuple[str, ...]:
    return (geonames(number),) if number else ()


def _degrees(text: str) -> float | None:
    return float(text) if text else None


def split(text: str) -> tuple[str, ...]:
    return tuple(text.split(";")) if text else ()


def country(row: list[str]) -> Entry:
    """The entry of a row of countries.csv: states 0.82 to 1, territories 0.6 to 0.78 prominent."""
    entity, label, _, aliases, _, iso3, number, latitude, longitude, status, population, *_ = row
    return Entry(
        id=entity,
        kind="country",
        label=label,
        aliases=split(aliases),
        country=iso3,
        latitude=float(latitude),
        longitude=float(longitude),
        same_as=_geonames(number),
        prominence=(0.82 if status == "state" else 0.6) + math.log10(max(int(population), 1)) / 52,
    )


def city(row: list[str], *, capital: bool) -> Entry:
    """The entry of a row of places.csv; `capital` of a state.

    Cities are 0.28 (15,000 people) to 0.49 (24 million) prominent; capitals 0.6 to 0.8, above regions.
    """
    number, label, _, aliases, iso3, latitude, longitude, population, _, state, *_ = row
    size = math.log10(max(int(population), 1))
    return Entry(
        id=f"place/{number}",
        kind="place",
        label=label,
        aliases=split(aliases),
        country=iso3,
        region=f"place/{state}" if state else None,
        latitude=float(latitude),
        longitude=float(longitude),
        same_as=_geonames(number),
        prominence=0.6 + size / 40 if capital else size / 15,
    )


def region(row: list[str]) -> Entry:
    """The entry of a row of regions.csv."""
    entity, label, aliases, iso3, latitude, longitude, prominence, *_ = row
    number = entity.removeprefix("place/")
    return Entry(
        id=entity,
        kind="place",
        label=label,
        aliases=split(aliases),
        country=iso3 or None,
        latitude=_degrees(latitude),
        longitude=_degrees(longitude),
        same_as=_geonames(number if number.isdigit() else ""),
        prominence=float(prominence),
    )


def organization(row: list[str]) -> Entry:
    """The entry of a row of organizations.csv."""
    entity, label, aliases, kind, iso3, prominence, *_ = row
    return Entry(
        id=entity,
        kind="organization",
        label=label,
        aliases=split(aliases),
        country=iso3 or None,
        prominence=float(prominence),
        government=kind == "government",
        sort=kind,
    )


def building(row: list[str]) -> Entry:
    """The entry of a row of metonyms.csv that is not a city: a palace, a street, a hill."""
    entity, label, aliases, iso3, *_ = row
    return Entry(entity, "place", label, split(aliases), iso3 or None, prominence=METONYM_PROMINENCE)


def person(row: list[str]) -> Entry:
    """The entry of a row of people.csv, without posts.

    Raises:
        ValueError: the day is not an ISO date.
    """
    label, aliases, _, iso3, since, *_ = row
    if since:
        date.fromisoformat(since)
    return Entry(
        id=f"person/{slug(label)}",
        kind="person",
        label=label,
        aliases=split(aliases),
        country=iso3 or None,
        prominence=PERSON_PROMINENCE,
        alone_since=since or None,
    )


def office(row: list[str]) -> tuple[str, tuple[str, ...], Role]:
    """(id of the person, kinds of the office, role) of a row of offices.csv.

    Raises:
        ValueError: a day is not an ISO date.
    """
    label, post, kinds, holder_of, since, until, *_ = row
    for day in filter(None, (since, until)):
        date.fromisoformat(day)
    role = Role(post, organization=holder_of, since=since or None, until=until or None)
    return f"person/{slug(label)}", split(kinds), role
