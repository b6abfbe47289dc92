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
    (  # 77.4, 71.6, 63.2
        "attribution",
        "attribution/cofenet_protocol_dev.jsonl.gz",
        "a8e8d8c5c4fda98d",
        {"source": 76.4, "cue": 70.6, "content": 62.2},
    ),
    (  # 90.4, 78.5, 71.1
        "entities",
        "ner_gold/crossner_politics_dev.conll.gz",
        "ed89846feaf9d8df",
        {"person": 89.4, "organization": 77.5, "location": 70.1},
    ),
    (  # 89.1, 86.3, 96.4, 98.0, 94.7
        "parse",
        "ud/gum_dev.conllu.gz",
        "edb25fe8b71124b4",
        {"UAS": 88.1, "LAS": 85.3, "tags": 95.4, "lemmas": 97.0, "sentences": 93.7},
    ),
    (  # 88.3, 85.4, 95.0, 97.8, 89.9
        "parse",
        "ud/ewt_dev.conllu.gz",
        "24656b4a407808e7",
        {"UAS": 87.3, "LAS": 84.4, "tags": 94.0, "lemmas": 96.8, "sentences": 88.9},
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
