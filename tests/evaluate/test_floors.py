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
    (  # 82.3, 75.1, 68.8
        "attribution",
        "attribution/cofenet_protocol_dev.jsonl.gz",
        "a8e8d8c5c4fda98d",
        {"source": 81.5, "cue": 74.1, "content": 67.8},
    ),
    (  # 54.1, 57.1, 79.3
        "attribution",
        "attribution/dev.jsonl.gz",
        "5162a7a2597f5b73",
        {"tuples exact": 53.1, "tuples exact but cue": 56.1, "tuples overlapping": 78.3},
    ),
    (  # 92.1, 84.8, 77.0, 85.6
        "entities",
        "ner_gold/crossner_politics_dev.conll.gz",
        "ed89846feaf9d8df",
        {"person": 91.1, "organization": 83.8, "location": 76.0, "all": 84.6},
    ),
    (  # 89.3, 68.6, 79.6, 78.2
        "entities",
        "re3d",
        "f08c62ddb281442e",
        {"person": 88.3, "organization": 67.7, "location": 78.6, "all": 77.2},
    ),
    (  # 91.4, 89.2, 97.4, 98.1, 98.5
        "parse",
        "ud/gum_dev.conllu.gz",
        "edb25fe8b71124b4",
        {"UAS": 90.4, "LAS": 88.2, "tags": 96.4, "lemmas": 97.1, "sentences": 97.5},
    ),
    (  # 91.1, 88.8, 96.3, 98.0, 96.2
        "parse",
        "ud/ewt_dev.conllu.gz",
        "24656b4a407808e7",
        {"UAS": 90.1, "LAS": 87.8, "tags": 95.3, "lemmas": 97.0, "sentences": 95.2},
    ),
    (  # 82.5, 56.2, 60.8
        "coreference",
        "ud/gum_dev.conllu.gz",
        "edb25fe8b71124b4",
        {"pronouns": 81.5, "CoNLL": 55.3, "CoNLL with heads": 59.8},
    ),
    (  # 72.3
        "coreference",
        "gap/gap-validation.tsv.gz",
        "a2e9b599fe371f89",
        {"pronouns": 71.3},
    ),
    (  # 77.5
        "stance",
        "stance/dev_rw.jsonl.gz",
        "ce6df891520ec1c8",
        {"macro": 76.5},
    ),
    (  # 74.9
        "stance",
        "stance/dev_mt.jsonl.gz",
        "e1f7f93ee1950da2",
        {"macro": 73.9},
    ),
    (  # 94.0
        "actors",
        "plover/gold_dev.json",
        "9278824ecf876c32",
        {"code": 93.0},
    ),
    (  # 70.1
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
