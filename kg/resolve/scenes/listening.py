"""Listening: whether those who are spoken to hear what somebody goes on with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Mention, Statement

# "In an interview with the newspaper X", "speaking to"; so many characters lie before the name.
_VESSEL = re.compile(
    r"\b(?:(?:interview|letter|message|note|email|memo|comments?|remarks?|speaking|talking) (?:with|to)|addressing"
    r"|briefing) (?:[\w’'-]+ ){0,4}$",
    re.IGNORECASE,
)
_AWAY = 60
# Who tells it to these tells nobody else: "told reporters after the talks".
_PRESS = re.compile(r" (?:(?:to|a|the|some|group|of|local|foreign|other) )*(?:reporters|journalists|correspondents)\b")
# After "told", whoever is told; not "him", who is known, and not what.
_SOMEBODY = re.compile(r" (?!(?:him|her|them|it|us|me|you|that|how|why|what|when|where|whether|of|about|on|in)\b)[a-z]")


def names(one: Statement, listeners: Sequence[Mention]) -> bool:
    """What is said has the name of one of them; a council may be named before it."""
    heard = {each.actor for each in listeners if each.kind == "person"}
    return any(each.mention.form == "name" and each.mention.actor in heard for each in one.about)


def tells_others(one: Statement, text: str) -> bool:
    """It is told to some who are nobody in particular: "told supporters", "said to reporters"."""
    after = one.cue.span[1]
    return (one.cue.lemma == "tell" and _SOMEBODY.match(text, after) is not None) or bool(_PRESS.match(text, after))


def has_vessel(one: Statement, text: str) -> bool:
    """Its addressees have the speaker's letter or the interview, and hear him by it."""
    start = one.addressees[0].start
    return _VESSEL.search(text[max(0, start - _AWAY) : start]) is not None
