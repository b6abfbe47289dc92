"""Acts told by what is said: a plain "said" denies, accuses, promises by the words that follow it.

Read off the main clauses of the content: who is their subject (the speaker, or somebody else), in which mood and
tense, and what their predicate means. Where nothing tells, a plain cue goes on with the act of the one before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract import grammar
from kg.extract.attributions import Link
from kg.extract.cues import PLAIN, act_named, cue_lemma
from kg.extract.mentions import Mentions
from kg.extract.modality import TELLING, is_negated
from kg.extract.predicates import conditions, predicates, states
from kg.extract.quotes import Quotes
from kg.extract.valence import BLAME, DECISIONS, DUTIES, FALSE, HARMS, PARTISANS, PEOPLE, WRONGS, judged
from kg.model import Act

_SELVES = frozenset({"i", "we", "us", "our", "my"})
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_MUST = frozenset({"must", "should", "ought"})
_DUTIES = frozenset({"need", "have", "got"})
_LABELLING = frozenset({"call", "describe", "term", "dub", "brand", "label", "characterise", "characterize", "deem"})
# Plain verbs whose speaker may go on with what he did before; others ("joked") begin anew.
_GOING_ON = frozenset({"say", "tell", "add", "explain", "continue", "write", "state", "answer", "reply", "note"})
_MINDS = frozenset({"believe", "think", "hope", "fear", "doubt", "expect", "suspect"})
# What one did not think, know or want is no denial.
_INSIDE = _MINDS | {
    "know",
    "want",
    "see",
    "feel",
    "understand",
    "remember",
    "realise",
    "realize",
    "care",
    "mind",
    "like",
}
# An answer of an interview is long: what it does is told at its beginning.
_OPENING = 3
# Words that make a statement one that others would dispute: "never", "only", and the comparisons told by their tags.
_CONTESTED = frozenset({"never", "only", "nobody", "always", "merely", "entirely", "simply", "nothing", "everybody"})
_COMPARED = frozenset({"JJR", "RBR", "JJS", "RBS"})
_WILL = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
_DOING = frozenset({"do", "does"})
_ABLE = frozenset({"can", "could", "ca"})
# What a speaker shows to be his own intention: "is ready to", "plans to".
_READY = frozenset({"ready", "prepared", "willing", "committed", "determined"})
# Acts that the first person performs by naming them; others only tell of what was said or thought.
_PERFORMED = frozenset(
    {"accuse", "criticise", "praise", "support", "demand", "reject", "refuse", "promise", "threaten", "warn", "deny"}
    | {"admit", "propose", "agree"}
)
# A continuation goes on doing this, where its own words tell nothing: what supports a denial is a contested claim.
_GOES_ON: dict[Act, Act] = {
    "accuse": "accuse",
    "criticise": "criticise",
    "warn": "warn",
    "deny": "claim",
    "claim": "claim",
}


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution with what its act is read from.

    Attributes:
        one: the attribution.
        act: the act of its cue.
        before: the act of the statement before it, where the same speaker goes on.
        named: the speaker is a person, a body or a state that the text names or describes, nobody unnamed.
    """

    one: Link
    act: Act
    mentions: Mentions
    quotes: Quotes
    before: Act | None
    named: bool

    def told(self) -> Act:
        """The act of the statement."""
        if is_negated(self.one.head) and self.act in PLAIN and self.one.head.lemma_ in TELLING:
            return "say"  # "did not disclose"
        if self.one.head.lemma_ == "suggest" and any(map(_proposes, self.predicates())):
            return "propose"
        if self.act not in PLAIN and self.act != "warn":
            return self.act
        if self.one.head.lemma_ in _LABELLING:
            return judged(self.one.contents) or self.act
        clauses = list(self.predicates())
        if self.one.head.text == ":":
            clauses = clauses[:_OPENING]
        for predicate in clauses:
            found = self._clause(predicate)
            if found is not None and (self.act in ("say", "report") or found in ("accuse", "threaten")):
                return found
        return self._otherwise(clauses[0]) if self.act == "say" and clauses else self.act

    def _otherwise(self, predicate: Token) -> Act:
        """What a plain cue does where no clause tells: by its speaker, by what went before, by how bold it is."""
        direct = self._direct(predicate)
        speaker = self.one.speaker
        mention = self.mentions.of(speaker) if speaker is not None else None
        body = mention is not None and mention.kind in ("organization", "country", "place")
        helpers = {child.lower_ for child in grammar.children(predicate, "aux")}
        passive = any(grammar.children(predicate, "aux:pass", "nsubj:pass"))
        if self.named and helpers & _WILL and passive and "have" not in helpers and not is_negated(predicate):
            return "announce"
        if body and not direct and predicate.lemma_ in DECISIONS and grammar.tense(predicate) == "past":
            return "announce"
        before = _GOES_ON.get(self.before) if self.before is not None else None
        if before is not None and self.one.head.lemma_ in _GOING_ON:
            return before
        if self._is_bold(predicate, helpers) or self._is_hearsay():
            return "claim"
        return "say" if self.named or direct else "report"

    def _is_hearsay(self) -> bool:
        """People in general say it: "they tell us", "critics say"."""
        speaker = self.one.speaker
        if speaker is None or self.named:
            return False
        return speaker.lower_ in PEOPLE or speaker.lemma_.lower() in PARTISANS

    def _is_bold(self, predicate: Token, helpers: set[str]) -> bool:
        """Others would dispute it: it says what will be, compares, or leaves nothing open."""
        if helpers & _WILL and not self._is_own(predicate):
            return True
        near = [predicate, *(child for child in predicate.subtree if predicate in (child.head, child.head.head))]
        return any(token.lower_ in _CONTESTED or token.tag_ in _COMPARED for token in near)

    def predicates(self) -> Iterator[Token]:
        """The predicates of the main clauses of what is said, sentence by sentence."""
        return predicates(self.one.contents)

    def _clause(self, predicate: Token) -> Act | None:
        """What the speaker does by one clause, or None where it only tells something."""
        own = self._is_own(predicate)
        for find in (self._performed, self._blamed, self._urged, self._committed, self._denied):
            if (act := find(predicate, own)) is not None:
                return act
        return judged([[predicate, *predicate.children]]) if states(predicate) else None

    def _is_own(self, predicate: Token) -> bool:
        """The speaker, or who he speaks for, is the subject of the clause."""
        subject = grammar.subject(predicate) or grammar.passive_subject(predicate)
        if subject is None:
            return False
        if self._direct(subject):
            return subject.lower_ in _SELVES or any(child.lower_ == "our" for child in subject.children)
        if subject.lower_ in _PRONOUNS:
            return self._may_be_speaker(subject)
        if subject.lemma_ in ("regime", "junta"):
            return False  # nobody calls his own so
        owners = list(grammar.children(subject, "nmod:poss"))
        return any(child.lower_ in ("his", "her", "its", "their") for child in owners) or self._names_speaker(subject)

    def _may_be_speaker(self, pronoun: Token) -> bool:
        speaker = self.one.speaker
        if speaker is None:
            return False
        if speaker.lower_ in _PRONOUNS:
            return speaker.lower_ == pronoun.lower_
        mention = self.mentions.of(speaker)
        plural = speaker.tag_ in ("NNS", "NNPS")
        if mention is None or plural:
            return plural and pronoun.lower_ == "they"
        if mention.kind == "person":
            return pronoun.lower_ in ("he", "she")
        return pronoun.lower_ in ("it", "they")

    def _names_speaker(self, subject: Token) -> bool:
        """The subject has a name in common with the words for the speaker: "the Turkish minister", "Turkey"."""
        stems = {token.lower_[:4] for token in self.one.source if token.tag_ in ("NNP", "NNPS", "JJ")}
        return subject.tag_ in ("NNP", "NNPS") and subject.lower_[:4] in stems

    def _performed(self, predicate: Token, own: bool) -> Act | None:
        """The speaker names what he does: "we reject this"."""
        helpers = {child.lower_ for child in grammar.children(predicate, "aux")}
        if predicate.tag_ not in ("VB", "VBP", "VBZ") or not own or helpers - _DOING:
            return None
        act = act_named(cue_lemma([predicate], predicate))
        if act is None or predicate.lemma_ == "have":
            return None
        if predicate.lemma_ in _MINDS and self._direct(predicate) and not any(grammar.children(predicate, "obj")):
            return "believe"
        if grammar.negated(predicate):
            return "reject" if act in ("agree", "support") else None
        if predicate.lemma_ in ("expect", "want") and any(grammar.children(predicate, "obj", "ccomp", "xcomp")):
            other = next(grammar.children(predicate, "obj"), None)
            return "demand" if other is not None and self.mentions.of(other) is not None else None
        return act if act in _PERFORMED else None

    def _urged(self, predicate: Token, own: bool) -> Act | None:
        """Others are told what to do: "Ankara must withdraw", "the cost should be borne by"."""
        helpers = {child.lower_ for child in grammar.children(predicate, "aux")}
        subject = grammar.subject(predicate)
        passive = any(grammar.children(predicate, "aux:pass", "nsubj:pass"))
        if own or helpers & _WILL or any(token.text == "?" for token in predicate.sent[-3:]):
            return None
        bound = helpers & _MUST or (predicate.lemma_ in _DUTIES and any(grammar.children(predicate, "xcomp")))
        actor = subject is not None and (self.mentions.of(subject) is not None or subject.lower_ in _PRONOUNS)
        return "demand" if bound and (actor or passive) and "have" not in helpers else None

    def _committed(self, predicate: Token, own: bool) -> Act | None:
        """What the speaker is going to do: "we will be there", "it would not pay", "we will close the lane"."""
        helpers = {child.lower_ for child in grammar.children(predicate, "aux")}
        negated = grammar.negated(predicate)
        if own and (predicate.lemma_ in _READY or predicate.lower_ in _READY) and not negated:
            return "promise"
        if own and helpers & _ABLE and negated and act_named(predicate.lemma_) in ("agree", "support"):
            return "refuse"
        if not helpers & _WILL or "have" in helpers:
            return None
        passive = any(grammar.children(predicate, "aux:pass", "nsubj:pass"))
        if any(child.lower_ in ("would", "'d", "’d") and self._direct(child) for child in predicate.children):
            return None  # "we would be paying": a condition, where reported speech has "would" for "will"
        if own and predicate.pos_ == "VERB" and not passive:
            unless = any(child.lower_ == "otherwise" for child in predicate.children)
            unless |= bool(conditions(predicate) & {"if", "unless"})
            if unless and predicate.lemma_ in HARMS:
                return "threaten"
            return "refuse" if negated else "promise"
        return None

    def _denied(self, predicate: Token, own: bool) -> Act | None:
        """Something is said not to be so: "that is untrue", "there is no embargo", "we did not do it"."""
        words = {predicate.lemma_.lower(), *(child.lemma_.lower() for child in grammar.children(predicate, "amod"))}
        if words & FALSE and not grammar.negated(predicate) and states(predicate):
            return "deny"
        existential = any(child.dep_ == "expl" and child.lower_ == "there" for child in predicate.children)
        if existential and is_negated(predicate):
            return "deny"
        perfect = any(child.lemma_ == "have" for child in grammar.children(predicate, "aux"))
        done = perfect or (self._direct(predicate) and grammar.tense(predicate) == "past")
        if own and done and predicate.pos_ == "VERB" and predicate.lemma_ not in _INSIDE and grammar.negated(predicate):
            return "deny"
        return None

    def _blamed(self, predicate: Token, own: bool) -> Act | None:
        """Somebody else did wrong: "Kazakhstan violated the accord", "Baku has itself to blame"."""
        subject = grammar.subject(predicate)
        if own or subject is None:
            return None
        mention = self.mentions.of(subject)
        if mention is None and subject.lower_ not in ("he", "she", "they"):
            return None
        if mention is not None and mention.kind in ("date", "event"):
            return None
        if is_negated(predicate):
            never = any(child.lower_ == "never" for child in predicate.children)
            told = grammar.tense(predicate) == "past" and predicate.pos_ == "VERB"
            return "accuse" if told and (never or predicate.lemma_ in DUTIES) else None
        verbs = {predicate.lemma_, *(child.lemma_ for child in grammar.children(predicate, "xcomp"))}
        beside = [predicate, *grammar.children(predicate, "obj", "obl")]  # "walked out", "walked out of a meeting"
        particles = (each for one in beside for each in grammar.children(one, "compound", "advmod", "case"))
        verbs |= {f"{predicate.lemma_} {each.lower_}" for each in particles}
        if predicate.pos_ == "VERB" and verbs & WRONGS and grammar.tense(predicate) != "future":
            return "accuse"
        if predicate.lemma_ in ("act", "behave") and any(_case(each) in ("like", "as") for each in predicate.children):
            return "accuse"
        if not states(predicate) and predicate.lemma_ != "have":
            return None
        near = (token for token in predicate.subtree if predicate in (token, token.head, token.head.head))
        return "accuse" if any(token.lemma_.lower() in BLAME for token in near) else None

    def _direct(self, token: Token) -> bool:
        return self.quotes.quoted(token.idx)


def _proposes(predicate: Token) -> bool:
    """What is suggested is to be done: "that they should begin", "that she begin", "holding talks"."""
    helpers = {child.lower_ for child in grammar.children(predicate, "aux")}
    if helpers & _MUST or (predicate.tag_ == "VBG" and not helpers and grammar.subject(predicate) is None):
        return True
    return predicate.tag_ == "VB" and not helpers


def _case(token: Token) -> str:
    return next((child.lower_ for child in token.children if child.dep_ in ("case", "mark")), "")
