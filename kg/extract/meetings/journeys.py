"""Journeys: who travels, is sent or is expected where, and when; what of it tells of a visit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.meetings.drafts import Draft
from kg.extract.meetings.occasions import Occasions
from kg.extract.meetings.participants import take
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar
from kg.extract.syntax.sides import after, doers, is_passive, undergoers
from kg.extract.words import meetingwords as words
from kg.extract.words.envoys import ENVOYS, SENT, envoys_of
from kg.model import Mention


@dataclass(frozen=True, slots=True)
class JourneyReader:
    """Reads visits off the words of one article that tell of travelling."""

    mentions: Mentions
    occasions: Occasions

    def read(self, verb: Token) -> Draft | None:
        """Somebody travels somewhere; where it is for a meeting, the meeting tells it."""
        if _is_for_meeting(verb) or (verb.lemma_ in words.DEPARTING and destination(self.mentions, verb) is None):
            return None
        draft = Draft(head=verb, format="visit")
        who = doers(verb)
        people = take(self.mentions, draft, who, "visitor")
        self.occasions.read(draft, verb)
        draft.place = destination(self.mentions, verb)
        sent = any(each.tag_ in ("NNS", "NNPS") and envoys_of(each) for each in who)  # "the ministers of Mali"
        persons = sent or all(one.mention.kind == "person" for one in draft.participants.values())
        if not people or draft.place is None or not persons:
            return None
        inviting = next((child for child in verb.children if child.lemma_ == "invitation"), None)
        if inviting is not None:
            take(self.mentions, draft, after(inviting, "of", "from", "by"), "host")
            return draft
        day = draft.time is not None and draft.time.granularity == "day"
        lies_ahead = draft.status == "planned" and draft.time is not None
        if (
            verb.lemma_ == "go"
            and draft.status == "planned"
            and verb.i + 1 < grammar.sentence_end(verb)
            and verb.nbor().lower_ == "on"
        ):
            return draft  # "will go on to Cairo", whenever it is
        if verb.lemma_ in words.PLAIN_JOURNEYS and not (lies_ahead or day):
            return None
        return draft if draft.time is not None or verb.lemma_ not in ("go", "come", "return") else None

    def sent(self, verb: Token) -> Draft | None:
        """Somebody sends a delegation somewhere: he visits the place by it."""
        envoys = [one for one in undergoers(verb) if one.lemma_.lower() in SENT]
        draft = Draft(head=verb, format="visit")
        ministers = [one for one in undergoers(verb) if one.tag_ == "NN" and one.lemma_.lower() in ENVOYS]
        people = [one for one in ministers if any(grammar.children(one, "nmod:poss"))]
        envoys = envoys or people  # "will send its foreign minister to Oslo", who visits it himself
        sender = bool(envoys) and take(self.mentions, draft, people or doers(verb), "visitor")
        draft.place = destination(self.mentions, verb)
        for each in envoys if draft.place is None else ():
            draft.place = destination(self.mentions, each)  # where the tree hangs the place on them
        if not sender or draft.place is None:
            return None
        self.occasions.read(draft, verb)
        return draft

    def due(self, due: Token) -> Draft | None:
        """Somebody is expected somewhere: "who had been due in Oslo on Thursday"."""
        who = [due.head] if due.dep_ == "acl:relcl" else [child for child in due.lefts if child.dep_ == "nsubj"]
        return self._awaited(due, who)

    def expected(self, verb: Token) -> Draft | None:
        """Somebody is expected somewhere: "is expected in Paris on Wednesday"."""
        if not is_passive(verb) or any(grammar.children(verb, "xcomp", "ccomp")):
            return None
        return self._awaited(verb, undergoers(verb))

    def _awaited(self, head: Token, who: Iterable[Token]) -> Draft | None:
        """People who will be somewhere some day."""
        draft = Draft(head=head, format="visit", status="planned")
        people = take(self.mentions, draft, who, "visitor")
        draft.place = first_place(self.mentions, after(head, "in", "at"))
        self.occasions.read(draft, head)
        persons = all(one.mention.kind == "person" for one in draft.participants.values())
        return draft if people and persons and draft.place is not None and draft.time is not None else None

    def along(self, draft: Draft, journey: Token) -> None:
        """Where and when, told by the journey to a meeting: "will travel to Vienna on Monday to meet"."""
        status = draft.status
        told = Draft(head=draft.head, format="visit", status="planned")
        self.occasions.read(told, journey)
        if draft.place is None and told.place is not None:
            draft.place = told.place
            take(self.mentions, draft, doers(journey), "visitor")
        if draft.time is None and told.time is not None:
            draft.time = told.time
            status = self.occasions.status(draft, journey)
        draft.status = status


def _is_for_meeting(verb: Token) -> bool:
    """What is said beside the journey tells of a meeting: "flew to Oslo for talks", "to meet", "to attend a summit"."""
    purposes = list(grammar.children(verb, "advcl", "xcomp", "conj", "obl"))
    of = [each for one in purposes if one.pos_ == "NOUN" for each in after(one, "of")]  # "for two days of talks"
    purposes += [each for each in of if words.NOUNS.get(each.lemma_) != "visit"]  # "on the first leg of a tour"
    for purpose in purposes:
        if purpose.lemma_ in words.VERBS or purpose.lemma_ in words.NOUNS or purpose.lemma_ == "brief":
            return True
        if purpose.lemma_ in words.ATTENDING | words.HOLDING:
            told = [words.noun_of(each) for each in grammar.children(purpose, "obj", "obl")]
            trip = purpose.lemma_ in words.CALLING_OFF and any(words.NOUNS.get(each or "") == "visit" for each in told)
            if any(told) and not trip:
                return True  # not "was to fly to Oslo but cancelled the trip"
    return False


def leads(verb: Token) -> bool:
    """Somebody travels at the head of others: "is leading a delegation to Geneva"."""
    led = verb.lemma_ in ("lead", "head") and any(one.lemma_ in SENT for one in undergoers(verb))
    return led and not _is_for_meeting(verb)


def destination(mentions: Mentions, verb: Token) -> Mention | None:
    """The place to which a journey leads."""
    if verb.lemma_ in words.DEPARTING:
        return first_place(mentions, after(verb, "for"))
    cases = ("in", "at") if verb.lemma_ == "arrive" else ("for", "to") if verb.lemma_ == "head" else ("to", "into")
    return first_place(mentions, after(verb, *cases))


def first_place(mentions: Mentions, phrases: Iterable[Token]) -> Mention | None:
    """The first place among phrases."""
    found = (mention for each in phrases if (mention := mentions.of(each)) is not None)
    return next((mention for mention in found if mention.kind == "place"), None)
