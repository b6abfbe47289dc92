"""By their object: cues that do one thing to a claim, another to a plan and a third to a person.

"Challenged the figures" denies them, "challenged the ruling" rejects it, "challenged the minister" criticises him.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax import grammar, nouns, subjects
from kg.extract.syntax.predicates import MUST
from kg.extract.words.modality import is_negated
from kg.extract.words.valence import BAD, HAPPENING, WRONGS
from kg.model import Act

#: What somebody is praised for by telling of it.
MERITS = frozenset({"role", "effort", "contribution", "performance", "achievement", "success"})
# What is agreed to by recognising it: "has never recognised the border".
_RECOGNISED = frozenset(
    """
    agreement annexation authority border court document election government independence jurisdiction leader
    legitimacy marriage passport plan presidency republic result ruling sovereignty state statehood territory treaty
    union victory
    """.split()
)
# What is said not to be so by challenging it, besides what somebody said.
_TOLD = frozenset({"accuracy", "fact", "finding", "narrative", "notion", "science", "truth"})
# What a court or an office has decided: who appeals it, rejects it.
_DECIDED = frozenset(
    """
    acquittal ban conviction decision fine judgement judgment order penalty refusal rejection result ruling sentence
    verdict
    """.split()
)
# What somebody considers that he may do, and not what he holds it to be.
_STEPS = frozenset(
    """
    ban bid boycott change cut increase legislation measure moratorium option reform run sanction strike visit
    withdrawal
    """.split()
)
# Who foresees what others will do, and has nothing to ask of them.
_FORECASTERS = frozenset(
    """
    analyst economist expert forecaster insider investor market observer pollster source strategist trader watcher
    """.split()
)
_ANYBODY = frozenset({"few", "many", "most", "others", "people", "some", "everyone", "everybody", "nobody"})
# What is foreseen of others, too, though they might be asked for it.
_FORESEEN = frozenset({"announce", "carry", "fade", "form", "nominate", "play", "reflect", "roar", "soar", "spend"})
_ACTORS = nouns.PEOPLE | nouns.PARTISANS | nouns.ORGANIZATIONS | nouns.COUNTRIES
_THEM = frozenset({"he", "her", "him", "it", "me", "she", "them", "they", "us", "we", "you"})


def act_by_object(head: Token, lemma: str) -> Act | None:
    """The act of a cue that its object or clause tells; None of all others.

    Args:
        head: the governing word of the cue.
        lemma: by which the cue is known.
    """
    if head.lemma_ == "challenge" and head.pos_ == "VERB":
        return _challenging(head)
    if head.lemma_ in ("recognise", "recognize"):
        return _recognising(head)
    if lemma == "surprise":
        return _surprised(head)
    if lemma in ("appeal", "appeal to"):
        decided = any(each.lemma_ in _DECIDED for each in grammar.children(head, "obj", "nsubj:pass"))
        against = any(grammar.case(each) == "against" for each in grammar.children(head, "nmod", "obl"))
        return "reject" if decided or against else None
    if lemma == "campaign for":
        for_whom = [each for each in grammar.children(head, "obl") if grammar.case(each) == "for"]
        return "support" if any(map(_is_person, for_whom)) else None
    if head.lemma_ == "consider" and _is_step(head):
        return "intend"
    return "say" if head.lemma_ == "advise" and _only_informs(head) else None


def foresees(verb: Token) -> bool:
    """What is expected will happen as the speaker sees it, and nobody is asked for it.

    "Analysts expect the bank to act", "expects prices to fall", "expect him to announce it"; not "expects them to pay".
    """
    subject = subjects.subject(verb)
    if subject is not None and (subject.lower_ in _ANYBODY or subject.lemma_.lower() in _FORECASTERS):
        return True
    if subject is None and verb.tag_ == "VB":
        return True  # "expect old quarrels to return"
    for clause in grammar.children(verb, "xcomp", "ccomp", "advcl"):
        if clause.lemma_ in HAPPENING | _FORESEEN:
            return True
        if any(grammar.children(clause, "aux:pass")):
            continue  # "expects its wine to be treated fairly": it is others who are to do so
        who = subjects.subject(clause) or next(grammar.children(verb, "obj"), None)
        if who is not None and not (who.lower_ in _THEM or who.pos_ == "PROPN" or who.lemma_ in _ACTORS):
            return True
    return False


def _challenging(verb: Token) -> Act | None:
    for thing in grammar.children(verb, "obj", "nsubj:pass"):
        if thing.lemma_ in nouns.SAID - _DECIDED - {"decision", "plan", "move"} | _TOLD:
            return "deny"
        acts = _is_person(thing) or thing.ent_type_ in ("LOC", "ORG") or thing.lemma_ in _ACTORS
        return "criticise" if acts else "reject"
    return None


def _recognising(verb: Token) -> Act | None:
    """What is recognised is a merit, or valid; who is recognised for something is praised."""
    nearest = list(grammar.children(verb, "obj", "nsubj:pass"))
    things = {each.lemma_ for each in [*nearest, *([verb.head] if verb.dep_ == "acl:relcl" else [])]}
    if things & (MERITS | _RECOGNISED):
        return "praise" if things & MERITS else "agree"
    if not any(grammar.children(verb, "nsubj:pass")) or any(grammar.children(verb, "ccomp")):
        return None
    honoured = [each for each in grammar.children(verb, "obl") if grammar.case(each) in ("as", "for")]
    worded = {token.lemma_.lower() for each in honoured for token in each.subtree}
    return "praise" if honoured and not worded & (BAD | WRONGS | {"violation"}) else None


def _surprised(head: Token) -> Act:
    """Who expresses surprise at what others did or left undone disapproves of it."""
    told = head.lemma_ in ("express", "voice")
    beside = [head, *grammar.children(head, "obj")]
    at = (grammar.case(each) in ("at", "over") for one in beside for each in grammar.children(one, "nmod", "obl"))
    undone = (is_negated(each) for one in beside for each in grammar.children(one, "ccomp", "acl"))
    return "criticise" if told and (any(at) or any(undone)) else "believe"


def _is_step(verb: Token) -> bool:
    """Something may be done: "is considering a ban", "considered selling it", "considers whether to go"."""
    clauses = list(grammar.children(verb, "xcomp", "ccomp"))
    for clause in clauses:
        marks = {child.lower_ for child in grammar.children(clause, "mark", "advmod")}
        if "whether" in marks and any(child.tag_ == "TO" for child in clause.children):
            return True
        if clause.tag_ == "VBG" and not any(grammar.children(clause, "nsubj", "cop")):
            return not any(grammar.children(verb, "obj"))
    things = list(grammar.children(verb, "obj"))
    told = bool(clauses) or any(grammar.case(each) == "as" for each in grammar.children(verb, "obl"))
    return verb.tag_ != "VBD" and not told and any(each.lemma_ in _STEPS for each in things)


def _only_informs(verb: Token) -> bool:
    """Whoever is advised that something is so is told it: "was advised that the plan was lawful"."""
    for clause in grammar.children(verb, "ccomp"):
        helpers = {child.lower_ for child in grammar.children(clause, "aux")}
        finite = any(child.tag_ in ("VBZ", "VBD", "VBP") for child in (clause, *grammar.children(clause, "aux", "cop")))
        bidden = helpers & (MUST | {"would", "could"})
        if finite and not bidden and any(grammar.children(clause, "nsubj", "nsubj:pass")):
            return True
    return False


def _is_person(token: Token) -> bool:
    return token.ent_type_ == "PER" or token.lower_ in ("him", "her", "them") or token.lemma_.lower() in nouns.PEOPLE
