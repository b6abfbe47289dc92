"""From documents to batches: windows of random lengths, noise, tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from kg.annotate.pieces import PARAGRAPH, PieceEncoder
from training.documents import IGNORE, Document

WINDOW = (110, 230)  # words of a window: the network is run on windows of 200 and their context, the last one shorter
MOST_PIECES = 500
# Shapes of words, see kg.annotate.pieces.case_of.
_LOWER, _UPPER, _TITLE, _MIXED = range(4)
_QUOTES = ({"“": '"', "”": '"'}, {"“": "``", "”": "''"}, {"’": "'", "‘": "'", "’s": "'s", "n’t": "n't"})


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of like length, padded.

    Attributes:
        ids, shapes, mask: [texts, pieces].
        first: [texts, words] index of each word's first piece; 0 for padding.
        present: [texts, words] whether there is a word.
        labels: [texts, words] for each task; `IGNORE` where nothing is known.
        documents: what else is known of each window.
    """

    ids: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor
    present: Tensor
    labels: dict[str, Tensor]
    documents: list[Document]

    @property
    def words(self) -> int:
        return int(self.present.sum())

    def to(self, device: torch.device) -> Batch:
        moved = {name: getattr(self, name).to(device) for name in ("ids", "shapes", "mask", "first", "present")}
        return replace(self, **moved, labels={task: labels.to(device) for task, labels in self.labels.items()})


def collate(documents: list[Document], encoder: PieceEncoder, noise: random.Random | None) -> Batch:
    """A batch of windows; with noise, some lose or change their capitals, quotation marks or some of their words."""
    encoded = []
    for document in documents:
        words = document.words if noise is None else _quotes_changed(document.words, noise)
        pieces = encoder(words)
        encoded.append((pieces, pieces.case if noise is None else _capitals_changed(pieces.case, noise)))
    longest = max(len(pieces.ids) for pieces, _ in encoded) + 2
    most = max(len(document.words) for document in documents)
    ids = torch.zeros(len(documents), longest, dtype=torch.long)
    shapes, mask = torch.zeros_like(ids), torch.zeros_like(ids)
    first = torch.zeros(len(documents), most, dtype=torch.long)
    present = torch.zeros(len(documents), most, dtype=torch.bool)
    for i, (pieces, case) in enumerate(encoded):
        length, count = len(pieces.ids), len(pieces.starts) - 1
        ids[i, 0], ids[i, length + 1] = encoder.begin, encoder.end
        ids[i, 1 : length + 1] = torch.from_numpy(pieces.ids if noise is None else _masked(pieces.ids, encoder, noise))
        shapes[i, 1 : length + 1] = torch.from_numpy(case)
        mask[i, : length + 2] = 1
        first[i, :count] = torch.from_numpy(pieces.starts[:-1]) + 1
        present[i, :count] = True
    labels = {}
    for task in {task for document in documents for task in document.labels}:
        labels[task] = torch.full((len(documents), most), IGNORE)
        for i, document in enumerate(documents):
            if task in document.labels:
                labels[task][i, : len(document.words)] = torch.from_numpy(document.labels[task])
    return Batch(ids, shapes, mask, first, present, labels, documents)


def _masked(ids, encoder: PieceEncoder, noise: random.Random):  # type: ignore[no-untyped-def]
    """Up to a fifth of the pieces hidden, in seven tenths of the windows: so that no text is learned by heart."""
    if noise.random() >= 0.7:
        return ids
    share = noise.uniform(0, 0.2)
    hidden = np.array([noise.random() < share for _ in ids]) & (ids != encoder.end)  # which marks a paragraph
    return np.where(hidden, encoder(["[MASK]"]).ids[0], ids)


def _capitals_changed(case, noise: random.Random):  # type: ignore[no-untyped-def]
    """Headlines: all capitals, a capital on each word, or none at all; in 6% of the windows."""
    chance = noise.random()
    if chance >= 0.06:
        return case
    wanted = _UPPER if chance < 0.02 else _TITLE if chance < 0.04 else _LOWER
    changed = case.copy()
    changed[case <= _MIXED] = wanted
    changed[0 if wanted == _LOWER else slice(0)] = _TITLE
    return changed


def _quotes_changed(words: list[str], noise: random.Random) -> list[str]:
    """Straight quotation marks for curly ones and the other way round, in a third of the windows."""
    chance = noise.random()
    if chance < 0.2:
        table = _QUOTES[0 if chance < 0.12 else 1] | (_QUOTES[2] if chance < 0.15 else {})
        return [table.get(word, word) for word in words]
    if chance < 0.33 and '"' in words:
        changed, within = [], False
        for word in words:
            if word == PARAGRAPH:
                within = False
            if word == '"':
                changed.append("”" if within else "“")
                within = not within
            else:
                changed.append(word)
        return changed
    return words


def windows(documents: list[Document], rng: random.Random, *, least: int = 4) -> list[Document]:
    """The documents cut into windows whose lengths are new each time; shorter ones than `least` words are left out."""

    def sizes() -> Iterator[int]:
        while True:
            yield rng.randint(*WINDOW)

    return [
        document.window(begin, end)
        for document in documents
        for begin, end in document.cut(sizes())
        if end - begin >= least
    ]


def whole(document: Document, rng: random.Random) -> list[Document]:
    """A document cut into windows in text order; the first bears the clusters of all, by words counted from there."""
    cut = windows([document], rng, least=1)
    cut[0].clusters, cut[0].mentions = document.clusters, document.mentions
    return cut


def grouped(documents: list[Document], size: int, rng: random.Random) -> list[list[Document]]:
    """Batches of about `size` words, each of documents of like length, in random order."""
    order = sorted(rng.sample(documents, len(documents)), key=lambda document: len(document.words) // 16)
    batches: list[list[Document]] = [[]]
    words = 0
    for document in order:
        batches[-1].append(document)
        words += len(document.words)
        if words >= size:
            batches.append([])
            words = 0
    batches = [batch for batch in batches if batch]
    rng.shuffle(batches)
    return batches
