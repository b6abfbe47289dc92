"""Bearers: whom the gazetteer knows by a person's name, as far as post, country, gender and date allow."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz.distance import OSA

from kg.findings import Traits
from kg.ids import fold
from kg.resolve.cast.cast import Cast
from kg.resolve.gazetteer.entries import POST_KINDS, Entry
from kg.resolve.gazetteer.gazetteer import SURNAME_MARGIN, Gazetteer, is_eminent, known_on
from kg.resolve.gazetteer.given import gender_of
from kg.resolve.gazetteer.reasons import by_row
from kg.resolve.gazetteer.spelling import forms, is_single, name_key, parts

# A surname of so many letters may be misspelt by one of them: shorter ones are other people's ("Wang", "Wong").
_MISSPELT = 6
# States whose names are written in other letters, and in English in more than one way. Chinese and Korean names are
# left out: their syllables are so few that another spelling is another name ("Li", "Lee").
_OTHER_LETTERS = frozenset(
    "AFG ARE ARM AZE BGD BGR BHR BLR COM CYP DJI DZA EGY ERI ETH GEO GRC IND IRN IRQ ISR JOR KAZ KGZ KHM KWT LAO LBN "
    "LBY LKA MAR MDV MKD MMR MNG MRT NPL OMN PAK PSE QAT RUS SAU SDN SOM SRB SYR THA TJK TKM TUN UKR UZB YEM".split()
)
# States whose people have two surnames, of which the first is the one they go by; two given names and two surnames.
_SPANISH = frozenset("ARG BOL CHL COL CRI CUB DOM ECU ESP GTM HND MEX NIC PAN PER PRI PRY SLV URY VEN".split())
_OF_SPANIARDS = 4
# What stands between the names of many and is left out as often: "Harry M. Reid".
_INITIALED = re.compile(r"(?P<letter>[A-Z])\.\s?(?:[A-Z]\.\s?)*(?P<surname>[^\W\d_][\w’'-]+)")
_INITIAL = re.compile(r"(?<=\w) [A-Z]\. (?=\w)")
# Posts, by their last word, that their holder is known by.
_OFFICES = frozenset("minister president governor mayor judge general ambassador king queen pope".split())


@dataclass(frozen=True, slots=True)
class Bearers:
    """Finds those of the gazetteer who bear the names of people in one article."""

    gazetteer: Gazetteer
    cast: Cast
    published: date | None

    def one(self, traits: Traits, country: Entry | None) -> tuple[Entry, str] | None:
        """The one who bears it, however it is spelt, and by which row.

        Without its middle initials, turned round or but for a letter, as far as the article tells.
        """
        titled = f"{traits.post} {traits.text}"  # "Pope Francis", "King Charles"
        if traits.post and len(found := self.gazetteer.lookup_person(titled, on=self.published)) == 1:
            return found[0], by_row(found[0], titled, self.published)
        for name in forms(traits.text):
            found = self.all_of(replace(traits, text=name), country)
            if len(found) == 1:
                return found[0], by_row(found[0], name, self.published)
        if found or is_single(traits.text):
            return None
        shorter = _INITIAL.sub(" ", traits.text)
        known = self.gazetteer.lookup_person(shorter, on=self.published) if shorter != traits.text else ()
        known = tuple(entry for entry in known if self._is_at_home(entry))
        if len(known) == 1 and not is_single(shorter):
            return known[0], by_row(known[0], shorter, self.published)
        initialled = self._initialled(traits, country)
        turned = initialled or self._turned_round(traits.text)
        return turned or self._by_first_surname(traits.text) or self._respelt(traits, country)

    def all_of(self, traits: Traits, country: Entry | None) -> tuple[Entry, ...]:
        """Whom the gazetteer knows by this name, as far as post, country, gender and date allow."""
        found, single = self.gazetteer.lookup_person(traits.text, on=self.published), is_single(traits.text)
        if single:
            found = tuple(entry for entry in found if self._may_be(entry, traits, country))
            if not traits.post and country is None:
                found = tuple(entry for entry in found if self._is_known_here(entry, traits.text))
        if traits.post and (single or len(found) > 1):
            fitting = self.with_post(found, traits.post, country)
            fitting = fitting or self.with_post(self.gazetteer.called(traits.text), traits.post, country)
            found = fitting if fitting or is_office(traits.post) else found
        return found

    def _is_known_here(self, entry: Entry, surname: str) -> bool:
        """Whoever bears the surname is known by it in an article such as this one."""
        alone = self.gazetteer.is_known_abroad(entry.id) and len(self.gazetteer.called(surname)) == 1
        return alone or is_eminent(entry, self.published) or self._is_at_home(entry)

    def _is_at_home(self, entry: Entry) -> bool:
        """The article speaks of the country of whoever bears the surname.

        A surname that several politicians bear is a common one. Where nothing around it is of their country, it is more
        often somebody else's: a pollster's, a scholar's.
        """
        return entry.country is None or any(
            entry.country == (member.country or (member.entry.country if member.entry is not None else None))
            for member in self.cast.members
            if member.entry is None or member.entry.id != entry.id
        )

    @staticmethod
    def _may_be(entry: Entry, traits: Traits, country: Entry | None) -> bool:
        """Whoever bears the surname is of that country and gender, as far as both are known."""
        gender = gender_of(entry.label)
        abroad = country is not None and entry.country is not None and country.country != entry.country
        return not abroad and (traits.gender is None or gender in (None, traits.gender))

    def with_post(self, people: tuple[Entry, ...], post: str, country: Entry | None) -> tuple[Entry, ...]:
        """Those of them who hold, or held before the article's day, the post, in that country.

        "President Obama" is the same man in 2019, and nobody whom the gazetteer knows in 1999. Of several who held it,
        the one who held it at the article's date is meant.
        """
        held = [
            (entry, role)
            for entry in people
            for role in entry.roles
            if is_post(post, role.post) and (country is None or role.organization == country.id)
        ]
        on = self.published
        latest = (on + SURNAME_MARGIN).isoformat() if on else "9999"
        past = [(entry, role) for entry, role in held if (role.since or "") <= latest]
        now = [entry for entry, role in past if on and (role.since or "") <= on.isoformat() <= (role.until or "9999")]
        return tuple(dict.fromkeys(now or [entry for entry, _ in past]))

    def _initialled(self, traits: Traits, country: Entry | None) -> tuple[Entry, str] | None:
        """Who holds the post about then, or is of a country of the article, by initials and surname: "U.Khurelsukh"."""
        named = _INITIALED.fullmatch(traits.text)
        if named is None:
            return None
        known = self.gazetteer.lookup_person(named["surname"], on=self.published)
        known = tuple(one for one in known if parts(one.label)[0].startswith(named["letter"].lower()))
        known = tuple(one for one in known if self._may_be(one, traits, country))
        fitting = tuple(filter(self._is_at_home, known))
        fitting = self.with_post(known, traits.post, country) if traits.post else fitting
        return (fitting[0], by_row(fitting[0], named["surname"], self.published)) if len(fitting) == 1 else None

    def _turned_round(self, name: str) -> tuple[Entry, str] | None:
        """Who is in office about then and bears the two words the other way round: "Carter Ashton"."""
        first, _, last = name.partition(" ")
        people = self.gazetteer.lookup_person(f"{last} {first}", on=self.published) if " " not in last else ()
        if len(people) != 1 or self.published is None or not known_on(people[0], self.published):
            return None
        return people[0], f"gazetteer: “{name}” is “{last} {first}” turned round, in office about then: {people[0].id}"

    def _by_first_surname(self, name: str) -> tuple[Entry, str] | None:
        """Who is known by the first given name and the first of two surnames: "Juan Esteban Vestby Moen"."""
        words = name.split()
        if len(words) != _OF_SPANIARDS:
            return None
        shorter = f"{words[0]} {words[-2]}"
        found = [one for one in self.gazetteer.lookup_person(shorter, on=self.published) if one.country in _SPANISH]
        if len(found) != 1 or not self._is_at_home(found[0]) or name_key(found[0].label) != name_key(shorter):
            return None
        return found[0], by_row(found[0], shorter, self.published)

    def _respelt(self, traits: Traits, country: Entry | None) -> tuple[Entry, str] | None:
        """Who bears the name in another spelling, where a post or the country tells that nobody else is meant.

        Names of states that write in other letters have many spellings; of others it may be anybody who is called much
        the same ("Mark Levine"), unless the post is that of whom the gazetteer knows.
        """
        alike = self.gazetteer.respelt(traits.text) + (self._but_for_a_letter(traits.text) if traits.post else ())
        alike = tuple(entry for entry in dict.fromkeys(alike) if self._may_be(entry, traits, country))
        found = self.with_post(alike, traits.post, country) if traits.post else ()
        if not found:
            written = (one for one in alike if one.country in _OTHER_LETTERS and known_on(one, self.published))
            found = tuple(one for one in written if country is not None or self._is_at_home(one))
        if len(found) != 1:
            return None
        return found[0], f"gazetteer: “{traits.text}” is another spelling of {found[0].id}"

    def _but_for_a_letter(self, name: str) -> tuple[Entry, ...]:
        """Who has the same given names, and a surname that differs by one letter."""
        words = parts(name)
        return tuple(
            entry
            for known, entry in self.gazetteer.people(words[0])
            if known.split()[:-1] == words[:-1] and len(known.split()[-1]) >= _MISSPELT
            if OSA.distance(known.split()[-1], words[-1], score_cutoff=1) <= 1
        )


def is_office(post: str) -> bool:
    """The post is one that its holder is known by, so that it is not given to another of that surname."""
    words = fold(post).split()
    return " ".join(words) in POST_KINDS or bool(words and words[-1] in _OFFICES)


def is_post(given: str, known: str) -> bool:
    """The words for a post mean the post: all of the shorter are in the longer, or both are of one kind."""
    one, other = set(fold(given).replace("-", " ").split()), set(fold(known).replace("-", " ").split())
    if {"vice", "deputy"} & (one ^ other):
        return False
    kinds = [POST_KINDS.get(" ".join(fold(post).split()), ())[:1] for post in (given, known)]
    return one <= other or other <= one or bool(kinds[0] and kinds[0] == kinds[1])
