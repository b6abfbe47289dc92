"""Names: whose each name of an article is; places first, then organizations, which may be told by them, then people."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from kg.findings import Findings, Traits
from kg.ids import fold
from kg.model import Article, Mention, Span
from kg.resolve.cast import families, home, namesakes
from kg.resolve.cast.campaigns import Campaigns, is_signed
from kg.resolve.cast.cast import Cast
from kg.resolve.cast.chambers import Chambers
from kg.resolve.cast.languages import is_language
from kg.resolve.cast.papers import is_word
from kg.resolve.cast.people import People
from kg.resolve.cast.rulers import Rulers
from kg.resolve.cast.shortnames import initials
from kg.resolve.cast.surnames import is_surname
from kg.resolve.cast.things import Things
from kg.resolve.cast.towns import AROUND, is_namesake, is_shared_capital
from kg.resolve.gazetteer.entries import Entry
from kg.resolve.gazetteer.gazetteer import TOWN, WELL_KNOWN, Gazetteer
from kg.resolve.gazetteer.given import gender_of
from kg.resolve.gazetteer.nouns import is_generic
from kg.resolve.gazetteer.reasons import by_row
from kg.resolve.gazetteer.spelling import is_single, parts

# The country of the dateline counts as often as if the article named it so many times.
_HOME = 3
# Sorts of organizations that are never called by somebody's name.
_NEVER_PEOPLE = frozenset({"armed_group", "intergovernmental", "party"})

# Behind the letters of a body somebody of it may be called like a town: "NSC's Malaya said".
_OF_LETTERS = re.compile(r"\b[A-Z]{2,}['’]s $")

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
        plural: list[tuple[Mention, str]] = []  # families, and their surnames
        for mention, traits in zip(self.findings.mentions, self.findings.traits, strict=True):
            if mention.form == "name" and mention.kind != "date":
                surname = families.surname(mention, traits, self.article.text, self.findings, self.gazetteer)
                if surname is not None:
                    plural.append((mention, surname))
                    continue
                named = mention.kind == "person" and not self._is_place(mention, traits)
                is_person = named or self._is_known_person(mention, traits)
                is_person = is_person and not self._things.is_publisher(mention, traits)
                body = mention.kind == "organization" or traits.text in self._spelt
                is_person = is_person and self._half(mention, traits) is None and traits.text not in self._spelt
                sorts[2 if is_person else 1 if body else 0].append((mention, traits))
        places, organizations, people = sorts
        self._count([*places, *organizations])
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

    def _is_bare(self, traits: Traits) -> bool:
        return self._things.is_bare(traits, self.country_of(traits))

    def _count(self, things: list[_Named]) -> None:
        """Which countries the article speaks of: by nationality words, places, seats, parties and bodies of one."""
        lead: list[tuple[int, str, bool]] = []
        bare: list[Entry] = []
        for mention, traits in things:
            demonym = self.gazetteer.demonym(traits.text)
            entry = self.gazetteer.entry(demonym) if demonym is not None else None
            if entry is not None and (
                entry.kind == "organization" or (entry.id in AROUND and traits.text.endswith("s"))
            ):
                continue  # "the Democrats" of some state, "Georgians"
            if is_language(mention, traits, self.article.text):
                continue
            word = is_word(mention, traits, self.article.text, self.gazetteer)  # "Hindu pilgrims"
            bearers = self.gazetteer.lookup(traits.text) if not word else ()
            self._things.towns.named.update(one.id for one in bearers if one.kind == "place")
            if mention.kind == "organization":
                bearers = tuple(one for one in bearers if one.sort in home.OF_A_STATE and not is_generic(traits.text))
                shared = len({one.country for one in bearers}) > 1  # "the Greens" tell of no state
                bearers = () if shared else bearers
                bearers = tuple(one for one in bearers if namesakes.tells_state(one, traits.text))
            if entry is None and mention.kind == "organization":
                entry, _ = self._things.borders.owner(traits.text)  # "Nigerian senate"
            if entry is None and not bearers and (seat := self.gazetteer.stands_for(traits.text)) is not None:
                entry = self.gazetteer.entry(seat)
            if entry is None and len({bearer.country for bearer in bearers}) == 1:
                entry = bearers[0]
            if entry is None and bearers and is_shared_capital(bearers[0]):
                continue
            if entry is None and bearers and self.gazetteer.stands_for(bearers[0].id):
                entry = bearers[0]  # London and Paris lend their names to towns elsewhere, and few write of those
            if entry is None and bearers and bearers[0].kind == "country" and bearers[0].id not in AROUND:
                entry = bearers[0]  # and so do Mali and Lebanon
            if entry is not None and namesakes.is_bare(entry, traits.text):
                bare.append(entry)
            elif entry is not None and not is_namesake(entry):
                self._things.count(entry)
                if traits.sentence == 0 and entry.country is not None:
                    lead.append((mention.start, entry.country, traits.function in ("subject", "modifier")))
        bodies = {traits.text for mention, traits in things if mention.kind == "organization"}
        for entry in home.told_by_bodies(bare, bodies, lead, self._things.countries, self.gazetteer):
            self._things.count(entry)
        self.cast.written_in = here = home.written_in(self.article.dateline, self.gazetteer)
        if here is not None:
            first = min(lead, default=None)
            acting = first[1] if first is not None and first[2] else None
            self.cast.home = here if home.is_about(here, acting, self._things.countries) else None
            self._things.count(here, _HOME)

    def _half(self, mention: Mention, traits: Traits) -> Entry | None:
        """The state that "the North" or "the South" is, or "the Vestby Administration"."""
        ruled = Rulers(self.findings, self.article.text, self.gazetteer, self.cast, self.published).named(traits.text)
        if ruled is not None:
            return ruled
        if not self.article.text[: mention.start].lower().endswith("the "):
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
        near = self._chambers.whose(mention, traits, self.country_of(traits), bare=bare)
        found = self._things.find(mention, traits, self.country_of(traits), near)
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

    def _is_place(self, mention: Mention, traits: Traits) -> bool:
        """A word without a title that is a place, a well-known armed group, party, organization: "al-Qaeda leaders"."""
        if traits.post or traits.gender or (traits.acting and _OF_LETTERS.search(self.article.text[: mention.start])):
            return False
        if len(traits.text.split()) > 1:
            return self._is_named_place(traits)
        if self.gazetteer.demonym(traits.text) is not None:
            return True
        if self.gazetteer.lookup_person(traits.text, on=self.published):
            return False
        surnames = {
            parts(known.text)[-1]
            for other, known in zip(self.findings.mentions, self.findings.traits, strict=True)
            if other.kind == "person" and other.form == "name" and not is_single(known.text)
        }
        if parts(traits.text)[-1] in surnames:
            return False
        best = self.gazetteer.lookup(traits.text)[:1]
        if not best or best[0].kind not in ("country", "place"):
            return bool(best) and best[0].sort in _NEVER_PEOPLE and best[0].prominence >= WELL_KNOWN
        # A town may lend somebody its name, but nobody does or says anything in a person's name where it is locative.
        lent = best[0].prominence < WELL_KNOWN and bool(self.gazetteer.called(traits.text))  # "bury Obama with ads"
        return traits.locative or (not lent and (best[0].prominence >= TOWN or not traits.acting))

    def _is_named_place(self, traits: Traits) -> bool:
        """The gazetteer has the words as a larger place, a seat, a paper, and as nobody: "Addis Ababa"."""
        best = self.gazetteer.lookup(traits.text)[:1]
        if not best or best[0].kind == "person" or self.gazetteer.is_full_name(traits.text):
            return False
        body = best[0].sort == "media" or best[0].sort in _NEVER_PEOPLE  # "Boko Haram"
        of_kind = body if best[0].kind == "organization" else best[0].prominence >= TOWN
        return of_kind or (traits.locative and best[0].kind != "organization")

    def _is_known_person(self, mention: Mention, traits: Traits) -> bool:
        """A name that the network takes for a place or an organization and that is a person's.

        "Marine Le Pen"; "Clinton" where an article of 2016 speaks of no other, and "Nega" where it has "Berhanu Nega".
        """
        demonym = self.gazetteer.demonym(traits.text) or ""  # "Houthi" is no leader of this name
        if mention.kind not in ("place", "organization") or not traits.label or demonym.startswith("organization/"):
            return False
        things = [entry for entry in self.gazetteer.lookup(traits.text) if entry.kind != "person"]
        if things and (things[0].prominence >= WELL_KNOWN or things[0].kind == "organization"):
            return things[0].kind == "place" and is_surname(traits, self.findings)
        if not is_single(traits.text):
            full = self.gazetteer.is_full_name(traits.text)
            return full or bool(not things and self.gazetteer.lookup_person(traits.text, on=self.published))  # "Le Pen"
        words = parts(traits.text)
        given = not traits.locative and all(entry.prominence < TOWN for entry in things)
        given = given and not demonym
        named = any(
            other.kind == "person"
            and other.form == "name"  # not "Nordair's chief executive"
            and not is_single(known.text)
            and (parts(known.text)[-len(words) :] == words or (given and parts(known.text)[:1] == words))
            for other, known in zip(self.findings.mentions, self.findings.traits, strict=True)
        )
        named = named or (mention.kind == "organization" and not things and self._is_called_person(traits.text))
        in_office = not things or (mention.kind == "place" and not traits.locative)
        return named or (in_office and bool(self.gazetteer.lookup_person(traits.text, on=self.published)))

    def _is_called_person(self, name: str) -> bool:
        """The network takes it for a person's name more often than not, or sometimes and politicians are called so."""
        pairs = zip(self.findings.mentions, self.findings.traits, strict=True)
        kinds = [other.kind for other, known in pairs if other.form == "name" and known.text == name]
        return 2 * kinds.count("person") > len(kinds) or ("person" in kinds and bool(self.gazetteer.called(name)))

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


def _by_clearness(named: _Named) -> tuple[int, bool, Span]:
    """Names of more words come first, of a surname alone those whose title tells the gender: "Mrs. Clinton"."""
    mention, traits = named
    return -len(parts(traits.text)), traits.gender is None, mention.span
