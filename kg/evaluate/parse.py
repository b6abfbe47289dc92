"""Scores trees, tags and sentences on CoNLL-U, given its words: UAS, LAS, Penn tags, sentence starts.

Each document of the corpus is given as one text, so that the sentences must be found, too; a word whose sentence is
wrong can still have the right head.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc

from kg.annotate import Annotator
from kg.evaluate.corpus import Corpus
from kg.evaluate.scores import Scores, Tally

NAMES = ("UAS", "LAS", "tags", "lemmas", "sentences")

# These keep their subtype ("nsubj:pass"); of the others the annotation knows only the universal part.
_SUBTYPED = frozenset({"nsubj", "aux", "obl", "acl", "nmod", "csubj"})


@dataclass(slots=True)
class _Text:
    """A document of the corpus; heads are indices of words, a root is its own head."""

    words: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)


def evaluate(path: Path, annotator: Annotator) -> Scores:
    """Score an annotator.

    Raises:
        UsageError: the file can't be read, or is no CoNLL-U.
    """
    corpus = Corpus.read(path)
    tally = Tally()
    texts = words = 0
    for text in _texts(corpus):
        doc = annotator.annotate_words(text.words)
        _compare(tally, doc, text)
        texts += 1
        words += len(text.words)
    if not texts:
        raise corpus.wrong(1, "nothing to score: no sentence")
    return Scores("parse", path.name, corpus.digest, texts, words, tally.rows(NAMES))


def _compare(tally: Tally, doc: Doc, text: _Text) -> None:
    heads = [token.head.i for token in doc]
    deps = [token.dep_ for token in doc]
    tally.compare("UAS", enumerate(heads), enumerate(text.heads))
    tally.compare("LAS", enumerate(zip(heads, deps, strict=True)), enumerate(zip(text.heads, text.deps, strict=True)))
    tally.compare("tags", enumerate(token.tag_ for token in doc), enumerate(text.tags))
    tally.compare("lemmas", enumerate(token.lemma_ for token in doc), enumerate(text.lemmas))
    tally.compare("sentences", (token.i for token in doc if token.is_sent_start), text.starts)


def _texts(corpus: Corpus) -> Iterator[_Text]:
    text = _Text()
    for line, block in corpus.blocks():
        if text.words and any(row.startswith("# newdoc") for row in block):
            yield text
            text = _Text()
        _add_sentence(corpus, line, block, text)
    if text.words:
        yield text


def _add_sentence(corpus: Corpus, line: int, block: list[str], text: _Text) -> None:
    first = len(text.words)
    for number, row in enumerate(block, start=line):
        columns = row.split("\t")
        if row.startswith("#") or (len(columns) == 10 and not columns[0].isdigit()):
            continue  # a comment, a range of words, or a word that is not written
        if len(columns) != 10 or not columns[6].isdigit():
            raise corpus.wrong(number, "not CoNLL-U: ten columns parted by tabs, the seventh a number")
        head, dep = int(columns[6]), columns[7]
        universal = dep.split(":")[0]
        text.heads.append(first + head - 1 if head else len(text.words))
        text.deps.append("ROOT" if not head else dep if universal in _SUBTYPED else universal)
        text.words.append(columns[1])
        text.lemmas.append(columns[2].lower())
        text.tags.append(columns[4])
    if len(text.words) > first:
        text.starts.append(first)
