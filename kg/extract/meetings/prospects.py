"""Prospects: whether what is told of a meeting is planned, proposed, called off, or not real at all."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax import grammar
from kg.extract.syntax.grammar import TENSED
from kg.extract.syntax.sides import ARRANGED, arranged, case_of, is_passive
from kg.extract.words import meetingwords as words

# Who does so does what he "decided to".
_RESOLVING = frozenset("decide decision agree choose force vow have be opt move".split())
_BEING = frozenset({"was", "were", "been", "being", "be", "is", "are"})
# "The talks resume on Monday": what goes on then lies ahead.
_GOING_ON = frozenset({"begin", "open", "reopen", "restart", "resume", "start"})
_GOING = words.JOURNEYS | words.DEPARTING | {"visit"}
_MAYBE = frozenset({"may", "might", "could", "can"})
# What does not do so is called off.
_HAPPENING = frozenset({"happen", "materialise", "materialize", "proceed"})
# What is only offered has not been arranged.
_OFFERS = frozenset({"offer", "proposal", "idea", "suggestion", "appeal", "demand"})
_RELUCTANT = frozenset({"reluctant", "unwilling", "hesitant", "loath"})
_OPEN = frozenset({"open", "openness", "door"})
_AIMS = frozenset({"aim", "intend", "seek", "hope"})
_CALLING = frozenset({"call", "appeal", "push", "press", "plead", "campaign"})
# Who is to do so to a meeting speaks of one that has been.
_RECOUNTING = frozenset(
    """
    represent portray describe depict explain conceal hide deny downplay defend justify recall disclose reveal
    investigate examine recount
    """.split()
)
_DECLINING = frozenset({"reject", "turn", "spurn", "rebuff"})
# Conditions: what stands in such a clause has not been arranged.
_CONDITIONS = frozenset({"if", "unless", "whether", "should"})


def proposed(verb: Token) -> bool:
    """Somebody offers or asks that it be: "offered to host a meeting", "has asked the council to meet"."""
    asking = verb.dep_ == "advcl" and verb.tag_ == "VB" and _calls_on(verb.head)  # "called on them to come to talks"
    above = [verb, *list(grammar.ancestors(verb))[:1]] if verb.dep_ in ("xcomp", "ccomp") or asking else [verb]
    if verb.lemma_ in words.HOSTING and verb.head.lemma_ in words.OPEN:
        return True  # "is ready to host a meeting"
    asked = any(map(_calls_on, above[1:]))
    return asked or any(each.lemma_ in words.PROPOSING and not is_passive(each) for each in above)


def _calls_on(verb: Token) -> bool:
    """Somebody is called on to do something."""
    return verb.lemma_ == "call" and verb.i + 1 < grammar.sentence_end(verb) and verb.nbor().lower_ in ("on", "upon")


def is_aim(token: Token) -> bool:
    """It tells what a meeting is for, and not that it lies ahead: "held talks [aimed] at a truce"."""
    return token.dep_ == "acl" and token.lemma_ in _AIMS


def is_vain(noun: Token) -> bool:
    """Nobody gets to it: "have tried in vain to get a meeting with the minister", "are reluctant to hold talks"."""
    above = noun.head.head
    below = noun.head.dep_ in ("xcomp", "advcl")
    if (below and above.lemma_ in _RELUCTANT) or (noun.head.lemma_ == "shy" and case_of(noun) == "from"):
        return True
    return below and any(one.lemma_ == "vain" and case_of(one) == "in" for one in above.rights)


def is_offer(noun: Token) -> bool:
    """What is told of is an offer to meet, whenever that was made, or somebody calls for it: "an offer of talks"."""
    mark = next((child for child in noun.lefts if child.dep_ == "case" and child.lower_ in ("for", "to")), None)
    if mark is not None and mark.i > noun.sent.start and mark.nbor(-1).lemma_ in words.OPEN | _OPEN:
        return True  # "was open to talks", "left the door open for them"
    if noun.head.i > noun.i or case_of(noun) not in ("of", "for"):
        return False
    return noun.head.lemma_ in _OFFERS or (noun.head.lemma_ in _CALLING and case_of(noun) == "for")


def was_planned(verb: Token) -> bool:
    """It was to be then: "had been planned for January", "were to have met on Friday"."""
    helpers = {child.lower_ for child in grammar.children(verb, "aux")}
    if verb.lemma_.lower() in words.PLANNING | ARRANGED and "had" in helpers:
        return True
    return verb.tag_ == "VBN" and {"to", "have"} <= {child.lower_ for child in verb.lefts}


def was_to_be(verb: Token) -> bool:
    """It was to be then, and may yet be: "which was to take place on Monday", "were to meet in May"."""
    before = {child.lower_ for child in verb.lefts}
    return verb.tag_ in ("VB", "VBN") and "to" in before and bool(before & {"was", "were"})


def calls_off(verb: Token) -> bool:
    """The verb tells that something is called off: its own day is not that of the meeting."""
    if verb.pos_ != "VERB" or verb.lemma_ not in words.CALLING_OFF:
        return False
    particles = {child.lower_ for child in verb.children}
    if verb.lemma_ == "push":
        return "back" in particles
    return verb.lemma_ not in ("call", "put") or "off" in particles


def is_scheduled(verb: Token) -> bool:
    """What is told in the present lies ahead: "flies to Skopje on Friday", "meets them today"."""
    if verb.tag_ == "VB" and verb.dep_ in ("advcl", "xcomp") and verb.head.lemma_ in _GOING and verb.head.i < verb.i:
        return is_scheduled(verb.head)  # "visits Asia next week to attend talks in Manila on Friday"
    told = verb.lemma_ in words.JOURNEYS | words.DEPARTING or verb.lemma_ in words.VERBS or verb.lemma_ in _GOING_ON
    return told and verb.tag_ in ("VBZ", "VBP") and not any(grammar.children(verb, "aux"))


def is_going_on(verb: Token) -> bool:
    """It is told as going on: "are hosting talks this week", "is visiting Oslo"; its day would tell that it is not."""
    doing = verb.lemma_ in words.HOSTING or verb.lemma_ in words.VERBS or verb.lemma_ == "attend"
    return doing and verb.tag_ == "VBG" and any(child.lower_ in ("is", "are", "am") for child in verb.lefts)


def planned(token: Token, verb: Token) -> bool:
    """What governs the meeting sets it in the future: "is due to", "agreed to", "promised", "to visit"."""
    if arranged(verb) is not None or any(child.lower_ in ARRANGED and child.i < verb.i for child in verb.children):
        return True  # "is due to meet", whatever the tree hangs on what
    if is_aside(token, verb):
        return False  # "agreed at the last round to meet"
    if token.i != verb.i and case_of(token) in words.AFTER and grammar.tense(verb) == "past":
        return False  # "promised after a call", "agreed during a visit to meet"
    if token.dep_ == "obj" and token.head.lemma_ in _RECOUNTING:
        return False  # "sought to represent her meeting with him as a chance"
    above = [verb, *list(grammar.ancestors(token))[:2]]
    inviting = (verb.head, *grammar.children(verb.head, "obj")) if verb.tag_ == "VB" else ()
    if any(each.lemma_ == "invitation" and each.i < verb.i for each in inviting):
        return True  # "has accepted an invitation to visit Oslo"
    if verb.tag_ in TENSED:  # "hope that the talks succeed" does not plan them
        above = [each for each in above if each.i == verb.i or verb.is_ancestor(each)]
    if any(each.lemma_.lower() in words.PLANNING for each in above):
        return True
    passive = verb.tag_ == "VBN" and any(child.lower_ == "be" for child in verb.children)  # "is to be held"
    marked = (verb.tag_ == "VB" or passive) and any(child.lower_ == "to" for child in verb.children)
    # "is to meet"; "an order to meet"; after another verb in the past the purpose may be reached.
    return marked and (verb.head.lemma_ == "be" or verb.dep_ in ("acl", "ROOT") or grammar.is_to_be(verb))


def is_aside(token: Token, verb: Token) -> bool:
    """The meeting is where and when something else was done, whatever that plans: "agreed at talks in Rome to meet"."""
    beside = token.i != verb.i and token.pos_ in ("NOUN", "PROPN") and case_of(token) in words.DURING
    inner = beside and case_of(token) == "at" and token.head.dep_ == "obj" and token.head.head.i == verb.i
    past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(child.lower_ == "had" for child in verb.lefts))
    return beside and past and (token.head.i == verb.i or inner)  # "proposed a truce at talks", in most trees


def called_off(head: Token) -> bool:
    """The verb that governs the meeting, or a participle beside it, calls it off."""
    ahead = grammar.tense(head.head) == "future" or planned(head.head, head.head)
    if head.dep_ == "obl" and ahead:
        return False  # "will fly to Oslo", "are to fly to Oslo for talks that were postponed in May"
    if _came_to_nothing(head) or _is_put_off(head):
        return True
    beside = [child.lemma_.lower() for child in head.children if child.dep_.partition(":")[0] in ("amod", "acl")]
    if {"cancel", "postpone", "suspend", "abandon", "cancelled", "postponed", "suspended"} & set(beside):
        return True
    verb = head if head.pos_ == "VERB" and head.dep_ != "xcomp" else head.head
    if verb.i == head.i or verb.lemma_ not in words.CALLING_OFF or grammar.negated(verb) or _is_idea(verb):
        return False
    passive = head.dep_ == "nsubj" and verb.tag_ == "VBN" and verb.nbor(-1).lower_ in _BEING  # by a wrong label
    if head.dep_ not in ("obj", "nsubj:pass", "xcomp", "acl") and not passive:
        return False
    particles = {child.lower_ for child in verb.children} | {verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""}
    return verb.lemma_ not in ("call", "put") or "off" in particles


def _is_put_off(head: Token) -> bool:
    """The clause goes on that it was called off: "were due to meet, but it has been postponed"."""
    told = head.pos_ == "VERB"
    if not told and head.dep_ not in grammar.SUBJECTS:
        return False
    for verb in grammar.children(head if told else head.head, "conj"):
        own = [child.lower_ for child in grammar.children(verb, "nsubj")]
        if is_passive(verb) and calls_off(verb) and not grammar.negated(verb) and (own == ["it"] or not (own or told)):
            return True
    return False


def _came_to_nothing(head: Token) -> bool:
    """The meeting is told not to have been, or not to be: "did not take place", "will not go ahead"."""
    verb = head.head
    if head.pos_ not in ("NOUN", "PROPN") or head.i > verb.i or head.dep_ not in ("nsubj", "nsubj:pass"):
        return False
    above = verb.head if verb.head.i != verb.i else None
    doubted = above is not None and any(map(grammar.negated, (above, *grammar.children(above, "obj"))))
    if maybe(verb) or doubted or _is_condition(verb):
        return False  # "might not go ahead", "no signs that the talks would not take place"
    after = [token.lower_ for token in verb.doc[verb.i + 1 : min(verb.i + 3, grammar.sentence_end(verb))]]
    happens = (verb.lemma_, after[:1]) in (("take", ["place"]), ("go", ["ahead"])) or verb.lemma_ in _HAPPENING
    return happens and grammar.negated(verb)


def maybe(verb: Token) -> bool:
    """It may come to pass: "might not go ahead on Friday", "could meet next week"."""
    helpers = {child.lower_ for child in grammar.children(verb, "aux")}
    return bool(helpers & _MAYBE) and "have" not in helpers


def is_awaited(verb: Token) -> bool:
    """It lies ahead of what is told: "a week before the ministers meet", "was to meet them"."""
    marks = {child.lower_ for child in grammar.children(verb, "mark")}
    return (bool(marks & words.BEFORE) and verb.tag_ in ("VBP", "VBZ")) or was_to_be(verb)


def _is_idea(verb: Token) -> bool:
    """It is not told as done: "is under pressure to cancel the visit", "calling off the talks would be a mistake"."""
    helped = any(grammar.children(verb, "aux", "aux:pass"))
    if verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts):
        return verb.head.lemma_ not in _RESOLVING
    return verb.tag_ == "VBG" and not helped and verb.dep_ in ("csubj", "nsubj", "xcomp", "ccomp")


def unreal(verb: Token) -> bool:
    """Nobody meets: the verb is negated, refused or a mere condition, or it depends on one that is."""
    never = verb.i > grammar.sentence_start(verb) and verb.nbor(-1).lower_ == "never"  # wherever the tree hangs it
    if grammar.negated(verb) or _is_condition(verb) or never:
        return True
    if verb.head.tag_ == "VB" and grammar.tense(verb) == "past" and any(one.lower_ == "once" for one in verb.lefts):
        return True  # "promised to call her once she arrived"
    if verb.dep_ in ("xcomp", "ccomp", "acl", "advcl") and verb.head.i != verb.i:
        above = verb.head
        if verb.tag_ == "VBG" and above.lemma_ in ("accuse", "suspect", "interested"):
            return True  # "accused him of meeting": nobody knows; "is interested in meeting her"
        if above.lemma_ == "invitation" and above.head.lemma_ in (words.REFUSING | _DECLINING):
            return True  # "turned down an invitation to visit Oslo"
        if above.lemma_.lower() in words.REFUSING or (verb.tag_ in ("VB", "VBG") and grammar.negated(above)):
            return True
        return verb.tag_ == "VB" and _is_condition(above)  # "if the government agreed to receive him"
    return False


def _is_condition(verb: Token) -> bool:
    return any(child.lower_ in _CONDITIONS and child.dep_ == "mark" for child in verb.children)
