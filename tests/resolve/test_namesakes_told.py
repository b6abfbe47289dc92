"""Which of several that are called alike a name means: a state's body, a movement, a kingdom. People are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Georgia’s Security Council held talks and decided to seek help from Norway.", "georgia-security-council"),
        ("The Georgian Security Council said on Friday that it was late.", "georgia-security-council"),
        ("Norway's envoy spoke on Friday. The Security Council said it was late.", "un-security-council"),
    ],
)
def test_a_states_security_council_is_not_the_united_nations(line: Line, text: str, speaker: str) -> None:
    article = Article(id="a", text=text, published="2024-05-10")
    assert line.extraction(article).statements[-1].speaker.entity == f"organization/{speaker}"


@pytest.mark.parametrize(
    "text",
    [
        "Houthi missiles hit a port. The Houthi leader, Abdul-Malik al-Houthi, spoke. Norway accused the Houthi group.",
        "A Houthi spokesman, Tor Vestby, said the port was closed.",
    ],
)
def test_what_is_houthi_is_of_the_movement_and_not_of_its_leader(line: Line, text: str) -> None:
    found = line.extraction(Article(id="a", text=text, published="2024-05-10"))
    named = {one.entity for one in found.mentions if text[one.start : one.end] == "Houthi"}
    assert named == {"organization/houthis"}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Saudi Arabia's Cabinet said on Friday that the Kingdom was late.", "country/SAU"),
        ("The Omani minister said on Friday that the Sultanate was late.", "country/OMN"),
        ("Norway said on Friday that the Kingdom was late.", None),  # of none that is called so
    ],
)
def test_the_kingdom_is_the_one_that_the_text_speaks_of(line: Line, text: str, state: str | None) -> None:
    found = line.extraction(Article(id="a", text=text, published="2024-05-10"))
    meant = {one.entity for one in found.mentions if text[one.start : one.end] in ("Kingdom", "Sultanate")}
    assert (meant & {"country/SAU", "country/OMN"} or {None}) == {state}


@pytest.mark.parametrize(
    "text", ["A pro-Beijing lawmaker was held in Seoul on Friday.", "Police broke up an anti-Beijing rally in Seoul."]
)
def test_whom_others_are_for_or_against_is_the_government(line: Line, text: str) -> None:
    found = line.extraction(Article(id="a", text=text, published="2024-05-10"))
    stands = {text[one.start : one.end]: one.refers_to for one in found.mentions}
    assert (stands["Beijing"], stands["Seoul"]) == ("country/CHN", None)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("South Africa's foreign affairs department said it was late.", "south-africa-foreign-ministry"),
        ("The Irish Department of Foreign Affairs said it was late.", "ireland-foreign-ministry"),
        ("Kenya's foreign affairs ministry said on Friday it was late.", "kenya-foreign-ministry"),
        ("Norway's MFA said on Friday that it was late.", "norway-foreign-ministry"),
    ],
)
def test_a_foreign_ministry_is_the_same_by_whatever_name(line: Line, text: str, speaker: str) -> None:
    article = Article(id="a", text=text, published="2024-05-10")
    assert line.extraction(article).statements[-1].speaker.entity == f"organization/{speaker}"


def test_greek_cyprus_is_cyprus(line: Line) -> None:
    found = line.extraction(Article(id="a", text="Turkey accused Greek Cyprus of fraud.", published="2024-05-10"))
    assert "country/CYP" in {one.entity for one in found.mentions}


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("Mr. Boehner said Congress was late.", "Congress", "us-congress"),
        ("Narendra Modi said on Friday that the Supreme Court was late.", "Supreme Court", "supreme-court-of-india"),
        ("Pedro Castillo said on Friday that Congress was late.", "Congress", "congress-of-peru"),
        ("Jeremy Corbyn spoke on Friday. Tor Vestby told Labour that it was late.", "Labour", "labour-party"),
        ("Tor Vestby said Russia paid for it. He had told Congress so on Friday.", "Congress", "us-congress"),
        ("The harbour bill went to the Senate on Friday.", "Senate", "us-senate"),
        ("The harbour bill went to the National Assembly on Friday.", "National Assembly", "a/national-assembly"),
        (
            "Cyril Ramaphosa said on Friday that the Supreme Court was late.",
            "Supreme Court",
            "south-africa-supreme-court",
        ),
        (
            "The Senate is in Ohio. US Democrats said the state Supreme Court was late.",
            "Supreme Court",
            "a/supreme-court",
        ),
        ("Donald Trump said on Friday that Parliament was late.", "Parliament", "a/parliament"),
        ("The Ohio Senate candidate Tor Vestby said on Friday it was late.", "Ohio Senate", "us-senate"),
        ("The Ohio Senate said on Friday that it was late.", "Ohio Senate", "ohio-senate"),
        ("Tor Vestby told the Republican Congress on Friday that it was late.", "Republican Congress", "us-congress"),
        ("Tor Vestby testifies before January 6 committee", "committee", "january-6-committee"),
        ("The Omani Ministry of Commerce said that Kenya was late.", "Ministry of Commerce", "oman-commerce-ministry"),
    ],
)
def test_a_chamber_is_of_the_state_whose_people_are_named_and_of_one_that_has_such(
    line: Line, text: str, name: str, meant: str
) -> None:
    found = line.extraction(Article(id="a", text=text, published="2022-05-10"))
    named = {one.entity for one in found.mentions if text[one.start : one.end].endswith(name)}
    assert named == {f"organization/{meant}"}
