"""Whole attributions are scored by the links that the annotation gives."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.evaluate import TASKS, Scores
from tests.evaluate.docs import Prepared, attributed, span_of

TEXT = "“It is late,” the envoy said, “too late.” Quist and Ilves denied it. There was word of a truce."
SPANS = [
    ("CONTENT", "“It is late,”"),
    ("SOURCE", "the envoy"),
    ("CUE", "said"),
    ("CONTENT", "“too late.”"),
    ("SOURCE", "Quist"),
    ("SOURCE", "Ilves"),
    ("CUE", "denied"),
    ("CONTENT", "it"),
    ("CUE", "word"),
    ("CONTENT", "of a truce"),
]
LINKS = [(2, 0), (2, 1), (2, 3), (6, 4), (6, 5), (6, 7), (8, 9)]
GOLD = [
    {"source": ["the envoy"], "cue": ["said"], "content": ["“It is late,”", "“too late.”"]},
    {"source": ["Quist", "Ilves"], "cue": ["denied"], "content": ["it"]},
    {"source": [], "cue": ["word"], "content": ["of a truce"]},
]
TUPLES = ("tuples exact", "tuples exact but cue", "tuples overlapping")


def scores(
    folder: Path,
    *,
    gold: Sequence[dict[str, list[str]]] = GOLD,
    spans: Sequence[tuple[str, str]] = SPANS,
    links: Sequence[tuple[int, int]] = LINKS,
) -> Scores:
    where = [{role: [span_of(TEXT, words) for words in stretches] for role, stretches in one.items()} for one in gold]
    path = folder / "polnear.jsonl"
    path.write_text(json.dumps({"id": "a", "text": TEXT, "attributions": where}), encoding="utf-8")
    return TASKS["attribution"](path, Prepared(attributed(TEXT, spans, links)))


def right(found: Scores) -> tuple[int, ...]:
    """How many attributions were right: exact, exact but for the cue, overlapping."""
    return tuple(round(found[name].recall * found[name].count) for name in TUPLES)


def test_attributions_are_cues_with_all_that_is_linked_to_them(tmp_path: Path) -> None:
    found = scores(tmp_path)
    assert [row.name for row in found.rows] == ["source", "cue", "content", *TUPLES]
    assert [row.f1 for row in found.rows] == [1.0] * 6
    assert [row.count for row in found.rows] == [3, 3, 4, 3, 3, 3]


def test_right_spans_with_wrong_links_are_wrong_attributions(tmp_path: Path) -> None:
    crossed = [(6, 0), (6, 1), (6, 3), (2, 4), (2, 5), (2, 7), (8, 9)]
    found = scores(tmp_path, links=crossed)
    assert found["source"].f1 == found["content"].f1 == 1.0
    assert right(found) == (1, 1, 1)


@pytest.mark.parametrize(
    ("dropped", "expected"),
    [
        ((2, 3), (2, 2, 3)),  # one of two contents is missing: still overlapping
        ((2, 1), (2, 2, 2)),  # the only source
        ((6, 5), (2, 2, 3)),  # one of two sources
        ((6, 7), (2, 2, 2)),  # the only content
        ((8, 9), (2, 2, 2)),
    ],
)
def test_what_is_linked_in_part(tmp_path: Path, dropped: tuple[int, int], expected: tuple[int, ...]) -> None:
    assert right(scores(tmp_path, links=[link for link in LINKS if link != dropped])) == expected


def test_a_source_where_the_annotation_has_none_is_wrong(tmp_path: Path) -> None:
    assert right(scores(tmp_path, links=[*LINKS, (8, 4)])) == (2, 2, 2)


def test_a_longer_cue_is_no_exact_one(tmp_path: Path) -> None:
    spans = [("CUE", "word of") if words == "word" else (role, words) for role, words in SPANS]
    assert right(scores(tmp_path, spans=spans)) == (2, 3, 3)


def test_borders_of_contents_count_but_for_overlapping(tmp_path: Path) -> None:
    spans = [("CONTENT", "a truce") if words == "of a truce" else (role, words) for role, words in SPANS]
    assert right(scores(tmp_path, spans=spans)) == (2, 2, 3)


def test_each_annotated_attribution_is_found_once(tmp_path: Path) -> None:
    gold = [{"source": ["the envoy"], "cue": ["said, “too"], "content": ["“It is late,”", "late.”"]}]
    spans = [*SPANS[:4], ("CUE", "too")]
    found = scores(tmp_path, gold=gold, spans=spans, links=[(2, 0), (2, 1), (4, 0), (4, 1)])
    row = found["tuples overlapping"]
    assert (row.precision, row.recall) == (0.5, 1.0)


def test_attributions_annotated_without_cue_are_no_attributions(tmp_path: Path) -> None:
    found = scores(tmp_path, gold=[*GOLD[:2], {**GOLD[2], "cue": []}])
    assert [found[name].count for name in ("cue", "content", *TUPLES)] == [2, 4, 2, 2, 2]


def test_an_attribution_without_content_needs_none(tmp_path: Path) -> None:
    gold = [*GOLD[:1], {**GOLD[1], "content": []}, *GOLD[2:]]
    assert right(scores(tmp_path, gold=gold)) == (2, 2, 3)


def test_without_links_there_are_only_bare_cues(tmp_path: Path) -> None:
    found = scores(tmp_path, links=[])
    assert right(found) == (0, 0, 0)
    assert found["cue"].f1 == 1.0
