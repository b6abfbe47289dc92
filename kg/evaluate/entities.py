"""Scores names of persons, organizations and locations: exact (start, end).

Takes two forms: CoNLL lines ("word<TAB>label", a blank line after each sentence: CrossNER) and those of Universal NER
("number<TAB>word<TAB>label<TAB>...").
"""

from __future__ import annotations

from pathlib import Path

from kg.annotate import Annotator
from kg.evaluate.corpus import Corpus, LabelledWords, runs
from kg.evaluate.scores import Scores, Tally

KINDS = ("person", "organization", "location")

# What the corpora call them; what is not listed (events, nationalities, ...) is not scored.
_KIND = {
    "PER": "person", "person": "person", "politician": "person",
    "ORG": "organization", "organisation": "organization", "politicalparty": "organization",
    "LOC": "location", "location": "location", "country": "location",
}  # fmt: skip


def evaluate(path: Path, annotator: Annotator) -> Scores:
    """Score an annotator.

    Raises:
        UsageError: the file can't be read, or is in neither form.
    """
    corpus = Corpus.read(path)
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
            tally.compare(kind, *({s for s in spans if s[2] == kind} for spans in (found, wanted)))
        texts += 1
        words += len(tokens)
    if not texts:
        raise corpus.wrong(1, "nothing to score: no sentence")
    return Scores("entities", path.name, corpus.digest, texts, words, tally.rows(KINDS))


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
