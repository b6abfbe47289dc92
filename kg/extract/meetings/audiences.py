"""Audiences: whom a government calls in, and which committee hears whom."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.meetings.drafts import Draft
from kg.extract.meetings.occasions import Occasions
from kg.extract.meetings.participants import take
from kg.extract.meetings.prospects import proposed
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar
from kg.extract.syntax.sides import after, doers, is_passive, undergoers
from kg.extract.words import meetingwords as words
from kg.extract.words.envoys import COUNCILS, SUMMONED

# "Testified before the committee", "gave evidence to the panel"; "heard testimony from the secretary".
_SPEAKING = frozenset({"testify", "appear"})
_GIVING, _GIVEN = frozenset({"give", "deliver", "present"}), frozenset({"evidence", "testimony"})
_HEARING = frozenset({"hear", "take"})
# "Was questioned by the panel", "faced questions from the committee".
_ASKING, _QUESTIONS = frozenset({"question", "grill", "quiz"}), frozenset({"question", "questioning"})
# To where an envoy is called.
_CALLING = frozenset({"ministry", "department", "office", "palace", "chancellery"})

# What envoys work in, and how far behind "the deputy head of" one is named.
_MISSIONS = frozenset({"embassy", "mission", "consulate"})
_BEHIND = 10


@dataclass(frozen=True, slots=True)
class AudienceReader:
    """Reads off the verbs of one article who is called before whom."""

    mentions: Mentions
    occasions: Occasions

    def summons(self, verb: Token) -> Draft | None:
        """A government summons the envoy of another; a meeting to which one is summoned tells itself."""
        if any(words.noun_of(one) is not None for one in after(verb, "to", "for")) or proposed(verb):
            return None  # nor "called on the government to summon the ambassador"
        named = [child for child in verb.rights if child.lemma_.lower() in SUMMONED and child.tag_ != "VBN"]
        called = undergoers(verb) or named  # whom "called in the chargé" has in the tree for where it was
        called = [one for one in called if _is_envoy(one)] or called
        if not any(_is_envoy(one) for one in called):
            return None
        draft = Draft(head=verb, format="meeting")
        of = [embassy for one in called for embassy in _embassies(one)]
        hosts, bodies = doers(verb), [one for one in after(verb, "by", "to", "at") if one not in of]
        if (verb.lemma_ == "call" and is_passive(verb)) or hosts:
            # "Was called to the foreign ministry", not "to the bar"; not "summoned the ambassador to Chad".
            bodies = [one for one in bodies if one.lemma_.lower() in _CALLING]
        host = take(self.mentions, draft, [*hosts, *bodies], "host")
        named = [name for one in called if (name := _named_behind(one)) is not None]
        states = (child for one in (*called, *of) for child in grammar.children(one, "amod", "nmod:poss"))
        guest = (
            take(self.mentions, draft, named, "party")
            or take(self.mentions, draft, called, "party")
            or take(self.mentions, draft, states, "party")
        )  # "the Russian charge d'affaires": he is there already, and no visitor
        self.occasions.read(draft, verb)
        for one in (one for each in named or called for one in after(each, "in") if draft.place is None):
            if (place := self.occasions.place(one)) is not None and not any(grammar.children(one.head, "nmod:poss")):
                draft.settle(place)  # "called in the chargé | in Oslo", not "recalled its ambassador in Riga"
        for purpose in grammar.children(verb, "xcomp", "advcl"):
            if draft.time is None and purpose.tag_ == "VB":  # "summoned them to explain themselves next Tuesday"
                status, draft.status = draft.status, "unknown"
                self.occasions.read(draft, purpose)
                draft.status = draft.status if draft.time is not None else status
        return draft if host and guest else None

    def hearing(self, verb: Token) -> Draft | None:
        """Somebody testifies before a committee, or a committee hears him: they meet."""
        given = {child.lemma_.lower() for child in undergoers(verb)} & _GIVEN
        if verb.lemma_ in _SPEAKING or (verb.lemma_ in _GIVING and given):
            guests, bodies = doers(verb), list(after(verb, "before", "to"))
        elif verb.lemma_ in _HEARING:
            told = [each for each in undergoers(verb) if each.lemma_.lower() in _GIVEN]
            if not told and verb.lemma_ != "hear":
                return None
            bodies, guests = doers(verb), [one for each in (verb, *told) for one in after(each, "from", "by")]
        elif verb.lemma_ in _ASKING:
            bodies, guests = doers(verb), undergoers(verb)
        elif verb.lemma_ == "face" and (asked := [one for one in undergoers(verb) if one.lemma_ in _QUESTIONS]):
            bodies, guests = [one for each in (verb, *asked) for one in after(each, "from", "by")], doers(verb)
        else:
            return None
        bodies = [each for each in bodies if each.lemma_.lower() in COUNCILS]
        draft = Draft(head=verb, format="meeting")
        guest = take(self.mentions, draft, guests, "party")
        body = take(self.mentions, draft, bodies, "party")
        self.occasions.read(draft, verb)
        for one in (one for body in bodies for one in after(body, "in") if draft.place is None):
            if (place := self.occasions.place(one)) is not None:
                draft.settle(place)  # "testified before a committee in Quito"
        if verb.dep_ == "xcomp" and verb.head.lemma_ in words.SCHEDULING:
            self.occasions.read(draft, verb.head)  # "is scheduled to appear before the panel | on Thursday"
        return draft if guest and body else None


def _is_envoy(token: Token) -> bool:
    """An envoy, by name or by his post: also an embassy's "deputy head" or its "deputy chief of mission"."""
    return token.lemma_.lower() in SUMMONED or token.ent_type_ == "PER" or bool(_embassies(token))


def _embassies(head: Token) -> list[Token]:
    """The missions that somebody is at the head of, by the words right behind, however the tree hangs them.

    "The deputy chief of mission at the embassy".
    """
    if head.lemma_.lower() not in ("chief", "head"):
        return []
    behind = head.doc[head.i + 1 : min(head.i + _BEHIND, grammar.sentence_end(head))]
    end = next((one.i for one in behind if one.pos_ == "VERB" or one.is_punct), behind.end)
    return [one for one in behind if one.i < end and one.lemma_.lower() in _MISSIONS]


def _named_behind(post: Token) -> Token | None:
    """Whose name stands between commas behind what he is: "the chargé d'affaires, X"."""
    behind = post.doc[post.i + 1 : min(post.i + _BEHIND, grammar.sentence_end(post))]
    comma = next((one for one in behind if one.text == "," or one.tag_ in ("VBD", "VBZ", "TO", "IN")), None)
    if post.ent_type_ == "PER" or comma is None or comma.text != "," or comma.i + 1 >= grammar.sentence_end(post):
        return None
    return comma.nbor() if comma.nbor().ent_type_ == "PER" else None
