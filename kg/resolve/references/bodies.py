"""Bodies of states: ministries, parliaments and armies that a text describes rather than names."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kg.findings import Traits
from kg.ids import fold
from kg.model import Span
from kg.resolve.cast import statebodies
from kg.resolve.cast.campaigns import Campaigns
from kg.resolve.cast.cast import Cast, Found, Known, Member
from kg.resolve.cast.chambers import has
from kg.resolve.gazetteer import nouns
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.references.belongings import Belongings
from kg.resolve.references.embassies import Embassies
from kg.resolve.references.ministries import Ministries
from kg.resolve.references.nearby import ANY_BODY, NEAR, called, may_be

# Log-odds from which a description without a name is what the network says it takes up.
_LIKELY = 0.5
# The same of "the group" by itself, which a text seldom says of what it has not named.
_MAYBE = -1.0
# "The army" is the one that was named in so many sentences before, where no other was.
_FAR = 6
# Nouns of those who speak for a body and are not called as it is.
_THEIRS = nouns.SPOKES | {"delegation", "mission", "office", "side"}

# Words that don't tell a body from another of the state's: "the nation's military", "the country's own army".
_BESIDE_STATE = frozenset("country nation own entire whole".split())
# Of these a state that has none has nobody who acts: "the American presidency" is an office.
_NOT_EVERYWHERE = frozenset({"parliament", "presidency"})
# What is told by whose it is alone.
_SOMEBODYS = frozenset({"office", "campaign", "camp", "team"})


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
    belongings: Belongings = field(init=False)
    ministries: Ministries = field(init=False)
    _embassies: Embassies = field(init=False)

    def __post_init__(self) -> None:
        self.campaigns = Campaigns(self.gazetteer, self.cast, self.published, self.text)
        self.belongings = Belongings(self.cast, self.campaigns)
        self.ministries = Ministries(self.gazetteer, self.cast, self.order)
        self._embassies = Embassies(self.gazetteer, self.cast, self.order)

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
        if traits.noun == "embassy" and not traits.within and (sent := self._embassies.before(traits)) is not None:
            return sent
        if (same := self.called_so(traits)) is not None:
            return same
        for span, odds in traits.antecedents if not traits.within else ():
            likely = self.cast.actor(span) if odds > _LIKELY else None
            if likely is None:
                break  # what it rather takes up is nobody who is known: "the central bank", not the bank named since
            if likely.kind == "organization" and may_be(likely, traits.noun):
                return likely, f"it takes up “{likely.label}”"
        return called(traits, self.order, self.cast)

    def called_so(self, traits: Traits) -> Found | None:
        """The organization that was named before and has all the words in its name, or in another that it bears."""
        wanted = set((text := fold(traits.text)).split())
        whose = self.cast.people(traits.within)
        for _, known, member in reversed(self.order):
            if whose and (others := self.cast.people(known.within)) and not any(one in whose for one in others):
                continue  # "X's party said so, but Y's party": somebody else's
            named = {fold(name).split()[-1] for name in member.names if name} | ({known.noun} if known.noun else set())
            words = {word for name in (*member.names, member.label) for word in fold(name).split()} | {known.noun}
            if member.entry is not None and member.entry.sort == "party":
                named.add("party")  # by whatever name: "the GOP", "Democrats"
            same = bool(named & {traits.noun, *wanted}) and wanted <= words
            also = member.entry.aliases if member.entry is not None and " " in text else ()
            if member.kind == "organization" and (same or any(fold(name).endswith(f" {text}") for name in also)):
                return member, f"“{member.label}” was named before"
        return None

    def speaking(self, traits: Traits) -> Found | None:
        """For whom "a spokeswoman" speaks: the organization that the text spoke of last, a school for a school's."""
        sort = set(fold(traits.text).split()[:-1]) - ANY_BODY
        acting = (one for _, known, one in self.order if known.sentence == traits.sentence and known.acting)
        state = any(one.kind == "country" for one in acting)
        for _, known, member in reversed(self.order):
            if traits.sentence - known.sentence > (0 if state else NEAR):
                break  # "Chad recalled its envoy, a spokesman said": of no body that was named before
            media = member.entry is not None and member.entry.sort == "media"
            if sort and not sort & {known.noun, *fold(member.label).split()}:
                continue
            if member.kind == "organization" and not member.unnamed and not media:
                return member, f"an unnamed spokesperson is of “{member.label}”, named last"
        return None

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

    def described(self, owner: Member, traits: Traits) -> Found | None:
        """A body of a state that is described and not named: "the Turkish parliament"; one in all articles."""
        if traits.noun in _NOT_EVERYWHERE and not has(owner.country, traits.noun):
            return None
        if traits.noun == "embassy" and owner.entry is not None:
            return self._embassies.of(owner.entry, traits)
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
        if list(map(fold, words)) == ["ministry"] and (ministry := self.ministries.spoken_of(owner)) is not None:
            return ministry, f"the ministry of {owner.label} that was spoken of, or its minister"
        return statebodies.described(owner, " ".join(words) or traits.noun, self.gazetteer, self.cast)

    def _town(self, traits: Traits) -> str | None:
        """The capital whose own the body is, and not its state's: "the Paris police"."""
        towns = (self.cast.literal(span) for span in traits.within)
        named = (one.label for one in towns if one is not None and one.kind == "place")
        return next((name for name in named if fold(name) in fold(traits.text)), None)
