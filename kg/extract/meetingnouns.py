"""Meetings that nouns tell of: "talks between A and B", "her visit to Oslo", "the third round"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract import grammar
from kg.extract import meetingwords as words
from kg.extract.drafts import Draft
from kg.extract.mentions import Mentions
from kg.extract.occasions import Occasions, withs
from kg.extract.participants import case_of, doers, party, take
from kg.model import ParticipantRole

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "such"})
_BETWEEN = ("with", "between", "among", "by", "involving", "alongside")
# The subject of what is said "after talks with X" is the other side.
_BESIDE = (
    "at",
    "after",
    "before",
    "during",
    "following",
    "in",
    "ahead",
    "for",
    "from",
    "to",
    "of",
    "since",
    "on",
    "out",
)


def of_noun(noun: Token, mentions: Mentions, occasions: Occasions) -> Draft | None:
    """What a noun tells of a meeting, or None where it tells of none."""
    lemma = noun.lemma_.lower()
    if not _is_meeting(noun, lemma, mentions):
        return None
    draft = Draft(head=noun, format=words.NOUNS[lemma])
    if any(child.lemma_.lower() in (*words.DEVICES, "conference") for child in grammar.children(noun, "compound")):
        draft.format = "call"
    draft.definite = any(child.lower_ in _DEFINITE for child in grammar.children(noun, "det", "nmod"))
    draft.ordinal = _ordinal(noun)
    party(mentions, noun, draft)
    for child in grammar.children(noun, "nmod", "acl"):
        _dependent(draft, child, mentions)
    occasions.read(draft, noun)
    _clause(draft, noun, mentions, occasions)
    return draft if _is_told(draft, lemma) else None


def _is_meeting(noun: Token, lemma: str, mentions: Mentions) -> bool:
    if noun.dep_ == "compound" or (lemma == "talk" and noun.tag_ not in ("NNS", "NNPS")):
        return False
    if any(child.lower_ in words.NO_MEETINGS for child in grammar.children(noun, "compound", "amod")):
        return False
    if noun.dep_.startswith("nmod") and noun.head.lemma_ in words.NOUNS and case_of(noun) == "of":
        return False  # "rounds of talks" are told by the rounds
    if any(child.lower_ in ("no", "any", "every") for child in grammar.children(noun, "det")):
        return False
    if _verb_tells(noun):
        return False  # "met for talks", "travelled for a visit"
    named = mentions.of(noun)
    if named is not None and named.kind == "organization" and named.form == "name" and lemma not in ("summit",):
        return False  # "the Organisation of the Islamic Conference"
    return lemma != "round" or _is_round(noun)


def _verb_tells(noun: Token) -> bool:
    verb = noun.head
    return (
        verb.pos_ == "VERB"
        and noun.dep_.startswith("obl")
        and verb.lemma_ in words.VERBS
        and verb.lemma_ != "call"
        and case_of(noun) in ("for", "in", "at", "during", "on")
    )


def _is_round(noun: Token) -> bool:
    """A round of talks, or a round that a place names ("the Geneva rounds"); not a round of applause."""
    if any(child.lemma_ in words.NOUNS for child in grammar.children(noun, "nmod")):
        return True
    if any(case_of(child) == "of" for child in grammar.children(noun, "nmod")):
        return False
    if any(child.ent_type_ == "LOC" and case_of(child) == "in" for child in grammar.children(noun, "nmod")):
        return True
    modifiers = list(grammar.children(noun, "compound", "amod", "nummod"))
    return any(child.ent_type_ == "LOC" or child.lower_ in words.ORDINALS for child in modifiers)


def _ordinal(noun: Token) -> str | None:
    return next(
        (child.lower_ for child in grammar.children(noun, "amod", "nummod") if child.lower_ in words.ORDINALS), None
    )


def _dependent(draft: Draft, child: Token, mentions: Mentions) -> None:
    """Who takes part, by the phrases and participles after the noun."""
    case = case_of(child)
    if child.dep_ == "acl" or child.dep_ == "acl:relcl":
        _participle(draft, child, mentions)
        return
    if child.lemma_ in words.NOUNS and case in ("of", "for"):
        for inner in grammar.children(child, "nmod"):  # "a round of talks between A and B in Oslo"
            if case_of(inner) in _BETWEEN:
                take(mentions, draft, inner, "party")
            place = mentions.of(inner)
            if place is not None and place.kind == "place" and case_of(inner) in ("in", "at"):
                draft.settle(place)
        party(mentions, child, draft)
    elif case in (*_BETWEEN, "of", "from"):
        visiting = draft.format == "visit"
        role: ParticipantRole = "host" if visiting and case == "with" else "visitor" if visiting else "party"
        if not take(mentions, draft, child, role):
            for inner in grammar.children(child, "nmod"):  # "the signing of the accord in Oslo"
                place = mentions.of(inner)
                if place is not None and place.kind == "place" and case_of(inner) in ("in", "at"):
                    draft.settle(place)
    elif case == "to" and draft.format in ("visit", "meeting", "call"):
        take(mentions, draft, child, "host" if draft.format == "visit" else "party")


def _participle(draft: Draft, verb: Token, mentions: Mentions) -> None:
    """Takes in whom a participle or a relative clause names: "hosted by Oman", "which Norway will host"."""
    role: ParticipantRole = (
        "host" if verb.lemma_ in words.HOSTING else "mediator" if verb.lemma_ in words.MEDIATING else "party"
    )
    if role == "party" and verb.lemma_ not in ("attend", "join", "involve", "include"):
        return
    doer = next((child for child in verb.children if child.dep_ in ("obl:agent", "nsubj")), None)
    if role == "party" and verb.lemma_ in ("involve", "include"):
        doer = next(grammar.children(verb, "obj"), doer)
    take(mentions, draft, doer, role)


def _clause(draft: Draft, noun: Token, mentions: Mentions, occasions: Occasions) -> None:
    """What the clause around tells: who holds or attends it, where, when."""
    verb = noun.head
    for relative in grammar.children(noun, "acl"):
        if relative.pos_ == "VERB" and relative.lemma_ not in words.VERBS:
            occasions.read(draft, relative)
    if verb.pos_ not in ("VERB", "AUX") or verb.i == noun.i:
        return
    label = noun.dep_.partition(":")[0]
    own = label in ("obj", "nsubj") and (verb.lemma_ in words.HOLDING | words.HOSTING | {"happen", "occur", "follow"})
    if own or label == "nsubj":
        occasions.read(draft, verb)
    if grammar.negated(verb):
        return
    if noun.dep_ in ("obj", "nsubj:pass"):
        _holders(draft, verb, mentions, passive=noun.dep_ == "nsubj:pass")
    elif label == "obl" and case_of(noun) in _BESIDE:
        _beside(draft, noun, verb, mentions, occasions)


def _holders(draft: Draft, verb: Token, mentions: Mentions, *, passive: bool) -> None:
    """Who holds, hosts or brokers what the noun names."""
    agents = grammar.children(verb, "obl:agent") if passive else doers(verb)
    if verb.lemma_ in words.MEDIATING:
        role: ParticipantRole = "mediator"
    elif verb.lemma_ in ("host", "organise", "organize", "chair"):
        role = "host"
    elif verb.lemma_ in words.HOLDING | {"lead"}:
        role = "visitor" if draft.format == "visit" else "party"
    else:
        return
    for agent in agents:
        take(mentions, draft, agent, role)
    for child in withs(verb, frozenset({"with"})):
        take(mentions, draft, child, "party")


def _beside(draft: Draft, noun: Token, verb: Token, mentions: Mentions, occasions: Occasions) -> None:
    """The subject of "took part in", "arrived for", or of what was said "after talks with X"."""
    one_sided = len(draft.participants) == 1
    owned = any(child.dep_ == "nmod:poss" for child in noun.children)
    case, visiting = case_of(noun), draft.format == "visit"
    attending = verb.lemma_ in words.ATTENDING and case not in ("before", "after", "since", "following")
    if attending or (one_sided and not owned and not visiting):
        for doer in doers(verb):
            take(mentions, draft, doer, "visitor" if visiting else "party")
    if attending:
        status, time = draft.status, draft.time
        occasions.read(draft, verb)
        if time is None and draft.time is not None:
            draft.status = occasions.status(draft, verb)
        elif status != "unknown":
            draft.status = status


def _is_told(draft: Draft, lemma: str) -> bool:
    """Enough is told of it: who or where; of what need not be a meeting, who."""
    parties = len(draft.participants)
    if not parties and draft.time is None and draft.status == "unknown" and draft.ordinal is None:
        return draft.definite and draft.place is None  # it may take up what was told before
    if lemma in words.NEED_BOTH:
        told = lemma != "interview" or draft.time is not None or draft.place is not None
        return told and (parties > 1 or draft.definite or draft.together)
    if lemma in words.NEED_PARTIES and not parties and not draft.definite:
        return draft.format == "visit" and draft.place is not None
    return parties > 0 or draft.place is not None or draft.definite
