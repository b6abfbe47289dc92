"""Embassies: whose embassy a text speaks of, and where: "the embassy", "the Turkish embassy in Oslo"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.findings import Traits
from kg.ids import fold, slug
from kg.resolve.cast.cast import Cast, Found, Known, Member
from kg.resolve.gazetteer import nouns
from kg.resolve.gazetteer.entries import Entry
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.references.nearby import NEAR

# Who works at an embassy.
_ENVOYS = frozenset({"ambassador", "attaché", "attache", "consul", "chargé"})
# What embassies are called by, of states whose foreign ministries are not called by an adjective.
_EMBASSIES = {"country/USA": "US", "country/GBR": "British"}


@dataclass(frozen=True, slots=True)
class Embassies:
    """Finds the embassies that the descriptions of one article mean.

    Attributes:
        order: the mentions before the one that is looked at, as far as they are known; kept by the caller.
    """

    gazetteer: Gazetteer
    cast: Cast
    order: Sequence[Known]

    def before(self, traits: Traits) -> Found | None:
        """The embassy that was spoken of last, or else that of the ambassador who was: "the embassy would not say"."""
        for _, _, member in reversed(self.order):
            if member.kind == "organization" and "embassy" in fold(member.label).split():
                return member, f"“{member.label}” was named before"
            words = [word for post in member.posts for word in post.split()] if member.kind == "person" else []
            if not _ENVOYS.intersection(words):
                continue
            told = next((found for word in words if (found := self.gazetteer.demonym(word.title()))), None)
            of = self.gazetteer.entry(told or f"country/{member.country}")
            return self.of(of, traits) if of is not None and of.kind == "country" else None
        return None

    def of(self, state: Entry, traits: Traits) -> Found:
        """The embassy of a state where the words say, or in the only other state that is spoken of around."""
        here = [member for span in traits.within if (member := self.cast.literal(span)) is not None]
        near = [
            member
            for _, known, member in self.order
            if member.kind in ("country", "place") and 0 <= traits.sentence - known.sentence <= NEAR
        ]
        where = {one.country for one in here} - {None, state.country} or {one.country for one in near} - {
            None,
            state.country,
        }
        host = self.gazetteer.entry(f"country/{next(iter(where))}") if len(where) == 1 else None
        called = self.gazetteer.entry(f"organization/{slug(state.label)}-foreign-ministry")
        adjective = called.label.removesuffix(" Foreign Ministry") if called else _EMBASSIES.get(state.id, state.label)
        name = f"{adjective} embassy" + (f" in {nouns.in_words(host.label)}" if host is not None else "")
        identity = f"organization/{slug(name)}"
        member = next((one for one in self.cast.members if one.identity == identity), None)
        why = f"the embassy of {state.label}" + (f" in {host.label}" if host is not None else "")
        return member or self.cast.add(
            Member(kind="organization", description=name, identity=identity, government=True, country=state.country)
        ), why
