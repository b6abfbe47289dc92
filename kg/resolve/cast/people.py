"""People: which names of an article are the same person, and which of the world's."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from kg.findings import Findings, Traits
from kg.ids import fold
from kg.model import Mention
from kg.resolve.cast.bearers import Bearers, is_office, is_post
from kg.resolve.cast.cast import Cast, Found, Member
from kg.resolve.cast.surnames import Surname
from kg.resolve.gazetteer.entries import POST_KINDS, Entry
from kg.resolve.gazetteer.gazetteer import Gazetteer, is_eminent
from kg.resolve.gazetteer.given import gender_of, is_of_either
from kg.resolve.gazetteer.spelling import compatible, generation, is_first_surname, is_respelt, is_single, parts

# A word that shows that a headline is a sentence, where a capital begins a name: "Briefing by the spokesman X".
_SMALL = re.compile(r"\b[a-z]{5,}\b")
# Nor are these the first name of anybody: "Minister Moen".
_POST_WORDS = frozenset(word for post in POST_KINDS for word in post.split()) | frozenset(
    "minister ambassador envoy general governor senator spokesman spokeswoman deputy mr mrs ms dr the".split()
)
# A surname of so many letters may be spelt in two ways in one article; shorter ones are other people's.
_LONG = 6
# Whose surname is not said again: "her son Rahul", "his wife, Melania".
_KIN = frozenset("wife husband son daughter brother sister father mother widow stepson stepdaughter".split())
# Who is told by it from a parent of the same name.
_YOUNGER = re.compile(r" (?:Jn?r\.?|II|III)$")


@dataclass(slots=True)
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
    _bearers: Bearers = field(init=False)

    def __post_init__(self) -> None:
        self._bearers = Bearers(self.gazetteer, self.cast, self.published)

    def find(self, mention: Mention, traits: Traits, country: Entry | None) -> Found:
        """The member that a name belongs to; a new one where it belongs to none so far.

        Args:
            mention: with a person's name.
            traits: of the mention.
            country: that the words before the name tell: "Russian Foreign Minister X".
        """
        known = self._same(mention, traits)
        return known or self._new(mention, traits, country)

    def _same(self, mention: Mention, traits: Traits) -> Found | None:
        """The member of whose names this is one or a part; None where two might be meant."""
        words = parts(traits.text)
        people = [member for member in self.cast.members if member.kind == "person"]
        people = [member for member in people if self._may_be_son(traits, member)]
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
        bearers = [m for m in bearers if not self._is_younger(m, bearers)] if not generation(traits.text) else bearers
        fitting = [m for m in bearers if not traits.gender or m.gender in (None, traits.gender)]
        if not fitting and len(bearers) == 1 and is_of_either(bearers[0].label):
            bearers[0].gender, fitting = traits.gender, bearers  # "Jan Vestby ... Ms. Vestby"
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
        return meant or (self._respelt(traits, words, whole) if not bearers else None)

    @staticmethod
    def _may_be_son(traits: Traits, member: Member) -> bool:
        """Whoever nobody knows may be called so with "Jr.", of those who are known only who is known with it."""
        which, entry = generation(traits.text), member.entry
        if which is None or entry is None:
            return True
        return any(generation(name) == which for name in (entry.label, *entry.aliases))

    @staticmethod
    def _is_younger(member: Member, others: list[Member]) -> bool:
        """He is known by "Jr." beside one of the same name, who is meant by the name without it."""
        if generation(member.label) != "jr":
            return False
        full = parts(member.label)
        return any(one is not member and one.entry is not None and parts(one.label) == full for one in others)

    def _respelt(self, traits: Traits, words: list[str], whole: list[tuple[Member, list[str]]]) -> Found | None:
        """Whose surname it is in another spelling, or but for a slip: "Vestbi" of Tor Vestby."""
        if max(map(len, words)) < _LONG or self._bearers.one(traits, None) is not None:
            return None
        alike = {id(m): m for m, name in whole if len(name) > len(words) and is_respelt(words, name[-len(words) :])}
        fitting = [m for m in alike.values() if not traits.gender or m.gender in (None, traits.gender)]
        if len(fitting) != 1:
            return None
        return fitting[0], f"part of a name: “{fitting[0].label}” is spelt like it, and nobody else"

    def _is_anothers(self, traits: Traits, called: list[Member]) -> bool:
        """The surname is that of somebody whom the gazetteer knows, and of none of those who are named in full.

        "President Trump" in an article that names his wife alone, "Trump" in one that names "Donald Trump Jr.".
        """
        titled = bool(traits.post) and is_office(traits.post or "") and not self._holding(traits, called)
        if not titled and not all(_YOUNGER.search(member.label) for member in called):
            return False
        found = self._bearers.all_of(traits, None)
        return len(found) == 1 and all(member.entry != found[0] for member in called)

    def _holding(self, traits: Traits, people: list[Member]) -> list[Member]:
        """Those who have the office that stands before the name, by the gazetteer or by the article."""
        if not traits.post or not is_office(traits.post):
            return []
        entries = tuple(member.entry for member in people if member.entry is not None)
        held = self._bearers.with_post(entries, traits.post, None)
        return [
            member
            for member in people
            if member.entry in held or any(is_post(traits.post, post) for post in member.posts)
        ]

    def _same_full(self, traits: Traits, words: list[str], people: list[Member]) -> Found | None:
        alike = [m for m in people if any(compatible(words, parts(name)) for name in m.names)]
        # "Nik Azman" of "Nik Azman Nik Hassan", "Ana Ruiz" of "Ana Ruiz Paz": who has two surnames goes by the first.
        alike = alike or [m for m in people if any(parts(name)[: len(words)] == words for name in m.names)]
        # "Ana Ruiz" of "Ana Maria Ruiz Paz".
        alike = alike or [m for m in people if any(is_first_surname(words, parts(name)) for name in m.names)]
        # "Ben Ali" of "Zine El Abidine Ben Ali" is no Ben.
        alike = alike or [m for m in people if any(fold(name).endswith(f" {fold(traits.text)}") for name in m.names)]
        if not alike:
            gender = traits.gender or gender_of(traits.text)
            spelt = [m for m in people if any(is_respelt(words, parts(name)) for name in m.names)]
            alike = [m for m in spelt if gender is None or m.gender in (None, gender)]
        known = self._bearers.one(traits, None)
        if known is not None:
            alike = [m for m in people if m.entry == known[0]] or [m for m in alike if m.entry is None]
        return (alike[0], f"form of a name: it agrees with “{alike[0].label}”") if len(alike) == 1 else None

    def _new(self, mention: Mention, traits: Traits, country: Entry | None) -> Found:
        known = self._bearers.one(traits, country)
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
        if (kin := self._kin(mention, traits) or self._son(traits)) is not None:
            return self.cast.known(kin), f"name: “{kin.label}” is kin of who is called so in the article"
        bearers = self._bearers.all_of(traits, country)
        if bearers and is_single(traits.text):
            countries = {entry.country for entry in bearers}
            state = countries.pop() if len(countries) == 1 else None
            told = ", ".join(entry.id for entry in bearers)
            return self.cast.add(Member(kind="person", local=True, country=state)), f"gazetteer: may be {told}"
        # A surname alone may be anybody's: across articles it must not be one person.
        alone = is_single(traits.text)
        why = "name: a part of a name alone, known in this article only" if alone else "name: in full"
        return self.cast.add(Member(kind="person", local=alone)), why

    def _kin(self, mention: Mention, traits: Traits) -> Entry | None:
        """Who bears the surname of somebody whose kin is named by the first name alone: "Her son Rahul"."""
        if not is_single(traits.text) or not self._is_kin(mention, traits):
            return None
        known = (one.entry for one in self.cast.members if one.kind == "person")
        surnames = {parts(one.label)[-1] for one in known if one is not None and not is_single(one.label)}
        named = (self.gazetteer.lookup_person(f"{traits.text} {one}", on=self.published) for one in sorted(surnames))
        found = [one[0] for one in named if len(one) == 1 and fold(one[0].label).split()[0] == fold(traits.text)]
        return found[0] if len(found) == 1 else None

    def _son(self, traits: Traits) -> Entry | None:
        """Who is called as his father is: "Trump Jr." where Donald Trump is spoken of."""
        if not generation(traits.text) or not is_single(traits.text):
            return None
        fathers = (one.label for one in self.cast.members if one.kind == "person" and not is_single(one.label))
        given = sorted({name.split()[0] for name in fathers if parts(name)[-1:] == parts(traits.text)})
        found = [
            one for name in given for one in self.gazetteer.lookup_person(f"{name} {traits.text}", on=self.published)
        ]
        return found[0] if len(found) == 1 else None

    def _is_kin(self, mention: Mention, traits: Traits) -> bool:
        """Whose kin it is stands before the name: "her son Rahul", "his wife, Melania"."""
        pairs = zip(self.findings.mentions, self.findings.traits, strict=True)
        apposed = (
            known.equals == mention.span or traits.equals == one.span for one, known in pairs if known.noun in _KIN
        )
        return traits.title in _KIN or any(apposed)

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
