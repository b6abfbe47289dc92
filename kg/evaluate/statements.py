"""Scores whole extractions against annotations in the form of `kg extract`, statements field by field.

A statement is found when its cue overlaps that of an annotated one and their contents share three tenths of their
characters (intersection over union), or when their contents share six tenths whatever the cue. Each is used once, the
best pairs first, one with the same speaker before one without. The rows of single fields are over the statements found.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kg.annotate import Annotator
from kg.evaluate.corpus import Corpus
from kg.evaluate.scores import Scores, Tally
from kg.line import Line
from kg.model import Article
from kg.record import Record, record

#: Single values of a statement that are compared where both have found it.
FIELDS = ("act", "form", "polarity", "certainty")
ROWS = ("statements", "statements with speaker", *FIELDS, "time", "parent", "about", "targets", "entities", "meetings")

_LEAST_WITH_CUE, _LEAST_WITHOUT = 0.3, 0.6


def evaluate(path: Path, annotator: Annotator) -> Scores:
    """Score the extraction.

    Raises:
        UsageError: the file can't be read, or a line is no article in the form of `kg extract`.
    """
    corpus = Corpus.read(path)
    line = Line(annotator=annotator)
    tally = Tally()
    texts = words = 0
    for number, gold in corpus.records():
        try:
            found = record(line.extraction(_article(gold)))
            _compare(tally, number, found, gold)
        except (KeyError, TypeError) as error:
            raise corpus.wrong(number, f"no article in the form of kg extract: {error!r}") from error
        texts += 1
        words += len(gold["text"].split())
    return Scores("statements", path.name, corpus.digest, texts, words, tally.rows(ROWS))


def _article(gold: Record) -> Article:
    about = gold["article"]
    return Article(
        id=about["id"],
        text=gold["text"],
        title=about.get("title"),
        author=about.get("author"),
        publisher=about.get("publisher"),
        published=about.get("published"),
        language=about.get("language"),
        dateline=about.get("dateline"),
    )


def _compare(tally: Tally, number: int, found: Record, gold: Record) -> None:
    pairs = _pairs(found["statements"], gold["statements"])
    ours, theirs = range(len(found["statements"])), range(len(gold["statements"]))
    partner = dict(pairs)
    tally.compare("statements", {(number, partner.get(i, f"no {i}")) for i in ours}, {(number, j) for j in theirs})
    spoken = {
        i: j
        for i, j in pairs
        if found["statements"][i]["speaker"]["entity"] == gold["statements"][j]["speaker"]["entity"]
    }
    tally.compare(
        "statements with speaker", {(number, spoken.get(i, f"no {i}")) for i in ours}, {(number, j) for j in theirs}
    )
    for i, j in pairs:
        _fields(tally, found["statements"][i], gold["statements"][j])
    here = gold["article"]["id"]
    tally.compare("entities", *({e["id"] for e in one["entities"] if here not in e["id"]} for one in (found, gold)))
    _meetings(tally, found["meetings"], gold["meetings"])


def _fields(tally: Tally, one: Record, other: Record) -> None:
    for field in FIELDS:
        tally.compare(field, {one[field]}, {other[field]})
    tally.compare("time", *({_time(each)} if _time(each) else set() for each in (one, other)))
    tally.compare("parent", {bool(one["parent"])}, {bool(other["parent"])})
    both = [{(about["entity"], about["role"]) for about in each["about"]} for each in (one, other)]
    tally.compare("about", *both)
    tally.compare("targets", *({entity for entity, role in each if role == "target"} for each in both))


def _time(one: Record) -> str | None:
    return one["time"]["value"] if one["time"] else None


def _pairs(found: list[Record], gold: list[Record]) -> list[tuple[int, int]]:
    """Which statement found is which annotated one, as indices; the best first."""
    ranked = []
    for i, one in enumerate(found):
        for j, other in enumerate(gold):
            shared = _shared(one["content"], other["content"])
            overlaps = max(one["cue"]["span"][0], other["cue"]["span"][0]) < min(
                one["cue"]["span"][1], other["cue"]["span"][1]
            )
            if shared >= (_LEAST_WITH_CUE if overlaps else _LEAST_WITHOUT):
                same = one["speaker"]["entity"] == other["speaker"]["entity"]
                ranked.append((shared + overlaps + same, -i, -j))
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(ranked, reverse=True):
        if all(-i != used and -j != taken for used, taken in pairs):
            pairs.append((-i, -j))
    return pairs


def _shared(one: list[list[int]], other: list[list[int]]) -> float:
    """Intersection over union of two lists of spans, in characters."""
    first, second = ({i for start, end in spans for i in range(start, end)} for spans in (one, other))
    return len(first & second) / len(first | second) if first | second else 0.0


def _meetings(tally: Tally, found: list[Record], gold: list[Record]) -> None:
    """A meeting is found with its place, where no time contradicts, or with two of its participants."""
    taken: set[int] = set()
    partner: dict[int, int] = {}
    for i, one in enumerate(found):
        match = next((j for j, other in enumerate(gold) if j not in taken and _same_meeting(one, other)), None)
        if match is not None:
            taken.add(match)
            partner[i] = match
    tally.compare("meetings", {partner.get(i, f"no {i}") for i in range(len(found))}, set(range(len(gold))))


def _same_meeting(one: dict[str, Any], other: dict[str, Any]) -> bool:
    times = {_time(one), _time(other)} - {None}
    if one["place"] and one["place"] == other["place"] and len(times) < 2:
        return True
    people = [{each["entity"] for each in meeting["participants"]} for meeting in (one, other)]
    return len(people[0] & people[1]) >= 2
