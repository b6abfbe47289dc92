"""Seen aims: at whom rules and network together hold an act to be aimed."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import compress
from typing import Protocol

from spacy.tokens import Doc

from kg.extract.acts.regard import is_otherwise
from kg.extract.attributions.links import Link
from kg.extract.syntax import grammar
from kg.model import SAYINGS, Act, Mention

# The least log-odds that an act is aimed at somebody and not at nobody: whom the network alone sees, and whom the rules
# find in what is said or in the statement before.
_ALONE, _BY_RULES = 0.0, -9.0
# The same where the act by itself is aimed at nobody: of 42 such that are likelier, 34 are right.
_SURELY = 1.0
# The same where what is said does not speak of him as the act would.
_AGAINST = 2.5
# What somebody whom the rules find counts more than another.
_FOUND = 5.0


class Sayings(Protocol):
    """What the annotation knows of what is done by saying something."""

    def acts(self, cue: Sequence[int], content: Sequence[int]) -> dict[Act, float]:
        """How probable each act is, by the tokens of a cue and of its content."""

    def aims(self, cue: Sequence[int], content: Sequence[int], among: Sequence[Sequence[int]]) -> list[float]:
        """For each of some names the log-odds that the act is aimed at it and not at nobody."""


def aimed(
    doc: Doc,
    one: Link,
    act: Act,
    told: list[Mention],
    among: list[Mention],
    *,
    by_cue: bool,
    firm: bool = False,
    worded: Callable[[], bool] = bool,
) -> list[Mention]:
    """At whom an act is aimed by the rules, unless the network doubts it, or is surer of somebody else.

    Args:
        doc: of the article.
        one: the attribution.
        act: what it does.
        told: those at whom the rules hold it to be aimed.
        among: others at whom it may be.
        by_cue: the cue tells the act, and so its object whom it is aimed at; what the rules make of the content is
            a guess.
        firm: whom the rules name is the cue's own object.
        worded: tells whether a clause of what is said does by its words what the act names.
    """
    scores = _aims(doc, one, [*told, *among]) if not (told and firm) else None
    if scores is None:
        return told
    doubts = not by_cue and [
        score < _AGAINST and is_otherwise(doc, each, act, one.contents)
        for each, score in zip([*told, *among], scores, strict=True)
    ]
    if doubts and any(doubts) and not worded():
        fits = [not doubt for doubt in doubts]
        first = [any(fits[: len(told)])] * len(told)  # "Russia and China were": of all or of none
        fits = [*first, *(fits[len(told) :] if all(first) else [False] * len(among))]
        among, told = list(compress(among, fits[len(told) :])), list(compress(told, fits))
        scores = list(compress(scores, fits))
    best = max(scores[: len(told)], default=-math.inf)
    other = max(scores[len(told) :], default=-math.inf)
    if other > max(_ALONE, best + _FOUND):
        return [among[scores.index(other, len(told)) - len(told)]]
    return told if by_cue or best > _BY_RULES else []


def surely_aimed(doc: Doc, one: Link, among: list[Mention]) -> list[Mention]:
    """At whom an act is aimed that need not be, of which only the network knows: "says X exaggerates".

    Args:
        doc: of the article.
        one: the attribution.
        among: those at whom it may be.
    """
    scores = _aims(doc, one, among)
    best = max(scores, default=-math.inf) if scores is not None else -math.inf
    return [among[scores.index(best)]] if scores is not None and best > _SURELY else []


def may_be_aimed(doc: Doc, one: Link, before: list[Mention]) -> bool:
    """Whether an act may be aimed at the same as the one before, by its words and by how far away they are.

    Args:
        doc: of the article.
        one: the attribution.
        before: those at whom the statement before was aimed.
    """
    scores = _aims(doc, one, before)
    return scores is None or max(scores) >= _BY_RULES


def _aims(doc: Doc, one: Link, mentions: list[Mention]) -> list[float] | None:
    """The log-odds of each; None where the annotation tells none or there is nobody."""
    seen: Sayings | None = doc.user_data.get(SAYINGS)
    cue, content = words_of(one)
    if seen is None or not mentions or not cue or not content:
        return None
    return seen.aims(
        cue, content, [[token.i for token in grammar.tokens_in(doc, each.head or each.span)] for each in mentions]
    )


def words_of(one: Link) -> tuple[list[int], list[int]]:
    """The tokens of the cue and of the content."""
    return [token.i for token in one.cue], [token.i for tokens in one.contents for token in tokens]
