"""Formulas: words of saying that only lead on to what is told: "commenting on the vote", "it may be recalled"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax import grammar
from kg.vocabulary import ACT_CUES

# On which somebody says what the verb around tells.
_COMMENTING = frozenset({"address", "answer", "comment", "discuss", "reply", "respond", "speak", "talk", "touch"})
# What readers are asked to do, and by what: "it may be recalled that", "it bears mentioning that".
_REMINDING = frozenset({"mention", "note", "point", "recall", "remember", "stress"})
_ASKING = frozenset({"can", "may", "might", "must", "ought", "should"})
_BEARING = frozenset({"bear", "deserve", "merit"})


def leads_on(verb: Token) -> bool:
    """The verb only leads on to what is told by another: "Commenting on the strike, she said", "it must be noted"."""
    if verb.lemma_ in _COMMENTING:
        return _is_occasion(verb)
    if verb.lemma_ in _BEARING:
        return any(child.lemma_ in _REMINDING for child in grammar.children(verb, "xcomp", "obj"))
    return verb.lemma_ in _REMINDING and _is_reminder(verb)


def _is_occasion(verb: Token) -> bool:
    """What somebody speaks about who says something by the verb around: no more is told by "commenting on it"."""
    around = verb.head
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or around.lemma_ not in ACT_CUES:
        return False
    return not any(grammar.children(verb, "ccomp", "nsubj", "mark")) and any(grammar.children(verb, "obl", "obj"))


def _is_reminder(verb: Token) -> bool:
    """It is the reporter who reminds: "it may be recalled that"."""
    asked = any(child.lower_ in _ASKING for child in grammar.children(verb, "aux"))
    it = any(child.lower_ == "it" for child in grammar.children(verb, "nsubj", "expl"))
    return verb.tag_ == "VBN" and asked and it and not grammar.negated(verb)


def is_counsel(verb: Token) -> bool:
    """What a lawyer is there for: "He agreed with Mr Moen SC, defending, that"."""
    if verb.tag_ != "VBG" or verb.lemma_ not in ("defend", "prosecute") or verb.i + 1 == len(verb.doc):
        return False
    return verb.i > 0 and verb.nbor(-1).text == "," and verb.nbor().text == ","
