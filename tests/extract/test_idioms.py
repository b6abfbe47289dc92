"""Cues of several words around a noun are known however they are inflected, and by whom and of what they are said."""

from __future__ import annotations

import pytest

from kg.annotate import Annotator
from kg.extract import extract
from kg.model import Act, Article, Statement


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


def read(annotator: Annotator, text: str) -> list[Statement]:
    article = Article(id="a", text=text, published="2024-05-09")
    return list(extract(annotator.annotate(article), article).statements)


IDIOMS: list[tuple[str, str, Act, str]] = [
    (
        "President Tor Dahl threw his weight behind the minister, saying the strike was illegal.",
        "throw one's weight behind",
        "support",
        "the minister",
    ),
    ("The Northern Front distanced itself from the plan.", "distance oneself from", "reject", "the plan"),
    ("She paid warm tribute to the judges.", "pay tribute", "praise", "the judges"),
    ("Mara Ellingsen wanted to know why nobody came.", "want to know", "ask", "why nobody came"),
    ("Mara Ellingsen raised the alarm over the bridge.", "raise the alarm", "warn", "the bridge"),
    ("Mara Ellingsen expressed deep concern about the arrests.", "express concern", "believe", "the arrests"),
    (
        "Economy Minister Jon Dahlby put the number at 4.1 percent of output.",
        "put the figure at",
        "claim",
        "the number at 4.1 percent of output",
    ),
]


@pytest.mark.parametrize(("text", "lemma", "act", "content"), IDIOMS)
def test_an_idiom_is_one_cue_and_no_part_of_what_it_is_said_of(
    annotator: Annotator, text: str, lemma: str, act: Act, content: str
) -> None:
    said = read(annotator, text)[0]
    assert (said.cue.lemma, said.act, said.text) == (lemma, act, content)


def test_of_an_idiom_alone_nothing_is_said(annotator: Annotator) -> None:
    assert not read(annotator, "Talks began on Monday. They dug in their heels.")


@pytest.mark.parametrize("place", ["at the top of the list", "at odds with the file"])
def test_what_is_put_at_no_figure_is_no_estimate(annotator: Annotator, place: str) -> None:
    assert not read(annotator, f"Mara Ellingsen put the country's debt {place}.")


def test_who_stops_short_of_a_threat_makes_none(annotator: Annotator) -> None:
    (said,) = read(annotator, "The union's leader stopped short of threatening to leave the government.")
    assert said.act == "refuse"


def test_whoever_is_lectured_is_criticised(annotator: Annotator) -> None:
    (said,) = read(annotator, "Interior Minister Tor Dahl lectured Norway on what democracy meant.")
    assert said.act == "criticise"
    assert [(one.mention.kind, one.role) for one in said.about][:1] == [("place", "target")]
