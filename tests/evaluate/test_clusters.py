"""The measures give what their authors' worked examples say."""

from __future__ import annotations

import pytest

from kg.evaluate.clusters import ClusterTally

# Pradhan et al. 2014, figure 1 and section 4: two clusters annotated, three found, with other mentions.
KEY = ["abc", "defg"]
RESPONSE = ["ab", "cd", "fghi"]

# Bagga and Baldwin 1998, figures 1 to 3; Luo 2005, table 1, scores the same two and others.
TRUTH = ["12345", "67", "89ABC"]
LARGE_WITH_SMALL = ["12345", "6789ABC"]
LARGE_WITH_LARGE = ["1234589ABC", "67"]


def scored(found: list[str], wanted: list[str]) -> dict[str, tuple[float, float, float]]:
    tally = ClusterTally()
    tally.compare(found, wanted)
    rows = [*tally.rows(), tally.mean("CoNLL")]
    return {row.name: (row.precision, row.recall, row.f1) for row in rows}


def test_mentions_may_differ() -> None:
    scores = scored(RESPONSE, KEY)
    assert scores["MUC"] == pytest.approx((0.40, 0.40, 0.40))
    assert scores["B3"] == pytest.approx((4 / 8, 35 / 12 / 7, 5 / 11))
    assert scores["CEAF-e"] == pytest.approx((1.3 / 3, 0.65, 0.52))
    assert scores["CoNLL"][2] == pytest.approx(sum(scores[name][2] for name in ("MUC", "B3", "CEAF-e")) / 3)


@pytest.mark.parametrize(
    ("found", "muc", "b_cubed", "ceaf"),
    [
        (LARGE_WITH_SMALL, (0.9, 1.0), (16 / 21, 1.0), 0.733),
        (LARGE_WITH_LARGE, (0.9, 1.0), (7 / 12, 1.0), 0.667),
        (["123456789ABC"], (9 / 11, 1.0), (0.375, 1.0), 0.294),
    ],
)
def test_clusters_that_run_together(
    found: list[str], muc: tuple[float, float], b_cubed: tuple[float, float], ceaf: float
) -> None:
    scores = scored(found, TRUTH)
    assert scores["MUC"][:2] == pytest.approx(muc)
    assert scores["B3"][:2] == pytest.approx(b_cubed)
    assert scores["CEAF-e"][2] == pytest.approx(ceaf, abs=0.0005)


def test_the_best_pairing_is_not_always_that_of_the_best_pair() -> None:
    # abcd is most like abe (4/7), but then ei is like nothing that is left.
    assert scored(["abcd", "ei"], ["abe", "cdgh"])["CEAF-e"] == pytest.approx(((4 / 8 + 2 / 5) / 2,) * 3)


def test_single_mentions_are_left_out_on_both_sides() -> None:
    assert scored([*RESPONSE, "e", "z"], [*KEY, "h", "y"]) == scored(RESPONSE, KEY)


def test_sums_are_over_texts_and_precision_is_recall_the_other_way_round() -> None:
    tally = ClusterTally()
    tally.compare(RESPONSE, KEY)
    tally.compare(KEY, RESPONSE)
    tally.compare([], [])
    for row in tally.rows():
        assert row.precision == pytest.approx(row.recall)
    assert [row.count for row in tally.rows()] == [10, 15, 5]
    assert tally.mean("CoNLL").count == 15


def test_nothing_found_and_nothing_wanted_score_nothing() -> None:
    for found, wanted in (([], KEY), (KEY, []), ([], []), (["xy"], KEY)):
        assert set(scored(found, wanted).values()) == {(0.0, 0.0, 0.0)}
    assert set(scored(KEY, KEY).values()) == {(1.0, 1.0, 1.0)}
