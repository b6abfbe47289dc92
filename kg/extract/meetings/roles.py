"""Roles: who of those who meet receives the others, and who stands between them."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extract.meetings.drafts import Draft
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar
from kg.extract.syntax.visitors import is_guest
from kg.extract.words import meetingwords as words
from kg.extract.words.envoys import MEDIATORS
from kg.model import Mention, ParticipantRole

_SIDES = 2


def receive(mentions: Mentions, draft: Draft) -> None:
    """Whoever is called a visitor is one, and the only other who takes part receives him: "met visiting Minister X".

    Who is called a mediator stands between the others: "the two met with a mediator".
    """
    for span, one in draft.participants.items() if draft.together or len(draft.participants) > _SIDES else ():
        if one.role == "party" and _mediates(mentions, one.mention):
            draft.participants[span] = replace(one, role="mediator")
    if any(one.role != "party" for one in draft.participants.values()):
        return
    hosts = {span for span, one in draft.participants.items() if mentions.head(one.mention).lemma_ == "host"}
    guests = {span for span, one in draft.participants.items() if is_guest(mentions.head(one.mention))}
    guests = guests or (draft.participants.keys() - hosts if hosts else set())  # "met his host, President X"
    if len(guests) != 1 or draft.format == "call":
        return
    alone = len(draft.participants) == 2
    for span, one in draft.participants.items():
        role: ParticipantRole = "visitor" if span in guests else "host" if alone else "party"
        draft.participants[span] = replace(one, role=role)


def _mediates(mentions: Mentions, mention: Mention) -> bool:
    traits = mentions.traits(mention)
    said = {traits.noun, traits.title, *(traits.post or "").lower().split()}
    relative = grammar.children(mentions.head(mention), "acl:relcl")
    return bool(said & MEDIATORS) or any(map(_is_mediating, relative))


def _is_mediating(verb: Token) -> bool:
    """He is told to do so beside: "Omar Dahl, who led the mediation", "Oman, which is mediating"."""
    leads = verb.lemma_ in ("lead", "chair", "head") and any(
        one.lemma_ in words.MEDIATING for one in grammar.children(verb, "obj")
    )
    return leads or verb.lemma_ in words.MEDIATING
