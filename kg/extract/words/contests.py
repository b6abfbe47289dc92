"""Contests: matches and bouts, in which sides meet, beat and fight each other and are no enemies."""

from __future__ import annotations

import re

from spacy.tokens import Token

_WORDS = frozenset(
    """
    match matches semi-final semi-finals semifinal semifinals quarter-final quarter-finals quarterfinal quarterfinals
    tournament championship championships goalkeeper midfielder shootout shoot-out inning innings playoff playoffs
    play-off play-offs rematch bout boxing boxer wicket wickets fixture fixtures team-mate team-mates teammate teammates
    heavyweight middleweight cup knockout winger striker pitcher quarterback touchdown halftime half-time
    scoreline hat-trick medallist medalist
    """.split()
)
# "By 2-0", "a 28-13 victory"; "42-40" in a poll.
_SCORE = re.compile(r"(?<![\w-])\d{1,2}[-–]\d{1,2}(?![\w-])")


def is_contest(token: Token) -> bool:
    """The sentence of a word tells of a match, by the words of one or by its score."""
    sentence = token.sent
    return any(word.lower_ in _WORDS for word in sentence) or _SCORE.search(sentence.text) is not None
