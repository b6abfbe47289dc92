"""Shortcomings: clauses by which something was not as it should have been, whoever is to blame for it.

"The farmers had not been consulted", "there was no progress", "it came too late", "the law violates the treaty".
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.predicates import MUST, states
from kg.extract.words.modality import is_negated
from kg.extract.words.valence import BAD, FALSE, GOOD, WRONGS
from kg.model import Act

# Who was not told, asked or heard has been passed over.
_HEARD = frozenset({"tell", "ask", "consult", "inform", "notify", "warn", "invite", "involve", "hear"})
# What is missing where there should be some; of other things that there are none of is a denial.
_DUE = frozenset(
    {"progress", "consultation", "transparency", "accountability", "explanation", "excuse", "justification"}
)
_TOO = frozenset({"late", "little", "slow", "slowly", "far", "long", "often"})

# What things do that are disapproved of: "the move undermines trust", "the law contravenes the treaty".
_DAMAGING = frozenset(
    """
    breach contravene erode flout infringe jeopardise jeopardize trample undermine violate
    """.split()
)
# The same in so many words: "makes a mockery of", "crosses a line".
_FIGURES: dict[str, frozenset[str]] = {
    "cross": frozenset({"line"}),
    "fly": frozenset({"face"}),
    "lack": frozenset({"credibility", "legitimacy", "substance", "transparency"}),
    "make": frozenset({"mockery"}),
    "run": frozenset({"counter"}),
}
# What is meant to do ill: "a bid to silence critics", "designed to divide us"; and what crimes are called.
_ATTEMPTS = frozenset({"attempt", "bid", "campaign", "effort", "manoeuvre", "maneuver", "plot", "ploy", "tactic"})
_MEANT = frozenset({"aim", "calculate", "design", "direct", "intend", "mean"})
_CRIMES = frozenset(
    {"aggression", "apartheid", "cleansing", "crime", "genocide", "interference", "terrorism", "treason"}
)
_ILL = WRONGS | {"deflect", "distract", "divide", "entrench", "justify"}


def is_wanting(predicate: Token) -> bool:
    """Somebody was passed over, or something was missing, or came too late."""
    return _is_passed_over(predicate) or _is_in_want(predicate) or _is_too_late(predicate)


def _is_passed_over(predicate: Token) -> bool:
    """Somebody had not been asked, or nobody told the speaker."""
    if predicate.lemma_ not in _HEARD or not is_negated(predicate):
        return False
    whom = subjects.passive_subject(predicate)
    if whom is not None and whom.lower_ in ("i", "he", "she"):
        return False  # "he had not been informed of the plans" denies to have known
    if any(grammar.children(predicate, "aux:pass", "nsubj:pass")):
        return predicate.tag_ == "VBN"
    subject = subjects.subject(predicate)
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


def does_damage(predicate: Token, subject: Token) -> bool:
    """A thing does what is disapproved of, in so many words: "the tariffs violate the rules of world trade"."""
    if is_negated(predicate) or predicate.pos_ != "VERB":
        return False
    if any(child.lower_ in MUST or child.lower_ in ("could", "may", "might") for child in predicate.children):
        return False
    beside = {each.lemma_ for each in grammar.children(predicate, "obj", "obl", "advmod")}
    if beside & _FIGURES.get(predicate.lemma_, frozenset()):
        return True
    return predicate.lemma_ in _DAMAGING and subject.pos_ in ("NOUN", "PRON", "DET")


def by_design(predicate: Token) -> Act | None:
    """What it is said to be for, or to come to: "a bid to silence critics", "amounts to a crime"."""
    if is_negated(predicate):
        return None
    if predicate.lower_ in ("amount", "amounts", "amounted", "tantamount", "smacks", "smacked"):
        what = {each.lemma_.lower() for each in predicate.subtree if each.i > predicate.i}
        good = bool(what & GOOD)
        return "accuse" if what & _CRIMES else "criticise" if what & (BAD | FALSE) and not good else None
    meant = predicate.lemma_ in _MEANT and any(grammar.children(predicate, "aux:pass", "nsubj:pass"))
    if not meant and not (states(predicate) and predicate.lemma_ in _ATTEMPTS):
        return "criticise" if predicate.lemma_ == "motivate" and _by_politics(predicate) else None
    for_it = grammar.children(predicate, "acl", "advcl", "xcomp", "nmod")
    return "accuse" if any(each.lemma_ in _ILL for each in for_it) else None


def _by_politics(predicate: Token) -> bool:
    return any(child.lower_ == "politically" for child in predicate.children)


def is_ruled_out(predicate: Token) -> bool:
    """It will not be: "a non-starter", "not an option"."""
    if predicate.lower_ == "non":
        return any(grammar.children(predicate, "punct")) or predicate.nbor().text == "-"
    return predicate.lemma_ == "option" and states(predicate) and grammar.negated(predicate)
