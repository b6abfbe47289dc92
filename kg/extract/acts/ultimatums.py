"""Ultimatums: what awaits whoever does something, and steps that are taken against others and not for them."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax import grammar, subjects
from kg.extract.words.modality import is_negated
from kg.extract.words.valence import GIVINGS

# Who is meant by nobody's name: "anyone who", "those who", "any ship that".
_WHOEVER = frozenset({"anybody", "anyone", "those", "whoever", "all"})
_ANY = frozenset({"any", "every", "each"})
# What is good for whom it is done to: "anyone who returns will be pardoned".
_KIND = GIVINGS | frozenset(
    """
    admit allow compensate employ exempt free help hire invite pardon pay permit protect receive release remember reward
    spare thank treat welcome
    """.split()
)
# What whoever does it will do, or what will befall him: "would answer for it in court", "will lose their licence".
_PAYING = frozenset({"answer", "burn", "forfeit", "lose", "regret", "suffer"})
# Before whom one takes somebody, or a quarrel.
_COURTS = frozenset({"arbitration", "arbitrator", "court", "hague", "judge", "prosecutor", "tribunal"})
_TAKING = frozenset({"bring", "drag", "go", "haul", "take"})
# What one leaves to bring it down, or to be rid of it.
_BONDS = frozenset(
    """
    accord agreement alliance assembly bloc cabinet coalition conference convention council deal government group
    league mission negotiation pact party process talk treaty union
    """.split()
)
_LEAVING = frozenset({"exit", "leave", "quit"})
_TEARING = {"tear": "up", "walk": "out", "vote": "down", "shut": "down"}
_ANSWERS = frozenset({"act", "answer", "react", "reply", "respond", "retaliate"})
_LIKEWISE = frozenset({"accordingly", "firmly", "forcefully", "proportionately", "resolutely", "similarly", "strongly"})


def awaits_whoever(predicate: Token) -> bool:
    """Whoever does something will suffer for it: "any ship that entered would be boarded", "those who strike will"."""
    passive = any(grammar.children(predicate, "aux:pass", "nsubj:pass"))
    subject = subjects.passive_subject(predicate) if passive else subjects.subject(predicate)
    if subject is None or is_negated(predicate) or not (_is_whoever(subject) or _is_doing(subject)):
        return False
    if not passive:
        return predicate.lemma_ in _PAYING
    return not is_kindness(predicate)


def is_kindness(predicate: Token) -> bool:
    """Something good is done to somebody: "would be pardoned", not "would be treated as soldiers"."""
    if predicate.lemma_ == "treat" and any(grammar.case(each) == "as" for each in predicate.children):
        return False
    passive = any(grammar.children(predicate, "aux:pass", "nsubj:pass"))
    return passive and predicate.lemma_ in _KIND and not is_negated(predicate)


def _is_whoever(subject: Token) -> bool:
    """It stands for all who do what a clause behind it tells."""
    every = subject.lower_ in _WHOEVER or any(child.lower_ in _ANY for child in grammar.children(subject, "det"))
    return every and any(grammar.children(subject, "acl:relcl", "acl"))


def _is_doing(subject: Token) -> bool:
    """A clause is the subject: "whoever burns a house will be"."""
    return subject.dep_ == "csubj" and any(child.lower_ == "whoever" for child in subject.children)


def is_hostile(predicate: Token) -> bool:
    """A step against others: "will go to court", "would leave the coalition", "would tear up the deal"."""
    beside = list(grammar.children(predicate, "obl", "obj"))
    if predicate.lemma_ in _TAKING and any(_is_court(each) for each in beside):
        return True
    if predicate.lemma_ in _LEAVING:
        return any(each.lemma_ in _BONDS for each in grammar.children(predicate, "obj"))
    if (particle := _TEARING.get(predicate.lemma_)) is not None:
        return any(child.lower_ == particle for child in grammar.children(predicate, "compound:prt", "advmod"))
    answered = predicate.lemma_ in _ANSWERS
    if answered and any(child.lower_ in _LIKEWISE for child in grammar.children(predicate, "advmod")):
        return True
    if answered and any(each.lemma_ in ("way", "manner") and grammar.case(each) == "in" for each in beside):
        return True
    # "Would move missiles to the border in response", not "in response to the needs of".
    return any(
        each.lemma_ in ("response", "retaliation", "return")
        and grammar.case(each) == "in"
        and not any(grammar.children(each, "nmod"))
        for each in grammar.children(predicate, "obl")
    )


def _is_court(token: Token) -> bool:
    court = token.lemma_.lower() in _COURTS or any(
        child.lemma_.lower() in _COURTS for child in grammar.children(token, "compound", "flat")
    )
    return court and grammar.case(token) in ("to", "before", "into")
