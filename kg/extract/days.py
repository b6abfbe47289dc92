"""Days: the names of weekdays that the network marks as no date, above all with a time of day: "on Monday night"."""

from __future__ import annotations

from collections.abc import Container, Iterator

from spacy.tokens import Doc, Token

from kg.extract.timewords import HALF, WEEKDAYS

_DAYS = frozenset(name for name in WEEKDAYS if name.endswith("day"))
_HALVES = frozenset(HALF.split("|"))
_BEFORE = frozenset({"last", "next", "this", "late", "early"})


def unmarked(doc: Doc, known: Container[int]) -> Iterator[list[Token]]:
    """The tokens of each weekday outside all names, with "last", "late" before it and the time of day after it.

    Of a name that goes on with a capital ("Super Tuesday", "Monday Club") it is a part, and no day.
    """
    for token in doc:
        if not token.text.istitle() or token.lower_ not in _DAYS or token.i in known:
            continue
        first, last = token.i, token.i
        if first > token.sent.start and doc[first - 1].lower_ in _BEFORE and first - 1 not in known:
            first -= 1
        if last + 1 < len(doc) and doc[last + 1].lower_ in _HALVES:
            last += 1
        if not _is_written_on(doc, first - 1, known) and not _is_written_on(doc, last + 1, known):
            yield list(doc[first : last + 1])


def _is_written_on(doc: Doc, beside: int, known: Container[int]) -> bool:
    """The word beside is a name's that is none to the network; the first word of a sentence need not be one."""
    if not 0 <= beside < len(doc) or beside in known:
        return False
    token = doc[beside]
    return token.tag_ in ("NNP", "NNPS") and token.text[0].isupper() and not token.is_sent_start
