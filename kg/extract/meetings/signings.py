"""Signings: the parties to an accord come together to sign it."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.meetings.drafts import Draft
from kg.extract.meetings.journeys import first_place
from kg.extract.meetings.occasions import Occasions
from kg.extract.meetings.participants import take
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar
from kg.extract.syntax.sides import after, case_of, doers, undergoers
from kg.extract.words import meetingwords as words


def signing(verb: Token, mentions: Mentions, occasions: Occasions) -> Draft | None:
    """The parties to an accord come together to sign it."""
    signed = undergoers(verb)
    accords = [each for each in signed if _is_accord(each)]
    draft = Draft(head=verb, format="conference")
    draft.place = first_place(mentions, (one for each in accords for one in after(each, "in", "at")))
    beside = [one for each in accords for one in each.subtree if one.pos_ == "PROPN" and case_of(one) == "with"]
    take(mentions, draft, [*doers(verb), *after(verb, "with", "between"), *beside], "party")
    occasions.read(draft, verb)
    if verb.tag_ == "VBG" and any(mark.lower_ == "after" for mark in grammar.children(verb, "mark")):
        status = draft.status
        occasions.read(draft, verb.head)  # "shook hands in Oslo on Friday after signing a truce"
        draft.status = status if status != "unknown" else draft.status
    several = len(draft.participants) > 1 or draft.together
    if not accords:  # "the two states signed the exchange of water in Oslo"
        return draft if signed and several and draft.place is not None else None
    return draft if draft.participants and (several or draft.place is not None) else None


def _is_accord(token: Token) -> bool:
    """An accord, or a letter of intent."""
    intent = token.lemma_ == "letter" and any(each.lemma_ == "intent" for each in after(token, "of"))
    return intent or token.lemma_.lower() in words.ACCORDS
