"""re3d: which of its entities are proper names, and how names found are matched with them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from spacy.tokens import Doc

from kg.errors import UsageError
from kg.evaluate import TASKS
from kg.evaluate.corpus import Corpus
from kg.evaluate.re3d import documents, is_name
from tests.evaluate.docs import NLP, Prepared, span_of

TEXT = "The envoy Mara Quist left the city of Oslo for the Guild of Masons. She met Tove\nIlves."
ENTITIES = [
    ("Person", "The envoy Mara Quist", 1),
    ("Person", "Mara Quist", 0),
    ("Location", "the city of Oslo", 0.9),
    ("Location", "city", 0),
    ("Location", "Oslo", 0),
    ("Organisation", "the Guild of Masons", 1),
    ("Organisation", "Guild", 0),
    ("Person", "Masons", 0.2),
    ("Person", "She", 1),
    ("Person", "Tove\nIlves", 0.5),
    ("Vehicle", "Oslo", 1),
]
NAMES = [
    ("Mara Quist", "Person"),
    ("Oslo", "Location"),
    ("the Guild of Masons", "Organisation"),
    ("Tove\nIlves", "Person"),
]


def folder(parent: Path, entities: Sequence[tuple[str, str, float]] = ENTITIES, name: str = "reports") -> Path:
    path = parent / name
    path.mkdir(parents=True)
    (path / "documents.json").write_text(json.dumps({"_id": "d1", "text": TEXT}) + "\n", encoding="utf-8")
    lines = []
    for kind, words, confidence in entities:
        begin, end = span_of(TEXT, words)
        value = " ".join(words.split())
        record = {
            "documentId": "d1",
            "type": kind,
            "begin": begin,
            "end": end,
            "value": value,
            "confidence": confidence,
        }
        lines.append(json.dumps(record) + "\n")
    (path / "entities.json").write_text("".join(lines), encoding="utf-8")
    return path


def names(path: Path) -> list[tuple[str, str]]:
    (document,) = documents(Corpus.read(path / "entities.json"), Corpus.read(path / "documents.json"))
    return [(document.text[begin:end], kind) for begin, end, kind in document.names]


def named(*found: tuple[str, str]) -> Doc:
    doc = NLP(TEXT)
    doc.set_ents([doc.char_span(*span_of(TEXT, words), label=label) for words, label in found])
    return doc


def test_proper_names_are_kept_the_outermost_ones(tmp_path: Path) -> None:
    assert names(folder(tmp_path)) == NAMES


def test_what_was_not_confirmed_counts_only_inside_what_was(tmp_path: Path) -> None:
    loose = [("Location", "Oslo", 0.4), ("Person", "The envoy Mara Quist", 0.4), ("Person", "Mara Quist", 0.4)]
    assert names(folder(tmp_path, loose)) == []


def test_of_two_kinds_the_more_confident_one_is_kept(tmp_path: Path) -> None:
    both = [("Location", "Oslo", 0.6), ("Organisation", "Oslo", 0.9), ("Location", "the city of Oslo", 1)]
    assert names(folder(tmp_path, both)) == [("Oslo", "Organisation")]


@pytest.mark.parametrize(
    "words",
    [
        *("Oslo", "the Guild", "The Hague", "al-Qaeda in Iraq", "al Qaeda in Iraq", "myTV", "Minister Mara Quist"),
        *("Quist, the envoy", "U.S. Marines", "the Guild of the masons", "Minister for Trade Mara Quist"),
    ],
)
def test_proper_names(words: str) -> None:
    assert is_name(words, person=False)


@pytest.mark.parametrize(
    "words",
    [
        *("", " ", "the", "the city of Oslo", "the Quist regime", "U.S. officials", "eastern Oslo", "It", "His Chief"),
        *("33°47′N 44°30′E", "120 Marines", "a Guild", "The former leader of Oslo", "Oslo’s harbour"),
    ],
)
def test_descriptions(words: str) -> None:
    assert not is_name(words, person=False)


def test_posts_are_no_names_of_persons() -> None:
    assert not is_name("The Foreign Secretary", person=True)
    assert not is_name("Minister for the Middle East", person=True)
    assert is_name("Foreign Secretary Quist", person=True)
    assert is_name("Foreign Secretary", person=False)


def test_names_match_when_they_overlap_one_to_one(tmp_path: Path) -> None:
    path = folder(tmp_path)
    doc = named(("envoy Mara Quist", "PER"), ("Guild", "ORG"), ("Masons", "ORG"), ("Oslo", "PER"), ("Ilves", "PER"))
    scores = TASKS["entities"](path / "entities.json", Prepared(doc))
    assert (scores.corpus, scores.texts) == ("entities.json", 1)
    assert [(row.name, row.precision, row.recall) for row in scores.rows] == [
        ("person", pytest.approx(2 / 3), 1.0),
        ("organization", 0.5, 1.0),
        ("location", 0.0, 0.0),
        ("all", pytest.approx(3 / 5), pytest.approx(3 / 4)),
    ]


def test_folders_are_counted_together(tmp_path: Path) -> None:
    for name in ("one", "two"):
        folder(tmp_path / "re3d", name=name)
    right = named(("Mara Quist", "PER"), ("Oslo", "LOC"), ("Guild of Masons", "ORG"), ("Tove\nIlves", "PER"))
    scores = TASKS["entities"](tmp_path / "re3d", Prepared(right, named()))
    assert (scores.corpus, scores.texts, scores["all"].count) == ("re3d", 2, 8)
    assert (scores["all"].precision, scores["all"].recall) == (1.0, 0.5)
    alone = TASKS["entities"](tmp_path / "re3d" / "one", Prepared(right))
    assert alone["all"].f1 == 1.0
    assert alone.digest != scores.digest


def test_a_folder_without_re3d_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no entities\.json"):
        TASKS["entities"](tmp_path, Prepared())


@pytest.mark.parametrize(
    ("file", "change", "says"),
    [
        ("entities.json", ('"begin": 10', '"begin": 9'), "entities.json:1: “Mara"),
        ("entities.json", ('"begin": 10', '"begin": "x"'), "entities.json:1: no entity"),
        ("entities.json", ('"documentId": "d1"', '"documentId": "d2"'), "entities.json:1: no entity"),
        ("documents.json", ('"text"', '"body"'), "documents.json:1: no document"),
    ],
)
def test_what_does_not_fit_is_told_with_its_line(tmp_path: Path, file: str, change: tuple[str, str], says: str) -> None:
    path = folder(tmp_path, [("Person", "Mara Quist", 1)])
    content = (path / file).read_text(encoding="utf-8")
    assert change[0] in content
    (path / file).write_text(content.replace(*change), encoding="utf-8")
    with pytest.raises(UsageError, match=says):
        names(path)
