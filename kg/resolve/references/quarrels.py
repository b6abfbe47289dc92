"""Quarrels: those who hold something against each other, whom "both sides" and "the parties" are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.findings import Findings, Traits
from kg.model import Span
from kg.resolve.cast.cast import Cast, Known, Member
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.references.collectives import meant
from kg.resolve.references.several import together
from kg.resolve.references.sides import OPPOSED, at_war, is_armed
from kg.resolve.references.states import is_official, state_acting, state_of_person

# What somebody does to whom he quarrels with.
_AGAINST = frozenset({"accuse", "criticise", "threaten", "reject"})
# Of two of these that quarrel it is spoken so, too: "both governments".
_STATES = frozenset({"country", "nation", "government", "neighbour", "neighbor", "capital"})
# What may stand before "sides" that says no more of them.
_HOSTILE = frozenset({"warring", "rival", "opposing", "conflicting"})
# Both were spoken of so many sentences before, at most, of whom an article still speaks.
_NEAR = 9


@dataclass(slots=True)
class _Quarrel:
    """Two who quarrel: how often it is told that one holds something against the other, and who of them does."""

    sides: tuple[Member, Member]
    often: int = 0
    by: set[int] = field(default_factory=set)


def meant_by(
    traits: Traits,
    order: Sequence[Known],
    findings: Findings,
    gazetteer: Gazetteer,
    cast: Cast,
    joined: Mapping[Span, tuple[Span, ...]],
    barred: Member | None,
    home: str | None,
) -> Member | None:
    """Those whom a description of several means; of "both sides" the two who quarrel, where they were just named.

    Where the words before do not tell who "the parties" are, the rest of the article may: a lead has them first.

    Args:
        traits: of the description.
        order: the mentions before it, as far as they are known.
        findings: of the article.
        gazetteer: has the states.
        cast: tells who is who, and gets the states.
        joined: the names that are coordinated with each name.
        barred: who speaks to them, and is none of them.
        home: his country.
    """
    words = traits.text.split()
    known = traits.noun in OPPOSED and traits.plural and traits.definite and traits.text.islower()
    two = traits.several == 2 and traits.noun in OPPOSED | _STATES
    alone = not traits.within and _HOSTILE.issuperset(words[:-1])
    pair = quarrelling(findings, gazetteer, cast, barred) if alone and (two or known) else ()
    if alone and traits.noun in OPPOSED and (two or known) and (war := at_war(traits, order)) is not None:
        return war
    if pair:
        near = (one for _, told, one in order if traits.sentence - told.sentence <= _NEAR)
        of_near = [_side(one, findings, gazetteer, cast) for one in near]
        if all(any(side is each for each in of_near) for side in pair):
            return together(pair)
    return meant(traits, order, cast, joined, barred, home) or (together(pair) if pair else None)


def quarrelling(
    findings: Findings, gazetteer: Gazetteer, cast: Cast, barred: Member | None
) -> tuple[Member, Member] | tuple[()]:
    """The only two of whom the article tells that they accuse each other, but for quarrels of whoever speaks to them.

    Of a state's officials and bodies it is the state; of an army and a militia of one state each by itself.

    Args:
        findings: of the article.
        gazetteer: has the states.
        cast: tells who is who, and gets the states.
        barred: who speaks to them, and is none of them.
    """
    own = _side(barred, findings, gazetteer, cast) if barred is not None else None
    told = [one for one in _quarrels(findings, gazetteer, cast) if own is None or all(own is not s for s in one.sides)]
    told = [one for one in told if len(one.by) == 2 or (one.often > 1 and _are_parties(one.sides))]
    return told[0].sides if len(told) == 1 else ()


def _quarrels(findings: Findings, gazetteer: Gazetteer, cast: Cast) -> list[_Quarrel]:
    """All quarrels, in the order in which they are told first."""
    quarrels: dict[frozenset[int], _Quarrel] = {}
    for first, second in _charges(findings, gazetteer, cast):
        one = quarrels.setdefault(frozenset((id(first), id(second))), _Quarrel((first, second)))
        one.often += 1
        one.by.add(id(first))
    return list(quarrels.values())


def _are_parties(sides: tuple[Member, Member]) -> bool:
    """Two states, or a militia and whoever fights it: that one accuses the other is enough."""
    return all(side.kind == "country" for side in sides) or any(map(is_armed, sides))


def _charges(findings: Findings, gazetteer: Gazetteer, cast: Cast) -> Iterator[tuple[Member, Member]]:
    """Whoever holds something against somebody, and against whom, in text order."""
    for one in sorted(findings.statements, key=lambda one: (one.cue.span, one.id)):
        if one.act not in _AGAINST or one.speaker.mention is None:
            continue
        for target in (item.mention for item in one.about if item.role == "target"):
            both = [cast.actor(span) for span in (one.speaker.mention.span, target.span)]
            sides = [_side(each, findings, gazetteer, cast) for each in both if each is not None]
            if len(sides) == 2 and sides[0] is sides[1]:
                sides = [each if each is not None and each.kind == "organization" else None for each in both]
            first, second = sides if len(sides) == 2 else (None, None)
            if first is not None and second is not None and first is not second:
                yield first, second


def _side(member: Member, findings: Findings, gazetteer: Gazetteer, cast: Cast) -> Member | None:
    """Whose side somebody is on: his state's, or that of a body which is no state's; of other people none is told."""
    if member.parts:
        return None
    if member.kind == "person" or member.government:
        state = state_of_person(member, findings, gazetteer, cast)
        if state is None and is_official(member, findings, cast):  # "Norway closed the road. ..., Minister X said"
            named = list(zip(findings.mentions, findings.traits, strict=True))
            first = next((known.sentence for one, known in named if cast.actor(one.span) is member), None)
            state = state_acting(first, named, cast) if first is not None else None
        return state
    return member if member.kind in ("country", "organization") and not member.unnamed else None
