"""What is handed on: "Ozols said he would resign, the radio reported", where trees hang his words on the radio."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, nounphrases


def told_on(verb: Token) -> Iterator[list[Token]]:
    """What is said, where trees hang it on who reports it in turn: "X said [he would resign], the radio reported"."""
    above = verb.head
    if verb.dep_ != "ccomp" or above.i < verb.i or any(grammar.labelled(verb, "ccomp", "parataxis")):
        return
    for clause in grammar.labelled(above, "ccomp"):
        if verb.i < clause.i < above.i:
            words = list(clause.subtree)
            if not any(token.lower_ in ("and", "but") for token in verb.doc[verb.i + 1 : words[0].i + 1]):
                yield words


def quotation_before(verb: Token, subject: Token, inside: set[int], mentions: Mentions) -> list[Token]:
    """The quotation that ends right before who says it, in what another reports: "“No,” she said, a paper wrote"."""
    first = min([verb.i, *(token.i for token in nounphrases.noun_phrase(subject))])
    if first == 0 or not verb.doc[first - 1].is_quote or verb.i < subject.i:
        return []
    span = mentions.quotes.at(verb.doc[first - 1].idx - 1)
    before = verb.doc[:first] if span is not None else ()
    return [token for token in before if token.i in inside and span is not None and span[0] <= token.idx < span[1]]
