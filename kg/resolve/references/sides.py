"""Sides: whom "the parties", "both sides" and "the militants" mean: those who fight or talk, states or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.findings import Traits
from kg.ids import fold
from kg.resolve.cast.cast import Known, Member
from kg.resolve.references.several import distinct, fits, together

#: Nouns for those who fight or talk, states or not.
OPPOSED = frozenset({"party", "side"})
#: What each of two has that fight or talk, states or not.
HAD_BY_BOTH = OPPOSED | {"delegation"}
# Who was named in so many sentences before, the one at hand included, is near.
_NEAR = 2


def opposed(traits: Traits, before: Sequence[Known]) -> Member | None:
    """Of "the parties" or "the sides", the states last spoken of together, else the only two that were named."""
    if not are_known(traits):
        return None
    for _, _, member in reversed(before):
        if member.parts and fits(traits.noun, member.parts):
            return member
    states = distinct([member for _, _, member in before if member.kind == "country" and not member.unnamed])
    return together(states) if len(states) == 2 else None


def are_known(traits: Traits) -> bool:
    """The words are "the parties" or "the sides" alone: no "opposition parties", nor "the Parties" of a treaty."""
    alone = traits.text.islower() and " " not in traits.text
    opposed = traits.noun in OPPOSED or traits.noun == "government"
    return traits.plural and traits.definite and opposed and alone and not traits.within


def warring(traits: Traits, before: Sequence[Known]) -> Member | None:
    """The two of whom the text speaks most, where one is an armed group: a state, too, is then a party to a war."""
    if traits.within or not (traits.several == 2 or are_known(traits)):
        return None
    fighting = [one for _, _, one in before if not one.unnamed and (one.kind == "country" or is_armed(one))]
    often = Counter(map(id, fighting)).most_common(3)
    if len(often) < 2 or (len(often) == 3 and often[1][1] == often[2][1]):
        return None
    pair = [one for one in distinct(fighting) if id(one) in dict(often[:2])]
    return together(pair) if any(map(is_armed, pair)) else None


def at_war(traits: Traits, order: Sequence[Known]) -> Member | None:
    """The only army and the only armed group just spoken of: "the rebels blamed the army. Oman urged both sides"."""
    near = distinct([one for _, known, one in order if 0 <= traits.sentence - known.sentence <= _NEAR])
    groups = [one for one in near if is_armed(one)]
    armies = [one for one in near if is_army(one) and not is_armed(one)]
    return together([*armies, *groups]) if len(groups) == len(armies) == 1 else None


def armed(order: Sequence[Known]) -> Member | None:
    """The one armed group that the text has named: "the militants"."""
    named = {id(member): member for _, _, member in order if is_armed(member)}
    return next(iter(named.values())) if len(named) == 1 else None


def is_armed(member: Member) -> bool:
    """The gazetteer knows it for an armed group."""
    return member.entry is not None and member.entry.sort == "armed_group"


def is_army(member: Member) -> bool:
    """A state's own forces, by what they are called."""
    words = {word for name in (*member.names, member.label) for word in fold(name).split()}
    return member.kind == "organization" and member.government and bool(words & {"army", "military", "forces"})
