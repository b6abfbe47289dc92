"""Who is who where the tags are the network's: in novels, and in news, annotated by us.

``antecedents.tsv`` tells it of some articles of PolNeAR and Worldwide Newswire, whose texts it does not hold: a row for
each, with the `kg.ids.digest` of its name and for each mention ``BEGIN END BEGIN END``: characters of the mention, and
of the nearest earlier name, or else description, of whom it means; ``BEGIN END -`` where it means nobody who was told
of before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from kg.annotate import Annotator
from kg.annotate.pieces import PARAGRAPH
from kg.annotate.windows import endings
from training.documents import Document
from training.words import cuts_before, tokenize, with_paragraphs, within

ANTECEDENTS = Path(__file__).parent / "antecedents.tsv"

Span = tuple[int, int]


def read(path: Path = ANTECEDENTS) -> dict[str, list[tuple[Span, Span | None]]]:
    """By the digest of an article's name: mentions with what they take up, None for nothing."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        article, *rows = line.split("\t")
        pairs = found[article] = []
        for row in rows:
            begin, end, *earlier = row.split(" ")
            pairs.append(((int(begin), int(end)), (int(earlier[0]), int(earlier[1])) if len(earlier) == 2 else None))
    return found


def documents(texts: Mapping[str, str], table: Path = ANTECEDENTS) -> list[Document]:
    """The articles that are annotated, of texts by the digest of their names.

    Their tags are those of the network that the product runs.
    """
    return [document for document, _ in annotated(texts, Annotator(), table)]


def annotated(
    texts: Mapping[str, str], annotator: Annotator, table: Path = ANTECEDENTS
) -> Iterator[tuple[Document, Doc]]:
    """The same, each with what an annotator makes of its words; marks of paragraphs are no words of that."""
    for article, pairs in read(table).items():
        if article in texts:
            yield _document(texts[article], pairs, annotator)


def _document(text: str, pairs: list[tuple[Span, Span | None]], annotator: Annotator) -> tuple[Document, Doc]:
    doc = tokenize(text)
    words, position = with_paragraphs(doc)
    kept = [i for i, word in enumerate(words) if word != PARAGRAPH]
    marks = [i for i, word in enumerate(words) if word == PARAGRAPH]
    tagged = annotator.annotate_words([words[i] for i in kept], [0, *(i - n for n, i in enumerate(marks))])
    tags = [""] * len(words)
    for i, token in zip(kept, tagged, strict=True):
        tags[i] = token.tag_
    found = [
        (heads[-1], within(doc, position, *earlier) if earlier is not None else None)
        for mention, earlier in pairs
        if (heads := within(doc, position, *mention))
    ]
    document = Document(
        words=words,
        cuts=cuts_before(words, np.flatnonzero(endings(words, []) == 2).tolist()),
        tags=tags,
        clusters=chains(words, found),
        mentions=sorted({head for head, _ in found}),
    )
    return document, tagged


def fiction(folder: Path) -> list[Document]:
    """LitBank: who is who among the persons, places, vehicles and organizations of novels.

    What is annotated are spans; their heads, and the tags, are taken from the network that the product runs.
    """
    annotator = Annotator()
    found = []
    for path in sorted(folder.glob("*.conll")):
        words, cuts = [], [0]
        spans: list[tuple[str, int, int]] = []
        opened: dict[str, list[int]] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            row = line.split("\t")
            if len(row) < 4:
                if not line.strip() and words:
                    cuts.append(len(words))
                continue
            for bracket in row[-1].split("|"):
                name = bracket.strip("()")
                if bracket.startswith("("):
                    opened.setdefault(name, []).append(len(words))
                if bracket.endswith(")"):
                    spans.append((name, opened[name].pop(), len(words) + 1))
            words.append(row[3])
        doc = annotator.annotate_words(words)
        chains: dict[str, set[int]] = {}
        for name, begin, end in spans:
            chains.setdefault(name, set()).add(doc[begin:end].root.i)
        found.append(
            Document(
                words=words,
                cuts=sorted(set(cuts)),
                tags=[token.tag_ for token in doc],
                clusters=[sorted(chain) for chain in chains.values() if len(chain) > 1],
                mentions=sorted({head for chain in chains.values() for head in chain}),
            )
        )
    return found


def chains(words: list[str], pairs: Iterable[tuple[int, list[int] | None]]) -> list[list[int]]:
    """Heads of the mentions of each one who is meant, in text order.

    A name stands for one wherever its last word stands, unless longer names end with it that differ before it.

    Args:
        words: of the text.
        pairs: head of a mention and the words that it takes up, None for nothing.
    """
    meant = [(head, earlier) for head, earlier in pairs if earlier]
    longer: dict[str, set[str]] = {}
    for _, earlier in meant:
        if len(earlier) > 1:
            longer.setdefault(words[earlier[-1]], set()).add(words[earlier[-2]])
    found: dict[tuple[str, ...], set[int]] = {}
    for head, earlier in meant:
        named = words[earlier[-1]][0].isupper()
        alone = named and len(longer.get(words[earlier[-1]], ())) < 2
        key = tuple(words[i] for i in (earlier[-1:] if alone else earlier))
        chain = found.setdefault(key, set())
        chain |= {head, earlier[-1]}
        if named:
            length = len(key)
            chain |= {i + length - 1 for i in range(len(words)) if tuple(words[i : i + length]) == key}
    return [sorted(chain) for chain in found.values() if len(chain) > 1]
