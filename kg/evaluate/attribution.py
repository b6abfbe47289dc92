"""Scores attribution spans: exact (start, end) of every source, cue and content, micro-averaged over the corpus.

Takes two forms of JSON Lines:

- ``{"tokens": [...], "labels": ["O", "B-source", ...]}``: paragraphs in the words of their corpus, the protocol of the
  CofeNet paper;
- ``{"id": ..., "text": ..., "attributions": [{"source": [[start, end]], "cue": ..., "content": ...}]}``: whole texts
  (PolNeAR). Where several people annotated a text, the first one's annotation is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from kg.annotate import Annotator
from kg.evaluate.corpus import Corpus, runs
from kg.evaluate.scores import Scores, Tally
from kg.model import ATTRIBUTION, Article

ROLES = ("source", "cue", "content")

# The Penn Treebank writes these marks otherwise than the articles did.
_MARKS = {
    "``": "“",
    "''": "”",
    "`": "‘",
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
}

_Spans = set[tuple[int, int, str]]


def evaluate(path: Path, annotator: Annotator) -> Scores:
    """Score an annotator.

    Raises:
        UsageError: the file can't be read, or is in neither form.
    """
    corpus = Corpus.read(path)
    tally = Tally()
    texts = words = 0
    for doc, found, wanted in _annotated(corpus, annotator):
        texts += 1
        words += len(doc)
        for role in ROLES:
            tally.compare(role, *({s for s in spans if s[2] == role} for spans in (found, wanted)))
    if not texts:
        raise corpus.wrong(1, "nothing to score: no line with tokens and labels, or with text and attributions")
    return Scores("attribution", path.name, corpus.digest, texts, words, tally.rows(ROLES))


def _annotated(corpus: Corpus, annotator: Annotator) -> Iterator[tuple[Doc, _Spans, _Spans]]:
    """Annotated texts with the spans found and the spans wanted, both counted in words or both in characters."""
    seen: set[str] = set()
    for line, record in corpus.records():
        if "tokens" in record:
            yield _in_words(corpus, line, record, annotator)
        elif "text" in record:
            identity = str(record.get("id", line))
            if identity not in seen:
                seen.add(identity)
                yield _in_characters(corpus, line, record, annotator)
        else:
            raise corpus.wrong(line, "neither tokens and labels, nor text and attributions")


def _in_words(corpus: Corpus, line: int, record: dict[str, Any], annotator: Annotator) -> tuple[Doc, _Spans, _Spans]:
    tokens, labels = record["tokens"], record.get("labels")
    if not isinstance(tokens, list) or not isinstance(labels, list) or len(tokens) != len(labels):
        raise corpus.wrong(line, "tokens and labels must be lists of one length")
    doc = annotator.annotate_words([_MARKS.get(str(token), str(token)) for token in tokens])
    found = {(span.start, span.end, span.label_.lower()) for span in doc.spans[ATTRIBUTION]}
    return doc, found, runs(labels)


def _in_characters(
    corpus: Corpus, line: int, record: dict[str, Any], annotator: Annotator
) -> tuple[Doc, _Spans, _Spans]:
    try:
        wanted = {
            (int(start), int(end), role)
            for attribution in record["attributions"]
            for role in ROLES
            for start, end in attribution[role]
        }
    except (KeyError, TypeError, ValueError) as error:
        raise corpus.wrong(line, f"attributions must have lists of [start, end] for {', '.join(ROLES)}") from error
    doc = annotator.annotate(Article(id=str(line), text=record["text"]))
    found = {(span.start_char, span.end_char, span.label_.lower()) for span in doc.spans[ATTRIBUTION]}
    return doc, found, wanted
