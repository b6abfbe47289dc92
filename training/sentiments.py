"""Stances of sentences of PolNeAR towards somebody whom they name, annotated by us: ``stances.tsv``, without the texts.

A row for each article, with the `kg.ids.digest` of its name and for each sentence ``BEGIN END FROM TO STANCE``:
characters of the article, for the sentence and for who is named in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.evaluate.stance import STANCES, Sentence, Target

TABLE = Path(__file__).parent / "stances.tsv"


def read(texts: Mapping[str, str], table: Path = TABLE) -> Iterator[Sentence]:
    """The sentences of the articles that there are, of texts by the digest of their names."""
    for line in table.read_text(encoding="utf-8").splitlines():
        article, *rows = line.split("\t")
        for row in rows if article in texts else ():
            *places, told = row.split(" ")
            begin, end, start, stop = map(int, places)
            target = Target((start - begin, stop - begin), STANCES[STANCES.index(told)])
            yield Sentence(texts[article][begin:end], (target,))
