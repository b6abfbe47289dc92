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
    (  # 82.4, 74.2, 68.1
        "attribution",
        "attribution/cofenet_protocol_dev.jsonl.gz",
        "a8e8d8c5c4fda98d",
        {"source": 81.5, "cue": 73.2, "content": 67.1},
    ),
    (  # 54.0, 56.9, 77.7
        "attribution",
        "attribution/dev.jsonl.gz",
        "5162a7a2597f5b73",
        {"tuples exact": 53.0, "tuples exact but cue": 55.9, "tuples overlapping": 76.7},
    ),
    (  # 90.7, 82.7, 73.4, 83.4
        "entities",
        "ner_gold/crossner_politics_dev.conll.gz",
        "ed89846feaf9d8df",
        {"person": 90.0, "organization": 81.7, "location": 72.4, "all": 82.4},
    ),
    (  # 75.0
        "entities",
        "re3d",
        "f08c62ddb281442e",
        {"all": 74.0},
    ),
    (  # 91.0, 88.6, 97.3, 98.1, 98.3
        "parse",
        "ud/gum_dev.conllu.gz",
        "edb25fe8b71124b4",
        {"UAS": 90.0, "LAS": 87.6, "tags": 96.1, "lemmas": 97.0, "sentences": 97.2},
    ),
    (  # 90.9, 88.5, 96.1, 97.9, 96.2
        "parse",
        "ud/ewt_dev.conllu.gz",
        "24656b4a407808e7",
        {"UAS": 89.9, "LAS": 87.5, "tags": 95.0, "lemmas": 96.9, "sentences": 95.2},
    ),
    (  # 84.2, 56.1, 60.7
        "coreference",
        "ud/gum_dev.conllu.gz",
        "edb25fe8b71124b4",
        {"pronouns": 83.2, "CoNLL": 55.1, "CoNLL with heads": 59.7},
    ),
    (  # 71.8
        "coreference",
        "gap/gap-validation.tsv.gz",
        "a2e9b599fe371f89",
        {"pronouns": 70.8},
    ),
    (  # 76.8
        "stance",
        "stance/dev_rw.jsonl.gz",
        "ce6df891520ec1c8",
        {"macro": 75.8},
    ),
    (  # 74.7
        "stance",
        "stance/dev_mt.jsonl.gz",
        "e1f7f93ee1950da2",
        {"macro": 73.7},
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
