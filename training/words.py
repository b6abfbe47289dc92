"""Words of a text and where its characters are among them: how annotation by characters becomes labels of words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

import numpy as np
import spacy
from spacy.tokens import Doc

from kg.annotate.pieces import PARAGRAPH
from training.documents import Labels

#: Cuts a text into words as the product does.
tokenize = spacy.blank("en")
_BLANK_LINE = re.compile(r"\n\s*\n")


def plain(doc: Doc) -> tuple[list[str], dict[int, int]]:
    kept = [token.i for token in doc if not token.is_space]
    return [doc[i].text for i in kept], {i: place for place, i in enumerate(kept)}


def with_paragraphs(doc: Doc) -> tuple[list[str], dict[int, int]]:
    """The words with a mark for each blank line, and the index among them of each token that is no space."""
    kept = [token.i for token in doc if not token.is_space]
    paragraphs = [
        i
        for i, (before, after) in enumerate(pairwise(kept), start=1)
        if after - before > 1 and _BLANK_LINE.search(doc[before + 1 : after].text)
    ]
    words, at = with_marks([doc[i].text for i in kept], paragraphs)
    return words, dict(zip(kept, at.tolist(), strict=True))


def with_marks(words: list[str], paragraphs: Iterable[int]) -> tuple[list[str], Labels]:
    """The words with a mark before each paragraph but the first, and the index of each word among them."""
    openings = set(paragraphs) - {0}
    read: list[str] = []
    at = []
    for i, word in enumerate(words):
        if i in openings:
            read.append(PARAGRAPH)
        at.append(len(read))
        read.append(word)
    return read, np.array(at)


def within(doc: Doc, position: dict[int, int], start: int, end: int) -> list[int]:
    """Positions of the words between two characters; those cut by a border are in where otherwise there were none."""
    span = doc.char_span(start, end, alignment_mode="contract") or doc.char_span(start, end, alignment_mode="expand")
    return [position[token.i] for token in span if token.i in position] if span is not None else []


def mark(labels: Labels, words: list[int], begin: int) -> None:
    """Write B- (whose number is given) and I- (the next number); a span begins anew after a gap."""
    for i, word in enumerate(words):
        labels[word] = begin if i == 0 or words[i - 1] != word - 1 else begin + 1


def begun_anew(labels: Labels) -> None:
    """What goes on after a span that lies within it begins again: an I- follows its B- or I-."""
    for i in range(1, len(labels)):
        if labels[i] and labels[i] % 2 == 0 and labels[i - 1] not in (labels[i], labels[i] - 1):
            labels[i] -= 1


def cuts_before(words: list[str], starts: list[int]) -> list[int]:
    """Where sentences start; a mark goes with the paragraph that it opens."""
    return sorted(start - 1 if start and words[start - 1] == PARAGRAPH else start for start in starts)
