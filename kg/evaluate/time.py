"""Scores when statements are said and meetings held, against annotations in the form of `kg extract`.

The rows "statements" and "meetings" are over those found: a time is right where its value is the annotated one, so one
that is found where none is told costs precision. "all" is both; "dates" are the words marked as dates, overlapping.
A statement is the annotated one with which it shares three tenths of its content's characters, a meeting the one with
which it shares two of its participants and place; of several the one with more in common, its words included.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from kg.annotate import Annotator
from kg.evaluate.corpus import Corpus
from kg.evaluate.extractions import extractions
from kg.evaluate.matching import pairs, shared
from kg.evaluate.scores import Scores, Tally
from kg.record import Record

ROWS = ("dates", "statements", "meetings", "all")

_LEAST_CONTENT = 0.3  # as in kg.evaluate.statements


def evaluate(path: Path, annotator: Annotator) -> Scores:
    """Score the times.

    Raises:
        UsageError: the file can't be read, or a line is no article in the form of `kg extract`.
    """
    corpus = Corpus.read(path)
    tally = Tally()
    texts = words = 0
    for number, found, gold in extractions(corpus, annotator):
        try:
            _compare(tally, found, gold)
        except (KeyError, TypeError) as error:
            raise corpus.wrong(number, f"no article in the form of kg extract: {error!r}") from error
        texts += 1
        words += len(gold["text"].split())
    return Scores("time", path.name, corpus.digest, texts, words, tally.rows(ROWS))


def _compare(tally: Tally, found: Record, gold: Record) -> None:
    _dates(tally, found, gold)
    _times(tally, "statements", found, gold, _same_statement)
    _times(tally, "meetings", found, gold, _same_meeting)


def _dates(tally: Tally, found: Record, gold: Record) -> None:
    ours, theirs = (
        [(one["start"], one["end"]) for one in each["mentions"] if one["type"] == "date"] for each in (found, gold)
    )
    same = pairs(ours, theirs, lambda one, other: shared([one], [other]))
    tally.count("dates", right=len(same), found=len(ours), wanted=len(theirs))


def _times(tally: Tally, kind: str, found: Record, gold: Record, worth: Callable[[Record, Record], float]) -> None:
    ours, theirs = found[kind], gold[kind]
    for i, j in pairs(ours, theirs, worth):
        times = [{one["time"]["value"]} if one["time"] else set() for one in (ours[i], theirs[j])]
        for row in (kind, "all"):
            tally.compare(row, *times)


def _same_statement(one: Record, other: Record) -> float:
    contents = shared(one["content"], other["content"])
    return contents + shared([one["cue"]["span"]], [other["cue"]["span"]]) if contents >= _LEAST_CONTENT else 0.0


def _same_meeting(one: Record, other: Record) -> float:
    common = len(_taking_part(one["participants"]) & _taking_part(other["participants"]))
    common += one["place"] is not None and one["place"] == other["place"]
    return common + shared([one["span"]], [other["span"]]) if common >= 2 else 0.0


def _taking_part(participants: Sequence[Record]) -> set[str]:
    return {one["entity"] for one in participants}
