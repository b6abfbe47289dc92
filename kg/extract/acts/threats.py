"""Threats: clauses that tell what somebody will suffer, what stays closed until he gives in, or what may go wrong."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.predicates import WILL, conditions
from kg.extract.words.modality import is_negated

_PENALTIES = frozenset(
    """
    action arrest ban consequence fine force penalty prosecution punishment repercussion reprisal retaliation sanction
    wrath
    """.split()
)
# How who answers strikes back: "respond in kind", "with force".
_ANSWERS = frozenset({"answer", "react", "reply", "respond"})
_IN_KIND = frozenset({"kind", "force"})
_FOES = frozenset({"aggressor", "enemy", "foe", "invader", "occupier", "rebel", "war"})
# What a state takes against another, as it puts it: "all necessary measures to safeguard its sovereignty".
_MEASURES = frozenset({"action", "countermeasure", "measure", "step"})
_RESOLUTE = frozenset({"corresponding", "forceful", "resolute", "retaliatory"})
_SAFEGUARDED = frozenset(
    {"airspace", "dignity", "integrity", "interest", "right", "security", "sovereignty", "territory"}
)
# What is done to whom one wants to hurt.
_PUNISHING = frozenset({"penalise", "penalize", "prosecute", "punish"})
_UNPAID = frozenset({"unanswered", "unpunished"})
# What ill may come of something, how it is told, and what it is.
_RISKS = frozenset({"danger", "risk"})
_BEARING = frozenset({"be", "bring", "carry", "create", "heighten", "increase", "pose", "present", "raise", "run"})
_RUIN = frozenset(
    """
    collapse derail destabilise destabilize deteriorate disintegrate endanger escalate imperil jeopardise jeopardize
    spiral starve worsen
    """.split()
)
# What may be brought about, and how.
_ILLS = frozenset(
    """
    abyss anarchy bloodbath bloodshed catastrophe chaos clash collapse confrontation conflict crisis death default
    disaster displacement escalation exodus extinction famine flood hunger instability outbreak poverty recession
    shortage showdown starvation strife suffering tension turmoil unrest violence war
    """.split()
)
_BRINGING = frozenset(
    """
    bring cause face fuel ignite inflame lead plunge precipitate produce provoke push reignite result see spark tip
    trigger unleash
    """.split()
)
_MAY = WILL | {"could", "may", "might", "can"}
_SHUT = frozenset({"shut", "closed", "blocked", "frozen", "suspended"})


def is_blow(verb: Token, harms: Collection[str]) -> bool:
    """The verb is one of these harms, and not done for somebody's good: "fight for the voters"."""
    things = [each for each in grammar.labelled(verb, "obj") if each.pos_ == "NOUN"]
    if verb.lemma_ == "fight" and any(each.lemma_ not in _FOES for each in things):
        return False  # "to fight graft"
    fights = verb.lemma_ in ("fight", "strike")
    good = fights and any(grammar.case(each) in ("for", "alongside") for each in grammar.children(verb, "obl", "nmod"))
    back = verb.lemma_ in _ANSWERS and any(child.lemma_ in _IN_KIND for child in grammar.children(verb, "obl"))
    return back or (verb.lemma_ in harms and not good)


def is_penalty(predicate: Token) -> bool:
    """Somebody will pay for it: "would face sanctions", "will be met with force", "would regret it"."""
    if predicate.lemma_ == "face":
        return any(each.lemma_ in _PENALTIES for each in grammar.children(predicate, "obj"))
    if predicate.lemma_ == "pay":
        dearly = any(each.lower_ == "dearly" for each in predicate.children)
        return dearly or any(each.lemma_ == "price" for each in grammar.children(predicate, "obj"))
    if predicate.lemma_ == "regret":
        return any(each.lower_ in ("it", "this", "that") for each in grammar.children(predicate, "obj"))
    if predicate.lemma_ in ("have", "be"):
        effects = _effects(predicate)
        return bool(effects) and not _befalls(predicate, effects)
    met = predicate.lemma_ == "meet" and any(grammar.children(predicate, "aux:pass", "nsubj:pass"))
    return met and any(grammar.case(each) == "with" for each in grammar.children(predicate, "obl"))


def _effects(predicate: Token) -> list[Token]:
    return [each for each in grammar.children(predicate, "obj", "nsubj") if each.lower_ == "consequences"]


def _befalls(predicate: Token, effects: list[Token]) -> bool:
    """All will suffer from it, and nobody makes them: "would have grave consequences for the region"."""
    return bool(effects) and any(
        grammar.case(each) == "for" for one in (predicate, *effects) for each in grammar.children(one, "nmod", "obl")
    )


def is_countered(predicate: Token) -> bool:
    """Steps will be taken against somebody: "will take all necessary measures to safeguard its sovereignty"."""
    if predicate.lemma_ != "take":
        return False
    for step in grammar.labelled(predicate, "obj"):
        how = {child.lower_ for child in grammar.labelled(step, "amod")}
        if step.lemma_ == "countermeasure" or (step.lemma_ in _MEASURES and how & _RESOLUTE):
            return True
        if step.lemma_ in _MEASURES and "necessary" in how:
            return any(token.lemma_ in _SAFEGUARDED for token in predicate.subtree)
    return False


def is_punished(predicate: Token) -> bool:
    """Whoever does it will suffer for it: "would be punished", "will be held accountable", "will not go unpunished"."""
    beside = {child.lower_ for child in grammar.children(predicate, "advmod", "xcomp", "obj", "obl")}
    if predicate.lemma_ == "go":
        return bool(beside & _UNPAID) and grammar.negated(predicate)
    if grammar.negated(predicate) or not any(grammar.children(predicate, "aux:pass", "nsubj:pass")):
        return False
    held = predicate.lemma_ == "hold" and bool(beside & {"accountable", "responsible", "account"})
    return predicate.lemma_ in _PUNISHING or held


def forebodes(predicate: Token) -> bool:
    """Some ill may come of it: "risks losing a harvest", "there is a danger of floods", "the truce could collapse"."""
    if is_negated(predicate):
        return False
    if predicate.pos_ == "VERB" and predicate.lemma_ == "risk":
        return True
    if predicate.lemma_ in _BEARING:
        return any(
            each.lemma_ in _RISKS for each in grammar.children(predicate, "obj", "nsubj") if each.i > predicate.i
        )
    if not any(child.lower_ in _MAY for child in grammar.children(predicate, "aux")):
        return False
    if predicate.lemma_ in ("have", "be"):
        return _befalls(predicate, _effects(predicate))
    if predicate.lemma_ in _BRINGING - _RUIN:
        brought = grammar.children(predicate, "obj", "obl", "nsubj")
        return any(each.lemma_ in _ILLS and each.i > predicate.i for each in brought)
    return predicate.lemma_ in _RUIN


def is_imminent(predicate: Token) -> bool:
    """It is near: "heading for a catastrophe", "on the brink of collapse", "time is running out", "lives at stake"."""
    if is_negated(predicate):
        return False
    if predicate.lemma_ == "run":
        subject = subjects.subject(predicate)
        out = any(child.lower_ == "out" for child in predicate.children)
        return out and subject is not None and subject.lemma_ == "time"
    if predicate.lemma_ in ("head", "slide", "sleepwalk"):
        return any(each.lemma_ in _ILLS for each in grammar.labelled(predicate, "obl"))
    if predicate.lemma_ in ("stake", "danger", "jeopardy", "peril", "risk"):
        return grammar.case(predicate) in ("at", "in")
    return predicate.lemma_ in ("brink", "edge", "verge") and grammar.case(predicate) in ("on", "at")


def is_held_back(predicate: Token) -> bool:
    """What the speaker will not do hangs on what somebody does: "will not vote until the report is out"."""
    return any(
        clause.pos_ == "VERB" and {"unless", "until"} & {mark.lower_ for mark in grammar.children(clause, "mark")}
        for clause in grammar.children(predicate, "advcl")
    )


def stays_shut(predicate: Token) -> bool:
    """A thing stays closed until somebody does something, or any step is possible: "all options are on the table"."""
    if predicate.lemma_ in ("be", "remain", "stay", "table") and not is_negated(predicate):
        subject = subjects.subject(predicate)
        if subject is not None and subject.lemma_ == "option":
            return any(token.lemma_ == "table" for token in predicate.subtree)
    near = [predicate, *predicate.children]
    if not any(token.lemma_ in ("stay", "remain") for token in near) or not any(
        token.lower_ in _SHUT for token in near
    ):
        return False
    as_long = any(
        child.lower_ == "long"
        for clause in (predicate, *grammar.children(predicate, "advcl", "advmod"))
        for child in clause.subtree
    )
    return as_long or bool(conditions(predicate) & {"unless", "until"})
