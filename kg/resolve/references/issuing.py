"""Issuing: who "we" of a communiqué are, by its own words; and who publishes an article."""

from __future__ import annotations

from kg.findings import Findings
from kg.ids import fold
from kg.resolve.cast.cast import Cast, Member
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.spelling import without_article
from kg.resolve.references.several import together


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


def publishing(publisher: str | None, gazetteer: Gazetteer, cast: Cast) -> Member | None:
    """The body that publishes an article.

    Args:
        publisher: its name, if it is known.
        gazetteer: may have it.
        cast: gets it, where it does not have it.
    """
    if publisher is None:
        return None
    for entry in gazetteer.lookup(publisher, kinds={"organization", "country"})[:1]:
        return cast.known(entry)
    names = {fold(publisher), fold(without_article(publisher))}
    for member in cast.members:
        if member.kind == "organization" and not names.isdisjoint(map(fold, member.names)):
            return member
    return cast.add(Member(kind="organization", names=[publisher]))
