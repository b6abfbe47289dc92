"""The day on which something is said, by the sentence around it and by the speaker, read by the whole line.

All is invented.
"""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article

TUESDAY = "2024-05-07"
LEAD = "Norway has a new port. "
WARNED = "Foreign Minister Jon Dahlby had warned on Tuesday that the port would be closed. "
LISTED = (
    "The Norwegian defence ministry said Tuesday that it had seen nine ships. Four of them anchored, according to a "
)


def days(line: Line, text: str) -> list[str | None]:
    """When each statement is said, in an article of Thursday, 9 May 2024."""
    article = Article(id="a", text=text, published="2024-05-09", language="en")
    said = [each for each in line.extraction(article).statements if each.parent is None]
    return [one.time.value if one.time else None for one in said]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        (LEAD + "Oslo closed the road on Tuesday, the Norwegian army saying that it was unsafe.", TUESDAY),
        (LEAD + "The trial ended on Tuesday without a verdict: the court ruled that it was not competent.", TUESDAY),
        (LEAD + "The trial ended in April without a verdict: the court ruled that it was not competent.", None),
        ("Oslo closed the road on Tuesday evening, hours after Jon Dahlby refused a delay to its owner.", TUESDAY),
        ("Oslo closed the road on Tuesday evening, years after Jon Dahlby refused a delay to its owner.", None),
        ("The head of the port, Jon Dahlby, said it would be open again on Tuesday.", None),
        ("A Norwegian navy spokesman said the docks were empty on Tuesday.", None),
        ("The head of the port, Jon Dahlby, announced another strike for Tuesday.", None),
        ("The head of the port, Jon Dahlby, announced another strike on Tuesday.", TUESDAY),
        ("Norway accused neighbouring Sweden on Tuesday of moving the river without telling Oslo.", TUESDAY),
        ("Jon Dahlby, who toured the flooded port on Tuesday, said it was safe.", TUESDAY),
        ("The port is safe, said Jon Dahlby, who met forty dockers on Tuesday.", TUESDAY),
        ("The port is safe, said Jon Dahlby, who lost two dogs on Tuesday.", None),
        ("The port is unsafe, according to a coast guard log of Tuesday.", TUESDAY),
        ("The port is unsafe, according to an audit that was handed to parliament on Tuesday.", TUESDAY),
        ("Norway has accused Chad of theft, in a letter to the council that was made public on Tuesday.", TUESDAY),
        ("Norway has accused Chad of theft, in a letter to the council that made sense on Tuesday.", None),
        ("Judge Aino Moen said in a ruling published on Tuesday that the port was unsafe.", TUESDAY),
        (
            "Jon Dahlby is for the port. It is a change of heart: the sheep needed that land, he had argued last year.",
            "2023",
        ),
    ],
)
def test_the_sentence_tells_the_day(line: Line, text: str, time: str | None) -> None:
    assert days(line, text)[-1] == time


@pytest.mark.parametrize(
    ("text", "time"),
    [
        (WARNED + "The dockers were asking for it, he said.", TUESDAY),
        (WARNED + "\n\nThe dockers were asking for it, he said.", None),
        (LISTED + "chart. The ministry said it had sent a boat.", TUESDAY),
        ("Jon Dahlby said on Tuesday that dockers had come back to help, calling them brave.", TUESDAY),
        ("Jon Dahlby said on Tuesday it was safe. The dockers had come back, according to Dahlby.", TUESDAY),
    ],
)
def test_who_goes_on_speaks_that_day(line: Line, text: str, time: str | None) -> None:
    assert days(line, text)[-1] == time


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("A court in Oslo on Tuesday struck down a tax on ships.\n\nThe court said the tax was void.", TUESDAY),
        ("Norway's fisheries minister resigned on Tuesday.\n\n“I am tired,” the minister, Jon Dahlby, said.", TUESDAY),
        ("Norway's fisheries minister fell ill on Tuesday.\n\n“I am tired,” the minister, Jon Dahlby, said.", None),
        ("A court in Oslo in April struck down a tax on ships.\n\nThe court said the tax was void.", None),
        (LEAD + "Its owner resigned on Tuesday.\n\n“I am tired,” the owner, Jon Dahlby, said.", None),
        ("The Norwegian army released two men on Tuesday, an army spokesman said.", None),
    ],
)
def test_who_decides_what_opens_the_news_gives_his_reasons_then(line: Line, text: str, time: str | None) -> None:
    assert days(line, text)[-1] == time
