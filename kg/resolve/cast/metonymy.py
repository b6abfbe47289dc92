"""Metonymy: capitals and buildings that act stand for the government; where something happens they are places."""

from __future__ import annotations

from collections.abc import Iterator

from kg.findings import Findings
from kg.model import Mention, Statement
from kg.resolve.cast.cast import Cast
from kg.resolve.gazetteer.gazetteer import Gazetteer


def resolve(findings: Findings, gazetteer: Gazetteer, cast: Cast) -> None:
    """Gives the names of capitals, seats and buildings that act the actor they stand for."""
    doing = {mention.span for one in findings.statements for mention in _doing(one)}
    for mention, traits in zip(findings.mentions, findings.traits, strict=True):
        member = cast.literal(mention.span)
        if mention.form != "name" or member is None or member.kind == "person":
            continue  # nor does "Paris said" stand for France where Valeska Paris speaks
        called_after = mention.kind == "nationality" and gazetteer.demonym(traits.text) is not None
        if called_after and (member.kind != "place" or mention.span not in doing):
            continue  # "accused the Europeans", but "the European winter"
        known = member.entry.id if member.entry is not None else traits.text
        stands_for = gazetteer.stands_for(known)
        actor = gazetteer.entry(stands_for) if stands_for is not None else None
        if actor is None or actor.kind == "place" or actor.id == known:
            continue
        # A city is a place unless it acts. A building ("the Kremlin") is its government unless something happens in it.
        is_city = known.removeprefix("place/").isdecimal()
        if not traits.locative and (traits.acting or not is_city or called_after):
            why = f"metonym: “{traits.text}” stands for {actor.id}, for here it acts and nothing happens in it"
            cast.assign_figurative(mention.span, cast.known(actor), why)


def _doing(one: Statement) -> Iterator[Mention]:
    """Who says it, to whom, and at whom it is aimed."""
    if one.speaker.mention is not None:
        yield one.speaker.mention
    yield from one.addressees
    yield from (item.mention for item in one.about if item.role == "target")
