"""Scores which entity each mention is linked to, and whether entities are mixed up, on annotations of `kg extract`.

Takes JSON Lines in the form of `kg extract`. Mentions are names and words for nationalities; those of another article's
local groups and of nobody are left out. Rows:

- "mentions": a mention with exactly this span is found;
- "linking", and one row for each type: of those, the entity and what it stands for are right, by the ids that
  `kg.evaluate.alignment` gives. Recall is the share of right answers among all annotated mentions;
- "unmixed": entities all of whose annotated mentions are of one annotated entity, among those found; what lacks to 100
  is the rate of wrong merges. All articles are taken together: one id for two people counts also across articles.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from kg.annotate import Annotator
from kg.evaluate.corpus import Corpus
from kg.evaluate.extractions import aligned
from kg.evaluate.scores import Scores, Tally
from kg.record import Record

KINDS = ("person", "organization", "country", "place", "nationality", "group")
ROWS = ("mentions", "linking", *KINDS, "unmixed")

# So many characters of the text are shown on either side of a wrong mention.
_AROUND = 60


def evaluate(path: Path, annotator: Annotator) -> Scores:
    """Score the extraction.

    Raises:
        UsageError: the file can't be read, or a line is no article in the form of `kg extract`.
    """
    corpus = Corpus.read(path)
    tally = Tally()
    errors: list[str] = []
    meant: dict[str, set[str]] = defaultdict(set)
    texts = words = 0
    for number, found, same, gold in aligned(corpus, annotator):
        try:
            _compare(tally, errors, same, gold)
            _mix(meant, found, gold)
        except (KeyError, TypeError) as error:
            raise corpus.wrong(number, f"no article in the form of kg extract: {error!r}") from error
        texts += 1
        words += len(gold["text"].split())
    for entity, mixed in sorted(meant.items()):
        tally.count("unmixed", right=int(len(mixed) == 1), found=1, wanted=1)
        if len(mixed) > 1:
            errors.append(f"mixed: {entity} is {', '.join(sorted(mixed))}")
    return Scores("linking", path.name, corpus.digest, texts, words, tally.rows(ROWS), tuple(errors))


def _mix(meant: dict[str, set[str]], found: Record, gold: Record) -> None:
    """Notes which annotated entities each one found stands for, by its own id, which other articles have too."""
    ours = {(one["start"], one["end"]): one["entity"] for one in found["mentions"]}
    for mention in gold["mentions"]:
        entity = ours.get((mention["start"], mention["end"]))
        if entity is not None and mention["entity"] is not None and mention["type"] in KINDS:
            meant[entity].add(mention["entity"])


def _compare(tally: Tally, errors: list[str], found: Record, gold: Record) -> None:
    ours = {(one["start"], one["end"]): one for one in found["mentions"]}
    for mention in gold["mentions"]:
        if mention["entity"] is None or mention["type"] not in KINDS:
            continue
        span = mention["start"], mention["end"]
        one = ours.get(span)
        wanted = mention["entity"], mention["refers_to"]
        answer = (one["entity"], one["refers_to"]) if one is not None else None
        tally.count("mentions", right=int(one is not None), found=int(one is not None), wanted=1)
        for row in ("linking", mention["type"]):
            tally.count(row, right=int(answer == wanted), found=int(one is not None), wanted=1)
        if answer != wanted:
            errors.append(_error(gold["text"], span, wanted, answer))


def _error(
    text: str, span: tuple[int, int], wanted: tuple[str | None, ...], answer: tuple[str | None, ...] | None
) -> str:
    start, end = span
    shown = f"{text[max(0, start - _AROUND) : start]}[{text[start:end]}]{text[end : end + _AROUND]}"
    named, told = (" for ".join(filter(None, one or ("nothing",))) for one in (wanted, answer))
    return f"{named}, not {told}: {' '.join(shown.split())}"
