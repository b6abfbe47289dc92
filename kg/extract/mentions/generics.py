"""Generics: offices and those who run for them where nobody is meant who could be named, "if X becomes the nominee"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax import grammar, nouns, subjects
from kg.extract.syntax.grammar import TENSED

#: What people are called who run for an office.
RUNNERS = frozenset("candidate nominee contender hopeful frontrunner front-runner challenger".split())
# Of these verbs what stands beside the subject is what the subject is: "became the nominee".
_BECOMING = frozenset({"become", "remain", "stay"})
# What one makes somebody by these, or takes him for, is told of him: "crowned the nominee", "called her the president".
_MAKING = frozenset(
    "anoint appoint call choose consider crown declare elect label make name nominate proclaim pronounce swear".split()
)
# And with these that one is not told who it is yet: "pick the nominee".
_CHOOSING = frozenset({"choose", "decide", "determine", "elect", "nominate", "pick", "select"})
# Before "as" they compare: "as well as the president", "powers such as the president has".
_COMPARING = frozenset({"JJ", "RB", "JJR"})
# Who has the office some day, or who ought to have it, and nobody who has it.
_ANYONE = frozenset(
    """
    next eventual future potential possible prospective hypothetical ideal perfect best right wrong winning losing
    average typical last previous
    """.split()
)
_ASKING = frozenset({"who", "whoever", "whomever", "whichever", "what", "which"})
_OPENING = frozenset({"if", "unless", "whether", "should", "lest"})
# Posts that are called the first of several: "the first minister", "first-term".
_FIRSTS = frozenset({"minister", "secretary", "deputy", "vice", "-"})


def is_nobodys(head: Token) -> bool:
    """The description is of an office or of who runs for one, and of nobody whom the text could name elsewhere.

    "If X becomes the nominee", "as the nominee", "the next president", "choose the nominee", "the candidate who wins".

    Args:
        head: of the description.
    """
    noun = head.lemma_.lower()
    if head.tag_ not in ("NN", "NNP") or (noun not in nouns.POSTS and noun not in RUNNERS):
        return False
    return _is_supposed(head) or _is_to_come(head) or _is_chosen(head) or (noun in RUNNERS and _is_any(head))


def told_of(head: Token) -> Token | None:
    """Who is told to have become what the description says: "X became the nominee", "they chose X as the nominee"."""
    verb = head.head
    if head.dep_ not in ("xcomp", "obj", "obl") or verb.lemma_ not in _BECOMING | _MAKING:
        return None  # of most nouns, at once
    case = grammar.case(head)
    if case not in ("", "as") or not _is_told(verb):
        return None
    if verb.lemma_ in _BECOMING and head.dep_ in ("xcomp", "obj") and not case:
        return _somebody(subjects.subject(verb))
    if verb.lemma_ in _MAKING and head.dep_ in ("xcomp", "obj", "obl"):
        made = next((one for one in grammar.labelled(verb, "obj") if one.i != head.i), None)
        return _somebody(subjects.passive_subject(verb) or (made if case else None))
    return None


def _somebody(who: Token | None) -> Token | None:
    return who if who is not None and who.lower_ not in _ASKING else None


def _is_supposed(head: Token) -> bool:
    """It only says what somebody is, would be or is not: "if X is the nominee", "to become the president", "as"."""
    first = head
    while first.dep_ == "conj" and first.head.pos_ in ("NOUN", "PROPN"):
        first = first.head  # "as the nominee and the president"
    if first.dep_ in grammar.SUBJECTS and (first.head.lower_ in _ASKING or _asks(first.head)):
        return True  # "who the challenger was", "whoever the next president is"
    if first.dep_ in grammar.SUBJECTS and first.head.pos_ == "PROPN" and any(grammar.labelled(first.head, "cop")):
        return not _is_told(first.head)  # "if the nominee is X"
    if any(grammar.labelled(first, "cop")) and grammar.case(first) in ("", "as"):
        return not _is_told(first) or _somebody(next(grammar.children(first, "nsubj"), first)) is None
    verb = first.head
    if _has_role(first):
        return True
    if first.dep_ not in ("xcomp", "obj") or any(grammar.labelled(first, "case")):
        return False
    if verb.lemma_ in _BECOMING:
        return verb.pos_ in ("VERB", "AUX")
    return verb.lemma_ in _MAKING and (first.dep_ == "xcomp" or _is_made(verb))


def _asks(predicate: Token) -> bool:
    """The clause asks who it is: "who is the nominee", where the tree has the noun for the subject."""
    return predicate.lemma_ == "be" and any(child.lower_ in _ASKING for child in predicate.lefts)


def _is_made(verb: Token) -> bool:
    """Somebody is made something, who is told before: "X was crowned the nominee"."""
    return any(grammar.labelled(verb, "aux:pass")) and any(grammar.labelled(verb, "nsubj:pass", "nsubj"))


def _has_role(head: Token) -> bool:
    """What somebody does something as, "as the nominee"; and not beside whom he is put, "as well as the president"."""
    mark = next((child for child in grammar.labelled(head, "case") if child.lower_ == "as"), None)
    if mark is None or mark.i == 0 or head.dep_.partition(":")[0] not in ("obl", "nmod"):
        return False
    before = mark.nbor(-1)
    compares = before.lower_ in ("such", "same", "well", "much") or before.tag_ in _COMPARING
    return not compares and not any(child.lower_ in ("such", "well") for child in mark.children)


def _is_told(predicate: Token) -> bool:
    """It is stated, of now or of then: not "if", "would", "to become", "not"."""
    helpers = list(grammar.children(predicate, "aux", "cop"))
    if grammar.negated(predicate) or any(child.tag_ == "MD" for child in helpers):
        return False
    clause = predicate
    while True:
        if any(child.lower_ in _OPENING for child in grammar.labelled(clause, "mark")):
            return False
        if clause.dep_ != "conj":
            break
        clause = clause.head
    finite = predicate.tag_ in TENSED and predicate.pos_ in ("VERB", "AUX")
    return finite or any(child.tag_ in TENSED for child in helpers)


def _is_to_come(head: Token) -> bool:
    """The office is whose it will be, was or should be: "the next president", "the right candidate"."""
    for child in head.lefts:
        word = child.lower_
        if word in _ANYONE and child.dep_ == "amod":
            return True
        if word == "likely" and child.dep_ == "amod" and head.lemma_.lower() not in RUNNERS:
            return True
        if word in ("first", "only") and child.dep_ == "amod" and child.nbor().lemma_.lower() not in _FIRSTS:
            return True
    return False


def _is_chosen(head: Token) -> bool:
    """Others have yet to say who it is: "pick the nominee", "how the candidate is chosen", "the nominee, whoever"."""
    doc, after = head.doc, head.right_edge.i + 1
    behind = doc[head.i + 1 : head.i + 3]
    if len(behind) == 2 and behind[0].text == "," and behind[1].lower_ in _ASKING - {"who", "which", "what"}:
        return True
    verb = head.head
    if verb.lemma_ not in _CHOOSING or verb.pos_ != "VERB":
        return False
    if head.dep_ == "obj":
        return not any(grammar.labelled(verb, "xcomp")) and after > head.i
    return head.dep_ == "nsubj:pass" and not any(grammar.labelled(verb, "obj", "xcomp"))


def _is_any(head: Token) -> bool:
    """Whoever it is of whom the words behind are true: "the candidate who wins", "the candidate of their choice"."""
    doc = head.doc
    cleft = any(grammar.labelled(head, "cop")) and any(child.lower_ == "it" for child in head.lefts)
    if doc[head.i + 1 : head.i + 2].text in ("who", "whom", "whose") and not cleft:
        return True  # wherever the tree hangs it
    for clause in grammar.labelled(head, "acl:relcl"):
        begin = clause.left_edge.i
        closed = any(token.text in (",", "-", "–", "—", "--", "(") for token in doc[head.i + 1 : begin + 1])
        if begin > head.i and not closed and not cleft:
            return True
    infinitive = any(each.tag_ == "VB" and each.i > head.i for each in grammar.labelled(head, "acl"))
    return infinitive or any(each.lemma_ == "choice" for each in grammar.labelled(head, "nmod"))
