"""Bindings: what the grammar of its sentence tells of whom a pronoun or description means, and whom it does not."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.syntax import grammar, subjects
from kg.extract.words.cueacts import act_named
from kg.extract.words.meetingwords import NOUNS
from kg.vocabulary import ACT_CUES

# What a verb has beside it: of two of these, a plain pronoun is never the other ("Trump praised him"), and "the
# senator" as little.
_BESIDE = (*grammar.SUBJECTS, "obj", "iobj", "obl")
_CLAUSES = frozenset({"advcl", "ccomp"})
# Of these verbs what is beside the subject may be the subject: "she became the minister".
_COPULAR = frozenset({"be", "become", "remain", "stay"})
# Of these one thing beside the verb may be the other, and the subject is neither: "made him the nominee".
_MAKING = frozenset({"appoint", "call", "choose", "consider", "elect", "make", "name"})
# What is said to somebody or done to him for what is his: "criticised Oslo for its refusal", "pressed him on his plan".
_FOR_WHAT_IS_HIS = frozenset({"about", "against", "for", "on", "over"})
_TO_HIM = frozenset({"accuse", "ask", "criticise", "demand", "praise", "threaten", "warn"})
# What somebody has from another: "in a telegram to him".
_LETTERS, _NEAR = frozenset("letter message telegram cable note email memo".split()), 10
_REPAYING = frozenset(
    "arrest charge compensate convict discipline fine impeach jail penalise penalize prosecute punish reward sanction "
    "sentence sue suspend target".split()
)


def apart(head: Token) -> Iterator[Token]:
    """The words beside a pronoun or a description under one verb, which it does not mean: that needs a "himself".

    A relative clause counts as one with what it is about: in "the president, whom she met", she is not the president.
    """
    label = head.dep_.partition(":")[0]
    verb = head.head
    if head.dep_ == "nmod:poss":
        yield from _repaying(head)
    if head.pos_ == "NOUN":
        yield from _told_by(head)
        yield from _whose(head)
    if label not in _BESIDE or head.lower_.endswith("self") or verb.pos_ != "VERB":
        return
    if verb.lemma_ in _COPULAR or grammar.case(head) == "as":
        return
    for other in grammar.children(verb, *_BESIDE):
        if verb.lemma_ in _MAKING and other.dep_ not in grammar.SUBJECTS:
            continue
        if grammar.case(other) == "according":
            continue  # "according to the minister's office, he left"
        # A verb has no two subjects: of "She shared the concerns, she said" the tree may give "said" both.
        if other.i != head.i and not label == other.dep_ == "nsubj":
            yield subjects.antecedent(other)
    yield from _told_of(head)
    yield from _done_to(head)
    yield from _faced(head)
    if label != "nsubj" and (shared := subjects.subject(verb)) is not None and shared.i != head.i:
        yield shared


def _told_by(noun: Token) -> Iterator[Token]:
    """Of whom the phrase tells what he is to whom it names: in "Moen, a spokesman for the president," and "the
    president's son, Moen", Moen is not the president; nor is he where he "was the president's adviser".
    """
    above = noun
    while above.dep_.partition(":")[0] == "nmod" and above.head.pos_ in ("NOUN", "PROPN"):
        above = above.head
        if above.dep_ == "appos":
            yield above.head
        yield from (one for one in grammar.labelled(above, "appos") if one.ent_type_ == "PER")
        if any(grammar.labelled(above, "cop")):
            yield from (subjects.antecedent(one) for one in grammar.labelled(above, "nsubj"))


def _whose(noun: Token) -> Iterator[Token]:
    """Who has what is done something with: in "the president shook Dahl's hand" he is not Dahl."""
    verbs = [each for each in grammar.labelled(noun, "acl") if each.tag_ == "VBG"]
    verbs += [noun.head] if noun.dep_ == "nsubj" and noun.head.pos_ == "VERB" else []
    for verb in verbs:
        for thing in grammar.labelled(verb, "obj"):
            yield from (one for one in grammar.labelled(thing, "nmod:poss") if one.ent_type_ == "PER")


def _repaying(owner: Token) -> Iterator[Token]:
    """Who blames or thanks somebody for what is that one's: in "Oslo fined the firm over its delay" not Oslo."""
    owned, verb = owner.head, owner.head.head
    if owned.dep_ != "obl" or owner.tag_ != "PRP$" or grammar.case(owned) not in _FOR_WHAT_IS_HIS:
        return
    does = verb.lemma_ in _REPAYING or act_named(verb.lemma_) in _TO_HIM
    doing = subjects.subject(verb) if does and any(grammar.labelled(verb, "obj")) else None
    if doing is not None:
        yield subjects.antecedent(doing)


def _told_of(pronoun: Token) -> Iterator[Token]:
    """Who is named in what stands before the saying: of "Moen will hold talks with Dahl, she said" she is neither."""
    verb = pronoun.head
    if pronoun.dep_ != "nsubj" or pronoun.pos_ != "PRON" or verb.lemma_ not in ACT_CUES:
        return
    clauses = [verb.head] if verb.dep_ == "parataxis" else list(grammar.children(verb, "ccomp", "obj"))
    for clause in clauses:
        parted = any(token.text in (":", ";") for token in pronoun.doc[clause.i : pronoun.i])
        # "People like Dahl, she said": what is no clause has them beside its noun.
        beside = (*_BESIDE, "nmod") if clause.pos_ in ("NOUN", "PROPN") else _BESIDE
        if clause.i < pronoun.i and not parted:
            # The tree may give the verb of saying the subject of the clause, beside its own.
            given = () if any(grammar.children(clause, "nsubj")) else grammar.children(verb, "nsubj")
            named = (*grammar.children(clause, *beside), *(token for token in given if token.i < clause.i))
            yield from (token for token in named if token.ent_type_ == "PER")


def _done_to(subject: Token) -> Iterator[Token]:
    """Whom the subject does something to in the participle before it: in "Running against Dahl, he won" not he."""
    if subject.dep_ != "nsubj":
        return
    for clause in grammar.children(subject.head, "advcl"):
        own = any(grammar.children(clause, *grammar.SUBJECTS))
        if clause.lower_.endswith("ing") and clause.i < subject.i and not own:
            yield from (token for token in grammar.children(clause, "obj", "obl") if token.ent_type_ == "PER")


def _faced(subject: Token) -> Iterator[Token]:
    """Who gets the subject's letter, or meets him: in "In a letter to Dahl, the king said" the king is not Dahl."""
    if subject.dep_ not in grammar.SUBJECTS:
        return
    for noun in grammar.labelled(subject.head, "obl", "obj"):
        facing = False
        for token in noun.doc[noun.i + 1 : noun.i + _NEAR] if noun.lemma_ in _LETTERS or noun.lemma_ in NOUNS else ():
            facing |= token.lower_ in ("to", "with")
            if token.is_punct or token.pos_ == "AUX":
                break
            if facing and token.ent_type_ == "PER":
                yield token
                break


def above(pronoun: Token) -> Token | None:
    """Who does what the clause around its own tells: "Christie, who has campaigned since he suspended ..."."""
    verb = pronoun.head
    if pronoun.dep_ not in grammar.SUBJECTS or verb.dep_.partition(":")[0] not in _CLAUSES:
        return None
    around = verb.head
    if around.lemma_ == "ask" and any(child.lower_ in ("if", "whether") for child in verb.children):
        return None  # "asked whether she had": as often whom it is said to
    return subjects.subject(around)
