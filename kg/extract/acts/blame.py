"""Blame: clauses by which a speaker tells of somebody else's wrongs.

"Denmark violated the accord", "Baku has itself to blame", "never replied".
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.acts.ownership import Ownership
from kg.extract.acts.shortcomings import by_design, does_damage
from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.predicates import MUST, states
from kg.extract.words.modality import is_negated
from kg.extract.words.valence import BLAME, DUTIES, WRONGS
from kg.model import Act, Mention

# What only a defender says that somebody never did, besides other wrongs.
_INJURIES = frozenset({"hit", "hurt", "harm", "beat", "shoot", "strike", "touch"})
# Who counts those to whom it was done reports it; by other words, too, he may accuse somebody of it.
_VIOLENCE = frozenset({"abduct", "attack", "detain", "execute", "jail", "kidnap", "kill", "murder", "shoot"})
# Whom nobody knows, nobody accuses.
_ASSAILANTS = frozenset({"assailant", "attacker", "bandit", "bomber", "gunman", "kidnapper", "robber", "shooter"})
# What rests with whoever is to blame, or is borne by him.
_BURDENS = frozenset({"blame", "fault", "responsibility"})
_RESTING = frozenset({"fall", "lie", "rest"})
_BEARING = frozenset({"bear", "bore", "carry"})  # "bore" is known by itself to some trees
_NUMBERS = frozenset({"dozen", "hundred", "score", "thousand"})
# What may be, nobody is blamed for yet.
_PERHAPS = frozenset({"could", "may", "might", "can"})
# What nobody is wronged by: "broke the news", "broke her silence".
_HARMLESS = frozenset(("break", thing) for thing in "bread deadlock ground ice mould news record silence story".split())


@dataclass(frozen=True, slots=True)
class Blame(Ownership):
    """Reads the clauses of one attribution for what wrong is told of somebody else."""

    def blamed(self, predicate: Token, own: bool) -> Act | None:
        """Somebody else did wrong: "Kazakhstan violated the accord", "Baku has itself to blame"."""
        if not own and (act := by_design(predicate)) is not None:
            return act
        if held_to_blame(predicate) is not None:
            return None if is_negated(predicate) else "accuse"
        subject = subjects.subject(predicate)
        if own or subject is None:
            return None
        if subject.tag_ in ("WP", "WDT"):
            subject = subjects.antecedent(subject)
        mention = self.mentions.of(subject) or self.owner(subject)
        if (mention is None or mention.kind == "event") and does_damage(predicate, subject):
            return "accuse" if grammar.tense(predicate) == "past" else "criticise"
        if mention is None and subject.lower_ not in ("he", "she", "they"):
            return None
        if mention is not None and mention.kind in ("date", "event"):
            return None
        helpers = {child.lower_ for child in grammar.children(predicate, "aux")}
        if helpers & {"should", "ought"} and "have" in helpers:
            return "criticise"  # "the ministry should have listened"
        if is_negated(predicate):
            held = predicate.lemma_ in DUTIES  # never replied, where "never proposed it" defends who did not
            told = grammar.tense(predicate) == "past" and predicate.pos_ == "VERB"
            undone = grammar.negated(predicate) and (told or predicate.tag_ == "VBG")
            if undone and not held and predicate.lemma_ in WRONGS | _INJURIES:
                return "deny"  # "he never hit anybody", "the navy was not blocking the port"
            return "accuse" if told and held else None
        if helpers & (MUST | _PERHAPS) and "have" not in helpers:
            return None  # what he must or could do he did not do yet
        if subject.lemma_ in _ASSAILANTS:
            return None
        if predicate.lemma_ in _VIOLENCE and any(map(_is_counted, grammar.children(predicate, "obj"))):
            return None  # "gunmen killed two guards" is news
        verbs = {predicate.lemma_, *(child.lemma_ for child in grammar.children(predicate, "xcomp"))}
        beside = [predicate, *grammar.children(predicate, "obj", "obl")]  # "walked out", "walked out of a meeting"
        away = predicate.lemma_ == "pull" and any(grammar.children(predicate, "obj"))  # "pulled voters out"
        particles = [each for one in beside for each in grammar.children(one, "compound", "advmod", "case")]
        verbs |= {f"{predicate.lemma_} {each.lower_}" for each in particles if not away}
        if any((predicate.lemma_, each.lemma_) in _HARMLESS for each in grammar.children(predicate, "obj")):
            return None
        if predicate.pos_ == "VERB" and verbs & WRONGS and grammar.tense(predicate) != "future":
            return "accuse"
        borne = grammar.children(predicate, "obj") if predicate.lemma_ in _BEARING else ()
        if any(each.lemma_ in _BURDENS and not _is_duty(each) for each in borne):
            return "accuse"
        if predicate.lemma_ in ("act", "behave") and any(_case(each) in ("like", "as") for each in predicate.children):
            return "accuse"
        if not states(predicate) and predicate.lemma_ != "have":
            return None
        near = (token for token in predicate.subtree if predicate in (token, token.head, token.head.head))
        return "accuse" if any(token.lemma_.lower() in BLAME and not _is_virtue(token) for token in near) else None

    def owner(self, subject: Token) -> Mention | None:
        """Whose the subject is: "a Danish boat", "Denmark's ships"."""
        for child in grammar.children(subject, "nmod:poss", "amod", "compound"):
            mention = self.mentions.of(child)
            if mention is not None and mention.kind in ("nationality", "country", "organization"):
                return mention
        return None


def _is_counted(thing: Token) -> bool:
    """Of how many it is told: "six people", "dozens of villagers"."""
    return thing.lemma_ in _NUMBERS or any(grammar.children(thing, "nummod"))


def _is_duty(burden: Token) -> bool:
    """It is for what somebody is to do: "responsibility for protecting civilians", "to protect them"."""
    behind = burden.doc[burden.i + 1 : min(burden.i + 3, grammar.sentence_end(burden))]
    return any(token.tag_ in ("TO", "VBG") for token in behind)


def held_to_blame(predicate: Token) -> Token | None:
    """Who is held responsible for something: "we hold Baku fully responsible", "responsibility rests with Baku"."""
    if predicate.lemma_ in _RESTING and (subject := subjects.subject(predicate)) is not None:
        where = (each for each in grammar.children(predicate, "obl") if grammar.case(each) in ("on", "upon", "with"))
        return next(where, None) if subject.lemma_ in _BURDENS else None
    if predicate.lemma_ != "hold":
        return None
    blame = (child.lemma_.lower() in BLAME for child in grammar.children(predicate, "xcomp", "ccomp"))
    return next(grammar.children(predicate, "obj"), None) if any(blame) else None


def _is_virtue(word: Token) -> bool:
    """Responsible among others that somebody is, or in a way, and for nothing: "kind and", "fiscally responsible"."""
    in_a_way = any(child.lower_.endswith("ally") for child in grammar.children(word, "advmod"))
    beside = in_a_way or word.dep_ == "conj" or any(grammar.children(word, "conj", "cc"))
    return word.lower_ in ("responsible", "accountable") and beside and "for" not in map(_case, word.children)


def _case(token: Token) -> str:
    return next((child.lower_ for child in grammar.labelled(token, "case", "mark")), "")
