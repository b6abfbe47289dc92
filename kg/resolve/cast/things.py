"""Things: which names of an article are the same organization, country or place, and which of the world's."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import InitVar, dataclass, field, replace

from kg.findings import Traits
from kg.ids import fold, slug
from kg.model import EntityKind, Mention
from kg.resolve.cast import chambers, firmforms, firmnames, namesakes, papers, phrases, shortnames, unionstates
from kg.resolve.cast.borders import Borders
from kg.resolve.cast.cast import Cast, Found, Member
from kg.resolve.cast.compounds import state_in
from kg.resolve.cast.languages import is_language
from kg.resolve.cast.nationalities import Nationalities
from kg.resolve.cast.provinces import Provinces
from kg.resolve.cast.publishers import Publisher
from kg.resolve.cast.statebodies import body_of
from kg.resolve.cast.statehouses import state_chamber
from kg.resolve.cast.towns import Towns
from kg.resolve.gazetteer import nouns
from kg.resolve.gazetteer.entries import Entry
from kg.resolve.gazetteer.gazetteer import TOWN, WELL_KNOWN, Gazetteer
from kg.resolve.gazetteer.nouns import is_generic
from kg.resolve.gazetteer.reasons import by_row

# What stands before the name of a place.
_WHERE = re.compile(
    r"\b(?:from|near|(?:port|city|town|province|district|region|village|airport|mayor|governor|bishop) of) $"
)
_TOWN_OF = re.compile(r"\b(?:port|city|town|village|suburb) of $")
_BEFORE = 20
# What tells a paper's name from a place's or a word.
_MAGAZINE = " magazine"
# A country of so many letters is known also where one is wrong; shorter ones are each other's neighbours (Iran, Iraq).
_MISSPELT = 7


@dataclass(slots=True)
class Things:
    """Finds the members that the names of places, countries and organizations in one article belong to.

    Attributes:
        text: of the article.
        publisher: whose short name may stand in it: "the Chronicle".
        countries: how often the article names anything of each country, by their codes.
    """

    gazetteer: Gazetteer
    cast: Cast
    text: str
    publisher: InitVar[str] = ""
    publishing: Publisher = field(init=False)
    borders: Borders = field(init=False)
    countries: Counter[str] = field(default_factory=Counter)
    towns: Towns = field(init=False)
    nationalities: Nationalities = field(init=False)
    provinces: Provinces = field(init=False)

    def __post_init__(self, publisher: str) -> None:
        self.publishing = Publisher(publisher, self.text, self.gazetteer, self.cast)
        self.borders = Borders(self.gazetteer, self.cast, self.text, self.countries)
        self.towns = Towns(self.gazetteer, self.text, self.countries)
        self.nationalities = Nationalities(self.gazetteer, self.cast, self.towns, self.countries)
        self.provinces = Provinces(self.gazetteer, self.text, self.countries)

    def find(self, mention: Mention, traits: Traits, country: Entry | None, near: Entry | None = None) -> Found | None:
        """The member that a name belongs to; None where it is the name of nobody (a prize, a law, a language).

        Args:
            mention: with a name of anything but a person.
            traits: of the mention.
            country: that the words around the name tell: "the Foreign Ministry in Moscow".
            near: the one country that the sentences around can mean, or the dateline.
        """
        if phrases.is_no_place(mention, self.text) or is_language(mention, traits, self.text):
            return None  # "Hurricane Sandy", "in Spanish"
        if joined := state_in(mention, self.text, self.gazetteer):
            self.cast.narrow(mention.span, (mention.start, joined[1]))
            return self.nationalities.named(replace(traits, text=joined[0]))
        if mention.kind == "nationality":
            longer = self.borders.beyond(mention, traits)
            if longer is not None:
                return self.cast.known(longer[0]), by_row(*longer)
            return (
                None if papers.is_word(mention, traits, self.text, self.gazetteer) else self.nationalities.named(traits)
            )
        if self.publishing.is_named(mention, traits) and (
            mention.kind != "place" or not self.gazetteer.lookup(traits.text)
        ):
            return self.publishing.member()
        if (realm := namesakes.realm(traits.text, self.countries)) is not None:
            state = self.gazetteer.entry(f"country/{realm}")
            return (self.cast.known(state), f"“the {traits.text}” of which the text speaks") if state else None
        if papers.is_word(mention, traits, self.text, self.gazetteer):
            return None
        if not traits.label:
            return self._well_known(mention, traits, country) or self._read(mention, traits)
        demonym = self.gazetteer.demonym(traits.text)
        if demonym is not None and not self.gazetteer.lookup(traits.text):
            return self.nationalities.of_demonym(demonym, traits.text)
        if mention.kind == "organization" and (whole := shortnames.spelt(traits.text, self.cast)) is not None:
            return whole, f"short name: they are the initials of “{whole.label}” alone"
        if (chamber := chambers.beside(mention, traits.text, self.text, self.cast, self.gazetteer)) is not None:
            return chamber
        if (house := state_chamber(traits.text, self.text, self.cast, self.gazetteer)) is not None:
            return house
        entry, name = self._entry(mention, traits)
        if entry is not None and country is not None and namesakes.is_anothers(entry, traits, country):
            return body_of(country, traits.text, self.gazetteer, self.cast)  # "Nigeria's Supreme Court"
        if entry is not None and near is not None and self._is_of_another(entry, traits, near):
            # "The Foreign Office" where Pakistan is spoken of, and Britain is not.
            return body_of(near, traits.text, self.gazetteer, self.cast)
        if entry is not None:
            return self.cast.known(entry), by_row(entry, name)
        nothing = nouns.is_no_actor(traits.text) or phrases.is_nothing(mention, traits.text)
        return self._unknown(mention, traits, country, near) if not nothing else None

    def is_bare(self, traits: Traits, country: Entry | None) -> bool:
        """The name is that of a body which every state has, without its state: which one, others may tell."""
        return country is None and self.borders.owner(traits.text)[0] is None and is_generic(traits.text)

    def _is_where(self, mention: Mention, traits: Traits) -> bool:
        """The words are where something is: "in Patna", "by telephone from Patna", "the port of Mersin"."""
        return traits.locative or _WHERE.search(self.text, max(0, mention.start - _BEFORE), mention.start) is not None

    def _well_known(self, mention: Mention, traits: Traits, country: Entry | None) -> Found | None:
        """What a word that only looks like a name may mean: a nationality, a country, an acronym; else nothing."""
        demonym = self.gazetteer.demonym(traits.text)
        if demonym is not None:
            return self.nationalities.of_demonym(demonym, traits.text)
        whole, end = self.borders.whole(mention)
        if whole is not None and whole.prominence >= WELL_KNOWN:
            self.cast.widen(mention.span, (mention.start, end))
            return self.cast.known(whole), by_row(whole, self.text[mention.start : end])
        found = self.gazetteer.lookup(traits.text)
        entry = namesakes.meant(found, traits.text, self.countries)
        if entry is not None and entry.kind == "place" and self._is_town(entry, mention, traits):
            return self.cast.known(entry), by_row(entry, traits.text)
        if entry is None and country is not None and is_generic(traits.text):
            return self._of_state(country, traits.text)  # "China's Embassy"
        the = self.text[: mention.start].lower().endswith("the ")
        party = the and entry is not None and entry.sort == "party" and traits.acting
        if entry is None or (entry.prominence < WELL_KNOWN and not party):
            return None
        # "The Taliban faction"; "Politico reported".
        known = party or (the and entry.sort == "armed_group") or papers.is_read(entry, mention, traits, self.text)
        if entry.kind == "organization" and not traits.text.isupper() and "-" not in traits.text and not known:
            return None  # "Congress", "Fatah": words, and names that the network knows
        return self.cast.known(entry), by_row(entry, traits.text)

    def _read(self, mention: Mention, traits: Traits) -> Found | None:
        """Whoever is told something and has a name that nobody knows: "told the daily Varden", "told the Agency"."""
        word = is_generic(traits.text) or nouns.is_no_actor(traits.text)
        longer = traits.text.isupper() and self.text[mention.end : mention.end + 2].strip()[:1].isupper()  # "TV Varden"
        if word or longer or mention.kind != "organization" or not papers.is_told(mention, self.text):
            return None
        return self._unknown(mention, traits, None, None)

    def _is_town(self, entry: Entry, mention: Mention, traits: Traits) -> bool:
        """Something is there, and the town is large or called one: "in Patna", "in the town of Cizre"."""
        if _TOWN_OF.search(self.text, max(0, mention.start - _BEFORE), mention.start):
            return True
        return entry.prominence >= TOWN and self._is_where(mention, traits)

    # ---- the gazetteer

    def _entry(self, mention: Mention, traits: Traits) -> tuple[Entry | None, str]:
        """The gazetteer's best entry of a kind that fits what the network took the name for, and by which name."""
        whole, end = self.borders.whole(mention)
        if whole is not None:
            self.cast.widen(mention.span, (mention.start, end))
            return whole, self.text[mention.start : end]
        if self.text.startswith(_MAGAZINE, mention.end):  # "New York magazine"
            name = traits.text + _MAGAZINE
            if printed := self.gazetteer.lookup(name, kinds={"organization"}):
                return printed[0], name
        state = unionstates.state(mention, self.text, self.gazetteer)
        if (town := state or self.towns.written(mention)) is not None:
            return town, traits.text
        metonym, found = self.gazetteer.stands_for(traits.text), self.gazetteer.lookup(traits.text)
        if mention.kind == "organization" and traits.text.islower() and " " in traits.text:  # "the state department"
            found = tuple(one for one in self.gazetteer.lookup(traits.text.title()) if one.prominence >= WELL_KNOWN)
        if metonym is not None and not found:
            return self.gazetteer.entry(metonym), traits.text
        things = [entry for entry in found if entry.kind != "person"]
        things = papers.told(things, mention, self.text)  # "told PTI", the agency and no party
        if mention.kind == "organization":
            fitting = [entry for entry in things if entry.kind == "organization"]
            misspelt = self.gazetteer.misspelt_country(traits.text) if len(traits.text) >= _MISSPELT else None
            if not things and misspelt is not None:
                return misspelt, traits.text
            if not things and (firm := firmforms.known(traits.text, self.gazetteer)) is not None:
                return firm, traits.text
            if not things:
                return self.borders.prefix(mention, traits.text) or self.borders.suffix(traits.text)
        else:
            firms = firmnames.firms(mention, traits, self.text, things, self.gazetteer)
            things = firms or [entry for entry in things if entry.sort != "company"]
            fitting = firms or [entry for entry in things if entry.kind in ("country", "place")]
        if not things and mention.kind == "place":
            misspelt = self.gazetteer.misspelt_country(traits.text) if len(traits.text) >= _MISSPELT else None
            return self.provinces.named(traits.text) or misspelt, traits.text
        # A name that only a place bears is that place: the network takes towns for companies.
        best = namesakes.meant(fitting or things, traits.text, self.countries)
        no_town = best is None or phrases.is_no_town(best, mention, self.text)
        meant = self.towns.meant(best, things, mention.end, traits) if best and not no_town else None
        if meant is not None and (told := self.provinces.around(mention, meant)) is not None:
            province, span = told
            self.cast.widen(mention.span, span)
            return province, self.text[slice(*span)]
        return meant, traits.text

    def _is_of_another(self, entry: Entry, traits: Traits, near: Entry) -> bool:
        """A name that any state's body may have, of the body of a state that the article does not name."""
        told = self.countries[entry.country] if entry.country is not None else 1
        return not told and namesakes.is_anothers(entry, traits, near)

    # ---- what the gazetteer does not have

    def _unknown(self, mention: Mention, traits: Traits, country: Entry | None, near: Entry | None) -> Found:
        """The same name is the same thing; a body of a state is one only with the state."""
        kind: EntityKind = "place" if mention.kind == "place" else "organization"
        if (union := self.gazetteer.entry(shortnames.of_union(traits.text, self.text))) is not None:
            return self.cast.known(union), "short name: “the Commission” of a text about the Union"
        state, bare = self.borders.owner(traits.text)
        country = state or country
        generic = kind == "organization" and is_generic(bare)
        if generic and country is not None:
            return self._of_state(country, bare)
        if generic:
            longer = shortnames.longer(bare, self.cast)
            if longer is not None:
                return longer, f"short name: of the article's organizations only “{longer.label}” has these words"
            if near is not None:
                return body_of(near, bare, self.gazetteer, self.cast)
        for member in self.cast.members:
            if member.kind == kind and member.entry is None and fold(traits.text) in map(fold, member.names):
                return member, f"name: the article has “{traits.text}” more than once"
        the = self.text[: mention.start].lower().endswith("the ")
        short = None if generic else shortnames.short(traits.text, self.cast, the=the)
        if (longer := short) is not None:
            return longer, f"short name: of the article's organizations only “{longer.label}” is called so in full"
        if near is not None and kind == "organization":
            return body_of(near, traits.text, self.gazetteer, self.cast)  # "Labour" of an article that has Britain's
        member = self.cast.add(
            Member(
                kind=kind,
                local=generic
                or traits.text.islower()
                or self.gazetteer.entry(f"{kind}/{slug(traits.text)}") is not None,
                government=generic,
                country=country.country if country is not None else None,
            )
        )
        return member, "name: nothing in the gazetteer is called so"

    def _of_state(self, state: Entry, bare: str) -> Found:
        """The body of this name that a state has, or the state, which its government is."""
        if fold(bare) in nouns.STATE:
            return self.cast.known(state), "the government of a state is the state"
        return body_of(state, bare, self.gazetteer, self.cast)
