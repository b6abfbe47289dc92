"""Blocks of somebody's words without quotation marks, as press offices set them. All people are invented."""

from __future__ import annotations

import pytest

from kg.annotate import Annotator
from kg.extract import extract
from kg.extract.attributions.blocks import find_blocks
from kg.findings import Findings
from kg.line import Line
from kg.model import Article

RELEASE = """Minister for the Nordic Sea Tuva Dahl welcomes the agreement on fishing.

Speaking today, Minister Dahl said:

I welcome the agreement that was reached in Oslo yesterday. It is a first step.

Norway has asked for it for years. The boats have waited too long."""


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


@pytest.fixture(scope="module")
def line(annotator: Annotator, bundled_gazetteer: None) -> Line:
    return Line(annotator=annotator)


def read(annotator: Annotator, text: str) -> Findings:
    article = Article(id="a", text=text, published="2024-05-09")
    return extract(annotator.annotate(article), article)


def blocks(text: str) -> list[str]:
    return [text[slice(*one.content)] for one in find_blocks(text)]


def test_a_press_release_is_said_to_its_end(annotator: Annotator) -> None:
    said = next(one for one in read(annotator, RELEASE).statements if one.cue.lemma == "say")
    assert said.form == "direct"
    assert said.text.startswith("I welcome")
    assert said.text.endswith("too long.")


def test_i_of_a_block_is_whoever_speaks(line: Line) -> None:
    found = line.extraction(Article(id="a", text=RELEASE, published="2024-05-09"))
    own = next(one for one in found.statements if one.text.startswith("the agreement that"))
    assert (own.act, own.speaker.entity, own.parent is not None) == ("praise", "person/tuva-dahl", True)
    assert not any(one.speaker.kind == "author" for one in found.statements)


@pytest.mark.parametrize(
    "after",
    [
        "Ms Dahl is to travel to Reykjavik next week for further talks.",
        "She said that the boats would sail at once.",
        "“Nobody asked us,” the harbour master said of the plan.",
        "Notes for editors",
    ],
)
def test_a_block_ends_where_the_reporter_goes_on(after: str) -> None:
    text = (
        f"The ferry was late again.\n\nTuva Dahl said in a statement on Monday:\n\nWe will pay for it all.\n\n{after}"
    )
    assert blocks(text) == ["We will pay for it all."]


def test_later_paragraphs_without_i_are_the_reporters_in_a_long_text() -> None:
    opening = "\n\n".join(f"The ferry was late {number} times this year." for number in range(5))
    said = "We will pay.\n\nIt is our duty to do that now.\n\nThe ferry is forty years old."
    text = f"{opening}\n\nTuva Dahl said:\n\n{said}"
    assert blocks(text) == []  # "We will pay." is as short as an item of a list
    text = text.replace("We will pay.", "We will pay for all of it.")
    assert blocks(text) == ["We will pay for all of it.\n\nIt is our duty to do that now."]


@pytest.mark.parametrize(
    "text",
    [
        "Tuva Dahl said the plan has three parts:\n\nThe first part is about boats and their nets.",
        "Tuva Dahl said:\n\n“We will pay for it all.”\n\nIt is our last word on this.",
        "Tuva Dahl said:\n\n- We will pay for it all.\n\n- We will build a harbour at once.",
        "“I told the chancellor: Not with my signature on it,” said Tuva Dahl.",
        "Tuva Dahl tweeted the transcript for context:\n\nWe are not the first to be late on a Monday.",
        "It rained in two states: Nevada and what we call Jefferson.",
    ],
)
def test_lists_and_quotations_are_no_blocks(text: str) -> None:
    assert blocks(text) == []


def test_words_in_the_line_itself_and_behind_it_are_said(annotator: Annotator) -> None:
    words = "We will pay for it all. Nobody will be left behind.\n\nWe owe it to the islands."
    text = f"The ferry is late.\n\nTuva Dahl said: {words}"
    (one,) = [one for one in read(annotator, text).statements if one.cue.lemma == "say"]
    assert one.text.startswith("We will pay")
    assert one.text.endswith("to the islands.")


def test_who_fights_whom_in_a_release_is_told_by_whoever_issues_it(annotator: Annotator) -> None:
    words = "Norway is fighting Chad in the valley. We will go on with it."
    found = read(annotator, f"The ferry is late.\n\nTuva Dahl said:\n\n{words}")
    assert [one.predicate for one in found.relations if one.predicate == "opposed_to"] == ["opposed_to"]
    assert not [one for one in read(annotator, f"Tuva Dahl said: “{words}”").relations if one.predicate == "opposed_to"]
