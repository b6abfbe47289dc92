"""Polls of two: who asks people together is two, "a CNN/ORC poll", of whom the network sees one, or the ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from kg.extract.mentions.firms import marks

if TYPE_CHECKING:
    from kg.extract.mentions.names import Name

_POLLS = frozenset({"poll", "polls", "polling", "survey", "surveys", "pollster"})
# What a poll is, between those who made it and the word for it.
_BETWEEN = frozenset({"tracking", "national", "statewide", "state", "exit", "joint", "opinion", "new"})
# Who asks people with a newspaper; a newspaper's own name may have a hyphen, "the Post-Gazette".
_POLLSTERS = frozenset("bloomberg gallup ipsos kaiser marist quinnipiac reuters selzer siena suffolk yougov".split())
# The words of the longer of two names, at most.
_LONGEST = 4


def parted(doc: Doc, names: Iterable[Name]) -> Iterator[Name]:
    """The names, and in place of those in the words for two who made a poll the names of the two."""
    made: list[tuple[list[Token], ...]] = [
        pair for mark in ("/", "-", "–") for i in marks(doc, mark) if (pair := _two(doc[i])) is not None
    ]
    theirs = [{token.i for part in pair for token in part} for pair in made]
    for name in names:
        words = {token.i for token in name.tokens}
        at = next((i for i, taken in enumerate(theirs) if taken & words), None)
        if at is None:
            yield name
        elif made[at]:
            yield from (name.of(part, "ORG") for part in made[at])
            made[at] = ()


def _two(mark: Token) -> tuple[list[Token], list[Token]] | None:
    """The two names that the mark joins, where a poll is theirs."""
    doc, i = mark.doc, mark.i
    first, second = _before(mark), _behind(mark)
    if not first or not second or not _is_poll(doc, second[-1].i + 1):
        return None
    told = mark.text == "/" or {doc[i - 1].lower_, doc[i + 1].lower_} & _POLLSTERS
    cut = any(len(one) > 1 and one.text.isupper() for one in (doc[i - 1], doc[i + 1]))
    return (first, second) if told or cut else None


def _is_named(token: Token) -> bool:
    named = token.tag_ in ("NNP", "NNPS", "NN") and token.text[:1].isupper()
    return named and token.lower_ not in _POLLS and token.ent_type_ not in ("DATE", "MISC")


def _before(mark: Token) -> list[Token]:
    doc, start = mark.doc, mark.i
    while start > mark.sent.start and mark.i - start < _LONGEST and _is_named(doc[start - 1]):
        start -= 1
    return list(doc[start : mark.i])


def _behind(mark: Token) -> list[Token]:
    doc, end = mark.doc, mark.i + 1
    while end < mark.sent.end and end - mark.i <= _LONGEST and _is_named(doc[end]):
        end += 1
    return list(doc[mark.i + 1 : end])


def _is_poll(doc: Doc, i: int) -> bool:
    while i < len(doc) and doc[i].lower_ in _BETWEEN:
        i += 1
    return i < len(doc) and doc[i].lower_ in _POLLS
