"""Scores the meetings of whole extractions against annotations in the form of `kg extract`, field by field.

A meeting is found with its place, where no time contradicts, or with two of its participants; where both have neither a
place nor two participants ("the council meets on Monday"), with the one that they have and the time. Each is used once,
the best pairs first. The rows of fields are over the meetings found: participants, the same with their roles, place,
time and status; a topic is right where it shares half of its words or more with the annotated one, articles and
prepositions aside.
"""

from __future__ import annotations

from pathlib import Path

from kg.annotate import Annotator
from kg.evaluate.corpus import Corpus
from kg.evaluate.extractions import aligned
from kg.evaluate.matching import pairs, shared
from kg.evaluate.scores import Scores, Tally
from kg.record import Record

ROWS = ("meetings", "participants", "participants with role", "place", "time", "topic", "status")

_EMPTY = frozenset("a an the of on in at for to and over about its their his her".split())
_ENOUGH = 0.5


def evaluate(path: Path, annotator: Annotator) -> Scores:
    """Score the extraction.

    Raises:
        UsageError: the file can't be read, or a line is no article in the form of `kg extract`.
    """
    corpus = Corpus.read(path)
    tally = Tally()
    errors: list[str] = []
    texts = words = 0
    for number, _, found, gold in aligned(corpus, annotator):
        try:
            errors += (f"{number}: {error}" for error in _compare(tally, found, gold))
        except (KeyError, TypeError) as error:
            raise corpus.wrong(number, f"no article in the form of kg extract: {error!r}") from error
        texts += 1
        words += len(gold["text"].split())
    return Scores("meetings", path.name, corpus.digest, texts, words, tally.rows(ROWS), tuple(errors))


def same_meeting(one: Record, other: Record) -> float:
    """How much a meeting found shares with an annotated one; 0 where it is another."""
    times = {_time(one), _time(other)} - {None}
    same_place = bool(one["place"]) and one["place"] == other["place"]
    people = [{each["entity"] for each in meeting["participants"]} for meeting in (one, other)]
    common = len(people[0] & people[1])
    bare = all(len(each["participants"]) == 1 and each["place"] is None for each in (one, other))
    if common < 2 and not (same_place and len(times) < 2) and not (bare and common and len(times) == 1):
        return 0.0
    return common + same_place + shared([one["span"]], [other["span"]])


def _compare(tally: Tally, found: Record, gold: Record) -> list[str]:
    """Counts the meetings of one article; tells what is wrong."""
    ours, theirs, text = found["meetings"], gold["meetings"], gold["text"]
    same = pairs(ours, theirs, same_meeting)
    tally.count("meetings", right=len(same), found=len(ours), wanted=len(theirs))
    errors = [f"missed: {_told(theirs[j], text)}" for j in sorted(set(range(len(theirs))) - {j for _, j in same})]
    errors += [f"no meeting: {_told(ours[i], text)}" for i in sorted(set(range(len(ours))) - {i for i, _ in same})]
    for i, j in same:
        one, other = _values(ours[i]), _values(theirs[j])
        topics = _topic(one.pop("topic")), _topic(other.pop("topic"))
        right = bool(topics[0]) and bool(topics[1]) and len(topics[0] & topics[1]) >= _ENOUGH * len(topics[1])
        tally.count("topic", right=int(right), found=int(bool(topics[0])), wanted=int(bool(topics[1])))
        if not right and any(topics):
            errors.append(f"topic: {ours[i]['topic']!r}, not {theirs[j]['topic']!r}: {_told(theirs[j], text)}")
        for name, values in one.items():
            tally.compare(name, values, other[name])
            if values != other[name]:
                answer, wanted = (", ".join(sorted(map(str, each))) or "none" for each in (values, other[name]))
                errors.append(f"{name}: {answer}, not {wanted}: {_told(theirs[j], text)}")
    return errors


def _values(meeting: Record) -> dict[str, set[str]]:
    """What is compared of a meeting, by row."""
    people = [(each["entity"], each["role"]) for each in meeting["participants"]]
    return {
        "participants": {entity for entity, _ in people},
        "participants with role": {f"{entity} ({role})" for entity, role in people},
        "place": {meeting["place"]} - {None},
        "time": {_time(meeting) or ""} - {""},
        "topic": {meeting["topic"] or ""} - {""},
        "status": {meeting["status"]},
    }


def _topic(values: set[str]) -> set[str]:
    return {word.strip(".,;“”\"'") for value in values for word in value.lower().split()} - _EMPTY


def _time(meeting: Record) -> str | None:
    return meeting["time"]["value"] if meeting["time"] else None


def _told(meeting: Record, text: str) -> str:
    """Who meets, and the words that say so with those around them."""
    start, end = meeting["span"]
    words = " ".join(f"{text[max(0, start - 60) : start]}[{text[start:end]}]{text[end : end + 60]}".split())
    return f"{' and '.join(each['entity'] for each in meeting['participants']) or 'nobody'}: {words}"
