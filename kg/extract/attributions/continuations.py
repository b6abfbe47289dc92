"""Continuations: what was said before a statement, and whether the same speaker goes on."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.attributions.links import Link
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax.nouns import PEOPLE
from kg.model import Act, Speaker, Statement

# A speaker who goes on does so in the same sentence or in one of the next two.
_NEXT = 2
#: How many statements back somebody takes up what another said.
REACH = 10
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_BODIES = frozenset({"country", "organization"})


@dataclass(frozen=True, slots=True)
class Before:
    """The statement before another.

    Attributes:
        statement: it.
        goes_on: the same speaker goes on.
        earlier: those before it and it, in text order.
        turn: what the same speaker has said without a break, where he goes on, in text order.
        of_it: somebody of the body that spoke speaks now.
    """

    statement: Statement
    goes_on: bool
    earlier: tuple[Statement, ...] = ()
    turn: tuple[Statement, ...] = ()
    of_it: bool = False

    def last(self, acts: Set[Act]) -> Statement | None:
        """The last earlier statement that does one of these; not one of whoever goes on."""
        told = self.earlier[:-1] if self.goes_on else self.earlier
        mine = self.statement.speaker if self.goes_on else None
        return next((each for each in reversed(told) if each.act in acts and each.speaker != mine), None)


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
    return Before(statement, goes_on=same and not aside, of_it=_is_of(one, link.speaker, mentions))


def _may_be(pronoun: str, before: Token, speaker: Speaker) -> bool:
    """The pronoun may be whoever spoke before: a person is no "it", a state or a body "she" by its spokeswoman only."""
    if pronoun in ("he", "she"):
        return speaker.kind not in _BODIES or before.lemma_.lower() in PEOPLE
    return pronoun != "it" or speaker.kind != "person"


def _is_of(one: Link, before: Token, mentions: Mentions) -> bool:
    """Who speaks is of the body that spoke before: "The union accused ... said Vell, the union's leader"."""
    body = mentions.of(before)
    if body is None or body.kind not in ("organization", "group") or before.pos_ not in ("NOUN", "PROPN"):
        return False
    return any(
        token.lemma_ == before.lemma_ and token.i not in (before.i, one.speaker.i if one.speaker is not None else -1)
        for token in one.source
    )
