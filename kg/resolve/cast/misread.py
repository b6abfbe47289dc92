"""Misread names: a body's first words alone, which the network takes for somebody's name or a place's."""

from __future__ import annotations

import re

from kg.findings import Findings
from kg.resolve.cast import shortnames
from kg.resolve.cast.cast import Cast, Member
from kg.resolve.gazetteer.spelling import is_single

# What is in a place, or near it.
_IN = re.compile(r"\b(?:in|near|around|outside|of) $")
_BEFORE = 10
# Names of so few letters are other people's and places' too.
_SHORTEST = 3


def corrected(findings: Findings, text: str, cast: Cast) -> None:
    """Joins a person by one word alone, or a place that nobody knows, with the body of which it is the short name.

    "Norrsken Group ... Norrsken applied to the court", "students at Vestby University ... Vestby's invitation".
    """
    for member in [one for one in cast.members if _is_doubtful(one)]:
        whole = shortnames.first_words(member.names[0], cast)
        if whole is None or not _may_be(member, findings, text, cast):
            continue
        cast.join(whole, member, f"short name: of the article's organizations only “{whole.label}” begins so")


def _is_doubtful(member: Member) -> bool:
    """Only this article knows it, by this name alone."""
    if member.entry is not None or len(member.names) != 1 or len(member.names[0]) < _SHORTEST:
        return False
    return member.kind == "place" or (member.kind == "person" and member.local and is_single(member.names[0]))


def _may_be(member: Member, findings: Findings, text: str, cast: Cast) -> bool:
    """No title or trade stands beside the name, and nothing is told to be in it."""
    for mention, traits in zip(findings.mentions, findings.traits, strict=True):
        if mention.form != "name" or cast.literal(mention.span) is not member:
            continue
        if traits.post or traits.gender or traits.title:
            return False
        if member.kind == "place" and _IN.search(text, max(0, mention.start - _BEFORE), mention.start):
            return False
    return True
