"""From the scores of arcs to the head of every word: a tree for each sentence, all sentences of a text at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np

from kg.annotate.pieces import Floats, Ints
from kg.annotate.trees import Arcs, are_trees, tree
from kg.annotate.windows import Window

# What the log-probability of an arc's likeliest label counts beside the arc's score, for words with several heads whose
# scores are less than so much below the best. LAS of EWT and GUM, dev, at 0, 1 and 2: 88.47, 88.48, 88.50 and 88.59,
# 88.63, 88.67.
LABEL_WEIGHT, NEAR_HEADS = 2.0, 3.0
_OUT_OF_SIGHT = -1e4  # the score of an arc to a word that is in no window with its dependent

LabelScores: TypeAlias = Callable[[Ints, Ints], Floats]


def heads(
    arcs: Sequence[tuple[Window, Floats]], sentences: Sequence[int], positions: Ints, label_scores: LabelScores
) -> Ints:
    """Heads of all words; a root is its own. None is outside its sentence.

    Args:
        arcs: the scores of the arcs within each window, in text order: [words, words] dependent, head.
        sentences: index of the first word of each sentence, the first being 0.
        positions: of each word as the windows count, with marks between; there are none within a sentence.
        label_scores: of arcs, [arcs, labels], by the indices of their dependents and heads.
    """
    matrices = _of_sentences(arcs, sentences, positions)
    sizes = np.array([len(scores) for scores in matrices])
    firsts = np.array(sentences)
    lengths, begins = np.repeat(sizes, sizes), np.repeat(firsts, sizes)
    flat = np.concatenate([scores.ravel() for scores in matrices])
    rows = np.cumsum(lengths) - lengths  # where the arcs of each word begin in `flat`
    _weigh_labels(flat, rows, lengths, begins, label_scores)
    found = begins + _likeliest(flat, rows, lengths)
    ends = np.cumsum(sizes * sizes)
    for i in np.flatnonzero(~are_trees(found, firsts)).tolist():
        size, begin = int(sizes[i]), int(firsts[i])
        scores = flat[ends[i] - size * size : ends[i]].reshape(size, size)
        found[begin : begin + size] = tree(scores) + begin
    return found


def _of_sentences(arcs: Sequence[tuple[Window, Floats]], sentences: Sequence[int], positions: Ints) -> list[Arcs]:
    """The scores of each sentence, [words, words]; those of a word are from the window that has it in its core."""
    found = []
    following = 0
    firsts = positions[list(sentences)].tolist()
    for first, begin, end in zip(firsts, sentences, [*sentences[1:], len(positions)], strict=True):
        last = first + end - begin
        while arcs[following][0].core_end <= first:
            following += 1
        window, rows = arcs[following]
        if last <= window.core_end:  # mostly
            inside = slice(first - window.begin, last - window.begin)
            found.append(rows[inside, inside].astype(np.float64))
            continue
        scores = np.full((end - begin, end - begin), _OUT_OF_SIGHT)
        for window, rows in arcs[following:]:
            if window.core_begin >= last:
                break
            top, bottom = max(first, window.core_begin), min(last, window.core_end)
            left, right = max(first, window.begin), min(last, window.end)
            scores[top - first : bottom - first, left - first : right - first] = rows[
                top - window.begin : bottom - window.begin, left - window.begin : right - window.begin
            ]
        found.append(scores)
    return found


def _weigh_labels(flat: Arcs, rows: Ints, lengths: Ints, begins: Ints, label_scores: LabelScores) -> None:
    """Adds to arcs how likely their likeliest label is, where a word has several that may be right.

    Args:
        flat: scores of the arcs of all words, one word after another; changed in place.
        rows: where the arcs of each word begin there.
        lengths: how many each word has.
        begins: index of the first word of each word's sentence.
        label_scores: of arcs that are given by their dependents and heads.
    """
    near = flat > np.repeat(np.maximum.reduceat(flat, rows), lengths) - NEAR_HEADS
    near &= np.repeat(np.add.reduceat(near, rows, dtype=np.int64) > 1, lengths)
    places = np.flatnonzero(near)
    if len(places):
        below = np.searchsorted(rows, places, side="right") - 1
        above = places - rows[below] + begins[below]
        scores = label_scores(below, above)
        flat[places] -= LABEL_WEIGHT * np.log(np.exp(scores - scores.max(1, keepdims=True)).sum(1))


def _likeliest(flat: Arcs, rows: Ints, lengths: Ints) -> Ints:
    """The number, within its sentence, of each word's head with the best score; the first of several."""
    best = np.flatnonzero(flat == np.repeat(np.maximum.reduceat(flat, rows), lengths))
    return best[np.searchsorted(best, rows)] - rows
