"""Modality: whether a statement is affirmed or negated, and how sure its speaker is of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Token

from kg.extract.syntax import grammar
from kg.extract.syntax.settled import kept
from kg.model import Act, Certainty, Polarity

# Words that negate the clause whose subject or object they are, or are part of.
_NOBODY = frozenset({"nobody", "none", "nothing", "neither", "nor", "no-one", "noone", "nowhere"})
_POSSIBLE = frozenset({"may", "might", "possible", "possibly", "perhaps", "maybe", "potentially", "conceivably"})
_PROBABLE = frozenset(
    {"likely", "probably", "probable", "presumably", "apparently", "seemingly", "unlikely", "seem", "appear"}
)
# "Not only", after which it is affirmed.
_ONLY = frozenset({"only", "merely"})
# Beliefs that leave open whether it is so; others ("believe", "expect") hold it for probable.
_OPEN = frozenset(
    {"hope", "fear", "doubt", "worry", "wonder", "wish", "speculate", "unsure", "hopeful", "afraid", "alarm", "concern"}
    | {"concerned", "doubtful", "dread", "misgiving", "skeptical", "sceptical", "unease", "worried"}
)
_KNOWN = frozenset({"know", "realise", "realize", "understand", "remember", "aware", "certain", "sure", "surprise"})
#: Verbs of telling: who does not tell them leaves it unknown.
TELLING = frozenset(
    """
    say tell disclose reveal specify elaborate comment confirm explain name identify indicate clarify mention detail
    state announce discuss give release provide publish
    """.split()
)


@kept
def is_negated(predicate: Token) -> bool:
    """The clause is negated: "did not", "never", "nobody", "no agreement", "neither side"."""
    if grammar.negated(predicate):
        return not _is_not_only(predicate)
    if predicate.lower_ in _NOBODY:
        return True  # "it is nothing like it"
    if any(part.lower_ == "nothing" and not any(part.children) for part in grammar.children(predicate, "ccomp")):
        return True  # "said nothing", of which the tree makes a clause
    for part in grammar.children(predicate, "nsubj", "obj", "cop", "obl", "aux"):
        if part.lower_ in _NOBODY or (part.lower_ == "no" and part.dep_.startswith("nsubj")):
            return True
        if part.dep_ == "obl" and part.i > predicate.i:
            continue
        for child in grammar.children(part, "det", "advmod"):
            opening = child.lower_ == "not" and child.i < part.i
            if child.lower_ in ("no", "neither") or (opening and part.dep_.startswith("nsubj")):
                return True
    return False


def is_withheld(cue: Sequence[Token]) -> bool:
    """By the words of a cue it is not said: "avoided condemning it", "has yet to condemn it", "stopped short of it"."""
    avoided = any(token.lemma_ == "avoid" for token in cue)
    pairs = {(one.lemma_, other.lower_) for one, other in pairwise(cue)}
    return avoided or not pairs.isdisjoint({("yet", "to"), ("stop", "short")})


def fails(cue: Token) -> bool:
    """It came to nothing: "failed on Friday to agree", and not "never failed to thank"."""
    verb = cue.head
    tried = cue.dep_ == "xcomp" and cue.tag_ == "VB" and verb.lemma_ == "fail"
    return tried and not grammar.negated(verb)


def _is_not_only(predicate: Token) -> bool:
    """There is more to it: "not only documented increases, but"."""
    return any(
        child.lower_ in ("not", "n't", "n’t") and child.i + 1 < predicate.i and child.nbor().lower_ in _ONLY
        for child in predicate.children
    )


def polarity_of(cue_negated: bool, predicates: list[Token]) -> Polarity:
    """Negative where the cue is negated, or a main clause of the first sentence said that no other one sets right."""
    if cue_negated:
        return "negative"
    first = [each for each in predicates if grammar.sentence_start(each) == predicates[0].sent.start]
    heads = [each for each in first if each.dep_ != "conj" or each is first[0]]
    return "negative" if any(is_negated(each) and not _is_set_right(each) for each in heads) else "positive"


def _is_set_right(predicate: Token) -> bool:
    """What is so follows what is not: "it is no inspection, it is an embargo", and not "no deal, and we are sorry"."""
    return any(
        not is_negated(child) and child.i > predicate.i
        for child in grammar.labelled(predicate, "conj", "parataxis")
        if all(joined.lower_ == "but" for joined in grammar.labelled(child, "cc"))
    )


def certainty_of(cue: Token, act: Act, predicates: list[Token], *, negated: bool) -> Certainty:
    """How sure the speaker is, by the cue and the modal words of the main clause; unknown what is not told.

    Args:
        cue: the governing token of the cue.
        act: what the statement does.
        predicates: the main clauses of what is said.
        negated: the cue is negated.
    """
    if negated and (cue.lemma_ in TELLING or act == "say") and not _is_beyond_doubt(cue):
        return "unknown"
    words = {word for predicate in predicates[:1] for word in _modal_words(predicate)}
    if words & _POSSIBLE:
        return "possible"
    surprised = any(each.lemma_ == "surprise" for each in grammar.labelled(cue, "obj"))
    if act == "believe" and cue.lemma_ not in _KNOWN and not surprised:
        # "Hoped that", "voiced hope that", "said that he hoped".
        minds = {cue.lemma_, *(each.lemma_ for each in (*grammar.labelled(cue, "obj"), *predicates[:1]))}
        return "certain" if _is_beyond_doubt(cue) else "probable" if minds.isdisjoint(_OPEN) else "possible"
    if cue.lemma_ == "expect":
        return "probable"  # "expects them to comply"
    return "probable" if words & _PROBABLE else "certain"


def _is_beyond_doubt(cue: Token) -> bool:
    """Whoever "has no doubt" or "left little doubt" is sure of it."""
    doubts = (each for each in (cue, *grammar.labelled(cue, "obj")) if each.lemma_ == "doubt" and each.pos_ == "NOUN")
    return any(child.lower_ in ("no", "little") for each in doubts for child in each.children)


def _modal_words(predicate: Token) -> Iterator[str]:
    """The predicate and what modifies it: auxiliaries and adverbs."""
    yield predicate.lemma_.lower()
    for child in grammar.children(predicate, "aux", "advmod", "cop"):
        yield child.lower_
        yield child.lemma_.lower()
