"""Where two annotators have read the statements, agreement with either and between the two stands beside the rest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.annotate import Annotator
from kg.evaluate import TASKS
from kg.evaluate.readings import ROWS, count_either
from kg.evaluate.scores import Scores, Tally
from kg.line import Line
from kg.model import Article
from kg.record import record

TEXT = "Mara Ellingsen accused Chad on Monday of stalling. Jon Dahlby praised Norway on Tuesday."
CHAD = {"entity": "country/TCD", "role": "target", "stance": "negative"}
NORWAY = {"entity": "country/NOR", "role": "target", "stance": "positive"}
Json = dict[str, Any]


@pytest.fixture
def gold(annotator: Annotator) -> Json:
    """What is found in two statements, taken as a first reading."""
    found = record(Line(annotator=annotator).extraction(Article(id="a1", text=TEXT, published="2024-05-16")))
    assert [(each["act"], each["about"]) for each in found["statements"]] == [("accuse", [CHAD]), ("praise", [NORWAY])]
    return json.loads(json.dumps(found))  # type: ignore[no-any-return]


def scored(gold: Json, folder: Path, annotator: Annotator) -> Scores:
    path = folder / "gold.jsonl"
    path.write_text(json.dumps(gold) + "\n", encoding="utf-8")
    return TASKS["statements"](path, annotator)


def test_one_reading_has_no_rows_of_two(gold: Json, annotator: Annotator, tmp_path: Path) -> None:
    assert not {row.name for row in scored(gold, tmp_path, annotator).rows} & set(ROWS)


def test_a_second_reading_adds_its_rows_and_changes_no_other(gold: Json, annotator: Annotator, tmp_path: Path) -> None:
    accused, praised = gold["statements"]
    accused["act"], accused["about"] = "criticise", [CHAD | {"role": "topic"}]
    praised["time"] = None
    before = scored(gold, tmp_path, annotator)
    accused["second"] = {"act": "accuse", "about": [CHAD], "time": None}
    praised["second"] = {"act": "support", "about": [NORWAY], "time": "2024-05-14"}
    after = scored(gold, tmp_path, annotator)
    assert (after.rows[: len(before.rows)], after.errors) == (before.rows, before.errors)
    assert tuple(row.name for row in after.rows[len(before.rows) :]) == ROWS
    assert {name: (after[name].f1, after[name].count) for name in ROWS} == {
        "act, either reading": (1, 2),  # the first statement's second act, the second one's first
        "about, either reading": (1, 2),
        "targets, either reading": (1, 2),
        "time, either reading": (1, 2),  # the first statement's first time, the second one's second
        "act, between readings": (0, 2),
        "about, between readings": (0.5, 2),
        "targets, between readings": (pytest.approx(2 / 3), 1),
        "time, between readings": (0, 1),
    }


def test_readings_are_compared_with_each_other_also_where_a_statement_is_not_found(
    gold: Json, annotator: Annotator, tmp_path: Path
) -> None:
    for each in gold["statements"]:
        each["second"] = {"act": each["act"], "about": each["about"], "time": each["time"]["value"]}
        each["cue"]["span"], each["content"] = [0, 1], [[0, 1]]
    scores = scored(gold, tmp_path, annotator)
    assert scores["statements"].f1 == scores["act, either reading"].count == 0
    for name in ("act", "time"):
        row = scores[f"{name}, between readings"]
        assert (row.f1, row.count) == (1, 2)


def about(*targets: str) -> Json:
    about = [{"entity": each, "role": "target", "stance": "neutral"} for each in targets]
    return {"act": "say", "about": about, "time": None}


@pytest.mark.parametrize(
    ("found", "first", "second", "counts"),
    [
        ([], ["a"], [], (0, 0, 0)),  # finding nothing agrees with the reading of nothing
        (["a"], ["a", "b", "c"], [], (1, 1, 3)),  # a part found is nearer than none
        (["a"], ["a", "b"], ["a"], (1, 1, 1)),
        (["a"], ["b", "c"], ["d"], (0, 1, 2)),  # as far from both: the first
    ],
)
def test_the_nearer_reading_counts(
    found: list[str], first: list[str], second: list[str], counts: tuple[int, int, int]
) -> None:
    tally = Tally()
    count_either(tally, about(*found), about(*first) | {"second": about(*second)})
    name = "targets, either reading"
    assert (tally.right[name], tally.found[name], tally.wanted[name]) == counts


@pytest.mark.parametrize(
    ("found", "first", "second", "counts"),
    [
        (None, "2024-05-13", None, (0, 0, 0)),  # that none is told agrees with the second reading
        ("2024-05-14", None, "2024-05-14", (1, 1, 1)),
        ("2024-05-14", None, "2024-05", (0, 1, 0)),  # as far from both: the first
        (None, "2024-05-13", "2024-05-14", (0, 0, 1)),
    ],
)
def test_a_time_is_right_where_either_reading_has_it(
    found: str | None, first: str | None, second: str | None, counts: tuple[int, int, int]
) -> None:
    tally = Tally()
    one, other = (about() | {"time": value and {"value": value}} for value in (found, first))
    count_either(tally, one, other | {"second": about() | {"time": second}})
    name = "time, either reading"
    assert (tally.right[name], tally.found[name], tally.wanted[name]) == counts
