"""Docs made by hand, so that what extraction does is tested apart from what the network thinks."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc, Span, SpanGroup

from kg.extract.mentions.nametrees import mend
from kg.model import ATTRIBUTION

VOCAB = spacy.blank("en").vocab
_COARSE = {"N": "NOUN", "V": "VERB", "J": "ADJ", "R": "ADV", "P": "PRON", "I": "ADP", "D": "DET", "T": "PART"}


def doc_of(tree: str, *, names: dict[str, str] | None = None, roles: dict[str, str] | None = None) -> Doc:
    """A Doc of one sentence from lines ``word tag lemma head label``, the head counted from 1, 0 for the root.

    `names` and `roles` give stretches of the text their label: {"Russia": "LOC"}, {"said": "CUE"};
    sources and contents belong to the one cue.
    A word that ends in "_" has no space after it.
    """
    rows = [line.split() for line in tree.strip().splitlines()]
    words = [row[0].removesuffix("_") for row in rows]
    doc = Doc(
        VOCAB,
        words=words,
        spaces=[not row[0].endswith("_") for row in rows],
        tags=[row[1] for row in rows],
        pos=[_pos(row[1]) for row in rows],
        lemmas=[row[2] for row in rows],
        heads=[int(row[3]) - 1 if row[3] != "0" else index for index, row in enumerate(rows)],
        deps=[row[4] for row in rows],
    )
    doc.set_ents([_span(doc, words, label) for words, label in (names or {}).items()])
    spans = sorted((_span(doc, words, label) for words, label in (roles or {}).items()), key=lambda span: span.start)
    cues = [i for i, span in enumerate(spans) if span.label_ == "CUE"]
    links = [(cues[0], i, 0.9) for i in range(len(spans)) if i not in cues] if cues else []
    attributes = {"scores": [0.9] * len(spans), "links": links}
    doc.spans[ATTRIBUTION] = SpanGroup(doc, name=ATTRIBUTION, attrs=attributes, spans=spans)
    return doc


def arcs(tree: str, *names: str) -> set[tuple[str, str, str]]:
    """What hangs on what, and how, once the trees around the names of people are mended."""
    doc = doc_of(tree, names=dict.fromkeys(names, "PER"))
    mend(doc)
    return {(token.text, token.dep_, token.head.text) for token in doc}


def _pos(tag: str) -> str:
    if tag.startswith("NNP"):
        return "PROPN"
    return "PUNCT" if not tag[0].isalpha() else _COARSE.get(tag[0], "X")


def _span(doc: Doc, words: str, label: str) -> Span:
    start = doc.text.index(words)
    span = doc.char_span(start, start + len(words), label=label)
    assert span is not None, f"“{words}” are no whole tokens of “{doc.text}”"
    return span
