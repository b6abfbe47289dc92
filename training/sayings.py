"""What is done by saying something, and at whom it is aimed: annotated by us, for the network's ninth head.

``sayings.tsv`` tells it of PolNeAR's attributions, whose texts it does not hold: a row for each article, with the
`kg.ids.digest` of its name and for each cue ``START ACT`` or ``START ACT BEGIN END``: characters of the article, the
last two of the words that name at whom it is aimed; ``START ACT -`` where it is at nobody.

``attributions.tsv`` has whole attributions of Worldwide Newswire, which has none: a row for each article, with the
digest of its file's name and for each attribution ``SOURCE CUE CONTENT ACT AIM``, stretches of characters
(``12-20,31-45``; ``-`` for none) of the text from its first annotated word to its last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from kg.model import ACTS
from training.documents import Document, Saying
from training.words import plain, tokenize, within

SAYINGS = Path(__file__).parent / "sayings.tsv"
ATTRIBUTIONS = Path(__file__).parent / "attributions.tsv"
EXAMPLES = Path(__file__).parents[1] / "data/gold/training/acts.txt"

_MARKS = re.compile(r"[{}<>]")


Spans = Sequence[Sequence[int]]  # of characters: [begin, end]


@dataclass(frozen=True, slots=True)
class Done:
    """An act by a cue and its content.

    Attributes:
        cue, content: where they stand.
        act: one of `kg.model.ACTS`.
        aim: the words that name at whom it is aimed; none where it is at nobody, None where they are not known.
    """

    cue: Spans
    content: Spans
    act: str
    aim: Spans | None


def read(path: Path = SAYINGS) -> dict[str, dict[int, tuple[str, Spans | None]]]:
    """By the digest of an article's name and the first character of the cue: the act, and its aim as `Done` has it."""
    found: dict[str, dict[int, tuple[str, Spans | None]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        article, *rows = line.split("\t")
        cues = found[article] = {}
        for row in rows:
            start, act, *aim = row.split(" ")
            span = [[int(aim[0]), int(aim[1])]] if len(aim) == 2 else []
            cues[int(start)] = act, span if aim else None
    return found


def whole(path: Path = ATTRIBUTIONS) -> dict[str, tuple[list[dict[str, Spans]], list[Done]]]:
    """By the digest of an article's name: its attributions by role, and what is done by those that have a cue."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        article, *rows = line.split("\t")
        attributions, done = [], []
        for row in rows:
            *roles, act, aim = row.split(" ")
            source, cue, content, aimed_at = (_spans(one) for one in (*roles, aim))
            attributions.append({"source": source, "cue": cue, "content": content})
            done.append(Done(cue, content, act, aimed_at))
        found[article] = attributions, done
    return found


def _spans(told: str) -> list[list[int]]:
    return [] if told == "-" else [[int(place) for place in span.split("-")] for span in told.split(",")]


def of_attributions(
    attributions: Iterable[Mapping[str, Spans]], known: Mapping[int, tuple[str, Spans | None]]
) -> list[Done]:
    """Of one article of PolNeAR, by what `read` has of it."""
    cued = [one for one in attributions if one["cue"] and one["cue"][0][0] in known]
    return [Done(one["cue"], one["content"], *known[one["cue"][0][0]]) for one in cued]


def of_statements(record: Mapping[str, Any]) -> list[Done]:
    """Of one article of our own gold: aims are names, and known where one stands in the content."""
    found = []
    for one in record["statements"]:
        if one["cue"] is None:
            continue
        meant = {about["entity"] for about in one["about"] if about["role"] == "target"}
        named = [
            [mention["start"], mention["end"]]
            for mention in record["mentions"]
            if mention["entity"] in meant
            and any(start <= mention["start"] and mention["end"] <= end for start, end in one["content"])
        ]
        found.append(Done([one["cue"]["span"]], one["content"], one["act"], None if meant and not named else named))
    return found


def sayings(doc: Doc, position: dict[int, int], done: Iterable[Done]) -> list[Saying]:
    """What is done in a text, in words.

    Args:
        doc: the text.
        position: of each of its tokens among the words.
        done: by characters.
    """

    def words(spans: Spans) -> list[int]:
        return sorted({word for start, end in spans for word in within(doc, position, start, end)})

    found = []
    for one in done:
        cue, content, aim = words(one.cue), words(one.content), one.aim and words(one.aim)
        if cue and content:
            found.append(Saying(cue, content, ACTS.index(one.act), None if one.aim and not aim else aim))
    return found


def examples(path: Path = EXAMPLES) -> list[Document]:
    """Invented sentences, ``act | text with {cue} and <content> | at whom``."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        act, marked, aim = (part.strip() for part in line.split(" | "))
        spans: dict[str, list[list[int]]] = {"{": [], "<": []}
        opened: list[int] = []
        for removed, match in enumerate(_MARKS.finditer(marked)):
            place = match.start() - removed
            if match.group() in spans:
                opened = [place]
                spans[match.group()].append(opened)
            else:
                opened.append(place)
        text = _MARKS.sub("", marked)
        at = text.find(aim)
        known = [] if aim == "-" else None if at < 0 else [[at, at + len(aim)]]
        doc = tokenize(text)
        words, position = plain(doc)
        found.append(Document(words=words, sayings=sayings(doc, position, [Done(spans["{"], spans["<"], act, known)])))
    return found
