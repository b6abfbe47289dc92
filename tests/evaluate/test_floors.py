"""Quality floors: scores on public corpora never fall below these.

The corpora are not part of the project. They are looked for in the folder that ``KG_CORPORA`` names, else in
``../shared/corpora`` beside the checkout. The floors lie a point below what was measured (the numbers in the comments),
since processors without VNNI round int8 otherwise; where a change gains, they are raised. All of a file is scored:
together 150,000 words, which take half a minute on one core.
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
    (  # 82.6, 74.6, 68.8
        "attribution",
        "attribution/cofenet_protocol_dev.jsonl.gz",
        "a8e8d8c5c4fda98d",
        {"source": 81.5, "cue": 73.6, "content": 67.8},
    ),
    (  # 53.8, 56.8, 79.3
        "attribution",
        "attribution/dev.jsonl.gz",
        "5162a7a2597f5b73",
        {"tuples exact": 52.8, "tuples exact but cue": 55.8, "tuples overlapping": 78.3},
    ),
    (  # 92.2, 84.8, 74.5, 85.2
        "entities",
        "ner_gold/crossner_politics_dev.conll.gz",
        "ed89846feaf9d8df",
        {"person": 91.1, "organization": 83.8, "location": 73.5, "all": 84.2},
    ),
    (  # 89.3, 65.4, 78.7, 76.7
        "entities",
        "re3d",
        "f08c62ddb281442e",
        {"person": 88.3, "organization": 64.4, "location": 77.7, "all": 75.7},
    ),
    (  # 91.3, 89.0, 97.4, 98.1, 98.5
        "parse",
        "ud/gum_dev.conllu.gz",
        "edb25fe8b71124b4",
        {"UAS": 90.4, "LAS": 88.0, "tags": 96.4, "lemmas": 97.1, "sentences": 97.5},
    ),
    (  # 91.2, 88.9, 96.3, 98.0, 96.2
        "parse",
        "ud/ewt_dev.conllu.gz",
        "24656b4a407808e7",
        {"UAS": 90.1, "LAS": 87.8, "tags": 95.3, "lemmas": 97.0, "sentences": 95.2},
    ),
    (  # 88.0, 58.8, 63.1
        "coreference",
        "ud/gum_dev.conllu.gz",
        "edb25fe8b71124b4",
        {"pronouns": 87.0, "CoNLL": 57.8, "CoNLL with heads": 62.1},
    ),
    (  # 77.9
        "coreference",
        "gap/gap-validation.tsv.gz",
        "a2e9b599fe371f89",
        {"pronouns": 76.9},
    ),
    (  # 76.3
        "stance",
        "stance/dev_rw.jsonl.gz",
        "ce6df891520ec1c8",
        {"macro": 75.3},
    ),
    (  # 74.8
        "stance",
        "stance/dev_mt.jsonl.gz",
        "e1f7f93ee1950da2",
        {"macro": 73.8},
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
