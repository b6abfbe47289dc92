"""Spoken of: which of the mentions inside what is said are actors that it speaks of."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.acts.actors import (
    BODIES,
    is_first_person,
)
from kg.extract.attributions.links import Link
from kg.extract.mentions.described import LINEAGES
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar
from kg.extract.words.cues import LABELLING
from kg.model import Mention

# What a state has and acts by: "Turkish troops" and "Syrian territory" speak of Turkey and Syria, "Kazakh wheat" not.
_OF_STATES = frozenset(
    """
    army troop troops force forces military soldier navy fleet aircraft jet missile police government cabinet
    parliament official
    territory soil border airspace water sovereignty interference aggression occupation invasion attack strike sanction
    policy people citizen
    """.split()
)
# Who stands for his state where nobody names him: "the Chinese ambassador", "our Indian friends".
_ENVOYS = frozenset(
    """
    ambassador envoy friend host partner negotiator side ally neighbour neighbor
    """.split()
)
# By whom and what a state or a body is spoken of whose they are: "denied that its troops", "entered its waters".
_OWN = frozenset(
    """
    force troop troops soldier fighter officer patrol inspector aircraft plane ship vessel boat crew staff team worker
    member citizen national fisherman company airspace border frontier territory water soil
    """.split()
)


def is_topic(mention: Mention, one: Link, mentions: Mentions) -> bool:
    """An actor that is named or plainly meant: no date, no "Kazakh" of Kazakh wheat, no "it"."""
    if mention.kind in ("date", "event"):
        return False
    head = mentions.head(mention)
    if head.lower_ == "it" and [head] in one.contents:
        return False  # "denied it": what was said, and nobody
    if head.dep_ == "compound" and head.head.lemma_ in LINEAGES:
        return False  # "the Vestby family" is not one of them
    if mention.form == "pronoun":
        if head.tag_ == "PRP$":
            return _is_having(head, mentions)
        return not is_first_person(mention, mentions) and not _names(head)
    if mention.kind == "nationality":
        above = mentions.of(head.head)
        named = above is not None and above.form == "name"  # "Chinese President Dahl" speaks of Dahl
        beside = head.head.dep_ == "appos" or any(grammar.children(head.head, "appos"))
        envoy = head.head.lemma_.lower() in _ENVOYS and not named and not beside
        return envoy or head.head.lemma_ in BODIES | _OF_STATES or head.dep_ not in ("amod", "compound")
    return True


def _is_having(pronoun: Token, mentions: Mentions) -> bool:
    """Who has or does something is spoken of by it: "his resignation", "its troops"; not whose colleague one is."""
    if pronoun.lower_ == "its":
        return pronoun.head.lemma_.lower() in _OWN
    return pronoun.lower_ in ("his", "her") and mentions.of(pronoun.head) is None


def _names(pronoun: Token) -> bool:
    """Who calls something so, be it the speaker: "condemned what it called a breach"."""
    after_what = pronoun.i > grammar.sentence_start(pronoun) and pronoun.nbor(-1).lower_ == "what"
    return after_what and pronoun.head.lemma_ in LABELLING | {"say", "see", "consider", "regard"}
