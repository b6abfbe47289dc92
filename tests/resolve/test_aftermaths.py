"""What is said after a vote or a ruling, or at a hearing, is said on the day that was told of it. All is invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article

VOTED = "The senate voted late on Tuesday to close the harbour.\n\n"
RULED = "A court in Oslo ruled on Tuesday that the mine may not grow.\n\n"
HEARD = "At a hearing on Tuesday, senators questioned the minister, Anna Berg.\n\n"


def last(line: Line, text: str) -> str | None:
    """When the last statement is said, in an article of Thursday, 9 May 2024."""
    article = Article(id="a", text=text, published="2024-05-09", language="en")
    one = [each for each in line.extraction(article).statements if each.parent is None][-1]
    return one.time.value if one.time else None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (VOTED + '"It is a surrender," Tor Moen told reporters minutes after the vote.', "2024-05-07"),
        (VOTED + "Tor Moen said after the result was read out that it was a surrender.", "2024-05-07"),
        (VOTED + "Tor Moen said shortly before the vote that it was a surrender.", "2024-05-07"),
        (VOTED + "Tor Moen said before the vote that it was a surrender.", None),
        (VOTED + "Tor Moen said a day after the vote that it was a surrender.", None),
        (VOTED + "Tor Moen said that after the vote it was a surrender.", None),
        (VOTED + "Tor Moen said after the march that it was a surrender.", None),
        (VOTED + "Tor Moen spoke after the senator and said that it was a surrender.", None),
        (RULED + 'Judge Mara Dahl wrote in the ruling: "The river looked away."', "2024-05-07"),
        (RULED + "Judge Mara Dahl wrote for the majority that the river suffers.", "2024-05-07"),
        (RULED + "In a letter sent hours after the ruling, Tor Moen called it a blow.", "2024-05-07"),
        (RULED + "Reading out the verdict, Judge Mara Dahl said the river suffers.", "2024-05-07"),
        (RULED.replace(" on Tuesday", "") + "Tor Moen said after the ruling that it was a blow.", None),
        (HEARD + "Tor Moen told the hearing that nothing was lost.", "2024-05-07"),
    ],
)
def test_an_event_taken_up_tells_the_day(line: Line, text: str, when: str | None) -> None:
    assert last(line, text) == when
