"""Legislatures: which chamber "the house" is that is told something, and of which those sit who are told it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from kg.findings import Findings, Traits
from kg.ids import fold
from kg.model import Mention, Span
from kg.resolve.cast.cast import Cast, Found, Known, Member
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.references.bodies import Bodies
from kg.resolve.references.states import state_around, state_of_teller

# What a chamber is called by which it is meant; any may be told something, of a legislature also all else be said.
_CALLED = frozenset({"house", "chamber", "legislature"})
# Who is told there what is told a parliament, and by what word of its name a chamber is theirs.
_SITTING = frozenset({"lawmaker", "legislator", "mp", "deputy", "parliamentarian"})
_THEIRS = {"senator": "senate", "congressman": "congress"}
# The ends of their names.
_NAMED = frozenset(
    """
    parliament senate congress assembly house commons lords legislature chamber duma knesset majlis majles bundestag
    bundesrat riksdag storting folketing sejm rada verkhovna diet sabha seimas saeima riigikogu althing cortes
    representatives deputies
    """.split()
)
_PARLIAMENT = "parliament"
_IN = " in "


def listening(findings: Findings) -> dict[Span, Span]:
    """Whom somebody tells something: the span of who is told → of who tells it."""
    return {
        each.span: one.speaker.mention.span
        for one in findings.statements
        if one.speaker.mention is not None and one.act not in ("ask", "demand")
        for each in one.addressees
    }


def meant(
    mention: Mention,
    traits: Traits,
    told_by: Mapping[Span, Span],
    bodies: Bodies,
    order: Sequence[Known],
    findings: Findings,
    gazetteer: Gazetteer,
    cast: Cast,
    setting: Callable[[], Member | None],
    text: str,
) -> Found | None:
    """The legislature that is told by these words: "told the chamber", "told lawmakers".

    Args:
        mention: the description.
        traits: of the mention.
        told_by: who tells whom something, as listening has it.
        bodies: finds those of a state.
        order: the mentions before, as far as they are known.
        findings: of the article.
        gazetteer: has the states.
        cast: gets the body.
        setting: the state that the article is of.
        text: of the article.
    """
    teller = told_by.get(mention.span)
    bare = fold(traits.text) == fold(traits.text.split()[-1]) and not traits.within and traits.several is None
    members = teller is not None and mention.kind == "group" and traits.noun in _SITTING | _THEIRS.keys()
    if not bare or not (members or traits.noun in _CALLED):
        return None
    state = state_of_teller(teller, order, findings, gazetteer, cast) if teller is not None else None
    if members and _is_elsewhere(mention, state, findings, gazetteer, text):
        return None
    wanted = {_THEIRS[traits.noun]} if traits.noun in _THEIRS else _NAMED
    for _, _, member in reversed(order):
        abroad = state is not None and member.country not in (None, state.country)
        if _is_one(member, wanted) and not abroad:
            return member, f"“{member.label}” was spoken of last"
    if teller is None or traits.noun in _THEIRS or traits.noun == "legislature":
        return None
    parliament = replace(traits, text=_PARLIAMENT, noun=_PARLIAMENT)
    state = state or state_around(parliament, order, gazetteer, cast) or setting()
    return bodies.described(state, parliament) if state is not None else None


def _is_elsewhere(mention: Mention, state: Member | None, findings: Findings, gazetteer: Gazetteer, text: str) -> bool:
    """They sit in a town of another state than that of who tells them: "Ukraine's president told MPs in London"."""
    town = next((one for one in findings.mentions if one.kind == "place" and one.start == mention.end + len(_IN)), None)
    found = gazetteer.lookup(text[slice(*town.span)]) if town is not None else ()
    return bool(found) and state is not None and state.country not in {one.country for one in found}


def _is_one(member: Member, wanted: frozenset[str] | set[str]) -> bool:
    if member.kind != "organization" or (member.entry is not None and member.entry.sort in ("party", "media")):
        return False
    return any(fold(name).split()[-1] in wanted for name in (member.label, *member.names) if name)
