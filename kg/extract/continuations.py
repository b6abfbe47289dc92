"""Continuations: what was said before a statement, and whether the same speaker goes on."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.attributions import Link
from kg.extract.mentions import Mentions
from kg.extract.nouns import PEOPLE
from kg.model import Speaker, Statement

# A speaker who goes on does so in the same sentence or in one of the next two.
_NEXT = 2
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_BODIES = frozenset({"country", "organization"})


@dataclass(frozen=True, slots=True)
class Before:
    """The statement before another; the same speaker goes on if `goes_on`; `charge` is the last that makes any."""

    statement: Statement
    goes_on: bool
    charge: Statement | None = None


def preceding(one: Link, last: tuple[Link, Statement] | None, mentions: Mentions) -> Before | None:
    """The statement before, and whether the same speaker goes on: by a pronoun, or by the same name.

    Args:
        one: the attribution.
        last: the one before it, with its statement.
        mentions: of the article.
    """
    if last is None:
        return None
    link, statement = last
    apart = mentions.sentence_of(one.cue[0]) - mentions.sentence_of(link.cue[0])
    if apart > _NEXT or one.speaker is None or link.speaker is None:
        return Before(statement, goes_on=False) if apart <= _NEXT else None
    name = one.speaker.lower_
    same = one.speaker.i == link.speaker.i or name == link.speaker.lower_
    same = same or (name in _PRONOUNS and _may_be(name, link.speaker, statement.speaker))
    aside = one.speaker.is_ancestor(link.head) and link.head.i < one.head.i  # "X, who had called it a gift, said"
    return Before(statement, goes_on=same and not aside)


def _may_be(pronoun: str, before: Token, speaker: Speaker) -> bool:
    """The pronoun may be whoever spoke before: a person is no "it", a state or a body "she" by its spokeswoman only."""
    if pronoun in ("he", "she"):
        return speaker.kind not in _BODIES or before.lemma_.lower() in PEOPLE
    return pronoun != "it" or speaker.kind != "person"
