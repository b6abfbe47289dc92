"""Pasts: what was said once, on an occasion, and not what somebody says, has said or holds at all times."""

from __future__ import annotations

import re

from kg.model import Statement

# "Has threatened", "had asked", "is asking": not said when the sentence before was.
_HELPERS = frozenset({"has", "have", "had", "is", "are", "was", "were", "will", "would", "does", "do"})
_HAD = re.compile(r"\b(?:has|have|had)(?: \w+ly)? $")
_HAS = re.compile(r"\b(?:has|have)(?: \w+)? \w+")
# Verbs of which the past is written as the present.
_UNCHANGED = frozenset({"forecast", "broadcast", "read", "put", "set", "bet", "hit"})
# A noun tells what is said by verbs, here the irregular of them: "offered advice", "made a threat".
_MADE = frozenset({"made", "gave", "sent", "drew", "laid", "took", "held"})
# What was not said was not said then: "did not mention it"; who "would not say" refused to.
_REFUSED = re.compile(
    r"(?:also |again |still )?(?:did(?: not| ?n['’]t) (?!immediately|return|re(?:ply|spond)|answer|comment)"
    r"|would(?: not| ?n['’]t) (?:say|reveal|tell|comment|disclose|discuss|confirm|give|name|elaborate|speculate)\b)"
)
#: What somebody holds at all times, and does not do on an occasion.
HOLDING = frozenset("believe think know want wish hope fear doubt intend plan expect consider regard see like".split())
#: "Has pledged" was not said then and there.
PERFECT = frozenset({"has", "have", "had", "will", "would"})
# "Expressed the hope" is said once.
_EXPRESSING = re.compile(r"(?:express|voic|extend|convey|reaffirm|reiterat)")
# So near the cue, in characters, stand the words that tell of it.
_BESIDE = 14


def is_past(one: Statement, text: str) -> bool:
    """It was said once, and not "he says", "he has said" or "he had said"."""
    lemma = one.cue.lemma.split()[0]
    if lemma in _UNCHANGED or lemma == "according" or _is_dated(one, text):
        return True
    if _HAD.search(text, max(0, one.cue.span[0] - _BESIDE), one.cue.span[0]):
        return False  # "had | welcomed"
    words = text[slice(*one.cue.span)].lower().split()
    if _EXPRESSING.match(words[0]):
        return words[0].endswith(("ed", "ing"))
    if lemma in HOLDING:
        return False
    if _REFUSED.match(text[slice(*one.cue.span)].lower()):
        return True
    if words[0] == "to" and one.time is not None:
        return True  # "took the floor on Monday | to defend"
    if lemma in words[1:] and any(word.endswith("ed") or word in _MADE for word in words[: words.index(lemma, 1)]):
        return not _HELPERS & set(words)  # "gave an assurance"
    present = {lemma, f"{lemma}s", f"{lemma}es", f"{lemma[:-1]}ies"}
    return not (present | _HELPERS) & set(words)


def _is_dated(one: Statement, text: str) -> bool:
    """What has been said has a day: "has urged Oslo to wait, in a letter published on Monday"."""
    start, end = one.cue.span
    has = _HAS.search(text[max(0, start - _BESIDE) : end]) is not None
    return has and one.time is not None and one.time.granularity == "day"
