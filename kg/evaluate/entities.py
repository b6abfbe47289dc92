"""Scores names of persons, organizations and locations, and all three together.

Takes three forms:

- CoNLL lines ("word<TAB>label", a blank line after each sentence: CrossNER), and those of Universal NER
  ("number<TAB>word<TAB>label<TAB>..."): exact (start, end);
- the ``entities.json`` of a folder of re3d, with its ``documents.json`` beside it, or a folder with several such
  folders, whose names are counted together. Whole texts; names of one kind match when they overlap, one to one, and
  those that share most first. `kg.evaluate.re3d` says what is a name there. The digest is that of the digests of all
  files, each ``entities.json`` before its ``documents.json``.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from kg.annotate import Annotator
from kg.errors import UsageError
from kg.evaluate import re3d
from kg.evaluate.corpus import Corpus, LabelledWords, runs
from kg.evaluate.matching import pairs, shared
from kg.evaluate.scores import Scores, Tally
from kg.model import Article

KINDS = ("person", "organization", "location")
ROWS = (*KINDS, "all")

_RE3D = "entities.json"

# What the corpora call them; what is not listed (events, nationalities, ...) is not scored.
_KIND = {
    "PER": "person", "person": "person", "politician": "person",
    "ORG": "organization", "organisation": "organization", "politicalparty": "organization",
    "LOC": "location", "location": "location", "country": "location",
}  # fmt: skip


def evaluate(path: Path, annotator: Annotator) -> Scores:
    """Score an annotator.

    Raises:
        UsageError: the file can't be read, or is in none of these forms.
    """
    if path.is_dir():
        return _score_documents(path, sorted(path.rglob(_RE3D)), annotator)
    if path.name == _RE3D:
        return _score_documents(path, [path], annotator)
    return _score_sentences(Corpus.read(path), annotator)


def _score_sentences(corpus: Corpus, annotator: Annotator) -> Scores:
    tally = Tally()
    texts = words = 0
    for line, block in corpus.blocks():
        tokens, labels = _sentence(corpus, line, block)
        if not tokens:
            continue
        doc = annotator.annotate_words(tokens)
        found = {(entity.start, entity.end, _KIND.get(entity.label_)) for entity in doc.ents}
        wanted = {(start, end, _KIND.get(label)) for start, end, label in runs(labels)}
        for kind in KINDS:
            ours, theirs = ({span for span in spans if span[2] == kind} for spans in (found, wanted))
            _count(tally, kind, len(ours & theirs), len(ours), len(theirs))
        texts += 1
        words += len(tokens)
    if not texts:
        raise corpus.wrong(1, "nothing to score: no sentence")
    return Scores("entities", corpus.path.name, corpus.digest, texts, words, tally.rows(ROWS))


def _score_documents(path: Path, files: list[Path], annotator: Annotator) -> Scores:
    tally = Tally()
    corpora = [(Corpus.read(file), Corpus.read(file.with_name("documents.json"))) for file in files]
    texts = words = 0
    for document in (document for corpus in corpora for document in re3d.documents(*corpus)):
        doc = annotator.annotate(Article(id=str(texts), text=document.text))
        for kind in KINDS:
            found = [(one.start_char, one.end_char) for one in doc.ents if _KIND.get(one.label_) == kind]
            wanted = [span for *span, label in document.names if _KIND[label.lower()] == kind]
            same = pairs(found, wanted, lambda one, other: shared([one], [other]))
            _count(tally, kind, len(same), len(found), len(wanted))
        texts += 1
        words += len(doc)
    if not texts:
        raise UsageError(f"{path}: nothing to score: no {_RE3D} with documents beside it")
    digest = hashlib.sha256("".join(one.digest for corpus in corpora for one in corpus).encode()).hexdigest()
    return Scores("entities", path.name, digest, texts, words, tally.rows(ROWS))


def _count(tally: Tally, kind: str, right: int, found: int, wanted: int) -> None:
    for row in (kind, "all"):
        tally.count(row, right=right, found=found, wanted=wanted)


def _sentence(corpus: Corpus, line: int, block: list[str]) -> LabelledWords:
    tokens, labels = [], []
    for number, row in enumerate(block, start=line):
        if row.startswith("# "):
            continue
        columns = row.split("\t")
        if len(columns) == 2:
            token, label = columns
        elif len(columns) > 2:
            token, label = columns[1:3]
        else:
            raise corpus.wrong(number, "neither “word<TAB>label” nor “number<TAB>word<TAB>label”")
        if label != "O" and label[:2] not in ("B-", "I-"):
            raise corpus.wrong(number, f"“{label}” is no label: O, B-... or I-... is")
        tokens.append(token)
        labels.append(label)
    return tokens, labels
