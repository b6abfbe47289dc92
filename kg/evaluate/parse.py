"""Scores trees, tags and sentences on CoNLL-U, given its words: UAS, LAS, Penn tags, sentence starts.

Each document of the corpus is given as one text with its paragraphs, as an article is, so that the sentences must be
found, too; a word whose sentence is wrong can still have the right head.
"""

from __future__ import annotations

from pathlib import Path

from spacy.tokens import Doc

from kg.annotate import Annotator
from kg.evaluate import treebank
from kg.evaluate.corpus import Corpus
from kg.evaluate.scores import Scores, Tally
from kg.evaluate.treebank import Text

NAMES = ("UAS", "LAS", "tags", "lemmas", "sentences")


def evaluate(path: Path, annotator: Annotator) -> Scores:
    """Score an annotator.

    Raises:
        UsageError: the file can't be read, or is no CoNLL-U.
    """
    corpus = Corpus.read(path)
    tally = Tally()
    texts = words = 0
    for text in treebank.texts(corpus):
        doc = annotator.annotate_words(text.words, text.paragraphs)
        _compare(tally, doc, text)
        texts += 1
        words += len(text.words)
    if not texts:
        raise corpus.wrong(1, "nothing to score: no sentence")
    return Scores("parse", path.name, corpus.digest, texts, words, tally.rows(NAMES))


def _compare(tally: Tally, doc: Doc, text: Text) -> None:
    heads = [token.head.i for token in doc]
    deps = [token.dep_ for token in doc]
    tally.compare("UAS", enumerate(heads), enumerate(text.heads))
    tally.compare("LAS", enumerate(zip(heads, deps, strict=True)), enumerate(zip(text.heads, text.deps, strict=True)))
    tally.compare("tags", enumerate(token.tag_ for token in doc), enumerate(text.tags))
    tally.compare("lemmas", enumerate(token.lemma_ for token in doc), enumerate(text.lemmas))
    tally.compare("sentences", (token.i for token in doc if token.is_sent_start), text.starts)
