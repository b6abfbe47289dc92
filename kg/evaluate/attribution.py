"""Scores attribution spans: exact (start, end) of every source, cue and content, micro-averaged over the corpus.

Takes two forms of JSON Lines:

- ``{"tokens": [...], "labels": ["O", "B-source", ...]}``: paragraphs in the words of their corpus, the protocol of the
  CofeNet paper;
- ``{"id": ..., "text": ..., "attributions": [{"source": [[start, end]], "cue": ..., "content": ...}]}``: whole texts
  (PolNeAR). Where several people annotated a text, the first one's annotation is taken. Here whole attributions are
  scored, too: a cue with all sources and contents that are linked to it. One found is one annotated, each used once

  - exactly, when both have the same cue, the same sources and the same contents;
  - but for the cue, when their cues overlap, and sources and contents are the same;
  - overlapping, when their cues overlap, and so do their sources (or neither has one) and, where the annotated one has
    contents, their contents; those that share most are paired first.

  Annotated attributions without a cue (1 in 2,000) count for their spans, but not as attributions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from kg.annotate import Annotator
from kg.evaluate.corpus import Corpus, runs
from kg.evaluate.matching import pairs, shared
from kg.evaluate.scores import Scores, Tally
from kg.model import ATTRIBUTION, Article, Span

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


@dataclass(frozen=True, slots=True)
class Attribution:
    """What these sources say with this cue is this content, each a set of stretches of characters."""

    source: frozenset[Span]
    cue: frozenset[Span]
    content: frozenset[Span]


def _exact(found: Attribution, wanted: Attribution) -> float:
    return found == wanted


def _exact_but_cue(found: Attribution, wanted: Attribution) -> float:
    same = found.source == wanted.source and found.content == wanted.content
    return shared(found.cue, wanted.cue) if same else 0.0


def _overlapping(found: Attribution, wanted: Attribution) -> float:
    cues = shared(found.cue, wanted.cue)
    if not cues or (found.source and not wanted.source):
        return 0.0
    parts = [(found.source, wanted.source), (found.content, wanted.content)]
    shares = [shared(ours, theirs) for ours, theirs in parts if theirs]
    return cues + sum(shares) if all(shares) else 0.0


TUPLES: dict[str, Callable[[Attribution, Attribution], float]] = {
    "tuples exact": _exact,
    "tuples exact but cue": _exact_but_cue,
    "tuples overlapping": _overlapping,
}


def evaluate(path: Path, annotator: Annotator) -> Scores:
    """Score an annotator.

    Raises:
        UsageError: the file can't be read, or is in neither form.
    """
    corpus = Corpus.read(path)
    tally = Tally()
    seen: set[str] = set()
    texts = words = 0
    for line, record in corpus.records():
        if "tokens" in record:
            doc = _in_words(tally, corpus, line, record, annotator)
        elif "text" in record:
            identity = str(record.get("id", line))
            if identity in seen:
                continue
            seen.add(identity)
            doc = _in_characters(tally, corpus, line, record, annotator)
        else:
            raise corpus.wrong(line, "neither tokens and labels, nor text and attributions")
        texts += 1
        words += len(doc)
    if not texts:
        raise corpus.wrong(1, "nothing to score: no line with tokens and labels, or with text and attributions")
    names = [*ROLES, *TUPLES] if seen else ROLES
    return Scores("attribution", path.name, corpus.digest, texts, words, tally.rows(names))


def _in_words(tally: Tally, corpus: Corpus, line: int, record: dict[str, Any], annotator: Annotator) -> Doc:
    tokens, labels = record["tokens"], record.get("labels")
    if not isinstance(tokens, list) or not isinstance(labels, list) or len(tokens) != len(labels):
        raise corpus.wrong(line, "tokens and labels must be lists of one length")
    doc = annotator.annotate_words([_MARKS.get(str(token), str(token)) for token in tokens])
    found = {(span.start, span.end, span.label_.lower()) for span in doc.spans[ATTRIBUTION]}
    _compare(tally, found, runs(labels))
    return doc


def _in_characters(tally: Tally, corpus: Corpus, line: int, record: dict[str, Any], annotator: Annotator) -> Doc:
    try:
        wanted = [
            Attribution(**{role: frozenset((int(start), int(end)) for start, end in one[role]) for role in ROLES})
            for one in record["attributions"]
        ]
    except (KeyError, TypeError, ValueError) as error:
        raise corpus.wrong(line, f"attributions must have lists of [start, end] for {', '.join(ROLES)}") from error
    doc = annotator.annotate(Article(id=str(line), text=record["text"]))
    found = {(span.start_char, span.end_char, span.label_.lower()) for span in doc.spans[ATTRIBUTION]}
    _compare(tally, found, {(*span, role) for one in wanted for role in ROLES for span in getattr(one, role)})
    linked, cued = _linked(doc), [one for one in wanted if one.cue]
    for name, worth in TUPLES.items():
        tally.count(name, right=len(pairs(linked, cued, worth)), found=len(linked), wanted=len(cued))
    return doc


def _compare(tally: Tally, found: Iterable[tuple[int, int, str]], wanted: Iterable[tuple[int, int, str]]) -> None:
    for role in ROLES:
        tally.compare(role, *({span for span in spans if span[2] == role} for spans in (found, wanted)))


def _linked(doc: Doc) -> list[Attribution]:
    """Each cue found with the sources and contents that are linked to it."""
    group = doc.spans[ATTRIBUTION]
    spans = [(span.label_, (span.start_char, span.end_char)) for span in group]
    others = [(cue, *spans[other]) for cue, other, _ in group.attrs["links"]]
    return [
        Attribution(
            source=frozenset(where for of, label, where in others if of == cue and label == "SOURCE"),
            cue=frozenset([span]),
            content=frozenset(where for of, label, where in others if of == cue and label == "CONTENT"),
        )
        for cue, (role, span) in enumerate(spans)
        if role == "CUE"
    ]
