"""Pronouns: what kind of actor each may stand for, of which gender and number."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

from kg.extract.syntax import grammar
from kg.extract.syntax.position import is_state_of_mind
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
_STAYING = frozenset({"be", "seem", "appear", "remain"})
_WEATHER = frozenset({"rain", "snow"})
# How long something takes.
_LASTING = frozenset("second minute hour day week month year decade century age while time long generation".split())
# What somebody takes, and not what something takes.
_DONE = frozenset("action care charge issue measure note part position side stance step stock".split())
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "we", "us", "our", "ours"})


def is_expletive(token: Token) -> bool:
    """The "it" of "it is time", "it was Russia that", "it seems", "when it comes to money": nobody is meant.

    Not that of what only somebody can be or do: "it was in talks", "it took note", "it remained committed".
    """
    if token.lower_ != "it":
        return False
    verb = token.head
    before, behind = verb.doc[max(token.i - 1, 0)], verb.doc[min(verb.i + 1, len(verb.doc) - 1)]
    so = [verb, *grammar.labelled(verb, "xcomp"), *([behind] if verb.lemma_ in _STAYING else [])]
    if any(map(is_state_of_mind, so)):
        return False  # whatever the tree says
    if verb.lemma_ == "take":
        return _takes_long(verb)
    impersonal = verb.lemma_ in _STAYING or verb.lemma_ in ("mean", "turn")
    impersonal |= verb.lemma_ in _WEATHER or (verb.lemma_ in ("feel", "look") and behind.lower_ in ("like", "as"))
    matter = verb.lemma_ == "come" and before.lower_ == "when" and behind.lower_ == "to"
    return token.dep_.startswith("expl") or impersonal or matter or any(grammar.children(verb, "cop"))


def _takes_long(verb: Token) -> bool:
    """How long something takes, or what one needs for it: "it took a year", "it takes courage to"."""
    taken = list(grammar.labelled(verb, "obj"))
    things = [*taken, *grammar.labelled(verb, "advmod", *(() if taken else ("obl", "xcomp")))]
    if any(each.lemma_.lower() in _LASTING for each in things):
        return True
    for_what = [
        *grammar.labelled(verb, "xcomp", "advcl", "csubj"),
        *(to for one in taken for to in grammar.labelled(one, "acl")),
    ]
    needed = any(each.tag_ == "VB" for each in for_what)
    return needed and _DONE.isdisjoint(each.lemma_.lower() for each in taken)
