"""Predicates: the main clauses of what is said, each by the word that governs it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extract import grammar

#: What says that something is to come, or in reported speech was.
WILL = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})


def predicates(contents: Sequence[list[Token]]) -> Iterator[Token]:
    """The predicates of the main clauses of some stretches of text, sentence by sentence."""
    inside = {token.i for tokens in contents for token in tokens}
    for tokens in contents:
        sentence: list[Token] = []
        for token in tokens:
            if token.is_sent_start and sentence:
                yield from _coordinated(sentence, inside)
                sentence = []
            sentence.append(token)
        yield from _coordinated(sentence, inside)


def _coordinated(sentence: list[Token], content: set[int]) -> Iterator[Token]:
    """The predicate of a sentence and the clauses coordinated with it; none of a clause that stands beside it."""
    worded = [token for token in sentence if any(char.isalnum() for char in token.text)]
    if not worded:
        return
    head = grammar.head_of(worded)
    if head.dep_ == "advcl" and head.head.i in content:
        return
    inside = {token.i for token in worded}
    yield head
    for child in grammar.children(head, "conj", "parataxis"):
        if child.i in inside and child.pos_ in ("VERB", "AUX", "ADJ"):
            yield child


def states(predicate: Token) -> bool:
    """The predicate is what a copula says of its subject."""
    return any(grammar.children(predicate, "cop"))


def conditions(predicate: Token) -> set[str]:
    """The words that open the clauses beside it: "if", "unless"."""
    return {mark.lower_ for clause in grammar.children(predicate, "advcl") for mark in grammar.children(clause, "mark")}
