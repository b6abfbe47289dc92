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
    (  # 81.7, 73.2, 66.7
        "attribution",
        "attribution/cofenet_protocol_dev.jsonl.gz",
        "a8e8d8c5c4fda98d",
        {"source": 80.7, "cue": 72.2, "content": 65.7},
    ),
    (  # 52.2, 55.0, 77.0
        "attribution",
        "attribution/dev.jsonl.gz",
        "5162a7a2597f5b73",
        {"tuples exact": 51.2, "tuples exact but cue": 54.0, "tuples overlapping": 76.0},
    ),
    (  # 90.2, 82.3, 73.4, 83.0
        "entities",
        "ner_gold/crossner_politics_dev.conll.gz",
        "ed89846feaf9d8df",
        {"person": 89.2, "organization": 81.3, "location": 72.4, "all": 82.0},
    ),
    (  # 71.9
        "entities",
        "re3d",
        "f08c62ddb281442e",
        {"all": 70.9},
    ),
    (  # 90.5, 88.1, 97.0, 98.0, 98.2
        "parse",
        "ud/gum_dev.conllu.gz",
        "edb25fe8b71124b4",
        {"UAS": 89.5, "LAS": 87.1, "tags": 96.0, "lemmas": 97.0, "sentences": 97.2},
    ),
    (  # 90.4, 87.9, 95.9, 97.9, 95.7
        "parse",
        "ud/ewt_dev.conllu.gz",
        "24656b4a407808e7",
        {"UAS": 89.4, "LAS": 86.9, "tags": 94.9, "lemmas": 96.9, "sentences": 94.7},
    ),
    (  # 74.3, 45.9, 49.0
        "coreference",
        "ud/gum_dev.conllu.gz",
        "edb25fe8b71124b4",
        {"pronouns": 73.3, "CoNLL": 44.9, "CoNLL with heads": 48.0},
    ),
    (  # 69.9
        "coreference",
        "gap/gap-validation.tsv.gz",
        "a2e9b599fe371f89",
        {"pronouns": 68.9},
    ),
    (  # 75.3
        "stance",
        "stance/dev_rw.jsonl.gz",
        "ce6df891520ec1c8",
        {"macro": 74.3},
    ),
    (  # 72.4
        "stance",
        "stance/dev_mt.jsonl.gz",
        "e1f7f93ee1950da2",
        {"macro": 71.4},
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
