"""Date expressions are normalised against the publication date, or refused."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.times.times import Tense, normalise

SUNDAY = date(2017, 2, 19)

ANSWERS: list[tuple[str, Tense | None, str]] = [
    ("on Thursday", "past", "2017-02-16"),
    ("Thursday", None, "2017-02-16"),
    ("on Thursday", "future", "2017-02-23"),
    ("Sunday", "past", "2017-02-19"),
    ("last Thursday", None, "2017-02-16"),
    ("last Sunday", None, "2017-02-12"),
    ("next Tuesday", None, "2017-02-21"),
    ("Monday morning", "past", "2017-02-13"),
    ("late on Monday", "past", "2017-02-13"),
    ("today", None, "2017-02-19"),
    ("yesterday", None, "2017-02-18"),
    ("tomorrow", None, "2017-02-20"),
    ("tonight", None, "2017-02-19"),
    ("February 23", "future", "2017-02-23"),
    ("23 February", None, "2017-02-23"),
    ("Feb. 16", "past", "2017-02-16"),
    ("the 16th of February", None, "2017-02-16"),
    ("December 30", "past", "2016-12-30"),
    ("January 3", "future", "2018-01-03"),
    ("Jan. 3, 2016", None, "2016-01-03"),
    ("3 January 2016", None, "2016-01-03"),
    ("Tuesday, 21 February 2017", None, "2017-02-21"),
    ("2016-01-03", None, "2016-01-03"),
    ("March 2015", None, "2015-03"),
    ("in March", "future", "2017-03"),
    ("March", "past", "2016-03"),
    ("last November", None, "2016-11"),
    ("late January", "past", "2017-01"),
    ("next week", None, "2017-W08"),
    ("last week", None, "2017-W06"),
    ("earlier this week", None, "2017-W07"),
    ("last month", None, "2017-01"),
    ("next month", None, "2017-03"),
    ("this year", None, "2017"),
    ("last year", None, "2016"),
    ("in 2015", None, "2015"),
    ("since 2011", None, "2011"),
    ("two days ago", None, "2017-02-17"),
    ("three weeks ago", None, "2017-W04"),
    ("in two days", None, "2017-02-21"),
    ("within a month", None, "2017"),
    ("five years ago", None, "2012"),
    ("by the end of the year", None, "2017"),
]

REFUSED = [
    "in recent years",
    "the last 24 years",
    "soon",
    "right now",
    "February 30",
    "the 1990s",
]


@pytest.mark.parametrize(("text", "tense", "value"), ANSWERS)
def test_a_date_expression_means_a_day_week_month_or_year(text: str, tense: Tense | None, value: str) -> None:
    found = normalise(text, SUNDAY, tense)
    assert found is not None
    assert found.value == value
    assert found.granularity == {10: "day", 8: "week", 7: "month", 4: "year"}[len(value)]
    assert found.text == text


@pytest.mark.parametrize("text", REFUSED)
def test_what_says_no_time_is_refused(text: str) -> None:
    assert normalise(text, SUNDAY) is None


def test_without_a_publication_date_only_absolute_dates_are_understood() -> None:
    assert normalise("on Thursday", None) is None
    assert normalise("February 23", None) is None
    found = normalise("February 23, 2017", None)
    assert found is not None
    assert found.value == "2017-02-23"


@pytest.mark.parametrize("tense", ["past", "future", None])
def test_without_a_publication_date_the_tense_does_not_matter(tense: Tense | None) -> None:
    found = normalise("3 March 2017", None, tense)
    assert found is not None
    assert found.value == "2017-03-03"


def test_the_29th_of_february_falls_in_a_leap_year() -> None:
    found = normalise("February 29", SUNDAY)
    assert found is not None
    assert found.value == "2016-02-29"


@pytest.mark.parametrize(
    "text", ["Frıday", "AUGUſT 3", "twenty-sıx days ago", "Frİday", "New Year’ſ Day", "the", "", "’s"]
)
def test_letters_of_other_alphabets_do_no_harm(text: str) -> None:
    found = normalise(text, SUNDAY, "past")
    assert found is None or found.granularity == "day"
