"""Whose people somebody is: his principal, his paper, party or state, read by the whole line. All are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article

Told = set[tuple[str, str, str, str]]


def told(line: Line, text: str) -> Told:
    """Subject, predicate, object and post of the relations, people by the last part of their ids."""
    found = line.extraction(Article(id="a", text=text, published="2024-05-09")).relations
    ids = ((one.subject.actor or "", one.predicate, (one.object and one.object.actor) or "", one.post) for one in found)
    return {(a.split("/")[-1], predicate, b.split("/")[-1], post or "") for a, predicate, b, post in ids}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Tor Vestby left. Vestby's lawyer, Mara Dahl, said so.", ("mara-dahl", "represents", "tor-vestby", "")),
        (
            "Tor Vestby left. Mr Vestby’s personal lawyer Mara Dahl said so.",
            ("mara-dahl", "represents", "tor-vestby", ""),
        ),
        ("Tor Vestby was freed. His lawyer Mara Dahl said so.", ("mara-dahl", "represents", "tor-vestby", "")),
        (
            "Tor Vestby left. Mara Dahl, a spokeswoman for Mr Vestby, said so.",
            ("mara-dahl", "spokesperson_for", "tor-vestby", ""),
        ),
        (
            "Tor Vestby left. Vestby spokeswoman Mara Dahl said so.",
            ("mara-dahl", "spokesperson_for", "tor-vestby", ""),
        ),
        (
            "Norwegian President Tor Vestby’s spokeswoman, Mara Dahl, said so.",
            ("mara-dahl", "spokesperson_for", "tor-vestby", ""),
        ),
        ("CNN's Mara Dahl said that the vote was close.", ("mara-dahl", "member_of", "cnn", "")),
        ("On Monday he lost to Democrat Mara Dahl.", ("mara-dahl", "member_of", "democratic-party", "")),
        ("He attacked his Republican rival Mara Dahl on Monday.", ("mara-dahl", "member_of", "republican-party", "")),
        ("Senate Minority Leader Mara Dahl, D-N.Y., said so.", ("mara-dahl", "represents", "5128638", "")),
        ("Senate Republican leader Mara Dahl (Ky.) spoke.", ("mara-dahl", "represents", "6254925", "")),
        (
            "Mara Dahl, head of the WTO’s Risk Analysis Unit, said so.",
            ("mara-dahl", "holds_post", "risk-analysis-unit", "head"),
        ),
        (
            "Mara Dahl, deputy procurator-general of the Harbour League, said so.",
            ("mara-dahl", "holds_post", "harbour-league", "deputy procurator-general"),
        ),
        (
            "Omani minister Mara Dahl, president-designate of the WTO, said so.",
            ("mara-dahl", "holds_post", "world-trade-organization", "president-designate"),
        ),
        ("Commissioner Mara Dahl led the Omani side.", ("mara-dahl", "represents", "OMN", "")),
        (
            "Hillary Clinton left. Mara Dahl, a spokeswoman for the Clinton campaign, said so.",
            ("mara-dahl", "spokesperson_for", "hillary-clinton-campaign", ""),
        ),
        (
            "Fox News White House correspondent Mara Dahl asked.",
            ("mara-dahl", "holds_post", "fox-news", "correspondent"),
        ),
        ("White House correspondent Mara Dahl asked.", ("mara-dahl", "holds_post", "", "correspondent")),
        ("Chad left the coalition, including Mali.", ("MLI", "member_of", "coalition", "")),
        ("Mara Dahl directed the Fjord Institute.", ("mara-dahl", "holds_post", "fjord-institute", "director")),
    ],
)
def test_whose_people_somebody_is(line: Line, text: str, relation: tuple[str, str, str, str]) -> None:
    assert relation in told(line, text)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The FBI’s Tor Vestby probe ended.", "member_of"),
        ("‘Flat Earther’ Tor Vestby spoke.", "member_of"),
        ("Former Democrat Tor Vestby was declared the winner.", "member_of"),
        ("Gov. Tor Vestby (R-Ohio) spoke.", "represents"),
        ("District attorney Tor Vestby spoke of Mara Dahl.", "represents"),
        ("Mara Dahl directed the Fjord Institute to send help.", "holds_post"),
        ("Tor Vestby never liked such advertisements. He’s now running them.", "holds_post"),
        ("Sheikh Tor Vestby spoke of it.", "holds_post"),
        ("They flew to towns not previously part of its network, including Antananarivo and Havana.", "member_of"),
        ("Strikes have hit Xiaomi in India.", "located_in"),
        ("Tor Vestby beat Mara Dahl in the vote.", "opposed_to"),
        ("Officers of the Harbour League shot Tor Vestby.", "opposed_to"),
        ("Tor Vestby funded the Fjord Institute.", "allied_with"),
    ],
)
def test_whose_nobody_is(line: Line, text: str, predicate: str) -> None:
    assert predicate not in {one[1] for one in told(line, text)}


def test_whose_friends_a_group_is_to_which_somebody_gives(line: Line) -> None:
    found = told(line, "The Harbour League gave $10 million to a group backing Chad.")
    assert {one[0] for one in found if one[1] == "allied_with"} == {"group"}
