"""Whom a statement is about is told by who is who: the speaker's own state, "both sides", who nobody knows."""

from __future__ import annotations

import pytest

from kg.annotate import Annotator
from kg.line import Line
from kg.model import Article, Statement


@pytest.fixture(scope="module")
def line() -> Line:
    return Line(annotator=Annotator())


def read(line: Line, text: str) -> list[Statement]:
    return list(line.extraction(Article(id="a", text=text, published="2024-05-09", language="en")).statements)


def about(statement: Statement) -> set[tuple[str | None, str]]:
    return {(one.mention.actor, one.role) for one in statement.about}


def test_what_a_state_will_do_is_promised_by_its_minister_only(line: Line) -> None:
    kept = (
        "Danish Transport Minister Mara Ellingsen spoke on Monday. Copenhagen will pay for the bridge, Ellingsen said."
    )
    other = "Norwegian Transport Minister Jon Dahlby spoke on Monday. Copenhagen will pay for the bridge, Dahlby said."
    assert [read(line, text)[-1].act for text in (kept, other)] == ["promise", "claim"]


def test_both_sides_are_the_two_states_at_issue(line: Line) -> None:
    text = (
        "Norway and Denmark quarrel over a bridge. Norway wants a toll, and Denmark wants none. "
        "The European Union urged both sides to show restraint."
    )
    assert about(read(line, text)[-1]) == {("country/NOR", "target"), ("country/DNK", "target")}


def test_the_speaker_is_a_topic_where_the_content_speaks_of_him(line: Line) -> None:
    (said,) = read(line, "Mara Ellingsen said that she had lost eleven boats in Denmark.")
    assert ("person/mara-ellingsen", "topic") in about(said)
    (told,) = read(line, "“I have lost eleven boats,” Mara Ellingsen said.")
    assert not about(told)
