"""Receptions: what others say of the subject of a verb: "she faced criticism", "the plan drew praise from Oslo"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.attributions.links import Link
from kg.extract.attributions.told import MODALS
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, nounphrases, subjects
from kg.extract.words.cueacts import act_named
from kg.extract.words.modality import is_negated

# Who does so is told something by others.
_GETTING = frozenset(
    """
    attract consolidate draw earn encounter endure face field gain generate get incur invite lock meet pick prompt
    provoke receive secure sew snag spark suffer trigger weather win
    """.split()
)
# Who has these of others is stood by: "has the backing of Oslo", "enjoys support from".
_HAVING = frozenset({"enjoy", "have"})
_STANDING_BY = frozenset({"approval", "backing", "blessing", "endorsement", "support"})
#: What somebody gets of others who say it of him.
RECEIVED = _STANDING_BY | {"condemnation", "criticism", "praise", "rebuke"}
# What such a noun is for some trees: "criticism" an adjective.
_NOUNS = frozenset({"NOUN", "ADJ"})


def receiver(head: Token) -> Token | None:
    """Of whom others say it: "[Dahl] has won praise from investors", "[she] has faced criticism"; None where nobody.

    Args:
        head: the verb that tells of it, or the noun of saying.
    """
    got = _got(head)
    return subjects.subject(got.head) if got is not None else None


def giver(head: Token) -> Token | None:
    """From whom somebody gets it who does not say it: "has won praise from [investors]", "drew a rebuke from".

    Args:
        head: the verb that tells of it, or the noun of saying.
    """
    got = _got(head)
    if got is None:
        return None
    cases = ("from", "of") if got.lemma_ in _STANDING_BY else ("from",)
    whose = (each for one in (got.head, got) for each in grammar.children(one, "obl", "nmod"))
    return next((each for each in whose if each.i > got.i and grammar.case(each) in cases), None)


def received(noun: Token, inside: set[int], score: float, mentions: Mentions) -> Link | None:
    """The attribution that a getting tells: "[Dahl] has won praise from [Oslo]"; None where nobody known gives it.

    Args:
        noun: of saying.
        inside: indices of the tokens among which all of it must lie.
        score: confidence in it.
        mentions: of the article.
    """
    got, whom, by = _got(noun), receiver(noun), giver(noun)
    if got is None or whom is None or by is None or got.i != noun.i:
        return None
    verb = noun.head
    ahead = {child.lower_ for child in grammar.children(verb, "aux")} & MODALS
    if ahead or verb.tag_ == "VB" or is_negated(verb):
        return None  # "must earn the support of Oslo"
    who, of = mentions.of(by), mentions.of(whom)
    if who is None or of is None or who.kind in ("date", "event"):
        return None
    words = nounphrases.noun_phrase(whom)
    if not inside.issuperset({verb.i, noun.i, by.i}) or by.i in {token.i for token in words}:
        return None
    return Link([verb, noun], noun, score, nounphrases.noun_phrase(by), by, [words])


def _got(head: Token) -> Token | None:
    """The noun of saying that somebody gets, or comes under."""
    verb = head if head.pos_ == "VERB" else head.head
    if verb.pos_ != "VERB" or any(grammar.children(verb, "aux:pass")):
        return None
    told = (
        child
        for child in grammar.children(verb, "obj", "obl", "xcomp")
        if (verb.lemma_ in _GETTING and (child.dep_ != "obl" or not grammar.case(child)))
        or (verb.lemma_ in _HAVING and child.lemma_ in _STANDING_BY)
        or (verb.lemma_ == "come" and grammar.case(child) == "under")
    )
    # "Received a report on the farmers": that is told of nobody who gets it.
    got = (each for each in told if act_named(each.lemma_) not in (None, "report") and head.i in (verb.i, each.i))
    return next((child for child in got if child.pos_ in _NOUNS), None)
