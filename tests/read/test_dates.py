"""Dates as news writes them."""

from __future__ import annotations

import pytest

from kg.read import dates


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2017-02-19", "2017-02-19"),
        ("2017-2-9", "2017-02-09"),
        ("20170219", "2017-02-19"),
        ("20170219T083000Z", "2017-02-19T08:30:00+00:00"),
        ("20170219083000", "2017-02-19T08:30:00"),
        ("2017-02-19T08:30:00+01:00", "2017-02-19T08:30:00+01:00"),
        ("2017-02-19T08:30:00.123Z", "2017-02-19T08:30:00+00:00"),
        ("2017-02-19 08:30", "2017-02-19T08:30:00"),
        ("2017-02-19 00:00:00", "2017-02-19"),
        ("2017/02/19", "2017-02-19"),
        ("February 19, 2017", "2017-02-19"),
        ("Feb. 19, 2017", "2017-02-19"),
        ("Sunday, February 19th, 2017", "2017-02-19"),
        ("19 February 2017", "2017-02-19"),
        ("19th of February, 2017", "2017-02-19"),
        ("the 19th of February 2017", "2017-02-19"),
        ("19-Feb-2017", "2017-02-19"),
        ("Sept 3, 2016", "2016-09-03"),
        ("May 4, 2016", "2016-05-04"),
        ("FEB 19 2017", "2017-02-19"),
        ("Sun, 19 Feb 2017 08:30:00 +0100", "2017-02-19T08:30:00+01:00"),
        ("Sun, 19 Feb 2017 08:30:00 GMT", "2017-02-19T08:30:00+00:00"),
        ("February 19, 2017 at 3:05 p.m. EST", "2017-02-19T15:05:00-05:00"),
        ("February 19, 2017 12:10 AM", "2017-02-19T00:10:00"),
        ("19 February 2017, 10.30 GMT", "2017-02-19T10:30:00+00:00"),
        ("10:30 GMT, 19 February 2017", "2017-02-19T10:30:00+00:00"),
        ("19 February 2017 | 10:30", "2017-02-19T10:30:00"),
        ("19 Feb 2017 10:30 IST", "2017-02-19"),
        ("19/02/2017", "2017-02-19"),
        ("02/19/2017", "2017-02-19"),
        ("19.02.2017", "2017-02-19"),
        ("03.04.2017", "2017-04-03"),
        ("05/05/2017", "2017-05-05"),
        ("29 February 2016", "2016-02-29"),
    ],
)
def test_date_is_understood(written: str, iso: str) -> None:
    assert dates.parse(written) == iso


@pytest.mark.parametrize(
    "written",
    ["", "yesterday", "March", "32 Feb 2017", "29 February 2017", "2017-13-01", "2017", "Feb 2017", "17", "1487203200",
     "12 monkeys 2017", "19 Feb 2017 and more", "19 Feb 2017 25:00", "0000-00-00", "Feb 15", "²0²0-01-01"],
)  # fmt: skip
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"is no date|time that is none"):
        dates.parse(written)
    assert dates.found(written) is None


def test_a_date_that_may_mean_two_days_is_refused() -> None:
    with pytest.raises(ValueError, match="two days"):
        dates.parse("03/04/2017")
