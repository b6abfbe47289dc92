"""Who "I" is in an interview whose turns have no labels. All people are invented."""

from __future__ import annotations

from kg.line import Line
from kg.model import Article

TEXT = (
    "{lead}\n\n"
    "How did you come to write about harbours?\n\n"
    "My father was a pilot. I believe that he knew every rock.\n\n"
    "Is the book sad?\n\n"
    "I hope that nobody will think so. It was late when I wrote it.\n\n"
    "I fear that I must ask about the prize. Why did you refuse it?\n\n"
    "I think that a prize is a debt."
)


def speakers(line: Line, title: str, lead: str) -> dict[str, tuple[str | None, str]]:
    article = Article(id="a", title=title, text=TEXT.format(lead=lead), published="2024-05-10")
    return {one.cue.lemma: (one.speaker.entity, one.speaker.kind) for one in line.extraction(article).statements}


def test_whom_the_headline_names_answers(line: Line) -> None:
    said = speakers(line, "An interview with the novelist Marit Solvang", "Marit Solvang lives in Oslo.")
    assert said["believe"] == said["hope"] == said["think"] == ("person/marit-solvang", "person")
    assert said["fear"] == (None, "author")


def test_where_nothing_tells_of_an_interview_the_author_speaks(line: Line) -> None:
    said = speakers(line, "Harbours of the north", "Marit Solvang lives in Oslo.")
    assert said["believe"] == said["think"] == (None, "author")
