"""Families: who bears a surname in the plural, "the Vestbys", people and no body that is called so."""

from __future__ import annotations

from collections.abc import Sequence

from kg.findings import Findings, Traits
from kg.model import Mention
from kg.resolve.cast.cast import Cast, Found, Member
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.spelling import is_single, parts

# Of a surname that so many people of the gazetteer bear the family is known by it.
_KNOWN = 2


def surname(mention: Mention, traits: Traits, text: str, findings: Findings, gazetteer: Gazetteer) -> str | None:
    """The surname of which the name is the plural; None where nobody bears it, or anything else is called so.

    Args:
        mention: with a name.
        traits: of the mention.
        text: of the article.
        findings: of the article: who bears the surname in it.
        gazetteer: who bears it in the world, and what else is called so: "the Philippines", "the Democrats".
    """
    name = traits.text
    if not name.endswith("s") or " " in name or not text[: mention.start].lower().endswith("the "):
        return None
    if gazetteer.lookup(name) or gazetteer.demonym(name) is not None:
        return None
    singulars = [name[:-1]] + ([name[:-2]] if name.endswith("es") else [])
    people = {
        parts(known.text)[-1]
        for other, known in zip(findings.mentions, findings.traits, strict=True)
        if other.kind == "person" and other.form == "name" and not is_single(known.text)
    }
    for one in singulars:
        if parts(one)[-1] in people or len(gazetteer.called(one)) >= _KNOWN:
            return one
    return None


def family(mention: Mention, surname: str, text: str, cast: Cast) -> Found:
    """Those of the surname whom the article names, where they are several; else people known by it, in this article."""
    plural = text[mention.start : mention.end]
    bearers = [
        member
        for member in cast.members
        if member.kind == "person" and any(parts(name)[-1] == parts(surname)[-1] for name in _names(member))
    ]
    if len(bearers) > 1:
        together = Member(kind="group", description=plural, plural=True, unnamed=True, parts=tuple(bearers))
        return together, f"all of the article who are called “{surname}”"
    for member in cast.members:
        if member.kind == "group" and plural in member.names:
            return member, f"name: the article has “{plural}” more than once"
    member = Member(kind="group", names=[plural], local=True, plural=True)
    return cast.add(member), f"the family of the name “{surname}”"


def _names(member: Member) -> Sequence[str]:
    return [name for name in (*member.names, member.label) if not is_single(name)]
