"""What a communiqué says is said on the day that its first words tell. All is invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article

BODY = (
    "1. The Council welcomed the return of the ferry.\n\n"
    "2. It called upon the owners of the harbour to pay their debts.\n\n"
    "3. The minister of Norway informed the Council that the gates would open in June.\n\n"
)
AFTER = "Speaking to reporters afterwards, Tor Moen said that it was late."


def days(line: Line, text: str) -> list[str | None]:
    article = Article(id="a", text=text, published="2024-05-09", language="en")
    told = [each for each in line.extraction(article).statements if each.parent is None]
    return [one.time.value if one.time else None for one in told]


@pytest.mark.parametrize(
    "heading",
    [
        "COMMUNIQUÉ issued at the close of the ninth meeting of the Harbour Council, Oslo, 7 May\n\n",
        "FINAL COMMUNIQUE OF THE HARBOUR COUNCIL\n\nOslo, 7 May\n\n",
        "COMMUNIQUE OF THE HARBOUR COUNCIL\n\n1. The Council met in Oslo on 7 May to consider the gates.\n\n",
    ],
)
def test_all_that_it_says_is_of_its_day(line: Line, heading: str) -> None:
    found = days(line, heading + BODY + AFTER)
    assert len(found) > 3
    assert found[-1] is None
    assert set(found[:-1]) == {"2024-05-07"}


@pytest.mark.parametrize(
    "heading",
    [
        "COMMUNIQUÉ of the Harbour Council, Oslo, 6 and 7 May\n\n",
        "COMMUNIQUÉ of the Harbour Council, Oslo\n\n",
        "Communiqué falls through in Oslo on 7 May\n\n",
    ],
)
def test_of_several_days_or_none_none_is_told(line: Line, heading: str) -> None:
    assert set(days(line, heading + BODY)) == {None}
