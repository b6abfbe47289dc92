"""Event classes of PLOVER: what an extraction says is done, and how answers are counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.annotate import Annotator
from kg.errors import UsageError
from kg.evaluate import TASKS
from kg.evaluate.events import event
from kg.model import Act, Article, Cue, Deed, Extraction, Meeting, MeetingStatus, Mention, Relation, Speaker, Statement

ARTICLE = Article("a", "x" * 90)
WHO = Mention(0, 5, "country", entity="country/TCD")


def statement(
    act: Act, at: int, *, negated: bool = False, parent: str | None = None, cue: str = "say", deed: Deed | None = None
) -> Statement:
    words = Cue((at, at + 3), cue, negated)
    return Statement(
        f"s{at}",
        Speaker("unnamed"),
        words,
        act,
        "indirect",
        ((at + 3, at + 5),),
        "x",
        ((at, at + 5),),
        parent=parent,
        deed=deed,
    )


def meeting(status: MeetingStatus) -> Meeting:
    return Meeting("m", (), ((80, 84),), status=status)


@pytest.mark.parametrize(
    ("found", "answer"),
    [
        (Extraction(ARTICLE, statements=(statement("say", 5), statement("reject", 30))), "REJECT"),
        (Extraction(ARTICLE, statements=(statement("accuse", 5, parent="s30"), statement("demand", 30))), "REQUEST"),
        (Extraction(ARTICLE, statements=(statement("agree", 5, negated=True), statement("threaten", 30))), "THREATEN"),
        (Extraction(ARTICLE, statements=(statement("say", 5),), meetings=(meeting("held"),)), "CONSULT"),
        (Extraction(ARTICLE, meetings=(meeting("planned"),)), "AGREE"),
        (Extraction(ARTICLE, meetings=(meeting("called_off"),)), "SANCTION"),
        (Extraction(ARTICLE, relations=(Relation(WHO, "opposed_to", WHO, ((0, 5),)),)), "ASSAULT"),
        (Extraction(ARTICLE, statements=(statement("say", 5),)), None),
        # Who only says it tells the deed; whose cue is an act does that.
        (Extraction(ARTICLE, statements=(statement("accuse", 5, deed="ASSAULT"),)), "ASSAULT"),
        (Extraction(ARTICLE, statements=(statement("accuse", 5, cue="accuse", deed="ASSAULT"),)), "ACCUSE"),
        (Extraction(ARTICLE, statements=(statement("report", 5, cue="according to", deed="AID"),)), "AID"),
        (Extraction(ARTICLE, statements=(statement("believe", 5, cue="suspect", deed="COERCE"),)), "COERCE"),
    ],
)
def test_the_class_of_what_is_done(found: Extraction, answer: str | None) -> None:
    assert event(found) == answer


def written(folder: Path, *listed: object) -> Path:
    path = folder / "records.json"
    path.write_text(json.dumps(listed), encoding="utf-8")
    return path


def test_classes_are_counted_under_their_names_of_today(tmp_path: Path, annotator: Annotator) -> None:
    accused = {"text": "Italy accused Russia of stalling.", "event": "DISAPPROVE", "source": []}
    marched = {"text": "Farmers marched in Rome.", "event": "PROTEST", "source": []}
    scores = TASKS["events"](written(tmp_path, accused, marched), annotator)
    assert {row.name: (row.f1, row.count) for row in scores.rows} == {
        "ACCUSE": (1.0, 1),
        "PROTEST": (0.0, 1),
        "macro": (0.5, 2),
    }


def test_records_without_events_are_refused(tmp_path: Path, annotator: Annotator) -> None:
    with pytest.raises(UsageError, match="no JSON array of PLOVER records with their events"):
        TASKS["events"](written(tmp_path, {"text": "They met.", "source": []}), annotator)
