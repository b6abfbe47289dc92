"""Times are scored against annotations in the form of kg extract; on the sample gold they do not get worse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.annotate import Annotator
from kg.errors import UsageError
from kg.evaluate import TASKS
from kg.line import Line
from kg.model import Article
from kg.record import Record, record

GOLD = Path(__file__).parents[2] / "data" / "gold" / "gold.jsonl"

# Some points below what was measured (91.6, 95.2, 92.1): on so few times one more error is three points.
FLOORS = {"dates": 89.5, "statements": 92.5, "all": 89.0}


def test_scores_on_the_sample_gold_do_not_fall(annotator: Annotator) -> None:
    scores = TASKS["time"](GOLD, annotator)
    assert scores.texts == 22
    below = {name: round(100 * scores[name].f1, 1) for name, floor in FLOORS.items() if 100 * scores[name].f1 < floor}
    assert not below


@pytest.fixture
def found(annotator: Annotator) -> Record:
    text = "On Monday Mara Ellingsen accused Chad of stalling."
    article = Article(id="a1", text=text, published="2024-05-16", language="en")
    result = record(Line(annotator=annotator).extraction(article))
    assert [one["time"]["value"] for one in result["statements"]] == ["2024-05-13"]
    return result


def scored(annotator: Annotator, folder: Path, gold: Record) -> dict[str, tuple[float, float, int]]:
    path = folder / "gold.jsonl"
    path.write_text(json.dumps(gold) + "\n", encoding="utf-8")
    return {row.name: (row.precision, row.recall, row.count) for row in TASKS["time"](path, annotator).rows}


def test_an_extraction_agrees_with_itself(annotator: Annotator, tmp_path: Path, found: Record) -> None:
    assert scored(annotator, tmp_path, found) == {
        "dates": (1, 1, 1),
        "statements": (1, 1, 1),
        "meetings": (0, 0, 0),
        "all": (1, 1, 1),
    }


def test_another_day_is_wrong_and_none_costs_precision(annotator: Annotator, tmp_path: Path, found: Record) -> None:
    statement = found["statements"][0]
    statement["time"]["value"] = "2024-05-20"
    assert scored(annotator, tmp_path, found)["statements"] == (0, 0, 1)
    statement["time"] = None
    assert scored(annotator, tmp_path, found)["statements"] == (0, 0, 0)


def test_the_time_of_a_statement_that_is_not_found_does_not_count(
    annotator: Annotator, tmp_path: Path, found: Record
) -> None:
    found["statements"][0]["content"] = [[0, 4]]
    assert scored(annotator, tmp_path, found)["all"] == (0, 0, 0)


def test_what_is_no_extraction_is_told_with_its_line(annotator: Annotator, tmp_path: Path) -> None:
    path = tmp_path / "wrong.jsonl"
    path.write_text('{"text": "No article here."}\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"wrong\.jsonl:1: no article in the form of kg extract"):
        TASKS["time"](path, annotator)


def test_a_wrong_time_is_told_with_its_sentence(annotator: Annotator, tmp_path: Path, found: Record) -> None:
    found["statements"][0]["time"]["value"] = "2024-05-20"
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(found) + "\n", encoding="utf-8")
    assert TASKS["time"](path, annotator).errors == (
        "line 1: statements: 2024-05-20, not 2024-05-13: On Monday Mara Ellingsen [accused] Chad of stalling.",
    )
