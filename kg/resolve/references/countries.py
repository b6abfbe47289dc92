"""Countries: which state "his country", "the country", "its neighbour" and "our ally" mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.findings import Findings, Traits
from kg.resolve.cast.cast import Cast, Member
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.references.collectives import Known
from kg.resolve.references.states import OTHERS, state_his

_MOSTLY = 2  # so many times as often spoken of as any other


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
