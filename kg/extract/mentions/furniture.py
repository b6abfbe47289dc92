"""Furniture: names that a page has around its news, "via Getty Images", "| World News", and whose news say nothing."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax import grammar

# Whose pictures others print: they are named beside them.
_PICTURES = frozenset({"getty images", "getty", "shutterstock", "alamy", "istock", "epa-efe", "ap photo"})
# What newspapers call their pages.
_SECTIONS = frozenset("world uk us local national international breaking latest politics top".split())
_BARS = frozenset({"|", "–", "—", "-", "/", "»"})


def is_furniture(name: list[Token]) -> bool:
    """The name is a picture's credit, or of a page of the newspaper, and of nobody who does something."""
    words = " ".join(token.lower_ for token in name)
    if words in _PICTURES:
        return not (grammar.head_of(name).dep_ in grammar.SUBJECTS and grammar.head_of(name).head.pos_ == "VERB")
    doc, before, behind = name[0].doc, name[0].i - 1, name[-1].i + 1
    ended = behind >= len(doc) or doc[behind].is_space
    after = before < 0 or doc[before].text in _BARS or doc[before].is_space
    section = len(name) == 2 and name[0].lower_ in _SECTIONS and name[1].text == "News"
    return section and (ended or after)
