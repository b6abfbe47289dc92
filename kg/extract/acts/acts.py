"""Acts told by what is said: a plain "said" denies, accuses, promises by the words that follow it.

Read off the main clauses of the content: who is their subject (the speaker, or somebody else), in which mood and
tense, and what their predicate means.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.extract.acts.namings import is_title, named_so
from kg.extract.acts.plainsayings import PlainSaying
from kg.extract.acts.things import by_thing, is_question
from kg.extract.acts.threats import is_blow, is_penalty
from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.predicates import conditions, falls_to, proposes, states
from kg.extract.words.cueacts import PLAIN, pleads
from kg.extract.words.cues import LABELLING
from kg.extract.words.modality import TELLING, is_negated
from kg.extract.words.valence import BLOWS, HARMS, MISFORTUNES
from kg.model import Act

# An answer of an interview is long: what it does is told at its beginning.
_OPENING = 4
# What a later clause does, which else explains ("start fires and act like a fireman" goes on): of what they seemed to
# deny, demand, promise or praise in the open sets 18 of 44 were that, of these acts 7 of 11.
_LATE = frozenset({"criticise", "threaten", "admit", "support", "refuse"})
# What is done by the words of another plain cue than "said", and by those that are claimed: "insisted that we must".
_BY_WORDS: dict[Act, set[Act]] = {"claim": {"accuse", "threaten", "demand", "promise"}}
# Who refrains from telling only says nothing.
_WITHHOLDING = frozenset({"refrain", "stop short of"})
# Intentions that are made known to others are promises: "expressed its readiness to".
_INTENTIONS = frozenset("commitment determination eagerness intention keenness readiness resolve willingness".split())


@dataclass(frozen=True, slots=True)
class Saying(PlainSaying):
    """One attribution, of which the act is told by its cue or by the clauses of what is said."""

    def told(self) -> Act:
        """The act of the statement."""
        head = self.one.head
        if is_negated(head) and self.act in PLAIN and head.lemma_ in TELLING:
            return "say"  # "did not disclose"
        if head.lemma_ == "say" and self.one.speaker is None and any(grammar.children(head, "aux:pass")):
            return "report"  # "is said to have left"
        if head.lemma_ == "suggest" and self._suggests():
            return "propose"
        if self.act not in PLAIN:
            return self._by_cue()
        if self.act == "say" and is_question(self.one, self.quotes):
            return "ask"
        if self.act == "announce" and is_title(self.one):
            return "claim"  # "declared himself the winner"
        if head.lemma_ in LABELLING:
            return named_so(self.one, self.quotes) or self.act
        first = self.predicates[0] if self.predicates else None
        found = by_thing(self.one, self.lemma, first) if self.act in ("say", "claim") and first is not None else None
        if found is None and self.lemma != "according to":
            found = self._by_clauses()
        if found == "announce" and self.by_source:
            return "report"
        if found is not None:
            return found
        return self.otherwise(first) if self.act == "say" and first is not None else self.act

    def _suggests(self) -> bool:
        """Something is to be done, or a person thinks of a thing: "suggested a tent", not "figures suggest a link"."""
        found = self.predicates
        speaker = self.mentions.of(self.one.speaker) if self.one.speaker is not None else None
        of_person = speaker is not None and speaker.kind == "person"
        thing = of_person and bool(found) and found[0].dep_ == "obj" and found[0].pos_ == "NOUN"
        mine = self.one.speaker is not None and self.one.speaker.lower_ in ("i", "we")  # "I suggest that they begin"
        return thing or any(proposes(each) or (mine and each.tag_ == "VBP") for each in found)

    # ---- a cue that says what is done

    def _by_cue(self) -> Act:
        """The act of the cue, unless the words after it make another of it."""
        head = self.one.head
        if not self.predicates:
            return self.act
        first = self.predicates[0]
        if self.act == "intend" and head.pos_ == "VERB" and self.lemma in _INTENTIONS - {head.lemma_}:
            return "intend" if is_negated(head) else "promise"
        if self.act in ("promise", "intend", "announce", "warn") and self._is_threat(first):
            return "threaten"
        to = [
            each for each in grammar.children(first, "nmod", "acl") if each.i > first.i and first.lemma_ == self.lemma
        ]
        if self.lemma == "commitment" and (to or [first])[0].pos_ in ("NOUN", "PROPN"):
            return "support"  # "its commitment to African solutions"
        if self.lemma == "rule out" and is_negated(head):
            return "deny"
        if self.lemma in _WITHHOLDING and any(token.lemma_ in TELLING for token in (*self.one.cue, first)):
            return "say"  # "refrained from mentioning"
        if head.lemma_ == "wish" and any(child.tag_ == "VBD" for child in grammar.labelled(first, "aux")):
            return "believe"  # "wishes that he had come"
        if head.lemma_ == "want" and any(grammar.children(head, "obj")) and not any(grammar.children(head, "xcomp")):
            return "intend" if grammar.negated(head) else "demand"  # "wants no war", "wants a guarantee"
        if head.lemma_ in ("assure", "reassure") and self._is_of_now(first):
            return replace(self, act="say")._by_clauses() or "claim"  # "assured them that nobody had been hurt"
        if self.act == "ask" and pleads(head):
            return "demand"
        if head.lemma_ == "regret" and self._is_of_others(first):
            return "criticise"
        if head.lemma_ == "suspect" and any(grammar.children(head, "obj")):
            return "accuse"
        return self.act

    def _is_of_now(self, first: Token) -> bool:
        """It tells what is or was, and not what is to come."""
        return any(grammar.children(first, "nsubj", "nsubj:pass")) and not self.clauses.is_ahead(first)

    def _is_threat(self, first: Token) -> bool:
        """What is promised or warned of would harm somebody, or hangs on what he does."""
        if self.act == "warn":
            helpers = {child.lower_ for child in grammar.children(first, "aux")}
            could = bool(helpers & {"could", "may", "might", "can"}) and first.lemma_ in HARMS and not is_negated(first)
            return self.clauses.act(first) in ("promise", "threaten") or (could and self.clauses.is_own(first))
        if is_negated(first):
            return False
        marks = conditions(first) | {mark for child in first.children for mark in conditions(child)}
        vowed = self.act == "promise" and (is_blow(first, BLOWS) or is_penalty(first))
        return "unless" in marks or vowed or ("if" in marks and is_blow(first, HARMS))

    def _is_of_others(self, first: Token) -> bool:
        """What is regretted is not the speaker's own doing: "regretted the ruling", "that talks had failed"."""
        subject = subjects.subject(first) or subjects.passive_subject(first)
        if subject is not None:
            return not (self.clauses.is_own(first) or subject.lemma_ in MISFORTUNES)
        ours = first.lemma_ in MISFORTUNES or any(child.tag_ == "PRP$" for child in first.children)
        return first.dep_ == "obj" and not ours

    # ---- a plain cue

    def _by_clauses(self) -> Act | None:
        """What the clauses do: the first that does something, praise last, for it is also a way to begin."""
        clauses = self.predicates
        if (turn := falls_to(self.one.contents[0])) is not None:
            return "reject" if turn[1] else "demand"
        if self.one.head.text.endswith(":"):
            clauses = clauses[:_OPENING]
        told = [(clause, self.clauses.act(clause)) for clause in clauses]
        found = [act for clause, act in told if act is not None and (clause == clauses[0] or _is_late(clause, act))]
        if self.lemma == "insist" and clauses and self._is_undone(clauses[0]):
            return "deny"
        if self.act not in ("say", "report"):
            found = [act for act in found if act in _BY_WORDS.get(self.act, {"accuse", "threaten"})]
        if self.one.head.lemma_ == "confirm":
            found = [act for act in found if act != "deny"]  # "confirmed that no request had come"
        graver = [act for act in found if act in ("admit", "threaten")]
        if found[:1] == ["criticise"] and graver:
            return graver[0]  # "that it was a mistake and that he took responsibility"
        return next((act for act in found if act != "praise"), found[0] if found else None)

    def _is_undone(self, predicate: Token) -> bool:
        """It was not done: "that no water had been held back", not "that it was no treaty"."""
        return is_negated(predicate) and not (states(predicate) or self.clauses.is_ahead(predicate))


def _is_late(clause: Token, act: Act) -> bool:
    """A later clause does it, of which the first need not be the subject: "start fires and act like a fireman"."""
    return act in _LATE or (act == "accuse" and not any(grammar.children(clause, "nsubj")))
