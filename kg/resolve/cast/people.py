"""People: which names of an article are the same person, and which of the world's."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz.distance import OSA

from kg.findings import Findings, Traits
from kg.ids import fold
from kg.model import Mention
from kg.resolve.cast.cast import Cast, Member
from kg.resolve.cast.surnames import Surname
from kg.resolve.gazetteer.entries import POST_KINDS, Entry
from kg.resolve.gazetteer.gazetteer import SURNAME_MARGIN, Gazetteer, is_eminent, known_on
from kg.resolve.gazetteer.given import gender_of
from kg.resolve.gazetteer.reasons import by_row
from kg.resolve.gazetteer.spelling import compatible, forms, is_single, parts

#: Who is found, and by what rule.
Found = tuple[Member, str]

# A surname of so many letters may be misspelt by one of them: shorter ones are other people's ("Wang", "Wong").
_MISSPELT = 6
# A word that shows that a headline is a sentence, where a capital begins a name: "Briefing by the spokesman X".
_SMALL = re.compile(r"\b[a-z]{5,}\b")

_YOUNGER = re.compile(r" (?:Jr\.?|II|III)$")
# What stands between the names of many and is left out as often: "Harry M. Reid".
_INITIALED = re.compile(r"(?P<letter>[A-Z])\.\s?(?:[A-Z]\.\s?)*(?P<surname>[^\W\d_][\w’'-]+)")
_INITIAL = re.compile(r"(?<=\w) [A-Z]\. (?=\w)")


@dataclass(frozen=True, slots=True)
class People:
    """Finds the members that the names of people in one article belong to.

    Args:
        title: of the article, where the full name of somebody may stand who is called by the surname from then on.
        author: of the article, whom an interview labels by the surname.
    """

    findings: Findings
    gazetteer: Gazetteer
    cast: Cast
    published: date | None
    title: str
    author: str = ""

    def find(self, mention: Mention, traits: Traits, country: Entry | None) -> Found:
        """The member that a name belongs to; a new one where it belongs to none so far.

        Args:
            mention: with a person's name.
            traits: of the mention.
            country: that the words before the name tell: "Russian Foreign Minister X".
        """
        known = self._same(mention, traits)
        return known or self._new(traits, country)

    def _same(self, mention: Mention, traits: Traits) -> Found | None:
        """The member of whose names this is one or a part; None where two might be meant."""
        words = parts(traits.text)
        people = [member for member in self.cast.members if member.kind == "person"]
        called = [m for m in people if any(parts(name) == words for name in m.names)]
        # Who is known by no other name goes first: two of one surname may both be called by it.
        same = min(called, key=lambda m: not all(map(is_single, m.names)), default=None)
        again = (same, f"name: the article has “{traits.text}” more than once") if same is not None else None
        if not is_single(traits.text):
            return again or self._same_full(traits, words, people)
        whole = [(m, parts(name)) for m in people for name in m.names if not is_single(name)]
        bearers = list({id(m): m for m, name in whole if name[-len(words) :] == words}.values())
        first = not bearers and len(words) == 1  # the family's name may be the first: "Seo", of Seo Min-jae
        if first:
            bearers = [m for m in people if any(words[0] in parts(name) for name in m.names)]
        if again is not None and (not bearers or (first and len(bearers) == 1)):
            return again
        fitting = [m for m in bearers if not traits.gender or m.gender in (None, traits.gender)]
        if fitting and self._is_anothers(traits, fitting):
            return again if again is not None and again[0] not in fitting else None
        known = again[0].entry if again is not None and again[0] not in fitting else None
        if known is not None and is_eminent(known, self.published) and not traits.gender:
            return again  # "Trump", of whom the article has as "President Trump", beside "Melania Trump"
        if len(fitting) == 1:
            return fitting[0], f"part of a name: of the article's people only “{fitting[0].label}” is called so"
        holders = self._holding(traits, fitting)
        if len(fitting) > 1 and len(holders) == 1:
            return holders[0], f"part of a name: of those called so “{holders[0].label}” has that post"
        meant = None
        if len(fitting) > 1:
            meant = Surname(mention, traits, fitting, self.findings, self.cast).meant()
        if meant is None and again is not None and (first or all(map(is_single, again[0].names))):
            return again  # two might be meant: at most somebody who is called so and not known in full
        return meant

    def _is_anothers(self, traits: Traits, called: list[Member]) -> bool:
        """The surname is that of somebody whom the gazetteer knows, and of none of those who are named in full.

        "President Trump" in an article that names his wife alone, "Trump" in one that names "Donald Trump Jr.".
        """
        titled = bool(traits.post) and _is_office(traits.post or "") and not self._holding(traits, called)
        if not titled and not all(_YOUNGER.search(member.label) for member in called):
            return False
        found = self._bearers(traits, None)
        return len(found) == 1 and all(member.entry != found[0] for member in called)

    def _holding(self, traits: Traits, people: list[Member]) -> list[Member]:
        """Those who have the office that stands before the name, by the gazetteer or by the article."""
        if not traits.post or not _is_office(traits.post):
            return []
        entries = tuple(member.entry for member in people if member.entry is not None)
        held = self._with_post(entries, traits.post, None)
        return [
            member
            for member in people
            if member.entry in held or any(_is_post(traits.post, post) for post in member.posts)
        ]

    def _same_full(self, traits: Traits, words: list[str], people: list[Member]) -> Found | None:
        alike = [m for m in people if any(compatible(words, parts(name)) for name in m.names)]
        # "Nik Azman" of "Nik Azman Nik Hassan", "Ana Ruiz" of "Ana Ruiz Paz": who has two surnames goes by the first.
        alike = alike or [m for m in people if any(parts(name)[: len(words)] == words for name in m.names)]
        # "Ben Ali" of "Zine El Abidine Ben Ali" is no Ben.
        alike = alike or [m for m in people if any(fold(name).endswith(f" {fold(traits.text)}") for name in m.names)]
        known = self._in_gazetteer(traits, None)
        if known is not None:
            alike = [m for m in people if m.entry == known[0]] or [m for m in alike if m.entry is None]
        return (alike[0], f"form of a name: it agrees with “{alike[0].label}”") if len(alike) == 1 else None

    def _new(self, traits: Traits, country: Entry | None) -> Found:
        known = self._in_gazetteer(traits, country)
        if known is not None:
            entry, why = known
            member = self.cast.known(entry)
            member.gender = member.gender or gender_of(entry.label)
            return member, why
        name = self._in_title(traits.text)
        if name is not None:
            return self.cast.add(Member(kind="person", names=[name])), f"headline: it has “{name}”"
        name = self._in_byline(traits.text)
        if name is not None:
            return self.cast.add(Member(kind="person", names=[name])), f"byline: it has “{name}”"
        bearers = self._bearers(traits, country)
        if bearers and is_single(traits.text):
            countries = {entry.country for entry in bearers}
            state = countries.pop() if len(countries) == 1 else None
            told = ", ".join(entry.id for entry in bearers)
            return self.cast.add(Member(kind="person", local=True, country=state)), f"gazetteer: may be {told}"
        # A surname alone may be anybody's: across articles it must not be one person.
        alone = is_single(traits.text)
        why = "name: a part of a name alone, known in this article only" if alone else "name: in full"
        return self.cast.add(Member(kind="person", local=alone)), why

    # ---- the gazetteer

    def _in_gazetteer(self, traits: Traits, country: Entry | None) -> tuple[Entry, str] | None:
        titled = f"{traits.post} {traits.text}"  # "Pope Francis", "King Charles"
        if traits.post and len(found := self.gazetteer.lookup_person(titled, on=self.published)) == 1:
            return found[0], by_row(found[0], titled, self.published)
        for name in forms(traits.text):
            found = self._bearers(replace(traits, text=name), country)
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
        return initialled or self._turned_round(traits.text) or self._misspelt(traits, country)

    def _bearers(self, traits: Traits, country: Entry | None) -> tuple[Entry, ...]:
        """Whom the gazetteer knows by this name, as far as post, country, gender and date allow."""
        found, single = self.gazetteer.lookup_person(traits.text, on=self.published), is_single(traits.text)
        if single:
            found = tuple(entry for entry in found if self._may_be(entry, traits, country))
            if not traits.post and country is None:
                found = tuple(entry for entry in found if self._is_known_here(entry, traits.text))
        if traits.post and (single or len(found) > 1):
            fitting = self._with_post(found, traits.post, country)
            fitting = fitting or self._with_post(self.gazetteer.called(traits.text), traits.post, country)
            found = fitting if fitting or _is_office(traits.post) else found
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

    def _with_post(self, people: tuple[Entry, ...], post: str, country: Entry | None) -> tuple[Entry, ...]:
        """Those of them who hold, or held before the article's day, the post, in that country.

        "President Obama" is the same man in 2019, and nobody whom the gazetteer knows in 1999. Of several who held it,
        the one who held it at the article's date is meant.
        """
        held = [
            (entry, role)
            for entry in people
            for role in entry.roles
            if _is_post(post, role.post) and (country is None or role.organization == country.id)
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
        fitting = self._with_post(known, traits.post, country) if traits.post else fitting
        return (fitting[0], by_row(fitting[0], named["surname"], self.published)) if len(fitting) == 1 else None

    def _turned_round(self, name: str) -> tuple[Entry, str] | None:
        """Who is in office about then and bears the two words the other way round: "Carter Ashton"."""
        first, _, last = name.partition(" ")
        people = self.gazetteer.lookup_person(f"{last} {first}", on=self.published) if " " not in last else ()
        if len(people) != 1 or self.published is None or not known_on(people[0], self.published):
            return None
        return people[0], f"gazetteer: “{name}” is “{last} {first}” turned round, in office about then: {people[0].id}"

    def _misspelt(self, traits: Traits, country: Entry | None) -> tuple[Entry, str] | None:
        """Who holds the post that stands by the name, and is spelt differently by one letter of the surname."""
        words = parts(traits.text)
        if not traits.post or len(words) < 2:
            return None
        alike = tuple(
            dict.fromkeys(
                entry
                for name, entry in self.gazetteer.people(words[0])
                if name.split()[:-1] == words[:-1]
                if len(name.split()[-1]) >= _MISSPELT
                if OSA.distance(name.split()[-1], words[-1], score_cutoff=1) <= 1
            )
        )
        found = self._with_post(alike, traits.post, country)
        if len(found) != 1:
            return None
        return found[0], f"gazetteer: “{traits.text}” is spelt as {found[0].id} but for a letter, who held that post"

    def _in_byline(self, name: str) -> str | None:
        """The full name of the author of this surname, one of several: "ISHIKURA: Minister, you have called ..."."""
        authors = [" ".join(one.split()) for one in re.split(r",|;|&|\band\b", self.author)]
        called = [one for one in authors if not is_single(one) and parts(one)[-1:] == parts(name) and is_single(name)]
        return called[0] if len(called) == 1 else None

    def _in_title(self, name: str) -> str | None:
        """The full name that the headline has of somebody of this surname."""
        if not is_single(name) or not _SMALL.search(self.title):
            return None
        for full in re.findall(rf"\b([A-Z][\w’'-]+) {re.escape(name)}\b", self.title, re.IGNORECASE):
            if full[0].isupper() and fold(full) not in _POST_WORDS:
                return f"{full} {name.title() if name.isupper() else name}"
        return None


_OFFICES = frozenset("minister president governor mayor judge general ambassador king queen pope".split())
_POST_WORDS = frozenset(word for post in POST_KINDS for word in post.split()) | frozenset(
    "minister ambassador envoy general governor senator spokesman spokeswoman deputy mr mrs ms dr the".split()
)


def _is_office(post: str) -> bool:
    """The post is one that its holder is known by, so that it is not given to another of that surname."""
    words = fold(post).split()
    return " ".join(words) in POST_KINDS or bool(words and words[-1] in _OFFICES)


def _is_post(given: str, known: str) -> bool:
    """The words for a post mean the post: all of the shorter are in the longer, or both are of one kind."""
    one, other = set(fold(given).replace("-", " ").split()), set(fold(known).replace("-", " ").split())
    if {"vice", "deputy"} & (one ^ other):
        return False
    kinds = [POST_KINDS.get(" ".join(fold(post).split()), ())[:1] for post in (given, known)]
    return one <= other or other <= one or bool(kinds[0] and kinds[0] == kinds[1])
