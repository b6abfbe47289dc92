"""Pronouns: what kind of actor each may stand for, of which gender and number."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

from kg.extract.syntax import grammar
from kg.model import MentionKind

KINDS: dict[str, MentionKind] = {
    **dict.fromkeys(("he", "him", "his", "himself", "she", "her", "hers", "herself"), "person"),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), "person"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves", "we", "us", "our", "ours"), "group"),
    **dict.fromkeys(("it", "its", "itself"), "organization"),
}
GENDERS: dict[str, Literal["f", "m"]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}
#: Of those of the third person those that things are meant by, too.
NEUTER = frozenset("it its itself they them their theirs themselves".split())
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "we", "us", "our", "ours"})


def is_expletive(token: Token) -> bool:
    """The "it" of "it is time", "it was Russia that", "it seems", "when it comes to money": nobody is meant."""
    if token.lower_ != "it":
        return False
    verb = token.head
    impersonal = verb.lemma_ in ("be", "seem", "appear", "take", "remain", "mean", "turn")
    before, behind = verb.doc[max(token.i - 1, 0)], verb.doc[min(verb.i + 1, len(verb.doc) - 1)]
    matter = verb.lemma_ == "come" and before.lower_ == "when" and behind.lower_ == "to"
    return token.dep_.startswith("expl") or impersonal or matter or any(grammar.children(verb, "cop"))
