"""Names that are a part of what is no place, that name no place at all, or that are cut. All people are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article


def ids(line: Line, text: str) -> set[str]:
    found = line.extraction(Article(id="a", text=text, published="2024-05-10"))
    return {one.id for one in found.entities}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Tor Vestby lost his house in superstorm Sandy, police said.", "place/5781061"),
        ("Tor Vestby was told of his Miranda rights, police said.", "place/3674702"),
        ("Supporters feel the Bern, Tor Vestby said.", "place/2661552"),
        ("Tor Vestby wore a MAGA hat in Oslo.", "place/2228977"),
        ("NARAL, for example, asked for more, Tor Vestby said.", "place/1185293"),
        ("Tor Vestby wrote a book on the Holocaust in Oslo.", "place/holocaust"),
        ("Tor Vestby fell on Halloween in Oslo.", "place/halloween"),
        ("The satellite fell to Earth near Oslo, Tor Vestby said.", "place/earth"),
    ],
)
def test_a_part_of_a_phrase_and_a_feast_are_no_places(line: Line, text: str, label: str) -> None:
    assert label not in ids(line, text)


@pytest.mark.parametrize(
    ("text", "known", "unknown"),
    [
        ("Tor Vestby crossed the U.S.-Mexico border on Friday.", "country/USA", "place/u-s-mexico"),
        ("Tor Vestby served in the Obama White House.", "place/white-house", "place/obama-white-house"),
        ("Tor Vestby has a farm in Okinawa Prefecture.", "place/okinawa", "place/okinawa-prefecture"),
        ("Tor Vestby has a farm in San Antonio, TX.", "place/4726206", "place/san-antonio-tx"),
        ("Fires in New South Wales and Victoria, Australia, are out.", "place/victoria-australia", "place/241131"),
        ("Tor Vestby has a shop in Victoria, BC.", "place/6174041", "place/241131"),
        ("Tor Vestby was held at Guantanamo for ten years.", "place/guantanamo-bay", "place/3557689"),
        ("Tor Vestby fell off a boat in Hull, police said.", "place/2645425", "place/6942644"),
        ("Shells fell on Severodonetsk on Friday.", "place/sievierodonetsk", "place/severodonetsk"),
    ],
)
def test_a_name_that_is_cut_or_short_is_the_place_s(line: Line, text: str, known: str, unknown: str) -> None:
    found = ids(line, text)
    assert known in found
    assert unknown not in found


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("Tor Vestby asked the Member States for help.", "country/USA"),
        ("Gallup found that Tor Vestby was liked by half.", "place/5468773"),
        ("Tor Vestby lost, a new Gallup poll showed.", "place/5468773"),
        ("Tor Vestby blamed the VA for it.", "place/6254928"),
    ],
)
def test_member_states_a_pollster_and_a_department_are_no_places(line: Line, text: str, unknown: str) -> None:
    assert unknown not in ids(line, text)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Tor Vestby has lived in the States for years.", "country/USA"),
        ("A shop burned down in Gallup, N.M., police said.", "place/5468773"),
        ("A shop burned down in Alexandria, VA, police said.", "place/4744091"),
    ],
)
def test_the_states_a_town_and_a_state_behind_a_town_are(line: Line, text: str, known: str) -> None:
    assert known in ids(line, text)
