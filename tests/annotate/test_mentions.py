"""What is seen of mentions, in a text whose tree is given."""

from __future__ import annotations

import numpy as np

from kg.annotate.mentions import TRAITS, Mentions
from kg.annotate.pairs import PAIR, pairs
from kg.annotate.scorer import Scorer, Weights
from tests.extract.docs import doc_of

TREE = """
    The     DT  the     3  det
    new     JJ  new     3  amod
    envoys  NNS envoy   4  nsubj
    left    VBD leave   0  root
    .       .   .       4  punct
    The     DT  the     7  det
    envoys  NNS envoy   8  nsubj
    met     VBD meet    0  root
    an      DT  a       10 det
    envoy   NN  envoy   8  obj
    and     CC  and     12 cc
    they    PRP they    13 nsubj
    spoke   VBD speak   8  conj
    .       .   .       8  punct
"""
ENVOYS, AGAIN, ENVOY, THEY = 2, 6, 9, 11


def mentions() -> Mentions:
    return Mentions(doc_of(TREE), {ENVOYS: (0, 3), AGAIN: (5, 7), ENVOY: (8, 10), THEY: (11, 12)})


def test_every_mention_has_one_kind_one_label_and_perhaps_a_name() -> None:
    found = mentions().traits
    assert found.shape == (len(doc_of(TREE)), TRAITS)
    assert (found[:, :18].sum(1) == 1).all()
    kinds = {tuple(found[head, :18]) for head in (ENVOYS, ENVOY, THEY)}
    assert len(kinds) == 3, "the, a, they"
    assert np.array_equal(found[ENVOYS, :18], found[AGAIN, :18])


def test_a_pair_has_the_same_words_number_and_sentence_or_not() -> None:
    found = mentions()
    word, lemma, same, no_more, more = pairs(found, np.array([AGAIN]), np.array([ENVOYS]))[0, :5]
    assert (word, lemma, same, no_more, more) == (1, 1, 0, 1, 0), "“new” is said of the earlier one alone"
    again, they = (
        pairs(found, np.array([ENVOY]), np.array([AGAIN])),
        pairs(found, np.array([THEY]), np.array([ENVOYS, AGAIN, ENVOY])),
    )
    assert again[0, :2].tolist() == [0, 1]
    assert they[:, :2].tolist() == [[0, 0]] * 3
    assert they[:, 19].tolist() == [1, 1, 0], "they are several"
    assert they[:, 27].tolist() == [0, 1, 1], "of one sentence"


def test_features_of_a_pair_do_not_depend_on_which_others_are_asked() -> None:
    found = mentions()
    alone = [pairs(found, np.array([THEY]), np.array([other]))[0] for other in (ENVOYS, AGAIN, ENVOY)]
    assert np.array_equal(pairs(found, np.array([THEY]), np.array([ENVOYS, AGAIN, ENVOY])), alone)


def test_nothing_is_weighed_against_each_antecedent() -> None:
    weights = Weights(
        np.zeros((PAIR + 2 * TRAITS + 1, 2), np.float32),
        np.array([1, -2], np.float32),
        np.zeros(TRAITS + 1, np.float32),
        np.zeros(1, np.float32),
    )
    weights.hidden[19, 0] = 3  # the same number
    weights.hidden[-1, 1] = 1  # of nothing
    weights.none[-1] = 0.5
    scores = Scorer(mentions(), weights)(np.array([THEY]), np.array([ENVOYS, ENVOY]))
    assert scores.tolist() == [0.5, -2.5]
