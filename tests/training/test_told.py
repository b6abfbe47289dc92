"""What the line finds of our reports against what a reader found. All persons are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.line import Line
from training import told

REPORT = """== levy
OSLO, Feb 11 (Agency) - [s1 Finance Minister Sunniva Moen] on Tuesday [c1 accused] [t1 Sweden of dumping timber].

[t2 “The harbour will stay open,”] [s2 an official] [c2 told] reporters.
--
1 accuse | Sweden
2 promise | -
"""
TABLE = "north/levy\t1\tSweden\t-\tTuesday\tOslo\t-\nnorth/levy\t2\t-\tNorway\t-\t-\treporters\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "north.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "told.tsv").write_text(TABLE, encoding="utf-8")
    return tmp_path


def test_fields_are_right_where_the_names_of_what_was_found_have_the_readers_words(folder: Path) -> None:
    rows = {row.name: row for row in told.scores(told.found(folder, Line())).rows(told.FIELDS)}
    assert (rows["targets"].f1, rows["time"].f1) == (1, 1)
    assert (rows["place"].count, rows["place"].recall) == (1, 0)
    assert (rows["listeners"].count, rows["listeners"].recall) == (1, 0)


def test_errors_are_shown_with_their_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for one in told.found(folder, Line()):
        told.show(one, "place")
    shown = capsys.readouterr().out
    assert "north/levy 1" in shown
    assert "['Oslo'], not nothing" in shown
    assert "dumping timber" in shown
    assert "north/levy 2" not in shown
