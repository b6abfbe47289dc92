"""The bundled files of the gazetteer, read row by row and indexed by name, demonym, surname and office."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from kg.errors import StopRun
from kg.model import Role
from kg.resolve.gazetteer import entries
from kg.resolve.gazetteer.entries import Entry, split
from kg.resolve.gazetteer.spelling import acronym, name_key

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

# Kinds of posts that tell of somebody only beside the name: there are several senators, and the table has gaps.
_BESIDE_NAMES = frozenset({"member", "other"})


def content(path: Path) -> bytes:
    """The bytes of a file of the gazetteer.

    Raises:
        StopRun: it can't be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise StopRun(f"{path}: the gazetteer can't be read ({error.strerror}): install Rapporteur again") from error


class Index:
    """What the files of one folder say, by what may be asked for.

    Cities stay rows until somebody asks for one: every worker loads the gazetteer, and few cities are asked for.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._entries: dict[str, Entry] = {}
        self._cities: dict[str, list[str]] = {}
        self._territories: set[str] = set()
        self._names: dict[str, str] = {}  # key → ids, joined by ";": most keys have one, and a list each costs 60 MB
        self._acronyms: dict[str, str] = {}
        self._demonyms: dict[str, str] = {}
        self._adjectives: dict[str, list[str]] = {}  # of a country: its demonyms
        self._stands_for: dict[str, str] = {}
        self._surnames: dict[str, list[str]] = {}
        self._people: dict[str, list[str]] = {}
        self._known_abroad: set[str] = set()  # people of offices that the world's news know
        self._offices: dict[str, list[tuple[str, Role]]] = {}  # "country/RUS head_of_state" → tenures
        for name in FILES:
            self._read(name)

    def _known(self, entity: str) -> Entry:
        """The entry of a known id; a city's is made now."""
        if entity not in self._entries:
            row = self._cities[entity]
            self._entries[entity] = entries.city(row, capital=bool(row[8]) and row[8] not in self._territories)
        return self._entries[entity]

    def _read(self, name: str) -> None:
        """Reads one file row by row."""
        path = self.folder / name
        raw = content(path)
        take: Callable[[list[str]], None] = getattr(self, "_take_" + name.removesuffix(".csv"))
        try:
            lines = raw.decode("utf-8").splitlines()
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
        self._adjectives.setdefault(row[1], []).append(row[0])

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
        self._call(entry.id, (entry.label, *entry.aliases), split(row[2]) or (entry.label.split()[-1],))

    def _call(self, person: str, names: tuple[str, ...], surnames: tuple[str, ...]) -> None:
        """Lets the full names and the surnames lead to the person."""
        for index, called in ((self._people, names), (self._surnames, surnames)):
            for key in map(name_key, called):
                if person not in index.setdefault(key, []):
                    index[key].append(person)

    def _take_offices(self, row: list[str]) -> None:
        person, kinds, role = entries.office(row)
        if role.organization not in self._entries:
            raise ValueError(f"no entity {role.organization}")
        if _BESIDE_NAMES.issuperset(kinds):
            self._hold(person, role, ())
        else:
            self._known_abroad.add(person)
            self._hold(person, role, (*kinds, name_key(role.post)))

    def _hold(self, person: str, role: Role, keys: Iterable[str]) -> None:
        """Lets the person have the role, to be found by the keys."""
        known = self._entries[person]
        self._entries[person] = replace(known, roles=(*known.roles, role))
        for key in dict.fromkeys(keys):
            self._offices.setdefault(f"{role.organization} {key}", []).append((person, role))
