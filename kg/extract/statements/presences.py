"""Presences: where the speaker is, by the words behind the cue or beside his name, whatever the tree hangs them on.

"Told reporters outside the palace of Oslo", "said from Oslo"; "Ann Rowe, reached by telephone in Oslo, said".
"""

from __future__ import annotations

import re

from kg.extract.attributions.links import Link
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar
from kg.model import Mention

# What is said once, and told to people.
_SAYING = frozenset("address announce argue declare insist say shout speak tell warn write".split())
# Before the place where something is: "outside the old prison of", "on the steps of the".
_NO = r"(?!(?:about|against|and|as|but|for|from|his|how|of|on|that|to|what|when|whether|which|who|why|with)\b)"
_AT = (
    r"(?:in|at|outside|inside|near|beside|in front of"
    r"|on the (?:banks?|border|edge|grounds|lawns?|outskirts|roof|shores?|sidelines|steps|streets) of)"
    rf" (?:the |an? )?(?:{_NO}[a-z-]+ ){{0,3}}(?:(?:of|in|on) )?(?:the )?$"
)
_ON = re.compile(r"(?:[Ss]treet|[Rr]oad|[Ss]quare|[Aa]venue|Hill|Bridge|Boulevard|Mall)\b")
# Whom it is told: "reporters", "the waiting crowd", "to journalists", "the Courier".
_WHOM = r"(?: to)?(?: (?:the|an?|some|his|her|their|local))?(?: (?!(?:that|from|about|on|of)\b)[\w’'-]+){0,3}?"
_BEHIND = re.compile(rf"{_WHOM} {_AT}")
_BEHIND_ON = re.compile(rf"{_WHOM} (?:on|outside the [a-z]+ on) $")
_FROM = re.compile(
    r"(?:,? (?:by (?:tele)?phone|by video link|on (?:Facebook|Instagram|Telegram|Twitter|X)))?"
    r" from (?:the )?(?:[a-z]+ of )?$"
)
_LANDING = re.compile(r" (?:up)?on (?:landing|arriving|arrival|his return|her return) (?:in|at|to) $")
# What the speaker does where he speaks, in a participle beside his name or behind the cue. Not "reached a deal in".
_SOME = r"(?! (?:an?|the|his|her|its|their|new|more)\b)"
_DOING = (
    r"(?:camped|crouching|kneeling|queu(?:e?ing)|sheltering|sitting|standing|waiting"
    rf"|(?:contacted|gathered|interviewed|reached){_SOME}"
    r"|asked (?:about (?:it|this|that)|by \w+))"
)
_PARTICIPLE = re.compile(rf"\b{_DOING}\b(?: {_NO}[\w’'-]+| (?:for|on|with|about|by) [\w’'-]+){{0,6}}? {_AT}")
# Not "speaking of the war in Oslo".
_SPEAKING = re.compile(
    rf"\b(?:speaking|talking|calling|(?:contacted|reached){_SOME})"
    rf"(?: {_NO}[\w’'-]+| (?:with|by) [\w’'-]+"
    r"| on (?:condition of \w+|television|the (?:tele)?phone|radio|a \w+)){0,6}?"
    rf" (?:from (?:the )?$|{_AT})"
)
_INSPECTING = re.compile(r"\b(?:inspecting|surveying|touring|visiting)(?: [a-z][a-z-]*){0,8} $")
# What is told of him in a clause: "who fled to Oslo", "who was cooking in a stairwell in Oslo".
_WHO = re.compile(
    r"\bwho (?:(?:was|were|is|are) (?:camping|cooking|hiding|queu(?:e?ing)|sheltering|sitting|sleeping|standing|waiting"
    r"|watching|being [a-z]+ed)|waited|watched|stood(?! for)|gathered|queued|sheltered|took refuge"
    rf"|(?:fled|escaped)(?= to))\b(?: [\w’'-]+){{0,7}}? (?:to $|{_AT})"
)
# Of another time than that of what is said: "who fled to Oslo in 1990", "as a child", "when the war began".
_ONCE = re.compile(r",? (?:in (?:the |[A-Z][a-z]+ )?\d{4}|as an? |when |during |(?:\w+ ){1,2}(?:ago|earlier|before)\b)")
_NOW = re.compile(r"\bnow in $")
_BEFORE = 90  # characters that has


def beside(one: Link, mentions: Mentions) -> Mention | None:
    """The place behind the cue or in what is told of the speaker, or None.

    Args:
        one: a link, of which the tree tells no place.
        mentions: of the article.
    """
    sentence = one.head.sent
    said = [grammar.span_of(*words) for words in one.contents]
    source = grammar.span_of(*one.source) if one.source else (0, 0)
    if one.source and source[1] < one.head.idx:
        source = source[0], one.head.idx  # what the network leaves of it stands between them: "X, asked in Oslo, said"
    cue = max(one.head.idx + len(one.head), max(token.idx + len(token) for token in one.cue))
    for mention in mentions.within((sentence.start_char, sentence.end_char)):
        if mention.kind != "place" or any(start <= mention.start < stop for start, stop in said):
            continue
        if mention.start > cue and _is_behind(mention, cue, one, mentions.text):
            return mention
        start = source[0] if source[0] <= mention.start < source[1] else cue
        start = max([start, mention.start - _BEFORE, *(stop for _, stop in said if stop <= mention.start)])
        told = mentions.text[start : mention.start]
        if start >= mention.start or ";" in told or _ONCE.match(mentions.text, mention.end) is not None:
            continue
        here = any(each.search(told) is not None for each in (_PARTICIPLE, _SPEAKING, _INSPECTING, _WHO))
        if here or (_NOW.search(told) is not None and "whose" not in told):
            return mention
    return None


def _is_behind(mention: Mention, cue: int, one: Link, text: str) -> bool:
    """It stands right behind the cue and those who are told: "told a crowd on Market Street"."""
    if one.head.lemma_ not in _SAYING or (one.speaker is not None and one.speaker.i > one.head.i):
        return False  # "said a trader in Oslo"
    between = text[cue : mention.start]
    if "\n" in between or text.startswith(("'s", "’s"), mention.end):
        return False
    if _BEHIND_ON.fullmatch(between) is not None:
        return _ON.search(text, mention.start, mention.end + 12) is not None
    return any(each.fullmatch(between) is not None for each in (_BEHIND, _FROM, _LANDING))
