"""Ministries: whose ministry a text speaks of, where it names none: his of a minister, one that was spoken of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.findings import Traits
from kg.ids import fold
from kg.resolve.cast import statebodies
from kg.resolve.cast.cast import Cast, Found, Known, Member
from kg.resolve.gazetteer import nouns
from kg.resolve.gazetteer.gazetteer import Gazetteer

# Words of a minister's post that tell no portfolio.
_OF_POSTS = ("minister", "of", "the", "for")


@dataclass(frozen=True, slots=True)
class Ministries:
    """Finds the ministries that the descriptions of one article mean.

    Attributes:
        order: the mentions before the one that is looked at, as far as they are known; kept by the caller.
    """

    gazetteer: Gazetteer
    cast: Cast
    order: Sequence[Known]

    def of(self, person: Member, state: Member | None = None) -> Found | None:
        """The ministry of a minister, by the portfolio: "his ministry" of the Turkish trade minister.

        Args:
            person: the minister.
            state: whose minister he likely is, where none is told.
        """
        state = self._state_of(person) or state
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
                return statebodies.described(state, f"{' '.join(portfolio)} ministry", self.gazetteer, self.cast)
        return None

    def of_minister_before(self, traits: Traits) -> Found | None:
        """The ministry of the minister who was spoken of last, where no ministry was: "the ministry said"."""
        if fold(traits.text) != "ministry" or traits.within:
            return None
        people = (member for _, _, member in reversed(self.order) if member.kind == "person")
        home = self.cast.known(self.cast.home) if self.cast.home is not None else None
        return next((found for one in people if (found := self.of(one, home)) is not None), None)

    def spoken_of(self, state: Member) -> Member | None:
        """The ministry of a state that was spoken of last, it or its minister: a spokesman's for "a ministry"."""
        for member in (one for _, _, one in reversed(self.order) if one.country == state.country):
            if member.kind == "organization" and "ministry" in fold(member.label):
                return member
            if member.kind == "person" and (found := self.of(member)) is not None:
                return found[0]
        return None

    def _state_of(self, person: Member) -> Member | None:
        """The country of "his" in "his government"."""
        entry = self.gazetteer.entry(f"country/{person.country}") if person.country is not None else None
        return self.cast.known(entry) if entry is not None else None
