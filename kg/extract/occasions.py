"""Occasions: where and when a meeting is, what it is about, and whether it is held, as the words around tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from kg.extract import grammar, times
from kg.extract import meetingwords as words
from kg.extract.drafts import Draft
from kg.extract.mentions import Mentions
from kg.extract.sides import case_of, is_passive
from kg.model import MeetingFormat, MeetingStatus, Mention, Time

_PLACING = ("in", "at", "near", "outside")
_PLACES: dict[MeetingFormat, tuple[str, ...]] = {"visit": (*_PLACING, "to", "of")}
_TOPICS = ("on", "about", "over", "regarding", "concerning")
_DISCUSSING = frozenset({"discuss", "negotiate", "address", "debate", "prepare", "review", "coordinate", "tackle"})
# "Is due to meet": it lies ahead.
_ARRANGED = frozenset({"due", "set", "slated", "scheduled", "expected"})
# What follows a meeting at once and tells where and when it is; so many words on, the place or day may end.
_FIXED = frozenset({"held", "planned", "scheduled", "set", "due", "slated", "expected", "convened"})
_BEHIND = 12
# "Postponed to Friday" tells when it is to be; "postponed on Friday" when that was said.
_PUT_OFF = frozenset({"to", "until", "till"})
_TOWNS = frozenset({"city", "town", "village", "port", "capital", "resort", "province", "region", "island"})
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
            draft.aside |= child.lemma_.lower() in words.SIDELINES
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
            if case in cases and (place := self.place(child)) is not None:
                draft.settle(place)
            elif case in _PLACING or case in ("on", "during"):
                self._venue(draft, child)
            if case in _TOPICS and draft.topic is None and self._is_topic(child, mention, token):
                draft.topic = self._words(child, case)
        if draft.place is None and token.pos_ == "VERB":
            self._before_day(draft, token)
        if draft.status == "unknown":
            draft.status = self.status(draft, token)

    def place(self, token: Token) -> Mention | None:
        """The place that a phrase names, also by what it is: "in the Chinese city of Xiamen"."""
        names = [child for child in token.children if case_of(child) == "of"] if token.lemma_ in _TOWNS else []
        found = (mention for each in (token, *names) if (mention := self.mentions.of(each)) is not None)
        return next((mention for mention in found if mention.kind == "place"), None)

    def fixed(self, draft: Draft, noun: Token) -> None:
        """Where and when it is held or to be held, right behind the noun, whatever the tree hangs it on.

        "The second round, held in Vienna on 16 April, ended", "talks due to resume in Paris", "a meeting set for May".
        """
        doc, at, end = noun.doc, noun.i + 1, noun.sent.end
        at += at < end and doc[at].text == ","
        if at >= end or doc[at].lower_ not in _FIXED or any(grammar.children(doc[at], "aux", "nsubj")):
            return
        for token in doc[at + 1 : min(at + _BEHIND, end)]:
            if token.tag_ in _FINITE or token.tag_ == "MD" or token.text in (",", ";"):
                break
            mention = self.mentions.of(token)
            if mention is not None and mention.kind == "date" and draft.time is None:
                draft.time = self._planned_for(mention) if doc[at].lower_ != "held" else self._past(mention)
            elif mention is not None and mention.kind == "place" and case_of(self.mentions.head(mention)) in _PLACING:
                draft.settle(mention)
        if draft.status == "unknown":
            draft.status = "held" if doc[at].lower_ == "held" else self.status(draft, doc[at])

    def _past(self, mention: Mention) -> Time | None:
        return times.normalise(self.mentions.text[slice(*mention.span)], self.published, "past")

    def _planned_for(self, mention: Mention) -> Time | None:
        """When something is or was to be: of the day before publication and the one after it the nearer one.

        What "had been planned for January", and in February has come to nothing, was to be the month before.
        """
        readings = [times.normalise(self.mentions.text[slice(*mention.span)], self.published, "past")]
        readings.append(times.normalise(self.mentions.text[slice(*mention.span)], self.published, "future"))
        published = self.published
        found = [one for one in reversed(readings) if one is not None]
        if published is None or len(found) < len(readings):
            return found[0] if found else None
        return min(found, key=lambda time: min(abs((day - published).days) for day in time.days()))

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
            if mention is None or mention.kind != "date" or draft.time is not None:
                continue
            if _calls_off(token) and case_of(child) not in _PUT_OFF and not self._is_ahead(self._past(mention)):
                continue  # "cancelled on Friday", not "cancelled a trip next week"
            draft.time = self._time(mention, token)

    def _is_ahead(self, time: Time | None) -> bool:
        return time is not None and self.published is not None and time.days()[0] > self.published

    def _time(self, mention: Mention, token: Token) -> Time | None:
        """The date of a verb in its context; that of a noun by its own words: "Monday's meeting" tells the day."""
        verb = token if token.pos_ == "VERB" else grammar.clause(token)
        if _was_planned(verb):
            return self._planned_for(mention)
        tense = "future" if _planned(token, verb) or _is_scheduled(verb) else grammar.tense(verb)
        if token.pos_ == "VERB":
            return times.read(self.mentions.text, [times.Mark(mention.span, tense)], self.published)
        return times.normalise(self.mentions.text[slice(*mention.span)], self.published, tense)

    def _venue(self, draft: Draft, child: Token) -> None:
        """Where a building or an event is: "at the Palais in Geneva", "on the sidelines of a forum in Rome"."""
        for inner in child.subtree:
            mention = self.mentions.of(inner)
            if mention is not None and mention.kind == "date" and draft.time is None and not _calls_off(child.head):
                draft.time = self._time(mention, draft.head)
            if mention is None or mention.kind != "place" or inner.i == child.i or inner.dep_ == "nmod:poss":
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
        if _proposed(verb):
            return "unknown"
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


def _proposed(verb: Token) -> bool:
    """Somebody offers or asks that it be: "offered to host a meeting", "has asked the council to meet"."""
    above = [verb, *list(grammar.ancestors(verb))[:1]] if verb.dep_ in ("xcomp", "ccomp") else [verb]
    return any(each.lemma_ in words.PROPOSING and not is_passive(each) for each in above)


def _was_planned(verb: Token) -> bool:
    """It was to be then: "had been planned for January", "were to have met on Friday"."""
    helpers = {child.lower_ for child in grammar.children(verb, "aux")}
    if verb.lemma_.lower() in words.PLANNING | _ARRANGED and "had" in helpers:
        return True
    return verb.tag_ == "VBN" and {"to", "have"} <= {child.lower_ for child in verb.lefts}


def _calls_off(verb: Token) -> bool:
    """The verb tells that something is called off: its own day is not that of the meeting."""
    if verb.pos_ != "VERB" or verb.lemma_ not in words.CALLING_OFF:
        return False
    return verb.lemma_ not in ("call", "put") or any(child.lower_ == "off" for child in verb.children)


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
    passive = verb.tag_ == "VBN" and any(child.lower_ == "be" for child in verb.children)  # "is to be held"
    marked = (verb.tag_ == "VB" or passive) and any(child.lower_ == "to" for child in verb.children)
    # "is to meet"; "an order to meet"; after another verb in the past the purpose may be reached.
    return marked and (verb.head.lemma_ == "be" or verb.dep_ in ("acl", "ROOT"))


def called_off(head: Token) -> bool:
    """The verb that governs the meeting, or a participle beside it, calls it off."""
    ahead = grammar.tense(head.head) == "future" or _planned(head.head, head.head)
    if head.dep_ == "obl" and ahead:
        return False  # "will fly to Oslo", "are to fly to Oslo for talks that were postponed in May"
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
    """Nobody meets: the verb is negated, refused or a mere condition, or it depends on one that is."""
    if grammar.negated(verb) or _is_condition(verb):
        return True
    if verb.dep_ in ("xcomp", "ccomp", "acl", "advcl") and verb.head.i != verb.i:
        above = verb.head
        if above.lemma_.lower() in words.REFUSING or (verb.tag_ in ("VB", "VBG") and grammar.negated(above)):
            return True
        return verb.tag_ == "VB" and _is_condition(above)  # "if the government agreed to receive him"
    return False


def _is_condition(verb: Token) -> bool:
    return any(child.lower_ in _CONDITIONS and child.dep_ == "mark" for child in verb.children)
