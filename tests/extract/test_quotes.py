"""Quotation marks: what is quoted, and whether a statement is direct, mixed or indirect."""

from __future__ import annotations

import time

import pytest

from kg.extract.syntax.quotes import Quotes, fold, form_of


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in Quotes(text).spans]


def test_typographic_and_straight_marks_open_and_close() -> None:
    assert quoted('He said “one” and "two" and «three».') == ["“one”", '"two"', "«three»"]


def test_a_quotation_without_its_closing_mark_ends_with_its_paragraph() -> None:
    assert quoted("“One goes on\n\n“and ends,” she said.") == ["“One goes on", "“and ends,”"]


def test_marks_turned_around_quote_too() -> None:
    assert quoted("”They did nothing,” he said. She said „Wir gehen“ and left.") == [
        "”They did nothing,”",
        "„Wir gehen“",
    ]
    assert quoted("“What now?“ he asked. The “one” and (“two”) and ”three” are") == [
        *("“What now?“", "“one”", "“two”", "”three”")
    ]
    assert quoted("He spoke of “the “free” port” again.")[0].startswith("“the “free”")


def test_an_inch_sign_after_a_number_opens_nothing() -> None:
    assert quoted('A 5" pipe.') == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("'My boats are gone,' he said. 'They don't care.'", ["'My boats are gone,'", "'They don't care.'"]),
        ("‘We’re done,’ said the players’ union. ‘The clubs’ owners won’t pay.’", None),
        ("The parties' leaders said the '90s were 'a bad time'.", ["'a bad time'"]),
        ("The workers' union, O'Brien's club and rock 'n' roll.", []),
        ("\"It is 'great',\" he said.", ["\"It is 'great',\""]),
    ],
)
def test_single_marks_quote_where_they_are_no_apostrophes(text: str, marked: list[str] | None) -> None:
    assert quoted(text) == (["‘We’re done,’", "‘The clubs’ owners won’t pay.’"] if marked is None else marked)


def test_single_marks_that_never_close_cost_no_time() -> None:
    started = time.perf_counter()
    assert quoted("'" + "word's and more 'things " * 4000) == []
    assert time.perf_counter() - started < 5


def test_turns_count_as_quoted() -> None:
    quotes = Quotes("ROWE: We agree “fully”.", ((6, 23),))
    assert quotes.spans == [(6, 23)]
    assert quotes.quoted(8)
    assert not quotes.quoted(2)


@pytest.mark.parametrize(
    ("text", "content", "form"),
    [
        ("“We agree,” he said.", "“We agree,”", "direct"),
        ("He said that they agree.", "that they agree", "indirect"),
        ("He called it a “platform” for talks.", "it a “platform” for talks", "mixed"),
    ],
)
def test_the_form_follows_the_share_of_quoted_letters(text: str, content: str, form: str) -> None:
    start = text.index(content)
    assert form_of(text, ((start, start + len(content)),), Quotes(text)) == form


def test_fold_makes_marks_straight() -> None:
    assert fold("“It’s,” ‘he’ said") == "\"It's,\" 'he' said"
