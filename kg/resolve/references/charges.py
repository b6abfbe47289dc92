"""Charges: which statement of somebody else a pronoun's bearer answers, "he denied it", "she refused"."""

from __future__ import annotations

from itertools import pairwise

from kg.findings import Findings
from kg.ids import fold
from kg.model import Span, Statement

_CHARGES = frozenset({"accuse", "criticise", "demand", "threaten", "warn"})
_CHARGE = frozenset(
    """
    accusation accusations allegation allegations charge charges claim claims criticism demand it remarks that this
    """.split()
)


def answered(findings: Findings) -> dict[Span, Statement]:
    """By the span of the pronoun that answers it, the charge or demand just before."""
    found = {}
    for one, other in pairwise(sorted(findings.statements, key=lambda one: one.cue.span)):
        who = other.speaker.mention
        if who is not None and who.form == "pronoun" and _answers(one, other):
            found[who.span] = one
    return found


def _answers(one: Statement, other: Statement) -> bool:
    """A charge is denied, or a demand refused or met, by whom it was aimed at: "demanded that she go. She refused"."""
    if one.act == "demand" and other.act in ("refuse", "agree") and other.parent is None:
        return other.cue.lemma in ("refuse", "decline", "agree", "accept", "comply")
    return one.act in _CHARGES and _denies(other)


def _denies(said: Statement) -> bool:
    """A charge that was made just before is denied: "he denied it", "she dismissed the allegations as baseless"."""
    word = next(iter(fold(said.text).removeprefix("the ").split()), "")
    return said.act == "deny" or (said.act == "reject" and word in _CHARGE)
