"""Regard: how the text speaks of those whom it names, as the network sees it: ill, neither, or well."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from spacy.tokens import Doc, Token

from kg.extract.syntax import grammar
from kg.extract.words.cueacts import stance_of
from kg.model import STANCE, Act, Mention

# The least probability that whom an act speaks ill or well of is spoken of so: of those of lower, 6 in 31 were meant.
_LEAST = 0.15
# Words that name somebody or something, of which one may speak ill.
_NAMES = frozenset({"NOUN", "PROPN", "PRON"})
_ILL, _WELL = 0, 2


def regard(doc: Doc, mention: Mention) -> Any:
    """How probable it is that the text is negative, neutral or positive towards somebody.

    Args:
        doc: of the article.
        mention: of whom it speaks.

    Returns:
        Three probabilities; None where the annotation tells none.
    """
    scores = doc.user_data.get(STANCE)
    if scores is None:
        return None
    return scores[[token.i for token in grammar.tokens_in(doc, mention.head or mention.span)]].mean(axis=0)


def is_quoted(contents: Sequence[Sequence[Token]]) -> bool:
    """What is said has somebody's own words in it, by which he may mock or speak in figures.

    Args:
        contents: the tokens of each part of what is said.
    """
    return any(token.is_quote for tokens in contents for token in tokens)


def worst(doc: Doc, contents: Sequence[Sequence[Token]]) -> float:
    """How probable it is that what is said speaks ill of anybody or anything, by whom or what it does so most.

    Args:
        doc: of the article.
        contents: the tokens of each part of what is said.
    """
    scores = doc.user_data.get(STANCE)
    named = [token.i for tokens in contents for token in tokens if token.pos_ in _NAMES]
    return 1.0 if scores is None else float(scores[named, _ILL].max()) if named else 0.0


def is_otherwise(doc: Doc, mention: Mention, act: Act, contents: Sequence[Sequence[Token]]) -> bool:
    """What is said does not speak of somebody as the act would: ill of whom it accuses, well of whom it praises.

    Args:
        doc: of the article.
        mention: at whom the act may be aimed.
        act: what it does.
        contents: the tokens of each part of what is said; of whom it does not name it tells nothing.
    """
    stance = stance_of(act)
    spans = (grammar.span_of(*tokens) for tokens in contents)
    named = any(start <= mention.start and mention.end <= end for start, end in spans)
    if not named or stance == "neutral" or is_quoted(contents):
        return False
    scores = regard(doc, mention)
    return scores is not None and bool(scores[_ILL if stance == "negative" else _WELL] < _LEAST)
