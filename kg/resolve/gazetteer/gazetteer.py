"""The gazetteer: what the names of countries, places, organizations and office holders stand for.

It reads the CSV files of ``data/gazetteer``, whose README says where the facts come from and what the columns mean,
and after them the user's own (``kg.resolve.gazetteer.own``), which win.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from rapidfuzz.distance import OSA

from kg import resources
from kg.ids import slug
from kg.model import Entity, EntityKind, Role
from kg.resolve.gazetteer import own
from kg.resolve.gazetteer.entries import POST_KINDS, Entry
from kg.resolve.gazetteer.index import FILES, Index, content
from kg.resolve.gazetteer.spelling import acronym, is_respelt, name_key, parts, sound, without_article

#: A bare surname means its holder from a year before the post (candidates, nominees) to a year after it.
SURNAME_MARGIN = timedelta(days=365)
#: A name that is the label goes before an equal alias, but not before the alias of a place ten times the size:
#: ten times the population are 1 / 15 of prominence.
ALIAS_PENALTY = 0.05
#: Regions, countries and capitals are at least so prominent; towns ("Union", "Cross") are not.
WELL_KNOWN = 0.5
#: A place of 150,000 people or more (see `entries.city`): a word that may be something else can mean it.
TOWN = 0.345
#: States are at least so prominent, and nothing else is (see `entries.country`).
STATE = 0.82

_PART = re.compile(
    r"(?P<side>(?:north|south)-?(?:east|west)|north|south|east|west|central)(?:ern)? (?P<whole>.+)", re.I
)


def _within(role: Role, on: date, margin: timedelta = timedelta(0)) -> bool:
    since, until = (on + margin).isoformat(), (on - margin).isoformat()
    return (role.since or "") <= since and (role.until or "9999") >= until


def known_on(person: Entry, on: date | None) -> bool:
    """The person is known by the surname alone on that day, for a post held about then or for good; None: now."""
    held = (not role.until if on is None else _within(role, on, SURNAME_MARGIN) for role in person.roles)
    return is_eminent(person, on) or any(held)


def is_eminent(person: Entry, on: date | None) -> bool:
    """The surname alone means this person on that day (None: now), whatever else a text speaks of: "Obama"."""
    return person.alone_since is not None and (on is None or person.alone_since <= on.isoformat())


class Gazetteer(Index):
    """Names, demonyms, capitals, office holders. Read-only once it is loaded; use ``Gazetteer.load()``.

    Args:
        folder: of the bundled files.
        added: of the user's files; it need not be there.

    Attributes:
        fingerprint: 16 hexadecimal digits that change with the files.
    """

    def __init__(self, folder: Path, added: Path | None = None) -> None:
        super().__init__(folder)
        self._found: dict[str, tuple[Entry, ...]] = {}
        self._given: dict[str, list[str]] = {}  # first word → full names; made when somebody asks
        self._heard: dict[str, list[str]] = {}  # how a full name sounds → full names; made when somebody asks
        self._states: list[tuple[str, Entry]] = []  # key of each state; made when somebody asks
        self._own: set[tuple[str, str]] = set()  # (key, id): what the user lets the key mean
        for problem in self.add(row for path in own.files(added) for row in own.read(path)) if added else ():
            raise own.unusable(problem)
        self.fingerprint = self.fingerprint_of(folder, added)

    @classmethod
    def load(cls, folder: Path | None = None) -> Gazetteer:
        """Loads the bundled gazetteer and the user's own, or the one in the folder alone.

        Raises:
            StopRun: a file is missing or a row is wrong; the message names the file and the line.
        """
        return cls(folder) if folder else cls(resources.folder("gazetteer"), resources.own_gazetteer())

    @staticmethod
    def fingerprint_of(folder: Path | None = None, added: Path | None = None) -> str:
        """The fingerprint of what `load` loads, without loading it.

        Raises:
            StopRun: a file is missing.
        """
        if folder is None:
            folder, added = resources.folder("gazetteer"), resources.own_gazetteer()
        hashed = sha256()
        for path in [folder / name for name in FILES] + (own.files(added) if added else []):
            hashed.update(content(path))
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
            bearers.sort(key=lambda e: self._rank(e, key))
            self._found[bare] = tuple(bearers) or self._part(bare)
        found = self._found[bare]
        return found if kinds is None else tuple(e for e in found if e.kind in kinds)

    def body(self, state: Entry, name: str) -> Entry | None:
        """The organization of this name that a state has: "Turkey's parliament", "US Coast Guard", "Iraqi Army"."""
        adjectives = self._adjectives.get(state.id, ())
        owners = (f"{state.label}'s", *(alias for alias in state.aliases if acronym(alias)), *adjectives)
        found = (self.lookup(f"{owner} {name}", kinds={"organization"}) for owner in owners)
        return next((each[0] for each in found if each), None)

    def province(self, town: Entry, label: str) -> Entry | None:
        """The province that is called after a town, which lies in it; None where that is no town."""
        if town.id not in self._cities:
            return None
        identity = f"place/{slug(label)}"
        where = replace(town, id=identity, label=label, aliases=(), same_as=(), prominence=WELL_KNOWN)
        return self._entries.setdefault(identity, where)

    def _part(self, name: str) -> tuple[Entry, ...]:
        """A part of a country or of a well-known region, told by a point of the compass: "northern Israel"."""
        found = _PART.fullmatch(name)
        whole = self.lookup(found["whole"], kinds={"country", "place"})[:1] if found else ()
        if not found or not whole or not whole[0].country or whole[0].prominence < WELL_KNOWN:
            return ()
        # Of one spelling, whichever an article has: the same articles give the same graph.
        side = found["side"].lower().replace("-", "")
        label = f"{side}{'' if side == 'central' else 'ern'} {whole[0].label}"
        part = Entry(f"place/{slug(label)}", "place", label, country=whole[0].country, prominence=WELL_KNOWN)
        return (self._entries.setdefault(part.id, part),)

    def lookup_person(self, name: str, *, on: date | None) -> tuple[Entry, ...]:
        """The people of this full name, else those known by this surname on that day (None: now), see `known_on`."""
        key = name_key(name)
        called = self._people.get(key)
        bearers = [self._entries[person] for person in called or self._surnames.get(key, [])]
        if not called and not (" " in key and len(bearers) == 1):  # few are called "Le Pen"
            bearers = [e for e in bearers if known_on(e, on)]
        return tuple([e for e in bearers if (key, e.id) in self._own] or bearers)

    def respelt(self, name: str) -> tuple[Entry, ...]:
        """The people one of whose full names is this one in another transliteration, or but for a slip."""
        words = parts(name)
        if not self._heard:
            for known in self._people:
                self._heard.setdefault(_sounds(parts(known)), []).append(known)
        alike = (known for known in self._heard.get(_sounds(words), ()) if is_respelt(words, parts(known)))
        return tuple(dict.fromkeys(self._entries[person] for known in alike for person in self._people[known]))

    def is_full_name(self, name: str) -> bool:
        """Somebody has this full name."""
        return name_key(name) in self._people

    def called(self, surname: str) -> tuple[Entry, ...]:
        """All people of this surname, whenever they held a post."""
        return tuple(self._entries[person] for person in self._surnames.get(name_key(surname), ()))

    def is_known_abroad(self, person: str) -> bool:
        """Whoever has this id holds or held an office that the world's news know, or is the user's."""
        return person in self._known_abroad

    def people(self, given: str) -> list[tuple[str, Entry]]:
        """The full names that begin with this word, as they are compared, and whose they are."""
        if not self._given:
            for name in self._people:
                self._given.setdefault(name.partition(" ")[0], []).append(name)
        return [(name, self._entries[person]) for name in self._given.get(given, ()) for person in self._people[name]]

    def entry(self, entity: str) -> Entry | None:
        """The entity of this id."""
        return self._known(entity) if entity in self._entries or entity in self._cities else None

    def misspelt_country(self, name: str) -> Entry | None:
        """The one country whose name differs by a letter: "Ethopia"."""
        key = name_key(name)
        if not self._states:
            states = (one for one in self._entries.values() if one.kind == "country" and one.prominence >= STATE)
            self._states = [(name_key(state.label), state) for state in states]
        near = {state.id: state for known, state in self._states if OSA.distance(known, key, score_cutoff=1) <= 1}
        return next(iter(near.values())) if len(near) == 1 else None

    def demonym(self, word: str) -> str | None:
        """Id of the country (or region) that the adjective or noun belongs to: "Russians" → ``country/RUS``."""
        return self._demonyms.get(word)

    def stands_for(self, name: str) -> str | None:
        """Id of the country or organization that the capital, seat or building (its id or name) stands for."""
        if name in self._stands_for:
            return self._stands_for[name]
        best = self.lookup(name, kinds={"place"})[:1]
        return self._stands_for.get(best[0].id) if best else None

    def capital(self, state: str) -> Entry | None:
        """The capital of the state with this id."""
        seats = (seat for seat, of in self._stands_for.items() if of == state and seat.startswith("place/"))
        first = next(seats, None)  # of a country's row the capital comes before other seats
        return self.entry(first) if first is not None else None

    def officeholder(self, post: str, organization: str, on: date | None) -> tuple[Entry, Role] | None:
        """Who held the post (its words, or its kind: ``head_of_state``) on that day, or holds it now (None).

        On the day of a handover the new holder is meant.
        """
        for key in (post, name_key(post), *POST_KINDS.get(name_key(post), ())):
            post_of = f"{organization} {key}"
            tenures = self._offices.get(post_of, ())
            held = [t for t in tenures if (not t[1].until if on is None else _within(t[1], on))]
            if held:
                person, role = max(held, key=lambda t: ((post_of, t[0]) in self._own, t[1].since or "", t[0]))
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

    # ---- the user's own

    def add(self, rows: Iterable[own.Row]) -> list[own.Problem]:
        """Takes rows of the user, whose names win, and tells which it can't take."""
        problems, taken = [], list(rows)
        for take in (self._take_own, self._tie_own):  # a post may be of an organization further down
            for row in taken.copy():
                try:
                    take(row)
                except ValueError as error:
                    problems.append(own.Problem(row.where, str(error)))
                    taken.remove(row)
        self._found.clear()
        self._given.clear()
        self._heard.clear()
        self._states.clear()
        return problems

    def _take_own(self, row: own.Row) -> None:
        entry = own.entry(row)
        if entry.country and f"country/{entry.country}" not in self._entries:
            raise ValueError(f"no country has the code {entry.country}")
        known = self.entry(entry.id)
        names = (entry.label, *entry.aliases)
        self._entries[entry.id] = own.merged(known, entry) if known else entry
        self._name(entry.id, names)
        self._own.update((name_key(name), entry.id) for name in names)
        self._demonyms.update(dict.fromkeys(own.names(row.demonyms), entry.id))
        if entry.kind == "person":
            self._call(entry.id, names, own.surnames(row))
            self._known_abroad.add(entry.id)

    def _tie_own(self, row: own.Row) -> None:
        """Ties what the row names to other entries: posts, and what a place stands for."""
        entity = own.entry(row).id
        if row.stands_for:
            self._stands_for[entity] = self._actor(row.stands_for)
        for role in [replace(post, organization=self._actor(post.organization or "")) for post in own.posts(row)]:
            keys = (name_key(role.post), *POST_KINDS.get(name_key(role.post), ())[:1])
            self._hold(entity, role, keys)
            self._own.update((f"{role.organization} {key}", entity) for key in keys)

    def _actor(self, name: str) -> str:
        """The country or organization that the user means by its id, code or name."""
        for known in filter(None, (self.entry(name), self.entry(f"country/{name}"))):
            return known.id
        for known in self.lookup(name, kinds={"country", "organization"}):
            return known.id
        raise ValueError(f"no country or organization {name!r}: give it a row, or its id")

    def _rank(self, entry: Entry, key: str) -> tuple[bool, float, str]:
        """Where the entry stands among those of this name: the lower the sooner."""
        penalty = ALIAS_PENALTY * (name_key(entry.label) != key)
        return (key, entry.id) not in self._own, penalty - entry.prominence, entry.id


def _sounds(words: Iterable[str]) -> str:
    return " ".join(map(sound, words))
