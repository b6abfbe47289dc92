"""Agreement: which noun a relative clause is about by the number of its verb, and which verbs are done as one."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax import nouns

# Tags of verbs that tell the number of their subject, and forms of "be" in the past, which do too.
_SINGULAR, _PLURAL = frozenset({"VBZ"}), frozenset({"VBP"})
_WAS, _WERE = frozenset({"was"}), frozenset({"were"})
_PAST = frozenset({"VBD", "VBN"})
_ONE, _MANY = frozenset({"NN", "NNP"}), frozenset({"NNS", "NNPS"})
# What a body does in words, and a request or an order by it does not.
_SAYING = frozenset("say argue claim deny insist add maintain contend accuse complain warn allege believe".split())
# Farther up or down than this many nouns stands nothing that a relative clause is about.
_REACH = 2


def agreeing(noun: Token, clause: Token) -> Token:
    """The noun that agrees with a relative clause: "members of the cabinet, which | has", "votes in town, who | have".

    Args:
        noun: what the tree hangs the clause on.
        clause: its verb.

    Returns:
        The same noun where it agrees, where its number or the verb's is not told, or where no other noun does; else
        the nearest that stands after its preposition, or of which it is itself a modifier.
    """
    if (other := _named_before(noun, clause) or _member_before(noun, clause)) is not None:
        return other
    plural = _is_plural(clause)
    if plural is None or _agrees(noun, plural=plural):
        return noun
    below = above = noun
    for _ in range(_REACH):
        below = next((child for child in _modifiers(below) if child.i < clause.i), below)
        if below.i != noun.i and _agrees(below, plural=plural) and _is_sure(below, plural=plural):
            return below
        above = _modified(above)
        if above.i != noun.i and _agrees(above, plural=plural) and _is_sure(above, plural=plural):
            return above
    return noun


def _named_before(noun: Token, clause: Token) -> Token | None:
    """The body right before ", which said": a name that stands after "by" or "of" on a noun which says nothing."""
    which = next((child for child in clause.children if child.lower_ == "which" and child.dep_ == "nsubj"), None)
    if which is None or which.i < 2 or which.nbor(-1).text != "," or clause.lemma_ not in _SAYING or noun.ent_type_:
        return None
    last = which.nbor(-2)
    named = last
    while named.ent_type_ == "ORG" and named.head.ent_type_ == "ORG" and named.head.i != named.i:
        named = named.head
    below = named.head.i == noun.i and named.dep_ == "nmod" and named.i > noun.i
    return named if last.ent_type_ == "ORG" and below else None


def _member_before(body: Token, clause: Token) -> Token | None:
    """Of ", who" behind a body's name the person who is of it: "Moen, leader of the Coast Party, who said"."""
    if body.ent_type_ != "ORG" or not any(child.lower_ == "who" for child in clause.children):
        return None
    above = _modified(body)
    return above if above.i != body.i and above.lemma_.lower() in nouns.PEOPLE else None


def _is_plural(clause: Token) -> bool | None:
    """The number that the finite verb of a clause tells; None where it tells none ("said", "will say")."""
    helpers = [child for child in clause.children if child.dep_ in ("aux", "aux:pass", "cop")]
    for verb in sorted((clause, *helpers), key=lambda token: token.i):
        if verb.tag_ in _SINGULAR or verb.lower_ in _WAS:
            return False
        if verb.tag_ in _PLURAL or verb.lower_ in _WERE:
            return True
        if verb.tag_ in ("MD", "VBD"):
            return None
    return None


def _agrees(noun: Token, *, plural: bool) -> bool:
    """The noun may have that number: names that look like several may be one ("the United States has")."""
    if noun.ent_type_ and noun.tag_ in _MANY:
        return True
    several = noun.tag_ in _MANY or any(child.dep_ == "conj" for child in noun.children)
    return noun.tag_ not in _ONE | _MANY or several is plural


def _is_sure(noun: Token, *, plural: bool) -> bool:
    return noun.tag_ in (_MANY if plural else _ONE)


def _modified(noun: Token) -> Token:
    """What a noun stands after with its preposition, however the tree has it: the votes in "votes in town"."""
    if noun.dep_ == "obl":
        return next((child for child in noun.head.children if child.dep_ == "obj" and child.i < noun.i), noun)
    return noun.head if noun.dep_ == "nmod" else noun


def _modifiers(noun: Token) -> list[Token]:
    """What stands after a preposition on the noun, the last first."""
    return [child for child in reversed(list(noun.children)) if child.dep_ == "nmod" and child.i > noun.i]


def is_doubled(verb: Token) -> bool:
    """The verb and the one right before it share what is done: "has condemned and rejected the ruling"."""
    if verb.dep_ != "conj" or verb.head.i != verb.i - 2 or verb.nbor(-1).dep_ != "cc":
        return False
    past = verb.head.tag_ in _PAST and verb.tag_ in _PAST
    return past and any(child.dep_ == "obj" for child in verb.children)
