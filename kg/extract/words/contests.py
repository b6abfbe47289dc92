"""Contests: matches and bouts, in which sides meet, beat and fight each other and are no enemies."""

from __future__ import annotations

import re

from spacy.tokens import Token

# Words of matches. Others meet at a World Cup or in a tournament's town, and have a bout of flu.
_CONTEST = re.compile(
    r"\b(?:semi-?final|quarter-?final|goalkeeper|midfielder|shoot-?out|innings?|play-?off|rematch|[Bb]oxing|boxer|wicket|"
    r"team-?mate|heavyweight|middleweight|Cup (?:final|game|match|qualifier|tie)|knockout|winger|quarterback|touchdown|"
    r"half-?time|scoreline|hat-trick|medallist|medalist)s?\b"
)
# A score, "by 2-0", "42-40" in a poll; and what stands beside two numbers that are days, hours, years or votes.
_SCORE = re.compile(
    r"(?P<before>[\w.]*) ?(?<![\w-])\d{1,2}[-–]\d{1,2}(?![\w-])"
    r"(?! ?(?:[ap]\.?m\b|%|per ?cent|vote|majority|decision|ruling|years?|months?|weeks?|days?|hours?|minutes?))"
    r"(?! (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
)
_NO_SCORE = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]*|on|from|between|vote[ds]?|voting|aged?|ages"
)
_NOUNS = frozenset({"match", "fixture"})


def is_contest(token: Token) -> bool:
    """The sentence of a word tells of a match, by the words of one or by its score."""
    sentence = token.sent
    scores = (_NO_SCORE.fullmatch(found["before"]) is None for found in _SCORE.finditer(sentence.text))
    words = any(word.lemma_ in _NOUNS and word.pos_ == "NOUN" for word in sentence)
    return words or _CONTEST.search(sentence.text) is not None or any(scores)
