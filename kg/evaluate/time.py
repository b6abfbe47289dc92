"""Scores when statements are said and meetings held, against annotations in the form of `kg extract`.

The rows "statements" and "meetings" are over those found: a time is right where its value is the annotated one, so one
that is found where none is told costs precision. "all" is both; "dates" are the words marked as dates, overlapping.
A statement is the annotated one with which it shares three tenths of its content's characters, a meeting the one with
which it shares two of its participants and place; of several the one with more in common, its words included. Actors
are compared as `kg.evaluate.alignment` has them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kg.annotate import Annotator
from kg.evaluate.corpus import Corpus
from kg.evaluate.extractions import aligned
from kg.evaluate.matching import pairs, shared
from kg.evaluate.scores import Scores, Tally
from kg.evaluate.sentences import shown
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
    errors: list[str] = []
    texts = words = 0
    for number, _, same, gold in aligned(corpus, annotator):
        try:
            errors += [f"line {number}: {each}" for each in _compare(tally, same, gold)]
        except (KeyError, TypeError) as error:
            raise corpus.wrong(number, f"no article in the form of kg extract: {error!r}") from error
        texts += 1
        words += len(gold["text"].split())
    return Scores("time", path.name, corpus.digest, texts, words, tally.rows(ROWS), tuple(errors))


def _compare(tally: Tally, found: Record, gold: Record) -> Iterator[str]:
    """Counts what is right, and tells what is wrong."""
    yield from _dates(tally, found, gold)
    yield from _times(tally, "statements", found, gold, _same_statement)
    yield from _times(tally, "meetings", found, gold, _same_meeting)


def _dates(tally: Tally, found: Record, gold: Record) -> Iterator[str]:
    ours, theirs = (
        [(one["start"], one["end"]) for one in each["mentions"] if one["type"] == "date"] for each in (found, gold)
    )
    same = pairs(ours, theirs, lambda one, other: shared([one], [other]))
    tally.count("dates", right=len(same), found=len(ours), wanted=len(theirs))
    for spans, paired, verdict in ((ours, {i for i, _ in same}, "no date"), (theirs, {j for _, j in same}, "missed")):
        for i, span in enumerate(spans):
            if i not in paired:
                yield f"dates: {verdict}: {shown(gold['text'], [span])}"


def _times(
    tally: Tally, kind: str, found: Record, gold: Record, worth: Callable[[Record, Record], float]
) -> Iterator[str]:
    ours, theirs = found[kind], gold[kind]
    for i, j in pairs(ours, theirs, worth):
        times = [{one["time"]["value"]} if one["time"] else set() for one in (ours[i], theirs[j])]
        for row in (kind, "all"):
            tally.compare(row, *times)
        if times[0] != times[1]:
            answer, wanted = ("".join(each) or "no time" for each in times)
            words = [theirs[j]["cue"]["span"]] if kind == "statements" else [theirs[j]["span"]]
            yield f"{kind}: {wanted}, not {answer}: {shown(gold['text'], words)}"


def _same_statement(one: Record, other: Record) -> float:
    contents = shared(one["content"], other["content"])
    return contents + shared([one["cue"]["span"]], [other["cue"]["span"]]) if contents >= _LEAST_CONTENT else 0.0


def _same_meeting(one: Record, other: Record) -> float:
    common = len(_taking_part(one["participants"]) & _taking_part(other["participants"]))
    common += one["place"] is not None and one["place"] == other["place"]
    return common + shared([one["span"]], [other["span"]]) if common >= 2 else 0.0


def _taking_part(participants: Sequence[Record]) -> set[str]:
    return {one["entity"] for one in participants}
