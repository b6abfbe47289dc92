"""Noun phrases: which words are of a noun's, by the tree."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax import grammar
from kg.extract.syntax.settled import kept

# Parts of a noun phrase that say who it is; relative clauses, appositions and coordinated phrases are left out.
_OUTSIDE_PHRASE = frozenset(
    {"acl", "appos", "conj", "cc", "parataxis", "punct", "dep", "advcl", "cop", "aux", "nsubj", "advmod", "mark", "obl"}
    | {"orphan", "ccomp", "xcomp", "discourse", "expl"}
)


def noun_phrase(head: Token) -> list[Token]:
    """The tokens of the noun phrase of `head` with its "of" phrases, without clauses and appositions."""
    return list(_noun_phrase(head))


@kept
def _noun_phrase(head: Token) -> tuple[Token, ...]:
    found = [head]
    for child in head.children:
        if child.dep_.partition(":")[0] not in _OUTSIDE_PHRASE and not child.is_space:
            found.extend(_noun_phrase(child))
            if child.ent_type_ == "MISC" and child.i < head.i and child.dep_ in ("amod", "compound"):
                found.extend(_with_it(child, head))
    if (owner := beside(head, found)) is not None:
        found.extend(token for token in owner.subtree if token.i < head.i)
    return tuple(sorted(found, key=lambda token: token.i))


def _with_it(modifier: Token, head: Token) -> list[Token]:
    """The nationalities that stand before a noun with another: "the Norwegian | and Danish | ministers"."""
    others = (each for each in grammar.labelled(modifier, "conj") if each.ent_type_ == "MISC" and each.i < head.i)
    return [token for each in others for token in each.subtree if token.i < head.i]


def beside(noun: Token, phrase: list[Token]) -> Token | None:
    """The name before a noun's phrase where a tree has both for subjects: "the Vestby campaign", "Vestby's campaign".

    Args:
        noun: its head.
        phrase: its tokens without the name.
    """
    if noun.dep_ != "nsubj" or noun.pos_ != "NOUN":
        return None
    before, inside = noun.i - 1, {token.i for token in phrase}
    while before in inside or (before > grammar.sentence_start(noun) and noun.doc[before].tag_ == "POS"):
        before -= 1
    if before < grammar.sentence_start(noun):
        return None
    last = noun.doc[before]
    name = last.head if last.dep_ == "flat" else last
    return name if name.pos_ == "PROPN" and name.dep_ == "nsubj" and name.head.i == noun.head.i else None


def base_phrase(head: Token) -> list[Token]:
    """The part of a noun phrase up to its head and the names that follow directly: "the Russian foreign minister"."""
    doc, start = head.doc, head.i
    positions = {token.i for token in noun_phrase(head) if token.i <= head.i}
    while start - 1 in positions or (start - 2 in positions and joins(doc[start - 1])):
        start -= 1
    return list(doc[start : head.i + 1])


def article_apart(head: Token, first: Token) -> Token | None:
    """The "the" right before the phrase of an owner that a tree hangs on what is his: "the | president's wife"."""
    before = first.doc[first.i - 1] if first.i > grammar.sentence_start(head) else first
    apart = head.dep_ == "nmod:poss" and before.lower_ == "the" and before.head.i in (head.head.i, head.i)
    return before if apart else None


def joins(token: Token) -> bool:
    """A hyphen or a possessive's ending: of the phrase around it, wherever a tree hangs it ("state-run", "Mali's")."""
    hyphen = token.tag_ == "HYPH" or token.text == "-"  # which networks tag as a comma, too
    return token.tag_ == "POS" or (hyphen and not token.whitespace_ and not token.nbor(-1).whitespace_)


def unbroken(phrase: list[Token], head: Token) -> list[Token]:
    """The tokens of a phrase around its head, up to the next quotation mark or other break."""
    inside = {token.i for token in phrase}
    first, last = head.i, head.i
    while first - 1 in inside or (first - 2 in inside and joins(head.doc[first - 1])):
        first -= 1
    while last + 1 in inside:
        last += 1
    while last > head.i and head.doc[last].tag_ in ("IN", "TO"):
        last -= 1
    return [token for token in phrase if first <= token.i <= last]
