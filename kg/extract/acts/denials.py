"""Denials: clauses by which a speaker says that something is not so, or owns up to what he did.

"There is no embargo", "we did not do it", "it is untrue"; "I apologised", "we failed them", "he took responsibility".
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.acts.grievances import Grievances
from kg.extract.acts.ownership import PRONOUNS, SELVES
from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.predicates import MUST, WILL, states, undone
from kg.extract.words.modality import is_negated
from kg.extract.words.valence import FAILINGS, FALSE, MISTAKES, TRUE
from kg.model import Act

#: Minds, whose verbs tell no doing.
MINDS = frozenset({"believe", "think", "hope", "fear", "doubt", "expect", "suspect"})
# What one did not think, know or want is no denial.
_INSIDE = MINDS | set("know want see feel understand remember realise realize care mind like afford".split())
# What one did not do yet, or was not given, is none either.
_OPEN = frozenset("decide choose receive hear give get reach finish read allow".split())
_ABLE = frozenset({"can", "could", "ca"})
# What nobody may have who is told that it is not.
_OFFERED = frozenset({"table", "negotiable", "sale", "debate", "discussion", "negotiation", "agenda"})
# At whom it is said not to be: "the exercise was not aimed at any third country".
_AIMED = frozenset({"aim", "direct", "target", "intend"})
_BLAMED = frozenset(
    {"responsible", "guilty", "complicit", "behind", "involved", "implicated", "linked", "controlled", "funded"}
)
# At whom or what words are meant: "was not referring to them".
_MEANT = frozenset({"allude", "mean", "refer", "single", "target"})
# What one is not about to do is refused by telling it, or something else is asked.
_ASIDE = frozenset(
    """
    abandon ask back blame call change come demand get give go leave look move pay plan push quit retreat rule seek sell
    sign stop surrender talk try
    """.split()
)
# What was done to what is not as it seems.
_FAKED = frozenset({"concoct", "doctor", "exaggerate", "invent", "photoshop"})
# Of what there is none, and something that was asked for is rejected by it: "there is no reason to wait".
_GROUNDS = frozenset({"reason", "need", "point", "sense", "basis", "grounds", "room", "space", "justification"})
# Of which it is denied that there is a basis for them.
_CLAIMS = frozenset({"accusation", "allegation", "assertion", "charge", "claim", "report", "rumour", "rumor"})
# Of what there may be none, and nobody has said that there is: "there was no doubt", "no reports of damage".
_NEWS = frozenset(
    {"doubt", "word", "news", "report", "sign", "indication", "guarantee", "choice", "hope", "winner"}
    | {"casualty", "damage", "death", "fatality", "injury", "survivor", "victim"}
)
# What nobody has who does not mean to do it.
_PLANS = frozenset({"plan", "intention", "wish", "desire", "interest"})


@dataclass(frozen=True, slots=True)
class Denials(Grievances):
    """Reads the clauses of one attribution for what the speaker denies, and what he owns up to."""

    @staticmethod
    def is_ahead(predicate: Token) -> bool:
        """It is to come, or ought to."""
        helpers = {child.lower_ for child in grammar.children(predicate, "aux")}
        return bool(helpers & (WILL | MUST | _ABLE))

    def denied(self, predicate: Token, own: bool) -> Act | None:
        """Something is said not to be so: "that is untrue", "there is no embargo", "we did not do it"."""
        words = {predicate.lemma_.lower(), *(child.lemma_.lower() for child in grammar.children(predicate, "amod"))}
        if predicate.lower_ in TRUE and is_negated(predicate):
            return "deny"  # "it's not true", "not so"
        if words & FALSE and not grammar.negated(predicate) and states(predicate):
            return "deny"
        if any(child.lower_ == "there" and child.dep_ in ("expl", "nsubj") for child in predicate.children):
            return self._missing(predicate) if is_negated(predicate) else None
        if predicate.lemma_ in _OFFERED and is_negated(predicate) and states(predicate):
            return "refuse"  # "is not on the table", "is not negotiable"
        perfect = any(child.lemma_ == "have" for child in grammar.children(predicate, "aux"))
        done = perfect or (self.direct(predicate) and grammar.tense(predicate) == "past")
        if own and done and predicate.pos_ == "VERB" and grammar.negated(predicate):
            if predicate.lemma_ == "come":
                return "reject"  # "I did not come here to sign"
            if predicate.lemma_ not in _INSIDE | _OPEN and not _helpers(predicate) & {"should", "ought"}:
                return "deny"
        if own and predicate.lemma_ == "see":
            return self._saw_no_ground(predicate)
        if predicate.lemma_ == "have":
            return self._had_none(predicate, own)
        passive = any(grammar.children(predicate, "aux:pass", "nsubj:pass"))
        if predicate.lower_ in _BLAMED and (passive or states(predicate)) and grammar.negated(predicate):
            return "deny"  # "the board was not responsible for it", "was not involved in it"
        if grammar.negated(predicate) and not passive and self._is_otherwise(predicate, own):
            return "deny"
        if passive and predicate.lemma_ in _AIMED and grammar.negated(predicate) and not self.is_ahead(predicate):
            return "deny"
        if passive and predicate.lemma_ in _FAKED and not is_negated(predicate):
            return "deny"  # "the video was doctored"
        if passive and undone(predicate):
            return "deny"  # "no shots were fired"
        if own and passive and predicate.lemma_ in MISTAKES:
            return "deny"  # "he had been misquoted"
        if predicate.lower_ == "further" and is_negated(predicate):
            return "deny"  # "nothing could be further from the truth"
        if own and predicate.lemma_ in ("do", "know") and any(each.lower_ == "nothing" for each in predicate.children):
            return "deny"
        if passive and predicate.lemma_ == "make" and _of(predicate) & {"mistake", "error"}:
            return "admit"  # "mistakes were made"
        if own and states(predicate) and not is_negated(predicate) and self._is_behind(predicate):
            return "admit"
        if own and perfect and _helpers(predicate) & {"should", "ought"}:
            return "admit"  # "we should have written sooner"
        owned = own and (predicate.lemma_ in ("apologise", "apologize", *MISTAKES) or self._owns_up(predicate, done))
        return "admit" if owned and not (is_negated(predicate) or self.is_ahead(predicate)) else None

    @staticmethod
    def _is_otherwise(predicate: Token, own: bool) -> bool:
        """Another thing is or was done, or meant: "he was not referring to them", "we are not jamming it"."""
        if predicate.lemma_ == "mean":
            return grammar.tense(predicate) == "past"
        done = predicate.tag_ == "VBG" and any(child.lemma_ == "be" for child in grammar.children(predicate, "aux"))
        return done and (predicate.lemma_ in _MEANT or (own and predicate.lemma_ not in _INSIDE | _OPEN | _ASIDE))

    @staticmethod
    def _is_behind(predicate: Token) -> bool:
        """It was the speaker: "they were behind the attack", "we are to blame", whatever the tree makes of "behind"."""
        cop = next(grammar.children(predicate, "cop"))
        behind = cop.i + 1 < len(cop.doc) and cop.nbor().lower_ == "behind"
        return behind or predicate.lower_ in ("guilty", "blame", "fault")

    def _missing(self, predicate: Token) -> Act | None:
        """There is none of something: a denial, unless nobody has said that there is."""
        if any(child.lower_ in WILL for child in predicate.children):
            return "refuse"
        what = {predicate.lemma_, *(child.lemma_ for child in grammar.children(predicate, "nsubj", "obj"))}
        if what & _GROUNDS:
            return "deny" if any(each.lemma_ in _CLAIMS for each in predicate.subtree) else "reject"
        if any(
            child.lower_ in ("could", "can", "may", "should", "must") for child in grammar.children(predicate, "aux")
        ):
            return None  # "there can be no exception"
        return None if what & _NEWS else "deny"

    def _had_none(self, predicate: Token, own: bool) -> Act | None:
        """Somebody has no plans, or nothing to do with it."""
        if any(each.lower_ == "nothing" for each in predicate.children):
            shared = any(each.lemma_ == "do" for thing in predicate.children for each in (thing, *thing.children))
            return "deny" if own or shared else None  # "the dam had nothing to do with it"
        subject = subjects.subject(predicate)
        if subject is None or not any(subject in tokens for tokens in self.one.contents):
            return None
        meant = subject.lower_ in (SELVES if self.direct(subject) else PRONOUNS)
        planned = any(each.lemma_ in _PLANS for each in grammar.children(predicate, "obj"))
        return "deny" if meant and planned and is_negated(predicate) else None

    @staticmethod
    def _saw_no_ground(seen: Token) -> Act | None:
        """The speaker sees no reason to do what is asked for; "no reason for alarm" is another thing."""
        grounds = (each for each in grammar.children(seen, "obj") if each.lemma_ in _GROUNDS)
        none = (each for each in grounds if any(child.lower_ == "no" for child in each.children))
        asked = any(
            each.lemma_ in ("need", "point", "sense") or any(grammar.children(each, "acl", "advcl")) for each in none
        )
        return "reject" if asked else None

    def is_moved(self, predicate: Token) -> bool:
        """Who is sorry is so for others: "sorry to hear", "sorry you are leaving"."""
        others = (clause for clause in grammar.children(predicate, "ccomp", "advcl") if not self.is_own(clause))
        return predicate.lower_ == "sorry" and (any(grammar.children(predicate, "xcomp")) or any(others))

    def _owns_up(self, predicate: Token, done: bool) -> bool:
        """The speaker is sorry, or did what one is sorry for: "we failed them", "my words hurt our friends"."""
        if predicate.lower_ == "ashamed":
            others = (each for each in grammar.children(predicate, "ccomp", "advcl") if not self.is_own(each))
            return states(predicate) and not any(others)  # "I am ashamed that she stayed silent"
        if predicate.lower_ == "sorry":
            return states(predicate) and not self.is_moved(predicate)
        if predicate.lemma_ in ("take", "accept", "bear") and any(
            each.lemma_ in ("responsibility", "blame") for each in grammar.children(predicate, "obj")
        ):
            return True
        subject = subjects.subject(predicate)
        mine = subject is not None and (subject.tag_ == "PRP" or any(c.tag_ == "PRP$" for c in subject.children))
        particles = (f"{predicate.lemma_} {each.lower_}" for each in grammar.children(predicate, "compound", "advmod"))
        return done and mine and not FAILINGS.isdisjoint((predicate.lemma_, *particles))


def _of(predicate: Token) -> set[str]:
    """The noun of which a passive tells."""
    subject = subjects.passive_subject(predicate)
    return {subject.lemma_} if subject is not None else set()


def _helpers(predicate: Token) -> set[str]:
    return {child.lower_ for child in grammar.labelled(predicate, "aux")}
