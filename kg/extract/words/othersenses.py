"""Other senses: words of saying by which nothing is said: "his appeal to young voters", "showed no sign of"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax import grammar

# Nouns that only as verbs are cues: "showed no sign", "raised the issue", "a press statement", "set a record".
_NO_ACTS = frozenset({"issue", "press", "record", "sign"})
# What an appeal is made against, or for.
_AGAINST_OR_FOR = frozenset({"against", "for"})


def names_no_act(noun: Token) -> bool:
    """A noun beside a verb of saying names nothing that is done by it: "raised the issue", "a press statement"."""
    return noun.pos_ in ("NOUN", "PROPN") and (noun.lemma_ in _NO_ACTS or noun.dep_ == "compound")


def says_nothing(head: Token) -> bool:
    """The word has another sense than that of saying or intending something."""
    if head.lemma_ == "show":
        return any(each.lemma_ == "sign" for each in grammar.children(head, "obj"))  # "showed no sign of retreat"
    return head.lemma_ == "appeal" and _is_charm(head)


def _is_charm(appeal: Token) -> bool:
    """Somebody pleases others, and calls on nobody: "his appeal to young voters", "it appeals to their fears"."""
    if any(token.tag_ == "VB" and grammar.is_infinitive(token) for token in appeal.subtree if token.i > appeal.i):
        return False  # "appealed to both sides to wait", whatever the tree hangs it on
    if appeal.pos_ == "NOUN" and appeal.head.lemma_ in ("make", "issue", "launch", "file", "renew", "repeat", "lodge"):
        return False
    beside = {grammar.case(each) for each in grammar.children(appeal, "nmod", "obl")}
    told = any(grammar.children(appeal, "obj", "ccomp", "nsubj:pass", "parataxis"))
    return "to" in beside and not beside & _AGAINST_OR_FOR and not told
