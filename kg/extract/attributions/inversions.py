"""Inversions: who speaks is named behind the verb, and the network took the name for what is said.

"The road was closed, reported Radio Nord": what stands before the comma is said by whoever the name is of.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.attributions.links import Link
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar
from kg.extract.syntax.grammar import FINITE

# By these a clause is told, and nobody is said, told or reported.
_TELLING = frozenset({"add", "claim", "note", "report", "say", "state", "write"})
_NAMED = frozenset({"person", "organization"})


def turn_round(one: Link, mentions: Mentions) -> None:
    """Gives a verb of telling at the end of its sentence the name behind it as who speaks, what is before as said.

    Args:
        one: an attribution with the speaker and the contents that network and tree give it; they are changed.
        mentions: of the article.
    """
    head, doc = one.head, one.head.doc
    start, end = grammar.sentence_start(head), grammar.sentence_end(head)
    if head.lemma_ not in _TELLING or head.tag_ not in ("VBD", "VBZ") or head.i < start + 3 or len(one.contents) != 1:
        return
    words = [token for token in doc[head.i + 1 : end] if not token.is_space]
    while words and words[-1].text in (".", "!"):
        words.pop()
    said = one.contents[0]
    if doc[head.i - 1].text != "," or not words or said[0].i < head.i or said[-1].i > words[-1].i:
        return
    before = [token for token in doc[start : head.i - 1] if not token.is_space]
    if not any(token.tag_ in FINITE for token in before) or mentions.quotes.quoted(head.idx):
        return
    if (name := _name(words, mentions)) is not None:
        one.source, one.speaker, one.contents = words, name, [before]


def _name(words: list[Token], mentions: Mentions) -> Token | None:
    """The head of the name that the words are, with a post before it: "the district officer (DO) Tor Vestby"."""
    if any(token.pos_ in ("VERB", "AUX", "ADP", "SCONJ") or token.is_quote for token in words):
        return None
    last = mentions.of(words[-1])
    return mentions.head(last) if last is not None and last.form == "name" and last.kind in _NAMED else None
