"""The clause around a noun that tells of a meeting: who holds or attends it, where and when.

"The ministers held talks", "arrived for the summit", "warned him in a call".
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.meetings.drafts import Draft
from kg.extract.meetings.journeys import JourneyReader, destination
from kg.extract.meetings.meetingphrases import (
    agreed_before,
    ahead,
    held_with,
    is_at,
    is_between,
    is_judged,
    is_own,
    is_with,
)
from kg.extract.meetings.occasions import Occasions
from kg.extract.meetings.participants import guests, take
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.sides import after, case_of, doers, is_passive, undergoers
from kg.extract.words import meetingwords as words
from kg.model import ParticipantRole

# The subject of what is said "after talks with X" is the other side.
_BESIDE = frozenset("at after before during following in ahead for from to of since on out".split())
# Of what is only spoken of.
_ABOUT = frozenset({"to", "for", "from", "of", "on", "out"})
# Several who agree then have done so there, or have met before they did.
_THEREBY = frozenset({"in", "during", "at", "after", "following"})
# Who does so to a meeting of others is none of them.
_PROPOSING = frozenset({"propose", "suggest", "request", "demand", "want", "seek"})
# Whose a trip is, told by what they are of: not his who calls it off.
_OFFICIAL = frozenset({"congressional", "parliamentary", "ministerial", "presidential", "royal", "papal"})
# In these one says something after a meeting.
_SAYINGS = frozenset({"statement", "remark", "comment", "tweet", "post", "message", "speech", "interview"})
_PHASES = frozenset({"begin", "start", "continue", "keep", "finish"})
_IS = frozenset({"VBZ", "VBP", "VBD"})
_LIKE_PASSIVES = frozenset({"due", "set", "slated", "scheduled", "expect"})


@dataclass(frozen=True, slots=True)
class ClauseReader:
    """Reads what the clauses around the nouns of one article tell of meetings."""

    mentions: Mentions
    occasions: Occasions

    def read(self, draft: Draft, noun: Token) -> None:
        """What the clause around tells: who holds or attends it, where, when."""
        verb = _governing(noun)
        if verb.lemma_ in _PHASES and noun.i > verb.i:  # "began arriving in Oslo for talks", hung on "began"
            verb = next((one for one in grammar.children(verb, "xcomp") if verb.i < one.i < noun.i), verb)
        if any(grammar.children(noun, "cop")):  # "is on a visit to", "was at the summit"
            visiting = draft.format == "visit"
            if case_of(noun) in ("on", "at", "in"):
                who = [subjects.antecedent(child) for child in noun.lefts if child.dep_ == "nsubj"]
                if noun.dep_ == "acl:relcl":
                    who = [noun.head]
                take(self.mentions, draft, who, "visitor" if visiting else "party")
                if draft.status == "unknown" and any(one.tag_ in _IS for one in grammar.children(noun, "cop")):
                    draft.status = "held"
            return
        at = case_of(noun) in ("for", "on", "at", "in")
        if at and any(is_at(self.mentions, self.occasions, draft, each) for each in (verb, ahead(noun))):
            return
        predicate = verb.pos_ in ("VERB", "AUX") or any(grammar.children(verb, "cop"))
        if not predicate or verb.i == noun.i or (not case_of(noun) and is_judged(noun, verb)):
            return
        case = "" if verb.lemma_ == "preside" else case_of(noun)
        is_subject = noun.i < verb.i and not case
        asked = [one for one in undergoers(verb) if one.i != noun.i]
        if case == "to" and verb.lemma_ in words.ASKING and noun.lemma_ not in words.FEASTS and asked:
            take(self.mentions, draft, doers(verb), "host")  # "called producers to a meeting on Monday"
            take(self.mentions, draft, asked, "party")
            self.occasions.called(draft, verb)
        passive = is_passive(verb)
        if is_subject or (not case and verb.lemma_ in words.HOLDING | words.HOSTING | words.TELLING):
            for each in (verb, *(grammar.children(verb, "xcomp") if verb.lemma_ == "co" else ())):  # "co-chaired it"
                self.occasions.read(draft, each)
        there = self.occasions.place(verb) if is_subject and any(grammar.children(verb, "cop")) else None
        if there is not None and case_of(verb) in ("in", "at"):
            draft.settle(there)  # "the next meeting will be in Oslo"
        if grammar.negated(verb) or (verb.dep_ == "xcomp" and verb.tag_ == "VB" and grammar.negated(verb.head)):
            return  # "were not allowed to take part in the talks"
        if verb.tag_ == "VB" and not case and verb.head.lemma_ in words.JOURNEYS and verb.lemma_ in words.HOLDING:
            JourneyReader(self.mentions, self.occasions).along(draft, verb.head)  # "arrived on Monday to begin talks"
        if verb.dep_ == "xcomp" and verb.head.lemma_ in words.SCHEDULING and not case:
            self.occasions.read(draft, verb.head)  # "is scheduled to hold a meeting | on Tuesday"
        if is_subject and not draft.participants:
            take(self.mentions, draft, agreed_before(verb), "party")
        if is_subject and passive and verb.lemma_ != "request":  # at whose request others sit
            self._holders(draft, verb, list(after(verb, "by")))
            for each in (verb, *grammar.children(verb, "xcomp")):  # "a meeting is expected to be held between"
                take(self.mentions, draft, held_with(draft, each), "party")
        elif (
            is_subject and verb.lemma_ in words.HOLDING and take(self.mentions, draft, after(verb, "between"), "party")
        ):
            pass  # "talks began on Monday between the union and the government"
        elif is_subject and verb.lemma_ == "bring":
            take(self.mentions, draft, undergoers(verb), "party")  # "brought together envoys from A and B"
        elif not case and noun.i > verb.i:
            if verb.lemma_ == "pay":
                self._paid(draft, verb)
            more = "to" if noun.lemma_ == "audience" else "from" if draft.format == "call" else "between"
            if verb.lemma_ not in words.AGREEING:  # "discussed with reporters a talk that she had had"
                take(self.mentions, draft, after(verb, "between", "among", "with", "alongside", more), "party")
            if noun.lemma_ in words.FEASTS:  # "will host a dinner on Friday for the president"
                take(self.mentions, draft, after(verb, "for"), "visitor")
            visitor = draft.format == "visit" and take(self.mentions, draft, after(verb, "by"), "visitor")
            guests = [child for child in noun.children if case_of(child) == "by"]
            if verb.lemma_ in words.CALLING_OFF and guests:
                if any(child.tag_ == "PRP$" for each in guests for child in each.children):
                    return  # "called off a visit by its observers": whose they are is no host
                visitor = True  # "has postponed a visit by the minister": he was to come to them
            if verb.lemma_ in words.CALLING_OFF and draft.format == "visit" and _is_of_others(self.mentions, noun):
                return  # who "cancelled a congressional trip" was not to make it
            proposing = verb.lemma_ in _PROPOSING or (verb.lemma_ == "arrange" and len(draft.participants) > 1)
            if proposing and draft.participants and not any(after(noun, "with")):
                return  # who "proposed a meeting of the two ministers" need not be there
            self._holders(draft, verb, doers(verb), guest=visitor)
        elif case in _BESIDE:
            self._beside(draft, noun, verb)

    def _paid(self, draft: Draft, verb: Token) -> None:
        """Whom one pays a visit: "paid a courtesy call on President X", "paid him a visit"."""
        draft.format, draft.topic = "visit", None  # what is behind "on" is no matter
        take(self.mentions, draft, [*grammar.labelled(verb, "iobj"), *after(verb, "on", "to")], "host")
        take(self.mentions, draft, after(draft.head, "on"), "host")

    def _holders(self, draft: Draft, verb: Token, who: list[Token], *, guest: bool = False) -> None:
        """Who holds, hosts or brokers what the noun names."""
        if verb.lemma_ in words.MEDIATING or is_between(draft, verb, who):
            role: ParticipantRole = "mediator"
        elif (
            verb.lemma_ in ("host", "organise", "organize", "chair", "preside")
            or (guest and draft.format == "visit")
            or (verb.lemma_ in ("give", "throw") and draft.head.lemma_ in words.FEASTS)
        ):
            role = "host"
        elif verb.lemma_ in words.HOLDING | words.TELLING | {"lead"}:
            known = any(one.role == "visitor" for one in draft.participants.values()) and not is_own(
                self.mentions, noun=draft.head, who=who
            )
            role = "party" if draft.format != "visit" else "host" if known else "visitor"
        else:
            return
        take(self.mentions, draft, who, role)

    def _beside(self, draft: Draft, noun: Token, verb: Token) -> None:
        """The subject of "took part in", "arrived for", or of what was said "after talks with X"."""
        one_sided = len(draft.participants) == 1 or (bool(draft.participants) and is_with(noun))
        owned = any(child.ent_type_ != "DATE" for child in grammar.labelled(noun, "nmod:poss"))
        case, visiting = case_of(noun), draft.format == "visit"
        attending = verb.lemma_ in words.ATTENDING | _LIKE_PASSIVES and case not in words.NOT_THEN
        a_visit = case == "on" and visiting and any(child.lower_ in ("a", "an") for child in noun.lefts)
        if case in _ABOUT and not attending and not is_with(noun) and not a_visit:  # "said Dahl, on a visit to Oslo"
            return  # who "called for a meeting of the council", or "referred to" it, need not be there
        alone = noun.lemma_ == "meeting" and noun.nbor(-1).lower_ == case  # "said after meeting in Oslo"
        if attending or (not owned and (one_sided or visiting or (alone and case in words.NOT_THEN))):
            who = undergoers(verb) if is_passive(verb) else doers(verb)
            came = attending and verb.lemma_ in words.JOURNEYS and draft.format in ("talks", "meeting")
            if (visiting and not attending) or (came and not one_sided):
                people = guests(self.mentions, draft, who) if came or case in _THEREBY | {"on"} else []
                came, who = came and bool(people), people or (who if came else [])
            take(self.mentions, draft, who, "visitor" if visiting or came else "party")
        if case in words.DURING and draft.format not in ("visit", "conference"):
            self.occasions.then(draft, verb)
        if verb.lemma_ == "join":
            take(self.mentions, draft, undergoers(verb), "party")
        if attending and verb.lemma_ in words.JOURNEYS and draft.place is None:
            draft.place = destination(self.mentions, verb)
        if not draft.participants and not owned and case in _THEREBY and not visiting:
            self._exchanged(draft, verb, told=verb.lemma_ in words.TELLING and case not in words.NOT_THEN)
        if attending:
            status, time = draft.status, draft.time
            self.occasions.read(draft, verb)
            if time is None and draft.time is not None:
                draft.status = self.occasions.status(draft, verb)
            elif status != "unknown":
                draft.status = status

    def _exchanged(self, draft: Draft, verb: Token, *, told: bool) -> None:
        """Those of whom a clause tells what they did to each other: "warned him in a call", "agreed after talks"."""
        while verb.dep_ == "xcomp" or verb.tag_ == "VBG":  # "agreed to set up a hotline after talks"
            above = verb.head.head if verb.head.pos_ == "NOUN" else verb.head  # "reviewed ways of boosting ties"
            if above.lemma_ not in words.AGREEING | words.CONCLUDING or above.i == verb.i:
                break
            verb = above
        # Several who do anything at talks are there.
        there = case_of(draft.head) in words.DURING and draft.format in ("talks", "summit")
        there = not draft.definite and (there or verb.lemma_ in words.CONCLUDING)
        beside = Draft(head=draft.head, format=draft.format)
        who = take(self.mentions, beside, doers(verb), "party")
        if told:
            heard = [one for one in undergoers(verb) if one.dep_ in ("obj", "iobj")] or list(after(verb, "to"))
            who = take(self.mentions, beside, heard, "party") and who
        elif verb.lemma_ not in words.AGREEING and not there:
            return
        if who and (len(beside.participants) > 1 or beside.together or draft.format == "summit"):
            draft.participants |= beside.participants
            draft.together |= beside.together
            self.occasions.reached(draft, verb)
            self.occasions.read(draft, verb)


def _governing(noun: Token) -> Token:
    """The verb in whose clause the meeting is told, where the tree hangs the meeting on a noun there."""
    above, case = noun.head, case_of(noun)
    if above.lemma_ in _SAYINGS and case_of(above) == "in" and case in words.NOT_THEN:
        return above.head  # "said in a statement issued after talks with Dahl"
    if case not in words.DURING:
        return above
    if case == "at":  # "stressed the need for peace at talks with Dahl"
        while above.dep_ == "nmod" and above.pos_ == "NOUN" and above.lemma_ not in words.NOUNS and not above.ent_type_:
            above = above.head
    if above.dep_ == "obj" and above.lemma_ not in words.NOUNS:
        return above.head  # "reached a deal at talks in Rome"
    return noun.head


def _is_of_others(mentions: Mentions, trip: Token) -> bool:
    """Before the noun stands whose trip it is: "a Democratic congressional trip", "a Commission visit"."""
    before = [mentions.of(child) for child in grammar.children(trip, "amod", "compound")]
    bodies = any(one is not None and one.kind in ("organization", "group") for one in before)
    return bodies or any(child.lower_ in _OFFICIAL for child in grammar.children(trip, "amod", "compound"))
