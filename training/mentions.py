"""Fits what is seen of mentions: ``python -m training.mentions CORPORA EXPORT``; EXPORT/network.onnx gets it.

It is fitted to GUM, where all mentions are annotated, and to the news of ``antecedents.tsv``, where some are. The
network has read both many times and knows by heart who is who there, so what it makes of their words tells nothing of
how far to trust it. These weights are learned without it; `SHARE` and the others were chosen after.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Mapping, Set
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from spacy.tokens import Doc
from torch import Tensor, nn

from kg.annotate import Annotator
from kg.annotate.coreference import Coreference
from kg.annotate.mentions import PAIR, TRAITS, Mentions
from kg.annotate.pieces import PARAGRAPH
from kg.evaluate import treebank
from kg.evaluate.corpus import Corpus
from kg.model import COREFERENCE
from training import antecedents
from training.corpora import TREEBANKS, texts_of
from training.documents import Document
from training.export import exchange

HIDDEN = 40
EPOCHS = 4
RATE = 2e-3
# Chosen on GUM's development part: what the network's score and these weights count, and what any antecedent gains.
SHARE, SEEN, GAIN = 0.45, 0.5, 1.0
_NEAR = 50  # mentions before one that it is compared with; farther ones only where they share a word with it
_FOUND = 1.5  # times a mention that takes up another counts one that does not
_SHARES_WORD = [1, 8]  # of the features of a pair


@dataclass(slots=True)
class Text:
    """The mentions of a text: traits, and pairs of later and earlier ones, given by their numbers."""

    traits: Tensor
    later: Tensor
    earlier: Tensor
    pairs: Tensor
    right: Tensor


class Seen(nn.Module):
    """Scores pairs; see `kg.annotate.mentions.Weights`."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden = nn.Linear(PAIR + 2 * TRAITS, HIDDEN)
        self.out = nn.Linear(HIDDEN, 1, bias=False)
        self.none = nn.Linear(TRAITS, 1)
        self.dropout = nn.Dropout(0.2)

    def forward(self, text: Text) -> Tensor:
        pair, later, earlier = self.hidden.weight.split([PAIR, TRAITS, TRAITS], 1)
        hidden = text.pairs @ pair.T + (text.traits @ later.T)[text.later] + (text.traits @ earlier.T)[text.earlier]
        scores = self.out(self.dropout(torch.relu(hidden + self.hidden.bias))).squeeze(-1)
        return scores - self.none(text.traits).squeeze(-1)[text.later]

    def constants(self) -> dict[str, Tensor]:
        """What `kg.annotate.mentions.Weights` takes."""
        hidden = torch.cat([self.hidden.weight.T, self.hidden.bias[None]])
        none = torch.cat([SEEN * self.none.weight[0], SEEN * self.none.bias - GAIN])
        values = {"hidden": hidden, "out": SEEN * self.out.weight[0], "none": none, "network": torch.tensor([SHARE])}
        return {f"mentions.{name}": value.detach() for name, value in values.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("export", type=Path)
    given = parser.parse_args()
    fit(given.corpora, given.export)


def fit(corpora: Path, export: Path) -> None:
    """Fit an export to the corpora and write what was found into it."""
    torch.manual_seed(1)
    rng = random.Random(1)
    annotator = Annotator(1, weights=export)
    corpus = Corpus.read(corpora / "ud" / TREEBANKS["gum"])
    texts = [_of_treebank(annotator, text) for text in treebank.texts(corpus)]
    news = (_of_news(*article) for article in antecedents.annotated(texts_of(corpora), annotator))
    texts += [text for text in news if len(text.later)]
    seen = Seen()
    optimizer = torch.optim.AdamW(seen.parameters(), RATE, weight_decay=0.05)
    falling = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, EPOCHS * len(texts))
    for epoch in range(EPOCHS):
        lost = 0.0
        for text in rng.sample(texts, len(texts)):
            loss = _loss(seen(text), text)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            falling.step()
            lost += loss.item() / len(texts)
        print(f"{epoch} {lost:.3f}", flush=True)
    exchange(export / "network.onnx", "mentions.", seen.constants())


def _of_treebank(annotator: Annotator, text: treebank.Text) -> Text:
    doc = annotator.annotate_words(text.words, text.paragraphs)
    entity: dict[int, str] = {}
    for mention in text.mentions:
        entity.setdefault(mention.head, mention.cluster)
    return _text(doc, entity)


def _of_news(document: Document, doc: Doc) -> Text:
    """An article in which only some mentions are asked for: those that somebody annotated.

    The table tells a name of several words by its last one, which hangs on its first.
    """
    words = [i for i, word in enumerate(document.words) if word != PARAGRAPH]
    token = {word: doc[i].head.i if doc[i].dep_ == "flat" else i for i, word in enumerate(words)}
    entity = {token[head]: str(number) for number, chain in enumerate(document.clusters) for head in chain}
    return _text(doc, entity, {token[head] for head in document.mentions or ()})


def _text(doc: Doc, entity: Mapping[int, str], asked: Set[int] | None = None) -> Text:
    """The mentions of a Doc.

    Args:
        doc: the text.
        entity: whom the mentions mean, by their heads.
        asked: heads of the mentions that are annotated; None where all are.
    """
    coreference: Coreference = doc.user_data[COREFERENCE]
    heads = coreference.heads
    mentions = Mentions(doc, {head: coreference.mention(head) for head in heads})
    entities = np.array([entity.get(head, f"none {head}") for head in heads])
    later, earlier = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    pairs = [np.empty((0, PAIR), np.float32)]
    for i in range(1, len(heads)):
        if asked is not None and heads[i] not in asked:
            continue
        features = mentions.pairs(np.array([heads[i]]), np.array(heads[:i]))
        kept = np.flatnonzero((np.arange(i) >= i - _NEAR) | features[:, _SHARES_WORD].any(1))
        later.append(np.full(len(kept), i))
        earlier.append(kept)
        pairs.append(features[kept])
    rows, columns = np.concatenate(later), np.concatenate(earlier)
    return Text(
        torch.from_numpy(mentions.traits[heads]),
        torch.from_numpy(rows),
        torch.from_numpy(columns),
        torch.from_numpy(np.concatenate(pairs)),
        torch.from_numpy(entities[rows] == entities[columns]),
    )


def _loss(scores: Tensor, text: Text) -> Tensor:
    """Each mention takes up one of the right ones, or where there is none, nothing, which scores 0."""
    count = len(text.traits)
    every = _log_sum(scores, text.later, torch.zeros(count))
    right = _log_sum(scores[text.right], text.later[text.right], torch.full((count,), -torch.inf))
    found = torch.isfinite(right)
    lost = every - torch.where(found, right, 0.0)
    return (lost * torch.where(found, _FOUND, 1.0))[text.later.unique()].mean()


def _log_sum(scores: Tensor, rows: Tensor, beside: Tensor) -> Tensor:
    """Logarithm of the sum over the scores of each row, and over one score beside them."""
    most = beside.scatter_reduce(0, rows, scores.detach(), "amax").clamp(min=-1e4)
    total = torch.exp(beside - most).index_add(0, rows, torch.exp(scores - most[rows]))
    return most + torch.log(total)


if __name__ == "__main__":
    main()
