"""Reporters: of whose report, or of whose deed, an "it", "its" or "they" is a part, as the grammar has it.

"Norway said it would", "a report by Norway that it had", "what it called": whoever does the one is as a rule the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.syntax import grammar, subjects

_POSSESSIVE = "PRP$"
# How far up a noun may hang that is somebody's: "the cost of a ban on its exports".
_UP = 3


def reporters(pronoun: Token) -> Iterator[Token]:
    """Who says, thinks or does what the pronoun is a part of, as far as the grammar tells, the nearest first."""
    if pronoun.tag_ != _POSSESSIVE:
        if pronoun.dep_ in grammar.SUBJECTS:
            yield from _around(pronoun)
        return
    owned = pronoun.head
    for _ in range(_UP):
        if owned.dep_ == "conj" and owned.head.i < pronoun.i and owned.head.pos_ in ("PROPN", "NOUN"):
            if owned == pronoun.head:
                yield owned.head  # "Norway and its allies"
            return
        if owned.dep_.partition(":")[0] != "nmod" or owned.head.i > owned.i:
            break
        owned = owned.head
    if owned.dep_ in grammar.SUBJECTS:
        yield from _around(owned)
        yield from _told_of(owned)
    elif owned.dep_.partition(":")[0] in ("obj", "iobj", "obl") and owned.head.pos_ in ("VERB", "AUX"):
        yield from _doing(owned.head)
        yield from _around(owned)


def _doing(verb: Token) -> Iterator[Token]:
    """Who does what a verb says, or undergoes it; of "called on Oslo to end its ban" the tree does not tell."""
    above = verb.head
    if verb.dep_ in ("xcomp", "advcl") and verb.tag_ == "VB" and any(grammar.children(above, "obl")):
        yield from grammar.children(above, "obj", "iobj")
    elif (doing := subjects.subject(verb) or subjects.passive_subject(verb)) is not None:
        yield doing


def _around(part: Token) -> Iterator[Token]:
    """Who says or does what the clause with this part is the content of."""
    verb = part.head
    for _ in range(_UP):
        if verb.dep_ != "conj" or verb.head.i > verb.i:
            break
        verb = verb.head
    above = verb.head
    if verb.dep_ == "ccomp" and above.pos_ in ("VERB", "AUX") and above.i < part.i:
        if above.lemma_ != "ask" or not any(child.lower_ in ("if", "whether") for child in verb.children):
            yield from _doing(above)
    elif (part.i > 0 and part.nbor(-1).lower_ == "what") or _is_that_clause(verb):
        governs = next((token for token in grammar.ancestors(verb) if token.pos_ == "VERB"), None)
        if governs is not None and governs.i < part.i:
            yield from _doing(governs)


def _is_that_clause(verb: Token) -> bool:
    """What a noun says: "a report that it had asked"."""
    return verb.dep_ == "acl" and any(child.lower_ == "that" for child in grammar.labelled(verb, "mark"))


def _told_of(owned: Token) -> Iterator[Token]:
    """Who does what is said before by what is his: "Norway will pay, its envoy said"."""
    verb = owned.head
    clauses = [verb.head] if verb.dep_ == "parataxis" else list(grammar.children(verb, "ccomp", "parataxis"))
    for clause in clauses:
        if clause.i < owned.i:
            yield from _doing(clause)
