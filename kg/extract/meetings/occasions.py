"""Occasions: where and when a meeting is and what it is about, as the words around tell."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.meetings import bearings, topics
from kg.extract.meetings.bearings import (
    day_before,
    day_behind,
    is_since,
    joined,
    just_after,
    place_behind,
    there,
    whither,
)
from kg.extract.meetings.calendar import Calendar
from kg.extract.meetings.drafts import Draft
from kg.extract.meetings.prospects import (
    calls_off,
)
from kg.extract.syntax import grammar, nounphrases
from kg.extract.syntax.grammar import TENSED
from kg.extract.syntax.sides import case_of
from kg.extract.times import times
from kg.extract.words import meetingwords as words
from kg.model import MeetingFormat, Mention

_PLACING = ("in", "at", "near", "outside")
_PLACES: dict[MeetingFormat, tuple[str, ...]] = {"visit": (*_PLACING, "to", "into", "of")}
# What follows a meeting at once and tells where and when it is; so many words on, the place or day may end.
_FIXED = frozenset({"held", "planned", "scheduled", "set", "due", "slated", "expected", "convened"})
_BEHIND = 12
# "Postponed to Friday" tells when it is to be; "postponed on Friday" when that was said.
_PUT_OFF = frozenset({"to", "until", "till"})

# What is talked about and is somewhere.
_LOCATED = frozenset(
    "situation crisis conflict war fighting violence unrest famine coup ceasefire truce offensive election".split()
)


@dataclass(frozen=True, slots=True)
class Occasions(Calendar):
    """Reads the circumstances of the meetings of one article."""

    def read(self, draft: Draft, token: Token) -> None:
        """Adds what the dependents of a verb or noun tell of place, time and topic, and the status."""
        cases = _PLACES.get(draft.format, _PLACING)
        if draft.place is None and token.pos_ == "VERB":
            self._before_day(draft, token)
        for child in token.children:
            label = child.dep_.partition(":")[0]
            if label in ("advcl", "xcomp", "acl"):
                topics.discussed(self.mentions, draft, child)
            if draft.time is None:
                self.date(draft, token, child)
            if label == "advmod" and child.lower_ in ("here", "there"):
                self.read(draft, child)  # "here in Astana"
                draft.there |= child.lower_ == "there"
            where = self.mentions.of(token.head) if child.lower_ == "where" and token.dep_ == "acl:relcl" else None
            if child.lower_ == "where" and (where is None or where.kind != "place"):
                where = whither(token, self.mentions)
            if where is not None and where.kind == "place":
                draft.settle(where)  # "in Muscat, where Oman had hosted a round"
            if child.lower_ == "when" and draft.time is None:
                self._when(draft, token, child)
            case = case_of(child)
            if not case or child.i == draft.head.i or child.pos_ not in ("NOUN", "PROPN", "NUM"):
                continue
            if case in cases and (place := self.place(child)) is not None:
                draft.settle(place)
            elif case in _PLACING or case in ("on", "during") or (draft.time is not None and child.ent_type_ == "DATE"):
                self._venue(draft, child)
            draft.topic = draft.topic or topics.beside(self.mentions, child, token, draft.head)
        if draft.time is None and token.pos_ == "VERB":
            self._elsewhere(draft, token)
        if draft.place is None and token.i == draft.head.i and (behind := place_behind(token, self.mentions)):
            draft.settle(behind)
        if draft.status == "unknown":
            draft.status = self.status(draft, token)

    def _elsewhere(self, draft: Draft, verb: Token) -> None:
        """The day that the tree hangs on who is met, or on the journey to where it is told."""
        meeting = (words.VERBS.keys() | words.HOLDING | words.ATTENDING) - words.CALLING_OFF
        behind = day_behind(verb, self.mentions) if verb.lemma_ in meeting else None
        if behind is not None:
            draft.time = self.time(draft, behind, verb)
        elif (leading := bearings.journey(verb) or just_after(verb) or joined(verb)) is not None:
            for child in leading.children:
                self.date(draft, leading, child)

    def _when(self, draft: Draft, verb: Token, when: Token) -> None:
        """The day, and the place, that "when" takes up: "will be back in Oslo on Friday, when he will brief them"."""
        day, above = day_before(when, self.mentions)
        if day is not None:
            draft.time = self.time(draft, day, above if above is not None and grammar.tense(verb) is None else verb)
            place = next(filter(None, map(self.place, there(self.mentions.head(day), when))), None)
            if place is not None and draft.format != "visit":
                draft.settle(place)

    def called(self, draft: Draft, verb: Token) -> None:
        """When those are to come whom somebody calls to a meeting: "called them to a meeting on Monday"."""
        own = list(draft.head.rights)  # in some trees the day hangs on the meeting
        behind = ((one, child in own) for child in (*own, *verb.rights) if (one := self.mentions.of(child)) is not None)
        day, of_meeting = next((each for each in behind if each[0].kind == "date"), (None, False))
        if day is not None and (draft.time is None or of_meeting) and day.start > draft.head.idx:
            # Who is summoned comes at once; an invitation is for later.
            draft.time = self.past(day) if verb.lemma_ == "summon" else self.planned_for(day, soon=True)
        dated = self.by_date(draft.time, verb)
        draft.status = dated or ("unknown" if any(child.lower_ == "had" for child in verb.lefts) else "planned")

    def then(self, draft: Draft, verb: Token) -> None:
        """The day behind a meeting at which something was done, by the verb: "raised it in a call with X on Sunday"."""
        dates = [child for child in verb.rights if child.i > draft.head.i and case_of(child) in ("on", "")]
        for child in dates if grammar.tense(verb) == "past" else ():
            if draft.time is None and (day := self.mentions.of(child)) is not None and day.kind == "date":
                draft.time = self.past(day)
                draft.status = draft.status if draft.status == "called_off" else "held"

    def reached(self, draft: Draft, verb: Token) -> None:
        """When it was, by the day something was agreed there: "agreed in January after talks to set up a hotline"."""
        if draft.time is None and grammar.tense(verb) == "past":
            beside = filter(None, map(self.mentions.of, verb.rights))
            marks = [times.Mark(one.span, "past") for one in beside if one.kind == "date"]
            draft.time = times.read(self.mentions.text, marks[:1], self.published) if marks else None
            draft.status = "held"

    def among(self, draft: Draft) -> None:
        """The place that the tree hangs on those who are met: "met officials in Geneva"."""
        for one in draft.participants.values() if draft.place is None and draft.format != "visit" else ():
            head = self.mentions.head(one.mention)
            several = one.mention.form == "description" and head.tag_ == "NNS"
            if not (several or (one.mention.kind == "person" and head.dep_ == "conj")) or head.i < draft.head.i:
                continue  # "met officials and Minister X in Geneva", not "met the consul in Geneva"
            for child in head.rights:
                if case_of(child) in ("in", "at")[: 1 + several] and (place := self.place(child)) is not None:
                    draft.settle(place)

    def place(self, token: Token) -> Mention | None:
        """The place that a phrase names, also by what it is: "in the Chinese city of Xiamen"."""
        return bearings.named(token, self.mentions)

    def fixed(self, draft: Draft, noun: Token) -> None:
        """Where and when it is held or to be held, right behind the noun, whatever the tree hangs it on.

        "The second round, held in Vienna on 16 April, ended", "talks due to resume in Paris", "a meeting set for May".
        """
        doc, at, end = noun.doc, noun.i + 1, grammar.sentence_end(noun)
        at += at < end and doc[at].text == ","
        for token in doc[noun.i + 1 : min(noun.i + _BEHIND, end - 1)]:  # "talks between A and B, due to start in Rome"
            if token.lower_ == "held" and token.dep_ == "acl" and not any(grammar.children(token, "nsubj")):
                at = token.i  # "a meeting between officials of the two countries held in Oslo"
                break
            if token.pos_ in ("VERB", "AUX"):
                break
            if token.text == "," and token.nbor().lower_ in ("due", "planned", "scheduled", "set"):
                at = token.i + 1
                break
        if at >= end or doc[at].lower_ not in _FIXED or any(grammar.children(doc[at], "aux", "nsubj")):
            return
        for token in doc[at + 1 : min(at + _BEHIND, end)]:
            if token.tag_ in TENSED or token.tag_ == "MD" or token.text in (",", ";"):
                break
            mention = self.mentions.of(token)
            if mention is not None and mention.kind == "date" and draft.time is None:
                draft.time = self.planned_for(mention) if doc[at].lower_ != "held" else self.past(mention)
            elif mention is not None and mention.kind == "place" and case_of(self.mentions.head(mention)) in _PLACING:
                draft.settle(mention)
        if draft.status == "unknown":
            draft.status = "held" if doc[at].lower_ == "held" else self.status(draft, doc[at])

    def _before_day(self, draft: Draft, verb: Token) -> None:
        """The place right before the day, whatever the tree hangs it on: "met General X | in Port Sudan on Sunday"."""
        for child in verb.rights:
            mention = self.mentions.of(child)
            first = nounphrases.base_phrase(child)[0].i - (case_of(child) == "on")
            if mention is None or mention.kind != "date" or first - 1 <= verb.i:
                continue
            last = verb.doc[first - 1]
            place = self.mentions.of(last)
            if place is not None and place.kind == "place" and case_of(self.mentions.head(place)) in _PLACING:
                draft.settle(place)

    def date(self, draft: Draft, token: Token, child: Token) -> None:
        """The day that a dependent names, by itself or in its phrase: "on Monday", "Monday's", "Tuesday night"."""
        if child.pos_ in ("VERB", "AUX") or draft.time is not None or bearings.is_beyond(child, token):
            return
        # "Her visit reminds me of his trip to Oslo in 1985": that is the day of the other.
        other = child.pos_ == "NOUN" and words.noun_of(child) is not None and draft.head.i not in (child.i, token.i)
        for word in (child, *grammar.children(child, "compound", "nmod", "appos", "conj")) if not other else ():
            mention = self.mentions.of(word)
            if mention is None or mention.kind != "date" or draft.time is not None:
                continue
            if "since" in (case_of(child), case_of(word)) or is_since(mention, token, self.mentions):
                continue
            if calls_off(token) and case_of(child) not in _PUT_OFF and not self.is_ahead(self.past(mention)):
                continue  # "cancelled on Friday", not "cancelled a trip next week"
            draft.time = self.time(draft, mention, token)

    def _venue(self, draft: Draft, child: Token) -> None:
        """Where a building or an event is: "at the Palais in Geneva", "on the sidelines of a forum in Rome"."""
        elsewhere = case_of(child) == "on" and child.lemma_ in _LOCATED  # "talks on the crisis in Sudan" are not there
        for inner in child.subtree:
            mention = self.mentions.of(inner)
            if mention is not None and is_since(mention, draft.head, self.mentions):
                continue
            if mention is not None and mention.kind == "date" and draft.time is None and not calls_off(child.head):
                draft.time = self.time(draft, mention, draft.head)
            if mention is None or mention.kind != "place" or inner.i == child.i or inner.dep_ == "nmod:poss":
                continue
            if case_of(child) == "on" and case_of(inner) == "at" and inner.head.i != child.i:
                continue  # "talks on the reopening of the border post at Moyale"
            behind = inner.nbor() if inner.i + 1 < len(inner.doc) else inner
            if elsewhere and case_of(inner) in _PLACING:
                elsewhere = False
            elif case_of(inner) in _PLACING or behind.lemma_ in words.NOUNS:  # "on the sidelines of the Rome summit"
                draft.settle(mention)
