"""Idioms: cues of several words around a noun, however they are inflected: "threw his weight behind the bill"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Token

from kg.extract.syntax import grammar
from kg.vocabulary import ACT_CUES

# How possessives and reflexives stand in the scheme.
_WHOSE = dict.fromkeys(("my", "your", "his", "her", "its", "our", "their"), "one's")
_SELF = dict.fromkeys(
    ("myself", "yourself", "himself", "herself", "itself", "ourselves", "yourselves", "themselves"), "oneself"
)
# By the first word; those of a verb and a particle alone the tree tells better.
_CUES: dict[str, tuple[tuple[str, ...], ...]] = {}
for _cue in sorted(ACT_CUES, key=lambda cue: (-len(cue.split()), cue)):
    _first, *_rest = _cue.split()
    if _rest:
        _CUES[_first] = (*_CUES.get(_first, ()), tuple(_rest))
_LONGEST = 10  # words of such a cue with the adjectives between them
_FREE = frozenset({"ADJ", "ADV"})  # "paid warm tribute to"
# What somebody puts at a figure.
_COUNTED = frozenset(
    """
    age amount bill chance cost count damage death debt deficit estimate figure growth inflation loss number odds own
    population price rate share shortfall size strength sum toll total turnout value worth
    """.split()
)
# Figures without a number: "at half of that", "at billions"; "puts growth at risk", "the debt at the top" tell none.
_ROUND = frozenset("half third quarter dozen hundred thousand million billion trillion zero nil".split())


def idiom(verb: Token) -> tuple[str, Token] | None:
    """The longest cue of several words that a verb begins, and its last word.

    Only where it has a noun, an adjective or a pronoun, or three words: the tree tells what a particle makes of a verb.
    """
    known = _CUES.get(verb.lemma_, ())
    if not known or verb.pos_ != "VERB":
        return None
    if verb.lemma_ == "put" and _puts_at(verb) is not None:
        return "put the figure at", verb
    near = verb.doc[verb.i + 1 : verb.i + 1 + _LONGEST]
    following = list(takewhile(lambda token: not (token.is_punct or token.is_sent_start), near))
    for words in known:
        found = _matched(words, following)
        told = found is not None and (len(found) > 1 or found[0].pos_ in ("NOUN", "PRON", "ADJ"))
        if found is not None and told:
            return " ".join((verb.lemma_, *words)), found[-1]
    return None


def _matched(words: tuple[str, ...], following: list[Token]) -> list[Token] | None:
    """The tokens that are these words, one after the other, but for adjectives of the reporter's."""
    found: list[Token] = []
    left = iter(following)
    for word in words:
        for token in left:
            if word in (token.lower_, _WHOSE.get(token.lower_), _SELF.get(token.lower_)):
                found.append(token)
                break
            if token.pos_ not in _FREE:
                return None
        else:
            return None
    return found


def _puts_at(verb: Token) -> Token | None:
    """The figure that somebody puts something at: "put the toll at 40"."""
    objects = [thing for thing in grammar.children(verb, "obj") if not grammar.case(thing)]
    things = {thing.lemma_ for thing in objects}
    # Trees hang the figure on the thing, too, or have it beside it.
    beside = [*grammar.children(verb, "obl", "obj"), *(each for one in objects for each in one.subtree)]
    for child in beside:
        figure = child.tag_ in ("CD", "$") or child.lemma_ in _ROUND or any(map(_is_number, child.lefts))
        known = things & _COUNTED or ("it" in things and child.head.i == verb.i)
        if grammar.case(child) == "at" and child.i > verb.i and figure and known:
            return child
    return None


def _is_number(token: Token) -> bool:
    """What stands before a unit: "$5 million", "4.1 percent", "$"."""
    return token.dep_ == "nummod" or token.tag_ in ("CD", "$")


def told_in(verb: Token) -> Iterator[list[Token]]:
    """What an idiom is said of: "[the bill]" in "threw his weight behind the bill", "[the toll at 40]"."""
    found = idiom(verb)
    if found is None:
        return
    last = found[1]
    if last is verb:
        at = _puts_at(verb)
        things = [*grammar.children(verb, "obj"), *([at] if at is not None else [])]
        yield sorted({token for thing in things for token in thing.subtree}, key=lambda token: token.i)
        return
    for clause in (*grammar.children(last, "acl"), *grammar.children(verb, "advcl", "xcomp")):
        if last.pos_ == "NOUN" and clause.i > last.i and grammar.is_infinitive(clause):
            yield list(clause.subtree)  # "reserved the right [to go to court]"
    for clause in grammar.children(last, "ccomp") if last.pos_ == "VERB" else ():
        yield list(clause.subtree)  # "wanted to know [why nobody came]"
    case = last if last.dep_ == "case" else last.nbor() if last.i + 1 < grammar.sentence_end(verb) else last
    if case.dep_ == "case" and case.head.i > last.i:
        yield [token for token in case.head.subtree if token.i > case.i]
