"""Bodies of states: ministries, parliaments and armies that a text describes rather than names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from kg.findings import Traits
from kg.ids import fold, slug
from kg.model import Span
from kg.resolve.cast.campaigns import Campaigns
from kg.resolve.cast.cast import Cast, Found, Known, Member
from kg.resolve.cast.chambers import has
from kg.resolve.gazetteer import nouns
from kg.resolve.gazetteer.entries import Entry
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.spelling import body
from kg.resolve.references.epithets import RUNNERS
from kg.resolve.references.nearby import ANY_BODY, NEAR, called, may_be

# Log-odds from which a description without a name is what the network says it takes up.
_LIKELY = 0.5
# The same of "the group" by itself, which a text seldom says of what it has not named.
_MAYBE = -1.0
# What the whole of a state's forces is called; its army only where no others are known.
_FORCES = ("military", "armed forces", "army")
# "The army" is the one that was named in so many sentences before, where no other was.
_FAR = 6
# Words of a minister's post that tell no portfolio.
_OF_POSTS = ("minister", "of", "the", "for")
# Nouns of those who speak for a body and are not called as it is.
_THEIRS = nouns.SPOKES | {"delegation", "mission", "office", "side"}

# Words between an owner and what is his that don't tell it from another of his.
_BESIDE_OWNER = frozenset("mr mrs ms dr in own presidential election reelection the whole entire".split())

# Nor do these from another of the state's: "the nation's military", "the country's own army".
_BESIDE_STATE = frozenset("country nation own entire whole".split())

# Of these a state that has none has nobody who acts: "the American presidency" is an office.
_NOT_EVERYWHERE = frozenset({"parliament", "presidency"})
# What is told by whose it is alone.
_SOMEBODYS = frozenset({"office", "campaign", "camp", "team"})

# Who works at an embassy.
_ENVOYS = frozenset({"ambassador", "attaché", "attache", "consul", "chargé"})
# What embassies are called by, of states whose foreign ministries are not called by an adjective.
_EMBASSIES = {"country/USA": "US", "country/GBR": "British"}


def name_described(span: Span, traits: Traits, cast: Cast, text: str) -> None:
    """Takes the article off a body's name in small letters, which names don't have: "the French army", "the Fund"."""
    member = cast.literal(span)
    if member is None or member.kind != "organization" or not (member.entry or member.identity):
        return
    own = traits.noun not in _THEIRS or traits.noun in fold(member.label).split()
    if (
        own
        and (" " in traits.text or traits.text[:1].isupper())
        and not member.unnamed
        and text[span[0] :].lower().startswith("the ")
    ):
        cast.narrow(span, (span[0] + len("the "), span[1]))


@dataclass(slots=True)
class Bodies:
    """Finds the bodies that the descriptions of one article mean.

    Attributes:
        order: the mentions before the one that is looked at, as far as they are known; kept by the caller.
    """

    gazetteer: Gazetteer
    cast: Cast
    order: list[Known]
    published: date | None
    text: str
    campaigns: Campaigns = field(init=False)
    _owned: list[tuple[Member, Member, list[str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.campaigns = Campaigns(self.gazetteer, self.cast, self.published, self.text)

    def before(self, traits: Traits) -> Found | None:
        """The organization that was named before and whose name ends in the noun: "the ministry", "the bloc"."""
        blocs = nouns.BLOCS.get(traits.noun, ()) if not traits.within else ()
        for _, _, member in reversed(self.order):
            if member.entry is not None and member.entry.id in blocs:
                return member, f"“{member.label}” is a {traits.noun} and was named before"
        for span, odds in traits.antecedents if fold(traits.text) == "group" else ():
            likely = self.cast.actor(span) if odds > _MAYBE else None
            if likely is not None and likely.kind == "organization" and likely.names and not likely.government:
                return likely, f"it takes up “{likely.label}”"
        if traits.noun in _SOMEBODYS and traits.within:
            return None  # "her office", "the campaign of X": no other that is called so
        if traits.noun == "embassy" and not traits.within and (sent := self._of_envoy(traits)) is not None:
            return sent
        if (same := self.called_so(traits)) is not None:
            return same
        for span, odds in traits.antecedents if not traits.within else ():
            likely = self.cast.actor(span) if odds > _LIKELY else None
            if likely is None:
                break  # what it rather takes up is nobody who is known: "the central bank", not the bank named since
            if likely is not None and likely.kind == "organization" and may_be(likely, traits.noun):
                return likely, f"it takes up “{likely.label}”"
        return called(traits, self.order, self.cast)

    def called_so(self, traits: Traits) -> Found | None:
        """The organization that was named before and has all the words in its name, or in another that it bears."""
        wanted = set((text := fold(traits.text)).split())
        for _, known, member in reversed(self.order):
            named = {fold(name).split()[-1] for name in member.names if name} | ({known.noun} if known.noun else set())
            words = {word for name in (*member.names, member.label) for word in fold(name).split()} | {known.noun}
            if member.entry is not None and member.entry.sort == "party":
                named.add("party")  # by whatever name: "the GOP", "Democrats"
            same = bool(named & {traits.noun, *wanted}) and wanted <= words
            also = member.entry.aliases if member.entry is not None and " " in text else ()
            if member.kind == "organization" and (same or any(fold(name).endswith(f" {text}") for name in also)):
                return member, f"“{member.label}” was named before"
        return None

    def owned(self, person: Member, traits: Traits) -> Found | None:
        """What somebody has one of, by the same noun and no other words: his company, and nobody else's.

        A candidate has one campaign, by whatever words: "the Vestby campaign", "Ms Vestby's camp". None where it does
        nothing and nobody spoke of it before: a campaign is then what somebody does.
        """
        own = {word for name in (*person.names, person.label) for word in fold(name).split()}
        words = [word for word in re.sub(r"['’]s?\b", "", fold(traits.text)).split() if word not in own]
        words = [word for word in words if word.isalpha() and word not in _BESIDE_OWNER]
        campaign = traits.noun in nouns.CAMPAIGNS
        words = ["campaign"] if campaign else words
        if campaign and not set(RUNNERS) & set(person.posts):
            person.posts.append(RUNNERS[0])  # whoever has a campaign is "the candidate"
        why = f"the {traits.noun} of “{person.label}”"
        for member, whose, what in self._owned:
            if whose is person and what[-1:] == words[-1:] and (what[:-1] in ([], words[:-1]) or not words[:-1]):
                return member, why
        if not traits.acting:
            return None
        known = self.campaigns.of(person) if campaign else None
        known = self.campaigns.team(person) if words == ["team"] else known
        member = known or self.cast.add(
            Member(kind="organization", description=" ".join((person.label, *words)), local=True, plural=True)
        )
        self._owned.append((member, person, words))
        return member, why

    def speaking(self, traits: Traits) -> Found | None:
        """For whom "a spokeswoman" speaks: the organization that the text spoke of last, a school for a school's."""
        sort = set(fold(traits.text).split()[:-1]) - ANY_BODY
        for _, known, member in reversed(self.order):
            if traits.sentence - known.sentence > NEAR:
                break
            media = member.entry is not None and member.entry.sort == "media"
            if sort and not sort & {known.noun, *fold(member.label).split()}:
                continue
            if member.kind == "organization" and not member.unnamed and not media:
                return member, f"an unnamed spokesperson is of “{member.label}”, named last"
        return None

    def ministry_of(self, person: Member, state: Member | None = None) -> Found | None:
        """The ministry of a minister, by the portfolio: "his ministry" of the Turkish trade minister.

        Args:
            person: the minister.
            state: whose minister he likely is, where none is told.
        """
        state = self.country_of(person) or state
        for post in person.posts if state is not None else ():
            called = fold(state.label).split() if state is not None else []  # "iran's foreign minister"
            portfolio = [word for word in re.sub(r"['’]s?\b", "", post).split() if word not in (*called, *_OF_POSTS)]
            portfolio = [word for word in portfolio if self.gazetteer.demonym(word.title()) is None]
            if (
                "minister" in post.split()
                and portfolio
                and not set(portfolio) & nouns.NO_PORTFOLIO
                and state is not None
            ):
                return self._named(state, f"{' '.join(portfolio)} ministry")
        return None

    def minister_before(self, traits: Traits) -> Found | None:
        """The ministry of the minister who was spoken of last, where no ministry was: "the ministry said"."""
        if fold(traits.text) != "ministry" or traits.within:
            return None
        people = (member for _, _, member in reversed(self.order) if member.kind == "person")
        home = self.cast.known(self.cast.home) if self.cast.home is not None else None
        return next((found for one in people if (found := self.ministry_of(one, home)) is not None), None)

    def only_such(self, traits: Traits) -> Found | None:
        """The one body of a state that the text has called by this noun just before, whoever speaks now: "the army"."""
        named = {
            id(member): member
            for _, known, member in self.order
            if member.kind == "organization" and member.country is not None and known.noun == traits.noun
            if 0 <= traits.sentence - known.sentence <= _FAR
        }
        if nouns.is_single(traits) or traits.noun == "presidency":  # of a conference, too
            return self.called_so(traits)
        if len(named) != 1 or traits.noun not in nouns.BODIES or len(traits.text.split()) > 1:
            return None
        member = next(iter(named.values()))
        return member, f"“{member.label}” is the only {traits.noun} that was spoken of"

    def some_ministry(self, state: Member) -> Member | None:
        """The ministry of a state that was spoken of last, it or its minister: a spokesman's for "a ministry"."""
        for member in (one for _, _, one in reversed(self.order) if one.country == state.country):
            if member.kind == "organization" and "ministry" in fold(member.label):
                return member
            if member.kind == "person" and (found := self.ministry_of(member)) is not None:
                return found[0]
        return None

    def country_of(self, person: Member) -> Member | None:
        """The country of "his" in "his government"."""
        entry = self.gazetteer.entry(f"country/{person.country}") if person.country is not None else None
        return self.cast.known(entry) if entry is not None else None

    def described(self, owner: Member, traits: Traits) -> Found | None:
        """A body of a state that is described and not named: "the Turkish parliament"; one in all articles."""
        if traits.noun in _NOT_EVERYWHERE and not has(owner.country, traits.noun):
            return None
        if traits.noun == "embassy" and owner.entry is not None:
            return self._embassy(owner.entry, traits)
        state = {*fold(owner.label).split(), *map(fold, owner.entry.aliases if owner.entry is not None else ())}
        words = [
            word
            for word in traits.text.split()
            if self.gazetteer.demonym(word) is None and fold(word) not in state | _BESIDE_STATE
        ]
        if traits.noun == "police" and (town := self._town(traits)) is not None:
            return self.cast.body(town, owner.country, "police"), f"the police of {town}"
        for _, _, member in reversed(self.order):
            named = [fold(name).split() for name in member.names if name and fold(name).split()[-1] == traits.noun]
            same = any(set(map(fold, words)) <= {*name, traits.noun} for name in named)
            if member.kind == "organization" and member.country == owner.country and same:
                return member, f"“{member.label}” was named before"
        if list(map(fold, words)) == ["ministry"] and (ministry := self.some_ministry(owner)) is not None:
            return ministry, f"the ministry of {owner.label} that was spoken of, or its minister"
        return self._named(owner, " ".join(words) or traits.noun)

    def _town(self, traits: Traits) -> str | None:
        """The capital whose own the body is, and not its state's: "the Paris police"."""
        towns = (self.cast.literal(span) for span in traits.within)
        named = (one.label for one in towns if one is not None and one.kind == "place")
        return next((name for name in named if fold(name) in fold(traits.text)), None)

    def _of_envoy(self, traits: Traits) -> Found | None:
        """The embassy that was spoken of last, or else that of the ambassador who was: "the embassy would not say"."""
        for _, _, member in reversed(self.order):
            if member.kind == "organization" and "embassy" in fold(member.label).split():
                return member, f"“{member.label}” was named before"
            words = [word for post in member.posts for word in post.split()] if member.kind == "person" else []
            if not _ENVOYS.intersection(words):
                continue
            told = next((found for word in words if (found := self.gazetteer.demonym(word.title()))), None)
            of = self.gazetteer.entry(told or f"country/{member.country}")
            return self._embassy(of, traits) if of is not None and of.kind == "country" else None
        return None

    def _embassy(self, of: Entry, traits: Traits) -> Found:
        """The embassy of a state where the words say, or in the only other state that is spoken of around."""
        here = [member for span in traits.within if (member := self.cast.literal(span)) is not None]
        near = [
            member
            for _, known, member in self.order
            if member.kind in ("country", "place") and 0 <= traits.sentence - known.sentence <= NEAR
        ]
        where = {one.country for one in here} - {None, of.country} or {one.country for one in near} - {None, of.country}
        host = self.gazetteer.entry(f"country/{next(iter(where))}") if len(where) == 1 else None
        called = self.gazetteer.entry(f"organization/{slug(of.label)}-foreign-ministry")
        adjective = called.label.removesuffix(" Foreign Ministry") if called else _EMBASSIES.get(of.id, of.label)
        name = f"{adjective} embassy" + (f" in {nouns.in_words(host.label)}" if host is not None else "")
        identity = f"organization/{slug(name)}"
        member = next((one for one in self.cast.members if one.identity == identity), None)
        why = f"the embassy of {of.label}" + (f" in {host.label}" if host is not None else "")
        return member or self.cast.add(
            Member(kind="organization", description=name, identity=identity, government=True, country=of.country)
        ), why

    def _forces(self, owner: Member, text: str) -> tuple[str, ...]:
        """What else the forces of a state may be called; its army is not all of them where others are known."""
        if text not in _FORCES or owner.entry is None:
            return ()
        beside = any(self.gazetteer.body(owner.entry, one) is not None for one in ("Navy", "Air Force"))
        return _FORCES[:2] if beside and text != "army" else () if beside else _FORCES

    def _named(self, owner: Member, text: str) -> Found:
        """The body of a state that has this name; one in all articles."""
        names = dict.fromkeys((text, text := body(text), *self._forces(owner, text)))
        why = f"the {text} of {owner.label}"
        for known in (self.gazetteer.body(owner.entry, name) for name in names) if owner.entry is not None else ():
            if known is not None:
                return self.cast.known(known), why
        return self.cast.body(owner.label, owner.country, text), why
