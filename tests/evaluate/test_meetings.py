"""Meetings on the sample gold do not get worse; each field is scored, and errors are told."""

from __future__ import annotations

import json
from pathlib import Path

from kg.annotate import Annotator
from kg.evaluate import TASKS
from kg.line import Line
from kg.model import Article
from kg.record import record

GOLD = Path(__file__).parents[2] / "data" / "gold" / "gold.jsonl"


def test_meetings_of_the_sample_gold_do_not_fall(annotator: Annotator) -> None:
    scores = TASKS["meetings"](GOLD, annotator)
    assert scores["meetings"].count == 55
    assert scores["meetings"].f1 > 0.79  # 81.9 was measured: precision 86.0, recall 78.2
    assert scores["participants with role"].f1 > 0.70  # 73.6
    assert scores["status"].f1 > 0.94  # 97.7


def test_a_meeting_that_is_told_otherwise_is_an_error_with_its_words(annotator: Annotator, tmp_path: Path) -> None:
    text = "Mara Ellingsen met Jon Dahlby in Oslo on Monday to discuss the border."
    article = Article(id="a1", text=text, published="2024-05-16", language="en")
    found = record(Line(annotator=annotator).extraction(article))
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(found) + "\n", encoding="utf-8")
    same = TASKS["meetings"](path, annotator)
    assert all(row.f1 == 1 for row in same.rows)
    assert not same.errors
    found["meetings"][0]["status"] = "planned"
    found["meetings"][0]["topic"] = "the price of fish"
    path.write_text(json.dumps(found) + "\n", encoding="utf-8")
    other = TASKS["meetings"](path, annotator)
    assert (other["meetings"].f1, other["status"].f1, other["topic"].f1, other["time"].f1) == (1, 0, 0, 1)
    assert len(other.errors) == 2
    assert all("Ellingsen [met] Jon Dahlby" in error for error in other.errors)


def test_a_body_that_meets_nowhere_in_particular_is_found_with_itself_and_its_day(
    annotator: Annotator, tmp_path: Path
) -> None:
    text = "The United Nations Security Council will meet behind closed doors on Friday."
    article = Article(id="a1", text=text, published="2024-05-14", language="en")
    found = record(Line(annotator=annotator).extraction(article))
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(found) + "\n", encoding="utf-8")
    assert TASKS["meetings"](path, annotator)["meetings"].f1 == 1
    found["meetings"][0]["time"]["value"] = "2024-05-18"
    path.write_text(json.dumps(found) + "\n", encoding="utf-8")
    assert TASKS["meetings"](path, annotator)["meetings"].f1 == 0
