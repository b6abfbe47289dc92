"""Modifiers: who stands before or behind the noun of a description, "Turkish" in "the Turkish minister"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.findings import Traits
from kg.model import Mention, Span
from kg.resolve.cast.cast import Cast, Member
from kg.resolve.gazetteer.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class Modifiers:
    """Finds the members among the modifiers of descriptions in one article."""

    gazetteer: Gazetteer
    cast: Cast

    def one(
        self,
        traits: Traits,
        kinds: Iterable[str] = ("country", "organization", "person"),
        head: Span | None = None,
    ) -> Member | None:
        """The member among the modifiers: "Turkish" in "the Turkish minister", "his" in "his government".

        Behind the `head`, a town is only where they are: "the minister in Astana".
        """
        for span in traits.within:
            member = self.cast.actor(span)
            if member is not None and member.kind in kinds:
                return member
            if head is not None and span > head:
                continue
            state = (
                self.gazetteer.stands_for(member.entry.id) if member is not None and member.entry is not None else None
            )
            entry = self.gazetteer.entry(state) if state is not None else None
            if entry is not None and entry.kind in kinds:
                return self.cast.known(entry)  # "the ministry in Tashkent"
        return None

    def owner(self, mention: Mention, traits: Traits) -> Member | None:
        """The person right before what is his: the wife in "his wife's campaign", and nobody behind it."""
        before = [span for span in traits.within if mention.head is None or span[1] <= mention.head[0]]
        last = self.cast.actor(before[-1]) if before else None
        return last if last is not None and last.kind == "person" else None
