"""Time expressions in sentences, against a table of what an analyst answers."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from kg.extract.times.times import Mark, Tense, normalise, read

TABLE = Path(__file__).with_name("time_table.txt")
TENSES: dict[str, Tense | None] = {"past": "past", "future": "future", "-": None}

# What was measured is 431 of 433; the two others are refused.
FLOOR = 0.99


@dataclass(frozen=True)
class Row:
    """In the text, published on this day, the last of the marks says this time, or none."""

    kind: str
    published: date | None
    answer: str | None
    text: str
    marks: tuple[Mark, ...]

    def found(self) -> str | None:
        time_ = read(self.text, self.marks, self.published)
        return time_.value if time_ else None


def rows() -> Iterator[Row]:
    kind = ""
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("=="):
            kind = line.removeprefix("== ")
        elif line and not line.startswith("#"):
            published, tense, answer, sentence = (field.strip() for field in line.split("|", 3))
            text, marks = "", []
            for piece in re.split(r"(\[.*?\]|\{.*?\})", sentence):
                bare = piece.strip("[]{}")
                if bare != piece:
                    marks.append(Mark((len(text), len(text) + len(bare)), TENSES[tense]))
                text += bare
            day = None if published == "-" else date.fromisoformat(published)
            yield Row(kind, day, None if answer == "-" else answer, text, tuple(marks))


ROWS = list(rows())


def test_the_table_is_large_and_has_times_and_refusals_of_many_kinds() -> None:
    assert len({(row.text, row.published, row.marks) for row in ROWS}) == len(ROWS) > 380
    assert len({row.kind for row in ROWS}) >= 18
    assert sum(row.answer is None for row in ROWS) > 100


def test_no_answer_is_wrong() -> None:
    wrong = [(row.text, row.answer, found) for row in ROWS if (found := row.found()) not in (None, row.answer)]
    assert wrong == []


def test_few_times_are_missed() -> None:
    missed = [row.text for row in ROWS if row.found() != row.answer]
    assert 1 - len(missed) / len(ROWS) >= FLOOR, missed


@pytest.mark.parametrize(
    ("sentence", "mark", "words"),
    [
        ("They met between March and May 2016 in Oslo.", "March", "between March and May 2016"),
        ("On April 16 and 17 they met.", "April 16", "April 16 and 17"),
        ("In May 20 people died.", "May", "May"),
        ("He left on Friday last week, they said.", "on Friday", "Friday last week"),
    ],
)
def test_the_words_of_a_time_go_as_far_as_its_expression(sentence: str, mark: str, words: str) -> None:
    start = sentence.index(mark)
    found = read(sentence, [Mark((start, start + len(mark)), "past")], date(2017, 2, 19))
    assert found is not None
    assert found.text == words


def test_another_time_follows_from_one_that_is_near_and_not_ahead() -> None:
    text = "They will meet on March 3. The next day he had refused."
    marks = [Mark((18, 25), "future"), Mark((27, 39), "past")]
    assert read(text, marks, date(2017, 2, 19)) is None
    far = "He left on Thursday." + " Nobody knew why." * 40 + " The next day he came back."
    start = far.index("The next day")
    assert read(far, [Mark((11, 19), "past"), Mark((start, start + 12), "past")], date(2017, 2, 19)) is None


@pytest.mark.parametrize(
    "words", ["the morning of ", "noon on ", "early ", "from 1 to ", "the 1 ", "a day after ", "- 1 "]
)
def test_no_text_takes_long(words: str) -> None:
    begin = time.perf_counter()
    normalise(words * 60 + "Monday", date(2017, 2, 19))
    assert time.perf_counter() - begin < 2
