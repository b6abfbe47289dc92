"""Shortcomings: clauses by which something was not as it should have been, whoever is to blame for it.

"The farmers had not been consulted", "there was no progress", "it came too late", "the vote was marred by violence".
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax import grammar
from kg.extract.words.modality import is_negated

# Who was not told, asked or heard has been passed over.
_HEARD = frozenset({"tell", "ask", "consult", "inform", "notify", "warn", "invite", "involve", "hear"})
# What is missing where there should be some; of other things that there are none of is a denial.
_DUE = frozenset(
    {"progress", "consultation", "transparency", "accountability", "explanation", "excuse", "justification"}
)
_TOO = frozenset({"late", "little", "slow", "slowly", "far", "long", "often"})
# What spoils something: "was marred by violence".
_SPOILING = frozenset({"blight", "mar", "taint", "tarnish"})


def is_wanting(predicate: Token) -> bool:
    """Somebody was passed over, or something was missing, or came too late."""
    return _is_passed_over(predicate) or _is_in_want(predicate) or _is_too_late(predicate)


def _is_passed_over(predicate: Token) -> bool:
    """Somebody had not been asked, or nobody told the speaker."""
    if predicate.lemma_ not in _HEARD or not is_negated(predicate):
        return False
    whom = grammar.passive_subject(predicate)
    if whom is not None and whom.lower_ in ("i", "he", "she"):
        return False  # "he had not been informed of the plans" denies to have known
    if any(grammar.children(predicate, "aux:pass", "nsubj:pass")):
        return predicate.tag_ == "VBN"
    subject = grammar.subject(predicate)
    nobody = subject is not None and subject.lower_ in ("nobody", "none") and predicate.lemma_ != "hear"
    return nobody and any(child.lower_ == "us" for child in predicate.children)


def _is_in_want(predicate: Token) -> bool:
    """There was no progress, or none was made."""
    there = any(child.lower_ == "there" for child in grammar.children(predicate, "expl", "nsubj"))
    lacking = [predicate] if there else []
    lacking += grammar.children(predicate, "obj", "nsubj") if predicate.lemma_ in ("make", "be", "show", "see") else []
    return any(
        each.lemma_ in _DUE and any(child.lower_ == "no" for child in grammar.children(each, "det")) for each in lacking
    )


def _is_too_late(predicate: Token) -> bool:
    """It came too late, or did too little."""
    return not is_negated(predicate) and any(
        each.lower_ in _TOO and any(child.lower_ == "too" for child in each.children)
        for each in grammar.children(predicate, "advmod", "obj")
    )


def is_spoilt(predicate: Token) -> bool:
    """It was not what it should have been: "fell short of what was promised", "had been marred by violence"."""
    if is_negated(predicate):
        return False
    if predicate.lemma_ == "fall":
        figures = any(token.tag_ == "CD" for token in predicate.subtree)  # "fell short of the 300 votes needed"
        return not figures and any(child.lower_ == "short" for child in predicate.children)
    return predicate.lemma_ in _SPOILING and any(grammar.children(predicate, "aux:pass", "nsubj:pass"))
