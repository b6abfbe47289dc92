"""Who is meant: how likely one mention takes up another, and the clusters of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from kg.annotate.network import Floats
from kg.annotate.pieces import Ints

# Words; where a bucket of distance between a mention and its antecedent begins (as in training).
DISTANCES = np.array([1, 2, 4, 8, 16, 32, 64, 128, 256, 512])

_BUCKET = np.searchsorted(DISTANCES, np.arange(DISTANCES[-1] + 1), side="right") - 1

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
# Words; farther back no antecedent is looked for when a text is cut into clusters.
_REACH = 1000
_LOOSE = frozenset({",", ";", ".", "--", "—"})
# What belongs to a mention of what hangs on its head, before it and after it: in GUM's training part at least seven in
# ten of the words so labelled do, of all others fewer.
_BEFORE = frozenset({"amod", "compound", "det", "nmod:desc", "nmod:poss", "nmod:unmarked", "nummod"})
_AFTER = frozenset(
    {"acl", "acl:relcl", "amod", "case", "compound", "flat", "nmod", "nmod:unmarked", "nummod", "obj", "obl", "xcomp"}
)


@dataclass(frozen=True, slots=True)
class Coreference:
    """How likely the words of a Doc, as heads of mentions, stand for the same as others.

    Attributes:
        doc: the text.
        words: [tokens] a number for each different word, whatever its capitals.
        anaphors, antecedents: [tokens, any]; the product of two rows scores the pair.
        nearness: [distance, 2] what an antecedent scores by its distance, and whether it is the same word; the last
            row is for what comes after.
    """

    doc: Doc
    words: NDArray[np.uint64]
    anaphors: NDArray[np.float16]
    antecedents: NDArray[np.float16]
    nearness: Floats

    def scores(self, word: int, candidates: Sequence[int]) -> Floats:
        """Log-odds that the tokens `candidates` are heads of antecedents of the one headed by the token `word`.

        Returns:
            [candidates]; 0 is as likely as that it has no antecedent at all.
        """
        scores: Floats = self._scores(np.array([word]), np.asarray(candidates, np.int64))[0]
        return scores

    def _scores(self, words: Ints, candidates: Ints) -> Floats:
        left, right = self.anaphors[words].astype(np.float32), self.antecedents[candidates].astype(np.float32)
        away = words[:, None] - candidates[None, :]
        buckets = np.where(away > 0, _BUCKET[np.clip(away, 0, DISTANCES[-1])], len(DISTANCES))
        same = (self.words[words][:, None] == self.words[candidates][None, :]).astype(np.int64)
        # Without BLAS, whose threads cost more than they save here.
        scores: Floats = np.einsum("ij,kj->ik", left, right) / np.float32(np.sqrt(left.shape[1]))
        scores += self.nearness[buckets, same]
        return scores

    def antecedents_of_all(self) -> dict[int, int]:
        """The best antecedent of each nominal word of the text that has one."""
        words = np.array([token.i for token in self.doc if token.pos_ in _NOMINAL], np.int64)
        found = {}
        for place, word in enumerate(words.tolist()):
            first = int(np.searchsorted(words, word - _REACH))
            candidates = words[first:place]
            if len(candidates):
                scores = self._scores(words[place : place + 1], candidates)[0]
                best = int(scores.argmax())
                if scores[best] > 0:
                    found[word] = int(candidates[best])
        return found

    def clusters(self) -> list[list[tuple[int, int, int]]]:
        """Mentions that stand for the same, two or more in each cluster: tokens (begin, end, head) in text order."""
        cluster_of: dict[int, list[int]] = {}
        for word, antecedent in sorted(self.antecedents_of_all().items()):
            cluster = cluster_of.setdefault(antecedent, [antecedent])
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
