"""Nameless speakers: whether "the official" is the one of whom nobody tells the name, and who spoke just before."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.model import Statement

# Who speaks, up to what is told of him: "a senior official | at the ministry", "two people | familiar with the talks".
_OF_HIM = "about|at|by|close|familiar|for|from|in|inside|involved|near|of|on|present|privy|to|who|with"
_WHO = re.compile(rf"(?P<first>[\w.’'-]+)(?: (?!(?:{_OF_HIM})\b)[\w.’'-]+)*")
_PRONOUNS = frozenset({"he", "she", "they"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
# No id begins so.
_MARK = "?"


def nameless(one: Statement, text: str, spoken: Iterable[str]) -> str | None:
    """What a speaker without a name is known by for some sentences: of "the official" what "a senior official" is.

    Of "the official" of whom none spoke before it is a new one; a pronoun that takes nobody up has none.

    Args:
        one: a statement of nobody who has an id.
        text: of the article.
        spoken: by whom the speakers of the sentences before are known, in text order.
    """
    if one.speaker.kind != "unnamed" or one.speaker.span is None:
        return None
    known = _WHO.match(text, *one.speaker.span)
    if known is None:
        return None
    first, noun = known["first"].lower(), known[0].split()[-1].lower()
    if first not in _PRONOUNS | _DEFINITE:
        return f"{_MARK}{noun} {one.speaker.span[0]}"
    before = (each for each in reversed(list(spoken)) if each.startswith(_MARK))
    taken = next((each for each in before if first in _PRONOUNS or each[1:].split()[0] == noun), None)
    return taken if taken is not None or first in _PRONOUNS else f"{_MARK}{noun} {one.speaker.span[0]}"
