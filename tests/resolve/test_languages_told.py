"""Words for a nationality that name a language, and no state. All people are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article

STATES = frozenset({"place/england", "country/ESP", "country/FRA", "country/DEU", "country/RUS"})


def states(line: Line, text: str) -> set[str]:
    found = line.extraction(Article(id="a", text=text, published="2024-05-10"))
    return {one.id for one in found.entities} & STATES


@pytest.mark.parametrize(
    "text",
    [
        "Tor Vestby gave the interview in Spanish.",
        "Tor Vestby speaks good English, his brother said.",
        "The book was translated into French and German.",
        "The letter was written in both English and Spanish.",
        "Tor Vestby began to learn English in prison.",
        "Tor Vestby, an English teacher in Oslo, was arrested.",
        "Tor Vestby called it a “Festung”, German for “fortress”.",
    ],
)
def test_what_is_spoken_or_written_is_no_state(line: Line, text: str) -> None:
    assert states(line, text) == set()


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Tor Vestby opened an investigation into Russian meddling.", "country/RUS"),
        ("Tor Vestby believes in German industry, he said.", "country/DEU"),
        ("Tor Vestby fought beside the Russians, French and British.", "country/FRA"),
        ("Tor Vestby met Spanish farmers in Oslo.", "country/ESP"),
        ("A Russian version of events was told by Tor Vestby.", "country/RUS"),
    ],
)
def test_an_adjective_and_people_are_of_the_state(line: Line, text: str, state: str) -> None:
    assert state in states(line, text)
