"""Words of saying that only lead on to what is told, read by the whole line. All people are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article


@pytest.fixture(scope="module")
def line(bundled_gazetteer: None) -> Line:
    return Line()


def contents(line: Line, text: str) -> set[str]:
    """What is said in a text."""
    return {one.text for one in line.extraction(Article(id="a", text=text, published="2024-05-09")).statements}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Commenting on the ferry strike, Mara Brask criticised Estonia for its delays.",
            {"Estonia for its delays"},
        ),
        ("It may be recalled that the two countries signed the pact in 2019.", set()),
        ("It bears mentioning that the envoy had visited Oslo twice.", set()),
        # but what is commented is told, and so is what nobody has to be reminded of
        (
            "Commenting that the price was too high, Mara Brask rejected the offer.",
            {"that the price was too high", "the offer"},
        ),
        ("Mara Brask recalled that the bridge had collapsed.", {"that the bridge had collapsed"}),
    ],
)
def test_what_only_leads_on_is_no_statement(line: Line, text: str, said: set[str]) -> None:
    assert contents(line, text) == said
