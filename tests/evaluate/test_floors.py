"""Quality floors: scores on public corpora never fall below these.

The corpora are not part of the project. They are looked for in the folder that ``KG_CORPORA`` names, else in
``../shared/corpora`` beside the checkout. The floors lie up to a point below what was measured (the numbers in the
comments), since processors without VNNI round int8 otherwise, and where a change gains they are raised. All of a file
is scored: together 150,000 words, which take half a minute on one core.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.annotate import Annotator
from kg.evaluate import TASKS

CORPORA = Path(os.environ.get("KG_CORPORA", Path(__file__).parents[3] / "shared" / "corpora"))

# Task, file, first digits of its SHA-256, floors of F1 in percent.
FLOORS: list[tuple[str, str, str, dict[str, float]]] = [
    (  # 82.8, 74.9, 69.1
        "attribution",
        "attribution/cofenet_protocol_dev.jsonl.gz",
        "a8e8d8c5c4fda98d",
        {"source": 81.8, "cue": 73.9, "content": 68.1},
    ),
    (  # 54.0, 57.0, 78.9
        "attribution",
        "attribution/dev.jsonl.gz",
        "5162a7a2597f5b73",
        {"tuples exact": 53.0, "tuples exact but cue": 56.0, "tuples overlapping": 78.3},
    ),
    (  # 92.0, 85.4, 75.8, 85.7
        "entities",
        "ner_gold/crossner_politics_dev.conll.gz",
        "ed89846feaf9d8df",
        {"person": 91.1, "organization": 84.4, "location": 74.8, "all": 84.7},
    ),
    (  # 90.0, 64.6, 79.1, 76.9
        "entities",
        "re3d",
        "f08c62ddb281442e",
        {"person": 89.0, "organization": 64.4, "location": 78.1, "all": 75.9},
    ),
    (  # 91.0, 88.8, 97.5, 98.1, 98.3
        "parse",
        "ud/gum_dev.conllu.gz",
        "edb25fe8b71124b4",
        {"UAS": 90.4, "LAS": 88.0, "tags": 96.4, "lemmas": 97.1, "sentences": 97.5},
    ),
    (  # 91.2, 88.8, 96.2, 98.0, 96.4
        "parse",
        "ud/ewt_dev.conllu.gz",
        "24656b4a407808e7",
        {"UAS": 90.1, "LAS": 88.5, "tags": 95.3, "lemmas": 97.0, "sentences": 95.2},
    ),
    (  # 87.7, 58.4, 62.4
        "coreference",
        "ud/gum_dev.conllu.gz",
        "edb25fe8b71124b4",
        {"pronouns": 87.0, "CoNLL": 57.8, "CoNLL with heads": 62.1},
    ),
    (  # 78.0
        "coreference",
        "gap/gap-validation.tsv.gz",
        "a2e9b599fe371f89",
        {"pronouns": 77.0},
    ),
    (  # 77.5
        "stance",
        "stance/dev_rw.jsonl.gz",
        "ce6df891520ec1c8",
        {"macro": 76.5},
    ),
    (  # 75.1
        "stance",
        "stance/dev_mt.jsonl.gz",
        "e1f7f93ee1950da2",
        {"macro": 74.1},
    ),
    (  # 94.0
        "actors",
        "plover/gold_dev.json",
        "9278824ecf876c32",
        {"code": 93.0},
    ),
    (  # 70.4
        "events",
        "plover/gold_dev.json",
        "9278824ecf876c32",
        {"macro": 67.0},
    ),
]


@pytest.mark.parametrize(("task", "file", "digest", "floors"), FLOORS, ids=[f"{row[0]}-{row[1]}" for row in FLOORS])
def test_scores_do_not_fall(annotator: Annotator, task: str, file: str, digest: str, floors: dict[str, float]) -> None:
    path = CORPORA / file
    if not path.exists():
        pytest.skip(f"{path} is not here; set KG_CORPORA to the folder of the corpora")
    scores = TASKS[task](path, annotator)
    assert scores.digest.startswith(digest), "another version of the corpus: its figures can't be compared"
    below = {name: round(100 * scores[name].f1, 1) for name, floor in floors.items() if 100 * scores[name].f1 < floor}
    assert not below
