"""Reading NewsMTSC."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.evaluate.corpus import Corpus
from kg.evaluate.stance import Target, sentences

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
