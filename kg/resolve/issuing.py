"""Issuing: who "we" of a communiqué are, by its own words."""

from __future__ import annotations

from kg.findings import Findings
from kg.resolve.cast import Cast, Member
from kg.resolve.collectives import together


def issuing(findings: Findings, cast: Cast) -> Member | None:
    """Who "we" of a communiqué are: the body of "We, the leaders of the Union", or each state of "We, the ministers".

    A body that stands before the states is theirs: "We, the Group's ministers of Chad and Mali".
    """
    if findings.presented is None:
        return None
    start, end = findings.presented
    inside = (one for one in findings.mentions if start < one.start and one.end <= end and one.form == "name")
    named = [member for one in inside if (member := cast.actor(one.span)) is not None]
    acting = list({id(one): one for one in named if one.kind in ("organization", "country")}.values())
    if not acting:
        return None
    return acting[0] if len(acting) == 1 or acting[0].kind == "organization" else together(acting)
