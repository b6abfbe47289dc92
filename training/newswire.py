"""Worldwide Newswire: articles from outside the West, with names marked by people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from kg.evaluate.corpus import runs


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its names.

    Attributes:
        name: of its file.
        text: from its first annotated word to its last, which our tables count characters of, too.
        names: (begin, end, kind) of characters; the kinds are the corpus's.
    """

    name: str
    text: str
    names: list[tuple[int, int, str]]


def read(folder: Path) -> Iterator[Article]:
    """Every article that can be told apart into its words.

    The words of the corpus have lost the spaces and paragraphs between them, so they are sought in the article as it
    was published; articles of which a letter was lost too are left out.
    """
    for path in sorted(folder.glob("*.tsv")):
        text = path.with_suffix("").read_text(encoding="utf-8", errors="replace")
        lines = (line for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
        rows = [("".join(word.split()), label or "O") for word, _, label in (line.partition("\t") for line in lines)]
        places = [i for i, char in enumerate(text) if not char.isspace()]
        ends = [0, *accumulate(len(word) for word, _ in rows)]
        first = "".join(text[i] for i in places).find("".join(word for word, _ in rows))
        if first < 0 or not rows:
            continue
        places = places[first : first + ends[-1]]
        begin = places[0]
        yield Article(
            name=path.stem,
            text=text[begin : places[-1] + 1],
            names=[
                (places[ends[start]] - begin, places[ends[end] - 1] + 1 - begin, kind)
                for start, end, kind in runs([label for _, label in rows])
            ],
        )
