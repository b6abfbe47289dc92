"""Issuing: whether a text is a communiqué's, by "we" who say of themselves who they are ("We, the leaders of ...")."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from kg.extract.syntax.grammar import FINITE
from kg.extract.syntax.quotes import Quotes
from kg.model import Article, Span

_WE_THE = re.compile(r"\bWe, the (?=\S)")
# Of a verb that has its subject before it.


def is_issued(article: Article, quotes: Quotes) -> bool:
    """Whether "we" of the text are a body: the one that publishes it without an author, or who they say they are."""
    told = any(not quotes.quoted(match.start()) for match in _WE_THE.finditer(article.text))
    return article.author is None and (told or article.publisher is not None)


def presented(article: Article, doc: Doc, quotes: Quotes) -> Span | None:
    """The words that tell who "we" are, from "We, the" to the verb."""
    for match in _WE_THE.finditer(article.text):
        we = doc.char_span(match.start(), match.start() + 2)
        if we is not None and not quotes.quoted(match.start()):
            verb = next((token for token in we.sent[we.start - we.sent.start :] if token.tag_ in FINITE), None)
            return (match.start(), verb.idx) if verb is not None else None
    return None
