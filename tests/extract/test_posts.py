"""Paragraphs that are a quotation, a dash and a name, read by the whole line. All people and words are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article


@pytest.fixture(scope="module")
def line(bundled_gazetteer: None) -> Line:
    return Line()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Voices.\n\n“Mr. Brask is afraid of us.” ― Kari Vestby\n\n”He never came.”― Tor de la Moen.\n\nA photo.",
            {"person/kari-vestby": "Mr. Brask is afraid", "person/tor-de-la-moen": "He never came"},
        ),
        ("Voices.\n\n“The quay is shut.” — The Herald\n\n“It is late.” — Harbour Times\n\n“So it is.” — Brask", {}),
        ("Voices.\n\n“The quay is shut” — Kari Vestby left.", {}),
    ],
)
def test_who_signs_a_quotation_said_it(line: Line, text: str, said: dict[str, str]) -> None:
    found = line.extraction(Article(id="a", text=text, published="2024-05-09")).statements
    signed = {one.speaker.entity: one for one in found if one.cue.lemma[-1] in "―—" and one.speaker.entity}
    assert signed.keys() == said.keys()
    assert all(words in signed[who].text and signed[who].form == "direct" for who, words in said.items())
