"""Fits what the gazetteer says of names: ``python -m training.known CORPORA EXPORT``; EXPORT/network.onnx gets it.

The network stays as it is; a table is learned that adds to its scores. It is learned from names that people marked, on
texts of which the network has read little, so that its own scores are about as good as elsewhere. It says nothing of
words that are no name, nor of dates, of which the gazetteer has none.
"""

from __future__ import annotations

import argparse
import random
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from kg.annotate.known import FEATURES, Known
from kg.annotate.network import Network
from kg.annotate.pieces import PARAGRAPH, Floats
from kg.annotate.windows import windows
from training import corpora
from training.corpora import NAMES
from training.documents import IGNORE, Document, Labels
from training.export import exchange
from training.losses import cross_entropy, legal_steps, random_field

ARTICLES = 300  # of Worldwide Newswire
EPOCHS = 2
RATE = 0.05
_PART = 60  # words that are learned from together
_TOGETHER = 64  # parts
_SMALL = 1e-5  # weights are kept small by this


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("export", type=Path)
    given = parser.parse_args()
    fit(given.corpora, given.export)


def fit(folder: Path, export: Path) -> None:
    """Fit an export to the corpora of a folder and write the table into it."""
    torch.manual_seed(1)
    rng = random.Random(1)
    news = corpora.worldwide(folder / "worldwide")
    politics = corpora.politics(folder / "ner_gold/crossner_politics_train.conll.gz")
    documents = rng.sample(news, min(ARTICLES, len(news))) + politics + 2 * corpora.own(corpora.OWN)
    network = Network(1, export)
    parts = [part for document in documents for part in _parts(network, document)]
    table = fitted(parts, torch.from_numpy(network.name_steps), rng)
    exchange(export / "network.onnx", "known", {"known": table})


Part = tuple[Floats, Floats, Labels]  # scores, features and labels of some words


def _parts(network: Network, document: Document) -> list[Part]:
    scores, features = _scores(network, document.words), Known.bundled().features(document.words)
    begins = range(0, len(document.words), _PART)
    return [
        (scores[begin:end], features[begin:end], document.window(begin, end).labels["names"])
        for begin, end in pairwise([*begins, len(document.words)])
    ]


def _scores(network: Network, words: list[str]) -> Floats:
    """What the network makes of the names in a text."""
    pieces = network.encode(words)
    paragraphs = [0, *(i for i, word in enumerate(words) if word == PARAGRAPH and i)]
    cut = windows(words, paragraphs, pieces.starts)
    found = [
        scores.names[window.core_begin - window.begin : window.core_end - window.begin]
        for window, scores in zip(cut, network(pieces, cut), strict=True)
    ]
    return np.concatenate(found)


def fitted(parts: list[Part], steps: Tensor, rng: random.Random) -> Tensor:
    """The table, [FEATURES, BIO labels], that added to the scores makes the labels likeliest; 0 for "O" and dates."""
    table = torch.zeros(FEATURES, len(NAMES), requires_grad=True)
    told = torch.tensor([float(name != "O" and not name.endswith("DATE")) for name in NAMES])
    optimizer = torch.optim.Adam([table], RATE)
    legal = steps + legal_steps(NAMES)
    batches = [parts[i : i + _TOGETHER] for i in range(0, len(parts), _TOGETHER)]
    falling = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.05, EPOCHS * len(batches))
    for epoch in range(EPOCHS):
        lost = 0.0
        order = rng.sample(parts, len(parts))
        for i in range(0, len(order), _TOGETHER):
            scores, features, labels, present = _padded(order[i : i + _TOGETHER])
            added = scores + features @ (table * told)
            loss = cross_entropy(added, labels) / 2 + random_field(added, labels, present, legal)
            (loss + _SMALL * table.square().sum()).backward()
            optimizer.step()
            optimizer.zero_grad()
            falling.step()
            lost += loss.item() / len(batches)
        print(f"{epoch} {lost:.4f}", flush=True)
    return (table * told).detach()


def _padded(parts: list[Part]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    most = max(len(labels) for *_, labels in parts)
    scores = torch.zeros(len(parts), most, len(NAMES))
    features = torch.zeros(len(parts), most, FEATURES)
    labels = torch.full((len(parts), most), IGNORE)
    for i, (emitted, known, right) in enumerate(parts):
        scores[i, : len(right)] = torch.from_numpy(emitted)
        features[i, : len(right)] = torch.from_numpy(known)
        labels[i, : len(right)] = torch.from_numpy(right)
    present = torch.zeros(len(parts), most, dtype=torch.bool)
    for i, (*_, right) in enumerate(parts):
        present[i, : len(right)] = True
    return scores, features, labels, present


if __name__ == "__main__":
    main()
