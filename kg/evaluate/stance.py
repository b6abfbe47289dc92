"""Scores the stance of sentences of political news towards persons and groups that they name.

Takes NewsMTSC (Hamborg and Donnay 2021): JSON Lines, ``{"sentence_normalized": ..., "targets": [{"from", "to",
"mention", "polarity"}]}``, where the polarity is 2 (negative), 4 (neutral) or 6 (positive). Each sentence is read on
its own; the stance towards a target is the likeliest by the mean over its words. "macro" is the mean of the three
stances, its F1 what is published for this corpus.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import numpy as np
from spacy.tokens import Doc

from kg.annotate import Annotator
from kg.evaluate.corpus import Corpus
from kg.evaluate.scores import Row, Scores, Tally
from kg.model import STANCE, Article, Span, Stance

STANCES = get_args(Stance)

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


def evaluate(path: Path, annotator: Annotator) -> Scores:
    """Score an annotator.

    Raises:
        UsageError: the file can't be read, or is in another form.
    """
    corpus = Corpus.read(path)
    tally = Tally()
    texts = words = targets = 0
    for sentence in sentences(corpus):
        doc = annotator.annotate(Article(id=str(texts), text=sentence.text))
        for target in sentence.targets:
            found = _stance(doc, target)
            for stance in STANCES:
                tally.compare(stance, {found} & {stance}, {target.stance} & {stance})
        texts += 1
        words += len(doc)
        targets += len(sentence.targets)
    if not targets:
        raise corpus.wrong(1, "nothing to score: no sentence with targets")
    rows = tally.rows(STANCES)
    return Scores("stance", path.name, corpus.digest, texts, words, (*rows, Row.mean("macro", rows, targets)))


def _stance(doc: Doc, target: Target) -> str:
    words = doc.char_span(*target.span, alignment_mode="expand")
    assert words is not None
    found: str = STANCES[int(np.argmax(doc.user_data[STANCE][words.start : words.end].mean(axis=0)))]
    return found


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
