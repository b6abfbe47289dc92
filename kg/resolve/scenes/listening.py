"""Listening: whether those who are spoken to hear what somebody goes on with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Mention, Statement
from kg.resolve.scenes.sentences import sentence_of

# "In an interview with the newspaper X", "speaking to"; so many characters lie before the name.
_VESSEL = re.compile(
    r"\b(?:(?:interview|letter|message|note|email|memo|comments?|remarks?|speaking|talking) (?:with|to)|addressing"
    r"|briefing) (?:[\w’'-]+ ){0,4}$",
    re.IGNORECASE,
)
_AWAY = 60
# Before where one speaks: "on NBC", "At AIPAC", "in an appearance on CBS"; and before who asks.
_ON_AIR = re.compile(r"\b(?:[Oo]n|[Aa]t) (?:the )?$")
_ASKED_BY = re.compile(r"\b(?:[Aa]sked|[Pp]ressed|[Qq]uestioned) by (?:the )?(?:[\w-]+ ){0,3}$")
_LED = 40
# Who tells it to these tells nobody else: "told reporters after the talks".
_PRESS = re.compile(r" (?:(?:to|a|the|some|group|of|local|foreign|other) )*(?:reporters|journalists|correspondents)\b")
# After "told", whoever is told; not "him", who is known, and not what.
_SOMEBODY = re.compile(r" (?!(?:him|her|them|it|us|me|you|that|how|why|what|when|where|whether|of|about|on|in)\b)[a-z]")


def names(one: Statement, listeners: Sequence[Mention]) -> bool:
    """What is said has the name of one of them; a council may be named before it."""
    heard = {each.actor for each in listeners if each.kind == "person"}
    return any(each.mention.form == "name" and each.mention.actor in heard for each in one.about)


def is_elsewhere(one: Statement, before: Statement, text: str, bodies: Sequence[Mention]) -> bool:
    """Another programme, paper or gathering is named since: "told the Courier. ... said on NBC", "At AIPAC, he said".

    Or somebody else has asked.

    Args:
        one: the statement that goes on.
        before: the one that it goes on from.
        text: of the article.
        bodies: the people and bodies named outside what is said, in text order.
    """
    heard = {each.actor for each in before.addressees}
    _, end = sentence_of(one)
    for each in bodies:
        if not before.cue.span[1] <= each.start < end or each.actor in heard | {one.speaker.entity}:
            continue
        led = text[max(0, each.start - _LED) : each.start]
        if (each.kind == "organization" and _ON_AIR.search(led)) or (each.kind == "person" and _ASKED_BY.search(led)):
            return True
    return False


def tells_others(one: Statement, text: str) -> bool:
    """It is told to some who are nobody in particular: "told supporters", "said to reporters"."""
    after = one.cue.span[1]
    return (one.cue.lemma == "tell" and _SOMEBODY.match(text, after) is not None) or bool(_PRESS.match(text, after))


def has_vessel(one: Statement, text: str) -> bool:
    """Its addressees have the speaker's letter or the interview, and hear him by it."""
    start = one.addressees[0].start
    return _VESSEL.search(text[max(0, start - _AWAY) : start]) is not None
