"""Moments: days that a clause does not name itself but takes up: "in 2022, when", "at the time", "; on Tuesday she"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Token

from kg.extract.attributions.links import Link
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, nounphrases, nouns
from kg.extract.syntax.grammar import FINITE
from kg.extract.syntax.sides import case_of, following
from kg.extract.times import times
from kg.model import Mention, Time

# So far back, in characters, lies what "at the time" takes up: what the sentence before told.
_REACH = 300
_THEN = ("then", "at the time", "at that time", "that day", "the same day", "that evening", "the same evening")
# What opens a clause or follows its cue and takes up a day: "Earlier in the day", "hours later", "In the evening".
_SAME_DAY = re.compile(
    r"(?:(?:earlier|later) (?:in the|that|(?:that|the) same) |(?:(?:on|in) )?(?:the|that) same |(?:on )?that )"
    r"(?:day|morning|afternoon|evening|night)\b"
    r"|(?:just |about )?(?:(?:a few|several|some|a couple of|half an|an|two|three|four|\d+) )?"
    r"(?:hours?|minutes|moments) (?:earlier|later)\b"
    r"|in the (?:morning|afternoon|evening)\b"
    r"|(?:shortly|just|soon) (?:after|before) (?:midnight|noon|midday|dawn|dusk|sunrise|sunset)\b"
    r"|at (?:about |around )?\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b"
)
_LATER = re.compile(rf" (?:{_SAME_DAY.pattern})")
# "The night before", and not "the night before the summit".
_DAY_BEFORE = re.compile(
    r" the (?:(?:day|night|evening) (?:before|earlier)(?= ?[.,;]| and |$)|previous (?:day|night|evening)\b)"
)
_OPENING = 40  # characters that has, at most
# Between a day or place and "when": a preposition, an article. So many words the name and its comma lie before it.
_BETWEEN, _LED = frozenset({"IN", "DT"}), 3
_AT_WHICH = frozenset({"in", "during", "at", "on"})
_WRITING = frozenset({"sign", "issue", "publish", "send", "write", "release", "post", "adopt", "submit", "deliver"})


def taken_up(one: Link, mentions: Mentions, published: date | None) -> Time | None:
    """The time that the clause of a cue takes up from before it, or None where it takes up none."""
    if one.head.pos_ != "VERB" or all(token.i != one.head.i for token in one.cue):
        return None
    named = _antecedent(one.head, mentions) or _written(one.head, mentions) or _of_occasion(one.head, mentions)
    if named is None and _is_then(one):
        named = _before(one.head, mentions)
    if named is None and _is_same_day(one, mentions.text):
        return _day_before(one.head, mentions, published)
    if named is None:
        return None
    clause = grammar.clause(mentions.head(named))
    return times.read(mentions.text, [times.Mark(named.span, grammar.tense(clause) or "past")], published)


def same_day(head: Token, mentions: Mentions, published: date | None) -> Time | None:
    """The day told before of what a word tells for some hours later: "met him in Oslo [in the evening]".

    Args:
        head: a verb, or a noun behind which the words stand.
        mentions: of the article.
        published: its day.

    Returns:
        The day, or None where the clause takes up none.
    """
    last = next((token for token in head.doc[head.i + 1 : grammar.sentence_end(head)] if token.tag_ in FINITE), None)
    end = last.idx if last is not None else head.sent.end_char
    behind = mentions.text[head.idx + len(head) : end].lower()
    opens = mentions.text[head.sent.start_char :][:_OPENING].lower()
    if (before := _DAY_BEFORE.search(behind)) is not None:
        told = _day_before(head, mentions, published)
        return None if told is None else replace(told, value=_before_it(told), text=before[0].strip())
    if _LATER.search(behind) is None and (head.dep_ != "ROOT" or _SAME_DAY.match(opens) is None):
        return None
    return _day_before(head, mentions, published)


def _before_it(day: Time) -> str:
    return (day.days()[0] - timedelta(days=1)).isoformat()


def _is_same_day(one: Link, text: str) -> bool:
    """It was said on a day told before: "Earlier in the day, Oslo rejected", "called it a bluff the same evening"."""
    head = one.head
    opens = head.sent.start_char
    if head.dep_ in ("ROOT", "conj") and _SAME_DAY.match(text[opens : opens + _OPENING].lower()):
        return True
    told = following(head) if head.lemma_ == "tell" else None
    heard = [told, *grammar.labelled(told, "appos")] if told is not None else []
    last = [head, *(content[-1] for content in one.contents), *heard]
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
    """The day that "when" or "where" takes up: "in 2022, when a panel found", "met in March in Oslo, where they"."""
    return next((one for one in _adjoined(head, mentions) if one.kind == "date"), None)


def where(head: Token, mentions: Mentions) -> Mention | None:
    """The place that "where" or "when" takes up: "met in Oslo in July, when they agreed"; where that is signed.

    Args:
        head: the verb of a clause.
        mentions: of the article.
    """
    who = next((child for child in head.lefts if child.dep_ == "nsubj"), None)
    took_part = who is not None and who.pos_ == "PRON"  # not "in Oslo, where shopkeepers complained"
    here = [*(_adjoined(head, mentions) if took_part else ()), *(mentions.of(child) for child in _signing(head))]
    return next((one for one in here if one is not None and one.kind == "place"), None)


def _adjoined(head: Token, mentions: Mentions) -> list[Mention]:
    """The days and places right before the "when" or "where" that opens a clause, the nearest first."""
    led = next((child for child in head.lefts if child.lower_ in ("when", "where")), None)
    if led is None or led.i < _LED or grammar.tense(head) != "past":
        return []
    found: list[Mention] = []
    for at in range(led.i - 1, grammar.sentence_start(led) - 1, -1):
        token = led.doc[at]
        mention = mentions.of(token)
        if mention is not None and mention.kind in ("date", "place"):
            found = found if mention in found else [*found, mention]
        elif token.tag_ not in _BETWEEN and not (token.text == "," and at == led.i - 1):
            break
    return found if found and led.i - mentions.head(found[0]).i <= _LED else []


def _written(head: Token, mentions: Mentions) -> Mention | None:
    """The day of the document in which it is said: "in 2019 they signed a memorandum in which they promised"."""
    found = (mentions.of(child) for child in _signing(head))
    return next((mention for mention in found if mention is not None and mention.kind == "date"), None)


def _of_occasion(head: Token, mentions: Mentions) -> Mention | None:
    """The day of that at which it is said: "came to a Monday briefing, where she said", "an op-ed in May, in which"."""
    who = next((child for child in head.lefts if child.dep_ == "nsubj"), None)
    led = next((child for child in head.lefts if child.lower_ in ("where", "when", "which")), None)
    if led is None or who is None or who.pos_ != "PRON" or grammar.tense(head) != "past":
        return None
    if head.dep_ not in ("acl:relcl", "advcl") or (led.lower_ == "which" and case_of(led) not in _AT_WHICH):
        return None
    verb = next((above for above in grammar.ancestors(head) if above.pos_ == "VERB"), None)
    if verb is not None and (verb.tag_ not in ("VBD", "VBN") or grammar.tense(verb) != "past"):
        return None
    noun = (
        led.nbor(-2) if led.i > 1 and led.nbor(-1).text == "," else head.head
    )  # "in Monday's debate, when she claimed"
    above = {each.i for each in (head.head, noun, verb) if each is not None}
    for at in range(led.i - 1, grammar.sentence_start(led) - 1, -1):
        mention = mentions.of(led.doc[at])
        if mention is not None and mention.kind == "date":
            date_ = mentions.head(mention)
            return mention if date_.head.i in above or date_.head.head.i in above else None
    return None


def _signing(head: Token) -> list[Token]:
    """What hangs on the signing of that in which it is said, and on what is signed."""
    pronouns = [child for child in head.lefts if child.lower_ == "which" and case_of(child) == "in"]
    noun = head.head
    if not pronouns or head.dep_ != "acl:relcl" or noun.lemma_.lower() not in nouns.DOCUMENTS:
        return []
    verb = noun.head
    return [*verb.children, *noun.children] if verb.lemma_ in _WRITING else []


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
    first = nounphrases.base_phrase(subject)[0]
    at = first.i - 1
    if at > grammar.sentence_start(verb) and verb.doc[at].text == ",":
        at -= 1
    mention = mentions.of(verb.doc[at]) if at >= grammar.sentence_start(verb) else None
    if mention is None or mention.kind != "date":
        return None
    start = min(token.i for token in grammar.tokens_in(verb.doc, mention.span))
    case = verb.doc[start - 1].lower_ if start > grammar.sentence_start(verb) else ""
    begins = start - (case in ("on", "in"))
    opens = begins == grammar.sentence_start(verb) or verb.doc[begins - 1].text in (";", ":", "—", "–")
    return mention if opens else None
