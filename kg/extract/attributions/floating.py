"""Floating quotations: sentences in quotation marks beside which nobody is told to say them, or only some of them.

"The roads are closed, X said. “Stay at home.”" Whoever spoke last goes on. Of "“It is late. Go home,” X said" both
sentences are X's. The network links most of them, and leaves some out.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.attributions.links import Link
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar
from kg.extract.syntax.grammar import FINITE
from kg.extract.syntax.quotes import Quotes
from kg.extract.words.cueacts import act_of
from kg.extract.words.cues import cue_lemma
from kg.model import Span
from kg.vocabulary import ACT_CUES

# What somebody does by words that he goes on with; who was asked, or hopes, is hardly the one who is quoted.
_SAID = frozenset(
    {"say", "claim", "announce", "report", "warn", "promise", "admit", "deny", "accuse", "criticise", "praise"}
    | {"demand", "propose", "reject", "threaten"}
)
# Fewer words are a slogan, or the name of something.
_LEAST = 6
# Sentences between, in which nobody else may do anything.
_BETWEEN = 1
# Words behind it within which a quotation has its verb.
_NEAR = 4
_MARKS = "“”\"„«»'`‘’"
_ENDS = ".!?…"


def complete(links: Sequence[Link], mentions: Mentions) -> None:
    """Gives a cue all of a quotation of which it has some sentences, where the others are nobody's.

    Args:
        links: of the article; their contents are changed.
        mentions: of the article.
    """
    quotes = mentions.quotes
    for one in links:
        for tokens in one.contents if not one.is_turn else ():
            for span in {quotes.at(tokens[0].idx), quotes.at(tokens[-1].idx)} - {None}:
                if span is None or span[0] <= one.head.idx < span[1] or quotes.turn(span[0]) is not None:
                    continue
                rest = _rest(tokens, span, links, one, mentions)
                if rest:
                    tokens[:] = sorted([*tokens, *rest], key=lambda token: token.i)


def _rest(tokens: list[Token], span: Span, links: Sequence[Link], one: Link, mentions: Mentions) -> list[Token]:
    """The sentences of a quotation before and behind what a cue has of it; none where somebody else has them."""
    inside = grammar.tokens_in(tokens[0].doc, span)
    sentences = {mentions.sentence_of(token) for token in tokens}
    rest = [token for token in inside if mentions.sentence_of(token) not in sentences]
    numbers = range(inside[0].i, inside[-1].i + 1)
    for other in links if rest else ():
        words = [token for part in other.contents for token in part]
        if other is one:
            words = [token for part in other.contents if part is not tokens for token in part]
        told = other.head.i in numbers
        if told and any(token.i not in numbers or token.i < other.cue[0].i for token in words):
            return []  # the reporter's words stand within, for a mark is missing
        if not told and any(token.i in numbers for token in (*words, *other.source)):
            return []
    return rest


def take_up(links: Sequence[Link], mentions: Mentions) -> None:
    """Gives quotations that are nobody's to who spoke last before them.

    Args:
        links: of the article; some get one more content.
        mentions: of the article.
    """
    quotes = mentions.quotes
    outer = [one for one in links if one.contents and not quotes.quoted(one.head.idx)]
    taken = {token.i for one in outer for tokens in (one.cue, one.source, *one.contents) for token in tokens}
    taken |= {tokens[0].i for one in links for tokens in one.contents if tokens[0].i < one.head.i}
    doc = mentions.tokens[0].doc if mentions.tokens else None
    for span in quotes.spans:
        if doc is None or quotes.turn(span[0]) is not None or not _is_sentences(span, quotes):
            continue
        tokens = grammar.tokens_in(doc, span)
        worded = sum(token.is_alpha for token in tokens)
        if worded < _LEAST or any(token.i in taken for token in tokens) or not any(t.tag_ in FINITE for t in tokens):
            continue
        if quotes.text[: span[1]].rstrip(_MARKS)[-1] in "?!" and _is_told(tokens[-1]):
            continue
        if (last := _before(tokens[0].i, outer, mentions)) is not None:
            last.contents.append(tokens)
            taken.update(token.i for token in tokens)


def _is_sentences(span: Span, quotes: Quotes) -> bool:
    """The quotation is whole sentences, and no part of one: not "at a seminar called “Israel then and now”"."""
    text, (start, end) = quotes.text, span
    inside = text[start:end].strip(_MARKS + " ")
    before, behind = text[:start].rstrip(" "), text[end:].lstrip(" ")
    if behind[:1] in _ENDS:
        inside, behind = inside + behind[:1], behind[1:].lstrip(" ")  # "“It is late”."
    opens = not before or before[-1] in f'\n:{_ENDS}”"'
    closes = not behind or behind[0] in f"\n{_MARKS}" or behind[0].isupper()
    return opens and closes and inside[:1].isupper() and inside[-1:] in _ENDS


def _is_told(end: Token) -> bool:
    """The words behind a quotation tell who says it, though nothing was linked: "“Is it late?” X asked himself"."""
    behind = (token for token in end.doc[end.i + 1 : end.i + 1 + _NEAR] if not token.is_space)
    return any(token.pos_ == "VERB" and token.lemma_ in ACT_CUES for token in behind)


def _before(start: int, outer: Sequence[Link], mentions: Mentions) -> Link | None:
    """Who spoke last before a token, and may go on there."""
    last = max((one for one in outer if one.cue[0].i < start), key=lambda one: one.cue[0].i, default=None)
    if last is None or last.is_turn or last.speaker is None:
        return None
    around = [one for one in outer if one is not last and any(last.head in tokens for tokens in one.contents)]
    if around:  # of "X said that Y had denied it" it is X who goes on
        last = max(around, key=lambda one: sum(map(len, one.contents)))
    if last.speaker is None or act_of(cue_lemma(last.cue, last.head), last.head) not in _SAID:
        return None
    if grammar.negated(last.head):
        return None
    doc = last.head.doc
    end = max((last.head, *(tokens[-1] for tokens in last.contents if tokens[-1].i < start)), key=lambda t: t.i)
    here, there = mentions.paragraph_of(doc[start]), mentions.paragraph_of(end)
    between = mentions.sentence_of(doc[start]) - mentions.sentence_of(end) - 1
    colon = mentions.text[: doc[start].idx].rstrip(f" {_MARKS}").endswith(":")
    if here - there > 1 or between > (_BETWEEN if not colon else -1):
        return None
    gap = doc[grammar.sentence_end(end) : start]
    acting = (mentions.of(token) for token in gap if token.dep_ in grammar.SUBJECTS)
    return None if any(who is not None and who.form != "pronoun" for who in acting) else last
