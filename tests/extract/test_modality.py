"""Whether what is told was said, read by the whole line. All people are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article


@pytest.fixture(scope="module")
def line(bundled_gazetteer: None) -> Line:
    return Line()


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        (
            "Marek never missed an opportunity to remind the crowd he was the only candidate paying for his campaign.",
            False,
        ),
        ("Ivo Marek could not resist pointing out that it was late.", False),
        ("Ivo Marek did not hesitate to accuse Jana Holub of lying.", False),
        ("Ivo Marek did not accuse Jana Holub of lying.", True),
        ("President Ivo Marek avoided condemning Russia’s invasion of Georgia.", True),
        ("President Ivo Marek has yet to condemn Russia.", True),
    ],
)
def test_who_does_not_fail_to_say_it_says_it(line: Line, text: str, negated: bool) -> None:
    found = next(iter(line.extraction(Article(id="a", text=text, published="2024-05-09")).statements))
    assert (found.cue.negated, found.polarity) == (negated, "negative" if negated else "positive")
