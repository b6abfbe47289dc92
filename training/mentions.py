"""Fits what is seen of mentions: ``python -m training.mentions CORPORA EXPORT``; EXPORT/network.onnx gets it.

It is fitted to GUM, where all mentions are annotated, to the news of ``antecedents.tsv``, where some are, and to GAP's
development part, where a pronoun means one of two names. The network has read most of these many times and knows by
heart who is who there, so what it makes of their words tells nothing of how far to trust it. These weights are learned
without it; `SHARE` and the others were chosen after.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from spacy.tokens import Doc
from torch import Tensor, nn

from kg.annotate import Annotator
from kg.annotate.coreference import MOST, Coreference
from kg.annotate.mentions import TRAITS, Mentions
from kg.annotate.pairs import PAIR, pairs
from kg.annotate.pieces import PARAGRAPH, Ints, PieceEncoder, Pieces
from kg.evaluate import gap, treebank
from kg.evaluate.coreference import head_of
from kg.evaluate.corpus import Corpus
from kg.evaluate.gap import Passage
from kg.model import COREFERENCE, Article
from training import antecedents
from training.corpora import TREEBANKS, texts_of
from training.documents import Document
from training.export import exchange

HIDDEN = 40
EPOCHS = 5
RATE = 5e-3
DROPPED = 0.3
# What the network's score and these weights count, chosen on 150 articles of news that neither had read, and what any
# antecedent gains, chosen on GUM's development part.
SHARE, SEEN, GAIN = 0.3, 1.0, 0.6
# How often a text of GUM is read in either way while an article is once, and what a passage of GAP counts against it.
_GUM, _PASSAGE = 2, 0.07
_HIDDEN = 0.1  # of the words, where its trees shall be as unsure as those of texts that the network has not read
# Mentions before one that it is compared with, beside those that the network thinks likeliest and these, the last ones
# that share its word.
_NEAR, _SHARING = 30, 25
_FOUND = 1.5  # times a mention that takes up another counts one that does not


@dataclass(slots=True)
class Text:
    """The mentions of a text: traits, and pairs of later and earlier ones, given by their numbers.

    Attributes:
        nothing: whether a mention may take up nothing.
        weight: what the text counts.
    """

    traits: Tensor
    later: Tensor
    earlier: Tensor
    pairs: Tensor
    right: Tensor
    nothing: bool = True
    weight: float = 1.0


class Seen(nn.Module):
    """Scores pairs; see `kg.annotate.scorer.Weights`."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden = nn.Linear(PAIR + 2 * TRAITS, HIDDEN)
        self.out = nn.Linear(HIDDEN, 1, bias=False)
        self.none = nn.Linear(TRAITS, 1)
        self.dropout = nn.Dropout(DROPPED)

    def forward(self, text: Text) -> Tensor:
        pair, later, earlier = self.hidden.weight.split([PAIR, TRAITS, TRAITS], 1)
        hidden = text.pairs @ pair.T + (text.traits @ later.T)[text.later] + (text.traits @ earlier.T)[text.earlier]
        scores = self.out(self.dropout(torch.relu(hidden + self.hidden.bias))).squeeze(-1)
        return scores - self.none(text.traits).squeeze(-1)[text.later]

    def constants(self) -> dict[str, Tensor]:
        """What `kg.annotate.scorer.Weights` takes."""
        hidden = torch.cat([self.hidden.weight.T, self.hidden.bias[None]])
        none = torch.cat([SEEN * self.none.weight[0], SEEN * self.none.bias - GAIN])
        values = {"hidden": hidden, "out": SEEN * self.out.weight[0], "none": none, "network": torch.tensor([SHARE])}
        return {f"mentions.{name}": value.detach() for name, value in values.items()}


class Hiding(PieceEncoder):
    """Hides some words from the network, which knows the trees of GUM's training part by heart.

    With a tenth of them unknown, 90 of 100 words there have the right head, as in texts that it reads first.
    """

    def __init__(self, encode: PieceEncoder, rng: random.Random) -> None:
        self.begin, self.end = encode.begin, encode.end
        self._encode, self._rng = encode, rng
        self._hidden = encode.number("[UNK]")

    def __call__(self, words: Sequence[str]) -> Pieces:
        found = self._encode(words)
        ids = found.ids.copy()
        for word, begin, end in zip(words, found.starts[:-1], found.starts[1:], strict=True):
            if word.isalpha() and self._rng.random() < _HIDDEN:
                ids[begin:end] = self._hidden
        return Pieces(ids, found.case, found.starts)


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
    texts = _GUM * [_of_treebank(annotator, text) for text in treebank.texts(corpus)]
    unsure = Annotator(1, weights=export)
    unsure.network.encode = Hiding(unsure.network.encode, rng)
    texts += _GUM * [_of_treebank(unsure, text) for text in treebank.texts(corpus)]
    news = (_of_news(*article) for article in antecedents.annotated(texts_of(corpora), annotator))
    texts += [text for text in news if len(text.later)]
    passages = gap.passages(Corpus.read(corpora / "gap/gap-development.tsv.gz"))
    texts += [text for passage in passages if (text := _of_passage(annotator, passage)) is not None]
    seen = Seen()
    optimizer = torch.optim.AdamW(seen.parameters(), RATE, weight_decay=0.05)
    falling = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, EPOCHS * len(texts))
    for epoch in range(EPOCHS):
        lost = 0.0
        for text in rng.sample(texts, len(texts)):
            loss = text.weight * _loss(seen(text), text)
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


def _of_passage(annotator: Annotator, passage: Passage) -> Text | None:
    """A pronoun that means one of two names and not the other; None where it means neither."""
    right = [name.meant for name in passage.names]
    doc = annotator.annotate(Article(id="", text=passage.text))
    heads = _coreference(doc).heads
    pronoun, *names = (head_of(doc, span).i for span in (passage.pronoun, *(name.span for name in passage.names)))
    if right[0] == right[1] or not {pronoun, *names} <= set(heads):
        return None
    mentions = _mentions(doc)
    others = np.array(names)
    return Text(
        torch.from_numpy(mentions.traits[heads]),
        torch.full((2,), heads.index(pronoun)),
        torch.tensor([heads.index(name) for name in names]),
        torch.from_numpy(pairs(mentions, np.full(2, pronoun), others)),
        torch.tensor(right),
        nothing=False,
        weight=_PASSAGE,
    )


def _coreference(doc: Doc) -> Coreference:
    found: Coreference = doc.user_data[COREFERENCE]
    return found


def _mentions(doc: Doc) -> Mentions:
    coreference = _coreference(doc)
    return Mentions(doc, {head: coreference.mention(head) for head in coreference.heads})


def _text(doc: Doc, entity: Mapping[int, str], asked: Set[int] | None = None) -> Text:
    """The mentions of a Doc.

    Args:
        doc: the text.
        entity: whom the mentions mean, by their heads.
        asked: heads of the mentions that are annotated; None where all are.
    """
    coreference, mentions = _coreference(doc), _mentions(doc)
    heads = mentions.heads
    entities = np.array([entity.get(head, f"none {head}") for head in heads.tolist()])
    places = [i for i in range(1, len(heads)) if asked is None or int(heads[i]) in asked]
    kept = [_compared(coreference, mentions, i) for i in places]
    columns = np.concatenate([np.empty(0, np.int64), *kept])
    rows = np.repeat(np.array(places, np.int64), [len(each) for each in kept])
    features = [np.empty((0, PAIR), np.float32)]
    features += [
        pairs(mentions, np.full(len(each), heads[i]), heads[each]) for i, each in zip(places, kept, strict=True)
    ]
    return Text(
        torch.from_numpy(mentions.traits[heads]),
        torch.from_numpy(rows),
        torch.from_numpy(columns),
        torch.from_numpy(np.concatenate(features)),
        torch.from_numpy(entities[rows] == entities[columns]),
    )


def _compared(coreference: Coreference, mentions: Mentions, place: int) -> Ints:
    """The mentions, by their numbers, that one is compared with."""
    before, word = mentions.heads[:place], mentions.heads[place]
    name = mentions.last[before]
    shares = (mentions.lemma[before] == mentions.lemma[word]) | ((name > 0) & (name == mentions.last[word]))
    candidates = coreference.near(place)
    (scores,) = coreference.by_network([int(word)], [np.array(candidates, np.int64)])
    likeliest = place - len(candidates) + np.argsort(-scores, kind="stable")[:MOST]
    near = np.arange(max(0, place - _NEAR), place)
    return np.unique(np.concatenate([likeliest, near, np.flatnonzero(shares)[-_SHARING:]]))


def _loss(scores: Tensor, text: Text) -> Tensor:
    """Each mention takes up one of the right ones, or where there is none, nothing, which scores 0."""
    count = len(text.traits)
    every = _log_sum(scores, text.later, torch.full((count,), 0.0 if text.nothing else -torch.inf))
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
