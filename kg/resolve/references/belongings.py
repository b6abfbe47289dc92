"""Belongings: the body that somebody has, "his company", "the Vestby campaign"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.findings import Traits
from kg.ids import fold
from kg.resolve.cast.campaigns import Campaigns
from kg.resolve.cast.cast import Cast, Found, Member
from kg.resolve.gazetteer import nouns
from kg.resolve.references.epithets import RUNNERS

# Words between an owner and what is his that don't tell it from another of his.
_BESIDE_OWNER = frozenset("mr mrs ms dr in own presidential election reelection the whole entire".split())


@dataclass(frozen=True, slots=True)
class Belongings:
    """Finds the bodies that people in one article have, each by its noun."""

    cast: Cast
    campaigns: Campaigns
    _found: list[tuple[Member, Member, list[str]]] = field(default_factory=list)  # the body, whose, and its words

    def of(self, person: Member, traits: Traits) -> Found | None:
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
        for member, whose, what in self._found:
            if whose is person and what[-1:] == words[-1:] and (what[:-1] in ([], words[:-1]) or not words[:-1]):
                return member, why
        if not traits.acting:
            return None
        known = self.campaigns.of(person) if campaign else None
        known = self.campaigns.team(person) if words == ["team"] else known
        member = known or self.cast.add(
            Member(kind="organization", description=" ".join((person.label, *words)), local=True, plural=True)
        )
        self._found.append((member, person, words))
        return member, why
