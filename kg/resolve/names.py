"""Names: which names of an article are the same person, organization, country or place, and which of the world's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kg.ids import fold, slug
from kg.model import Findings, Mention, Traits
from kg.resolve.cast import Cast, Member
from kg.resolve.entries import Entry
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.given import gender_of
from kg.resolve.spelling import compatible, parts

# What may follow within the name of an organization: up to eight words, capitalised or "and", "of", "for", "in", "the".
_FOLLOWING = re.compile(r"(?: (?:[A-Z][\w’'-]*|and|of|for|in|on|the|to)){1,8}")
# Names of bodies that every state has: they say which one only with a country.
_GENERIC = frozenset(
    """
    ministry parliament government senate congress assembly cabinet army navy police court bank prosecutor presidency
    department council treasury embassy commission agency office secretariat duma majlis chamber directorate service
    """.split()
)
_GENERIC_MODIFIERS = frozenset(
    """
    foreign defence defense interior finance justice health energy trade economy agriculture environment transport
    national state federal supreme constitutional high central general affairs of and the for security water resources
    education labour labor culture information external economic development upper lower house emergency situations
    """.split()
)


@dataclass(frozen=True, slots=True)
class Names:
    """Finds the members that the names of one article belong to."""

    findings: Findings
    gazetteer: Gazetteer
    cast: Cast
    published: date | None
    text: str  # of the article

    def resolve(self) -> None:
        """Gives every name its member: places, then organizations, which may be told by a place, then people.

        Of people the longer names come first, so that "Jaafari" finds "Bashar al-Jaafari".
        """
        people: list[tuple[Mention, Traits]] = []
        organizations: list[tuple[Mention, Traits]] = []
        for mention, traits in zip(self.findings.mentions, self.findings.traits, strict=True):
            if mention.form != "name" or mention.kind == "date":
                continue
            if mention.kind == "person" and not self._is_place(mention, traits):
                people.append((mention, traits))
            elif mention.kind == "organization":
                organizations.append((mention, traits))
            else:
                self._thing(mention, traits)
        for mention, traits in organizations:
            self._thing(mention, traits)
        for mention, traits in sorted(people, key=lambda pair: (-len(parts(pair[1].text)), pair[0].span)):
            self._person(mention, traits)
        self._equal_names()

    # ---- people

    def _person(self, mention: Mention, traits: Traits) -> None:
        member = self._same_person(mention, traits) or self._new_person(traits)
        if traits.text not in member.names:
            member.names.append(traits.text)
        if traits.post:
            modifiers = (self.text[start:end] for start, end in traits.within)
            member.posts.append(fold(" ".join((*modifiers, traits.post))))
        country = self.country_of(traits)
        if member.country is None and country is not None:
            member.country = country.country
        member.gender = member.gender or traits.gender or gender_of(traits.text)
        self.cast.assign(mention.span, member)

    def _same_person(self, mention: Mention, traits: Traits) -> Member | None:
        """The member of whose names this is one or a part; None where two might be meant."""
        words = parts(traits.text)
        people = [member for member in self.cast.members if member.kind == "person"]
        exact = [member for member in people if any(parts(name) == words for name in member.names)]
        if exact:
            return exact[0]
        if len(words) > 1:
            alike = [member for member in people if any(compatible(words, parts(name)) for name in member.names)]
            known = self._gazetteer_person(traits)
            if known is not None:
                alike = [member for member in people if member.entry == known] or (
                    [member for member in alike if member.entry is None]
                )
            return alike[0] if len(alike) == 1 else None
        surname = [member for member in people if any(parts(name)[-1:] == words for name in member.names)]
        bearers = surname or [member for member in people if any(words[0] in parts(name) for name in member.names)]
        fitting = [member for member in bearers if not traits.gender or member.gender in (None, traits.gender)]
        return fitting[0] if len(fitting) == 1 else self._nearest(mention, fitting)

    def _nearest(self, mention: Mention, members: list[Member]) -> Member | None:
        """Of two with the same surname, the one named in full in this paragraph or the one before, if only one is."""
        paragraph = self._traits_of(mention).paragraph
        near = {
            id(member): member
            for other, traits in zip(self.findings.mentions, self.findings.traits, strict=True)
            if other.start < mention.start and 0 <= paragraph - traits.paragraph <= 1
            for member in members
            if self.cast.literal(other.span) is member and len(parts(traits.text)) > 1
        }
        return next(iter(near.values())) if len(near) == 1 else None

    def _traits_of(self, mention: Mention) -> Traits:
        index = next(i for i, other in enumerate(self.findings.mentions) if other.span == mention.span)
        return self.findings.traits[index]

    def _gazetteer_person(self, traits: Traits) -> Entry | None:
        found = self.gazetteer.lookup_person(traits.text, on=self.published)
        if len(found) > 1 and traits.post:
            posts = fold(traits.post)
            found = tuple(
                entry
                for entry in found
                if any(fold(role.post) in posts or posts in fold(role.post) for role in entry.roles)
            )
        return found[0] if len(found) == 1 else None

    def _new_person(self, traits: Traits) -> Member:
        entry = self._gazetteer_person(traits)
        if entry is not None:
            known = self.cast.known(entry)
            known.gender = known.gender or gender_of(entry.label)
            return known
        # A surname alone may be anybody's: across articles it must not be one person.
        return self.cast.add(Member(kind="person", local=len(parts(traits.text)) < 2))

    # ---- all else

    def _is_place(self, mention: Mention, traits: Traits) -> bool:
        """A single word that the network takes for a person, without a title, but that the gazetteer has as a place."""
        if traits.post or traits.gender or len(traits.text.split()) > 1:
            return False
        if self.gazetteer.lookup_person(traits.text, on=self.published):
            return False
        surnames = {
            parts(known.text)[-1]
            for other, known in zip(self.findings.mentions, self.findings.traits, strict=True)
            if other.kind == "person" and other.form == "name" and " " in known.text
        }
        if parts(traits.text)[-1] in surnames:
            return False
        best = self.gazetteer.lookup(traits.text)[:1]
        if not best or best[0].kind not in ("country", "place"):
            return False
        # A town may lend somebody its name, but nobody does or says anything in a person's name where it is locative.
        return best[0].prominence >= 0.5 or traits.locative or not traits.acting

    def _thing(self, mention: Mention, traits: Traits) -> None:
        demonym = self.gazetteer.demonym(traits.text)
        entry: Entry | None = None
        if demonym is not None and (mention.kind == "nationality" or not self.gazetteer.lookup(traits.text)):
            entry = self.gazetteer.entry(demonym)
        entry = entry or self._entry(mention, traits)
        if entry is not None:
            member = self.cast.known(entry)
        elif mention.kind == "nationality":
            return  # a name of something else: a prize, a law, a language
        else:
            member = self._unknown(mention, traits)
        if traits.text not in member.names and mention.kind != "nationality":
            member.names.append(traits.text)
        self.cast.assign(mention.span, member)

    def _entry(self, mention: Mention, traits: Traits) -> Entry | None:
        """The gazetteer's best entry for the name, of a kind that fits what the network took it for."""
        metonym = self.gazetteer.stands_for(traits.text)
        found = self.gazetteer.lookup(traits.text)
        if metonym is not None and not found:
            return self.gazetteer.entry(metonym)
        things = [entry for entry in found if entry.kind != "person"]
        if mention.kind == "organization":
            whole = self._whole(mention)
            if whole is not None:
                return whole
            # A name that only a place bears is that place: the network takes towns for companies.
            return next((entry for entry in things if entry.kind == "organization"), things[0] if things else None)
        if mention.kind in ("place", "person"):
            return next(
                (entry for entry in things if entry.kind in ("country", "place")), things[0] if things else None
            )
        return things[0] if things and things[0].prominence >= 0.5 else None

    def _whole(self, mention: Mention) -> Entry | None:
        """The organization whose longer name the text goes on with: "Organization for Security and ..."."""
        following = _FOLLOWING.match(self.text, mention.end)
        words = following[0].split() if following else []
        for count in range(len(words), 0, -1):
            name = f"{self.text[mention.start : mention.end]} {' '.join(words[:count])}"
            found = self.gazetteer.lookup(name, kinds={"organization"})
            if found:
                return found[0]
        return None

    def _unknown(self, mention: Mention, traits: Traits) -> Member:
        """A name the gazetteer does not have: the same name is the same thing; a body of a state only with it."""
        kind = "place" if mention.kind == "place" else "organization"
        country = self.country_of(traits)
        bare = traits.text
        first, _, rest = bare.partition(" ")
        demonym = self.gazetteer.demonym(first) if rest else None
        state = self.gazetteer.entry(demonym) if demonym is not None else None
        if state is not None:
            country, bare = state, rest  # "Kazakh Foreign Ministry"
        words = fold(bare).replace("-", " ").split()
        generic = bool(words) and (words[-1].rstrip("s") in _GENERIC or words[0] == "ministry")
        generic = generic and all(word in _GENERIC_MODIFIERS or word in _GENERIC for word in words)
        identity = None
        if generic and country is not None:
            known = self.gazetteer.lookup(f"{country.label}'s {bare}", kinds={"organization"})
            if known:
                return self.cast.known(known[0])
            identity = f"organization/{slug(country.label)}-{slug(bare)}"
        if generic and identity is None:
            longer = self._longer(bare)
            if longer is not None:
                return longer
        for member in self.cast.members:
            same = any(fold(name) == fold(traits.text) for name in member.names)
            if member.kind != kind or member.entry is not None:
                continue
            if (identity is not None and member.identity == identity) or (same and identity is None):
                return member
        return self.cast.add(
            Member(
                kind="place" if kind == "place" else "organization",
                names=[traits.text],
                description=f"{country.label} {bare}" if identity and country is not None else None,
                identity=identity,
                local=generic and identity is None,
                government=generic,
                country=country.country if country is not None else None,
            )
        )

    def _longer(self, name: str) -> Member | None:
        """The one organization of the article whose longer name holds this word: "the Commission"."""
        word = fold(name)
        holders = {
            id(member): member
            for member in self.cast.members
            if member.kind == "organization"
            and any(
                word in fold(known).split()[1:]
                for known in [*member.names, *([member.entry.label] if member.entry else [])]
            )
        }
        return next(iter(holders.values())) if len(holders) == 1 else None

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
            keep.names.extend(name for name in drop.names if name not in keep.names)
            for other in self.findings.mentions:
                if self.cast.literal(other.span) is drop:
                    self.cast.assign(other.span, keep)
            self.cast.members.remove(drop)
