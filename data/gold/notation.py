"""The pieces of the notation: words and where they stand, and the cast."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from kg.ids import slug
from kg.model import Span

#: How exact a date of each shape is.
GRANULARITIES = {r"\d{4}-\d\d-\d\d": "day", r"\d{4}-W\d\d": "week", r"\d{4}-\d\d": "month", r"\d{4}": "year"}

#: What makes a day of a date.
FIRST_DAY = {"day": "", "week": "-1", "month": "-01", "year": "-01-01"}

Json = dict[str, Any]


class NotationError(Exception):
    """The notation is wrong: file, line, and what is wrong there."""


def parts(line: str, mark: str) -> list[str]:
    """The stripped parts of a line, none for an empty line."""
    return [part.strip() for part in line.split(mark)] if line.strip() else []


def one_of(word: str, allowed: Sequence[str]) -> str:
    """The word itself, if it is allowed here."""
    if word not in allowed:
        raise NotationError(f"{word!r} is none of {', '.join(allowed)}")
    return word


def occurrences(text: str, words: str) -> list[Span]:
    """Where the words stand, whole words only."""
    before = r"(?<!\w)" if re.match(r"\w", words) else ""
    after = r"(?!\w)" if re.search(r"\w$", words) else ""
    return [match.span() for match in re.finditer(before + re.escape(words) + after, text)]


def gap(one: Span, other: Span) -> int:
    """How many characters lie between two spans."""
    return max(other[0] - one[1], one[0] - other[1], 0)


def numbered(words: str) -> tuple[str, int | None]:
    """Parts the words from the number of their occurrence: "Astana#2" is the second "Astana"."""
    match = re.fullmatch(r"(.*)#(\d+)", words)
    return (match[1], int(match[2])) if match else (words, None)


@dataclass(frozen=True, slots=True)
class Actor:
    """A row of ``cast.txt``, or an actor that one article adds with ``local``.

    Attributes:
        names: how articles call it, beside `label`.
        nationality: words such as "Kazakh".
        facts: fields of its entity: country, lat, lon.
    """

    id: str
    label: str
    names: tuple[str, ...] = ()
    nationality: tuple[str, ...] = ()
    facts: Json = field(default_factory=dict)

    @property
    def kind(self) -> str:
        return self.id.partition("/")[0]


def cast(path: Path) -> dict[str, Actor]:
    """Everybody and every place that several articles name, by key."""
    actors = {}
    for line in path.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        key, identifier, label, names, nationality, facts = (part.strip() for part in (line + "|||").split("|")[:6])
        actors[key] = Actor(
            identifier if "/" in identifier else f"{identifier}/{slug(label)}",
            label,
            tuple(parts(names, ",")),
            tuple(parts(nationality, ",")),
            json.loads(facts) if facts else {},
        )
    return actors


def granularity(value: str) -> str:
    """How exact an ISO 8601 date is."""
    for shape, name in GRANULARITIES.items():
        if re.fullmatch(shape, value):
            try:
                date.fromisoformat(value + FIRST_DAY[name])
            except ValueError:
                break  # the 31st of June
            return name
    raise NotationError(f"{value!r} is no date")


class Words:
    """Finds quoted words in a text, first in the paragraph that is open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.region: Span = (0, len(text))

    def __getitem__(self, span: Sequence[int]) -> str:
        return self.text[span[0] : span[1]]

    def open(self, words: str) -> None:
        """Opens the paragraph that begins with the words; ``^`` is the first one."""
        pattern = r"\A" if words == "^" else r"(?:\A|(?<=\n))" + re.escape(words)
        starts = [match.start() for match in re.finditer(pattern, self.text)]
        if len(starts) != 1:
            raise NotationError(f"{len(starts)} paragraphs open with {words!r}")
        end = self.text.find("\n\n", starts[0])
        self.region = (starts[0], end if end >= 0 else len(self.text))

    def find(self, words: str, *, near: Sequence[Span] = (), whole: bool = False) -> Span:
        """The span of the words: in the open paragraph, else anywhere.

        Of several the numbered one, else the nearest to `near`. "first~last" runs from the first words to the next
        occurrence of the last.
        """
        if "~" in words:
            first, _, last = words.partition("~")
            start = self.find(first, near=near, whole=whole)
            ends = [end for begin, end in occurrences(self.text, last) if begin >= start[1]]
            if not ends:
                raise NotationError(f"{last!r} does not follow {first!r}")
            return (start[0], ends[0])
        bare, number = numbered(words)
        low, high = (0, len(self.text)) if whole else self.region
        found = [(start + low, end + low) for start, end in occurrences(self.text[low:high], bare)]
        if not found and not whole:
            return self.find(words, near=near, whole=True)
        if number is not None and number <= len(found):
            return found[number - 1]
        if len(found) == 1 and number is None:
            return found[0]
        if found and near and number is None:
            return min(found, key=lambda span: min(gap(span, other) for other in near))
        raise NotationError(f"{words!r} stands {len(found)} times in {self.text[low:high][:60]!r}; write #n")
