"""Classes of events: what the content of a statement says was done."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Deed


@pytest.fixture(scope="module")
def line() -> Line:
    return Line()


def deeds(line: Line, text: str) -> list[Deed | None]:
    return [one.deed for one in line.extraction(Article(id="a", text=text)).statements]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("the army had shelled two villages near the border", "ASSAULT"),
        ("gunmen opened fire on the convoy", "ASSAULT"),
        ("a reporter was arrested at the airport", "COERCE"),
        ("the authorities had imposed a curfew in the capital", "COERCE"),
        ("nurses had gone on strike in three cities", "PROTEST"),
        ("students began a hunger strike", "PROTEST"),
        ("Norway had expelled two diplomats", "SANCTION"),
        ("the ministry had suspended all aid to the region", "SANCTION"),
        ("Denmark had sent tents and medicine to the flooded towns", "AID"),
        ("the two governments signed an agreement on fishing", "SUPPORT"),
        ("the rebels had withdrawn from the town", "RETREAT"),
        ("the army had begun to pull out of the valley", "RETREAT"),
        ("the government had lifted the state of emergency", "CONCEDE"),
        ("prosecutors had opened an investigation into the fire", "ACCUSE"),
        ("troops had been deployed along the river", "MOBILIZE"),
        ("the two navies held an exercise in the gulf", "COOPERATE"),
        ("fighting had erupted near the port", "ASSAULT"),
        ("the army had battled rebels near the town", "ASSAULT"),
        ("the envoy had called off a visit to the capital", "SANCTION"),
    ],
)
def test_the_verb_and_what_it_takes_tell_the_class(line: Line, told: str, code: Deed) -> None:
    assert deeds(line, f"A spokesman said on Monday that {told}.") == [code]


@pytest.mark.parametrize(
    "told",
    [
        "the army had not shelled the villages",
        "the army will withdraw from the valley in May",
        "the ministry might expel two diplomats",
        "the rebels had refused to withdraw from the town",
        "the two men had planned to blow up a pipeline",
        "the weather had been fine",
        "the budget had grown by a tenth",
        "witnesses saw a gun",
    ],
)
def test_what_is_denied_or_still_to_come_is_no_deed(line: Line, told: str) -> None:
    assert set(deeds(line, f"A spokesman said on Monday that {told}.")) == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Kari Vestby demanded that the army withdraw from the valley.",
        "Kari Vestby threatened to expel two diplomats.",
        "Kari Vestby denied that the army had shelled the villages.",
    ],
)
def test_what_is_wanted_threatened_or_disputed_is_no_deed(line: Line, text: str) -> None:
    assert deeds(line, text) == [None]
