"""Linking is scored by what each mention stands for, and mixed entities are told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.annotate import Annotator
from kg.errors import UsageError
from kg.evaluate import linking

TEXT = "Moscow said on Monday that Turkey had left the talks. Ankara denied it."


def gold(tmp_path: Path, *mentions: tuple[str, str, str, str | None]) -> Path:
    listed = [
        {
            "start": TEXT.index(words),
            "end": TEXT.index(words) + len(words),
            "type": type_,
            "entity": entity,
            "refers_to": refers_to,
        }
        for words, type_, entity, refers_to in mentions
    ]
    record: dict[str, Any] = {"article": {"id": "a1", "published": "2024-05-13"}, "text": TEXT, "mentions": listed}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator(2)


def test_right_wrong_and_mixed(tmp_path: Path, annotator: Annotator) -> None:
    path = gold(
        tmp_path,
        ("Moscow", "place", "place/524901", "country/RUS"),
        ("Turkey", "country", "country/XXX", None),  # so that the answer is wrong
        ("Ankara", "place", "place/323786", "country/TUR"),
        ("talks", "organization", "organization/talks", None),  # which nobody finds
    )
    scores = linking.evaluate(path, annotator)
    row = scores["linking"]
    assert (row.precision, row.recall, row.count) == (2 / 3, 2 / 4, 4)
    assert scores["place"].recall == 1
    assert scores["mentions"].recall == 3 / 4
    assert scores["unmixed"].precision == 1
    wrong, missed = scores.errors
    assert wrong.startswith("country/XXX, not country/TUR: ")
    assert "that [Turkey] had" in wrong
    assert missed.startswith("organization/talks, not nothing: ")


def test_what_is_no_extraction_is_told(tmp_path: Path, annotator: Annotator) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"article": {"id": "a1"}, "text": TEXT}) + "\n", encoding="utf-8")
    with pytest.raises(UsageError, match="no article in the form of kg extract"):
        linking.evaluate(path, annotator)
