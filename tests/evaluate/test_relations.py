"""Relations of re3d, and the relations found in their terms."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from kg.annotate import Annotator
from kg.errors import UsageError
from kg.evaluate import TASKS
from kg.evaluate.corpus import Corpus
from kg.evaluate.re3d import Related, related
from kg.evaluate.relations import agree, relations
from kg.model import Article, Extraction, Meeting, Mention, Participant, Relation
from tests.evaluate.docs import span_of

CORPORA = Path(os.environ.get("KG_CORPORA", Path(__file__).parents[3] / "shared" / "corpora"))
TEXT = "Mara Quist, head of the Guild, met Tove Ilves in Oslo. The Guild fights Chad."


def row(type_: str, source: str, target: str, confidence: float = 1) -> dict[str, Any]:
    ends = {"source": source, "target": target}
    spans = {
        f"{end}{where}": at
        for end, words in ends.items()
        for where, at in zip(("Begin", "End"), span_of(TEXT, words), strict=True)
    }
    return {"documentId": "d1", "type": type_, "confidence": confidence, **ends, **spans}


def folder(parent: Path, *rows: dict[str, Any]) -> Path:
    path = parent / "reports"
    path.mkdir()
    (path / "documents.json").write_text(json.dumps({"_id": "d1", "text": TEXT}) + "\n", encoding="utf-8")
    (path / "relations.json").write_text("".join(json.dumps(one) + "\n" for one in rows), encoding="utf-8")
    return path


def mention(words: str, entity: str, kind: Any = "person") -> Mention:
    return Mention(*span_of(TEXT, words), kind, entity=entity)


QUIST, ILVES = mention("Mara Quist", "person/quist"), mention("Tove Ilves", "person/ilves")
GUILD, CHAD = mention("Guild", "organization/guild", "organization"), mention("Chad", "country/TCD", "country")
FOUND = Extraction(
    Article("a", TEXT),
    mentions=(QUIST, GUILD, ILVES, CHAD),
    meetings=(Meeting("m", (Participant(QUIST), Participant(ILVES)), ((31, 34),)),),
    relations=(
        Relation(QUIST, "holds_post", GUILD, (span_of(TEXT, "Mara Quist, head of the Guild"),), post="head"),
        Relation(GUILD, "opposed_to", CHAD, (span_of(TEXT, "Guild fights Chad"),)),
    ),
)


def test_relations_are_read_and_what_was_not_confirmed_is_left_out(tmp_path: Path) -> None:
    path = folder(tmp_path, row("InChargeOf", "Mara Quist", "the Guild"), row("Likes", "Tove Ilves", "Oslo", 0.2))
    ((text, found),) = related(Corpus.read(path / "relations.json"), Corpus.read(path / "documents.json"))
    assert text == TEXT
    assert found == [Related("InChargeOf", span_of(TEXT, "Mara Quist"), span_of(TEXT, "the Guild"))]


def test_what_is_found_in_the_terms_of_the_corpus() -> None:
    said = {(one.type, TEXT[slice(*one.source[0])], TEXT[slice(*one.target[0])]) for one in relations(FOUND)}
    assert said == {
        ("InChargeOf", "Mara Quist", "Guild"),
        ("IsSynonymOf", "Mara Quist", ", head of the Guild"),
        ("IsSynonymOf", ", head of the Guild", "Mara Quist"),
        ("CommWith", "Mara Quist", "Tove Ilves"),
        ("CommWith", "Tove Ilves", "Mara Quist"),
        ("FightingAgainst", "Guild", "Chad"),
    }


def test_ends_agree_where_they_touch_and_not_the_other_way_round() -> None:
    leading = next(one for one in relations(FOUND) if one.type == "InChargeOf")
    quist, guild = span_of(TEXT, "Mara Quist"), span_of(TEXT, "head of the Guild")
    assert agree(leading, Related("InChargeOf", quist, guild))
    assert not agree(leading, Related("InChargeOf", guild, quist))


def test_relations_are_scored(tmp_path: Path, annotator: Annotator) -> None:
    path = folder(tmp_path)
    text = "Russia attacked Ukraine on Monday."
    (path / "documents.json").write_text(json.dumps({"_id": "d1", "text": text}) + "\n", encoding="utf-8")
    ends = {
        "source": "Russia",
        "sourceBegin": 0,
        "sourceEnd": 6,
        "target": "Ukraine",
        "targetBegin": 16,
        "targetEnd": 23,
    }
    fighting = {"documentId": "d1", "type": "FightingAgainst", "confidence": 1, **ends}
    (path / "relations.json").write_text(json.dumps(fighting) + "\n", encoding="utf-8")
    scores = TASKS["relations"](path, annotator)
    found = scores["FightingAgainst"]
    assert (found.f1, found.count, scores["AlliesOf"].count) == (1.0, 1, 0)


def test_what_does_not_fit_is_told_with_its_line(tmp_path: Path) -> None:
    path = folder(tmp_path, row("CommWith", "Mara Quist", "Tove Ilves") | {"sourceBegin": 1})
    with pytest.raises(UsageError, match=r"relations.json:1: “Mara Quist” is not at 1"):
        list(related(Corpus.read(path / "relations.json"), Corpus.read(path / "documents.json")))


def test_a_folder_without_relations_is_refused(tmp_path: Path, annotator: Annotator) -> None:
    with pytest.raises(UsageError, match=r"no relations\.json"):
        TASKS["relations"](tmp_path, annotator)


def test_scores_do_not_fall(annotator: Annotator) -> None:
    path = CORPORA / "re3d"
    if not path.exists():
        pytest.skip(f"{path} is not here; set KG_CORPORA to the folder of the corpora")
    scores = TASKS["relations"](path, annotator)
    # Precision 71.4, 57.1, 80.0 and recall 13.5, 33.3, 19.0 were measured; an error more on so few is some points.
    # BelongsTo had a recall of 16.2 while who backs a regime was taken for a member of it.
    assert min(scores[name].precision for name in ("BelongsTo", "AlliesOf", "FightingAgainst")) > 0.35
    assert scores["BelongsTo"].recall > 0.12
    assert scores["AlliesOf"].recall > 0.25
    assert scores["FightingAgainst"].recall > 0.12
