"""Communiqués: the day on which those who met put one out, as the lines above it tell or how it begins.

"COMMUNIQUÉ of the council, Oslo, 3 March", "1. The Conference met in Oslo on 3 March": resolution tells what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar
from kg.extract.syntax.grammar import FINITE
from kg.extract.times import times
from kg.findings import ISSUED
from kg.ids import finding_id
from kg.model import Article, Cue, Mention, Span, Speaker, Statement

# What the lines call the text below them.
_CALLED = re.compile(
    r"\b(?:Communiqu[eé]|Statement|Declaration|Conclusions|Resolution"
    r"|COMMUNIQU[EÉ]|STATEMENT|DECLARATION|CONCLUSIONS|RESOLUTION)\b"
)
_LINE = re.compile(r"[^\n]+")
_LINES = 4  # that such a heading has, at most
_NUMBERED = re.compile(r"\d{1,2}\. ")
_MEETING = frozenset("assemble convene gather hold meet".split())
# Of several days none is that of what is said.
_DAYS = re.compile(r"\d\s*(?:and|to|[-–])\s*\d")
_AROUND = 7  # characters around one of them, in which the other stands


def issues(article: Article, mentions: Mentions, published: date | None) -> Iterator[Statement]:
    """That a communiqué was issued on a day, as what nobody says; none where its first words tell no day.

    Args:
        article: gives its id.
        mentions: of the article.
        published: its day.
    """
    lines = [match.span() for match in _LINE.finditer(mentions.text)]
    heading = _heading(lines, mentions)
    if not heading or len(heading) == len(lines):
        return
    for dated in (*_days(heading, mentions), *_met(lines[len(heading)], mentions)):
        time = times.read(mentions.text, [times.Mark(dated.span, "past")], published)
        if time is not None and time.granularity == "day":
            yield Statement(
                id=finding_id(article.id, ISSUED, (dated.span,)),
                speaker=Speaker(kind="implicit"),
                cue=Cue(span=dated.span, lemma=ISSUED, negated=False),
                act="say",
                form="indirect",
                content=(),
                text="",
                evidence=(mentions.sentence_span(mentions.sentence_of(mentions.head(dated))),),
                time=time,
            )
            return


def _heading(lines: Sequence[Span], mentions: Mentions) -> list[Span]:
    """The lines before the first that tells something, where they call what follows a communiqué or the like."""
    found: list[Span] = []
    for line in lines[:_LINES]:
        numbered = _NUMBERED.match(mentions.text, line[0]) is not None
        if numbered or any(token.tag_ in FINITE for token in grammar.tokens_in(mentions.doc, line)):
            break
        found.append(line)
    return found if any(_CALLED.search(mentions.text, *line) for line in found) else []


def _met(line: Span, mentions: Mentions) -> Iterator[Mention]:
    """The days on which those met who issue it: "1. The Conference met in Oslo on 3 March"."""
    for dated in _days([line], mentions):
        verb = grammar.clause(mentions.head(dated))
        if verb.lemma_ in _MEETING and grammar.tense(verb) == "past":
            yield dated


def _days(lines: Sequence[Span], mentions: Mentions) -> Iterator[Mention]:
    for line in lines:
        for each in mentions.within(line):
            around = max(line[0], each.start - _AROUND), each.end + _AROUND
            if each.kind == "date" and _DAYS.search(mentions.text, *around) is None:
                yield each
