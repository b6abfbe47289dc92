"""Circumstances of a saying: when and where it is said, as the clause of its cue tells."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Token

from kg.extract import grammar, times
from kg.extract.attributions import Link
from kg.extract.mentions import Mentions
from kg.model import Mention, Time

# Clauses that share what opens the clause they hang on: "On Monday X met Y and said ...".
_SHARING = frozenset({"conj", "advcl", "xcomp", "parataxis", "ccomp"})


def time_of(one: Link, mentions: Mentions, published: date | None) -> Time | None:
    """When it is said."""
    for mention in _outside(one, mentions):
        if mention.kind == "date":
            text = mentions.text[mention.start : mention.end]
            found = times.normalise(text, published, grammar.tense(one.head))
            if found is not None:
                return found
    return None


def place_of(one: Link, mentions: Mentions) -> Mention | None:
    """Where it is said: a place in the clause of the cue."""
    for mention in _outside(one, mentions):
        traits = mentions.traits(mention)
        if mention.kind == "place" and traits.locative and traits.function == "oblique":
            return mention
    return None


def _outside(one: Link, mentions: Mentions) -> list[Mention]:
    """The mentions in the sentence of the cue that belong to its own clause and to no content or source."""
    taken = {token.i for content in one.contents for token in content} | {token.i for token in one.source}
    found = []
    for token in one.head.sent:
        mention = mentions.of(token) if token.i not in taken and not token.is_space else None
        if mention is not None and mention not in found and _belongs(token, one, taken):
            found.append(mention)
    return found


def _belongs(token: Token, one: Link, taken: set[int]) -> bool:
    """The token hangs on the cue; or it opens a clause whose verb the cue is coordinated with or subordinate to."""
    cue = {each.i for each in one.cue}
    for above in grammar.ancestors(token):
        if above.i in cue:
            return True
        if above.i in taken or above.pos_ in ("VERB", "AUX"):
            shared = one.head.head.i == above.i and one.head.dep_ in _SHARING
            return shared and token.i < min(above.i, one.head.i)
    return False
