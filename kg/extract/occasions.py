"""Occasions: where and when a meeting is, what it is about, and whether it is held, as the words around tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from kg.extract import grammar, times
from kg.extract import meetingwords as words
from kg.extract.drafts import Draft
from kg.extract.mentions import Mentions
from kg.extract.sides import case_of
from kg.model import MeetingFormat, MeetingStatus, Mention, Time

_PLACING = ("in", "at", "near", "outside")
_PLACES: dict[MeetingFormat, tuple[str, ...]] = {"visit": (*_PLACING, "to", "of")}
_TOPICS = ("on", "about", "over", "regarding", "concerning")
_DISCUSSING = frozenset({"discuss", "negotiate", "address", "debate", "prepare", "review", "coordinate", "tackle"})
# "Is due to meet": it lies ahead.
_ARRANGED = frozenset({"due", "set", "slated", "scheduled", "expected"})
# Conditions: what stands in such a clause has not been arranged.
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CONDITIONS = frozenset({"if", "unless", "whether", "should"})


@dataclass(frozen=True, slots=True)
class Occasions:
    """Reads the circumstances of the meetings of one article."""

    mentions: Mentions
    published: date | None

    def read(self, draft: Draft, token: Token) -> None:
        """Adds what the dependents of a verb or noun tell of place, time and topic, and the status."""
        cases = _PLACES.get(draft.format, _PLACING)
        for child in token.children:
            label = child.dep_.partition(":")[0]
            if label in ("advcl", "xcomp", "acl") and child.lemma_ in _DISCUSSING:
                self._discussed(draft, child)
            if draft.time is None:
                self._date(draft, token, child)
            if label == "advmod" and child.lower_ in ("here", "there"):
                self.read(draft, child)  # "here in Astana"
            where = self.mentions.of(token.head) if child.lower_ == "where" and token.dep_ == "acl:relcl" else None
            if where is not None and where.kind == "place":
                draft.settle(where)  # "in Muscat, where Oman had hosted a round"
            mention, case = self.mentions.of(child), case_of(child)
            if not case or child.pos_ not in ("NOUN", "PROPN", "NUM"):
                continue
            if mention is not None and mention.kind == "place" and case in cases:
                draft.settle(mention)
            elif case in _PLACING or case in ("on", "during"):
                self._venue(draft, child)
            if case in _TOPICS and draft.topic is None and self._is_topic(child, mention, token):
                draft.topic = self._words(child, case)
        if draft.place is None and token.pos_ == "VERB":
            self._before_day(draft, token)
        if draft.status == "unknown":
            draft.status = self.status(draft, token)

    def _before_day(self, draft: Draft, verb: Token) -> None:
        """The place right before the day, whatever the tree hangs it on: "met General X | in Port Sudan on Sunday"."""
        for child in verb.rights:
            mention = self.mentions.of(child)
            first = min(grammar.base_phrase(child), key=lambda each: each.i).i - (case_of(child) == "on")
            if mention is None or mention.kind != "date" or first - 1 <= verb.i:
                continue
            last = verb.doc[first - 1]
            place = self.mentions.of(last)
            if place is not None and place.kind == "place" and case_of(self.mentions.head(place)) in _PLACING:
                draft.settle(place)

    def _date(self, draft: Draft, token: Token, child: Token) -> None:
        """The day that a dependent names, by itself or in its phrase: "on Monday", "Monday's", "Tuesday night"."""
        if child.pos_ in ("VERB", "AUX"):
            return
        for word in (child, *grammar.children(child, "compound", "nmod", "appos", "conj")):
            mention = self.mentions.of(word)
            if mention is not None and mention.kind == "date":
                draft.time = draft.time or self._time(mention, token)

    def _time(self, mention: Mention, token: Token) -> Time | None:
        """The date of a verb in its context; that of a noun by its own words: "Monday's meeting" tells the day."""
        verb = token if token.pos_ == "VERB" else grammar.clause(token)
        tense = "future" if _planned(token, verb) or _is_scheduled(verb) else grammar.tense(verb)
        if token.pos_ == "VERB":
            return times.read(self.mentions.text, [times.Mark(mention.span, tense)], self.published)
        return times.normalise(self.mentions.text[slice(*mention.span)], self.published, tense)

    def _venue(self, draft: Draft, child: Token) -> None:
        """Where a building or an event is: "at the Palais in Geneva", "on the sidelines of a forum in Rome"."""
        for inner in child.subtree:
            mention = self.mentions.of(inner)
            if mention is not None and mention.kind == "date" and draft.time is None:
                draft.time = self._time(mention, draft.head)
            if mention is None or mention.kind != "place" or inner.i == child.i:
                continue
            if case_of(inner) in _PLACING or (inner.dep_ == "compound" and inner.head.lemma_ in words.NOUNS):
                draft.settle(mention)

    def _is_topic(self, child: Token, mention: Mention | None, token: Token) -> bool:
        if child.lemma_.lower() in words.NO_TOPICS or child.pos_ in ("NUM", "PRON"):
            return False
        if case_of(child) == "on" and any(child.i == each.i for each in token.children) and token.pos_ == "VERB":
            return mention is None and child.pos_ == "NOUN" and token.lemma_ in ("confer", "negotiate")
        return mention is None or mention.kind not in ("date",)

    def _discussed(self, draft: Draft, verb: Token) -> None:
        done = next(grammar.children(verb, "obj"), None)
        if done is not None and draft.topic is None and done.pos_ != "PRON":
            draft.topic = self._words(done, "")

    def _words(self, head: Token, case: str) -> str | None:
        start, end = grammar.span_of(*grammar.noun_phrase(head))
        told = self.mentions.text[start:end].split()
        return " ".join(told[1:] if told and told[0].lower() == case else told) or None

    # ---- whether it is held

    def status(self, draft: Draft, token: Token) -> MeetingStatus:
        """By what is done with it, then by the date against publication, then by the words and the tense."""
        verb = token if token.pos_ in ("VERB", "AUX") else grammar.clause(token)
        if called_off(draft.head):
            return "called_off"
        dated = self._by_date(draft.time, verb)
        if dated is not None:
            return dated
        around = {child.lower_ for child in token.children} | {child.lemma_.lower() for child in token.children}
        case = case_of(token)
        if case in words.BEFORE or around & words.PLANNING or _planned(token, verb):
            return "planned"
        tense = grammar.tense(verb)
        if around & words.PAST or case in words.AFTER or tense == "past":
            return "held"
        return "planned" if tense == "future" else "unknown"

    def _by_date(self, time: Time | None, verb: Token) -> MeetingStatus | None:
        if time is None or self.published is None:
            return None
        first, last = time.days()
        if first > self.published or (first == last == self.published and _is_scheduled(verb)):
            return "planned"
        if last < self.published or (first == last and grammar.tense(verb) != "future"):
            return "held"
        return None


def _is_scheduled(verb: Token) -> bool:
    """What is told in the present lies ahead: "flies to Skopje on Friday", "meets them today"."""
    told = verb.lemma_ in words.JOURNEYS or verb.lemma_ in words.VERBS
    return told and verb.tag_ in ("VBZ", "VBP") and not any(grammar.children(verb, "aux"))


def _planned(token: Token, verb: Token) -> bool:
    """What governs the meeting sets it in the future: "is due to", "agreed to", "promised", "to visit"."""
    if any(child.lower_ in _ARRANGED and child.i < verb.i for child in verb.children):
        return True  # "is due to meet", where the tree hangs "due" on "meet"
    above = [verb, *list(grammar.ancestors(token))[:2]]
    if verb.tag_ in _FINITE:  # "hope that the talks succeed" does not plan them
        above = [each for each in above if each.i == verb.i or verb.is_ancestor(each)]
    if any(each.lemma_.lower() in words.PLANNING for each in above):
        return True
    marked = verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.children)
    # "is to meet"; "an order to meet"; after another verb in the past the purpose may be reached.
    return marked and (verb.head.lemma_ == "be" or verb.dep_ in ("acl", "ROOT"))


def called_off(head: Token) -> bool:
    """The verb that governs the meeting, or a participle beside it, calls it off."""
    beside = [child.lemma_.lower() for child in head.children if child.dep_.partition(":")[0] in ("amod", "acl")]
    if {"cancel", "postpone", "suspend", "abandon", "cancelled", "postponed", "suspended"} & set(beside):
        return True
    verb = head if head.pos_ == "VERB" and head.dep_ != "xcomp" else head.head
    if verb.i == head.i or verb.lemma_ not in words.CALLING_OFF or grammar.negated(verb):
        return False
    if head.dep_ not in ("obj", "nsubj:pass", "xcomp", "acl"):
        return False
    particles = {child.lower_ for child in verb.children} | {verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""}
    return verb.lemma_ not in ("call", "put") or "off" in particles


def unreal(verb: Token) -> bool:
    """Nobody meets: the verb is negated, refused or a mere condition."""
    if grammar.negated(verb) or any(child.lower_ in _CONDITIONS and child.dep_ == "mark" for child in verb.children):
        return True
    if verb.dep_ in ("xcomp", "ccomp", "acl", "advcl") and verb.head.i != verb.i:
        above = verb.head
        if above.lemma_.lower() in words.REFUSING or (verb.tag_ in ("VB", "VBG") and grammar.negated(above)):
            return True
    return False
