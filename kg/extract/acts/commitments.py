"""Commitments: clauses by which a speaker says what he is going to do, or will not do, or threatens to do.

"We will be there", "it would not pay", "we will close the lane", "we are ready to sign".
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.acts.denials import Denials
from kg.extract.acts.ownership import SELVES
from kg.extract.acts.threats import is_blow, is_countered, is_held_back, is_penalty, is_punished, stays_shut
from kg.extract.acts.ultimatums import awaits_whoever, is_hostile
from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.predicates import WILL, conditions, states
from kg.extract.words.cueacts import act_named
from kg.extract.words.cues import cue_lemma
from kg.extract.words.meetingwords import noun_of
from kg.extract.words.modality import TELLING
from kg.extract.words.valence import BLOWS, GIVINGS, HARMS, SUFFERED
from kg.model import Act

# What a speaker shows to be his own intention: "is ready to", "plans to".
_READY = frozenset({"ready", "prepared", "willing", "committed", "determined"})
# What is promised by not doing it: "will never abandon them", "will spare no effort".
_STEADY = frozenset("abandon betray desert disappoint forget forsake relent rest spare tire waver".split())
_PLANNING = frozenset({"intend", "plan"})
_ABLE = frozenset({"can", "could", "ca"})
_AGREEABLE = frozenset({"accept", "live", "agree", "support"})
# Who says that he will do so promises nothing.
_PONDERING = frozenset({"consider", "consult", "decide", "discuss", "need", "see", "think"})


@dataclass(frozen=True, slots=True)
class Commitments(Denials):
    """Reads the clauses of one attribution for what the speaker will do, or will not."""

    def committed(self, predicate: Token, own: bool) -> Act | None:
        """What the speaker is going to do: "we will be there", "it would not pay", "we will close the lane"."""
        helpers = {child.lower_ for child in grammar.children(predicate, "aux")}
        negated = grammar.negated(predicate) or _is_barred(predicate)
        if predicate.lemma_ == "stand" and predicate.nbor().lower_ in _READY:
            predicate = predicate.nbor()  # "China stands ready to work with them"
        ready = predicate.lemma_ in _READY or (predicate.lower_ in _READY and predicate.tag_ not in ("VBD", "VB"))
        ready &= not any(grammar.children(predicate, "obj"))  # "had committed a crime"
        if own and ready and not negated:  # "is determined to", not "it determined that"
            return "promise"
        told = not self.direct(predicate) or grammar.tense(predicate) != "past"  # "we planned to go" and did not
        if own and predicate.lemma_ in _PLANNING and told and not negated and any(grammar.children(predicate, "xcomp")):
            return "promise"
        if predicate.lemma_ == "reserve" and any(each.lemma_ == "right" for each in grammar.children(predicate, "obj")):
            return "threaten"
        if own and helpers & _ABLE and predicate.lemma_ in _AGREEABLE:
            return "refuse" if negated else "agree"
        known = any(grammar.children(predicate, "ccomp")) and not any(grammar.children(predicate, "obj", "iobj"))
        known = known and predicate.lemma_ == "tell"  # "could not tell whose it was"
        if own and negated and helpers & _ABLE and predicate.lemma_ in TELLING - {"say"} and not known:
            return "refuse"  # "I cannot give you a date", not "we cannot say when"
        matter = predicate.lemma_ == "matter" and states(predicate)
        if matter and any(grammar.case(each) == "for" for each in grammar.children(predicate, "nmod", "obl")):
            return "refuse"  # "that is a matter for the courts"
        if own and negated and predicate.lemma_ == "position":
            return "refuse"  # "not in a position to"
        if predicate.lemma_ == "go" and predicate.tag_ == "VBG" and own:
            return self._going(predicate)
        if stays_shut(predicate):
            return "threaten"
        if not helpers & WILL or "have" in helpers:
            return None
        if is_penalty(predicate) or awaits_whoever(predicate) or (not own and is_punished(predicate)):
            return "threaten"
        blow = "unless" in conditions(predicate) and is_blow(predicate, HARMS)  # "pilots would strike unless"
        if not negated and (blow or self._is_pressed(predicate)):
            return "threaten"
        passive = any(grammar.children(predicate, "aux:pass", "nsubj:pass"))
        if any(child.lower_ in ("would", "'d", "’d") and self.direct(child) for child in predicate.children):
            return None  # "we would be paying": a condition, where reported speech has "would" for "will"
        if any(child.lower_ in ("rather", "sooner") for child in grammar.children(predicate, "advmod")):
            return None  # "would rather have a well than a speech"
        if own and negated and is_held_back(predicate):
            return "threaten"
        if own and negated and passive:
            return "refuse"  # "would not be bullied"
        if predicate.lemma_ == "have" and any(grammar.children(predicate, "xcomp")):
            return None  # "would have to consider it"
        if predicate.lemma_ in _PONDERING and not negated:
            return None
        if predicate.lemma_ == "run" and any(child.lower_ in ("out", "short", "dry") for child in predicate.children):
            return None  # "will run out of money"
        if predicate.lemma_ in SUFFERED:
            return None  # "Argentina would shrink", "he would die"
        if own and (predicate.pos_ == "VERB" or states(predicate)) and not passive:
            inner = grammar.children(predicate, "xcomp")  # "will advise its drivers to stay away unless Oslo pays"
            marks = conditions(predicate).union(*map(conditions, inner))
            unless = "unless" in marks or any(child.lower_ == "otherwise" for child in predicate.children)
            harmed = (
                is_blow(predicate, BLOWS)
                or is_countered(predicate)
                or is_hostile(predicate)
                or ("if" in marks and is_blow(predicate, HARMS | {"resign"}))
            )
            if not negated and (unless or harmed):
                return "threaten"
            if negated:
                return self._foregone(predicate)
            found = act_named(cue_lemma([predicate], predicate))
            if found in ("refuse", "reject"):
                return found  # "will boycott the vote", "would oppose it"
            return "announce" if self._is_decided(predicate) else "promise"
        return None

    @staticmethod
    def _foregone(predicate: Token) -> Act:
        """What the speaker will not do: others wish that he doesn't, or fear it, or he is asked for it."""
        if predicate.lemma_ == "hesitate":
            inner = [each.lemma_ for each in grammar.children(predicate, "xcomp")]
            return "threaten" if inner and HARMS.union(("act", "take", "use")).issuperset(inner) else "promise"
        return "promise" if predicate.lemma_ in _STEADY else "refuse"

    def _is_decided(self, predicate: Token) -> bool:
        """A state or a body by its name will do something, and not for others' good: "Norway will close the strait".

        Of statements so worded in the open sets that were read six announce; the two that promise give or provide.
        """
        subject = subjects.subject(predicate)
        helpers = {child.lower_ for child in grammar.children(predicate, "aux")}
        named = subject is not None and subject.tag_ in ("NNP", "NNPS") and not self.direct(predicate)
        return named and "will" in helpers and predicate.lemma_ not in GIVINGS

    def _is_pressed(self, predicate: Token) -> bool:
        """What will be hangs on what somebody else does: "unless Ankara stops", "if they do not return"."""
        if any(noun_of(thing) is not None for thing in grammar.children(predicate, "obj")):
            return False  # "would call a summit if ministers could not settle it"
        if predicate.lemma_ in SUFFERED:
            return False  # "would die if it did not rain"
        for clause in grammar.children(predicate, "advcl"):
            marks = conditions(predicate) & {child.lower_ for child in grammar.children(clause, "mark")}
            who = subjects.subject(clause) or subjects.passive_subject(clause)
            if who is not None and ("unless" in marks or ("if" in marks and grammar.negated(clause))):
                return who.lower_ not in SELVES and self.mentions.of(who) is not None
        return False

    def _going(self, going: Token) -> Act | None:
        """What the speaker is going to do: "we are going to build it", "I'm not going to sign"."""
        inner = next((child for child in grammar.children(going, "xcomp") if child.tag_ == "VB"), None)
        asked = any(token.text == "?" for token in list(going.sent)[-3:])
        if inner is None or asked or (inner.pos_ != "VERB" and not states(inner)):
            return None
        if grammar.negated(going) or grammar.negated(inner):
            return "refuse"
        return "threaten" if is_blow(inner, BLOWS) else "promise"


def _is_barred(predicate: Token) -> bool:
    """What is never done opens the clause: "under no circumstances will we", "in no way will they"."""
    return any(
        each.i < predicate.i and any(child.lower_ == "no" for child in grammar.children(each, "det"))
        for each in grammar.labelled(predicate, "obl")
    )
