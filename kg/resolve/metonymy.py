"""Metonymy: capitals and buildings that act stand for the government; where something happens they are places."""

from __future__ import annotations

from kg.findings import Findings
from kg.resolve.cast import Cast
from kg.resolve.gazetteer import Gazetteer


def resolve(findings: Findings, gazetteer: Gazetteer, cast: Cast) -> None:
    """Gives the names of capitals, seats and buildings that act the actor they stand for."""
    for mention, traits in zip(findings.mentions, findings.traits, strict=True):
        member = cast.literal(mention.span)
        if mention.form != "name" or member is None or mention.kind == "nationality":
            continue
        known = member.entry.id if member.entry is not None else traits.text
        stands_for = gazetteer.stands_for(known)
        actor = gazetteer.entry(stands_for) if stands_for is not None else None
        if actor is None or actor.kind == "place" or actor.id == known:
            continue
        # A city is a place unless it acts. A building ("the Kremlin") is its government unless something happens in it.
        is_city = known.removeprefix("place/").isdecimal()
        if not traits.locative and (traits.acting or not is_city):
            why = f"metonym: “{traits.text}” stands for {actor.id}, for here it acts and nothing happens in it"
            cast.assign_figurative(mention.span, cast.known(actor), why)
