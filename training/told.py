"""What the line finds of whom, when, where and to whom in our reports: ``python -m training.told [FIELD [FOLDER]]``.

Against ``told.tsv`` of `data/gold/training/reports` and of `reports_dev`, on which no rule is made: for targets,
topics, time, place and listeners F1, precision, recall and how many are told. With a field (and a folder, else the
first) its errors instead, each with its words.

A reader wrote words, not ids: what was found is right where one of its names has the other within it. Statements are
paired by cue and content, whoever speaks; those that only one side has are left out.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from kg.evaluate.matching import pairs
from kg.evaluate.scores import Tally
from kg.line import Line
from kg.model import Article, Extraction, Mention, Span, Statement
from kg.read import dates
from kg.read.dateline import dateline
from training import reports
from training.corpora import OWN
from training.reports import Report, Told

FIELDS = tuple(field.name for field in fields(Told))
# Whose weekdays are those of a report that tells no day of its own.
_PUBLISHED = "2026-06-17"
# The least share that the contents of a statement and of an attribution have in common.
_ALIKE = 0.4
# Before the name of a day or of a place.
_CASES = ("on ", "in ", "at ", "the ", "late ", "early ")
# So many characters before and behind a statement are shown with its errors.
_BEFORE, _BEHIND = 350, 30

Names = list[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A statement of a text, what a reader was told of it, and what was found, each by all its names."""

    text: str
    name: str
    statement: Statement
    told: Told
    names: dict[str, list[Names]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("field", nargs="?", choices=FIELDS)
    parser.add_argument("folder", nargs="?", type=Path, default=OWN / "reports")
    given = parser.parse_args()
    line = Line()
    if given.field:
        for one in found(given.folder, line):
            show(one, given.field)
        return
    for folder in (OWN / "reports", OWN / "reports_dev"):
        print(folder.name)
        for row in scores(found(folder, line)).rows(FIELDS):
            told = f"F1 {100 * row.f1:5.1f}  P {100 * row.precision:5.1f}  R {100 * row.recall:5.1f}"
            print(f"    {row.name:<12}{told}  ({row.count})", flush=True)


def found(folder: Path, line: Line) -> Iterator[Found]:
    """The statements of all reports of a folder that the line finds, too."""
    for report in reports.read(folder):
        opening = dateline(report.text.partition("\n")[0])
        begin = opening.end if opening is not None else 0
        if any(span[0] < begin for one in report.attributions for role in one.values() for span in role):
            begin, opening = 0, None
        published = opening.date if opening is not None else dates.found(report.text.partition("\n")[0])
        article = Article(
            id=report.name.replace("/", "-"),
            text=report.text[begin:],
            published=published or _PUBLISHED,
            dateline=opening.place if opening is not None else None,
        )
        yield from _paired(report, begin, line.extraction(article))


def _paired(report: Report, begin: int, extraction: Extraction) -> Iterator[Found]:
    text = extraction.article.text
    done = [(_moved(one.cue, begin), _moved(one.content, begin)) for one in report.done]

    def alike(one: Statement, other: tuple[list[Span], list[Span]]) -> float:
        if not _shared([one.cue.span], other[0]):
            return 0.0
        characters = sum(end - start for start, end in (*one.content, *other[1]))
        share = 2 * _shared(one.content, other[1]) / characters
        return share if share > _ALIKE else 0.0

    for i, j in pairs(extraction.statements, done, alike):
        one = extraction.statements[i]
        yield Found(text, f"{report.name} {j + 1}", one, report.told[j], dict(_names(one, extraction)))


def _names(one: Statement, extraction: Extraction) -> Iterator[tuple[str, list[Names]]]:
    text = extraction.article.text

    def called(mention: Mention) -> Names:
        entity = next((each for each in extraction.entities if each.id == mention.actor), None)
        same = (each for each in extraction.mentions if each.actor == mention.actor)
        known = (entity.label, *entity.aliases) if entity is not None else ()
        return [text[slice(*mention.span)], *known, *(text[slice(*each.span)] for each in same)]

    for role in ("target", "topic"):
        yield f"{role}s", [called(each.mention) for each in one.about if each.role == role]
    yield "time", [[one.time.text]] if one.time is not None else []
    yield "place", [called(one.place)] if one.place is not None else []
    yield "listeners", [called(each) for each in one.addressees]


def scores(statements: Iterable[Found]) -> Tally:
    """How many are right of each field."""
    tally = Tally()
    for one in statements:
        for name in FIELDS:
            told = getattr(one.told, name)
            missed, _ = _different(one.names[name], told)
            tally.count(name, right=len(told) - len(missed), found=len(one.names[name]), wanted=len(told))
    return tally


def show(one: Found, name: str) -> None:
    """Print what is wrong of a field of a statement, where anything is."""
    missed, more = _different(one.names[name], getattr(one.told, name))
    if not missed and not more:
        return
    said = one.statement
    spans = (said.cue.span, *said.content)
    begin = max(0, min(start for start, _ in spans) - _BEFORE)
    shown = " ".join(one.text[begin : max(end for _, end in spans) + _BEHIND].split())
    different = f"{missed or 'nothing'}, not {more or 'nothing'}"
    print(f"{one.name} {said.speaker.entity} {said.cue.lemma}: {different}\n    {shown}")


def _different(names: Sequence[Names], told: Sequence[str]) -> tuple[list[str], list[str]]:
    """What only the reader has, and what only was found."""
    missed, more = list(told), []
    for each in names:
        same = next((words for words in missed if any(_is_within(words, name) for name in each)), None)
        if same is None:
            more.append(each[0])
        else:
            missed.remove(same)
    return missed, more


def _is_within(one: str, other: str) -> bool:
    short, long = sorted((_plain(one), _plain(other)), key=len)
    return short == long or (len(short) > 2 and short in long)


def _plain(words: str) -> str:
    plain = " ".join(words.lower().split())
    for case in _CASES:
        plain = plain.removeprefix(case)
    return plain


def _moved(spans: Iterable[Sequence[int]], by: int) -> list[Span]:
    return [(start - by, end - by) for start, end in spans]


def _shared(one: Iterable[Span], other: Sequence[Span]) -> int:
    """The characters that both have."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


if __name__ == "__main__":
    main()
