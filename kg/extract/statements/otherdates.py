"""Other dates: what stands beside a saying and tells when something else was, "the 2016 race", "Monday's attack"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from kg.extract.attributions.links import Link
from kg.extract.mentions.mentions import Mentions
from kg.extract.statements.sharing import OCCASIONS
from kg.extract.syntax import grammar, nouns
from kg.extract.syntax.sides import case_of
from kg.extract.times.timewords import HALF
from kg.model import Mention

#: What stands before the day or month in which something is said.
AT = frozenset({"on", "in"})
#: What ends in these is said by then: "said it would “wait” on Monday".
CLOSING = frozenset({"”", '"', "''", ","})
# So many words lie between "Monday's" and what is of that day.
_AWAY = 4
# What lies ahead of whoever does so, whatever the tense; what happened, and the weeks and months in which it did: they
# are too long for a saying.
_EXPECTING = frozenset({"anticipate", "expect", "forecast", "foresee", "predict", "project"})
_EVENTS = frozenset(
    """
    abduction ambush arrest assassination attack bombing clash coup crackdown crash death disappearance election
    eruption execution explosion expulsion fire killing massacre murder protest raid riot shelling shooting strike
    unrest violence vote war
    """.split()
)
# What courts write.
_WRITTEN = frozenset("decision dissent judgement judgment opinion order ruling verdict".split())
_LONG = frozenset({"week", "month", "year", "spring", "summer", "autumn", "winter"})
# What has its own day before it is said then: "in a Monday interview"; and so is what is said "in the 2016 campaign".
_SAYING = nouns.DOCUMENTS | nouns.SAID | OCCASIONS
_DURING = frozenset({"in", "during", "at", "on"})
_HALVES = frozenset(HALF.split("|"))
# "OSLO, March 3 (Agency) -", "Oslo - 3 March 2026:": so much of a paragraph lies before the date.
_BEFORE_DATELINE, _PLACED = 45, re.compile(r"[A-Z][^.!?;:“”\"]*[,–—-]\s*")
_DATELINE = re.compile(r"\.?\s*(?:\([^)\n]{2,40}\)\s*)?(?:[–—:]|-)|\.?\s*\([A-Z][^)\n]{1,40}\)")


def is_anothers(mention: Mention, head: Token, one: Link, mentions: Mentions) -> bool:
    """The date tells when something else was than what the cue reports was said.

    Args:
        mention: the date.
        head: its word that the others hang on.
        one: the attribution.
        mentions: of the article.
    """
    if _is_of_said(mention, one, mentions) or _is_owner(head) or _is_before_noun(head):
        return True
    return _is_of_event(mention, one, mentions) or _is_dateline(mention, mentions.text)


def _is_of_said(mention: Mention, one: Link, mentions: Mentions) -> bool:
    """The date stands right behind the verb of what is said: "said Riga insisted late Wednesday that", and is its."""
    first = grammar.tokens_in(mentions.doc, mention.span)[0]
    at = (
        first.i - (2 if first.nbor(-1).lower_ in AT else 1)
        if first.i > grammar.sentence_start(first) + 1
        else grammar.sentence_start(first)
    )
    verb = first.doc[at]
    if verb.i <= one.head.i or verb.tag_ != "VBD":
        return False
    if verb.dep_ == "acl:relcl" and any(child.lower_ == "who" for child in verb.lefts):
        return True  # "won the support of Rowe, who said on Monday"
    return verb.dep_ == "ccomp" and any(verb.i == token.i for tokens in one.contents for token in tokens)


def _is_of_event(mention: Mention, one: Link, mentions: Mentions) -> bool:
    """The date right behind what is said is its own: "expected a cut in May", "an inquiry into the raid last week"."""
    before = mentions.text[: mention.start].rstrip()
    before = next((before.removesuffix(f" {case}") for case in sorted(AT) if before.endswith(f" {case}")), before)
    said = next((tokens for tokens in one.contents if grammar.span_of(*tokens)[1] == len(before)), None)
    if said is None or said[0].i < one.head.i or said[-1].text in CLOSING:
        return False
    if one.head.lemma_ in _EXPECTING:
        return True
    day = mentions.text[slice(*mention.span)].split()[-1].lower() in _LONG
    return day and any(token.lemma_ in _EVENTS for token in said)


def _is_owner(head: Token) -> bool:
    """The date tells when that was which follows: "last week's attack", not "Monday's statement"."""
    doc, at = head.doc, head.i + 1
    if at + 1 >= grammar.sentence_end(head) or doc[at].tag_ != "POS":
        return False
    owned = next(
        (each for each in doc[at + 1 : grammar.sentence_end(head)] if each.pos_ == "NOUN" and each.dep_ != "compound"),
        None,
    )
    if owned is None or owned.i - at > _AWAY:
        return False
    lemma = owned.lemma_.lower()
    if lemma in _WRITTEN and case_of(owned) == "in":
        return False  # "wrote in Thursday's ruling"
    return lemma not in nouns.DOCUMENTS | nouns.PEOPLE | nouns.ORGANIZATIONS | OCCASIONS


def _is_before_noun(head: Token) -> bool:
    """The date tells a noun behind it apart: "the 2016 race", "the 1973 decision"; not "a 2019 speech"."""
    noun = head.head
    if not head.i < noun.i or noun.pos_ not in ("NOUN", "PROPN") or any(grammar.children(head, "case")):
        return False
    if noun.ent_type_ == "DATE" or noun.lower_ in _HALVES:
        return False  # "Tuesday evening"
    if any(token.is_punct for token in head.doc[head.i + 1 : noun.i]) or noun.lemma_.lower() in _SAYING:
        return False
    beside = noun.dep_.startswith("obl") or noun.head.lemma_.lower() in _SAYING  # "in interviews during the 2016 race"
    return not (beside and case_of(noun) in _DURING)


def _is_dateline(mention: Mention, text: str) -> bool:
    """The date is that of the news, which its first words tell: "OSLO, March 3 (Agency) -"."""
    before = text[: mention.start].rpartition("\n")[2]
    placed = len(before) <= _BEFORE_DATELINE and _PLACED.fullmatch(before) is not None
    return placed and _DATELINE.match(text, mention.end) is not None
