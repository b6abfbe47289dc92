"""Moments: days that a clause does not name itself but takes up: "in 2022, when", "at the time", "; on Tuesday she"."""

from __future__ import annotations

import re
from datetime import date

from spacy.tokens import Token

from kg.extract import grammar, nouns, times
from kg.extract.attributions import Link
from kg.extract.mentions import Mentions
from kg.extract.sides import case_of, following
from kg.model import Mention, Time

# So far back, in characters, lies what "at the time" takes up: what the sentence before told.
_REACH = 300
_THEN = ("then", "at the time", "at that time", "that day", "the same day", "that evening", "the same evening")
# What opens a clause or follows its cue and takes up a day: "Earlier in the day", "hours later", "In the evening".
_SAME_DAY = re.compile(
    r"(?:(?:earlier|later) (?:in the|that|the same) |(?:(?:on|in) )?(?:the|that) same |(?:on )?that )"
    r"(?:day|morning|afternoon|evening|night)\b"
    r"|(?:a few |several |two |three |just )?(?:hours|minutes) (?:earlier|later)\b"
    r"|in the (?:morning|afternoon|evening)\b"
    r"|(?:shortly|just|soon) (?:after|before) (?:midnight|noon|midday|dawn|dusk|sunrise|sunset)\b"
    r"|at (?:about |around )?\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b"
)
_OPENING = 40  # characters that has, at most
_WRITING = frozenset({"sign", "issue", "publish", "send", "write", "release", "post", "adopt", "submit", "deliver"})


def taken_up(one: Link, mentions: Mentions, published: date | None) -> Time | None:
    """The time that the clause of a cue takes up from before it, or None where it takes up none."""
    if one.head.pos_ != "VERB" or all(token.i != one.head.i for token in one.cue):
        return None
    named = _antecedent(one.head, mentions) or _written(one.head, mentions)
    if named is None and _is_then(one):
        named = _before(one.head, mentions)
    if named is None and _is_same_day(one, mentions.text):
        return _day_before(one.head, mentions, published)
    if named is None:
        return None
    clause = grammar.clause(mentions.head(named))
    return times.read(mentions.text, [times.Mark(named.span, grammar.tense(clause) or "past")], published)


def _is_same_day(one: Link, text: str) -> bool:
    """It was said on a day told before: "Earlier in the day, Oslo rejected", "called it a bluff the same evening"."""
    head = one.head
    opens = head.sent.start_char
    if head.dep_ in ("ROOT", "conj") and _SAME_DAY.match(text[opens : opens + _OPENING].lower()):
        return True
    told = following(head) if head.lemma_ == "tell" else None
    last = [head, *(content[-1] for content in one.contents), *([told] if told is not None else [])]
    ends = [token.idx + len(token) for token in last]
    return any(_SAME_DAY.match(text[end : end + _OPENING].lstrip(" ,").lower()) for end in ends)


def _day_before(head: Token, mentions: Mentions, published: date | None) -> Time | None:
    """The last day that was told before, or that of the news, which its first sentence tells."""
    start = head.sent.start_char
    told = [one for one in mentions if one.kind == "date" and one.end <= start]
    near = [one for one in reversed(told) if start - _REACH <= one.start]
    lead = next(mentions.doc.sents).end_char
    for one in (*near, *(one for one in told if one.end <= lead)):
        tense = grammar.tense(grammar.clause(mentions.head(one)))
        if tense == "future":
            continue
        found = times.read(mentions.text, [times.Mark(one.span, tense or "past")], published)
        ahead = found is not None and published is not None and found.days()[0] > published
        if found is not None and found.granularity == "day" and not ahead:
            return found
    return None


def _antecedent(head: Token, mentions: Mentions) -> Mention | None:
    """The day before "when": "since June, when Oslo said that", "in 2022, when a panel found"."""
    if grammar.tense(head) != "past":
        return None
    for child in head.lefts:
        if child.lower_ == "when" and child.i > 1:
            before = child.nbor(-2 if child.nbor(-1).text == "," else -1)
            mention = mentions.of(before)
            return mention if mention is not None and mention.kind == "date" else None
    return None


def _written(head: Token, mentions: Mentions) -> Mention | None:
    """The day of the document in which it is said: "in 2019 they signed a memorandum in which they promised"."""
    pronouns = [child for child in head.lefts if child.lower_ == "which" and case_of(child) == "in"]
    noun = head.head
    if not pronouns or head.dep_ != "acl:relcl" or noun.lemma_.lower() not in nouns.DOCUMENTS:
        return None
    verb = noun.head
    if verb.lemma_ not in _WRITING:
        return None
    found = (mentions.of(child) for child in verb.children)
    return next((mention for mention in found if mention is not None and mention.kind == "date"), None)


def _is_then(one: Link) -> bool:
    """It was said at a time told before: "the army said at the time that", "he said then"."""
    behind = " ".join(token.lower_ for token in one.head.doc[one.head.i + 1 : one.head.i + 4])
    return any(behind == each or behind.startswith(each + " ") for each in _THEN)


def _before(head: Token, mentions: Mentions) -> Mention | None:
    """The last day that was told before the sentence."""
    start = head.sent.start_char
    told = [one for one in mentions if one.kind == "date" and start - _REACH <= one.start and one.end <= start]
    return told[-1] if told else None


def opening(verb: Token, mentions: Mentions) -> Mention | None:
    """The day right before the subject of a clause, whatever the tree hangs it on: "...; on Tuesday she praised"."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None:
        return None
    first = min(grammar.base_phrase(subject), key=lambda each: each.i)
    at = first.i - 1
    if at > verb.sent.start and verb.doc[at].text == ",":
        at -= 1
    mention = mentions.of(verb.doc[at]) if at >= verb.sent.start else None
    if mention is None or mention.kind != "date":
        return None
    start = min(token.i for token in grammar.tokens_in(verb.doc, mention.span))
    case = verb.doc[start - 1].lower_ if start > verb.sent.start else ""
    begins = start - (case in ("on", "in"))
    opens = begins == verb.sent.start or verb.doc[begins - 1].text in (";", ":", "—", "–")
    return mention if opens else None
