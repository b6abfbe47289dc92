"""Receptions: what others say of the subject of a verb: "she faced criticism", "the plan drew praise from Oslo"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax import grammar, subjects
from kg.extract.words.cueacts import act_named

# Who does so is told something by others.
_GETTING = frozenset(
    """
    attract draw earn encounter endure face gain generate get incur invite meet prompt provoke receive spark suffer
    trigger weather win
    """.split()
)


def receiver(head: Token) -> Token | None:
    """Of whom others say it: "[Dahl] has won praise from investors", "[she] has faced criticism"; None where nobody.

    Args:
        head: the verb that tells of it, or the noun of saying.
    """
    got = _got(head)
    return subjects.subject(got.head) if got is not None else None


def giver(head: Token) -> Token | None:
    """From whom somebody gets it who does not say it: "has won praise from [investors]", "drew a rebuke from".

    Args:
        head: the verb that tells of it, or the noun of saying.
    """
    got = _got(head)
    if got is None:
        return None
    whose = (each for one in (got.head, got) for each in grammar.children(one, "obl", "nmod"))
    return next((each for each in whose if each.i > got.i and grammar.case(each) == "from"), None)


def _got(head: Token) -> Token | None:
    """The noun of saying that somebody gets, or comes under."""
    verb = head if head.pos_ == "VERB" else head.head
    if verb.pos_ != "VERB" or any(grammar.children(verb, "aux:pass")):
        return None
    told = (
        child
        for child in grammar.children(verb, "obj", "obl")
        if (verb.lemma_ in _GETTING and child.dep_ == "obj")
        or (verb.lemma_ == "come" and grammar.case(child) == "under")
    )
    got = (child for child in told if act_named(child.lemma_) is not None and head.i in (verb.i, child.i))
    return next((child for child in got if child.pos_ == "NOUN"), None)
