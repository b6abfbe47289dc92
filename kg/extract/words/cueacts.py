"""Acts of cues: the speech act that the words of saying signal by the scheme, and the stance that an act takes."""

from __future__ import annotations

from typing import cast

from spacy.tokens import Token

from kg.extract.syntax import grammar, nouns, subjects
from kg.extract.words.byobject import act_by_object, foresees
from kg.extract.words.valence import HAPPENING
from kg.model import Act, Stance
from kg.vocabulary import ACT_CUES

#: Acts that any words may carry: what is said inside decides where it says more.
PLAIN = frozenset({"say", "claim", "announce", "report"})
# With somebody else in the infinitive clause a wish is a demand: "wants Ankara to pay".
_WISHES = frozenset({"want", "expect", "need", "like", "require"})
# Who is dared to do something is to do it.
_CHALLENGING = frozenset({"challenge", "dare"})
_NEGATIVE = frozenset({"accuse", "criticise", "threaten", "reject", "deny", "refuse", "warn"})
_POSITIVE = frozenset({"praise", "support", "agree", "promise"})
# Who denies somebody one of these gives no account of it: "denied them entry", "denied bail to the journalist".
_GRANTED = frozenset(
    """
    access accreditation admission aid appeal application asylum bail citizenship clearance entry extradition leave
    licence license loan motion overflight parole passage passport permission permit petition refuge request right
    service treatment visa vote
    """.split()
)
# What is done to a support or a pledge that one gives no more.
_UNDOING = frozenset({"withdraw", "pull", "end", "drop", "revoke", "rescind", "suspend", "retract"})
# What is appealed for as one urges it.
_CALM = frozenset({"calm", "dialogue", "patience", "peace", "restraint", "unity"})


def act_of(lemma: str, head: Token) -> Act:
    """The speech act of a cue by its lemma and its construction; one that the scheme does not know is plain saying."""
    if lemma == "question" and not any(grammar.children(head, "ccomp")):
        doubted = (each for each in grammar.children(head, "obj", "nsubj:pass") if each.pos_ in ("NOUN", "PROPN"))
        # "Questioned the science", "the count was questioned", not "questioned two men", "questioned whether".
        return "criticise" if any(not each.ent_type_ and each.lemma_ not in nouns.PEOPLE for each in doubted) else "ask"
    to_it = any(grammar.case(each) == "to" for each in grammar.children(head, "obl"))
    if head.lemma_ in _CHALLENGING and (wants_of_another(head) or (to_it and any(grammar.children(head, "obj")))):
        return "demand"  # "challenged her to publish it", "dared them to", "challenged him to a debate"
    if head.lemma_ == "charge" and any(map(grammar.is_infinitive, grammar.children(head, "xcomp", "advcl"))):
        return "demand"  # "charged governors to pay"
    if lemma == "deny" and _withholds(head):
        return "refuse"
    if head.lemma_ == "encourage" and any(map(grammar.is_infinitive, grammar.children(head, "xcomp", "advcl"))):
        return "demand"  # "encouraged them to vote", not "encouraged the use of trams"
    if (by_object := act_by_object(head, lemma)) is not None:
        return by_object
    act = act_named(lemma) or act_named(lemma.partition(" ")[0]) or "say"
    if head.lemma_ in _UNDOING and act in _POSITIVE:
        return "reject"  # "withdrew its support for the plan"
    if act in ("intend", "believe") and head.lemma_ in _WISHES and wants_of_another(head):
        return "demand" if head.lemma_ != "expect" or _is_up_to_them(head) else act
    return act


def _withholds(verb: Token) -> bool:
    """Something is denied to somebody: "denied them entry", "were denied visas", "denied the request"."""
    things = list(grammar.children(verb, "obj"))
    passive = any(grammar.children(verb, "nsubj:pass"))
    denied = [*things, *grammar.children(verb, "nsubj:pass")]
    given = any(grammar.children(verb, "iobj")) or (passive and bool(things))
    return given or any(thing.lemma_.lower() in _GRANTED for thing in denied)


def pleads(verb: Token) -> bool:
    """A verb that else asks calls on somebody: "appealed to them to act", "for calm", "we are asking for licences"."""
    if verb.lemma_ == "appeal" and verb.pos_ == "VERB":
        things = {child.lemma_ for child in grammar.children(verb, "obl", "obj")}
        return bool(things & _CALM) or any(child.tag_ == "VB" for child in grammar.children(verb, "xcomp", "advcl"))
    subject = subjects.subject(verb)
    return verb.lemma_ == "ask" and verb.tag_ == "VBG" and subject is not None and subject.lower_ in ("i", "we")


def wants_of_another(verb: Token) -> bool:
    """What is wanted is that somebody else does something: "expects Russia to withdraw"."""
    for child in grammar.children(verb, "xcomp", "ccomp", "advcl"):
        infinitive = grammar.is_infinitive(child) or child.tag_ == "VBN"  # "the ban lifted"
        other = any(grammar.children(verb, "obj", "iobj")) or any(grammar.children(child, "nsubj"))
        if infinitive and other:
            return True
    return False


def _is_up_to_them(verb: Token) -> bool:
    """What is expected of others is theirs to do: "expects them to comply", not "to recover", "to be told"."""
    clauses = list(grammar.children(verb, "xcomp", "ccomp", "advcl"))
    happening = any(each.lemma_ in HAPPENING or any(grammar.children(each, "cop", "aux:pass")) for each in clauses)
    return not (happening or foresees(verb))


def act_named(lemma: str) -> Act | None:
    """The act that a cue lemma signals by the speech-act scheme, or None where the scheme does not have it."""
    return cast("Act | None", ACT_CUES.get(lemma))


def stance_of(act: Act) -> Stance:
    """The stance that an act takes towards its target."""
    return "negative" if act in _NEGATIVE else "positive" if act in _POSITIVE else "neutral"
