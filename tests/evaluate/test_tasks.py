"""The tasks, on small corpora of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.annotate import Annotator
from kg.errors import UsageError
from kg.evaluate import TASKS

TOKENS = ["``", "We", "will", "not", "go", ",", "''", "the", "minister", "said", "."]
LABELS = ["B-content", *["I-content"] * 6, "B-source", "I-source", "B-cue", "O"]

TEXT = "“We will not go,” the minister said.\n\nTroops left the town."
ATTRIBUTION = {"source": [[18, 30]], "cue": [[31, 35]], "content": [[0, 17]]}

CONLLU = """\
# newdoc id = one
# text = The minister denied it.
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_
2\tminister\tminister\tNOUN\tNN\t_\t3\tnsubj\t_\t_
3\tdenied\tdeny\tVERB\tVBD\t_\t0\troot\t_\t_
4-5\tit.\t_\t_\t_\t_\t_\t_\t_\t_
4\tit\tit\tPRON\tPRP\t_\t3\tobj\t_\t_
5\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# text = He left.
1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
2.1\tleft\tleave\tVERB\tVBD\t_\t_\t_\t_\t_
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# newdoc id = two
1\tNo\tno\tDET\tDT\t_\t2\tdet\t_\t_
2\twonder\twonder\tNOUN\tNN\t_\t0\troot\t_\t_
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
"""


def written(folder: Path, content: str) -> Path:
    path = folder / "corpus"
    path.write_text(content, encoding="utf-8")
    return path


def f1(path: Path, task: str, annotator: Annotator) -> dict[str, float]:
    return {row.name: row.f1 for row in TASKS[task](path, annotator).rows}


def test_attribution_in_words(tmp_path: Path, annotator: Annotator) -> None:
    path = written(tmp_path, json.dumps({"id": "a", "tokens": TOKENS, "labels": LABELS}))
    assert f1(path, "attribution", annotator) == {"source": 1.0, "cue": 1.0, "content": 1.0}


def test_attribution_borders_count(tmp_path: Path, annotator: Annotator) -> None:
    labels = ["O", "B-content", *LABELS[2:]]
    path = written(tmp_path, json.dumps({"tokens": TOKENS, "labels": labels}))
    assert f1(path, "attribution", annotator) == {"source": 1.0, "cue": 1.0, "content": 0.0}


def test_attribution_in_characters_takes_one_annotator(tmp_path: Path, annotator: Annotator) -> None:
    first = {"id": "a", "annotator": "x", "text": TEXT, "attributions": [ATTRIBUTION]}
    second = {"id": "a", "annotator": "y", "text": TEXT, "attributions": []}
    path = written(tmp_path, f"{json.dumps(first)}\n{json.dumps(second)}\n")
    scores = TASKS["attribution"](path, annotator)
    assert scores.texts == 1
    assert [scores[role].f1 for role in ("source", "cue", "content")] == [1.0, 1.0, 1.0]
    assert [row.count for row in scores.rows] == [1] * 6


def test_scores_say_what_they_were_measured_on(tmp_path: Path, annotator: Annotator) -> None:
    path = written(tmp_path, json.dumps({"tokens": TOKENS, "labels": LABELS}))
    scores = TASKS["attribution"](path, annotator)
    assert (scores.task, scores.corpus, scores.texts, scores.words) == ("attribution", "corpus", 1, len(TOKENS))
    assert len(scores.digest) == 64
    assert scores["cue"].count == 1


@pytest.mark.parametrize(
    "content",
    [
        "Angela\tB-politician\nMerkel\tI-politician\nvisited\tO\nFrance\tB-country\n.\tO\n\n\nNATO\tB-organisation\n",
        "# sent_id = 1\n1\tAngela\tB-PER\t-\t-\n2\tMerkel\tI-PER\t-\t-\n3\tvisited\tO\t-\t-\n4\tFrance\tB-LOC\t-\t-\n",
    ],
)
def test_entities(tmp_path: Path, annotator: Annotator, content: str) -> None:
    scores = TASKS["entities"](written(tmp_path, content), annotator)
    assert scores["person"].f1 == scores["location"].f1 == 1.0
    assert scores["all"].count == sum(scores[kind].count for kind in ("person", "organization", "location"))


def test_kinds_of_names_that_are_not_scored_do_not_count(tmp_path: Path, annotator: Annotator) -> None:
    path = written(tmp_path, "the\tO\nBrexit\tB-election\nreferendum\tI-election\n")
    assert [row.count for row in TASKS["entities"](path, annotator).rows] == [0] * 4


def test_parse(tmp_path: Path, annotator: Annotator) -> None:
    scores = TASKS["parse"](written(tmp_path, CONLLU), annotator)
    assert (scores.texts, scores.words) == (2, 11)
    assert scores["sentences"].count == 3
    for name in ("UAS", "LAS", "tags", "lemmas", "sentences"):
        assert scores[name].f1 == 1.0, name


def test_parse_counts_a_wrong_label_for_las_alone(tmp_path: Path, annotator: Annotator) -> None:
    scores = TASKS["parse"](written(tmp_path, CONLLU.replace("\tobj\t", "\tiobj\t")), annotator)
    assert scores["UAS"].f1 == 1.0
    assert scores["LAS"].f1 == pytest.approx(10 / 11)


@pytest.mark.parametrize(
    ("task", "content", "says"),
    [
        ("attribution", '{"id": 1}', "1: neither tokens and labels"),
        ("attribution", '{"tokens": ["a"], "labels": []}', "1: tokens and labels must be lists of one length"),
        ("attribution", '{"text": "a"}', "1: attributions must have lists"),
        ("attribution", '{"text": "a", "attributions": [{"cue": [[0]]}]}', "1: attributions must have lists"),
        ("attribution", "\n", "nothing to score"),
        ("entities", "word\n", "1: neither"),
        ("entities", "a\tO\nword\tperson\n", "2: “person” is no label"),
        ("entities", "", "nothing to score"),
        ("parse", "1\tThe\n", "1: not CoNLL-U"),
        ("parse", CONLLU.replace("\t0\troot", "\tx\troot"), "5: not CoNLL-U"),
        ("parse", "# newdoc\n\n", "nothing to score"),
    ],
)
def test_a_file_in_another_form_is_refused(
    tmp_path: Path, annotator: Annotator, task: str, content: str, says: str
) -> None:
    with pytest.raises(UsageError, match=says):
        TASKS[task](written(tmp_path, content), annotator)
