"""Predicates: the main clauses of what is said, each by the word that governs it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.sides import is_passive

#: What says that something is to come, or in reported speech was.
WILL = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
#: What says that somebody ought to do something.
MUST = frozenset({"must", "should", "ought"})


# The words that tell whose turn it is, and what whoever has it may do as he likes.
_OPENING, _NEAR, _SHORTEST = 16, 6, 6
_FREE = frozenset({"answer", "choose", "decide", "determine", "judge", "reply", "respond", "say"})
# Of what is not decided or planned yet, or only not known, nothing is denied.
_OPEN = frozenset(
    """
    decide detect expect finalise finalize find issue plan reach record register report schedule see take
    """.split()
)


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


def occasioned(verb: Token) -> Token:
    """What one does by taking an opportunity to: "use this opportunity to [thank]"; of any other verb itself."""
    for thing in grammar.children(verb, "obj") if verb.lemma_ in ("take", "use", "seize") else ():
        clauses = (*grammar.children(thing, "acl"), *grammar.children(verb, "xcomp", "advcl"))
        done = next((each for each in clauses if each.tag_ == "VB"), None)
        if done is not None and thing.lemma_ in ("chance", "moment", "occasion", "opportunity"):
            return done
    return verb


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


def has_subject(clauses: Sequence[Token], contents: Sequence[list[Token]]) -> bool:
    """The first clause of what is said has its subject in it: "the road is closed", not "closed until May"."""
    if not clauses:
        return False
    subject = subjects.subject(clauses[0]) or subjects.passive_subject(clauses[0])
    subject = subject or next(iter(grammar.labelled(clauses[0], "expl", "csubj")), None)
    return subject is not None and any(subject in tokens for tokens in contents)


def states(predicate: Token) -> bool:
    """The predicate is what a copula says of its subject."""
    return any(grammar.children(predicate, "cop"))


def conditions(predicate: Token) -> set[str]:
    """The words that open the clauses beside it: "if", "unless"."""
    clauses = [each for each in grammar.children(predicate, "advcl") if not _is_concession(each)]
    return {mark.lower_ for clause in clauses for mark in grammar.children(clause, "mark")}


def _is_concession(clause: Token) -> bool:
    """What is so all the same: "even if they do not agree"."""
    marks = list(grammar.children(clause, "mark"))
    return any(mark.lower_ == "if" and mark.i > 0 and mark.nbor(-1).lower_ == "even" for mark in marks)


def due(predicate: Token) -> Token | None:
    """What it is time for: "it is time to act", "it is high time that they paid", however the tree hangs it."""
    if predicate.lemma_ != "time" or not states(predicate):
        return None
    if {child.lower_ for child in grammar.children(predicate, "det", "amod", "nummod")} - {"high"}:
        return None  # "the first time they met"
    beside = grammar.labelled(predicate.head, "ccomp") if predicate.dep_ == "ccomp" else []
    clauses = [*grammar.children(predicate, "csubj", "acl", "acl:relcl", "ccomp"), *beside]
    return next((clause for clause in clauses if clause.i > predicate.i and clause.pos_ == "VERB"), None)


def falls_to(content: Sequence[Token]) -> tuple[int, bool] | None:
    """Behind which word stands whose turn it is, by the words that open what is said, and whether it is not his.

    "It is up to Oslo to pay", "it is not for Oslo to tell us"; whoever may decide or choose is bidden nothing.
    """
    words = [token for token in content[:_OPENING] if not (token.is_punct or token.is_quote)]
    words = words[words[:1] != [] and words[0].lower_ == "that" :]
    if len(words) < _SHORTEST or words[0].lower_ != "it" or words[1].lemma_ not in ("be", "'", "’"):
        return None
    at = next((i for i, token in enumerate(words[:_NEAR]) if token.lower_ in ("up", "for")), None)
    if at is None or (words[at].lower_ == "up" and words[at + 1].lower_ != "to"):
        return None
    if any(token.tag_ != "RB" for token in words[2:at]):
        return None  # "it is unacceptable for Oslo to"
    to = next((i for i, token in enumerate(words[at + 2 :], at + 2) if token.tag_ == "TO"), len(words))
    doing = next((token for token in words[to:] if token.tag_ == "VB"), None)
    negated = any(token.lower_ in ("not", "n't", "n’t") for token in words[:at])
    if doing is None or any(token.lower_ in ("people", "nation") for token in words[at:to]):
        return None
    return (words[at].i + (words[at].lower_ == "up"), negated) if negated or doing.lemma_ not in _FREE else None


def cleft(predicate: Token) -> Token | None:
    """What somebody is told to have done: "it was Oslo that [walked] away"."""
    if predicate.pos_ not in ("NOUN", "PROPN") or not states(predicate):
        return None
    it = next((child for child in predicate.lefts if child.lower_ == "it"), None)
    clause = (
        next(iter(grammar.labelled(predicate, "acl:relcl", "ccomp", "csubj", "acl")), None) if it is not None else None
    )
    who = subjects.subject(clause) if clause is not None else None
    return clause if who is not None and who.tag_ in ("WP", "WDT") else None


def undone(predicate: Token) -> bool:
    """None of it happened: "no promises were made", but not "no decision had been taken"."""
    what = subjects.passive_subject(predicate)
    if what is None or predicate.tag_ != "VBN" or predicate.lemma_ in _OPEN or what.lemma_ == "decision":
        return False
    if any(token.lower_ == "than" for token in predicate.subtree):
        return False  # "no state has been hurt more than ours"
    past = any(child.lower_ in ("was", "were", "been") for child in grammar.children(predicate, "aux:pass"))
    return past and any(child.lower_ == "no" for child in grammar.children(what, "det"))


def proposes(predicate: Token) -> bool:
    """What is suggested is to be done: "that they should begin", "that she begin", "holding talks"."""
    helpers = {child.lower_ for child in grammar.children(predicate, "aux")}
    if helpers & MUST or (predicate.tag_ == "VBG" and not helpers and not any(grammar.children(predicate, "nsubj"))):
        return True
    return predicate.tag_ == "VB" and not helpers


def calls_on(verb: Token) -> bool:
    """Somebody pays a call: "called on President Omar Sarr"; who is called on to do something is not visited."""
    behind = verb.nbor() if verb.i + 1 < grammar.sentence_end(verb) else None
    if behind is None or behind.lower_ != "on" or is_passive(verb):
        return False
    named = (child for child in verb.rights if child.i > behind.i and child.pos_ in ("NOUN", "PROPN"))
    called = [one for one in named if one.ent_type_ == "PER" or any(each.ent_type_ == "PER" for each in one.rights)]
    asked = any(child.tag_ == "VB" for each in (verb, *called) for child in each.rights)
    end = max((token.i for child in called for token in child.subtree), default=verb.i) + 1
    to = end < len(verb.doc) and verb.doc[end].lower_ in ("to", "for")
    return bool(called) and not asked and not to
