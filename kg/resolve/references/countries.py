"""Countries: which state "his country", "the country", "its neighbour" and "our ally" mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.findings import Findings, Traits
from kg.model import Mention
from kg.resolve.cast.cast import Cast, Member
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.references.collectives import Known
from kg.resolve.references.offices import Offices
from kg.resolve.references.states import OTHERS, state_his

_MOSTLY = 2  # so many times as often spoken of as any other


@dataclass(slots=True)
class Countries:
    """Finds the states that "the country" and "his country" mean in one article.

    Attributes:
        order: the mentions before the one that is looked at, as far as they are known; kept by the caller.
        text: of the article.
        offices: tells of which state the article is.
    """

    findings: Findings
    gazetteer: Gazetteer
    cast: Cast
    order: list[Known]
    text: str
    offices: Offices

    def meant(self, mention: Mention, traits: Traits, whose: Member | None) -> tuple[Member, str] | None:
        """The state of "his country"; for "the country" the one that was spoken of last."""
        if traits.noun == "state" or not traits.definite:
            return None  # "the state": Iowa?
        if whose is not None:
            return country_of(whose, traits, self.order, self.findings, self.gazetteer, self.cast)
        latest = self._latest(traits)
        return (latest, "the country that was spoken of last") if latest is not None else None

    def _latest(self, traits: Traits) -> Member | None:
        """The country is the one that was spoken of last, rather the dateline's: "Fiji said Tonga knew the country"."""
        named = [(known, one) for mention, known, one in self.order if mention.kind != "nationality"]
        states = [(known, one) for known, one in named if one.kind == "country" and known.sentence <= traits.sentence]
        last, home = states[-1] if states else None, self.cast.home
        if home is not None:
            near = any(one.entry is home and traits.sentence - known.sentence <= 1 for known, one in states)
            if near or last is None or last[0].paragraph != traits.paragraph:
                return self.cast.known(home)
        return last[1] if last is not None else None


def country_of(
    whose: Member, traits: Traits, order: Sequence[Known], findings: Findings, gazetteer: Gazetteer, cast: Cast
) -> tuple[Member, str] | None:
    """The state of "his country", or the other one that "its neighbour" is; and by what rule.

    Args:
        whose: it is, a person, body or group.
        traits: of the description.
        order: the mentions before it, as far as they are known.
        findings: of the article.
        gazetteer: has the states.
        cast: gets the state.
    """
    state = state_his(whose, traits, order, findings, gazetteer, cast)
    if state is None:
        return None
    if traits.noun not in OTHERS:
        return state, f"the country of “{whose.label}”"
    other = _other(state, order) if whose.kind in ("country", "person") else None
    return (other, f"beside {state.label} the text speaks of it most") if other is not None else None


def _other(own: Member, order: Sequence[Known]) -> Member | None:
    """The state that is spoken of beside one's own: the only one, or by far the one spoken of most; else nobody."""
    others = [member for _, _, member in order if member.kind == "country" and member.country != own.country]
    often = Counter(map(id, others)).most_common(2)
    if not often or (len(often) > 1 and often[0][1] < _MOSTLY * often[1][1]):
        return None
    return next(member for member in others if id(member) == often[0][0])
