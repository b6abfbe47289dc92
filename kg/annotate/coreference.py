"""Who is meant: how likely one mention takes up another, and the clusters of a text."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from spacy.tokens import Doc

from kg.annotate.mentions import Mentions
from kg.annotate.pieces import Floats, Ints
from kg.annotate.scorer import Scorer, Weights

# Words; where a bucket of distance between a mention and its antecedent begins (as in training).
DISTANCES = np.array([1, 2, 4, 8, 16, 32, 64, 128, 256, 512])

# Tags of words that narrow down the noun which they stand before.
_NARROWING = frozenset("JJ JJR JJS NN NNS NNP NNPS CD VBG VBN".split())
_NARROWED = 4  # such words are looked at, at most
# How the words of a pair are the same: not at all; with other words before them; only the antecedent, or only the
# anaphor, has such words; both have the same, or none.
DIFFERENT, OTHERWISE, SHORTER, LONGER, SAME = range(5)

_BUCKET = np.searchsorted(DISTANCES, np.arange(DISTANCES[-1] + 1), side="right") - 1

_FLAT = "flat"  # what goes on a name
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
# Words; farther back no antecedent is looked for when a text is cut into clusters.
_REACH = 1000
#: Candidates, those that the network thinks likeliest, of which more is looked at than what it thinks.
MOST = 24
_SURE = 50.0  # odds of more would not fit into a float
_LOOSE = frozenset({",", ";", ".", "--", "—"})
# What belongs to a mention of what hangs on its head, before it and after it: in GUM's training part at least seven in
# ten of the words so labelled do, of all others fewer.
_BEFORE = frozenset({"amod", "compound", "det", "nmod:desc", "nmod:poss", "nmod:unmarked", "nummod"})
_AFTER = frozenset(
    {"acl", "acl:relcl", "amod", "case", "compound", "flat", "nmod", "nmod:unmarked", "nummod", "obj", "obl", "xcomp"}
)


def phrases(words: Sequence[str], tags: Sequence[str]) -> Ints:
    """Numbers for each word, and for the words before it that narrow it down (0: none), whatever their capitals.

    Args:
        words: of a text.
        tags: of the words, Penn's.

    Returns:
        [words, 2]; the same numbers stand for the same words within this text.
    """
    lowered = [word.lower() for word in words]
    numbers = {word: number for number, word in enumerate(dict.fromkeys(lowered))}
    found = np.zeros((len(words), 2), np.int64)
    found[:, 0] = [numbers[word] for word in lowered]
    narrowed: dict[tuple[str, ...], int] = {}
    begin = 0  # of the words before that narrow down the next one
    for i, tag in enumerate(tags[:-1], start=1):
        if tag in _NARROWING:
            before = tuple(lowered[max(begin, i - _NARROWED) : i])
            found[i, 1] = narrowed.setdefault(before, len(narrowed) + 1)
        else:
            begin = i
    return found


def sameness(anaphors: Ints, antecedents: Ints) -> Ints:
    """How each pair is the same, from the `phrases` of both, [..., 2] and in step: `DIFFERENT` to `SAME`."""
    (word, before), (other, before_other) = np.moveaxis(anaphors, -1, 0), np.moveaxis(antecedents, -1, 0)
    kind = np.where(before == before_other, SAME, OTHERWISE)
    kind = np.where((before == 0) & (before_other != 0), SHORTER, kind)
    kind = np.where((before != 0) & (before_other == 0), LONGER, kind)
    return np.where(word == other, kind, DIFFERENT)


@dataclass(frozen=True)
class Coreference:
    """How likely the words of a Doc, as heads of mentions, stand for the same as others.

    Attributes:
        doc: the text.
        phrases: [tokens, 2] as `phrases` numbers them.
        anaphors, antecedents: [tokens, any]; the product of two rows scores the pair.
        nearness: [distance, 5] what an antecedent scores by its distance, and by how it is the same; the last row is
            for what comes after.
        weights: of what is seen of pairs of mentions.
    """

    doc: Doc
    phrases: Ints
    anaphors: Floats
    antecedents: Floats
    nearness: Floats
    weights: Weights

    @cached_property
    def heads(self) -> list[int]:
        """Words that may head a mention, in text order."""
        return [token.i for token in self.doc if token.pos_ in _NOMINAL and token.dep_ != _FLAT]

    @cached_property
    def _parts(self) -> tuple[Ints, Ints, Ints]:
        """The tokens of names, and of each head where those of its name begin there and how many they are."""
        heads = np.arange(len(self.doc))
        flat = np.array([token.i for token in self.doc if token.dep_ == _FLAT and token.head.i != token.i], np.int64)
        owners = np.concatenate([heads, (heads + self.doc.to_array("HEAD").astype(np.int64))[flat]])
        counts = np.bincount(owners)
        return np.concatenate([heads, flat])[np.argsort(owners, kind="stable")], np.cumsum(counts) - counts, counts

    @cached_property
    def _seen(self) -> Scorer:
        return Scorer(Mentions(self.doc, {head: self.mention(head) for head in self.heads}), self.weights)

    def scores(self, word: int, candidates: Sequence[int]) -> Floats:
        """Log-odds that the tokens `candidates` are heads of antecedents of the one headed by the token `word`.

        A name of several words is as likely as the likeliest of them.

        Returns:
            [candidates]; 0 is as likely as that it has no antecedent at all, minus infinity is not to be thought of.
        """
        return self.scores_of_all([word], [candidates])[0]

    def scores_of_all(self, words: Sequence[int], candidates: Sequence[Sequence[int]]) -> list[Floats]:
        """The `scores` of each word with its own candidates; in one go, which takes less time."""
        heads = [np.array(each, np.int64) for each in candidates]
        return self._with_what_is_seen(words, heads, self.by_network(words, heads))

    def _with_what_is_seen(self, words: Sequence[int], heads: Sequence[Ints], found: Sequence[Floats]) -> list[Floats]:
        """The scores of heads with what is seen of the pairs: of the likeliest ones, which alone are thought of."""
        best = [np.argsort(-each, kind="stable")[:MOST] for each in found]
        counts = [len(each) for each in best]
        others = [one[places] for one, places in zip(heads, best, strict=True)]
        seen = self._seen(np.repeat(np.array(words, np.int64), counts), np.concatenate(others))
        scores = []
        for each, places, part in zip(found, best, np.split(seen, np.cumsum(counts)[:-1]), strict=True):
            added = np.full(len(each), -np.inf, np.float32)
            added[places] = part
            scores.append(np.asarray(self.weights.network * each + added))
        return scores

    def by_network(self, words: Sequence[int], heads: Sequence[Ints]) -> list[Floats]:
        """What the network scores: of each candidate, which may be a name of several words, the likeliest of them."""
        ends = np.cumsum([0, *map(len, heads)])
        if not ends[-1]:
            return [np.empty(0, np.float32) for _ in words]
        parts, begin_of, count_of = self._parts
        names = np.concatenate(heads)
        counts = count_of[names]
        first = np.concatenate([[0], np.cumsum(counts)])
        tokens = parts[np.arange(first[-1]) + np.repeat(begin_of[names] - first[:-1], counts)]
        begins = first[ends]
        asking = np.repeat(np.array(words, np.int64), np.diff(begins))
        scores = np.empty(len(tokens), np.float32)
        for word, begin, end in zip(words, begins[:-1].tolist(), begins[1:].tolist(), strict=True):
            # Without BLAS, whose threads cost more than they save here.
            scores[begin:end] = np.einsum("j,kj->k", self.anaphors[word], self.antecedents[tokens[begin:end]])
        scores /= np.float32(np.sqrt(self.anaphors.shape[1]))
        away = asking - tokens
        buckets = np.where(away > 0, _BUCKET[np.clip(away, 0, DISTANCES[-1])], len(DISTANCES))
        scores += self.nearness[buckets, sameness(self.phrases[asking], self.phrases[tokens])]
        return np.split(np.maximum.reduceat(scores, first[:-1]), ends[1:-1])

    def near(self, place: int) -> list[int]:
        """The heads before one that are near enough to be its antecedents; its place is that among `heads`."""
        return self.heads[bisect_left(self.heads, self.heads[place] - _REACH) : place]

    def clusters(self) -> list[list[tuple[int, int, int]]]:
        """Mentions that stand for the same, two or more in each cluster: tokens (begin, end, head) in text order.

        A word takes up the cluster whose mentions before it are together likeliest to be its antecedent.
        """
        near = [self.near(place) for place in range(len(self.heads))]
        all_scores = self.scores_of_all(self.heads, near) if near else []
        cluster_of: dict[int, list[int]] = {}
        for word, before, scores in zip(self.heads, near, all_scores, strict=True):
            chances: dict[int, float] = defaultdict(float)
            for antecedent, odds in zip(before, np.exp(np.minimum(scores, _SURE)).tolist(), strict=True):
                chances[cluster_of.get(antecedent, [antecedent])[0]] += odds
            first = max(chances, key=chances.__getitem__, default=word)
            if chances[first] > 1:
                cluster = cluster_of.setdefault(first, [first])
                cluster.append(word)
                cluster_of[word] = cluster
        distinct = sorted({id(cluster): cluster for cluster in cluster_of.values()}.values())
        return [[(*self.mention(head), head) for head in cluster] for cluster in distinct]

    def mention(self, head: int) -> tuple[int, int]:
        """The tokens, from the first to after the last, of the phrase with this head."""
        token = self.doc[head]
        begin, end = head, head + 1
        for child in token.children:
            if child.i < head and child.dep_ in _BEFORE:
                begin = min(begin, child.left_edge.i)
            elif child.i > head and child.dep_ in _AFTER:
                end = max(end, child.right_edge.i + 1)
        while end - 1 > head and (self.doc[end - 1].is_space or self.doc[end - 1].text in _LOOSE):
            end -= 1
        return begin, end
