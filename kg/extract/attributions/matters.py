"""Matters: of whom or what something is said, told beside the cue: "“They lied,” she said of the ferry company"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.syntax import grammar
from kg.extract.words.cueacts import PLAIN, act_of


def _is_matter(phrase: Token, cue: Token) -> bool:
    """What is said is said of it, and it is no part of what is said: "said of the plan", but "accused of a plan"."""
    return (
        phrase.head.i == cue.i
        and phrase.dep_.startswith("obl")
        and cue.pos_ == "VERB"
        and act_of(cue.lemma_, cue) in PLAIN
        and grammar.case(phrase) == "of"
    )


def matters(cue: Token, contents: Sequence[Sequence[Token]]) -> list[Token]:
    """Of whom or what the words are said.

    Args:
        cue: governing token of the cue.
        contents: what is said; "spoke of a plan" has nothing but the plan.
    """
    said = {token.i for tokens in contents for token in tokens}
    return [child for child in cue.children if child.i not in said and _is_matter(child, cue)]


def without_matters(cue: Token, contents: list[list[Token]]) -> list[list[Token]]:
    """The contents without what they are said of, where more is said: "“A lie,” she said of | the claim"."""
    return [tokens for tokens in contents if not _is_matter(grammar.head_of(tokens), cue)] or contents
