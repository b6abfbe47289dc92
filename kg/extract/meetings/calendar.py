"""The calendar of meetings: on which day one is, and by that and the words around whether it is held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from kg.extract.meetings.drafts import Draft
from kg.extract.meetings.prospects import (
    called_off,
    is_aim,
    is_aside,
    is_awaited,
    is_going_on,
    is_offer,
    is_scheduled,
    maybe,
    planned,
    proposed,
    was_planned,
    was_to_be,
)
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar
from kg.extract.syntax.sides import arranged, case_of
from kg.extract.times import times
from kg.extract.words import meetingwords as words
from kg.model import MeetingStatus, Mention, Time

_WEEK = 7  # days in which what may be soon is soon


@dataclass(frozen=True, slots=True)
class Calendar:
    """Reads the days of the meetings of one article, and whether they are held, planned or called off."""

    mentions: Mentions
    published: date | None

    def past(self, mention: Mention) -> Time | None:
        return times.normalise(self.mentions.text[slice(*mention.span)], self.published, "past")

    def _ahead(self, mention: Mention) -> Time | None:
        return times.normalise(self.mentions.text[slice(*mention.span)], self.published, "future")

    def planned_for(self, mention: Mention, *, soon: bool = False) -> Time | None:
        """When something is or was to be: of the day before publication and the one after it the nearer one.

        What "had been planned for January", and in February has come to nothing, was to be the month before. Of a day
        that may be `soon` the one in the week after publication is taken.
        """
        readings = [times.normalise(self.mentions.text[slice(*mention.span)], self.published, "past")]
        readings.append(self._ahead(mention))
        published = self.published
        found = [one for one in reversed(readings) if one is not None]
        if published is None or len(found) < len(readings):
            return found[0] if found else None
        if soon and 0 <= (found[0].days()[0] - published).days < _WEEK:
            return found[0]
        return min(found, key=lambda time: min(abs((day - published).days) for day in time.days()))

    def is_ahead(self, time: Time | None) -> bool:
        return time is not None and self.published is not None and time.days()[0] > self.published

    def time(self, draft: Draft, mention: Mention, token: Token) -> Time | None:
        """The date of a verb in its context; that of a noun by its own words: "Monday's meeting" tells the day."""
        verb = token if token.pos_ == "VERB" else grammar.clause(token)
        if was_planned(verb):  # "was to have met on Monday" may yet; "had been planned for Monday", as a rule not
            return self.planned_for(mention, soon=any(child.lower_ == "to" for child in verb.lefts))
        if was_to_be(verb):  # what has been called off lies ahead as a rule
            ahead = called_off(draft.head)
            return self._ahead(mention) if ahead else self.planned_for(mention, soon=True)
        tense = "future" if planned(token, verb) or is_scheduled(verb) or maybe(verb) else grammar.tense(verb)
        if tense != "future" and case_of(token) == "during":
            tense = "past"  # "fears linger, given the tensions during her visit in April"
        if token.pos_ == "VERB":
            time = times.read(self.mentions.text, [times.Mark(mention.span, tense, own=True)], self.published)
            month = time is not None and time.granularity == "month" and called_off(draft.head)
            return self.planned_for(mention) if month else time  # "planned for April, was called off": in May, the last
        return times.normalise(self.mentions.text[slice(*mention.span)], self.published, tense)

    # ---- whether it is held

    def status(self, draft: Draft, token: Token) -> MeetingStatus:
        """By what is done with it, then by the date against publication, then by the words and the tense."""
        verb = token if token.pos_ in ("VERB", "AUX") else grammar.clause(token)
        if called_off(draft.head):
            return "called_off"
        case = case_of(token)  # "urged him after talks", "is to propose it at the summit"
        beside = is_aside(token, verb) or case in words.AFTER | words.BEFORE
        beside |= (case in words.DURING and verb.lemma_ in words.PROPOSING) or token.head.lemma_ in words.SIDELINES
        if _is_given(draft.head, verb):
            return "held"
        if is_offer(draft.head) or (proposed(verb) and not beside):
            return "unknown"
        if (dated := self.by_date(draft.time, verb)) is not None:
            return dated
        # Not "spoke with him and proposed a summit".
        own = [child for child in token.children if child.dep_ != "conj" and not is_aim(child)]
        if token.pos_ == "VERB":  # nor "spoke with her, who is expected to win"
            own = [
                child for child in own if all(one.tag_ != "WP" for one in grammar.children(child, *grammar.SUBJECTS))
            ]
        around = {child.lower_ for child in own} | {child.lemma_.lower() for child in own}
        if around & words.FAILED:
            return "held"
        eve = token.head.lemma_ == "eve"  # "on the eve of her trip to Asia"
        if eve or case in words.BEFORE or is_awaited(verb) or around & words.PLANNING or planned(token, verb):
            return "planned"
        tense = grammar.tense(verb)
        if is_going_on(verb):
            return "held"
        if around & words.PAST or case in words.AFTER or tense == "past":
            return "held"
        return "planned" if tense == "future" else "unknown"

    def by_date(self, time: Time | None, verb: Token) -> MeetingStatus | None:
        if time is None or self.published is None:
            return None
        first, last = time.days()
        ahead = is_scheduled(verb) or (arranged(verb) is not None and not was_to_be(verb))
        if first > self.published or (first == last == self.published and ahead):
            return "planned"
        if last < self.published or (first == last and grammar.tense(verb) != "future"):
            return "held"
        return None


def _is_given(noun: Token, verb: Token) -> bool:
    """Somebody spoke in an interview, whatever that plans: "stopped short of urging him in an interview"."""
    return noun.lemma_ == "interview" and case_of(noun) in ("in", "during") and grammar.tense(verb) != "future"
