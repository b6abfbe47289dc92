"""The gazetteer: what the names of countries, places, organizations and office holders stand for.

It reads the CSV files of ``data/gazetteer``, whose README says where the facts come from and what the columns mean.
Cities stay rows until somebody asks for one: every worker process loads the gazetteer, and few cities are asked for.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from kg import resources
from kg.errors import StopRun
from kg.model import Entity, EntityKind, Role
from kg.resolve import entries
from kg.resolve.entries import Entry, split
from kg.resolve.spelling import acronym, name_key, without_article

#: The files, in the order in which they are read: later ones refer to earlier ones.
FILES = (
    "countries.csv",
    "demonyms.csv",
    "places.csv",
    "regions.csv",
    "organizations.csv",
    "metonyms.csv",
    "people.csv",
    "offices.csv",
)
#: A bare surname means its holder from a year before the post (candidates, nominees) to a year after it.
SURNAME_MARGIN = timedelta(days=365)
#: A name that is the label goes before an equal alias, but not before the alias of a place ten times the size:
#: ten times the population are 1 / 15 of prominence.
ALIAS_PENALTY = 0.05

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


def _within(role: Role, on: date, margin: timedelta = timedelta(0)) -> bool:
    since, until = (on + margin).isoformat(), (on - margin).isoformat()
    return (role.since or "") <= since and (role.until or "9999") >= until


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise StopRun(f"{path}: the gazetteer can't be read ({error.strerror}): install Rapporteur again") from error


class Gazetteer:
    """Names, demonyms, capitals, office holders. Read-only once it is loaded; use ``Gazetteer.load()``.

    Attributes:
        fingerprint: 16 hexadecimal digits that change with the files.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._entries: dict[str, Entry] = {}
        self._cities: dict[str, list[str]] = {}
        self._territories: set[str] = set()
        self._names: dict[str, str] = {}  # key → ids, joined by ";": most keys have one, and a list each costs 60 MB
        self._acronyms: dict[str, str] = {}
        self._demonyms: dict[str, str] = {}
        self._stands_for: dict[str, str] = {}
        self._surnames: dict[str, list[str]] = {}
        self._people: dict[str, list[str]] = {}
        self._offices: dict[str, list[tuple[str, Role]]] = {}  # "country/RUS head_of_state" → tenures
        self._found: dict[str, tuple[Entry, ...]] = {}
        for name in FILES:
            self._read(name)
        self.fingerprint = self.fingerprint_of(folder)

    @classmethod
    def load(cls, folder: Path | None = None) -> Gazetteer:
        """Loads the bundled gazetteer, or the one in the folder.

        Raises:
            StopRun: a file is missing or a row is wrong; the message names the file and the line.
        """
        return cls(folder or resources.folder("gazetteer"))

    @staticmethod
    def fingerprint_of(folder: Path | None = None) -> str:
        """The fingerprint of the bundled gazetteer, or of the one in the folder, without loading it.

        Raises:
            StopRun: a file is missing.
        """
        hashed = sha256()
        for name in FILES:
            hashed.update(_content((folder or resources.folder("gazetteer")) / name))
        return hashed.hexdigest()[:16]

    # ---- questions

    def lookup(self, name: str, *, kinds: Collection[EntityKind] | None = None) -> tuple[Entry, ...]:
        """All that bear this name, the most prominent first; a leading "the" doesn't count.

        Acronyms of up to three letters must be in capitals. People are found by their full names only.
        """
        bare = without_article(name)
        if bare not in self._found:
            key = name_key(bare)
            ids = [self._acronyms.get(acronym(bare) or "", "")]
            if bare != bare.lower() or not bare.isascii():  # names have capitals: "us" and "nice" are words
                ids.append(self._names.get(key, ""))
            bearers = [self._known(i) for i in dict.fromkeys(";".join(filter(None, ids)).split(";")) if i]
            bearers.sort(key=lambda e: (ALIAS_PENALTY * (name_key(e.label) != key) - e.prominence, e.id))
            self._found[bare] = tuple(bearers)
        found = self._found[bare]
        return found if kinds is None else tuple(e for e in found if e.kind in kinds)

    def lookup_person(self, name: str, *, on: date | None) -> tuple[Entry, ...]:
        """The people of this full name, else the holders of a post around that day who bear this surname."""
        key = name_key(name)
        if key in self._people:
            return tuple(self._entries[person] for person in self._people[key])
        if on is None:
            return ()
        bearers = (self._entries[person] for person in self._surnames.get(key, ()))
        return tuple(e for e in bearers if any(_within(role, on, SURNAME_MARGIN) for role in e.roles))

    def entry(self, entity: str) -> Entry | None:
        """The entity of this id."""
        return self._known(entity) if entity in self._entries or entity in self._cities else None

    def demonym(self, word: str) -> str | None:
        """Id of the country (or region) that the adjective or noun belongs to: "Russians" → ``country/RUS``."""
        return self._demonyms.get(word)

    def stands_for(self, name: str) -> str | None:
        """Id of the country or organization that the capital, seat or building (its id or name) stands for."""
        if name in self._stands_for:
            return self._stands_for[name]
        best = self.lookup(name, kinds={"place"})[:1]
        return self._stands_for.get(best[0].id) if best else None

    def officeholder(self, post: str, organization: str, on: date | None) -> tuple[Entry, Role] | None:
        """Who held the post (its words, or its kind: ``head_of_state``) on that day, or holds it now (None).

        On the day of a handover the new holder is meant.
        """
        for key in (post, name_key(post), *POST_KINDS.get(name_key(post), ())):
            tenures = self._offices.get(f"{organization} {key}", ())
            held = [t for t in tenures if (not t[1].until if on is None else _within(t[1], on))]
            if held:
                person, role = max(held, key=lambda t: (t[1].since or "", t[0]))
                return self._entries[person], role
        return None

    def roles_of(self, person: str, on: date | None = None) -> tuple[Role, ...]:
        """The posts that the person held on that day; all of them without a day."""
        known = self._entries.get(person)
        roles = known.roles if known else ()
        return roles if on is None else tuple(role for role in roles if _within(role, on))

    def reference(self) -> tuple[Entity, ...]:
        """Countries, organizations and office holders, sorted by id: the core that every store carries."""
        kinds = {"country", "organization", "person"}
        return tuple(self._entries[i].entity() for i in sorted(self._entries) if self._entries[i].kind in kinds)

    # ---- reading

    def _known(self, entity: str) -> Entry:
        """The entry of a known id; a city's is made now."""
        if entity not in self._entries:
            row = self._cities[entity]
            self._entries[entity] = entries.city(row, capital=bool(row[8]) and row[8] not in self._territories)
        return self._entries[entity]

    def _read(self, name: str) -> None:
        """Reads one file row by row."""
        path = self.folder / name
        content = _content(path)
        take: Callable[[list[str]], None] = getattr(self, "_take_" + name.removesuffix(".csv"))
        try:
            lines = content.decode("utf-8").splitlines()
        except UnicodeDecodeError as error:
            raise StopRun(f"{path}: the file is not UTF-8 ({error.reason}): correct it, or install again") from error
        table = csv.reader(lines)
        width = len(next(table, []))
        for row in table:
            try:
                take(row if len(row) == width else [])
            except (ValueError, KeyError, IndexError) as error:
                reason = f"{len(row)} columns instead of {width}" if len(row) != width else str(error)
                where = f"{path}:{table.line_num}"
                raise StopRun(f"{where}: the row is wrong ({reason}): correct it, or install again") from error

    def _name(self, entity: str, names: tuple[str, ...]) -> None:
        """Lets the names lead to the entity."""
        for name in names:
            short = acronym(name) if len(name) <= 6 else None  # no cased acronym is longer, dots included
            index, key = (self._acronyms, short) if short else (self._names, name_key(name))
            known = index.get(key)
            if known is None:
                index[key] = entity
            elif entity not in known.split(";"):
                index[key] = f"{known};{entity}"

    def _add(self, entry: Entry) -> None:
        if entry.id in self._entries:
            raise ValueError(f"{entry.id} is there twice")
        self._entries[entry.id] = entry
        self._name(entry.id, (entry.label, *entry.aliases))

    def _take_countries(self, row: list[str]) -> None:
        entry = entries.country(row)
        self._add(entry)
        status, capital, seats = row[9], row[11], split(row[12])
        if status == "state":
            self._stands_for.update((f"place/{seat}", entry.id) for seat in (capital, *seats) if seat)
        else:
            self._territories.add(row[5])

    def _take_demonyms(self, row: list[str]) -> None:
        self._demonyms[row[0]] = row[1]

    def _take_places(self, row: list[str]) -> None:
        number, name, ascii_name, aliases, *_ = row
        entity = f"place/{int(number)}"
        self._cities[entity] = row
        self._name(entity, (ascii_name or name, *split(aliases)))

    def _take_regions(self, row: list[str]) -> None:
        self._add(entries.region(row))

    def _take_organizations(self, row: list[str]) -> None:
        self._add(entries.organization(row))

    def _take_metonyms(self, row: list[str]) -> None:
        entity, stands_for = row[0], row[4]
        if stands_for not in self._entries:
            raise ValueError(f"no entity {stands_for}")
        self._stands_for[entity] = stands_for
        if entity not in self._cities and entity not in self._entries:
            self._add(entries.building(row))

    def _take_people(self, row: list[str]) -> None:
        entry = entries.person(row)
        self._add(entry)
        for name in (entry.label, *entry.aliases):
            self._people.setdefault(name_key(name), []).append(entry.id)
        for name in split(row[2]) or (entry.label.split()[-1],):
            self._surnames.setdefault(name_key(name), []).append(entry.id)

    def _take_offices(self, row: list[str]) -> None:
        person, kinds, role = entries.office(row)
        if role.organization not in self._entries:
            raise ValueError(f"no entity {role.organization}")
        known = self._entries[person]
        self._entries[person] = replace(known, roles=(*known.roles, role))
        for key in dict.fromkeys((*kinds, name_key(role.post))):
            self._offices.setdefault(f"{role.organization} {key}", []).append((person, role))
