"""Precision, recall, F1."""

from __future__ import annotations

from kg.evaluate.scores import Row, Tally


def test_scores_are_of_sets_summed_over_texts() -> None:
    tally = Tally()
    tally.compare("a", found=[1, 2, 3, 4], wanted=[1, 2])
    tally.compare("a", found=[], wanted=[1, 5])
    tally.compare("b", found=[1], wanted=[])
    assert tally.rows(["a", "b", "c"]) == (
        Row("a", precision=0.5, recall=0.5, f1=0.5, count=4),
        Row("b", precision=0.0, recall=0.0, f1=0.0, count=0),
        Row("c", precision=0.0, recall=0.0, f1=0.0, count=0),
    )
