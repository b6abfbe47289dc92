"""Campaigns: whose a campaign, a camp or a team is, and that it is one, whichever of these it is called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kg.ids import fold, slug
from kg.resolve.cast.cast import Cast, Member
from kg.resolve.gazetteer.entries import Entry
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.nouns import leads_state
from kg.resolve.gazetteer.spelling import is_single, parts

# How the people who work for a candidate sign: "Team Vestby", "the Vestby Campaign".
_SIGNED = re.compile(r"Team (?P<first>[A-Z][\w’'-]+)|(?P<last>[A-Z][\w’'-]+?)(?:['’]s)? Campaign")
# What describes one by a surname, which the network may take for a town's: "the Obama campaign".
_DESCRIBED = re.compile(
    r"(?:the |The )?(?P<surname>[A-Z][\w’'-]+?)(?:['’]s)?(?: presidential| re-?election)? (?P<noun>campaign|camp|team)"
)
# Posts from which people are known by their surnames for many years, and for which they campaign.
_LEADING = frozenset({"vice", "secretary"})


def is_signed(name: str) -> bool:
    """The name is one that a campaign has: "Team Vestby"."""
    return _SIGNED.fullmatch(name) is not None


@dataclass(frozen=True, slots=True)
class Campaigns:
    """Finds the campaigns that one article speaks of."""

    gazetteer: Gazetteer
    cast: Cast
    published: date | None
    text: str = ""

    def named(self, name: str) -> tuple[Member, str] | None:
        """The campaign that a name has: "Team Vestby"."""
        signed = _SIGNED.fullmatch(name)
        if signed is None or self.gazetteer.lookup(name):
            return None
        known = self._called(signed["first"] or signed["last"])
        return (self._body(f"{known} campaign"), f"the campaign of “{known}”") if known else None

    def described(self, words: str) -> tuple[Member, str] | None:
        """The campaign or team that a surname alone describes: "the Obama campaign"."""
        described = _DESCRIBED.fullmatch(words)
        known = self._called(described["surname"]) if described is not None else None
        if described is None or known is None:
            return None
        noun = "team" if described["noun"] == "team" and not self._runs(known) else "campaign"
        return self._body(f"{known} {noun}"), f"the {noun} of “{known}”"

    def of(self, person: Member) -> Member | None:
        """The campaign of somebody who is told from others; by a surname alone only of who led a state."""
        known = self._full(person)
        return self._body(f"{known} campaign") if known is not None else None

    def team(self, person: Member) -> Member | None:
        """The campaign that somebody's team is, of whose campaign the text speaks; else the team of who is known."""
        known = self._full(person)
        if known is None:
            return None
        if self._runs(known):
            return self._body(f"{known} campaign")
        return self._body(f"{known} team") if person.entry is not None or person.local else None

    def _full(self, person: Member) -> str | None:
        """The full name of somebody."""
        if not person.local:
            return person.label
        return self._by_office(person.names[0]) if person.names and is_single(person.names[0]) else None

    def _called(self, surname: str) -> str | None:
        """The full name of the one person of the article who is called so; where none is, of who led a state."""
        people = (one for one in self.cast.members if one.kind == "person" and not one.local)
        called = [one for one in people if fold(surname) in parts(one.label)[-1:]]
        return called[0].label if len(called) == 1 else None if called else self._by_office(surname)

    def _runs(self, known: str) -> bool:
        """The text speaks of somebody's campaign, and he rules no state at its time, nor deputises."""
        roles = self.gazetteer.roles_of(f"person/{slug(known)}", self.published) if self.published else ()
        ruling = any(leads_state(fold(role.post).split()) for role in roles)
        campaign = rf"\b{re.escape(known.split()[-1])}(?:['’]s?)?(?: [a-z]+)? (?:campaign|camp)\b"
        return not ruling and re.search(campaign, self.text) is not None

    def _by_office(self, surname: str) -> str | None:
        """The full name of who is called so and led a state nearest to the article's day."""
        known = [(one, since) for one in self.gazetteer.called(surname) if (since := self._since(one)) is not None]
        states = {one.country for one in self.cast.members if one.kind == "country"}
        if len({one.country for one, _ in known}) > 1:
            known = [(one, since) for one, since in known if one.country in states]
        nearest = min(known, key=lambda one: (one[1], one[0].id), default=None)
        return nearest[0].label if nearest is not None else None

    def _since(self, person: Entry) -> int | None:
        """How many days lie between the article and when somebody led a state or deputised; None for who never did."""
        today = self.published or date.max
        found = []
        for role in person.roles:
            words = fold(role.post).split()
            if leads_state(words) or _LEADING.intersection(words):
                since = date.fromisoformat(role.since) if role.since else date.min
                until = date.fromisoformat(role.until) if role.until else date.max
                found.append(max((since - today).days, (today - until).days, 0))
        return min(found, default=None)

    def _body(self, called: str) -> Member:
        """The body of this description, one in all articles."""
        identity = f"organization/{slug(called)}"
        known = next((one for one in self.cast.members if one.identity == identity), None)
        return known or self.cast.add(Member("organization", description=called, identity=identity, plural=True))
