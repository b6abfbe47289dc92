"""How what the gazetteer says of names is fitted; needs torch, which only those who train have."""

from __future__ import annotations

import random

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs torch: pip install --group training")
pytest.importorskip("transformers", reason="training needs transformers: pip install --group training")


def test_a_feature_that_tells_the_label_counts_for_it_and_one_that_tells_of_none_against_it() -> None:
    from kg.annotate.known import FEATURES
    from training.corpora import NAMES
    from training.known import fitted

    rng = np.random.default_rng(1)
    name = NAMES.index("B-ORG")
    parts = []
    scores = np.zeros((12, len(NAMES)), np.float32)
    scores[:, 0] = 4
    for _ in range(1280):
        labels = np.where(rng.random(12) < 0.3, name, 0)
        features = np.zeros((12, FEATURES), np.float32)
        features[:, 0] = labels == name
        features[:, 1] = (labels == 0) & (rng.random(12) < 0.5)
        parts.append((scores, features, labels))
    table = fitted(parts, torch.zeros(len(NAMES), len(NAMES)), random.Random(1))
    assert table[0].argmax() == name
    assert table[0, name] > 1
    assert table[1, name] < 0
    assert not table[:, [0, NAMES.index("B-DATE"), NAMES.index("I-DATE")]].any()


def test_the_scores_of_names_are_those_of_the_network_for_each_word_of_a_long_text() -> None:
    from kg.annotate.network import Network
    from kg.annotate.version import WEIGHTS
    from training.corpora import NAMES
    from training.known import _scores

    words = 90 * "Anna Moen left Oslo on Monday .".split()
    scores = _scores(Network(1, WEIGHTS), words)
    assert scores.shape == (len(words), len(NAMES))
    assert NAMES[scores[0].argmax()] == "B-PER"
    assert NAMES[scores[-4].argmax()] == "B-LOC"
