"""Scores of acts and aims on articles held back from training."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.annotate import Annotator
from kg.ids import digest
from training import measure, reports
from training.corpora import OWN
from training.sayings import Done

TEXT = "Anna Moen accused Oslo of lying about the ferry on Monday.\n\nTore Lie denied that it is late."


def span_of(words: str) -> str:
    return f"{TEXT.index(words)}-{TEXT.index(words) + len(words)}"


@pytest.mark.parametrize(("act", "aim", "right"), [("accuse", "Oslo", 2), ("praise", "Anna Moen", 1)])
def test_acts_and_aims_are_compared_with_the_table(tmp_path: Path, act: str, aim: str, right: int) -> None:
    (tmp_path / "nor_1.txt").write_text(TEXT)
    words = TEXT.replace(".", " .").split()
    (tmp_path / "nor_1.txt.tsv").write_text("\n".join(f"{word}\tO" for word in words))
    (tmp_path / "nor_2.txt").write_text(TEXT)
    (tmp_path / "nor_2.txt.tsv").write_text("\n".join(f"{word}\tO" for word in words))  # not held back
    told = [
        f"{span_of('Anna Moen')} {span_of('accused')} {span_of('Oslo of lying about the ferry')} {act} {span_of(aim)}",
        f"{span_of('Tore Lie')} {span_of('denied')} {span_of('that it is late')} deny -",
    ]
    table = tmp_path / "held"
    table.write_text("\t".join([digest("nor_1.txt"), *told]) + "\n")
    acts, aims = measure.acts(measure.of_worldwide(tmp_path, table), Annotator(1))
    assert (acts.count, round(2 * acts.recall)) == (2, right)
    assert (aims.count, aims.recall) == (1, float(aim == "Oslo"))


def test_reports_that_are_held_back_are_measured_on() -> None:
    told = measure.of_reports()
    assert len(told) > 50
    trained = {report.text for report in reports.read(OWN / "reports")}
    assert not trained & {text for text, _ in told}


def test_an_aim_that_is_not_known_does_not_count() -> None:
    begin = TEXT.index("Oslo of lying")
    done = Done([[10, 17]], [[begin, begin + 13]], "accuse", None)
    (acts, aims) = measure.acts([(TEXT, [done])], Annotator(1))
    assert acts.count == 1
    assert aims.count == 0
