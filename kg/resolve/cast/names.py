"""Names: whose each name of an article is; places first, then organizations, which may be told by them, then people."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kg.findings import Findings, Traits
from kg.ids import fold
from kg.model import Article, Mention, Span
from kg.resolve.cast import families, misread, namesakes, tally
from kg.resolve.cast.campaigns import Campaigns, is_signed
from kg.resolve.cast.cast import Cast
from kg.resolve.cast.chambers import Chambers
from kg.resolve.cast.people import People
from kg.resolve.cast.personal import PersonalNames
from kg.resolve.cast.rulers import Rulers
from kg.resolve.cast.shortnames import initials
from kg.resolve.cast.things import Things
from kg.resolve.gazetteer.entries import Entry
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.given import gender_of
from kg.resolve.gazetteer.reasons import by_row
from kg.resolve.gazetteer.spelling import generation, parts

_Named = tuple[Mention, Traits]


@dataclass(slots=True)
class Names:
    """Finds the members that the names of one article belong to."""

    findings: Findings
    gazetteer: Gazetteer
    cast: Cast
    article: Article
    published: date | None
    _things: Things = field(init=False)
    _people: People = field(init=False)
    _chambers: Chambers = field(init=False)
    _campaigns: Campaigns = field(init=False)
    _spelt: dict[str, Span] = field(default_factory=dict)  # short name → the name that the text puts it equal to

    def __post_init__(self) -> None:
        article = self.article
        self._things = Things(self.gazetteer, self.cast, article.text, article.publisher or "")
        self._people = People(
            self.findings, self.gazetteer, self.cast, self.published, article.title or "", article.author or ""
        )
        self._campaigns = Campaigns(self.gazetteer, self.cast, self.published, article.text)
        self._chambers = Chambers(self.findings, self.gazetteer, self.cast, article.text, self._things.countries)

    def resolve(self) -> None:
        """Gives every name its member. Of people the longer names come first: "Jaafari" finds "Bashar al-Jaafari"."""
        sorts: tuple[list[_Named], list[_Named], list[_Named]] = ([], [], [])
        for mention, traits in zip(self.findings.mentions, self.findings.traits, strict=True):
            if mention.form == "name" and mention.kind == "organization" and traits.equals is not None:
                self._spelt.setdefault(traits.text, traits.equals)
        personal = PersonalNames(self.findings, self.gazetteer, self.published, self.article.text)
        plural: list[tuple[Mention, str]] = []  # families, and their surnames
        for mention, traits in zip(self.findings.mentions, self.findings.traits, strict=True):
            if mention.form == "name" and mention.kind != "date":
                surname = families.surname(mention, traits, self.article.text, self.findings, self.gazetteer)
                if surname is not None:
                    plural.append((mention, surname))
                    continue
                is_person = personal.is_personal(mention, traits)
                is_person = is_person and not self._things.publishing.is_named(mention, traits)
                body = mention.kind == "organization" or traits.text in self._spelt
                is_person = is_person and self._half(mention, traits) is None and traits.text not in self._spelt
                sorts[2 if is_person else 1 if body else 0].append((mention, traits))
        places, organizations, people = sorts
        tally.count([*places, *organizations], self.article, self._things, self.gazetteer, self.cast)
        for mention, traits in places:
            self._thing(mention, traits)
        shared = [
            one
            for one in organizations
            if is_signed(one[1].text) or self._is_bare(one[1]) or self._chambers.is_shared(one[1])
        ]
        spelt = {letters for _, traits in shared for letters in initials(traits.text)}
        shared += [one for one in organizations if one[1].text in spelt and one not in shared]  # "EC"
        for mention, traits in sorted((one for one in organizations if one not in shared), key=_by_length):
            self._thing(mention, traits)
        for mention, traits in sorted(people, key=_by_clearness):
            if not self.cast.is_inside(mention.span):
                self._person(mention, traits)
        for mention, surname in plural:
            self.cast.assign(mention.span, *families.family(mention, surname, self.article.text, self.cast))
        for mention, traits in sorted(shared, key=_by_length):
            self._thing(mention, traits)  # the Senate may be that of those in office who are named
        self._equal_names()
        misread.corrected(self.findings, self.article.text, self.cast)

    def _is_bare(self, traits: Traits) -> bool:
        return self._things.is_bare(traits, self.country_of(traits))

    def _half(self, mention: Mention, traits: Traits) -> Entry | None:
        """The state that "the North" or "the South" is, or "the Vestby Administration"."""
        ruled = Rulers(self.findings, self.article.text, self.gazetteer, self.cast, self.published).named(traits.text)
        if ruled is not None:
            return ruled
        if self.article.text[max(mention.start - 4, 0) : mention.start].lower() != "the ":
            return None
        return namesakes.half(traits.text, self.findings.traits, self.gazetteer)

    def _thing(self, mention: Mention, traits: Traits) -> None:
        if self.cast.is_inside(mention.span):
            self.cast.rest(mention.span)
            return
        if (half := self._half(mention, traits)) is not None:
            self.cast.assign(mention.span, self.cast.known(half), by_row(half, traits.text))
            return
        if mention.kind == "organization" and (signed := self._campaigns.named(traits.text)) is not None:
            self.cast.assign(mention.span, *signed)
            return
        spelt = self.cast.literal(self._spelt[traits.text]) if traits.text in self._spelt else None
        if spelt is not None:  # also where others are known by these letters
            spelt.names.append(traits.text)
            self.cast.assign(mention.span, spelt, f"equation: the text puts “{traits.text}” equal to “{spelt.label}”")
            return
        bare = self._is_bare(traits)
        country = self.country_of(traits) or (self._chambers.seat(mention, traits) if bare else None)
        near = self._chambers.whose(mention, traits, country, bare=bare)
        found = self._things.find(mention, traits, country, near)
        if found is None:
            return
        member, why = found
        if traits.text not in member.names and mention.kind != "nationality":
            start, end = self.cast.whole(mention.span)
            whole = (start, end) != mention.span  # else the words say it, or what a label stands for
            member.names.append(" ".join(self.article.text[start:end].split()) if whole else traits.text)
        self.cast.assign(mention.span, member, why)

    def _person(self, mention: Mention, traits: Traits) -> None:
        country = self.country_of(traits)
        member, why = self._people.find(mention, traits, country)
        if traits.text not in member.names:
            member.names.append(traits.text)
        if traits.post:
            modifiers = (self.article.text[start:end] for start, end in traits.within)
            member.posts.append(fold(" ".join((*modifiers, traits.post))))
        if member.country is None and country is not None:
            member.country = country.country
        member.gender = member.gender or traits.gender or gender_of(traits.text)
        self.cast.assign(mention.span, member, why)

    def country_of(self, traits: Traits) -> Entry | None:
        """The country among the modifiers: "Russian Foreign Ministry", "the Foreign Ministry in Moscow"."""
        for span in traits.within:
            member = self.cast.actor(span)
            if member is None or member.entry is None:
                continue
            state = self.gazetteer.stands_for(member.entry.id) or member.entry.id
            entry = self.gazetteer.entry(state)
            if entry is not None and entry.kind == "country":
                return entry
        return None

    def _equal_names(self) -> None:
        """Joins a name and its acronym where the text puts them equal: "... (OSCE)"."""
        for mention, traits in zip(self.findings.mentions, self.findings.traits, strict=True):
            if mention.form != "name" or traits.equals is None:
                continue
            first, second = self.cast.literal(traits.equals), self.cast.literal(mention.span)
            if first is None or second is None or first is second or (first.entry and second.entry):
                continue
            keep, drop = (second, first) if second.entry is not None else (first, second)
            self.cast.join(keep, drop, f"equation: the text puts “{drop.label}” equal to “{keep.label}”")


def _by_length(named: _Named) -> tuple[bool, int]:
    """Longer names come first, "Platte River Networks", and initials of two letters last."""
    text = named[1].text
    return len(text) == 2 and text.isupper(), -len(text.split())


def _by_clearness(named: _Named) -> tuple[int, bool, bool, Span]:
    """Names of more words come first and sons last; of a surname alone those whose title tells the gender: "Mrs. X"."""
    mention, traits = named
    return -len(parts(traits.text)), generation(traits.text) is not None, traits.gender is None, mention.span
