"""Firms and papers that share their names with places. All people are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article

BOTH = frozenset({"place/amazon", "organization/amazon-com", "place/atlantic", "organization/the-atlantic"})


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Amazon workers in Oslo went on strike on Friday.", "organization/amazon-com"),
        ("Tor Vestby sells the book on Amazon.", "organization/amazon-com"),
        ("Norway fined Google, Microsoft and Amazon on Friday.", "organization/amazon-com"),
        ("Tor Vestby, the founder of a rival of Amazon, said no.", "organization/amazon-com"),
        ("Tor Vestby left for the Amazon on Friday.", "place/amazon"),
        ("Fires in Amazon rainforest are out, Tor Vestby said.", "place/amazon"),
        ("Amazon sees more deforestation than last year, Tor Vestby said.", "place/amazon"),
        ("Tor Vestby told The Atlantic that he was tired.", "organization/the-atlantic"),
        ("The boat of Tor Vestby crossed the Atlantic in May.", "place/atlantic"),
    ],
)
def test_a_firm_is_told_from_the_place_of_its_name(line: Line, text: str, meant: str) -> None:
    found = line.extraction(Article(id="a", text=text, published="2024-05-10"))
    assert {one.id for one in found.entities} & BOTH == {meant}
