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
    """The "it" of "it is time", "it was Russia that", "it seems": nobody is meant."""
    if token.lower_ != "it":
        return False
    impersonal = token.head.lemma_ in ("be", "seem", "appear", "take", "remain", "mean", "turn")
    return token.dep_.startswith("expl") or impersonal or any(grammar.children(token.head, "cop"))
