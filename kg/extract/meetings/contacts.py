"""Contacts: who speaks with whom, by telephone or at some time and place."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.meetings.drafts import Draft
from kg.extract.meetings.occasions import Occasions
from kg.extract.meetings.participants import take
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar
from kg.extract.syntax.sides import after, doers, undergoers
from kg.extract.words import meetingwords as words
from kg.extract.words.envoys import ENVOYS, FOLK
from kg.model import Mention

# One does so with bodies and several people too; who speaks or talks to them may give a speech.
_CONSULTING = frozenset({"discuss", "consult", "confer"})
# Who speaks with one of these does so for his state, whenever it is.
_EQUALS = frozenset({"counterpart", "colleague"})
# So many words behind "spoke by phone with" the name ends, whatever the tree makes of them.
_FAR = 8
_STATES = frozenset({"country", "place", "nationality"})


@dataclass(frozen=True, slots=True)
class ContactReader:
    """Reads calls and talks off the verbs of one article that tell of speaking."""

    mentions: Mentions
    occasions: Occasions

    def read(self, verb: Token) -> Draft | None:
        """They talk to each other: by telephone, or with somebody at a time or place."""
        device = calling(verb)
        draft = Draft(head=verb, format="call" if device else "talks")
        to = device or verb.lemma_ in ("speak", "talk")
        doing = take(self.mentions, draft, doers(verb), "party")
        who = set(draft.participants)
        if verb.lemma_ == "agree" and grammar.tense(verb) == "past":
            draft.status = "held"  # whatever they agreed on lies ahead
        objects = undergoers(verb) if verb.lemma_ not in ("discuss", "speak", "talk") else []
        done = take(self.mentions, draft, [*objects, *after(verb, *(("with", "to") if to else ("with",)))], "party")
        if not done and verb.lemma_ == "discuss":  # "discussed [the plan with the miners] on Monday"
            done = take(self.mentions, draft, _partners(verb), "party")
        if device and not done:
            done = take(self.mentions, draft, _behind(verb), "party")
        self.occasions.read(draft, verb)
        if device:
            several = any(self.mentions.traits(one.mention).several for one in draft.participants.values())
            several |= len(draft.participants) > 1  # "the leaders of the two countries spoke by phone"
            return draft if (doing and done) or draft.together or several else None
        heard = [one.mention for span, one in draft.participants.items() if span not in who]
        also = any(child.lower_ == "also" for child in verb.lefts) and grammar.tense(verb) == "past"
        sides = {one.mention.kind for one in draft.participants.values()} <= {"person", *_STATES}
        told_of = verb.lemma_ == "talk" or (verb.lemma_ in _CONSULTING and any(undergoers(verb)) and sides)
        if not done and told_of and draft.time is not None and (len(who) > 1 or draft.together):
            return draft if grammar.tense(verb) == "past" else None  # "Chadian and Malian envoys talked on Monday"
        told = (also or draft.time is not None or draft.place is not None) and doing and done
        if any(one.lemma_ in _EQUALS for one in after(verb, "with", "to")) and verb.tag_ != "VB":
            return draft if doing and done else None
        about = verb.lemma_ in _CONSULTING  # "discussed it with the embassy on Monday"
        return draft if told and (draft.together or about or any(self._is_partner(one) for one in heard)) else None

    def _is_partner(self, mention: Mention) -> bool:
        """One speaks with persons and states; who speaks to a crowd or a newspaper on Monday gives a speech."""
        several = self.mentions.traits(mention).several is not None
        return mention.kind == "person" or mention.kind in _STATES or (several and mention.kind != "organization")


def calling(verb: Token) -> bool:
    """It is done by telephone: "spoke by phone", "agreed on it in a video call"."""
    beside = grammar.children(verb, "obl", "nmod", "advmod", "compound")
    return any(child.lemma_ in words.DEVICES or _is_call(child) for child in beside)


def _partners(verb: Token) -> list[Token]:
    """People after "with" whom the tree hangs on what is discussed; ties with a state are a matter."""
    with_whom = [one for each in undergoers(verb) for one in after(each, "with")]
    return [one for one in with_whom if one.ent_type_ == "PER" or one.lemma_.lower() in FOLK | ENVOYS]


def _is_call(noun: Token) -> bool:
    """In a call: "discussed it with her colleagues in a video call"."""
    return words.NOUNS.get(noun.lemma_) == "call" and any(
        child.lemma_ in (*words.DEVICES, "conference") for child in grammar.children(noun, "compound", "amod")
    )


def _behind(verb: Token) -> list[Token]:
    """Who is named behind "with" where the tree loses him: "spoke by phone with Turkish Vice President Selim Dahl"."""
    sentence = verb.doc[verb.i + 1 : grammar.sentence_end(verb)]
    start = next((token.i + 1 for token in sentence[:_FAR] if token.lower_ in ("with", "to")), None)
    for token in verb.doc[start : min(start + _FAR, grammar.sentence_end(verb))] if start is not None else ():
        if token.ent_type_ == "PER":
            return [token]
        if token.pos_ in ("VERB", "AUX") or token.is_punct:
            break
    return []
