"""Classes of events: of which class of PLOVER a deed is that is told, by the verb of the clause and what it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import cast

from spacy.tokens import Token

from kg.extract.syntax import grammar
from kg.model import Act, Deed
from kg.vocabulary import DEED_SIGNALS


def _told() -> dict[str, Deed]:
    """The class of each lemma, and of each verb with a noun, "impose curfew"."""
    deeds: dict[str, Deed] = {}
    for signals, code in DEED_SIGNALS.items():
        verbs, _, nouns = signals.partition(": ")
        pairs = product(verbs.split(", "), nouns.split(", ") if nouns else ("",))
        deeds.update((" ".join(pair).strip(), cast(Deed, code)) for pair in pairs)
    return deeds


_DEEDS = _told()
#: Acts that say what has been done, and not what is wanted, offered or denied.
TELLING: frozenset[Act] = frozenset(
    {"say", "claim", "announce", "report", "accuse", "criticise", "admit", "praise", "support", "believe", "reject"}
)
# Verbs that say no more of a deed than that it is done: what they take tells which.
_LIGHT = frozenset(
    """
    announce attempt be begin carry complete conduct confirm continue decide do expand extend face finish follow happen
    have help hold intensify join launch lead make manage mount open order put resume see stage start step suffer take
    try undertake wage witness
    """.split()
)
# What is done by the subject itself, "fighting erupted", "protests spread".
_HAPPENING = frozenset(
    "begin break continue erupt escalate flare go happen intensify occur resume spread start take".split()
)
# Weapons and means, which only as verbs are deeds: "saw a gun".
_MEANS = frozenset({"gas", "gun", "poison"})
_TAKEN = ("obj", "nsubj:pass", "iobj", "xcomp", "obl", "obl:agent", "ccomp")
_DEPTH = 3  # verbs that lead to another: "had decided to begin to withdraw"


def deed_of(predicates: Iterable[Token]) -> Deed | None:
    """The class of the first deed that the clauses tell, or None.

    Args:
        predicates: of the main clauses. What is denied, "has not attacked", and what may or will be, is no deed.
    """
    return next((found for one in predicates if (found := _deed(one, _DEPTH)) is not None), None)


def _deed(head: Token, depth: int) -> Deed | None:
    if grammar.negated(head) or any(child.tag_ == "MD" for child in head.children):
        return None
    if head.pos_ not in ("VERB", "AUX"):
        return _named(head)
    forms = list(dict.fromkeys(_forms(head)))
    taken = list(_taken(head))
    pairs = (f"{form} {noun}" for noun in taken for form in forms)
    alone = (*forms[1:], forms[0])  # "pull out" before "pull"
    for words in (*pairs, *alone):
        if words in _DEEDS:
            return _DEEDS[words]
    if head.lemma_ in _HAPPENING:
        for subject in grammar.children(head, "nsubj"):
            if (found := _named(subject)) is not None:
                return found
    if head.lemma_ not in _LIGHT or depth == 0:
        return None
    for child in grammar.children(head, *_TAKEN):
        found = _deed(child, depth - 1) if child.pos_ == "VERB" else _named(child)
        if found is not None:
            return found
    return None


def _named(noun: Token) -> Deed | None:
    """The deed that a noun names, "withdrawal"; or that it names of something, "suspension of aid"."""
    lemma = noun.lemma_.lower()
    if noun.pos_ not in ("NOUN", "VERB") or (noun.pos_ == "NOUN" and lemma in _MEANS):
        return None
    return _DEEDS.get(lemma)


def _forms(verb: Token) -> Iterator[str]:
    """The verb, and the verb with its particle or with the preposition of what it governs: "step down", "fire at"."""
    lemma = verb.lemma_.lower()
    yield lemma
    for child in verb.children:
        if child.dep_ == "compound":
            yield f"{lemma} {child.lower_}"
        elif child.dep_.startswith("obl"):
            yield from (f"{lemma} {case.lower_}" for case in grammar.children(child, "case"))


def _taken(verb: Token) -> Iterator[str]:
    """The lemmas of what a verb takes, and of what these are of and with: "lifted the state of emergency"."""
    for child in grammar.children(verb, *_TAKEN):
        near = [child, *grammar.children(child, "compound", "nmod", "amod", "conj", "flat", "nummod")]
        yield from (token.lemma_.lower() for token in near)
        if child.pos_ == "VERB":
            continue
        for inner in grammar.children(child, "nmod"):
            yield from (token.lemma_.lower() for token in grammar.children(inner, "compound", "nmod", "amod"))
