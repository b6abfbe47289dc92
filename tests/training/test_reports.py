"""Our own reports with what is said in them marked in the text. All persons are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from training import corpora, reports
from training.documents import Attribution
from training.reports import Told
from training.sayings import Done

REPORT = """== levy

[t1 “Oslo lied,”] [s1,2 Ms Moen] [c1 said] and [c2 urged] [t2 Sweden to pay]. [t1 “Twice.”]

Ships passed.
--
1 accuse | Oslo
2 demand | ?
"""


def read(tmp_path: Path, text: str) -> list[reports.Report]:
    (tmp_path / "north.txt").write_text(text, encoding="utf-8")
    return list(reports.read(tmp_path))


def test_marks_tell_attributions_and_rows_what_is_done(tmp_path: Path) -> None:
    first, second = read(tmp_path, REPORT + "\n== quiet\nNobody says anything.\n")
    assert (first.name, second.name) == ("north/levy", "north/quiet")
    assert first.text == "“Oslo lied,” Ms Moen said and urged Sweden to pay. “Twice.”\n\nShips passed."
    assert (second.text, second.attributions, second.done) == ("Nobody says anything.", [], [])
    said, urged = first.attributions
    assert [first.text[begin:end] for begin, end in said["content"]] == ["“Oslo lied,”", "“Twice.”"]
    assert said["source"] == urged["source"] == [[13, 20]]
    assert first.done == [
        Done(said["cue"], said["content"], "accuse", [[1, 5]]),
        Done(urged["cue"], urged["content"], "demand", None),
    ]


def test_a_table_beside_the_reports_tells_whom_a_statement_is_about_and_when_it_was_made(tmp_path: Path) -> None:
    told = "north/levy\t1\tOslo\t-\tFriday\t-\t-\nnorth/levy\t2\tthe Kingdom of Sweden; Norway\tShips\t-\tOslo\t-\n"
    (tmp_path / "told.tsv").write_text(told, encoding="utf-8")
    (report,) = read(tmp_path, REPORT)
    assert report.told == [
        Told(targets=("Oslo",), time=("Friday",)),
        Told(targets=("the Kingdom of Sweden", "Norway"), topics=("Ships",), place=("Oslo",)),
    ]
    # An act is aimed at somebody wherever he is named, by his whole name or its last word.
    assert [[report.text[begin:end] for begin, end in one.aim or ()] for one in report.done] == [
        ["Oslo", "Oslo"],
        ["Sweden"],
    ]


def test_reports_are_documents_with_attributions_and_acts(tmp_path: Path) -> None:
    read(tmp_path, REPORT)
    (document,) = corpora.own_reports(tmp_path)
    assert document.attributions[1] == Attribution([9], [5, 6], [10, 11, 12])
    assert [one.aim for one in document.sayings] == [[1], None]
    assert "names" not in document.labels  # nobody marked them


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[s1 Ms Moen] [c1 said [t1 so].\n--\n1 say | -", "not closed"),
        ("[s1 Ms Moen] [c1 said]] [t1 so].\n--\n1 say | -", "too many"),
        ("[s1 Ms Moen] [c1 said] [t1 so].\n--\n", "no row for 1"),
        ("[s1 Ms Moen] [c1 said] [t1 so].\n--\n1 shout | -", "1 shout"),
        ("[s1 Ms Moen] [c1 said] [t1 so].\n--\n1 say | -\n2 say | -", "2 say"),
        ("[s1 Ms Moen] [c1 said].\n--\n1 say | -", "no content"),
        ("Oslo: [s1 Ms Moen] [c1 said] [t1 so].\n--\n1 accuse | Oslo", "'Oslo' is not in the content"),
    ],
)
def test_a_report_that_is_marked_wrongly_is_named_with_what_is_wrong(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ValueError, match="report bad") as error:
        read(tmp_path, f"== bad\n{text}\n")
    assert told in str(error.value)
