"""Signings: the parties to an accord come together to sign it."""

from __future__ import annotations

import itertools

from spacy.tokens import Token

from kg.extract.meetings.drafts import Draft
from kg.extract.meetings.journeys import first_place
from kg.extract.meetings.occasions import Occasions
from kg.extract.meetings.participants import take
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar
from kg.extract.syntax.sides import after, case_of, doers, undergoers
from kg.extract.words import meetingwords as words

_LENGTHS = frozenset({"day", "week", "month", "year", "decade"})


def signing(verb: Token, mentions: Mentions, occasions: Occasions) -> Draft | None:
    """The parties to an accord come together to sign it."""
    signed = undergoers(verb)
    accords = [each for each in signed if _is_accord(each)]
    draft = Draft(head=verb, format="conference")
    draft.place = first_place(mentions, (one for each in accords for one in after(each, "in", "at")))
    beside = [one for each in accords for one in each.subtree if one.pos_ == "PROPN" and case_of(one) == "with"]
    take(mentions, draft, [*doers(verb), *after(verb, "with", "between"), *beside], "party")
    occasions.read(draft, verb)
    after_it = next((mark for mark in grammar.children(verb, "mark") if mark.lower_ == "after"), None)
    if verb.tag_ == "VBG" and after_it is not None and not _is_long_after(after_it):
        status = draft.status
        occasions.read(draft, verb.head)  # "shook hands in Oslo on Friday after signing a truce"
        draft.status = status if status != "unknown" else draft.status
    if draft.place is None and draft.time is None and not _is_at_event(verb):
        return None  # "has signed a contract with a yard for eight ships": no more than that they agreed
    several = len(draft.participants) > 1 or draft.together
    if not accords:  # "the two states signed the exchange of water in Oslo"
        return draft if signed and several and draft.place is not None else None
    return draft if draft.participants and (several or draft.place is not None) else None


def _is_long_after(mark: Token) -> bool:
    """So long before what is told of it was signed: "a month after signing the deal, the club on Friday ended it"."""
    return mark.i > grammar.sentence_start(mark) and mark.nbor(-1).lemma_ in _LENGTHS


def _is_at_event(verb: Token) -> bool:
    """They sign it at something that was told of: "a ceremony at which ministers were to sign a pact"."""
    before = [token.lower_ for token in verb.doc[grammar.sentence_start(verb) : verb.i]]
    return ("at", "which") in itertools.pairwise(before)


def _is_accord(token: Token) -> bool:
    """An accord, or a letter of intent."""
    intent = token.lemma_ == "letter" and any(each.lemma_ == "intent" for each in after(token, "of"))
    return intent or token.lemma_.lower() in words.ACCORDS
