"""Where what is said begins and ends, and who says it where that hangs on it, read by the whole line.

The persons, papers and quotations are invented.
"""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article

# Text; of each statement what the id of its speaker ends in, or the kind of one without, and its content.
BORDERS: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "what another calls it": (
        (
            "The union announced a petition to FIFA asking for the match to be replayed because of what they "
            "described as bad refereeing of Tor Vestby."
        ),
        [
            (
                "union",
                (
                    "a petition to FIFA asking for the match to be replayed because of what they described as bad "
                    "refereeing of Tor Vestby"
                ),
            ),
            ("union", "as bad refereeing of Tor Vestby"),
        ],
    ),
    "why, by whom it is told": (
        (
            "The Danish newspaper Frihavn announced on Thursday it would cease publication on April 14 after its "
            "owner, wealthy businessman Tor Vestby, sold it."
        ),
        [
            (
                "frihavn",
                "it would cease publication on April 14 after its owner, wealthy businessman Tor Vestby, sold it",
            )
        ],
    ),
    "what somebody tells of another's words": (
        (
            "President Tor Vestby told the transport department to secure the loans after the bank did not act on an "
            "agreement struck under his predecessor, undersecretary Mara Brask said in a statement on Saturday."
        ),
        [
            (
                "tor-vestby",
                (
                    "the transport department to secure the loans after the bank did not act on an agreement struck "
                    "under his predecessor"
                ),
            ),
            (
                "mara-brask",
                (
                    "President Tor Vestby told the transport department to secure the loans after the bank did not act "
                    "on an agreement struck under his predecessor"
                ),
            ),
        ],
    ),
    "no preposition of what is told of it": (
        "Vestby sent them a copy of the plan that Mara Brask supports.",
        [("mara-brask", "the plan")],
    ),
    "who is named behind the verb": (
        (
            "The boy, Ole, was the son of farm worker Tor Vestby who is a resident of Lemba village, said Upazila "
            "Nirbahi Officer (UNO) Mara Sultan Brask Dahl."
        ),
        [
            (
                "mara-sultan-brask-dahl",
                "The boy, Ole, was the son of farm worker Tor Vestby who is a resident of Lemba village",
            )
        ],
    ),
    "nothing of what somebody lived through": ("The country has seen months of protests against the army.", []),
    "but of what he takes for something": (
        "The party has seen him as a threat for years.",
        [("party", "him as a threat for years")],
    ),
    "one who is two things": (
        "An affected trader and member of the council, Tor Vestby, told reporters that the plan was late.",
        [("tor-vestby", "that the plan was late")],
    ),
    "or three": (
        (
            "Sheikh Omar bin Rashid Al Taji, Vice-President and Prime Minister of the islands and Ruler of Lemba, said "
            "it was late."
        ),
        [("omar-bin-rashid-al-taji", "it was late")],
    ),
    "two who are one thing each": (
        "The foreign minister, Kari Vestby, and defence minister, Tor Dahl, said the plan was late.",
        [("kari-vestby", "the plan was late"), ("tor-dahl", "the plan was late")],
    ),
}


@pytest.fixture(scope="module")
def line() -> Line:
    return Line()


@pytest.mark.parametrize("name", BORDERS)
def test_borders(name: str, line: Line) -> None:
    text, expected = BORDERS[name]
    found = line.extraction(Article(id="a", text=text, published="2024-05-09")).statements
    told = [((one.speaker.entity or one.speaker.kind).rpartition("/")[2], one.text) for one in found]
    assert sorted(told) == sorted(expected)
