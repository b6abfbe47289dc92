"""Legislatures: which chamber "the house" is that is told something, and of which those sit who are told it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from kg.findings import Findings, Traits
from kg.ids import fold
from kg.model import Mention, Span
from kg.resolve.cast.cast import Cast, Found, Known, Member
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.references.bodies import Bodies
from kg.resolve.references.states import state_around, state_of_teller

# What a chamber is called by which it is meant; any may be told something, of a legislature also all else be said.
_CALLED = frozenset({"house", "chamber", "legislature"})
# Who is told there what is told a parliament, and by what word of its name a chamber is theirs.
_SITTING = frozenset({"lawmaker", "legislator", "mp", "deputy", "parliamentarian"})
_THEIRS = {"senator": "senate", "congressman": "congress"}
# The ends of their names.
_NAMED = frozenset(
    """
    parliament senate congress assembly house commons lords legislature chamber duma knesset majlis majles bundestag
    bundesrat riksdag storting folketing sejm rada verkhovna diet sabha seimas saeima riigikogu althing cortes
    representatives deputies
    """.split()
)
_PARLIAMENT = "parliament"
_IN = " in "


@dataclass(slots=True)
class Legislatures:
    """Finds the legislatures that are told something in one article.

    Args:
        findings: of the article.
        gazetteer: has the states.
        cast: gets the bodies.
        order: the mentions before the one that is looked at, as far as they are known; kept by the caller.
        text: of the article.
        bodies: finds those of a state.
        setting: the state that the article is of.
    """

    findings: Findings
    gazetteer: Gazetteer
    cast: Cast
    order: Sequence[Known]
    text: str
    bodies: Bodies
    setting: Callable[[], Member | None]
    _tellers: dict[Span, Span] = field(init=False)  # who is told something → who tells it

    def __post_init__(self) -> None:
        self._tellers = {
            each.span: one.speaker.mention.span
            for one in self.findings.statements
            if one.speaker.mention is not None and one.act not in ("ask", "demand")
            for each in one.addressees
        }

    def told(self, mention: Mention, traits: Traits) -> Found | None:
        """The legislature that is told by these words: "told the chamber", "told lawmakers"."""
        teller = self._tellers.get(mention.span)
        bare = fold(traits.text) == fold(traits.text.split()[-1]) and not traits.within and traits.several is None
        members = teller is not None and mention.kind == "group" and traits.noun in _SITTING | _THEIRS.keys()
        if not bare or not (members or traits.noun in _CALLED):
            return None
        told_by = self.findings, self.gazetteer, self.cast
        state = state_of_teller(teller, self.order, *told_by) if teller is not None else None
        if members and self._is_elsewhere(mention, state):
            return None
        wanted = {_THEIRS[traits.noun]} if traits.noun in _THEIRS else _NAMED
        for _, _, member in reversed(self.order):
            abroad = state is not None and member.country not in (None, state.country)
            if _is_one(member, wanted) and not abroad:
                return member, f"“{member.label}” was spoken of last"
        if teller is None or traits.noun in _THEIRS or traits.noun == "legislature":
            return None
        parliament = replace(traits, text=_PARLIAMENT, noun=_PARLIAMENT)
        state = state or state_around(parliament, self.order, self.gazetteer, self.cast) or self.setting()
        return self.bodies.described(state, parliament) if state is not None else None

    def _is_elsewhere(self, mention: Mention, state: Member | None) -> bool:
        """They sit in a town of another state than that of who tells them: "Ukraine's president told MPs in London"."""
        start = mention.end + len(_IN)
        town = next((one for one in self.findings.mentions if one.kind == "place" and one.start == start), None)
        found = self.gazetteer.lookup(self.text[slice(*town.span)]) if town is not None else ()
        return bool(found) and state is not None and state.country not in {one.country for one in found}


def _is_one(member: Member, wanted: frozenset[str] | set[str]) -> bool:
    if member.kind != "organization" or (member.entry is not None and member.entry.sort in ("party", "media")):
        return False
    return any(fold(name).split()[-1] in wanted for name in (member.label, *member.names) if name)
