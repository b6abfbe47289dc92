"""Coordination: what a phrase is joined with, "A, B and C", however the tree has the last of them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.syntax import grammar, nounphrases, nouns
from kg.extract.syntax.sides import case_of


def coordinated(token: Token) -> Iterator[Token]:
    """The token and what is coordinated with it, "A, B and C", however deep the tree has the last of them.

    Where the tree has "and B" beside A rather than under it, it is a sibling to the right with a conjunction.
    """
    yield token
    for child in token.children:
        # "Flew to Rome and to Bern": what has a preposition of its own goes with another that has the same.
        if child.dep_ == "conj" and child.pos_ not in ("VERB", "AUX") and case_of(child) in ("", case_of(token)):
            yield from coordinated(child)
    nominal = token.dep_.startswith("nmod")
    for other in token.head.rights if nominal or token.dep_ in ("obj", "obl") else ():
        joined = other.dep_ in (token.dep_, "conj") if nominal else other.dep_ == "conj" and other.pos_ == "PROPN"
        if other.i > token.i and joined and _goes_on(other):
            yield other
    if token.tag_ == "NNS" and token.lemma_.lower() in nouns.POSTS:  # "Ministers X of Oman and Y of Mali"
        for name in grammar.children(token, "appos"):
            yield from coordinated(name) if name.ent_type_ == "PER" else ()
    elif token.tag_ == "NN" and token.lemma_.lower() in nouns.POSTS:  # "union leader X and airline boss Y"
        for name in grammar.children(token, "appos"):
            yield from grammar.children(name, "conj") if name.ent_type_ == "PER" else ()
    for title in grammar.children(token, "nmod:desc"):  # "Ms X and Minister Y", where it is the title that has "and Y"
        yield from grammar.children(title, "conj")
        yield from (one for one in grammar.children(title, "appos") if one.i > token.i and _goes_on(one))


def _goes_on(token: Token) -> bool:
    """The phrase has a conjunction of its own, or stands after one and has no preposition."""
    if any(grammar.children(token, "cc")):
        return True
    first = min(nounphrases.noun_phrase(token), key=lambda each: each.i)
    return not case_of(token) and first.i > 0 and token.doc[first.i - 1].lower_ in ("and", "&")
