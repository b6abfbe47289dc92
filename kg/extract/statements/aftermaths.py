"""Aftermaths: what is said after a vote or a ruling, or at a hearing, is said on the day that the article told of it.

"The house passed the bill on Thursday. ... Minutes after the vote, X said": the day stands with the vote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from spacy.tokens import Token

from kg.extract.attributions.links import Link
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, subjects
from kg.extract.times import times
from kg.model import Mention, Time

_VOTING = frozenset("vote pass approve reject adopt back defeat endorse ratify elect".split())
_RULING = frozenset(
    "rule convict acquit sentence decide order uphold overturn strike block dismiss reject annul bar find quash".split()
)
_HITTING = frozenset("attack strike hit explode kill raid shoot bomb ram shell crash sink".split())
# What is spoken of afterwards, and the verbs that tell of it beside the noun's own.
_DEEDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("vote", "ballot", "result", "outcome"), _VOTING),
    **dict.fromkeys(("ruling", "verdict", "judgment", "judgement", "decision", "sentence"), _RULING),
    **dict.fromkeys(("opinion", "dissent", "majority", "court"), _RULING),
    **dict.fromkeys(("attack", "strike", "blast", "explosion", "raid", "shooting", "crash", "collision"), _HITTING),
    "announcement": frozenset({"announce", "unveil", "declare"}),
    "arrest": frozenset({"arrest", "detain"}),
}
# What lasts, and at which things are said.
_SITTINGS = frozenset(
    """
    hearing debate session rally ceremony briefing vigil funeral trial march protest service congress convention inquest
    conference inquiry crowd
    """.split()
)
# Where there is a crowd: "a protest on Sunday drew thousands. ... She told the crowd".
_CROWDED = frozenset({"rally", "protest", "demonstration", "march", "vigil", "gathering"})
# Who decides so that others speak of it after the day.
_BODIES = frozenset(
    """
    parliament senate house congress assembly council committee commission court tribunal judge jury panel board
    cabinet lawmaker legislator senator deputy member voter shareholder justice magistrate mp government delegate
    """.split()
)
# Who votes where he is spoken to.
_CHAMBERS = _BODIES | {"chamber", "colleague", "house"}
_AFTER, _BEFORE = frozenset({"after", "following"}), frozenset({"before"})
#: "Minutes after", "shortly before": on the same day.
SOON = frozenset("minute minutes hour hours moments moment shortly soon just immediately right".split())
_LONG = frozenset({"day", "week", "month", "year"})
_DEFINITE = frozenset({"the", "that", "this", "its", "his", "her", "their"})
# Where a court's words stand: "wrote in the ruling", "for the majority", "in dissent".
_TEXTS = frozenset({"ruling", "verdict", "judgment", "judgement", "decision", "opinion", "dissent"})
_DELIVERING = frozenset("read deliver announce explain hand issue".split())
_SPEAKING_FOR = frozenset({"majority", "court"})
_TOLD = frozenset({"tell", "address"})
# Who hears what is said at a trial or a hearing, and what tells of these: "told the jury", "under questioning".
_HEARERS = frozenset("court tribunal judge jury inquest inquiry panel committee senator questioning testify".split())
_HEARINGS = frozenset({"trial", "hearing", "inquest", "inquiry", "testimony"})
_ADJECTIVES = frozenset({"JJ", "JJS", "VBN", "CD", "HYPH", "NN", "NNS"})
# Of another day, which is told last: "The hearing opened on Monday. In May she stayed away. At the time, X told".
_THEN = re.compile(r"(?:At (?:the|that) time|Back then),? (?!of\b|that\b)")
_WIDE = 4  # words between the article and its noun
_FAR = 900  # words back


def day_of_occasion(one: Link, mentions: Mentions, published: date | None) -> Time | None:
    """The day of the vote, the ruling or the sitting at or after which the cue's own clause tells that it is said.

    Args:
        one: the attribution.
        mentions: of the article.
        published: its day.

    Returns:
        The nearest day before that is told of such an event, or None where none is told.
    """
    if _THEN.match(mentions.text, one.head.doc[grammar.sentence_start(one.head)].idx):
        return None
    for noun, heard in _taken_up(one):
        for index in range(noun.i - 1, max(-1, noun.i - _FAR), -1):
            token = noun.doc[index]
            if grammar.sentence_start(token) == grammar.sentence_start(noun) or not _is_it(token, noun, heard=heard):
                continue
            for mention in _dates(token, mentions):
                found = times.read(mentions.text, [times.Mark(mention.span, "past")], published)
                ahead = found is not None and published is not None and found.days()[0] > published
                if found is not None and found.granularity == "day" and not ahead:
                    return found
    return None


def _taken_up(one: Link) -> Iterator[tuple[Token, bool]]:
    """The nouns by which the words around what is said take an event up: "after the vote", "told the hearing".

    And whether it is one who hears what is said at a trial or a hearing: "told the court".
    """
    said = {token.i for tokens in one.contents for token in tokens}
    if one.head.lemma_ == "testify":
        yield one.head, True
    for noun in one.head.sent:
        lemma = noun.lemma_.lower()
        if noun.pos_ != "NOUN" or noun.i in said or (lemma not in _DEEDS and lemma not in _SITTINGS | _HEARERS):
            continue
        first = noun.i
        while (
            first > grammar.sentence_start(noun) and noun.i - first < _WIDE and noun.doc[first - 1].tag_ in _ADJECTIVES
        ):
            first -= 1
        article = noun.doc[first - 1] if first > grammar.sentence_start(noun) else None
        definite = article is not None and article.lower_ in _DEFINITE
        at = first - 1 if article is not None and article.tag_ in ("DT", "PRP$") else first
        if at <= grammar.sentence_start(noun) and not (at == grammar.sentence_start(noun) and lemma == "dissent"):
            continue
        case = noun.doc[at - 1]
        lead = noun.doc[at - 2].lower_ if at - 2 >= grammar.sentence_start(noun) else ""
        if any(child.ent_type_ == "DATE" for child in noun.children):
            continue  # its own day is told
        if _is_heard(noun, case, one.head) and (definite or lemma == "questioning"):
            yield noun, True
        elif (lemma in _DEEDS or lemma in _SITTINGS) and _is_led(noun, case, lead, one.head, definite=definite):
            yield noun, False  # "after the senator" takes up no event


def _is_led(noun: Token, case: Token, lead: str, verb: Token, *, definite: bool) -> bool:
    """The words before the noun take it up: "in a ruling", "wrote for the majority", "hours after the", "told the"."""
    lemma = noun.lemma_.lower()
    if lemma in _TEXTS and case.lower_ == "in":
        return True
    if lemma in _SPEAKING_FOR or not definite:
        return lemma in _SPEAKING_FOR and case.lower_ == "for" and verb.lemma_ == "write"
    if case.tag_ in ("VBG", "RP") and noun.head.lemma_ in _DELIVERING:
        return _DEEDS.get(lemma) is _RULING
    if case.lower_ in _AFTER:
        return lead in SOON or lead.removesuffix("s") not in _LONG
    if case.lower_ in _BEFORE:
        told = verb.lemma_ in _TOLD and any(child.lemma_.lower() in _CHAMBERS for child in verb.rights)
        return lead in SOON or (told and _DEEDS.get(lemma) is _VOTING)  # "told the chamber before the vote"
    return lemma in _SITTINGS and (case.lower_ in ("at", "during") or case.lemma_ in _TOLD)


def _is_heard(noun: Token, case: Token, verb: Token) -> bool:
    """Who is told is who sits in a trial or at a hearing: "told the court", "under questioning"."""
    lemma = noun.lemma_.lower()
    if lemma == "questioning":
        return case.lower_ == "under"
    return lemma in _HEARERS and case.lemma_ in _TOLD and verb.i in (case.i, case.head.i)


def _is_it(token: Token, noun: Token, *, heard: bool) -> bool:
    """The word tells of what the noun takes up."""
    lemma = noun.lemma_.lower()
    if heard:
        of_it = token.lemma_.lower() in (_HEARINGS if token.pos_ == "NOUN" else ("testify",))
        return of_it and token.dep_ != "compound"  # "in a hearing room"
    if token.pos_ == "NOUN":
        same = token.lemma_.lower() == lemma or (lemma == "crowd" and token.lemma_.lower() in _CROWDED)
        return same and lemma not in _SPEAKING_FOR
    if token.pos_ != "VERB" or lemma in _SITTINGS or grammar.tense(token) != "past" or grammar.negated(token):
        return False
    verb = token.lemma_.lower()
    if verb not in _DEEDS[lemma]:
        return False
    if _DEEDS[lemma] not in (_VOTING, _RULING) or verb in ("vote", "rule", "convict", "acquit", "sentence"):
        return True
    who = subjects.subject(token)
    return who is not None and who.lemma_.lower() in _BODIES


def _dates(token: Token, mentions: Mentions) -> Iterator[Mention]:
    """The dates of a verb's clause, of a noun's phrase, or of the clause of which the noun is a part."""
    verb = token if token.pos_ == "VERB" else grammar.clause(token)
    for mention in mentions.within((token.sent.start_char, token.sent.end_char)):
        if mention.kind != "date":
            continue
        above = mentions.head(mention).head
        beside = above.i in (token.i, verb.i) or (above.head.i == verb.i and above.pos_ == "NOUN")
        if beside and (verb.i == token.i or grammar.tense(verb) != "future"):
            yield mention
