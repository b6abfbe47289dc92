"""Reads NewsMTSC: sentences of political news with their stance towards persons and groups that they name.

Hamborg and Donnay 2021, "NewsMTSC": JSON Lines, ``{"sentence_normalized": ..., "targets": [{"from", "to", "mention",
"polarity"}]}``, where the polarity is 2 (negative), 4 (neutral) or 6 (positive).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.evaluate.corpus import Corpus
from kg.model import Span, Stance

_STANCE: dict[int, Stance] = {2: "negative", 4: "neutral", 6: "positive"}


@dataclass(frozen=True, slots=True)
class Target:
    """The characters `span` of a sentence name somebody towards whom it has this stance."""

    span: Span
    stance: Stance


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and whom it names; the same characters may be there twice, since the corpus counts them twice."""

    text: str
    targets: tuple[Target, ...]


def sentences(corpus: Corpus) -> Iterator[Sentence]:
    """Read a corpus.

    Raises:
        UsageError: it is not in this form, or something isn't where its offset says.
    """
    for line, record in corpus.records():
        try:
            text = str(record["sentence_normalized"])
            targets = [(str(one["mention"]), one["from"], _STANCE[one["polarity"]]) for one in record["targets"]]
        except (KeyError, TypeError) as error:
            raise corpus.wrong(line, f"not NewsMTSC: {error!r}") from error
        yield Sentence(text, tuple(Target(corpus.span(line, text, *where), stance) for *where, stance in targets))
