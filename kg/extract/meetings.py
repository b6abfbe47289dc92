"""Meetings: who meets whom, where, when, about what; held, planned or called off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from kg.extract import grammar, times
from kg.extract.drafts import Draft, merged
from kg.extract.mentions import Mentions
from kg.model import Article, Meeting, MeetingFormat, MeetingStatus, Mention, Participant, ParticipantRole, Time

#: Verbs whose subject and object (or "with" phrase) meet; host and visitor by the verb.
_VERBS: dict[str, tuple[MeetingFormat, ParticipantRole, ParticipantRole]] = {
    "meet": ("meeting", "party", "party"),
    "host": ("meeting", "host", "visitor"),
    "receive": ("visit", "host", "visitor"),
    "welcome": ("visit", "host", "visitor"),
    "visit": ("visit", "visitor", "host"),
    "phone": ("call", "party", "party"),
    "telephone": ("call", "party", "party"),
    "confer": ("talks", "party", "party"),
    "negotiate": ("talks", "party", "party"),
}
_NOUNS: dict[str, MeetingFormat] = {
    "meeting": "meeting",
    "talk": "talks",
    "negotiation": "talks",
    "round": "talks",
    "consultation": "talks",
    "session": "meeting",
    "summit": "summit",
    "conference": "conference",
    "visit": "visit",
    "trip": "visit",
    "call": "call",
    "conversation": "call",
}
# "call", "round", "session" and "visit" are meetings only with words that say so.
_NEEDS_PARTIES = frozenset({"call", "conversation", "visit", "trip", "session", "consultation"})
_CALLED_OFF = frozenset({"cancel", "postpone", "call", "suspend", "scrap", "abandon", "boycott", "collapse"})
_PLANNED = frozenset(
    {
        "plan",
        "schedule",
        "due",
        "expect",
        "set",
        "propose",
        "arrange",
        "await",
        "prepare",
        "invite",
        "upcoming",
        "future",
    }
)
_HOSTING = frozenset({"host", "convene", "organise", "organize", "chair"})
_ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "next", "last", "final", "previous", "new", "latest"}
)
_ACTOR_KINDS = frozenset({"person", "organization", "country", "group", "place", "nationality"})


@dataclass(frozen=True, slots=True)
class MeetingReader:
    """Reads the meetings of one article."""

    article: Article
    mentions: Mentions
    published: date | None

    def meetings(self) -> list[Meeting]:
        """The meetings of an article, each once, in the order of their first mention."""
        drafts: list[Draft] = []
        for token in self.mentions.tokens:
            if token.pos_ == "VERB" and (token.lemma_ in _VERBS or _by_telephone(token)):
                draft = self._of_verb(token)
            elif token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in _NOUNS:
                draft = self._of_noun(token)
            else:
                continue
            if draft is not None:
                drafts.append(draft)
        return [draft.meeting(self.article.id) for draft in merged(drafts, self.mentions)]

    # ---- what one word tells

    def _of_verb(self, verb: Token) -> Draft | None:
        format_, doing, done = _VERBS.get(verb.lemma_, ("call", "party", "party"))
        draft = Draft(head=verb, format=format_)
        self._take(draft, grammar.subject(verb), doing)
        self._take(draft, grammar.passive_subject(verb), done)
        for child in grammar.children(verb, "obj"):
            self._take(draft, child, done)
        for child in grammar.children(verb, "obl"):
            if _case(child) == "with":
                self._take(draft, child, done)
        if verb.lemma_ == "visit":
            draft.place = self._place_of_visit(verb)
            for child in grammar.children(verb, "obl"):  # "visited Astana for talks with Sadykova"
                if _case(child) == "with":
                    self._take(draft, child, "party")
        self._circumstances(draft, verb)
        if verb.dep_ in ("advcl", "xcomp", "conj") and verb.head.pos_ == "VERB":
            self._journey(draft, verb.head)
        actors = [one for one in draft.participants.values() if not self.mentions.traits(one.mention).locative]
        several = len(actors) > 1 or any(self._plural(one.mention) for one in actors)
        if not actors or not (several or draft.place is not None or verb.lemma_ == "meet"):
            return None
        if verb.lemma_ in ("meet", "negotiate", "host", "receive", "welcome") and not several:
            # A body may meet by itself: "the committee met in Tbilisi".
            body = verb.lemma_ == "meet" and actors[0].mention.kind in ("organization", "group")
            return draft if body and (draft.place is not None or draft.time is not None) else None
        return draft

    def _of_noun(self, noun: Token) -> Draft | None:
        lemma = noun.lemma_.lower()
        if lemma == "talk" and noun.tag_ not in ("NNS", "NNPS"):
            return None
        if noun.dep_.startswith("nmod") and noun.head.lemma_ in _NOUNS and _case(noun) == "of":
            return None  # "rounds of talks" are told by the rounds
        if noun.dep_ == "compound" or (lemma == "round" and not self._is_round(noun)):
            return None
        draft = Draft(head=noun, format=_NOUNS[lemma])
        for child in noun.children:
            mention = self.mentions.of(child)
            case = _case(child)
            if (
                mention is not None
                and mention.kind in _ACTOR_KINDS
                and child.dep_ in ("compound", "amod", "nmod:poss", "nmod:desc")
            ):
                self._modifier(draft, mention)
            elif child.dep_.startswith("nmod") and case in ("with", "between", "among", "of", "by"):
                self._nominal(draft, child, case)
        self._holders(draft, noun)
        self._circumstances(draft, noun)
        for verb in [grammar.clause(noun), *grammar.children(noun, "acl", "acl:relcl")]:
            if verb.i != noun.i and verb.pos_ in ("VERB", "AUX"):
                self._circumstances(draft, verb)
        for verb in grammar.children(noun, "acl:relcl"):
            if verb.lemma_ in _HOSTING:
                self._take(draft, next(grammar.children(verb, "nsubj"), None), "host")
        parties = len(draft.participants)
        if lemma in _NEEDS_PARTIES and parties < 2 and (draft.format != "visit" or draft.place is None):
            return None
        if not parties and draft.place is None:
            return None
        return draft

    def _journey(self, draft: Draft, verb: Token) -> None:
        """Where and when, told by the journey to a meeting: "will travel to Vienna on Monday to meet"."""
        spans, status = draft.spans, draft.status
        if draft.time is None or draft.place is None:
            self._circumstances(draft, verb)
        for child in grammar.children(verb, "obl"):
            mention = self.mentions.of(child)
            if mention is not None and mention.kind == "place" and _case(child) == "to" and draft.place is None:
                draft.place = mention
        draft.spans = spans
        draft.status = status if draft.status == "unknown" else draft.status

    @staticmethod
    def _is_round(noun: Token) -> bool:
        """A round of talks, or a round that a place names ("the Geneva rounds"); not a round of applause."""
        if any(child.lemma_ in _NOUNS for child in grammar.children(noun, "nmod")):
            return True
        modifiers = list(grammar.children(noun, "compound", "amod", "nummod"))
        return any(child.ent_type_ == "LOC" or child.lower_ in _ORDINALS for child in modifiers)

    def _modifier(self, draft: Draft, mention: Mention) -> None:
        """What stands before the noun: a city is where it is held ("Astana talks"), others take part."""
        if mention.kind == "place" and draft.place is None and self.mentions.traits(mention).locative:
            draft.place, draft.presumed = mention, True
        elif mention.kind in ("organization", "person", "nationality"):
            draft.participants[mention.span] = Participant(mention)

    def _nominal(self, draft: Draft, child: Token, case: str) -> None:
        if case in ("of", "by") and (self.mentions.of(child) is None or child.lemma_ in _NOUNS):
            for inner in child.children:  # "rounds of Syria peace talks in Astana"
                mention = self.mentions.of(inner)
                if mention is not None and inner.dep_.startswith("nmod") and _case(inner) in ("in", "at"):
                    draft.settle(mention)
            return
        self._take(draft, child, "party")

    def _holders(self, draft: Draft, noun: Token) -> None:
        """Who holds the talks: the subject of the verb the noun is the object of; who hosts them."""
        verb = noun.head
        if noun.dep_ not in ("obj", "obl", "nsubj:pass") or verb.pos_ != "VERB":
            return
        if draft.format == "visit":  # "called off a visit", "on a visit"
            self._take(draft, grammar.subject(verb), "visitor")
            return
        if verb.lemma_ in (
            "hold",
            "have",
            "begin",
            "start",
            "open",
            "resume",
            "conduct",
            "continue",
            "attend",
            "conclude",
        ):
            self._take(draft, grammar.subject(verb), "party")
        elif verb.lemma_ in _HOSTING or verb.lemma_ in ("mediate", "broker"):
            self._take(draft, grammar.subject(verb), "mediator" if verb.lemma_ in ("mediate", "broker") else "host")
        else:
            return
        for child in grammar.children(verb, "obl"):
            if _case(child) == "with":
                self._take(draft, child, "party")

    def _take(self, draft: Draft, token: Token | None, role: ParticipantRole) -> None:
        """Adds an actor and those coordinated with it."""
        if token is None:
            return
        for each in grammar.conjuncts(token):
            mention = self.mentions.of(each)
            if mention is None or mention.kind not in _ACTOR_KINDS:
                continue
            if mention.form != "pronoun" or mention.kind in ("person", "group"):
                self.mentions.mark(mention)
                draft.participants.setdefault(mention.span, Participant(mention, role))

    def _plural(self, mention: Mention) -> bool:
        return self.mentions.traits(mention).plural

    # ---- where, when, about what, whether

    def _place_of_visit(self, verb: Token) -> Mention | None:
        target = next(grammar.children(verb, "obj"), None)
        mention = self.mentions.of(target) if target is not None else None
        return mention if mention is not None and mention.kind == "place" else None

    def _circumstances(self, draft: Draft, token: Token) -> None:
        """Where, when and about what, as far as the dependents of a verb or noun tell; and whether it is held."""
        cases = ("in", "at", "near", "to") if draft.format == "visit" else ("in", "at", "near")
        for child in token.children:
            mention = self.mentions.of(child)
            if mention is not None and mention.kind == "date" and draft.time is None:
                draft.time = self._time(mention, token)
            if child.dep_.partition(":")[0] not in ("obl", "nmod"):
                continue
            case = _case(child)
            if mention is not None and mention.kind == "place" and case in cases:
                draft.settle(mention)
            dated = mention is not None and mention.kind == "date"
            if case in ("on", "about", "over") and draft.topic is None and not dated:
                start, end = grammar.span_of(*grammar.noun_phrase(child))
                words = self.article.text[start:end].split()
                draft.topic = " ".join(words[1:] if words[0].lower() == case else words)
        draft.status = self._status(draft, token)
        sentence = [each for each in token.sent if not each.is_space]
        draft.spans = [grammar.span_of(draft.head), grammar.span_of(sentence[0], sentence[-1])]

    def _time(self, mention: Mention, token: Token) -> Time | None:
        """The date of a verb in its context; that of a noun by its own words: "Monday's meeting" tells the day."""
        if token.pos_ == "VERB":
            return times.read(self.article.text, [times.Mark(mention.span, self._tense(token))], self.published)
        words = self.article.text[mention.start : mention.end]
        return times.normalise(words, self.published, self._tense(token))

    def _tense(self, token: Token) -> times.Tense | None:
        return grammar.tense(token if token.pos_ == "VERB" else grammar.clause(token))

    def _status(self, draft: Draft, token: Token) -> MeetingStatus:
        """By the words around, then by the date against publication, then by the tense."""
        clause = token if token.pos_ == "VERB" else grammar.clause(token)
        around = {child.lemma_.lower() for child in token.children} | {clause.lemma_.lower()}
        if clause.lemma_ == "call" and not any(child.lower_ == "off" for child in clause.children):
            around.discard("call")
        if around & _CALLED_OFF:
            return "called_off"
        if draft.time is not None and self.published is not None and draft.time.granularity == "day":
            return "planned" if date.fromisoformat(draft.time.value) > self.published else "held"
        around |= {above.lemma_.lower() for above in list(grammar.ancestors(token))[:2]}
        tense = self._tense(token)
        if tense == "future" or around & _PLANNED or "next" in around:
            return "planned"
        if tense == "past" or {"previous", "last", "earlier"} & around:
            return "held"
        return draft.status


def _by_telephone(verb: Token) -> bool:
    """They talk to each other from afar: "spoke by telephone with"."""
    if verb.lemma_ not in ("speak", "talk"):
        return False
    return any(child.lemma_ in ("telephone", "phone", "video") for child in grammar.children(verb, "obl"))


def _case(token: Token) -> str:
    return next((child.lower_ for child in token.children if child.dep_ == "case"), "")
