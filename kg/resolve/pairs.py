"""Pairs: those who are named or meet together, whom "they" and "the two" may take up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.findings import Findings, Traits
from kg.model import Mention, Span
from kg.resolve.cast import Cast, Member
from kg.resolve.collectives import together


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
