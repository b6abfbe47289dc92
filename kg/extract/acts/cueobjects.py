"""Objects of cues: to whom or what the words of saying do what they name, and whether they or the content tell it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.acts.namings import judged_behind
from kg.extract.attributions.links import Link
from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.predicates import predicates
from kg.extract.words.cueacts import PLAIN, act_named, act_of
from kg.extract.words.cues import LIGHT, STRESSING, cue_lemma

# Cases that name whom a cue is directed at: "called on Russia", "warned against"; and those that do where it has no
# object: "lashed out at Ankara", not "rejected the charge at a hotel".
_TARGET_CASES = frozenset({"on", "upon", "against", "from"})
_TARGET_CASES_ALONE = frozenset({"at", "for", "of", "to", "with", "towards", "toward"})
# To whom one complains, hears of it: "complained to Oslo that Rome".
_COMPLAINING = frozenset("complain gripe grouse grumble moan protest vent whine".split())
# What is laid on somebody: "blamed the drought on Oslo".
_LAYING = frozenset({"blame", "pin"})
# Who is urged and nobody in particular, wherever the tree hangs what he is to do.
_ANYBODY = frozenset({"those", "anyone", "everyone", "everybody", "anybody"})
# Of what one asks by a question: "raised questions about Oslo" asks Oslo nothing.
_QUESTIONS = frozenset({"question", "query"})
#: Cases after what somebody feels that name towards whom: "grateful to", "angry with", "disappointed by".
FELT_CASES = frozenset({"to", "towards", "toward", "with", "by", "at", "in", "of", "from", "about", "over"})
# Whoever does it to himself does it to nobody else: "distanced itself from the plan".
_REFLEXIVE = ("self", "selves")
# What somebody conveys to others, his own or another's.
_GREETINGS = frozenset({"greeting", "wish", "regard", "condolence", "congratulation"})
# What begins a question that is reported.
_ASKING = frozenset({"whether", "if", "why", "what", "who", "when", "where", "how", "which", "whose", "whom"})


def undergoers_of(one: Link) -> list[Token]:
    """To whom something is to be done, which is demanded from others: "that X be freed", "called for X to be freed"."""
    passive = [
        clause
        for clause in (*grammar.children(one.head, "xcomp", "ccomp", "advcl"), *predicates(one.contents))
        if any(grammar.labelled(clause, "aux:pass"))
    ]
    done_to = [who for clause in passive if (who := subjects.passive_subject(clause)) is not None]
    beside = grammar.labelled(one.head, "obl", "obj") if passive else ()  # what has a preposition is no object
    before = [each for each in beside if grammar.case(each) == "for"]
    return [*done_to, *before]


def is_of_others(one: Link) -> bool:
    """The cue has somebody or something of its own to do what is wanted: "urged employers to register with Oslo"."""
    whom = [*grammar.labelled(one.head, "obj"), *grammar.labelled(one.head, "iobj")]
    whom += [each for each in grammar.labelled(one.head, "obl") if grammar.case(each) in ("on", "upon")]
    clauses = [
        *grammar.labelled(one.head, "xcomp"),
        *grammar.labelled(one.head, "advcl"),
        *grammar.labelled(one.head, "ccomp"),
    ]
    clauses += [inner for each in whom for inner in grammar.labelled(each, "acl")]
    anybody = any(each.lower_ in _ANYBODY for each in whom)
    return anybody or (any(each.i > one.head.i for each in whom) and any(map(grammar.is_infinitive, clauses)))


def is_only_owned(thing: Token) -> bool:
    """Somebody's whom only a pronoun tells: "close its waters" hits nobody else."""
    return any(grammar.children(thing, "nmod:poss")) and all(
        owner.pos_ == "PRON" for owner in grammar.children(thing, "nmod:poss")
    )


def is_told_by_cue(one: Link) -> bool:
    """The cue tells what is done, "urged", "thanked"; a plain "said" leaves it to what is said."""
    return act_of(cue_lemma(one.cue, one.head), one.head) not in PLAIN


def is_question(one: Link) -> bool:
    """What is asked is a question: who is to answer it is spoken of, and asked for nothing."""
    if one.contents[0][0].lower_ in _ASKING | {"about"}:
        return True
    # Whom it is asked may stand in the content: "asked his office which it was", "asked her to explain why".
    clauses = (clause for tokens in one.contents for clause in tokens if clause.dep_ in ("ccomp", "advcl"))
    return one.head.lemma_ == "ask" and any(
        clause.head.i == one.head.i and any(child.lower_ in _ASKING for child in clause.children) for clause in clauses
    )


def objects(head: Token) -> list[Token]:
    """To whom or what a cue is done: its objects, and what follows "on", "against", "of"."""
    things = (each for each in grammar.children(head, "obj", "iobj") if not each.lower_.endswith(_REFLEXIVE))
    found = [one for each in things for one in _of_act(head, each)]
    passive = subjects.passive_subject(head) or (_participles(head) if not found else None)
    if passive is not None:
        found.append(passive)
    elif not found and (judged := judged_behind(head)) is not None:
        found.append(judged)
    beside = [*grammar.labelled(head, "obl"), *(each for thing in found for each in grammar.labelled(thing, "nmod"))]
    laid = [each for each in beside if grammar.case(each) in ("on", "upon")]
    if head.lemma_ in _LAYING and found and laid:
        return laid
    bound = _TARGET_CASES | (_TARGET_CASES_ALONE if not found or head.lemma_ in LIGHT else frozenset())
    bound -= {"to"} if head.lemma_ in _COMPLAINING else set()
    dependents = [token for token in grammar.children(head, "obl", "nmod") if token.dep_ != "nmod:poss"]
    dependents = [
        token for token in dependents if not (token.lemma_ == "part" and is_only_owned(token))
    ]  # "for its part"
    found += [
        token
        for token in dependents
        if (grammar.case(token) in bound and (token.i > head.i or grammar.case(token) not in _TARGET_CASES_ALONE))
        or (head.pos_ == "NOUN" and grammar.case(token) not in ("by", "from"))
    ]
    return found + [again for token in found for again in _called_on_too(head, token)]


def _participles(head: Token) -> Token | None:
    """Whom a participle is done to: "Dahl, accused of fraud", "left after being accused", "was a judge and accused"."""
    if head.tag_ != "VBN" or any(grammar.children(head, "nsubj", "xcomp", "ccomp")):
        return None
    if act_named(head.lemma_) not in ("accuse", "criticise", "praise"):
        return None
    if any(each.lemma_ in ("have", "get") for each in grammar.children(head, "aux")):
        return None
    above = head.head
    if head.dep_ == "acl" and above.i < head.i and above.pos_ in ("NOUN", "PROPN"):
        return above
    named = head.dep_ == "conj" and any(grammar.children(above, "cop"))
    if named or (head.dep_ in ("advcl", "xcomp") and above.pos_ == "VERB"):
        return subjects.passive_subject(above) or subjects.subject(above)
    return None


def _of_act(head: Token, thing: Token) -> Iterator[Token]:
    """Of an act that is made or expressed whom it is done to: "their gratitude to Oslo", "stepped up attacks on".

    Greetings are whose they are, and to all to whom they or the wishes beside them are.
    """
    if thing.lemma_ in _GREETINGS:
        yield from (each for each in thing.subtree if each.i > thing.i and grammar.case(each) == "to")
        return
    cases = {"for", "to"} if thing.lemma_ in _QUESTIONS else FELT_CASES | {"for", "against", "on"}
    to = [each for each in grammar.children(thing, "nmod") if grammar.case(each) in cases]
    told = head.lemma_ in LIGHT | STRESSING or act_named(head.lemma_) is None
    named = told and act_named(thing.lemma_) is not None
    yield from to if named and to else (thing,)


def _called_on_too(head: Token, first: Token) -> Iterator[Token]:
    """Who comes next, with an infinitive of his own: "called on Oslo to wait and on Rome to pay"."""
    case = grammar.case(first)
    for clause in grammar.children(head, "xcomp", "advcl") if case in ("on", "upon") else ():
        yield from (each for each in grammar.children(clause, "conj") if grammar.case(each) == case)
