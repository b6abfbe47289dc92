"""Days: those that the network marks as no date: weekdays with a time of day, "on Monday night", and "last night"."""

from __future__ import annotations

from collections.abc import Container, Iterator

from spacy.tokens import Doc, Token

from kg.extract.times.timewords import HALF, WEEKDAYS

_DAYS = frozenset(name for name in WEEKDAYS if name.endswith("day"))
_HALVES = frozenset(HALF.split("|"))
# "Last night", "this week"; not "the last week".
_TOLD_FROM = {
    "last": frozenset({"night", "week", "month", "year"}),
    "this": frozenset({"week", "month", "morning", "afternoon", "evening"}),
}
_UNITS = frozenset().union(*_TOLD_FROM.values())  # asked first, of every word of a text
# "Wrote on Twitter Monday night": these are no part of a day's name.
_PLATFORMS = frozenset({"facebook", "instagram", "telegram", "twitter", "weibo", "x", "youtube"})
_BEFORE = frozenset({"last", "next", "this", "late", "early"})


def unmarked(doc: Doc, known: Container[int]) -> Iterator[list[Token]]:
    """The tokens of each weekday outside all names, with "last", "late" before it and the time of day after it.

    Of a name that goes on with a capital ("Super Tuesday", "Monday Club") it is a part, and no day. And the tokens of
    nights and weeks that are told from today.
    """
    for token in doc:
        word = token.lower_
        if word in _UNITS and _is_told_from_today(token) and token.i not in known and token.i - 1 not in known:
            yield list(doc[token.i - 1 : token.i + 1])
        if word not in _DAYS or not token.text.istitle() or token.i in known:
            continue
        first, last = token.i, token.i
        if first > token.sent.start and doc[first - 1].lower_ in _BEFORE and first - 1 not in known:
            first -= 1
        if last + 1 < len(doc) and doc[last + 1].lower_ in _HALVES:
            last += 1
        if not _is_written_on(doc, first - 1, known) and not _is_written_on(doc, last + 1, known):
            yield list(doc[first : last + 1])


def _is_told_from_today(token: Token) -> bool:
    """The word is "night" of "last night", which stands by itself: not "last year's", "the last week"."""
    if token.i == 0 or token.lower_ not in _TOLD_FROM.get(token.nbor(-1).lower_, ()):
        return False
    before = token.doc[token.i - 2].lower_ if token.i > 1 else ""
    after = token.doc[token.i + 1].tag_ if token.i + 1 < len(token.doc) else ""
    return before not in ("the", "his", "her", "their", "its") and after not in ("POS", "NN", "NNS")


def _is_written_on(doc: Doc, beside: int, known: Container[int]) -> bool:
    """The word beside is a name's that is none to the network; the first word of a sentence need not be one."""
    if not 0 <= beside < len(doc) or beside in known:
        return False
    token = doc[beside]
    named = token.tag_ in ("NNP", "NNPS") and token.text[0].isupper() and not token.is_sent_start
    return named and token.lower_ not in _PLATFORMS
