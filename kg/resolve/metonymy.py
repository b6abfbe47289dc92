"""Metonymy: capitals and buildings that act stand for the government; where something happens they are places."""

from __future__ import annotations

from kg.model import Findings
from kg.resolve.cast import Cast
from kg.resolve.gazetteer import Gazetteer


# Brussels acts as the European Union far more often than as Belgium; in the news of Belgium itself the Union is not named.
_UNION = {"place/2800866": "organization/european-union"}


def resolve(findings: Findings, gazetteer: Gazetteer, cast: Cast) -> None:
    """Gives the names of capitals, seats and buildings that act the actor they stand for."""
    named = {member.entry.id for member in cast.members if member.entry is not None}
    for mention, traits in zip(findings.mentions, findings.traits, strict=True):
        member = cast.literal(mention.span)
        if mention.form != "name" or member is None or mention.kind == "nationality":
            continue
        if member.entry is not None and member.kind == "place":
            union = _UNION.get(member.entry.id)
            stands_for = union if union in named else gazetteer.stands_for(member.entry.id)
            acts = traits.acting and not traits.locative
        else:
            # A building has no reading as an actor of its own: "the Kremlin" is the state wherever nothing happens in it.
            stands_for = gazetteer.stands_for(traits.text)
            acts = not traits.locative
        actor = gazetteer.entry(stands_for) if stands_for is not None and acts else None
        if actor is not None and actor.kind != "place" and (member.entry is None or actor.id != member.entry.id):
            cast.assign_figurative(mention.span, cast.known(actor))
