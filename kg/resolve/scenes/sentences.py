"""Sentences: of a cue, and whether one follows another."""

from __future__ import annotations

from kg.model import Span, Statement


def follows(end: int, start: int, text: str) -> bool:
    """A sentence that starts there is the next after one that ends there."""
    return end <= start and not text[end:start].strip()


def sentence_of(one: Statement) -> Span:
    """The sentence of the cue."""
    return next((span for span in one.evidence if span[0] <= one.cue.span[0] < span[1]), one.evidence[0])


def beside(one: Statement, text: str) -> str:
    """The words of its sentence that are not what is said, each piece of them on a line."""
    begin, end = sentence_of(one)
    pieces, at = [], begin
    for start, stop in sorted(one.content):
        if start < end and stop > begin:
            pieces.append(text[at : max(at, start)])
            at = max(at, stop)
    return "\n".join([*pieces, text[at:end]])
