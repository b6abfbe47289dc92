"""Reading GAP."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.evaluate.corpus import Corpus
from kg.evaluate.gap import passages

HEADER = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"
TEXT = "Mara Quist met Tove Ilves before she left; Quist was late."


def row(**changes: object) -> str:
    columns = {
        "id": "x-1", "text": TEXT, "pronoun": "she", "at": 33, "a": "Mara Quist", "a_at": 0, "a_meant": "TRUE",
        "b": "Tove Ilves", "b_at": 15, "b_meant": "FALSE", "url": "http://example.org",
    }  # fmt: skip
    return "\t".join(str(value) for value in (columns | changes).values()) + "\n"


def read(folder: Path, content: str) -> Corpus:
    path = folder / "gap.tsv"
    path.write_text(content, encoding="utf-8")
    return Corpus.read(path)


def test_names_and_the_pronoun_lie_where_the_offsets_say(tmp_path: Path) -> None:
    (first, second) = passages(read(tmp_path, HEADER + row() + row(b="Quist", b_at=43)))
    assert (first.text, first.pronoun) == (TEXT, (33, 36))
    assert [(name.span, name.meant) for name in first.names] == [((0, 10), True), ((15, 25), False)]
    assert second.names[1].span == (43, 48)  # not the first "Quist" of the text


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "1: not GAP"),
        (row(), "1: not GAP"),
        (HEADER + row() + "x\ty\n", "3: 2 columns"),
        (HEADER + row(at=32), "2: “she” is not at 32"),
        (HEADER + row(a_at=-1), "2: “Mara Quist” is not at -1"),
        (HEADER + row(b_at=99), "2: “Tove Ilves” is not at 99"),
        (HEADER + row(a=""), "2: “” is not at 0"),
        (HEADER + row(b_meant="yes"), "2: A-coref and B-coref"),
    ],
)
def test_what_does_not_fit_is_told_with_its_line(tmp_path: Path, content: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        list(passages(read(tmp_path, content)))
