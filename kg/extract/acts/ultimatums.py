"""Ultimatums: what awaits whoever does something, and steps that are taken against others and not for them."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax import grammar, subjects
from kg.extract.words.modality import is_negated
from kg.extract.words.valence import BLOWS, GIVINGS, HARMS

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
# What is bad for whom it is done to: "any ship that entered would be boarded", not "would be searched for rats".
_ILL = BLOWS | frozenset(
    """
    arrest ban bar blacklist board charge deport destroy detain dismiss disqualify evict execute expel fine fire hang
    imprison intercept intern jail kill outlaw penalise penalize prosecute sack sentence shell sink sue suspend target
    """.split()
)
_AS_FOES = frozenset(
    "combatant criminal deserter enemy foe intruder invader rebel soldier spy target terrorist traitor".split()
)
_BROUGHT = frozenset({"account", "court", "justice", "trial"})
# What one forfeits: "anyone who talks will lose his licence", not "those who work there will lose their jobs".
_LOSING, _LOST = (
    frozenset({"forfeit", "lose"}),
    frozenset("citizenship command job licence license life post seat".split()),
)
# Before whom one takes somebody, or a quarrel.
_COURTS = frozenset({"arbitration", "arbitrator", "court", "hague", "judge", "prosecutor", "tribunal"})
_TAKING = frozenset({"bring", "drag", "go", "haul", "take"})
# Who goes there only to look on or to speak threatens nobody.
_ATTENDING = frozenset({"attend", "hear", "observe", "see", "speak", "testify", "watch"})
# What one leaves to bring it down, or to be rid of it; a meeting or a post one may leave for anything.
_BONDS = frozenset("accord agreement alliance bloc coalition deal negotiation pact talk treaty union".split())
_LEAVING = frozenset({"exit", "leave", "quit"})
_ANSWERS = frozenset({"answer", "react", "reply", "respond", "retaliate"})
_LIKEWISE = frozenset({"accordingly", "firmly", "forcefully", "proportionately", "resolutely", "similarly", "strongly"})
# To these one responds as one is asked: "will respond strongly to the needs of refugees".
_ASKED = frozenset("appeal call concern invitation letter need offer proposal question request".split())
# What is done in response, and with what: "would move missiles in response", not "would send doctors in response".
_STEPS = HARMS | frozenset("deploy mobilise mobilize recall station summon".split())
_ARMS = frozenset("army duty fleet force missile navy rocket soldier tank tariff troop troops warship".split())


def awaits_whoever(predicate: Token) -> bool:
    """Whoever does something will suffer for it: "any ship that entered would be boarded", "those who strike will"."""
    passive = any(grammar.children(predicate, "aux:pass", "nsubj:pass"))
    subject = subjects.passive_subject(predicate) if passive else subjects.subject(predicate)
    if subject is None or is_negated(predicate) or not _is_whoever(subject):
        return False
    if passive:
        return _is_ill(predicate)
    if predicate.lemma_ == "answer":
        return any(grammar.case(each) == "for" for each in grammar.children(predicate, "obl"))
    lost = predicate.lemma_ in _LOSING and any(each.lemma_ in _LOST for each in grammar.labelled(predicate, "obj"))
    return lost and subject.lower_ != "those"


def _is_ill(predicate: Token) -> bool:
    """Somebody suffers by it: "would be shot", "would be treated as enemies", "would be brought to account"."""
    beside = list(grammar.children(predicate, "obl", "xcomp"))
    if predicate.lemma_ == "treat":
        return any(each.lemma_ in _AS_FOES for each in beside)
    if predicate.lemma_ in ("bring", "call", "take"):
        return any(each.lemma_ in _BROUGHT and grammar.case(each) in ("to", "before") for each in beside)
    return predicate.lemma_ in _ILL


def is_harmless(predicate: Token) -> bool:
    """Whoever does something has nothing to fear: "any ship that entered would be inspected for rats"."""
    subject = subjects.passive_subject(predicate)
    return subject is not None and _is_whoever(subject) and not (is_negated(predicate) or _is_ill(predicate))


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


def is_hostile(predicate: Token) -> bool:
    """A step against others: "will go to court", "would leave the coalition"."""
    beside = list(grammar.children(predicate, "obl", "obj"))
    # What stands behind a verb may be read as its predicate: "take the ministry to court".
    if predicate.lemma_ in _TAKING and any(map(_is_court, (*beside, *grammar.children(predicate, "xcomp")))):
        return not any(token.lemma_ in _ATTENDING or token.lower_ == "as" for token in predicate.subtree)
    if predicate.lemma_ in _LEAVING:
        return any(each.lemma_ in _BONDS for each in grammar.children(predicate, "obj"))
    if predicate.lemma_ in _ANSWERS and not any(each.lemma_ in _ASKED for each in predicate.subtree):
        likewise = any(child.lower_ in _LIKEWISE for child in grammar.children(predicate, "advmod"))
        if likewise or any(each.lemma_ in ("way", "manner") and grammar.case(each) == "in" for each in beside):
            return True
    if predicate.lemma_ not in _STEPS and not any(each.lemma_ in _ARMS for each in beside):
        return False
    # Not "in response to the needs of".
    return any(
        each.lemma_ in ("response", "retaliation")
        and grammar.case(each) == "in"
        and not any(grammar.children(each, "nmod"))
        for each in grammar.children(predicate, "obl")
    )


def _is_court(token: Token) -> bool:
    court = token.lemma_.lower() in _COURTS or any(
        child.lemma_.lower() in _COURTS for child in grammar.children(token, "compound", "flat")
    )
    return court and grammar.case(token) in ("to", "before", "into")
