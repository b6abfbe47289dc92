"""Our own reports for the network to learn from, ``data/gold/training/reports``: what is said is marked in the text.

A file has many reports, each under a line ``== NAME``. Marks stand around the words of an attribution: ``[s1 its
source]``, ``[c1 its cue]``, ``[t1 its content]``; where two share words, ``[s1,2 ...]``. Below a line ``--`` is a row
for each number, ``1 ACT | AIM``: what is done, and the words of the content that name at whom it is aimed, ``-`` for
nobody, ``?`` for somebody whom the content does not name.

``told.tsv`` beside them, where there is one, has a row for each number with what a second reader found in the whole
report, as `Told` has it: ``REPORT NUMBER TARGETS TOPICS TIME PLACE LISTENERS``, parted by tabs; ``-`` for nothing,
``; `` between several.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.model import ACTS
from training.sayings import Done

_REPORT = re.compile(r"^== (\S+)\n", re.MULTILINE)
_MARK = re.compile(r"\[([sct])(\d+(?:,\d+)*) |\]")
_ROW = re.compile(r"(\d+) (\w+) \| (.+)")
# A last word of fewer letters may be another's.
_SHORTEST = 3
_ROLES = {"s": "source", "c": "cue", "t": "content"}


@dataclass(frozen=True, slots=True)
class Told:
    """What a report tells of a statement, in its own words, wherever they stand in it.

    Attributes:
        targets, topics: actors, by the fullest name that the report has for them.
        time, place: date words and the name of a place; where it was said, and when.
        listeners: to whom it was said.
    """

    targets: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    time: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    listeners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A text, its attributions by role as lists of [begin, end] characters, and what is done by each.

    `told` is parallel to `done`; empty where nobody has read the report for it.
    """

    name: str
    text: str
    attributions: list[dict[str, list[list[int]]]]
    done: list[Done]
    told: list[Told] = field(default_factory=list)


def read(folder: Path) -> Iterator[Report]:
    """All reports of the files of a folder.

    Raises:
        ValueError: a report is marked wrongly; says which and how.
    """
    told = _told(folder / "told.tsv")
    for path in sorted(folder.glob("*.txt")):
        _, *parts = _REPORT.split(path.read_text(encoding="utf-8"))
        for name, marked in zip(parts[::2], parts[1::2], strict=True):
            try:
                yield _report(f"{path.stem}/{name}", marked, told)
            except ValueError as error:
                raise ValueError(f"{path}, report {name}: {error}") from error


def _told(path: Path) -> dict[tuple[str, str], Told]:
    """By report and number; nothing where there is no such table."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()) if path.exists() else ()
    return {
        (report, number): Told(*(() if words == "-" else tuple(words.split("; ")) for words in columns))
        for report, number, *columns in rows
    }


def _report(name: str, marked: str, told_of: Mapping[tuple[str, str], Told]) -> Report:
    body, _, rows = marked.partition("\n--\n")
    text, spans = _spans(body.strip())
    done: dict[str, Done] = {}
    found: list[Told] = []
    for row in rows.strip().splitlines():
        told = _ROW.fullmatch(row)
        if told is None or told[2] not in ACTS or told[1] not in spans:
            raise ValueError(f"not a row 'NUMBER ACT | AIM' of something marked: {row!r}")
        of = spans[told[1]]
        if not of["cue"] or not of["content"]:
            raise ValueError(f"{told[1]} has no cue or no content")
        aim = _aim(text, of["content"], told[3].strip())
        if (seen := told_of.get((name, told[1]))) is not None:
            found.append(seen)
            aim = [*(aim or ()), *_named(text, seen.targets)] or (None if seen.targets else [])
        done[told[1]] = Done(of["cue"], of["content"], told[2], aim)
    if missing := spans.keys() - done.keys():
        raise ValueError(f"no row for {', '.join(sorted(missing))}")
    return Report(name, text, list(spans.values()), list(done.values()), found)


def _spans(marked: str) -> tuple[str, dict[str, dict[str, list[list[int]]]]]:
    """The text without its marks, and what was marked in it, by number and role."""
    text, place = "", 0
    opened: list[tuple[str, str, int]] = []
    spans: dict[str, dict[str, list[list[int]]]] = {}
    for mark in _MARK.finditer(marked):
        text += marked[place : mark.start()]
        place = mark.end()
        if mark[1]:
            opened.append((mark[1], mark[2], len(text)))
            continue
        if not opened:
            raise ValueError(f"a ']' too many after {text[-40:]!r}")
        role, numbers, begin = opened.pop()
        for number in numbers.split(","):
            of = spans.setdefault(number, {name: [] for name in _ROLES.values()})
            of[_ROLES[role]].append([begin, len(text)])
    text += marked[place:]
    if opened or "[" in text:
        raise ValueError("a '[' that is no mark, or is not closed")
    return text, spans


def _aim(text: str, content: list[list[int]], words: str) -> list[list[int]] | None:
    if words in "-?":
        return [] if words == "-" else None
    found = ((begin, text[begin:end].find(words)) for begin, end in content)
    at = next((begin + place for begin, place in found if place >= 0), None)
    if at is None:
        raise ValueError(f"{words!r} is not in the content")
    return [[at, at + len(words)]]


def _named(text: str, names: Iterable[str]) -> Iterator[list[int]]:
    """Where somebody is named, by the whole name or, of several words, by the last of them: "Mr Hesk"."""
    for name in names:
        whole = r"\b" + r"\s+".join(map(re.escape, name.split())) + r"(?!\w)"
        last = name.split()[-1]
        short = rf"|\b{re.escape(last)}(?!\w)" if last[:1].isupper() and len(last) > _SHORTEST else ""
        yield from ([one.start(), one.end()] for one in re.finditer(whole + short, text))
