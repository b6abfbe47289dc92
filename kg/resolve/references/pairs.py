"""Pairs: those who are named or meet together, whom "they" and "the two" may take up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kg.findings import Findings, Traits
from kg.model import Mention, Span
from kg.resolve.cast.cast import Cast, Known, Member
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.references.several import together
from kg.resolve.references.states import state_of_person

# What two states are called whose people meet.
_SIDES = frozenset({"side", "country", "nation", "state", "government", "delegation"})
# So often a text names each of the two states that it is of.
_NAMED = 2
# A description reaches back this many sentences to those who were spoken of together.
_REACH = 9


def meeting(findings: Findings) -> dict[Span, tuple[Span, ...]]:
    """Of each meeting, by the span of whoever of its participants is named last, the spans of the others."""
    found = {}
    for one in findings.meetings:
        spans = sorted(each.mention.span for each in one.participants)
        if len(spans) > 1:
            found[spans[-1]] = tuple(spans[:-1])
    return found


def named_together(
    mention: Mention, traits: Traits, member: Member, met: Mapping[Span, tuple[Span, ...]], cast: Cast
) -> Iterator[Member]:
    """Those coordinated with a name, and those whom the bearer of a mention meets, together with its member.

    Args:
        mention: whose member is known.
        traits: of the mention.
        member: of the mention.
        met: see `meeting`.
        cast: of the article.

    Yields:
        Members with parts; places are no part of any, nor are those whom a text meets by the way with their state.
    """
    for spans in (traits.joined, met.get(mention.span, ())):
        others = [cast.actor(span) for span in spans]
        named = [member, *others] if spans is traits.joined else [*others, member]  # as they are named
        parts = {id(one): one for one in named if one is not None and not one.parts and one.kind != "place"}
        kinds = {one.kind for one in parts.values()}
        if len(parts) > 1 and (spans is traits.joined or kinds == {"person"}):
            yield together(list(parts.values()))


def states_of_two(
    traits: Traits, order: Sequence[Known], findings: Findings, gazetteer: Gazetteer, cast: Cast
) -> Member | None:
    """Of "the two sides", the states of the two people last spoken of together: their ministers met.

    Args:
        traits: of the description.
        order: the mentions before it, as far as they are known.
        findings: of the article.
        gazetteer: has the states.
        cast: gets them.
    """
    if traits.noun not in _SIDES or traits.several != 2 or traits.within:
        return None
    near = (member.parts for _, known, member in reversed(order) if traits.sentence - known.sentence <= _REACH)
    pair = next((parts for parts in near if len(parts) == 2 and all(one.kind == "person" for one in parts)), ())
    found = [state_of_person(one, findings, gazetteer, cast) for one in pair]
    states = {id(state): state for state in found if state is not None} or _two_most_named(order)
    return together(list(states.values())) if len(states) == 2 else None


def _two_most_named(order: Sequence[Known]) -> dict[int, Member]:
    """The two states that a text is of: it names each more than once, and every other less often."""
    named = {id(member): member for _, _, member in order if member.kind == "country"}
    often = Counter(id(member) for mention, _, member in order if id(member) in named and mention.form == "name")
    counts = [count for _, count in often.most_common(3)]
    if len(counts) < 2 or counts[1] < _NAMED or counts[1] in counts[2:]:
        return {}
    return {one: named[one] for one, _ in often.most_common(2)}
