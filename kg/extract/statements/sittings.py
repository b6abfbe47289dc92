"""Sittings: when and where the briefing or the interview was, of which a transcript is, as the words above it tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from kg.extract.attributions.turns import Turn
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar
from kg.extract.times import times
from kg.model import Mention, Time

# What people do who are asked ("received the Courier in Oslo"), and what they are asked in.
_ASKED = frozenset("speak talk meet receive answer brief sit interview greet".split())
_NOUNS = frozenset("briefing conference interview transcript conversation session appearance".split())
# What is done with that: "the briefing held in Oslo", "she opened the briefing on Monday".
_HOLDING = frozenset("hold give open take record conduct".split())
# Before the day and the place of it; not "the embassy of Chad", "the day after a visit to Oslo".
_CASES = frozenset({"in", "at", "on", ""})
# "Spoke to the Courier in Oslo", where the tree may hang the place on whom one speaks to.
_TO = frozenset({"to", "with"})
# So many steps up the tree is what is held: "held at the ministry in Oslo".
_STEPS = 3


@dataclass(frozen=True, slots=True)
class Sitting:
    """All turns of a transcript are spoken at `time` and `place`, as far as they are told."""

    time: Time | None = None
    place: Mention | None = None


def sitting(turns: Sequence[Turn], mentions: Mentions, published: date | None) -> Sitting:
    """When and where the turns are spoken; of several dates and places those that are told first.

    Args:
        turns: of the article; none, or no words above the first, tell nothing.
        mentions: of the article.
        published: its day.
    """
    when: Time | None = None
    where: Mention | None = None
    if not turns:
        return Sitting()
    for sentence in mentions.doc.sents:
        if sentence.end_char > turns[0].label[0]:
            break
        for mention in mentions.within((sentence.start_char, sentence.end_char)):
            if mention.kind not in ("date", "place") or not _is_told(mention, sentence, mentions):
                continue
            if mention.kind == "place":
                where = where or mention
            elif when is None:
                when = times.read(mentions.text, [times.Mark(mention.span, "past")], published)
    return Sitting(when, where)


def _is_told(mention: Mention, sentence: TokenSpan, mentions: Mentions) -> bool:
    """It stands with what was held or done there, or in a line of place and day: "OSLO, March 3."."""
    stop = next((token.i for token in sentence if token.text == "."), sentence.end)  # the sentence may run on over it
    opening = sentence.doc[sentence.start : stop]
    if mention.end <= opening.end_char and not any(token.pos_ in ("VERB", "AUX") for token in opening):
        return sentence[0].idx == mention.start or mentions.of(sentence[0]) is not None
    token = mentions.head(mention)
    for step in range(_STEPS):
        if grammar.case(token) not in (_CASES | _TO if step else _CASES):
            return False
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return grammar.tense(token) != "future" and (token.lemma_ in _ASKED or _is_holding(token))
        if token.lemma_.lower() in _NOUNS:
            return True
    return False


def _is_holding(verb: Token) -> bool:
    """It tells that a briefing or the like was held, and not talks of others."""
    return verb.lemma_ in _HOLDING and any(each.lemma_.lower() in _NOUNS for each in (verb.head, *verb.children))
