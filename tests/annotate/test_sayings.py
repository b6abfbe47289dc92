"""What is done by saying something, as the network says it."""

from __future__ import annotations

import numpy as np
import pytest

from kg.annotate import Annotator
from kg.annotate.sayings import Sayings, SayingWeights
from kg.model import ACTS, SAYINGS

TEXT = (
    "Foreign Minister Runa Moen said that Kestonia had shelled a school and killed nine children on Monday. "
    "Ms Moen told reporters that the talks would be held in Oslo next week."
)


def test_acts_are_probabilities_of_all_acts(annotator: Annotator) -> None:
    doc = annotator.pipeline(TEXT)
    found = doc.user_data[SAYINGS].acts([4], range(6, 17))
    assert tuple(found) == ACTS
    assert sum(found.values()) == pytest.approx(1, abs=1e-5)
    assert found["accuse"] > found["announce"]


def test_what_is_announced_accuses_nobody(annotator: Annotator) -> None:
    doc = annotator.pipeline(TEXT)
    second = next(sentence for sentence in doc.sents if sentence.start > 0)
    found = doc.user_data[SAYINGS].acts([second.start + 2], range(second.start + 5, second.end - 1))
    assert found["announce"] > found["accuse"]


def test_whoever_is_accused_is_aimed_at(annotator: Annotator) -> None:
    doc = annotator.pipeline(TEXT)
    moen, kestonia, oslo = ([token.i for token in doc if token.text == name] for name in ("Moen", "Kestonia", "Oslo"))
    scores = doc.user_data[SAYINGS].aims([4], range(6, 17), [moen[:1], kestonia, oslo])
    assert scores[1] == max(scores)


def test_a_content_is_read_by_what_counts_in_it() -> None:
    width, seeking = 2, 1
    weights = SayingWeights(
        np.eye(2, dtype=np.float32),
        np.zeros(2, np.float32),
        np.ones((1, 2), np.float32),
        np.zeros(1, np.float32),
        ("a", "b"),
    )
    words = np.zeros((3, 2 * width + 1 + seeking), np.float16)
    words[1, 2:4], words[2, 2:4] = (5, 0), (0, 5)
    words[2, 4] = 20  # all the weight
    found = Sayings(words, weights).acts([0], [1, 2])
    assert found["b"] > 0.95
    assert Sayings(words, weights).acts([0], [1])["a"] > 0.95
