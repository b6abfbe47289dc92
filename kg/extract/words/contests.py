"""Contests: matches and bouts, in which sides meet, beat and fight each other and are no enemies."""

from __future__ import annotations

import re

from spacy.tokens import Token

# Words of matches, and a score: "by 2-0", "42-40" in a poll.
_CONTEST = re.compile(
    r"\b(?:semi-?final|quarter-?final|tournament|championship|goalkeeper|midfielder|shoot-?out|innings?|play-?off|rematch|"
    r"bout|boxing|boxer|wicket|team-?mate|heavyweight|middleweight|Cup|knockout|winger|quarterback|touchdown|half-?time|"
    r"scoreline|hat-trick|medallist|medalist)s?\b|(?<![\w-])\d{1,2}[-–]\d{1,2}(?![\w-])"
)
_NOUNS = frozenset({"match", "fixture"})


def is_contest(token: Token) -> bool:
    """The sentence of a word tells of a match, by the words of one or by its score."""
    sentence = token.sent
    return _CONTEST.search(sentence.text) is not None or any(
        word.lemma_ in _NOUNS and word.pos_ == "NOUN" for word in sentence
    )
