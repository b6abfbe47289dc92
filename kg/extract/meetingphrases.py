"""Phrases of meeting nouns: which round it is, how long it lasted, between whom it was."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract import grammar
from kg.extract import meetingwords as words
from kg.extract.sides import after, following

_LENGTHS = frozenset({"minute", "hour", "day", "week", "month", "year"})
# So many words behind the noun "between" still tells who talks.
_FAR = 14


def between(noun: Token) -> Token | None:
    """Who talks, farther behind the noun: "talks on the dam between [Egypt] and Sudan"."""
    for token in noun.doc[noun.i + 1 : min(noun.i + _FAR, noun.sent.end)]:
        if token.lower_ in ("between", "among"):
            return following(token.nbor(-1), token.lower_)
        if token.pos_ in ("VERB", "AUX") or token.is_punct:
            break
    return None


def lasting(noun: Token) -> Token:
    """What stands in the clause for a meeting whose length is told: "after ten [days] of talks"."""
    of = next((child for child in noun.lefts if child.lower_ == "of"), None)
    if of is None or of.i - 1 <= noun.sent.start:
        return noun
    before = of.nbor(-1)
    return before if before.lemma_ in _LENGTHS else noun


def is_round(noun: Token) -> bool:
    """A round of talks, or a round that a place names ("the Geneva rounds"); not a round of applause."""
    of = list(after(noun, "of"))
    if of:
        return any(child.lemma_ in words.NOUNS for child in of)
    if any(child.ent_type_ == "LOC" for child in after(noun, "in")):
        return True
    modifiers = list(grammar.children(noun, "compound", "amod", "nummod"))
    return any(child.ent_type_ == "LOC" or child.lower_ in words.ORDINALS for child in modifiers)


def ordinal(noun: Token) -> str | None:
    """Which of several meetings it is, in lower case: "third" of "the third round"."""
    return next(
        (child.lower_ for child in grammar.children(noun, "amod", "nummod") if child.lower_ in words.ORDINALS), None
    )
