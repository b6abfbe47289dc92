"""Meetings that nouns tell of: "talks between A and B", "her visit to Oslo", "the third round"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.meetings import topics
from kg.extract.meetings.drafts import Draft
from kg.extract.meetings.meetingclauses import ClauseReader
from kg.extract.meetings.meetingphrases import (
    between,
    dated,
    held_with,
    is_beside,
    is_between,
    is_meeting,
    is_told,
    lasting,
    led_to,
    ordinal,
    party,
    relatives,
)
from kg.extract.meetings.nomeetings import are_travellers, is_demand, is_in_court, is_throng
from kg.extract.meetings.occasions import Occasions
from kg.extract.meetings.participants import take
from kg.extract.meetings.prospects import is_aim, is_offer, is_vain
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar
from kg.extract.syntax.coordination import coordinated
from kg.extract.syntax.sides import after, case_of, doers, following, is_passive, undergoers
from kg.extract.words import meetingwords as words
from kg.model import ParticipantRole

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "such", "both"})
_BETWEEN = ("with", "between", "among", "by", "involving", "alongside")
# What is done with meetings, and with nobody who meets: "a meeting of the commission, planned for Friday in Gulu".
_FIXING = frozenset({"plan", "schedule", "hold", "take", "set"})
# When it is to be shown or printed says nothing of when it was: "an interview to be aired on Tuesday".
_SHOWING = frozenset({"show", "air", "broadcast", "publish", "release", "print", "run"})
# "Talks on extending a truce in Gaza" need not be in Gaza.
_TOPICS = frozenset({"on", "about", "over"})

# Where they are posted is not where somebody speaks with them: "talks with the ambassador in Washington".
_POSTED = frozenset({"ambassador", "envoy", "consul", "correspondent", "representative", "embassy"})


@dataclass(frozen=True, slots=True)
class NounReader:
    """Reads meetings off the nouns of one article."""

    mentions: Mentions
    occasions: Occasions

    def read(self, noun: Token) -> Draft | None:
        """What a noun tells of a meeting, or None where it tells of none."""
        lemma = words.noun_of(noun) or ""
        if not is_meeting(self.mentions, noun, lemma) or is_vain(noun) or is_in_court(noun) or is_demand(noun):
            return None
        draft = Draft(head=noun, format=words.NOUNS[lemma])
        before = {child.lemma_.lower() for child in grammar.children(noun, "compound", "amod")}
        if before & {*words.DEVICES, "conference"}:
            draft.format = "call"
        draft.definite = any(child.lower_ in _DEFINITE for child in grammar.children(noun, "det", "nmod"))
        draft.ordinal, draft.bare = ordinal(noun), noun.i > 0 and noun.nbor(-1).lower_ in ("the", "these")
        party(self.mentions, noun, draft)
        children = list(noun.rights)
        near = following(noun, *_BETWEEN, "to", "for")
        near = near.head if near is not None and near.dep_ == "flat" else near  # the tree has a name by its first word
        for child in children if near is None or near in children else [*children, near]:
            self._dependent(draft, child)
        if (sides := between(noun)) is not None:
            take(self.mentions, draft, [sides], "party")
        for verb in relatives(noun):
            self._participle(draft, verb)
        self.occasions.fixed(draft, noun)
        self.occasions.read(draft, noun)
        dated(self.mentions, self.occasions, draft, noun)
        topics.behind(self.mentions, draft, noun)
        if draft.format == "visit":
            led_to(self.mentions, draft, noun)
        ClauseReader(self.mentions, self.occasions).read(draft, lasting(noun))
        if draft.format == "visit" and noun.head.pos_ == "VERB" and any(map(is_throng, doers(noun.head))):
            return None
        guests = (one.mention for one in draft.participants.values() if one.role == "visitor")
        if draft.format == "visit" and are_travellers(guests, self.mentions):
            return None
        return draft if is_told(draft, lemma) else None

    # ---- its own phrases

    def _dependent(self, draft: Draft, child: Token) -> None:
        """Who takes part and where, by the phrases and participles after the noun."""
        case, visiting = case_of(child), draft.format == "visit"
        if child.pos_ == "VERB" and any(mark.lower_ in _TOPICS for mark in grammar.children(child, "mark")):
            draft.topic = draft.topic or grammar.words(sorted(child.subtree, key=lambda each: each.i)[1:])
        elif child.pos_ == "VERB":  # not "her first visit since taking office in March"
            if not any(mark.lower_ in words.NOT_THEN for mark in grammar.children(child, "mark")):
                self._participle(draft, child)
        elif child.lemma_ in words.NOUNS and case == "of" and is_beside(child):
            self._inner_place(draft, child)
        elif child.lemma_ in words.NOUNS and case in ("of", "for"):
            parties = list(after(child, *_BETWEEN))
            take(self.mentions, draft, parties, "party")  # "a round of talks between A and B in Oslo"
            for each in (child, *parties):
                self._inner_place(draft, each)
            topics.behind(self.mentions, draft, child)
            party(self.mentions, child, draft)
        elif case in (*_BETWEEN, "of", "from"):
            hosting = case == "with" or (draft.head.lemma_ == "tour" and case != "by")
            role: ParticipantRole = "party" if not visiting else "host" if hosting else "visitor"
            take(self.mentions, draft, [child], role)
            if role == "visitor" and child.lemma_ in ("counterpart", "colleague"):
                take(self.mentions, draft, grammar.children(child, "nmod:poss"), "host")  # whose counterpart comes
            beside = list(after(child, "with")) if case == "of" else []  # "of the commission with X in Oslo"
            take(self.mentions, draft, beside, "party")
            for inner in child.rights if case == "of" else ():
                if inner.pos_ == "VERB" and inner.lemma_ in _FIXING:
                    self._participle(draft, inner)
            for each in (child, *beside):
                self._inner_place(draft, each)  # "the signing of the accord in Oslo", "talks with X in Oslo"
        elif case == "to" and draft.format in ("visit", "meeting", "call"):
            take(self.mentions, draft, [child], "host" if visiting else "party")
            if visiting:
                self._inner_place(draft, child)  # "a visit to a plant in Oslo"
        elif case == "for" and draft.head.lemma_ in words.FEASTS:
            take(self.mentions, draft, [child], "visitor")
            self._inner_place(draft, child)

    def _inner_place(self, draft: Draft, phrase: Token) -> None:
        posted = (each for each in coordinated(phrase) if each.lemma_.lower() not in _POSTED)
        for inner in (one for each in posted for one in after(each, "in", "at")):
            place = self.occasions.place(inner)
            if place is not None:
                draft.settle(place)

    def _participle(self, draft: Draft, verb: Token) -> None:
        """Takes in whom a participle or a relative clause names: "hosted by Oman", "which Norway will host"."""
        by = [*after(verb, "by"), *(child for child in verb.lefts if child.dep_ == "nsubj" and child.tag_ != "WDT")]
        if others := held_with(draft, verb):
            take(self.mentions, draft, [*by, *others], "party")
        elif verb.lemma_ in words.HOSTING or verb.lemma_ in words.MEDIATING:
            between = verb.lemma_ in words.MEDIATING or is_between(draft, verb, by)
            has = verb.lemma_ == "hold" and not is_passive(verb) and not any(after(verb, "by"))  # "that they held"
            take(self.mentions, draft, by, "mediator" if between else "party" if has else "host")
        elif verb.lemma_ in ("attend", "join"):
            take(self.mentions, draft, by, "party")
        elif verb.lemma_ in ("involve", "include", "gather"):
            take(self.mentions, draft, undergoers(verb), "party")
        shown = verb.lemma_ in _SHOWING and any(child.lower_ == "to" for child in verb.lefts)
        beside = shown or is_aim(verb) or (verb.lemma_ == "make" and is_offer(draft.head))
        if not beside and (verb.lemma_ not in words.VERBS or verb.lemma_ == "host"):
            status = draft.status
            self.occasions.read(draft, verb)
            purpose = verb.tag_ == "VB" and not is_passive(verb)
            if (purpose and verb.lemma_ not in words.HOLDING | words.ATTENDING) or verb.lemma_ in words.MEDIATING:
                draft.status = status  # "after a call with them to press for aid", "at talks mediated by Oman"
