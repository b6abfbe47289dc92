"""Visitors: who is called so beside his title or name, "visiting Prime Minister X"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax import grammar

#: Whose object is somebody who may have come.
RECEIVING = frozenset({"meet", "receive", "host", "welcome", "greet"})
# So many words before a name "visiting" may stand.
_BEHIND = 14


def is_visitor(token: Token) -> bool:
    """The word tells who is received or met, not of whom he visits: "met visiting Prime Minister X"."""
    if token.tag_ != "VBG" or token.lemma_ not in ("visit", "tour") or token.i == grammar.sentence_start(token):
        return False
    before = token.nbor(-1)
    return (
        token.dep_ == "amod"
        or before.tag_ == "DT"
        or before.lower_ in ("with", "for", "between")
        or before.lemma_ in RECEIVING
    )


def is_guest(head: Token) -> bool:
    """Somebody is called a guest, or before his title or name stands "visiting"."""
    if head.lemma_ == "guest":
        return True
    for token in reversed(head.doc[max(grammar.sentence_start(head), head.i - _BEHIND) : head.i]):
        if token.lower_ == "visiting":
            return is_visitor(token) or token.i == grammar.sentence_start(head)
        if token.pos_ in ("VERB", "AUX", "DET", "PRON", "CCONJ") or token.is_punct or token.ent_type_ == "PER":
            return False
    return False
