"""Meetings that verbs tell of: "met them", "received the envoy", "visited the port"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extract.meetings.audiences import AudienceReader
from kg.extract.meetings.bearings import led
from kg.extract.meetings.contacts import ContactReader, calling
from kg.extract.meetings.drafts import Draft
from kg.extract.meetings.journeys import JourneyReader, first_place, leads
from kg.extract.meetings.meetingidioms import idiom, is_reception, is_unbound
from kg.extract.meetings.nomeetings import is_crowd, is_none, is_thing, is_throng
from kg.extract.meetings.occasions import Occasions
from kg.extract.meetings.participants import take
from kg.extract.meetings.prospects import unreal
from kg.extract.meetings.signings import signing
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, nounphrases
from kg.extract.syntax.predicates import calls_on
from kg.extract.syntax.sides import after, arranged, case_of, doers, is_passive, undergoers
from kg.extract.syntax.visitors import is_visitor
from kg.extract.words import meetingwords as words
from kg.extract.words.envoys import COUNCILS, ENVOYS

_PURPOSES = ("advcl", "xcomp", "conj")
# To do what one calls somebody up: "called him on Monday to congratulate him".
_PHONING = frozenset(
    "congratulate discuss thank offer express inform tell warn apologise apologize say ask brief invite talk".split()
)
_THINGS = frozenset({"it", "this", "that", "these"})
# Who does so wants or is to see somebody: "has asked to see him", "had planned to see her counterpart".
_SEEKING = frozenset("plan ask want hope schedule expect intend request refuse go travel fly come due agree".split())


class VerbReader:
    """Reads meetings off verbs."""

    def __init__(self, mentions: Mentions, occasions: Occasions) -> None:
        self.mentions = mentions
        self.occasions = occasions
        self.contacts = ContactReader(mentions, occasions)
        self.audiences = AudienceReader(mentions, occasions)
        self.journeys = JourneyReader(mentions, occasions)

    def read(self, verb: Token) -> Draft | None:
        """What a verb tells of a meeting, or None where it tells of none."""
        if unreal(verb) or is_visitor(verb):
            return None
        if is_reception(verb):
            return self._framed(verb, words.RECEIVING)
        if verb.lemma_ in words.VERBS:
            return self._framed(verb, words.VERBS[verb.lemma_])
        if verb.lemma_ in words.SPEAKING or (verb.lemma_ == "agree" and calling(verb)):
            return self.contacts.read(verb)
        if (frame := idiom(verb)) is not None:
            return self._idiom(verb, frame)
        if verb.lemma_ == "sit" and verb.tag_ in ("VBP", "VBZ") and verb.nbor().lower_ != "down":
            return None  # "the bloc in which Chad and Mali sit with Oman"
        if verb.lemma_ == "sit" or (verb.lemma_ == "shake" and any(one.lemma_ == "hand" for one in undergoers(verb))):
            return self._framed(verb, words.Frame("meeting")) if any(after(verb, "with")) else None
        if verb.lemma_ == "see":
            return self._seeing(verb)
        if verb.lemma_ in ("expect", "await"):
            return self.journeys.expected(verb)
        if verb.lemma_ in words.BRIEFING:
            return self._briefing(verb)
        if verb.lemma_ == "summon":
            return self.audiences.summons(verb)
        if verb.lemma_ == "invite":
            return self._invitation(verb)
        if verb.lemma_ == "sign":
            return signing(verb, self.mentions, self.occasions)
        if verb.lemma_ in ("send", "dispatch") or leads(verb):
            return self.journeys.sent(verb)
        if verb.lemma_ in words.JOURNEYS or verb.lemma_ in words.DEPARTING:
            return self.journeys.read(verb)
        return self.audiences.hearing(verb)

    def _framed(self, verb: Token, frame: words.Frame) -> Draft | None:
        if is_none(verb, self.mentions):
            return None
        if verb.lemma_ in ("call", "ring"):
            beside = list(grammar.children(verb, "xcomp", "ccomp", "iobj", "obl", "compound", "advcl"))
            if verb.lemma_ == "call" and (any(one.lower_ == "in" for one in beside) or is_passive(verb)):
                return self.audiences.summons(verb)
            if verb.lemma_ == "call" and calls_on(verb):
                frame = words.Frame("meeting", cases=("on",))
                beside = []
            beside = [one for one in beside if not (one.dep_ == "advcl" and one.lemma_ in _PHONING)]
            if any(not _is_date(one, self.mentions) and not self._is_called(verb, one) for one in beside):
                return None  # "called him a liar", "called on", "called off"; not "called him last night"
            if verb.tag_ in ("VB", "VBP") and any(one.pos_ == "PRON" for one in grammar.children(verb, "obj")):
                return None  # "come when we call them"
        draft = Draft(head=verb, format=frame.format)
        if any(child.lower_ == "again" for child in verb.rights):
            draft.ordinal = "again"
        done_to = verb.lemma_ == "meet" and any(undergoers(verb))
        if (
            done_to
            and (is_passive(verb) or any(is_thing(one, self.mentions) for one in after(verb, "with")))
            and any(after(verb, "with"))
        ):
            return None  # "met protesters with tear gas", "was met with opposition"
        if frame.format == "visit" and any(map(is_throng, (*doers(verb), *undergoers(verb)))):
            return None
        doing, done = self._sides(draft, verb, frame)
        objects = [child for child in grammar.children(verb, "obj") if child.i > verb.i and child.pos_ != "ADV"]
        ends = [one.mention.end for one in draft.participants.values() if one.role == frame.done]
        owned = any(self.mentions.text[end : end + 2] in ("'s", "’s") for end in ends)
        if frame.doing == "host" and (owned or any(one.lower_ in _THINGS for one in objects)):
            return None  # "we welcome it", "welcomed Chad's offer"
        # Not "met behind closed doors", whose label is wrong.
        told = any(not case_of(one) for one in objects) or any(after(verb, *frame.cases))
        if told and not done and frame.least > 1:
            return None  # "met the criteria", "received a letter"
        self._circumstances(draft, verb)
        if frame.format == "visit" and frame.least == 1:
            target = next(iter(undergoers(verb)), None)
            mention = self.mentions.of(target) if target is not None else None
            there = mention if mention is not None and mention.kind == "place" else None
            if target is not None and (there := there or self.occasions.place(target)) is not None:
                draft.settle(there)  # "visited the port of Antwerp"
            elif target is not None and draft.place is None:
                draft.place = first_place(self.mentions, after(target, "in", "near"))  # "visited a plant in Lille"
            guests = (one.mention for one in draft.participants.values() if one.role == "visitor")
            if is_crowd(verb, guests, self.mentions):
                return None
            for span, one in draft.participants.items():  # who visits the wounded is not received by them
                if one.role == "host" and one.mention.kind == "group" and one.mention.form == "description":
                    draft.participants[span] = replace(one, role="party")
            return draft if doing and (done or draft.place is not None) else None
        if doing and done:
            self.occasions.among(draft)
            # Whom "his hosts received him" means is told only with a time or a place.
            known = self._known(draft) and not any(self._is_body(one) for one in undergoers(verb))
            told = frame.format != "visit" or draft.time is not None or draft.place is not None or known
            return draft if told else None
        doing |= draft.together
        if is_crowd(verb, (one.mention for one in draft.participants.values()), self.mentions):
            return None
        return draft if frame.together and (doing or done) and self._several(draft, verb) else None

    def _is_called(self, verb: Token, one: Token) -> bool:
        """The word is who is called up, by name or right after the verb: "called her counterpart on Monday"."""
        if one.ent_type_ == "PER":
            return True
        alone = not any(grammar.children(verb, "obj", "iobj"))
        first = nounphrases.base_phrase(one)[0]
        return alone and one.pos_ == "NOUN" and first.i == verb.i + 1 and self.mentions.of(one) is not None

    def _idiom(self, verb: Token, frame: words.Frame) -> Draft | None:
        """They "came face to face", "got together", one "played host to" the other: what is beside the verb counts."""
        draft = Draft(head=verb, format=frame.format)
        doing = take(self.mentions, draft, doers(verb), frame.doing)
        beside = [each for each in verb.rights if each.dep_ in ("advmod", "advcl", "obj", "compound")]
        done = take(
            self.mentions, draft, [one for each in (verb, *beside) for one in after(each, *frame.cases)], frame.done
        )
        for each in (verb, *beside):
            self.occasions.read(draft, each)
        if is_unbound(verb) and draft.time is None and draft.place is None and draft.status != "held":
            return None  # "every time I get together with friends", "nations must come together"
        return draft if (doing and done) or (frame.together and doing and self._several(draft, verb)) else None

    def _sides(self, draft: Draft, verb: Token, frame: words.Frame) -> tuple[bool, bool]:
        """Takes in the subject, and the object or whom "with" names; whether there was somebody on each side."""
        doing = take(self.mentions, draft, doers(verb), frame.doing)
        done = take(self.mentions, draft, _himself(verb, [*undergoers(verb), *after(verb, *frame.cases)]), frame.done)
        return doing, done

    @staticmethod
    def _known(draft: Draft) -> bool:
        """Nobody who takes part is only described as several people."""
        mentions = [one.mention for one in draft.participants.values()]
        return all(one.kind != "group" or one.form != "description" for one in mentions)

    def _is_body(self, token: Token) -> bool:
        """A body by its name: one may receive other things of it than guests, "receiving a Guinness World Record"."""
        mention = self.mentions.of(token)
        return mention is not None and (mention.kind, mention.form) == ("organization", "name")

    def _several(self, draft: Draft, verb: Token) -> bool:
        """The subject is enough: several people, or a body that meets at some time or place."""
        told = draft.place is not None or draft.time is not None or draft.topic is not None
        if not told and verb.tag_ == "VB" and verb.nbor(min(1, len(verb.doc) - verb.i - 1)).lower_ == "again":
            return False  # "agreed to meet again", some day
        if len(draft.participants) > 1 or draft.together:
            return verb.lemma_ not in ("gather", "assemble", "lunch", "dine", "convene") or told
        kinds = {one.mention.kind for one in draft.participants.values()}
        plural = any(self.mentions.traits(one.mention).plural for one in draft.participants.values())
        return told and (plural or bool(kinds & {"organization", "group"}))

    def _circumstances(self, draft: Draft, verb: Token) -> None:
        """Of the verb, of the meeting noun that it goes with, and of the journey that leads to it."""
        self.occasions.read(draft, verb)
        for envoys in undergoers(verb) if draft.place is None else ():
            if (there := led(envoys, self.mentions)[1]) is not None:
                draft.settle(there)
        for child in after(verb, "for", "in", "to"):
            if child.lemma_ in words.NOUNS:
                status = draft.status
                self.occasions.read(draft, child)  # "met in Oslo for talks on fees"
                draft.status = status
                take(self.mentions, draft, after(child, "with"), "party")
                between = [verb for each in (child, *after(child, "of")) for verb in grammar.children(each, "acl")]
                for each in between:  # "met for a third round of talks mediated by Oman"
                    if each.lemma_ in words.MEDIATING:
                        take(self.mentions, draft, after(each, "by"), "mediator")
        inviting = next((child for child in verb.children if child.lemma_ == "invitation"), None)
        if inviting is not None:  # "met in Geneva at the invitation of Switzerland"
            inviters = [each for each in after(inviting, "of", "from", "by") if self._is_state_or_person(each)]
            take(self.mentions, draft, inviters, "host")
        if verb.dep_ in (*_PURPOSES, "obl") and verb.head.lemma_ in words.JOURNEYS:
            self.journeys.along(draft, verb.head)
        if verb.dep_ == "conj" and draft.place is None and (there := self.occasions.place(verb.head)) is not None:
            draft.place = there  # "will be in Rome on Friday and meet the Pope"
            self.occasions.read(draft, verb.head)
        elif verb.dep_ == "conj" and is_passive(verb) and verb.head.lemma_ == "visit":
            draft.place = draft.place or first_place(self.mentions, undergoers(verb.head))
            self.occasions.read(draft, verb.head)  # "visited Rome on Friday and was received by the Pope"
        if (word := arranged(verb)) is not None:
            self.occasions.read(draft, word)  # "is due to meet him | in Oslo"
        elif verb.dep_ == "xcomp" and verb.head.lemma_ in words.SCHEDULING:
            self.occasions.read(draft, verb.head)  # "is scheduled to meet | on the sidelines of a forum in Rome"
        elif verb.dep_ == "xcomp":
            for child in verb.head.rights:
                if child.i > verb.i:  # "promised to meet them | on Saturday"
                    self.occasions.date(draft, verb, child)

    def _is_state_or_person(self, token: Token) -> bool:
        mention = self.mentions.of(token)
        return mention is not None and mention.kind in ("person", "country", "place", "nationality")

    def _seeing(self, verb: Token) -> Draft | None:
        """Several see each other, or one has asked or plans to see another."""
        seen = undergoers(verb)
        if any(child.lower_ in ("a", "an") for one in seen for child in grammar.children(one, "det")):
            return None  # "expects to see a new president in May": whoever that will be
        each_other = any(one.lower_ in ("each", "another") for one in grammar.children(verb, "obj"))
        sought = (verb.head.lemma_ in _SEEKING and verb.dep_ in ("xcomp", "advcl")) or arranged(verb) is not None
        will = any(one.lower_ in ("will", "would", "'ll", "’ll") for one in grammar.children(verb, "aux"))
        if not (each_other or (verb.tag_ == "VB" and (sought or will) and any(map(_is_person, seen)))):
            return None
        draft = Draft(head=verb, format="meeting")
        people = take(self.mentions, draft, doers(verb), "party")
        others = not each_other and take(self.mentions, draft, seen, "party")
        self._circumstances(draft, verb)
        dated = sought or each_other or (draft.time is not None and draft.time.granularity in ("day", "week"))
        return draft if dated and people and (others or self._several(draft, verb)) else None

    def _briefing(self, verb: Token) -> Draft | None:
        """Somebody speaks before a council or a committee: they meet."""
        passive = is_passive(verb) and verb.lemma_ == "brief"  # "were briefed by the agency"
        heard = [one for one in undergoers(verb) if one.dep_ in ("obj", "iobj") or passive]
        heard = [one for one in heard if verb.lemma_ == "brief" or one.lemma_.lower() in COUNCILS]
        travelling = verb.dep_ in (*_PURPOSES, "obl") and verb.head.lemma_ in words.JOURNEYS
        draft = Draft(head=verb, format="visit" if travelling else "meeting")
        guest = take(self.mentions, draft, doers(verb), "visitor" if travelling else "party")
        host = take(self.mentions, draft, heard, "host" if travelling else "party")
        self._circumstances(draft, verb)
        dated = draft.time is not None and draft.time.granularity in ("day", "week")
        return draft if guest and host and (dated or verb.lemma_ == "brief") else None

    def _invitation(self, verb: Token) -> Draft | None:
        """Somebody invites somebody to a place."""
        draft = Draft(head=verb, format="visit", status="planned")
        host = take(self.mentions, draft, doers(verb), "host")
        guest = take(self.mentions, draft, undergoers(verb), "visitor")
        self.occasions.read(draft, verb)
        return draft if guest and draft.place is not None and (host or draft.time) else None


def _himself(verb: Token, others: list[Token]) -> list[Token]:
    """Whoever invites somebody "to meet with him" means himself, whom else the text may tell of."""
    inviting = verb.head
    if verb.tag_ != "VB" or inviting.lemma_ != "invite" or is_passive(inviting):
        return others
    own = doers(inviting)
    return [each for one in others for each in (own if own and one.lower_ in ("him", "her", "them") else [one])]


def _is_person(token: Token) -> bool:
    """Somebody, by name, by post or by a pronoun that stands for people."""
    return token.ent_type_ == "PER" or token.lower_ in ("him", "her") or token.lemma_.lower() in ENVOYS


def _is_date(token: Token, mentions: Mentions) -> bool:
    mention = mentions.of(token)
    return token.dep_ == "obl:unmarked" or (mention is not None and mention.kind == "date")
