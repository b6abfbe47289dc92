"""Stances towards whom a sentence names, and reading NewsMTSC."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from kg.errors import UsageError
from kg.evaluate import TASKS, Scores
from kg.evaluate.corpus import Corpus
from kg.evaluate.stance import Target, sentences
from tests.evaluate.docs import NLP, Prepared

TEXT = "Quist praised the guild that Ilves despises."
TARGETS = [
    {"mention": "Quist", "from": 0, "to": 5, "polarity": 4.0},
    {"mention": "the guild", "from": 14, "to": 23, "polarity": 6},
    {"mention": "Ilves", "from": 29, "to": 34, "polarity": 2},
]


def read(folder: Path, *records: object) -> Corpus:
    path = folder / "stance.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return Corpus.read(path)


def test_targets_have_a_span_and_a_stance(tmp_path: Path) -> None:
    (sentence,) = sentences(read(tmp_path, {"sentence_normalized": TEXT, "targets": TARGETS}))
    assert sentence.text == TEXT
    assert sentence.targets == (
        Target((0, 5), "neutral"),
        Target((14, 23), "positive"),
        Target((29, 34), "negative"),
    )


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"from": 1}, "2: “Quist” is not at 1"),
        ({"from": None}, "2: “Quist” is not at None"),
        ({"polarity": 5}, "2: not NewsMTSC"),
        ({"polarity": [2]}, "2: not NewsMTSC"),
    ],
)
def test_a_target_that_does_not_fit_is_told_with_its_line(
    tmp_path: Path, changes: dict[str, object], says: str
) -> None:
    good = {"sentence_normalized": TEXT, "targets": TARGETS}
    bad = {"sentence_normalized": TEXT, "targets": [TARGETS[0] | changes]}
    with pytest.raises(UsageError, match=says):
        list(sentences(read(tmp_path, good, bad)))


def test_records_of_another_form_are_refused(tmp_path: Path) -> None:
    for record in (
        {"text": TEXT, "targets": []},
        {"sentence_normalized": TEXT},
        {"sentence_normalized": "a", "targets": ["b"]},
    ):
        with pytest.raises(UsageError, match="1: not NewsMTSC"):
            list(sentences(read(tmp_path, record)))


def scored(folder: Path, **probabilities: list[float]) -> Scores:
    """Scores where words have these probabilities of negative, neutral and positive, and all others are neutral."""
    doc = NLP(TEXT)
    found = [probabilities.get(token.text, [0.2, 0.6, 0.2]) for token in doc]
    doc.user_data["stance"] = np.array(found, np.float32)
    corpus = read(folder, {"sentence_normalized": TEXT, "targets": TARGETS})
    return TASKS["stance"](corpus.path, Prepared(doc))


def test_the_likeliest_stance_over_the_words_of_a_target_counts(tmp_path: Path) -> None:
    found = scored(tmp_path, Quist=[0.3, 0.4, 0.3], guild=[0.0, 0.1, 0.9], Ilves=[0.8, 0.1, 0.1])
    assert [(row.name, row.f1, row.count) for row in found.rows] == [
        ("negative", 1.0, 1),
        ("neutral", 1.0, 1),
        ("positive", 1.0, 1),
        ("macro", 1.0, 3),
    ]
    weaker = scored(tmp_path, guild=[0.0, 0.4, 0.6], Ilves=[0.8, 0.1, 0.1])  # "the" tips it
    assert [row.f1 for row in weaker.rows] == pytest.approx([1.0, 2 / 3, 0.0, 5 / 9])


def test_wrong_stances_cost_precision_and_recall(tmp_path: Path) -> None:
    found = scored(tmp_path, Quist=[0.9, 0.1, 0.0], guild=[0.1, 0.0, 0.9], Ilves=[0.9, 0.1, 0.0])
    assert (found["negative"].precision, found["negative"].recall) == (0.5, 1.0)
    assert found["neutral"].f1 == 0.0
    assert found["macro"].f1 == pytest.approx((2 / 3 + 0 + 1) / 3)


def test_a_corpus_without_targets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing to score"):
        TASKS["stance"](read(tmp_path).path, Prepared())
