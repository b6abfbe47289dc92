"""Extractions are scored against annotations in the form of kg extract; on the sample gold they do not get worse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.annotate import Annotator
from kg.errors import UsageError
from kg.evaluate import TASKS
from kg.evaluate.statements import FIELDS
from kg.line import Line
from kg.model import Article
from kg.record import record

GOLD = Path(__file__).parents[2] / "data" / "gold"

# A point and a half or more below what was measured (94.8, 91.1, 89.1 ... about 74.6; 88.8, 85.3, 79.0 ... about 71.1):
# the rules were mended on these articles, so the floors guard what was won and say nothing of other articles.
FLOORS = {
    "gold.jsonl": {
        "statements": 93.0,
        "statements with speaker": 89.8,
        "speaker's id as written": 87.6,
        "act": 76.3,
        "form": 96.9,
        "certainty": 95.2,
        "time": 91.9,
        "place": 95.2,
        "about": 71.9,
        "targets": 76.9,
        "addressees": 77.2,
        "stance": 91.4,
        "entities": 96.5,
        "meetings": 80.4,
        "relations": 76.1,
    },
    "development/gold.jsonl": {
        "statements": 88.0,
        "statements with speaker": 84.4,
        "speaker's id as written": 77.5,
        "act": 75.2,
        "form": 97.1,
        "certainty": 94.8,
        "time": 90.2,
        "place": 87.4,
        "about": 69.6,
        "targets": 59.6,
        "addressees": 69.9,
        "stance": 90.8,
        "entities": 93.3,
        "meetings": 81.6,
        "relations": 68.0,
    },
}


@pytest.mark.parametrize("name", FLOORS)
def test_scores_on_our_own_articles_do_not_fall(name: str, annotator: Annotator) -> None:
    scores = TASKS["statements"](GOLD / name, annotator)
    floors = FLOORS[name]
    below = {row: round(100 * scores[row].f1, 1) for row, floor in floors.items() if 100 * scores[row].f1 < floor}
    assert not below


def test_a_post_that_makes_a_spokesperson_is_one_with_that_and_nobodys_is_no_relation(
    annotator: Annotator, tmp_path: Path
) -> None:
    article = Article(id="a1", text="Norwegian Foreign Ministry spokeswoman Kari Brask denied it.", language="en")
    found = record(Line(annotator=annotator).extraction(article))
    assert {one["predicate"] for one in found["relations"]} == {"holds_post", "spokesperson_for"}
    path = tmp_path / "gold.jsonl"

    def f1() -> float:
        path.write_text(json.dumps(found) + "\n", encoding="utf-8")
        return TASKS["statements"](path, annotator)["relations"].f1

    found["relations"] = [one for one in found["relations"] if one["predicate"] == "spokesperson_for"]
    assert f1() == 1
    found["relations"] = [*found["relations"], found["relations"][0] | {"predicate": "holds_post", "object": None}]
    assert f1() == 1
    found["relations"] = [found["relations"][0] | {"predicate": "member_of"}]
    assert f1() == 0


def test_an_extraction_agrees_with_itself_and_not_with_another(annotator: Annotator, tmp_path: Path) -> None:
    text = "Mara Ellingsen accused Chad on Monday of stalling. Jon Dahlby met Tor Vestby in Oslo, she said."
    article = Article(id="a1", text=text, published="2024-05-16", language="en")
    found = record(Line(annotator=annotator).extraction(article))
    same, other = tmp_path / "same.jsonl", tmp_path / "other.jsonl"
    same.write_text(json.dumps(found) + "\n", encoding="utf-8")
    scores = TASKS["statements"](same, annotator)
    assert all(row.f1 == 1 for row in scores.rows if row.count)
    found["statements"][0]["speaker"]["entity"] = "person/somebody-else"
    found["statements"][0]["act"] = "praise"
    other.write_text(json.dumps(found) + "\n", encoding="utf-8")
    changed = TASKS["statements"](other, annotator)
    assert changed["statements"].f1 == 1
    assert changed["statements with speaker"].f1 < 1
    assert changed["act"].f1 < 1
    assert all(changed[field].f1 == 1 for field in FIELDS if field != "act")


def test_what_is_no_extraction_is_told_with_its_line(annotator: Annotator, tmp_path: Path) -> None:
    path = tmp_path / "wrong.jsonl"
    path.write_text('{"text": "No article here."}\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"wrong\.jsonl:1: no article in the form of kg extract"):
        TASKS["statements"](path, annotator)


def test_every_error_is_told_with_its_sentence(annotator: Annotator, tmp_path: Path) -> None:
    text = "On Monday Mara Ellingsen accused Chad of stalling. Jon Dahlby met Tor Vestby in Oslo, she said."
    article = Article(id="a1", text=text, published="2024-05-16", language="en")
    found = record(Line(annotator=annotator).extraction(article))
    path = tmp_path / "wrong.jsonl"
    accused, said = found["statements"]
    accused |= {"act": "praise", "time": None, "about": []}
    said["cue"]["span"], said["content"] = [10, 14], [[10, 14]]
    path.write_text(json.dumps(found) + "\n", encoding="utf-8")
    errors = TASKS["statements"](path, annotator).errors
    assert any(
        error.startswith("act: line 1: praise, not accuse: On Monday Mara Ellingsen [accused]") for error in errors
    )
    assert any(error.startswith("time: line 1: nothing, not 2024-05-13: On Monday Mara") for error in errors)
    assert any(error.startswith("about: line 1: nothing, not country/TCD as target: ") for error in errors)
    assert any(error.startswith("statements: line 1: missed: ") and "[Mara]" in error for error in errors)
    assert any(error.startswith("statements: line 1: nothing, not ") and "she [said]" in error for error in errors)


@pytest.mark.parametrize(
    ("words", "group", "right"),
    [
        ("In Oslo, residents", "group/a1/residents", 1.0),
        ("In Oslo, residents", "group/a1/dockers", 0.0),
        ("In Oslo, residents", "person/tor-vestby", 0.0),
    ],
)
def test_nameless_people_are_a_group_of_these_words(
    annotator: Annotator, tmp_path: Path, words: str, group: str, right: float
) -> None:
    article = Article(id="a1", text=f"{words} said that the bridge was late.", published="2024-05-16", language="en")
    found = record(Line(annotator=annotator).extraction(article))
    (said,) = found["statements"]
    assert said["speaker"]["kind"] == "unnamed"
    said["speaker"] |= {"entity": group, "kind": group.partition("/")[0]}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(found) + "\n", encoding="utf-8")
    rows = {row.name: row.f1 for row in TASKS["statements"](path, annotator).rows}
    assert rows["statements with speaker"] == right
    assert rows["speaker's id as written"] == 0.0
