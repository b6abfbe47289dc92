"""Fronted complements: what is said stands before the verb that says it.

"[Tents] promised by the state", "[an idea] that Ankara rejected", "[it was late], as Georgia had said".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.syntax import grammar, nounphrases, subjects
from kg.extract.words.cueacts import act_of
from kg.extract.words.cues import cue_lemma
from kg.vocabulary import DIRECTED_ACTS

# What is done to an idea that was told of before: "a figure that Ankara disputes".
_TO_IDEAS = DIRECTED_ACTS | {"deny", "propose", "announce"}
# The same of which the passive tells it; who "was accused by" somebody is no idea.
_DONE_TO_IDEAS = frozenset(
    {"promise", "propose", "announce", "reject", "deny", "agree", "support", "refuse", "demand", "ask"}
)


def said_so(verb: Token) -> Iterator[list[Token]]:
    """What was said just before and is told of by a word: "[the roll is late], and she told them so"."""
    so = next((child for child in verb.children if child.lower_ == "so" and child.i > verb.i), None)
    if so is None or verb.lemma_ not in ("say", "tell") or any(grammar.children(verb, "ccomp", "obj")):
        return
    clause = verb.head if verb.dep_ in ("conj", "parataxis") and verb.head.i < verb.i else None
    subject = subjects.subject(verb)
    own = subject is None or subject.lower_ in ("i", "we")  # what I say before is said by me as it is
    if clause is not None and not own and any(grammar.children(clause, "nsubj", "csubj")):
        beside = {token.i for each in grammar.labelled(clause, "conj", "parataxis") for token in each.subtree}
        yield [token for token in clause.subtree if token.i not in beside and token.i < verb.i and token.dep_ != "cc"]
    yield [so]


def passive(verb: Token) -> Iterator[list[Token]]:
    """What is promised, proposed, rejected by somebody: "[tents] promised by the state", "[it] was denied by Oman"."""
    if verb.tag_ != "VBN" or not any(grammar.labelled(verb, "obl:agent")):
        return
    if act_of(cue_lemma([verb], verb), verb) not in _DONE_TO_IDEAS:
        return
    thing = verb.head if verb.dep_ == "acl" and verb.head.pos_ == "NOUN" else subjects.passive_subject(verb)
    if thing is not None and thing.i < verb.i:
        yield _bare(thing, nounphrases.noun_phrase(thing) if verb.dep_ != "acl" else nounphrases.base_phrase(thing))


def relativized(verb: Token) -> Iterator[list[Token]]:
    """The noun that a relative clause says it of: "[an idea] that Ankara rejected", "[the fee] to which it objects"."""
    noun = verb.head
    if verb.dep_ != "acl:relcl" or noun.pos_ != "NOUN" or act_of(cue_lemma([verb], verb), verb) not in _TO_IDEAS:
        return
    if any(grammar.children(verb, "ccomp", "xcomp", "advcl")):
        return
    for child in verb.children:
        relative = child.tag_ in ("WDT", "WP")
        to = child.dep_ == "obl" and any(each.lower_ in ("to", "against", "with") for each in child.children)
        if (relative and child.dep_ != "obj" and not to) or (child.dep_ == "obj" and not relative):
            return
    yield _bare(noun, nounphrases.base_phrase(noun))


def _bare(noun: Token, phrase: list[Token]) -> list[Token]:
    """The phrase of a noun without its preposition: "a list of | the laws | that Ankara rejected"."""
    return [token for token in phrase if token.dep_ != "case" or token.head.i != noun.i]


def hosting(verb: Token) -> Iterator[list[Token]]:
    """The clause around "as Georgia had demanded"."""
    host = verb.head
    marked = any(child.lower_ == "as" and child.i < verb.i for child in grammar.children(verb, "mark", "advmod"))
    bare = not any(grammar.children(verb, "obj", "ccomp", "xcomp"))
    if verb.dep_ == "advcl" and marked and bare and host.i < verb.i and act_of(verb.lemma_, verb) in _TO_IDEAS:
        own = {token.i for token in verb.subtree}
        yield [token for token in host.subtree if token.i not in own and token.i < verb.i]


def predicated(verb: Token) -> Iterator[Token]:
    """What is said to be what the verb says: "the calendar" in "what I dispute is the calendar"."""
    what = verb.head if verb.dep_ == "acl:relcl" and verb.head.tag_ == "WP" else None
    asks = any(child.tag_ == "WP" and child.lower_ == "what" for child in verb.children)
    if what is None and verb.dep_ in ("csubj", "csubj:outer", "acl:relcl", "ccomp") and asks:
        what = verb
    if what is not None and what.head.i > verb.i and any(grammar.children(what.head, "cop")):
        yield what.head
