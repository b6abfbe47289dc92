"""docs/interface.md names every field and every value that programs meet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import get_args

import pytest

from kg import model
from kg.build import Report
from kg.config import Settings
from kg.line import Line
from kg.read import read
from kg.record import record
from tests.conftest import ARTICLES, ROOT

INTERFACE = (ROOT / "docs" / "interface.md").read_text(encoding="utf-8")
VALUES = (
    *(
        model.MentionKind,
        model.MentionForm,
        model.SpeakerKind,
        model.Act,
        model.StatementForm,
        model.AboutRole,
        model.Stance,
    ),
    *(
        model.Certainty,
        model.Granularity,
        model.ParticipantRole,
        model.MeetingFormat,
        model.MeetingStatus,
        model.Predicate,
    ),
)


def keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from keys(inner)


def test_every_field_of_an_extraction_is_described() -> None:
    (article,) = read([str(ARTICLES / "01-astana-accuses-ankara.txt")])
    assert isinstance(article, model.Article)
    found = set(keys(record(Line().extraction(article), tokens=True)))
    assert len(found) > 40
    assert found <= set(re.findall(r'"(\w+)"', INTERFACE))


@pytest.mark.parametrize("values", VALUES, ids=str)
def test_every_value_is_described(values: object) -> None:
    assert set(get_args(values)) <= set(re.findall(r"\w+", INTERFACE))


def test_settings_and_reports_are_described() -> None:
    assert {f"KG_{name.upper()}" for name in Settings.model_fields} <= set(re.findall(r"KG_\w+", INTERFACE))
    assert {field.name for field in fields(Report)} <= set(re.findall(r'"(\w+)"', INTERFACE))
