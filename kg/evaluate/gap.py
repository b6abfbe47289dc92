"""Reads GAP: passages of Wikipedia, each with a pronoun and two names that it may stand for.

Webster et al. 2018, "Mind the GAP": a file of tab-separated values with a header.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.evaluate.corpus import Corpus
from kg.model import Span

_HEADER = ["ID", "Text", "Pronoun", "Pronoun-offset", "A", "A-offset", "A-coref", "B", "B-offset", "B-coref", "URL"]
_TRUTH = {"TRUE": True, "FALSE": False}


@dataclass(frozen=True, slots=True)
class Name:
    """The characters `span` of a passage name somebody; its pronoun stands for that one, or doesn't."""

    span: Span
    meant: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """In `text`, the characters `pronoun` stand for one of these two names, or for neither."""

    text: str
    pronoun: Span
    names: tuple[Name, Name]


def passages(corpus: Corpus) -> Iterator[Passage]:
    """Read a corpus.

    Raises:
        UsageError: it is not in this form, or something isn't where its offset says.
    """
    for line, row in enumerate(corpus.lines, start=1):
        columns = row.split("\t")
        if line == 1:
            if columns != _HEADER:
                raise corpus.wrong(line, f"not GAP: its columns are {', '.join(_HEADER)}")
        elif row:
            yield _passage(corpus, line, columns)


def _passage(corpus: Corpus, line: int, columns: list[str]) -> Passage:
    if len(columns) != len(_HEADER):
        raise corpus.wrong(line, f"{len(columns)} columns, not {len(_HEADER)}")
    _, text, pronoun, begin, a, a_begin, a_meant, b, b_begin, b_meant, _ = columns
    if not {a_meant, b_meant} <= _TRUTH.keys():
        raise corpus.wrong(line, "A-coref and B-coref must be TRUE or FALSE")
    return Passage(
        text,
        corpus.span(line, text, pronoun, begin),
        (
            Name(corpus.span(line, text, a, a_begin), _TRUTH[a_meant]),
            Name(corpus.span(line, text, b, b_begin), _TRUTH[b_meant]),
        ),
    )
