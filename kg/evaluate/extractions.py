"""What the line finds in articles that are annotated in the form of `kg extract`."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate import Annotator
from kg.evaluate.alignment import align
from kg.evaluate.corpus import Corpus
from kg.line import Line
from kg.model import Article
from kg.record import Record, record

_ABOUT = ("id", "title", "author", "publisher", "published", "language", "dateline")


def extractions(corpus: Corpus, annotator: Annotator) -> Iterator[tuple[int, Record, Record]]:
    """Line number, record found and record annotated of each article.

    Raises:
        UsageError: a line is no article in the form of `kg extract`.
    """
    for number, found, _, gold in aligned(corpus, annotator):
        yield number, found, gold


def aligned(corpus: Corpus, annotator: Annotator) -> Iterator[tuple[int, Record, Record, Record]]:
    """The same, with the record found once more, in which actors outside the gazetteer have the annotation's ids.

    Raises:
        UsageError: a line is no article in the form of `kg extract`.
    """
    line = Line(annotator=annotator)
    for number, gold in corpus.records():
        try:
            article = Article(text=gold["text"], **{name: gold["article"].get(name) for name in _ABOUT})
        except (AttributeError, KeyError) as error:
            raise corpus.wrong(number, f"no article in the form of kg extract: {error!r}") from error
        found = record(line.extraction(article))
        try:
            same = align(found, gold, lambda entity: line.gazetteer.entry(entity) is not None)
        except (KeyError, TypeError) as error:
            raise corpus.wrong(number, f"no article in the form of kg extract: {error!r}") from error
        yield number, found, same, gold
