"""Scores whole extractions against annotations in the form of `kg extract`, statements field by field.

A statement is found when its cue overlaps that of an annotated one and their contents share three tenths of their
characters (intersection over union), or when their contents share six tenths whatever the cue. Each is used once, the
best pairs first, one with the same speaker before one without. The rows of single fields are over the statements found.
"""

from __future__ import annotations

from pathlib import Path

from kg.annotate import Annotator
from kg.evaluate.corpus import Corpus
from kg.evaluate.extractions import extractions
from kg.evaluate.matching import pairs, shared
from kg.evaluate.scores import Scores, Tally
from kg.record import Record

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
    tally = Tally()
    texts = words = 0
    for number, found, gold in extractions(corpus, annotator):
        try:
            _compare(tally, found, gold)
        except (KeyError, TypeError) as error:
            raise corpus.wrong(number, f"no article in the form of kg extract: {error!r}") from error
        texts += 1
        words += len(gold["text"].split())
    return Scores("statements", path.name, corpus.digest, texts, words, tally.rows(ROWS))


def _compare(tally: Tally, found: Record, gold: Record) -> None:
    ours, theirs = found["statements"], gold["statements"]
    same = [(ours[i], theirs[j]) for i, j in pairs(ours, theirs, _agreement)]
    spoken = [one for one, other in same if one["speaker"]["entity"] == other["speaker"]["entity"]]
    tally.count("statements", right=len(same), found=len(ours), wanted=len(theirs))
    tally.count("statements with speaker", right=len(spoken), found=len(ours), wanted=len(theirs))
    for one, other in same:
        _fields(tally, one, other)
    here = gold["article"]["id"]
    tally.compare("entities", *({e["id"] for e in one["entities"] if here not in e["id"]} for one in (found, gold)))
    meetings = found["meetings"], gold["meetings"]
    tally.count("meetings", right=len(pairs(*meetings, _same_meeting)), found=len(meetings[0]), wanted=len(meetings[1]))


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


def _agreement(one: Record, other: Record) -> float:
    """How well a statement found agrees with an annotated one; 0 where it is another."""
    contents = shared(one["content"], other["content"])
    cues = shared([one["cue"]["span"]], [other["cue"]["span"]]) > 0
    if contents < (_LEAST_WITH_CUE if cues else _LEAST_WITHOUT):
        return 0.0
    return contents + cues + bool(one["speaker"]["entity"] == other["speaker"]["entity"])


def _same_meeting(one: Record, other: Record) -> float:
    """How much a meeting found shares with an annotated one; 0 where it is another.

    It is found with its place, where no time contradicts, or with two of its participants.
    """
    times = {_time(one), _time(other)} - {None}
    same_place = bool(one["place"]) and one["place"] == other["place"]
    people = [{each["entity"] for each in meeting["participants"]} for meeting in (one, other)]
    common = len(people[0] & people[1])
    if common < 2 and not (same_place and len(times) < 2):
        return 0.0
    return common + same_place + shared([one["span"]], [other["span"]])
