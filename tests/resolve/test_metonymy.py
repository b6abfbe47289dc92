"""Capitals, seats and buildings, read by the real network: the government where they act, else places."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.line import Line
from kg.model import Article

ROWS = [
    tuple(cell.strip() for cell in line.split("|"))
    for line in (Path(__file__).parent / "metonymy_table.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("word", "meant", "sentence"), ROWS, ids=[f"{row[0]}: {row[2][:40]}" for row in ROWS])
def test_what_a_name_stands_for_follows_from_what_it_does(line: Line, word: str, meant: str, sentence: str) -> None:
    found = line.extraction(Article(id="a1", text=sentence, published="2024-05-14", language="en"))
    start = sentence.index(word)
    (mention,) = (one for one in found.mentions if one.start <= start < one.end and one.form == "name")
    answer = mention.refers_to or ("place" if (mention.entity or "").startswith("place/") else mention.entity)
    assert answer == meant, mention.why
