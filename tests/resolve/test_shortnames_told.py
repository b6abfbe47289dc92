"""Who is meant by a part of a body's name, by a firm's without its form, by letters; and what is no body at all.

All people and most bodies are invented.
"""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article


def named(line: Line, text: str) -> dict[str, str | None]:
    """The names of a text and whose each is; of one that it has twice, whose the last is."""
    found = line.extraction(Article(id="a", text=text, published="2024-05-10")).mentions
    return {text[one.start : one.end]: one.entity for one in found if one.form == "name"}


@pytest.mark.parametrize(
    ("text", "name", "who"),
    [
        ("Shares of Xiaomi Corp fell in Hong Kong on Monday.", "Xiaomi Corp", "organization/xiaomi"),
        ("The High Court allowed Twitter Inc to appeal.", "Twitter Inc", "organization/twitter"),
        ("Qatar Airways Group said it would hire pilots.", "Qatar Airways Group", "organization/qatar-airways"),
        (
            "Norvenka Shipping Ltd. has hit back at its critics. Norvenka Shipping said it would go.",
            "Norvenka Shipping",
            "organization/norvenka-shipping-ltd",
        ),
        # Two of one group are two.
        (
            "Prosecutors named Moen Intel Group LLC and Moen Intel Group Inc. as the owners.",
            "Moen Intel Group Inc.",
            "organization/moen-intel-group-inc",
        ),
        (
            (
                "Varatus Group chief executive Tor Moen is pleased. After the delay, Varatus applied to a court. "
                "He said their mission as Varatus is to grow."
            ),
            "Varatus",
            "organization/varatus-group",
        ),
        # A place is not the school in it.
        ("He taught at Tarnvell University. She lives in Tarnvell.", "Tarnvell", "place/tarnvell"),
        (
            "The match between AFC Panthers and Moen United was called off. Panthers signed a new contract in June.",
            "Panthers",
            "organization/afc-panthers",
        ),
        (
            "The Village Harbour Groups (VHGs) were set up in March. On Monday VHGs said they needed boats.",
            "VHGs",
            "organization/village-harbour-groups",
        ),
        (
            "Vestland Chamber of Commerce and Industry President Tor Moen said trade would rise.",
            "Vestland Chamber of Commerce and Industry",
            "organization/vestland-chamber-of-commerce-and-industry",
        ),
    ],
)
def test_body_is_meant_by_a_part_of_its_name(line: Line, text: str, name: str, who: str) -> None:
    assert named(line, text)[name] == who


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The launch of the National Harbour Change Strategy 2050 was delayed.", "National Harbour Change Strategy"),
        ("The navy decommissioned INS Vestdhwaj, a submarine, on Sunday.", "INS Vestdhwaj"),
    ],
)
def test_plan_and_ship_are_nobody(line: Line, text: str, name: str) -> None:
    assert named(line, text).get(name) is None


def test_party_with_law_in_its_name_is_a_body(line: Line) -> None:
    assert named(line, "Freedom Under Law said it would appeal.")["Freedom Under Law"] is not None


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Tor Moen, OC of Vestby Police Station, denied it. The OC said she had left.",
            "she had left",
            "person/tor-moen",
        ),
        ("Kari Moen, the CFO of Norvenka, resigned. The CFO said she was tired.", "she was tired", "person/kari-moen"),
        (
            "Ferdinand Marcos Jnr met reporters in Manila. Marcos Jnr said talks would go on.",
            "talks would go on",
            "person/ferdinand-marcos-jr",
        ),
        ("Gov. Jan Brewer of Arizona was there. Ms. Brewer said it was late.", "it was late", "person/jan-brewer"),
        (
            "Ana Ruiz was met in Quito. Its head is Ana Maria Ruiz Paz, police said. Ana Ruiz said it was late.",
            "it was late",
            "person/ana-maria-ruiz-paz",
        ),
        ("Tor Moen, deputy procurator-general of Norway, said it was late.", "it was late", "person/tor-moen"),
    ],
)
def test_person_is_meant_by_post_or_other_form_of_name(line: Line, text: str, words: str, who: str) -> None:
    found = line.extraction(Article(id="a", text=text, published="2024-05-10")).statements
    assert {one.speaker.entity for one in found if words in one.text} == {who}


def test_town_and_its_land_are_two(line: Line) -> None:
    found = named(line, "A Korean tycoon was arrested in Ho Chi Minh City, Vietnam.")
    assert found == {"Korean": "country/KOR", "Ho Chi Minh City": "place/1566083", "Vietnam": "country/VNM"}


def test_training_centre_is_nobody_called_so(line: Line) -> None:
    found = named(line, "Tor Moen of the International Harbour Support Training Centre said it was late.")
    assert all(not (one or "").startswith("person/") or name == "Tor Moen" for name, one in found.items())


@pytest.mark.parametrize(
    ("text", "name", "who"),
    [
        (
            "Police summoned Sonia Gandhi on Thursday. Her son Rahul, who sits in parliament, came too.",
            "Rahul",
            "person/rahul-gandhi",
        ),
        ("Donald Trump thanked his wife, Melania, on Monday.", "Melania", "person/melania-trump"),
        # Nobody knows the family.
        ("Leonard Hill died in 1986. Mr. Moen met Leonard Hill's widow, Anita, in Ohio.", "Anita", "person/a/anita"),
        (
            "A filibuster went on in the Missouri Senate. The bill must clear a hurdle in the Senate today.",
            "Senate",
            "organization/missouri-senate",
        ),
        (
            "A filibuster went on in the Missouri Senate. It is yet to be voted on in the House today.",
            "House",
            "organization/missouri-house",
        ),
        ("An article in New York magazine told of him.", "New York", "organization/new-york-magazine"),
        (
            "The Ministry of Hajj and Umrah counted the pilgrims in Saudi Arabia.",
            "Ministry of Hajj and Umrah",
            "organization/saudi-arabia-hajj-ministry",
        ),
    ],
)
def test_name_is_told_by_kin_state_or_noun(line: Line, text: str, name: str, who: str) -> None:
    assert named(line, text)[name] == who


def test_senate_of_a_text_on_congress_is_no_state_s(line: Line) -> None:
    found = named(
        line, "The Missouri Senate met. In the US Congress the bill was passed by the Senate of which Ted Cruz is one."
    )
    assert found["Senate"] == "organization/us-senate"


def test_sum_of_money_is_nobody(line: Line) -> None:
    assert not any("2billion" in name for name in named(line, "The bank lent GHS6.2billion to the state of Ghana."))


def test_she_is_no_murray(line: Line) -> None:
    text = 'Kari Moen would go. "She is certain," said Murray Lind, a lawyer who has been in touch with her.'
    found = line.extraction(Article(id="a", text=text, published="2024-05-10")).mentions
    assert {one.entity for one in found if text[one.start : one.end] == "her"} == {"person/kari-moen"}
